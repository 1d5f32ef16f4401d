"""The header of one column, read: the fields it can mean, its unit, and the spread it asks for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fj_desktop.core.field import Spread
from fj_desktop.exchange.mapping.contacts import is_call, is_name_and_call, names_other
from fj_desktop.exchange.mapping.header import Caption, bare, canonical, caption
from fj_desktop.exchange.mapping.names import NameTable
from fj_desktop.exchange.mapping.sniffing import counts_rows
from fj_desktop.exchange.mapping.synonyms import COUNTED, PERSONAL_LEAVES, PLAIN_LEAVES, ROW_NUMBER
from fj_desktop.exchange.reading.book import CellValue

_FORM, _LEAF, _GROUP, _OF_WHOM, _PART = 0.005, 0.02, 0.1, 0.14, 0.12
_YEAR = re.compile(r"(19|20)\d\d")
_SELF_GROUPS = ("联系", "人员", "个人", "本人", "企业家", "校友", "专家", "人才", "信息", "情况", "通讯", "资料", "乡贤")


@dataclass(frozen=True)
class Option:
    """A field this column can fill, and the unit its header gives when it does."""

    key: str
    confidence: float
    unit: str = ""
    guessed: bool = False


@dataclass
class Column:
    """One column of a header, read.

    Attributes:
        index: zero-based place.
        header: outer and inner header joined.
        values: some filled cells below it.
        options: fields it can mean, best first.
        unit: the unit its header gives, whatever it means.
        row_number: it only counts the rows.
        call: it promises a number or an address of any kind; ``name_and_call`` a name with it.
        other: it speaks of somebody else than the one the record is about.
        unsure: the header above does not say whom a name or number belongs to.
        year: the year its outer header gives, or 0.
    """

    index: int
    header: str
    values: Sequence[CellValue]
    options: list[Option] = field(default_factory=list)
    spread: Spread | None = None
    unit: str = ""
    row_number: bool = False
    call: bool = False
    name_and_call: bool = False
    other: bool = False
    unsure: bool = False
    year: int = 0


class Reader:
    """Reads the columns of a header in the words of one library."""

    def __init__(self, names: NameTable, spreads: Sequence[Spread]) -> None:
        self._names = names
        self._spreads = {form: spread for spread in spreads for head in spread.headers for form in _forms_of(head)}

    def likely(self, parts: tuple[str, ...]) -> float:
        """How sure a header is one of this library's, from 0 to 1; quick, for choosing among rows."""
        if parts[-1].strip() in self._names.surfaces:
            return 1.0
        captions = [caption(part) for part in parts]
        if len(captions) > 1 and captions[-1].unit_only:
            captions.pop()
        if not captions or not captions[-1].forms:
            return 0.0
        forms = list(self._joined(captions))
        if set(forms) & ROW_NUMBER:
            return 0.3
        if is_call(forms) or any(form in self._spreads for form in forms):
            return 0.95
        return max(self._names.sureness(form) for form in forms)

    def column(self, index: int, parts: tuple[str, ...], values: Sequence[CellValue]) -> Column:
        """Read one column; ``parts`` are its headers from the outer to the inner one."""
        column = Column(index, "/".join(parts), values)
        captions = [caption(part) for part in parts]
        if captions and parts[-1].strip() in self._names.surfaces:
            column.options = [Option(parts[-1].strip(), 1.0)]
            column.unit = next((one.unit for one in reversed(captions) if one.unit), "")
            return column
        if len(captions) > 1 and captions[-1].unit_only:
            column.unit = captions.pop().unit_only
        if not captions or not captions[-1].forms:
            return column
        column.unit = column.unit or next((one.unit for one in reversed(captions) if one.unit), "")
        self._fill(column, captions)
        return column

    def _fill(self, column: Column, captions: list[Caption]) -> None:
        leaf, groups = captions[-1], captions[:-1]
        forms = [form for form, _ in leaf.forms]
        column.spread = next((found for one in self._joined(captions) if (found := self._spreads.get(one))), None)
        column.other = names_other(column.header)
        column.unsure = bool(groups) and not any(word in one.text for one in groups for word in _SELF_GROUPS)
        years = [int(found.group()) for one in groups if (found := _YEAR.search(one.text))]
        column.year = max(years, default=0)
        column.call = is_call(forms) and not (groups and column.other)
        column.name_and_call = is_name_and_call(forms)
        column.options = _best(self._options(leaf, groups))
        column.row_number = self._counts(column, forms)

    def _counts(self, column: Column, forms: list[str]) -> bool:
        if any(option.confidence > 0.97 for option in column.options) and not set(forms) & COUNTED:
            return False
        if set(forms) & ROW_NUMBER:
            return True
        return bool(set(forms) & COUNTED) and len(column.values) > 1 and counts_rows(column.values)

    def _joined(self, captions: list[Caption]) -> Iterator[str]:
        for form, _ in captions[-1].forms:
            for group in captions[:-1]:
                for outer, _ in group.forms:
                    yield outer + form
            yield form
            yield canonical(form)

    def _options(self, leaf: Caption, groups: list[Caption]) -> Iterator[Option]:
        for group in reversed(groups):
            yield from self._together(group, leaf)
        personal = any(form in PERSONAL_LEAVES for form, _ in leaf.forms)
        if personal and groups and names_other("".join(one.text for one in groups)):
            return
        unsure = personal and groups and not any(word in one.text for one in groups for word in _SELF_GROUPS)
        yield from self._alone(leaf, _OF_WHOM if unsure else _LEAF if groups else 0.0)
        if groups and any(form in PLAIN_LEAVES for form, _ in leaf.forms):
            yield from self._alone(groups[-1], _GROUP)
        if not groups:
            yield from self._in_parts(leaf)

    def _together(self, group: Caption, leaf: Caption) -> Iterator[Option]:
        for outer, outer_unit in group.forms:
            for inner, inner_unit in leaf.forms:
                for meaning in self._names.meanings(outer + inner):
                    if not meaning.guessed:
                        yield Option(meaning.key, meaning.confidence, inner_unit or outer_unit)

    def _alone(self, one: Caption, loss: float) -> Iterator[Option]:
        for place, (form, unit) in enumerate(one.forms):
            for meaning in self._names.meanings(form):
                yield Option(meaning.key, meaning.confidence - loss - place * _FORM, unit, meaning.guessed)

    def _in_parts(self, leaf: Caption) -> Iterator[Option]:
        """A header of several words (进度、备注) means a field when no two of its words mean different ones."""
        words = [bare(word) for word in re.split(r"[/、,;，；|]|及|和", leaf.forms[0][0])]
        if len(words) < 2 or is_name_and_call([form for form, _ in leaf.forms]):
            return
        found = [meanings[0] for word in words if (meanings := self._names.exact(word))]
        tall = {one.key for one in found if self._names.surfaces[one.key].field.kind.lines > 1}
        if len({one.key for one in found}) == 1 and (len(found) == len(words) or tall):
            yield Option(found[0].key, found[0].confidence - _PART)


def _forms_of(head: str) -> Iterator[str]:
    for form, _ in caption(head).forms:
        yield form
        yield canonical(form)


def _best(options: Iterator[Option]) -> list[Option]:
    found: dict[str, Option] = {}
    for one in options:
        if one.key not in found or one.confidence > found[one.key].confidence:
            found[one.key] = one
    return sorted(found.values(), key=lambda option: -option.confidence)
