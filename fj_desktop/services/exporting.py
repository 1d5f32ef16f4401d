"""Libraries out: typed workbook, CSV, PDF list and blank template; every way out passes here and is recorded."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fj_desktop.core.catalog import Surface
from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import BrowseService, Listing, Wanted, cell_text
from fj_desktop.services.covering import is_contact
from fj_desktop.services.identity import Identity
from fj_desktop.services.leaving import MOST_WITHOUT_PURPOSE, LeavingGate
from fj_desktop.store import queries
from fj_desktop.store.transactions import Store

_BLOCK = 500


class ExportService:
    """Writes what a table shows, or a whole library."""

    def __init__(self, store: Store, identity: Identity, gate: LeavingGate) -> None:
        self._store = store
        self._identity = identity
        self._gate = gate
        self._browse = BrowseService(store, identity.office)

    def export(
        self,
        library: Library,
        out: Path,
        *,
        wanted: Wanted | None = None,
        keys: Sequence[str] = (),
        reveal: bool = False,
        purpose: str = "",
        progress: Progress | None = None,
    ) -> int:
        """Write the rows of a table to .xlsx, .csv or .pdf; the file appears whole or not at all.

        Args:
            library: what to write.
            out: the file; its suffix says which kind.
            wanted: filters and order; without it all live records.
            keys: the columns; without them all fields (a PDF: the table's usual columns).
            reveal: write S2 and S3 values uncovered; that it was done is kept.
            purpose: what the file is for; needed when it holds more than 50 contacts uncovered.
            progress: reports and stops.

        Raises:
            PurposeNeededError: it is needed and says nothing.
            UserError: the suffix is unknown, or the file can't be written.
        """
        listing = self._browse.open(library, wanted or Wanted(), progress)
        surface = self._columns(library, keys, pdf=out.suffix.lower() == ".pdf")
        watched = progress or Unwatched()
        writers = {".xlsx": self._workbook, ".csv": self._csv, ".pdf": self._pdf}
        writer = writers.get(out.suffix.lower())
        if writer is None:
            raise UserError(f"不认识的文件类型“{out.suffix}”，请用 .xlsx、.csv 或 .pdf。")
        act = "export-revealed" if reveal else "export"
        contacts = self._open_contacts(listing, surface, watched) if reveal else 0
        rows = f"{len(listing)} rows, {out.suffix.lower()}"
        said = self._gate.let_out(act, library, rows, open_contacts=contacts, purpose=purpose)
        scope = "筛选结果" if wanted and (wanted.filters or wanted.text) else "全部记录"
        writer(out, listing, surface, f"{scope}；用途：{said}" if said else scope, reveal, watched)
        return len(listing)

    def _open_contacts(self, listing: Listing, surface: Sequence[Surface], watched: Progress) -> int:
        """How many contacts would stand in the file uncovered; counting ends above the limit of the gate."""
        found, contacts = 0, [one for one in surface if is_contact(one, listing.library)]
        for row in self._rows(listing, contacts, reveal=True) if contacts else ():
            watched.check()
            found += any(value is not None for value in row)
            if found > MOST_WITHOUT_PURPOSE:
                break
        return found

    def template(self, library: Library, out: Path) -> None:
        """Write a blank sheet to be filled in, with dropdowns, units and explanations."""
        from fj_desktop.exchange.sheets_out import write_template

        options = {one.key: self._names(one.ref_target) for one in CATALOG.surface(library) if one.ref_target}
        write_template(out, library, CATALOG, options={key: names for key, names in options.items() if names})

    def _names(self, target: str | None) -> list[str]:
        library = CATALOG.of_table(str(target))
        if library.shelf != "基础":
            return []
        with self._store.reading() as connection:
            numbers = queries.ids(connection, library, queries.Query(order=((library.naming[0], False),)), 300)
            rows = queries.page(connection, library, numbers, [library.naming[0]])
        return [str(row[library.naming[0]]) for row in rows if row[library.naming[0]]]

    @staticmethod
    def _columns(library: Library, keys: Sequence[str], *, pdf: bool) -> list[Surface]:
        if keys:
            surface = CATALOG.by_key(library)
            return [surface[key] for key in keys]
        return [one for one in CATALOG.surface(library) if not pdf or one.in_table]

    def _rows(self, listing: Listing, surface: Sequence[Surface], reveal: bool) -> Iterator[list[Any]]:
        keys = [one.key for one in surface]
        for at in range(0, len(listing), _BLOCK):
            with self._store.reading() as connection:
                rows = queries.page(connection, listing.library, listing.numbers[at : at + _BLOCK], keys)
            for row in rows:
                yield [_value(one, row, reveal) for one in surface]

    def _stamp(self, listing: Listing, scope: str) -> Any:
        from fj_desktop.exchange.sheets_out import Stamp

        return Stamp(f"{self._identity.office_name} {self._identity.name}", self._now(), scope, f"{len(listing)} 条")

    def _now(self) -> Any:
        return self._store.clock.now().astimezone(COUNTY_ZONE)

    def _workbook(
        self, out: Path, listing: Listing, surface: list[Surface], scope: str, reveal: bool, watched: Progress
    ) -> None:
        from fj_desktop.exchange.sheets_out import write_workbook

        rows = self._rows(listing, surface, reveal)
        write_workbook(out, listing.library.title, surface, rows, stamp=self._stamp(listing, scope), progress=watched)

    def _csv(
        self, out: Path, listing: Listing, surface: list[Surface], scope: str, reveal: bool, watched: Progress
    ) -> None:
        from fj_desktop.exchange.sheets_out import write_csv

        write_csv(out, surface, self._rows(listing, surface, reveal), progress=watched)

    def _pdf(
        self, out: Path, listing: Listing, surface: list[Surface], scope: str, reveal: bool, watched: Progress
    ) -> None:
        from fj_desktop.services.paper import write_list_pdf

        rows = (
            tuple(_shown(one, value) for one, value in zip(surface, row, strict=True))
            for row in self._rows(listing, surface, reveal)
        )
        write_list_pdf(out, listing.library, surface, rows, len(listing), self._identity, self._now(), watched)


def _value(one: Surface, row: dict[str, Any], reveal: bool) -> Any:
    value = row.get(one.key)
    if value in (None, ()):
        return None
    if one.field.masked and not reveal:
        return cell_text(one, row, covered=True)
    named = row.get(f"{one.key}/name")
    return named if named is not None else value


def _shown(one: Surface, value: Any) -> str:
    if value is None or (isinstance(value, str) and (one.field.masked or one.ref_target)):
        return value or ""
    return one.field.kind.glance(value)
