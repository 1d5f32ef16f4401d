"""Finds the records that typed names refer to; an import may make a missing one from its name."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, String, cast, select

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Kind, Many, Ref, Text, split_members
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import clean, is_blank, squeeze
from fj_desktop.libraries import CATALOG
from fj_desktop.store.schema import record_table
from fj_desktop.store.shapes import shape

_ALIASED = frozenset({"unit", "chain", "town", "office"})
_COVER = re.compile(r"＊＊|\*{4}")
_MEMORY = 4096
_MARKS = ("县", "各", "奉节县", "奉节")


@dataclass(frozen=True)
class Missing:
    """A name that no record has yet, and the library it would be made in."""

    target: str
    name: str


Reader = Callable[[str], Any]


class Resolver:
    """Turns typed texts of references into ids, remembering what it looked up."""

    def __init__(self, connection: Connection, make: Callable[[Library, str], uuid.UUID] | None = None) -> None:
        self._connection = connection
        self._make = make
        self._known: dict[tuple[str, str], list[uuid.UUID]] = {}
        self._aliases: dict[str, dict[str, list[uuid.UUID]]] = {}
        self._readers: dict[Kind, Reader] = {}
        self._of_library: dict[Library, dict[str, tuple[str, str | None, Reader]]] = {}

    @property
    def connection(self) -> Connection:
        """What it asks."""
        return self._connection

    def value(self, kind: Kind, text: str) -> Any:
        """The stored value of a typed text; None for a blank one.

        Raises:
            RefusalError: the kind refuses the text, or no record has the name.
        """
        return self.reader(kind)(text)

    def reader(self, kind: Kind) -> Reader:
        """What :meth:`value` does for texts of one kind."""
        reader = self._readers.get(kind)
        if reader is None:
            reader = self._readers[kind] = self._reader(kind)
        return reader

    def readers(self, library: Library) -> dict[str, tuple[str, str | None, Reader]]:
        """Every field that may be typed, by surface key: its name, the link it is reached by, and its reader."""
        found = self._of_library.get(library)
        if found is None:
            found = self._of_library[library] = {}
            for one in CATALOG.surface(library):
                if not one.field.computed:
                    read = self.reader(one.field.kind)
                    link = None if one.via is None else one.via.name
                    found[one.key] = one.field.name, link, _uncovered(read) if one.field.masked else read
        return found

    def _reader(self, kind: Kind) -> Reader:
        if isinstance(kind, Ref):
            return _unless_blank(lambda text: self._ref(kind, clean(text)))
        if isinstance(kind, Many) and isinstance(kind.each, Ref):
            each = kind.each
            return _unless_blank(
                lambda text: tuple(sorted({str(self._ref(each, part)) for part in split_members(text)}))
            )
        read = _unless_blank(kind.parse)
        return read if isinstance(kind, Text) else _remembering(read)

    def all_named(self, kind: Ref, text: str) -> list[uuid.UUID]:
        """Every record a typed name or id may mean.

        Raises:
            RefusalError: there is none.
        """
        library, bare = CATALOG.of_table(kind.target), clean(text)
        return self._by_id(library, bare) or self._named(library, bare) or [self._ref(kind, bare)]

    def _ref(self, kind: Ref, text: str) -> uuid.UUID:
        library = CATALOG.of_table(kind.target)
        found = self._by_id(library, text) or self._named(library, text)
        if len(found) == 1:
            return found[0]
        if found:
            raise RefusalError(f"{library.title}里有 {len(found)} 条“{text[:20]}”，请从列表中选取其中一条")
        if _is_id(text):
            raise RefusalError(f"{library.title}里选取的那条记录已经不在，请重新选取")
        if kind.makes and self._make is not None:
            made = self._make(library, text)
            self._known[(kind.target, squeeze(text))] = [made]
            return made
        raise RefusalError(f"{library.title}里没有“{text[:20]}”，请从列表中选取或先新增")

    def _by_id(self, library: Library, text: str) -> list[uuid.UUID]:
        if not _is_id(text):
            return []
        record = uuid.UUID(text)
        table = record_table(library)
        found = self._connection.execute(select(table.c.id).where(table.c.id == record, table.c.deleted.is_(False)))
        return list(found.scalars())

    def _named(self, library: Library, text: str) -> list[uuid.UUID]:
        if library.table in _ALIASED:
            return self._by_alias(library, text)
        memory = (library.table, squeeze(text))
        if memory not in self._known:
            # A role is named by its person, who stands in a table of their own; some records by a day or a number.
            form, key = shape(library), library.naming[0]
            name = form.raw(key) if isinstance(form.raw(key).type, String) else cast(form.raw(key), String)
            wanted = select(form.base.c.id).select_from(form.sources([key])).where(name == text)
            statement = wanted.where(form.base.c.deleted.is_(False))
            self._known[memory] = list(self._connection.execute(statement.limit(20)).scalars())
        return self._known[memory]

    def _by_alias(self, library: Library, text: str) -> list[uuid.UUID]:
        if library.table not in self._aliases:
            self._aliases[library.table] = self._load_aliases(library)
        return self._aliases[library.table].get(squeeze(text), [])

    def _load_aliases(self, library: Library) -> dict[str, list[uuid.UUID]]:
        table = record_table(library)
        columns = [table.c[name] for name in ("code", "name", "aliases") if name in table.c]
        found: dict[str, list[uuid.UUID]] = {}
        for record, *names in self._connection.execute(select(table.c.id, *columns).where(table.c.deleted.is_(False))):
            for alias in {alias for name in names if name for part in split_members(name) for alias in _aliases(part)}:
                found.setdefault(alias, []).append(record)
        return found


def _is_id(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def _unless_blank(parse: Reader) -> Reader:
    return lambda text: None if is_blank(text) else parse(text)


def _uncovered(read: Reader) -> Reader:
    def uncovered(text: str) -> Any:
        if _COVER.search(text):
            raise RefusalError("这是遮盖后的内容，不是原文；请填原文或留空")
        return read(text)

    return uncovered


def _remembering(parse: Reader) -> Reader:
    """Parse each text once: ledgers repeat places, trades and dates from row to row."""
    memory: dict[str, Any] = {}

    def parsed(text: str) -> Any:
        found = memory.get(text, memory)
        if found is memory:
            found = parse(text)
            if len(memory) < _MEMORY:
                memory[text] = found
        return found

    return parsed


def _aliases(name: str) -> set[str]:
    whole = squeeze(name)
    short = whole.split("(", 1)[0]
    found = {whole, short}
    for mark in _MARKS:
        if short.startswith(mark) and len(short) - len(mark) >= 2:
            found.add(short.removeprefix(mark))
        found.add(mark + short)
    return found
