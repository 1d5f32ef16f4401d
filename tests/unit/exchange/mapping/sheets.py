"""Small sheets for the tests of the mapping."""

from collections.abc import Iterable, Sequence

from fj_desktop.exchange.mapping import SheetProposal, TypedRow, propose, typed_rows
from fj_desktop.exchange.reading.book import Book, CellValue, Sheet
from fj_desktop.libraries import CATALOG

Region = tuple[int, int, int, int]


def book(*rows: Sequence[CellValue], merged: Iterable[Region] = (), name: str = "台账") -> Book:
    """A file with one sheet."""
    return Book("xlsx", "台账.xlsx", [sheet(*rows, merged=merged, name=name)])


def sheet(*rows: Sequence[CellValue], merged: Iterable[Region] = (), name: str = "台账", hidden: bool = False) -> Sheet:
    """A sheet whose rows are filled up to the longest, as the readers give them."""
    width = max((len(row) for row in rows), default=0)
    return Sheet(name, hidden, [[*row, *[None] * (width - len(row))] for row in rows], 1, list(merged))


def proposed(library: str, made: Book) -> SheetProposal:
    """What the mapping proposes for a file."""
    return propose(made, CATALOG[library], CATALOG)


def targets(proposal: SheetProposal) -> dict[str, tuple[str, ...]]:
    """The fields of each column by its header; later columns of the same header get their place behind it."""
    found: dict[str, tuple[str, ...]] = {}
    for one in proposal.columns:
        found[one.title if one.title not in found else f"{one.title}@{one.index}"] = one.targets
    return found


def read(library: str, made: Book, proposal: SheetProposal | None = None) -> list[TypedRow]:
    """The typed rows of a file."""
    chosen = proposal or proposed(library, made)
    return list(typed_rows(made.sheets[chosen.sheet_index], chosen, CATALOG[library], CATALOG, file=made.name))
