"""What the wizard has gathered so far; nothing of it is stored before the last step."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.errors import RefusedFileError
from fj_desktop.services.importing import (
    ROW_NUMBER_KEY,
    Book,
    ImportPlan,
    ImportResult,
    ImportService,
    Recalled,
    SheetProposal,
)
from fj_desktop.ui.importing.fates import Choices


@dataclass(frozen=True)
class Opened:
    """A file that was read, with what its columns seem to mean, or why no header was found.

    ``recalled``: how a person mapped the same header before.
    """

    book: Book
    proposal: SheetProposal | None
    trouble: str = ""
    recalled: Recalled | None = None

    @property
    def shown(self) -> SheetProposal | None:
        """What the person is shown: their own choices before the program's guess."""
        return self.recalled.proposal if self.recalled is not None else self.proposal


@dataclass(frozen=True)
class Checked:
    """A plan, the names of the stored records that its rows double by the text of their id, and how it was made."""

    plan: ImportPlan
    names: dict[str, str]
    blank_bad_cells: bool


@dataclass
class Draft:
    """The import on its way. Methods that take a progress are slow and touch no widget."""

    service: ImportService
    library: Library
    opened: Opened | None = None
    sheet: int = 0
    proposal: SheetProposal | None = None
    proposed: SheetProposal | None = None
    recalled: Recalled | None = None
    blank_bad_cells: bool = False
    checked: Checked | None = None
    choices: Choices = field(default_factory=Choices)
    result: ImportResult | None = None
    is_edited: bool = False

    @property
    def book(self) -> Book:
        """The file as read.

        Raises:
            TypeError: no file was read yet.
        """
        if self.opened is None:
            raise TypeError("no file is open")
        return self.opened.book

    @property
    def fills_something(self) -> bool:
        """Whether any column goes into a field."""
        columns = self.proposal.columns if self.proposal is not None else ()
        return any(one.targets not in ((), (ROW_NUMBER_KEY,)) for one in columns)

    def open(self, path: Path, progress: Progress) -> Opened:
        """Read a file and find its sheet and header.

        Raises:
            RefusedFileError: the file can't be read; one without a known header is no refusal.
            Cancelled: the person stopped it.
        """
        progress.at(0, None, "正在读取文件")
        book = self.service.read(path, progress)
        progress.at(0, None, "正在识别表头")
        return self._look(book, None)

    def look_at(self, sheet: int) -> Opened:
        """Find the header of another sheet."""
        return self._look(self.book, sheet)

    def look_below(self, sheet: int, row: int, depth: int) -> Opened:
        """Let the header begin at a sheet row; ``depth`` is its number of rows, 0 finds out."""
        guess = self.service.choose_header(self.book, sheet, row, self.library, depth)
        return Opened(self.book, guess, "", self.service.recall_header(self.book, self.library, guess))

    def _look(self, book: Book, sheet: int | None) -> Opened:
        guess, trouble = None, ""
        try:
            if sheet is None:
                guess = self.service.propose(book, self.library)
            else:
                guess = self.service.choose_sheet(book, sheet, self.library)
        except RefusedFileError as refused:
            trouble = refused.text
        recalled = self.service.recall(book, self.library, guess, sheet)
        return Opened(book, guess, "" if recalled is not None else trouble, recalled)

    def take(self, opened: Opened) -> None:
        """Go on with this file; everything chosen for a former one is forgotten."""
        self.opened = opened
        self.is_edited = False
        self.go_on(opened, 0)

    def go_on(self, opened: Opened, sheet: int) -> None:
        """Go on with what was found, or with this sheet when nothing was."""
        shown, recalled = opened.shown, opened.recalled
        self.propose(shown.sheet_index if shown is not None else sheet, shown)
        if recalled is not None:
            self.proposed, self.recalled = recalled.guess, recalled
            self.choices = Choices(recalled.on_duplicate)

    def propose(self, sheet: int, proposal: SheetProposal | None) -> None:
        """Go on with this sheet and header."""
        self.sheet, self.proposal, self.proposed = sheet, proposal, proposal
        self.checked, self.recalled, self.choices = None, None, Choices()

    def guess_again(self) -> None:
        """Put the program's guess in place of what was chosen last time."""
        self.propose(self.sheet, self.proposed)
        self.is_edited = True

    def remap(self, column: int, targets: Sequence[str], unit: str | None) -> None:
        """Let a column fill other fields; the fields first proposed come back with their way of dividing."""
        if self.proposal is None or self.proposed is None:
            return
        former = next(one for one in self.proposed.columns if one.index == column)
        if tuple(targets) == former.targets and unit is None:
            columns = tuple(former if one.index == column else one for one in self.proposal.columns)
            self.proposal = replace(self.proposal, columns=columns)
        else:
            self.proposal = self.service.remap(self.proposal, column, targets, unit)
        self.checked, self.is_edited = None, True

    def check(self, progress: Progress) -> Checked:
        """Plan every row.

        Raises:
            Cancelled: the person stopped it.
            TypeError: no header was chosen yet.
        """
        if self.proposal is None:
            raise TypeError("no header is chosen")
        blank = self.blank_bad_cells
        plan = self.service.plan(self.book, self.proposal, self.library, blank_bad_cells=blank, progress=progress)
        return Checked(plan, self.service.names_of_duplicates(plan), blank)

    def store(self, progress: Progress) -> ImportResult:
        """Write the good rows in one transaction.

        Raises:
            Cancelled: the person stopped it; nothing was written.
            TypeError: the rows were not checked yet.
        """
        if self.checked is None:
            raise TypeError("the rows are not checked")
        plan = self.checked.plan
        return self.service.apply(plan, self.choices.chosen(plan), progress, remember=self.choices.for_all)
