"""The rows of an import as planned and shown: what was typed, what will happen, and why not."""

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from fj_desktop.core.field import Library
from fj_desktop.services.parsing import Parsed
from fj_desktop.services.reported import Reported

if TYPE_CHECKING:
    from fj_desktop.exchange.mapping import SheetProposal

Choice = Literal["update", "new", "skip"]
CHOICES: tuple[Choice, ...] = get_args(Choice)


@dataclass(frozen=True)
class BadValue:
    """One refused cell: its column as headed in the sheet, what stands there, and why it can't be taken."""

    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class Likely:
    """A stored record that a row may be: of the row's library, or of the master that ``link`` leads to."""

    link: str
    id: uuid.UUID
    reasons: tuple[str, ...]


@dataclass(slots=True)
class PlannedRow:
    """One row of the sheet: what was typed, what happens to it, and why not.

    ``likely``: stored records it may be; with the choice ``update`` the first of them is taken for it.
    """

    row: int
    typed: dict[str, str]
    source: str
    parsed: Parsed | None = None
    refusals: list[BadValue] = field(default_factory=list)
    blanked: list[BadValue] = field(default_factory=list)
    choice: Choice = "new"
    duplicate: str = ""
    possible: str = ""
    likely: tuple[Likely, ...] = ()


@dataclass
class ImportPlan:
    """A whole sheet, checked; nothing of it is written yet.

    ``seen`` is the last transaction the store had then, ``layout`` the texts of the header, ``told`` what the
    sheet says of itself.
    """

    library: Library
    file: str
    sheet: str
    proposal: "SheetProposal"
    rows: list[PlannedRow]
    seen: int = -1
    layout: str = ""
    told: Reported | None = None

    @property
    def refused(self) -> list[PlannedRow]:
        """Rows that can't go in."""
        return [row for row in self.rows if row.refusals]

    def count(self, choice: Choice) -> int:
        """Good rows with this fate."""
        return sum(1 for row in self.rows if not row.refusals and row.choice == choice)


@dataclass(frozen=True)
class ImportResult:
    """What an import did; ``batch`` is None when nothing was written."""

    plan: ImportPlan
    batch: uuid.UUID | None
    added: int
    updated: int
    skipped: int
