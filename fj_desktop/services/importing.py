"""A file from outside becomes records: read, mapped, planned, previewed, applied in one transaction.

Nothing is written before :meth:`ImportService.apply`; an import never deletes; it is one batch and can be undone.
"""

import gc
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from fj_desktop.core.clock import today
from fj_desktop.core.field import Library
from fj_desktop.core.ids import new_id
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.mapping import (
    ROW_NUMBER_KEY,
    ColumnMapping,
    SheetProposal,
    propose,
    remap,
    typed_rows,
    with_header,
    with_sheet,
)
from fj_desktop.exchange.reading import Book, CellValue, Sheet, cell_text, read_book
from fj_desktop.libraries import CATALOG
from fj_desktop.services import import_memory, reported
from fj_desktop.services.announce import Announcer
from fj_desktop.services.composing import filled
from fj_desktop.services.identity import Identity
from fj_desktop.services.import_memory import Recalled
from fj_desktop.services.import_plan import BadValue, Choice, ImportPlan, ImportResult, PlannedRow, Planner
from fj_desktop.services.matching import library_of_link
from fj_desktop.services.past_imports import PastImport, past_imports
from fj_desktop.services.records import compose
from fj_desktop.services.row_words import record_name
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.services.taking_back import Undone, undo_batch
from fj_desktop.store import queries
from fj_desktop.store.transactions import Store, Write, last_transaction


class ImportService:
    """Brings spreadsheets and contact cards in."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer) -> None:
        self._store = store
        self._identity = identity
        self._announcer = announcer

    def read(self, path: Path, progress: Progress | None = None) -> Book:
        """Read a file in a limited child process.

        Raises:
            RefusedFileError: not a file of a known kind, too large, damaged or hostile.
            Cancelled: the person stopped it.
        """
        return read_book(path, progress=progress or Unwatched())

    def propose(self, book: Book, library: Library) -> SheetProposal:
        """Sheet, header rows and the field of every column, found by their names."""
        return propose(book, library, CATALOG)

    def choose_sheet(self, book: Book, sheet: int, library: Library) -> SheetProposal:
        """The proposal for a sheet that the person chose, counted from 0.

        Raises:
            RefusedFileError: no row of it names columns of this library; a header can still be chosen by hand.
        """
        return with_sheet(book, sheet, library, CATALOG)

    def choose_header(self, book: Book, sheet: int, row: int, library: Library, depth: int = 0) -> SheetProposal:
        """The proposal for a header that begins at sheet row ``row``; ``depth`` is 1 to 3 rows, 0 finds out."""
        return with_header(book, sheet, row, library, CATALOG, depth=depth)

    def recall(
        self, book: Book, library: Library, guess: SheetProposal | None, sheet: int | None = None
    ) -> Recalled | None:
        """The book mapped as a person did when the same header was imported; None when it never was.

        Args:
            book: as read.
            library: where the rows go.
            guess: what :meth:`propose` or :meth:`choose_sheet` says, None when they found no header.
            sheet: look in this sheet only.
        """
        with self._store.reading() as connection:
            return import_memory.recall(connection, book, library, guess, sheet)

    def recall_header(self, book: Book, library: Library, guess: SheetProposal) -> Recalled | None:
        """A header chosen by hand, mapped as a person did before; None when it never was imported."""
        with self._store.reading() as connection:
            return import_memory.recall_header(connection, book, library, guess)

    def remap(
        self, proposal: SheetProposal, column: int, targets: Sequence[str], unit: str | None = None
    ) -> SheetProposal:
        """The proposal with one column filling other fields; none leaves it out. ``unit`` is that of bare numbers."""
        return remap(proposal, column, targets, unit)

    def names_of_duplicates(self, plan: ImportPlan) -> dict[str, str]:
        """Names of the stored records that rows of a plan double or may be, by the text of their id.

        A row that doubles an earlier row of the same sheet has no stored record and is not in it.
        """
        wanted: dict[Library, set[uuid.UUID]] = {plan.library: set()}
        for row in plan.rows:
            if row.duplicate:
                wanted[plan.library].add(uuid.UUID(row.duplicate))
            for one in row.likely[:1]:
                target = library_of_link(plan.library, one.link) if one.link else plan.library
                wanted.setdefault(target, set()).add(one.id)
        with self._store.reading() as connection:
            return {
                str(record): name
                for library, records in wanted.items()
                for record, name in _named(connection, library, records)
            }

    def plan(
        self,
        book: Book,
        proposal: SheetProposal,
        library: Library,
        on_duplicate: Choice = "update",
        *,
        blank_bad_cells: bool = False,
        progress: Progress | None = None,
    ) -> ImportPlan:
        """Check every row and look for duplicates; nothing is written.

        Args:
            book: what was read.
            proposal: the mapping, as proposed or as the person changed it.
            library: where the rows go.
            on_duplicate: what to do with rows that stand in the store already.
            blank_bad_cells: keep a row without its bad cells instead of refusing it.
            progress: reports and stops.
        """
        watched = progress or Unwatched()
        sheet = book.sheets[proposal.sheet_index]
        rows = typed_rows(sheet, proposal, library, CATALOG, file=book.name)
        told = reported.told_above(sheet.rows[:20] + sheet.rows[-5:], today(self._store.clock))
        with self._store.reading(progress) as connection, _no_search_for_cycles():
            speaker = reported.speaker(connection, library, self._identity, told)
            working = speaker.working(self._store.clock, connection, **_defaults(library, proposal))
            planner = Planner(connection, library, working, on_duplicate, blank_bad_cells)
            planner.from_cards = book.kind == "vcf"
            planned = planner.plan(rows, watched)
            seen = last_transaction(connection)
        layout = import_memory.layout_of(library, sheet, proposal.header_rows)
        return ImportPlan(library, book.name, sheet.name, proposal, planned, seen, layout, told)

    def apply(
        self,
        plan: ImportPlan,
        choices: Mapping[int, Choice] | None = None,
        progress: Progress | None = None,
        *,
        remember: Choice | None = None,
    ) -> ImportResult:
        """Write the good rows in one transaction, as one batch.

        Args:
            plan: what was planned and shown.
            choices: per sheet row, what the person chose instead of the plan's choice; ``skip`` leaves any row out.
            progress: reports; a stop leaves the store as it was.
            remember: the rule for duplicates that a person chose; it and the mapping are there next time.
        """
        batch, watched, chosen = new_id(), progress or Unwatched(), choices or {}
        with (
            self._store.writing(self._identity.staff, "import", batch, progress=progress) as write,
            _no_search_for_cycles(),
        ):
            writer = RowWriter(write, self._identity, batch)
            given = _defaults(plan.library, plan.proposal)
            speaker = reported.speaker(write.connection, plan.library, self._identity, plan.told)
            parts = compose(write.connection, writer, speaker, self._store, **given)
            planner = Planner.over(parts, plan.library)
            counts = _write(planner, plan, chosen, watched, unmoved=write.seq == plan.seen + 1)
            if planner.told and plan.told is not None:
                reported.take_in(write.connection, writer, planner.told, plan.told.day, speaker)
            writer.flush()
            written = bool(counts["new"] or counts["update"])
            result = ImportResult(plan, batch if written else None, counts["new"], counts["update"], counts["skip"])
            self._note_batch(write, plan, result)
            if remember is not None:
                import_memory.remember(write.connection, plan, remember, write.at)
        for table in writer.touched:
            self._announcer.changed(table, ())
        return result

    def past(self) -> list[PastImport]:
        """The newest imports, newest first."""
        return past_imports(self._store)

    def undo(self, batch: uuid.UUID, progress: Progress | None = None) -> Undone:
        """Take one import back; rows edited since stay and are named.

        Raises:
            UserError: there is no such import, or it was undone already.
            Cancelled: the person stopped it; nothing is changed.
        """
        undone = undo_batch(self._store, self._identity, batch, progress)
        for table in undone.tables:
            self._announcer.changed(table, ())
        return undone

    def _note_batch(self, write: Write, plan: ImportPlan, result: ImportResult) -> None:
        if result.batch is None:
            return
        write.connection.exec_driver_sql(
            "INSERT INTO _batch (id, library, file, at, actor, rows, added, updated, skipped, refused) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                result.batch.bytes, plan.library.library, plan.file[:200], write.at, self._identity.staff.bytes,
                len(plan.rows), result.added, result.updated, result.skipped, len(plan.refused),
            ),
        )  # fmt: skip


def _named(connection: Connection, library: Library, records: Iterable[uuid.UUID]) -> Iterator[tuple[uuid.UUID, str]]:
    keys = [key for key in library.naming if key in CATALOG.by_key(library)]
    numbers = [queries.row_number_of(connection, library, record) for record in records]
    for row in queries.page(connection, library, [one for one in numbers if one is not None], keys):
        yield row["id"], record_name(library, row)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """An import makes millions of objects and no cycle; looking through them for cycles costs a tenth of it."""
    searches = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searches:
            gc.enable()


def _defaults(library: Library, proposal: SheetProposal) -> dict[str, str]:
    """What stands for values used last: the source is the import; a blank cell of a column of its own stays blank."""
    surface = CATALOG.by_key(library)
    mapped = [surface[key].field for column in proposal.columns for key in column.targets if key in surface]
    return {"source": "导入"} | {one.name: "" for one in mapped if one.default == "last_used"}


def _write(
    planner: Planner, plan: ImportPlan, chosen: Mapping[int, Choice], watched: Progress, *, unmoved: bool
) -> dict[str, int]:
    counts = {"new": 0, "update": 0, "skip": 0}
    good = [row for row in plan.rows if not row.refusals]
    left_out = [row for row in good if chosen.get(row.row) == "skip"]
    counts["skip"] = len(left_out)
    good = [row for row in good if chosen.get(row.row) != "skip"]
    planner.prepare(good, unmoved=unmoved)
    for done, row in enumerate(good):
        if done % 200 == 0:
            watched.at(done, len(good), "正在写入")
        counts[planner.write(row, chosen.get(row.row, row.choice))] += 1
    return counts


def rows_or_refusal(plan: ImportPlan) -> ImportPlan:
    """The plan, when it holds at least one row.

    Raises:
        RefusedFileError: the sheet has a header and nothing below it.
    """
    if not plan.rows:
        raise RefusedFileError("表头下面没有数据行。请核对所选的工作表和表头行。")
    return plan


__all__ = [
    "ROW_NUMBER_KEY",
    "BadValue",
    "Book",
    "CellValue",
    "Choice",
    "ColumnMapping",
    "ImportPlan",
    "ImportResult",
    "ImportService",
    "PlannedRow",
    "Recalled",
    "Sheet",
    "SheetProposal",
    "Undone",
    "cell_text",
    "filled",
    "rows_or_refusal",
]
