"""Which column fills which field: the surest first, every field once, nothing last-wins in silence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from fj_desktop.core.field import Spread
from fj_desktop.core.kinds import Amount, Kind, Text
from fj_desktop.core.text import fold
from fj_desktop.exchange.mapping.captions import Column, Option
from fj_desktop.exchange.mapping.contacts import belongs_to_other, call_key
from fj_desktop.exchange.mapping.header import bare
from fj_desktop.exchange.mapping.names import NameTable
from fj_desktop.exchange.mapping.proposal import ROW_NUMBER_KEY, ColumnMapping
from fj_desktop.exchange.mapping.sniffing import fits
from fj_desktop.exchange.mapping.synonyms import PERSONAL_LEAVES

_NEAR, _SWAY = 0.07, 0.04
_SECOND_CHOICE = 0.85
_SHARED = 0.82


class Assignment:
    """Gives the columns of one header their fields."""

    def __init__(self, names: NameTable, columns: Sequence[Column], units: Iterable[str] = ()) -> None:
        self._surfaces = names.surfaces
        self._columns = {one.index: one for one in columns}
        self._units = tuple(units)
        self._taken: dict[str, list[int]] = {}
        self._found: dict[int, ColumnMapping] = {}
        self._other_measures: dict[int, str] = {}
        self.notes: list[str] = []
        self._call_key = call_key(self._surfaces.values())
        self._run()

    @property
    def mappings(self) -> tuple[ColumnMapping, ...]:
        """All columns in their order, the unmapped ones without targets."""
        return tuple(
            self._found.get(index) or ColumnMapping(index, one.header, one.unit) for index, one in self._columns.items()
        )

    def _run(self) -> None:
        for column in self._columns.values():
            self._special(column)
        ranked = [
            (-self._swayed(column, option), -column.year, column.index, option)
            for column in self._columns.values()
            if column.index not in self._found and not column.call
            for option in column.options
        ]
        for _, _, index, option in sorted(ranked, key=lambda item: item[:3]):
            if index not in self._found:
                self._try(self._columns[index], option)
        for column in self._columns.values():
            if column.call:
                self._call(column)
        self.notes += _repeated(self._columns.values(), self._found)
        self.notes += [text for index, text in self._other_measures.items() if index not in self._found]

    def _special(self, column: Column) -> None:
        """Row numbers and declared spreads; a spread's header goes before the names of fields."""
        if column.row_number:
            self._found[column.index] = ColumnMapping(column.index, column.header, "", (ROW_NUMBER_KEY,), None, 1.0)
        elif column.spread is not None and not column.call and self._is_free(column, column.spread):
            self._divide(column, column.spread)

    def _is_free(self, column: Column, spread: Spread) -> bool:
        """A spread serves a second column of another name only where a note takes what has no place."""
        before = [one for one in self._found.values() if one.spread is spread]
        noted = any(self._kind(key).lines > 1 for key in spread.targets if key in self._surfaces)
        return not before or (noted and all(bare(one.header) != bare(column.header) for one in before))

    def _divide(self, column: Column, spread: Spread) -> None:
        index, header = column.index, column.header
        self._found[index] = ColumnMapping(index, header, column.unit, spread.targets, spread, 1.0)

    def _kind(self, key: str) -> Kind:
        return self._surfaces[key].field.kind

    def _swayed(self, column: Column, option: Option) -> float:
        """The confidence, moved a little by what the cells hold when several fields come close."""
        if len(column.options) < 2 or column.options[0].confidence - column.options[1].confidence > _NEAR:
            return option.confidence
        fit = fits(self._kind(option.key), column.values, option.unit or column.unit)
        return option.confidence if fit is None else option.confidence + (_SWAY if fit else -_SWAY)

    def _try(self, column: Column, option: Option) -> None:
        kind = self._kind(option.key)
        if option.key != column.options[0].key and option.confidence < _SECOND_CHOICE:
            return
        if option.guessed and fits(kind, column.values, option.unit or column.unit) is False:
            return
        if option.key in self._taken and not self._may_share(column, option, kind):
            return
        if _is_other_measure(kind, option.unit or column.unit):
            self._tell_measure(column, option)
            return
        unit = option.unit or column.unit or self._sheet_unit(kind)
        self._taken.setdefault(option.key, []).append(column.index)
        self._found[column.index] = ColumnMapping(
            column.index, column.header, unit, (option.key,), None, max(0.5, min(1.0, option.confidence))
        )

    def _may_share(self, column: Column, option: Option, kind: Kind) -> bool:
        """One amount in two units, or several columns of remarks."""
        others = [self._columns[index] for index in self._taken[option.key]]
        if option.guessed or any(one.year != column.year for one in others):
            return False
        if isinstance(kind, Amount):
            units = [self._found[one.index].unit for one in others]
            mine = option.unit or column.unit
            return bool(mine) and all(unit and unit != mine for unit in units)
        if isinstance(kind, Text) and kind.lines > 1:
            names = {bare(one.header) for one in others}
            return option.confidence >= _SHARED and bare(column.header) not in names
        return False

    def _tell_measure(self, column: Column, option: Option) -> None:
        label, unit = self._surfaces[option.key].label, self._kind(option.key).unit
        self._other_measures[column.index] = (
            f"“{column.header}”的单位“{option.unit or column.unit}”与“{label}”（{unit}）不是一类，没有导入。"
            "如需导入请手工选择字段。"
        )

    def _sheet_unit(self, kind: Kind) -> str:
        """The unit a line above the header gives to all amounts it suits (单位：万元)."""
        if not isinstance(kind, Amount):
            return ""
        fit = [unit for unit in self._units if fold(unit) in kind.units or fold(unit) == fold(kind.unit)]
        return fit[0] if len(fit) == 1 else ""

    def _call(self, column: Column) -> None:
        """Numbers of the record's own person; several columns of them are divided over the same fields."""
        before = any(one.call and one.index in self._found for one in self._columns.values())
        if self._is_of_other(column) or (column.unsure and before):
            return
        if column.spread is not None:
            self._divide(column, column.spread)
        elif self._call_key and self._call_key not in self._taken:
            self._taken[self._call_key] = [column.index]
            self._found[column.index] = ColumnMapping(column.index, column.header, "", (self._call_key,), None, 0.95)

    def _is_of_other(self, column: Column) -> bool:
        """Numbers behind the name of somebody else (对接人、联系电话) are theirs unless the cells say otherwise."""
        left = self._columns.get(column.index - 1)
        if left is not None and "/" not in column.header and bare(left.header) in PERSONAL_LEAVES - {"姓名"}:
            left = self._columns.get(column.index - 2)
        if left is None or not left.other or left.call or _is_contact(self._found.get(left.index)):
            return False
        if not belongs_to_other(column.values, left.values):
            return False
        self.notes.append(
            f"“{column.header}”紧跟在“{left.header}”后面，可能是对方的号码，没有导入。如需导入请手工选择字段。"
        )
        return True


def _repeated(columns: Iterable[Column], found: Mapping[int, ColumnMapping]) -> Iterator[str]:
    """Says which of several columns with one header is not imported, so that none wins in silence."""
    places: dict[str, list[Column]] = {}
    for one in columns:
        places.setdefault(bare(one.header), []).append(one)
    for same in places.values():
        left = [one for one in same if one.index not in found and one.values]
        if len(same) > 1 and left and len(left) < len(same):
            where = "、".join(f"第 {one.index + 1} 列" for one in left)
            yield f"“{left[0].header}”出现了 {len(same)} 次，{where}没有导入。如需导入请手工选择字段。"


def _is_other_measure(kind: Kind, unit: str) -> bool:
    """A unit that a kind of number refuses: a price of the whole plot is no price of a 亩."""
    if not unit or not isinstance(kind, Amount) or fold(unit) in kind.units or fold(unit) == fold(kind.unit):
        return False
    return kind.with_unit("1", unit) != "1"


def _is_contact(column: ColumnMapping | None) -> bool:
    """The contact of a plot or a project, to whom the number beside the name belongs."""
    return column is not None and any("contact_person" in key for key in column.targets)
