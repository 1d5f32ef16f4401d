"""The figures of one run: each a ratio against a baseline measured beside it, with its gate and its aim."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """One ratio: what was measured, against what, and the size it was measured at; times in seconds."""

    what: str
    against: str
    size: str
    measured: float
    baseline: float
    gate: float | None
    aim: float | None

    @property
    def ratio(self) -> float:
        """The measured time over the baseline's; smaller is better."""
        return self.measured / self.baseline

    @property
    def passes(self) -> bool:
        """Whether the gate is met; a figure without a gate is only told."""
        return self.gate is None or self.ratio <= self.gate

    @property
    def verdict(self) -> str:
        """In words."""
        if self.gate is None:
            return "told"
        if not self.passes:
            return "FAILS"
        return "aim met" if self.aim is not None and self.ratio <= self.aim else "passes"


@dataclass
class Board:
    """Collects the figures, and remarks that stand under the table."""

    figures: list[Figure] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def ratio(
        self,
        what: str,
        against: str,
        measured: float,
        baseline: float,
        *,
        size: str = "",
        gate: float | None = None,
        aim: float | None = None,
    ) -> None:
        """Keep one figure.

        Raises:
            AssertionError: the gate is not met.
        """
        figure = Figure(what, against, size, measured, baseline, gate, aim)
        self.figures.append(figure)
        assert figure.passes, f"{what}: {figure.ratio:.3f} times {against}, the gate is {gate}"

    def remark(self, text: str) -> None:
        """A line under the table."""
        self.remarks.append(text)

    def table(self) -> list[str]:
        """The figures as a Markdown table, ready to be pasted."""
        lines = [
            "| what | size | measured | baseline | ratio | gate | aim | verdict |",
            "|---|---|---|---|---|---|---|---|",
        ]
        for one in self.figures:
            gate, aim = (f"{value:g}" if value is not None else "–" for value in (one.gate, one.aim))
            lines.append(
                f"| {one.what} | {one.size} | {in_words(one.measured)} | {in_words(one.baseline)}: {one.against} "
                f"| {one.ratio:.3g} | {gate} | {aim} | {one.verdict} |"
            )
        return [*lines, *(f"- {remark}" for remark in self.remarks)]


def in_words(seconds: float) -> str:
    """A time with the unit that suits it."""
    if seconds < 0.001:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def timed(job: Callable[[], T]) -> tuple[T, float]:
    """What a job gives, and its seconds; rubbish of earlier jobs is cleared first."""
    gc.collect()
    started = time.perf_counter()
    given = job()
    return given, time.perf_counter() - started


def calmest(job: Callable[[], list[float]], share: float = 0.95, rounds: int = 3) -> float:
    """The percentile of the calmest of some rounds: what else runs on the machine only ever adds time."""
    return min(percentile(job(), share) for _ in range(rounds))


def percentile(times: list[float], share: float) -> float:
    """The time that ``share`` of all stay below."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]
