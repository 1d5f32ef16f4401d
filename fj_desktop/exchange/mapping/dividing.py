"""One column that fills several fields, beside columns of their own."""

from collections.abc import Mapping

from fj_desktop.core.catalog import Surface
from fj_desktop.core.kinds import Choice, Coded, Kind, Many, Phone, Ref, Region, Text
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import squeeze
from fj_desktop.exchange.mapping.cells import converter
from fj_desktop.exchange.mapping.grid import is_blank
from fj_desktop.exchange.mapping.proposal import ColumnMapping
from fj_desktop.exchange.reading.book import CellValue

_MEMORY = 4096


class Divided:
    """A column with a spread.

    Args:
        column: the column; its spread is given.
        surfaces: the library's fields by key.
        own: keys that have a column of their own in the sheet.
    """

    def __init__(self, column: ColumnMapping, surfaces: Mapping[str, Surface], own: frozenset[str]) -> None:
        if column.divided is None:
            raise TypeError("a divided column has a spread")
        self.column = column
        self._divide = column.divided.divide
        self._memory: dict[str, Mapping[str, str]] = {}
        self._own = own
        self._kinds = {key: surfaces[key].field.kind for key in column.targets if _is_filled(surfaces.get(key))}
        if column.main:
            self._kinds.setdefault(column.main, surfaces[column.main].field.kind)
        self._readers = {key: converter(kind, column.unit) for key, kind in self._kinds.items()}
        self._note = next((key for key, kind in self._kinds.items() if kind.lines > 1), "")
        self._phone = next((key for key, kind in self._kinds.items() if isinstance(kind, Phone)), "")

    def fill(self, cells: list[CellValue], typed: dict[str, str], derived: set[str]) -> None:
        """Add what the cell tells to the record; what a column of its own says stays.

        Raises:
            BadValueError: the cell is an Excel error, a ruined number or lacks its unit.
        """
        value = cells[self.column.index] if self.column.index < len(cells) else None
        if is_blank(value) or not self._readers:
            return
        found = self._remembered(value)
        later = {}
        for key, text in found.items():
            if key not in typed:
                typed[key] = text
                derived.add(key)
            elif key == self._note:
                _add_line(typed, key, text)
            elif not self._same(key, typed[key], text):
                later[key] = text
        for key, text in later.items():
            self._elsewhere(key, text, typed, derived)

    def _remembered(self, value: CellValue) -> Mapping[str, str]:
        """The texts a cell gives by key; ledgers repeat towns and trades, so dividing is done once for each."""
        if not isinstance(value, str):
            return self._texts(value)
        if value not in self._memory:
            if len(self._memory) >= _MEMORY:
                self._memory.clear()
            self._memory[value] = self._texts(value)
        return self._memory[value]

    def _texts(self, value: CellValue) -> Mapping[str, str]:
        return {key: text for key, part in self._parts(value).items() if (text := self._readers[key](part))}

    def _parts(self, value: CellValue) -> Mapping[str, str]:
        first = next(iter(self._kinds))
        plain = isinstance(value, str) and not isinstance(self._kinds[first], Text)
        text = str(value).strip() if plain else self._readers[first](value)
        if not text:
            return {}
        main = self.column.main
        if main and not _any_text(self._kinds[main]) and _takes(self._kinds[main], text):
            return {main: text}
        found = {key: part for key, part in self._divide(text).items() if key in self._readers}
        if not main:
            return found
        known = {key: part for key, part in found.items() if not _looked_up(self._kinds[key]) or key == main}
        if main not in found:
            return found if known else {main: text}
        return known | {key: part for key, part in found.items() if key not in self._own}

    def _elsewhere(self, key: str, text: str, typed: dict[str, str], derived: set[str]) -> None:
        """A second value for a filled field: the county of a province, the next number, or words for the note."""
        kind = self._kinds[key]
        joined = next((one for one in (typed[key] + text, text + typed[key]) if _takes(kind, one)), "")
        if isinstance(kind, Region) and joined:
            typed[key] = joined
        elif self._phone and self._phone not in typed and _takes(self._kinds[self._phone], text):
            typed[self._phone] = text
            derived.add(self._phone)
        elif self._note and (key == self.column.targets[0] or not _looked_up(kind)):
            if self._note not in typed:
                derived.add(self._note)
            _add_line(typed, self._note, f"{self.column.title}：{text}")

    def _same(self, key: str, one: str, other: str) -> bool:
        if squeeze(one) == squeeze(other):
            return True
        kind = self._kinds[key]
        try:
            return not _any_text(kind) and bool(kind.parse(one) == kind.parse(other))
        except RefusalError:
            return False


def _is_filled(surface: Surface | None) -> bool:
    return surface is not None and surface.field.from_sheets


def _add_line(typed: dict[str, str], key: str, text: str) -> None:
    lines = typed.get(key, "").split("\n")
    if text not in lines:
        typed[key] = "\n".join(line for line in (*lines, text) if line)


def _any_text(kind: Kind) -> bool:
    return isinstance(kind, (Text, Ref)) or (isinstance(kind, Many) and isinstance(kind.each, Ref))


def _looked_up(kind: Kind) -> bool:
    """A value picked from a list: what another column says of it is no loss."""
    each = kind.each if isinstance(kind, Many) else kind
    return isinstance(each, (Ref, Coded, Choice))


def _takes(kind: Kind, text: str) -> bool:
    try:
        kind.parse(text)
    except RefusalError:
        return False
    return True
