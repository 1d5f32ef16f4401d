"""What happens to each row: as planned, or as the person chose for a duplicate."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from fj_desktop.services.importing import Choice, ImportPlan, PlannedRow

Fate = Literal["new", "update", "skip", "refused"]
Shown = Literal["all", "refused", "duplicate", "possible"]

FATES: dict[Fate, tuple[str, str, str]] = {
    "new": ("新增", "add", "success"),
    "update": ("补充", "merge", "info"),
    "skip": ("跳过", "play", "muted"),
    "refused": ("退回", "error", "danger"),
}
"""Words, icon and colour of each fate."""

CHOICES: dict[Choice, str] = {"update": "补空白", "new": "另建", "skip": "跳过"}


@dataclass
class Choices:
    """What the person chose for duplicates: one for all of them, and others for single rows."""

    for_all: Choice = "update"
    single: dict[int, Choice] = field(default_factory=dict)

    def fate(self, row: PlannedRow) -> Fate:
        """What will happen to a row."""
        if row.refusals:
            return "refused"
        return self.choice(row)

    def choice(self, row: PlannedRow) -> Choice:
        """What is chosen for a row that is not refused."""
        if row.row in self.single:
            return self.single[row.row]
        return self.for_all if row.duplicate else row.choice

    def choose_for_all(self, choice: Choice) -> None:
        """Treat every sure duplicate alike; choices for single rows are forgotten."""
        self.for_all = choice
        self.single.clear()

    def chosen(self, plan: ImportPlan) -> dict[int, Choice]:
        """Every choice that differs from the plan, by sheet row."""
        good = (row for row in plan.rows if not row.refusals)
        return {row.row: self.choice(row) for row in good if self.choice(row) != row.choice}

    def count(self, plan: ImportPlan) -> Counter[Fate]:
        """Rows by fate."""
        return Counter(self.fate(row) for row in plan.rows)


def is_shown(row: PlannedRow, shown: Shown) -> bool:
    """Whether a filter of the preview lets a row through."""
    match shown:
        case "refused":
            return bool(row.refusals)
        case "duplicate":
            return bool(row.duplicate) and not row.refusals
        case "possible":
            return bool(row.possible) and not row.refusals
    return True
