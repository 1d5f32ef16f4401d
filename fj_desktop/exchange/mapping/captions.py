"""The header of one column, read: the fields it can mean, its unit, and the spread it asks for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fj_desktop.core.field import Spread
from fj_desktop.exchange.mapping.contacts import is_call, is_name_and_call, is_other_person, names_other, of_own_person
from fj_desktop.exchange.mapping.header import Caption, bare, canonical, caption, levels
from fj_desktop.exchange.mapping.names import NameTable
from fj_desktop.exchange.mapping.proposal import ColumnMapping
from fj_desktop.exchange.mapping.sniffing import counts_rows
from fj_desktop.exchange.mapping.synonyms import (
    ANY_CALL,
    COUNTED,
    IGNORED,
    NAME_AND_CALL,
    PERSONAL_LEAVES,
    PLAIN_LEAVES,
    ROW_NUMBER,
    SELF_GROUPS,
)
from fj_desktop.exchange.reading.book import CellValue

_FORM, _LEAF, _GROUP, _OF_WHOM, _PART, _CONTACT = 0.005, 0.02, 0.1, 0.14, 0.12, 0.07
_YEAR = re.compile(r"(19|20)\d\d")
_AND = re.compile(r"[/、,;，；|]|及|和")


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
        spread: how its cells are divided, when the library says so for this header.
        unit: the unit its header gives, whatever it means.
        row_number: it only counts the rows.
        call: it promises a number or an address of any kind.
        other: it names somebody else than the one the record is about.
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
    other: bool = False
    unsure: bool = False
    year: int = 0


class Reader:
    """Reads the columns of a header in the words of one library."""

    def __init__(self, names: NameTable, spreads: Sequence[Spread]) -> None:
        self._names = names
        self._spreads: dict[str, Spread] = {}
        for spread in spreads:
            for head in spread.headers:
                for form, _ in caption(head).forms:
                    self._spreads.setdefault(form, spread)
        for form, spread in list(self._spreads.items()):
            self._spreads.setdefault(canonical(form), spread)

    def likely(self, parts: tuple[str, ...]) -> float:
        """How sure a header is one of this library's, from 0 to 1; quick, for choosing among rows."""
        if parts[-1] in self._names.surfaces:
            return 1.0
        captions = self._captions(parts)
        if not captions or not captions[-1].forms:
            return 0.0
        forms = list(_joined(captions))
        if _in(ROW_NUMBER, forms):
            return 0.3
        if is_call(forms) or any(self._spread_of(form) for form in forms):
            return 0.95
        return max(self._names.sureness(form) for form in forms)

    def column(self, index: int, parts: tuple[str, ...], values: Sequence[CellValue]) -> Column:
        """Read one column; ``parts`` are its headers from the outer to the inner one."""
        column = Column(index, "/".join(parts), values)
        if parts[-1] in self._names.surfaces:
            column.options = [Option(parts[-1], 1.0)]
            parts = parts[:-1]
        captions = self._captions(parts)
        column.unit = next((unit for part in reversed(parts) if (unit := caption(part).unit)), "")
        if captions and captions[-1].forms and not column.options:
            self._fill(column, captions)
        return column

    def own(self, parts_of: Mapping[int, tuple[str, ...]]) -> tuple[ColumnMapping, ...]:
        """The columns of a sheet that this program wrote: every header is a field's own heading; else none."""
        told = {index: parts for index, parts in parts_of.items() if bare(parts[0]) not in IGNORED}
        keys = {index: self._names.headed(bare(parts[0])) for index, parts in told.items() if len(parts) == 1}
        if len(keys) < 3 or len(keys) < len(told) or not all(keys.values()) or len(set(keys.values())) < len(keys):
            return ()
        return tuple(_own(index, told[index][0], key, self._spreads) for index, key in keys.items())

    def _captions(self, parts: tuple[str, ...]) -> list[Caption]:
        """The headers above each other; one that joins them by ``/`` is taken apart when it means nothing whole."""
        if len(parts) == 1 and "/" in parts[0] and not self._known(parts[0]):
            parts = levels(parts[0])
        captions = [caption(part) for part in parts]
        return captions[:-1] if len(captions) > 1 and captions[-1].unit_only else captions

    def _known(self, text: str) -> bool:
        return any(
            form in self._spreads or self._names.sureness(form) or _in(ROW_NUMBER, (form,))
            for form, _ in caption(text).forms
        )

    def _fill(self, column: Column, captions: list[Caption]) -> None:
        leaf, groups = captions[-1], captions[:-1]
        forms = [form for form, _ in leaf.forms]
        personal = any(form in PERSONAL_LEAVES for form in forms) or is_call(forms)
        stranger = personal and names_other("".join(one.text for one in groups))
        column.other = is_other_person(leaf.text)
        own = any(word in one.text for one in groups for word in SELF_GROUPS)
        column.unsure = personal and bool(groups) and not own
        column.year = max((int(found.group()) for one in groups if (found := _YEAR.search(one.text))), default=0)
        column.call = is_call(forms) and not stranger
        column.spread = self._spread(captions, forms, alone=not stranger)
        column.options = _best(self._options(leaf, groups, column, alone=not stranger))
        column.row_number = self._counts(column, forms)

    def _spread(self, captions: list[Caption], forms: list[str], *, alone: bool) -> Spread | None:
        names = list(_joined(captions) if alone else _groups_joined(captions))
        exact = next((self._spreads[name] for name in names if name in self._spreads), None)
        if exact or any(self._names.exact(name) for name in names):
            return exact
        if found := next((spread for name in names if (spread := self._spread_of(name))), None):
            return found
        if alone and is_name_and_call(forms):
            return self._spreads.get(NAME_AND_CALL)
        return self._spreads.get(ANY_CALL) if alone and is_call(forms) else None

    def _spread_of(self, form: str) -> Spread | None:
        found = self._spreads.get(form) or self._spreads.get(canonical(form))
        if found is None:
            found = next((self._spreads[word] for word in self._names.instead(form) if word in self._spreads), None)
        return found

    def _counts(self, column: Column, forms: list[str]) -> bool:
        """Whether a column only counts the rows: by its header, or where 编号 stands over 1, 2, 3."""
        best = column.options[0] if column.options else None
        counted = _in(COUNTED, forms)
        if best and best.confidence > 0.97:
            label = bare(self._names.surfaces[best.key].label)
            if not counted or _in(ROW_NUMBER, (label,)):
                return False
        if _in(ROW_NUMBER, forms):
            return True
        return counted and len(column.values) > (0 if best is None else 1) and counts_rows(column.values)

    def _options(self, leaf: Caption, groups: list[Caption], column: Column, *, alone: bool) -> Iterator[Option]:
        for group in reversed(groups):
            yield from self._together(group, leaf)
        if not alone:
            return
        yield from self._alone(leaf, _OF_WHOM if column.unsure else _LEAF if groups else 0.0)
        yield from self._of_contact(leaf)
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

    def _of_contact(self, leaf: Caption) -> Iterator[Option]:
        """联系人职务 is the 职务 of the person the record is about, where no field says otherwise."""
        for form, _ in leaf.forms:
            if (own := of_own_person(form)) in PERSONAL_LEAVES:
                for meaning in self._names.meanings(own):
                    yield Option(meaning.key, meaning.confidence - _CONTACT)

    def _in_parts(self, leaf: Caption) -> Iterator[Option]:
        """A header of several words (进度、备注) means a field when no two of its words mean different ones."""
        words = [bare(word) for word in _AND.split(leaf.forms[0][0])]
        if len(words) < 2:
            return
        found = [meanings[0] for word in words if (meanings := self._names.exact(word))]
        if len({one.key for one in found}) != 1:
            return
        tall = self._names.surfaces[found[0].key].field.kind.lines > 1
        if len(found) == len(words) or tall:
            yield Option(found[0].key, found[0].confidence - _PART)


def _own(index: int, header: str, key: str, spreads: Mapping[str, Spread]) -> ColumnMapping:
    spread = spreads.get(bare(header))
    targets = spread.targets if spread is not None and key in spread.targets else (key,)
    return ColumnMapping(index, header, caption(header).unit, targets, spread, 1.0, main=key)


def _in(words: frozenset[str], forms: Sequence[str]) -> bool:
    return any(form in words or canonical(form) in words for form in forms)


def _groups_joined(captions: list[Caption]) -> Iterator[str]:
    for form, _ in captions[-1].forms:
        for group in captions[:-1]:
            for outer, _ in group.forms:
                yield outer + form


def _joined(captions: list[Caption]) -> Iterator[str]:
    yield from _groups_joined(captions)
    for form, _ in captions[-1].forms:
        yield form


def _best(options: Iterator[Option]) -> list[Option]:
    found: dict[str, Option] = {}
    for one in options:
        if one.key not in found or one.confidence > found[one.key].confidence:
            found[one.key] = one
    return sorted(found.values(), key=lambda option: -option.confidence)
