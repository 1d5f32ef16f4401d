"""One condition of a gate: what is asked, by which clause, with which mark, and how it is told whether it is met."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fj_desktop.rules.dossier import Dossier
from fj_desktop.rules.thresholds import BLOCKS, Thresholds

SEED, SRC, OURS = "SEED", "SRC", "OURS"
"""In the notice; from a public source; our proposed default."""

MARKS = {SEED: "通知规定", SRC: "公开来源", OURS: "本县默认"}
Check = Callable[[Dossier, Thresholds], str]


@dataclass(frozen=True)
class Condition:
    """``check`` gives what is missing in plain words, nothing when the condition is met.

    ``needed``: the record itself can't stand in the next stage without it, so it always blocks.
    ``warns``: it never blocks, whatever is set.
    """

    code: str
    words: str
    clause: str
    mark: str
    check: Check
    needed: bool = False
    warns: bool = False

    def blocks(self, thresholds: Thresholds) -> bool:
        """Whether a project is held back: the notice's own conditions do, others as the county has set it."""
        if self.warns:
            return False
        if self.needed or self.mark == SEED:
            return True
        return thresholds.words("gate_src" if self.mark == SRC else "gate_ours") == BLOCKS


@dataclass(frozen=True)
class Finding:
    """A condition asked of one project; ``lacking`` is empty when it is met."""

    condition: Condition
    lacking: str
    blocking: bool

    @property
    def is_met(self) -> bool:
        """Nothing is missing."""
        return not self.lacking

    def line(self) -> str:
        """One line for a list: what is missing, clause and mark."""
        source = f"通知 {self.condition.clause}，" if self.condition.clause else ""
        return f"{self.condition.words}：{self.lacking}（{source}{self.condition.mark}）"


def filled(row: Mapping[str, Any], *names: str) -> bool:
    """All of these fields have a value."""
    return all(row.get(name) not in (None, "", ()) for name in names)


def has(name: str, missing: str) -> Check:
    """A field of the project must be filled."""
    return lambda dossier, _: "" if filled(dossier.project, name) else missing
