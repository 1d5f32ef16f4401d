"""Does this record stand in the store already? By credit code, phone and normalised name.

A sure match is the same record; a possible one (one mobile with two names, the same name with
another phone) is offered to the person and never merged silently.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Many
from fj_desktop.core.text import company_key, place_of_company, squeeze
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.likeness.organisations import organisation
from fj_desktop.store import keys, queries
from fj_desktop.store.schema import record_table

_PEOPLE = "person"


@dataclass(frozen=True)
class Match:
    """What was found for one record: the sure match, or possible ones, or nothing."""

    sure: uuid.UUID | None = None
    possible: tuple[uuid.UUID, ...] = ()


class Matcher:
    """Finds duplicates for many records with a number of queries that grows with them alone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._found: dict[tuple[str, str], list[uuid.UUID]] = {}
        self._values: dict[uuid.UUID, dict[str, Any]] = {}

    def load(self, library: Library, records: Iterable[Mapping[str, Any]]) -> None:
        """Look up all keys of these records at once."""
        wanted = {key for values in records for key in keys.keys_of(library, values).values()}
        new = [key for key in wanted if (library.table, key) not in self._found]
        found = keys.find(self._connection, library.table, new)
        for key in new:
            self._found[(library.table, key)] = found.get(key, [])
        self.know(library, {one for records_of in found.values() for one in records_of})

    def know(self, library: Library, wanted: Iterable[uuid.UUID]) -> None:
        """Read the values of stored records, those in this transaction learned before apart."""
        table, missing = record_table(library), [one for one in wanted if one not in self._values]
        if not missing:
            return
        for at in range(0, len(missing), 500):
            part = missing[at : at + 500]
            for row in self._connection.execute(select(table).where(table.c.id.in_(part))).mappings():
                self._values[row["id"]] = dict(row)
        for name, one in library.fields.items():
            if isinstance(one.kind, Many):
                sets = queries.members(self._connection, f"{library.table}.{name}", missing)
                for record in self._values.keys() & missing:
                    self._values[record][name] = tuple(sets.get(record, ())) or None

    def learn(self, library: Library, record: uuid.UUID, values: dict[str, Any]) -> None:
        """Count a record that is about to be stored, so that later rows of one sheet find it; keeps the values."""
        self._values[record] = values
        for key in keys.keys_of(library, values).values():
            self._found.setdefault((library.table, key), []).append(record)

    def values(self, record: uuid.UUID) -> dict[str, Any]:
        """The values of a matched record as they stand; none when it is only planned."""
        return self._values.get(record, {})

    def match(self, library: Library, values: Mapping[str, Any]) -> Match:
        """The match of one record whose keys were loaded."""
        possible: list[uuid.UUID] = []
        for key in keys.keys_of(library, values).values():
            for record in self._found.get((library.table, key), ()):
                verdict = _same(library, values, self._values.get(record, {}))
                if verdict:
                    return Match(sure=record)
                if verdict is None and record not in possible:
                    possible.append(record)
        return Match(possible=tuple(possible))


def _same(library: Library, new: Mapping[str, Any], old: Mapping[str, Any]) -> bool | None:
    """True for the same record, False for another, None when a person must decide."""
    if library.table == _PEOPLE:
        return _same_person(new, old)
    if library.links():
        return True
    if library.same_when:
        return keys.together(library, new) == keys.together(library, old)
    for name in (key for key in library.keys if key in library.fields):
        first, second = new.get(name), old.get(name)
        if first not in (None, "") and second not in (None, ""):
            if library.table == "company" and name == "name":
                return _same_company(str(first), str(second))
            return squeeze(str(first)) == squeeze(str(second))
    return None


def _same_company(new: str, old: str) -> bool | None:
    if company_key(new) != company_key(old):
        return False
    first, second = place_of_company(new), place_of_company(old)
    inside, also = ({*organisation(name).brackets} - {"集团"} for name in (new, old))
    if inside != also:
        # 夔门光学（重庆）is 重庆夔门光学; 夔门光学（温州）may be another company than 夔门光学.
        return True if {*inside, first} - {""} == {*also, second} - {""} else None
    # 奉节县粮油公司 and 巫山县粮油公司 may be two; 重庆夔门光学 and 夔门光学 are one.
    return True if first in second or second in first else None


def _same_person(new: Mapping[str, Any], old: Mapping[str, Any]) -> bool | None:
    mobile = _agree(new.get("mobile"), old.get("mobile"))
    name = _agree(new.get("name"), old.get("name"))
    if mobile is True:
        return True if name is not False else None
    if mobile is False:
        return None if name is True else False
    place = _agree(new.get("org_name") or new.get("company_id"), old.get("org_name") or old.get("company_id"))
    return True if name is True and place is True else None


def _agree(first: Any, second: Any) -> bool | None:
    if first in (None, "") or second in (None, ""):
        return None
    return squeeze(str(first)) == squeeze(str(second))


def library_of_link(library: Library, link: str) -> Library:
    """The master library a link leads to."""
    return CATALOG.of_table(library.fields[link].kind.target)  # type: ignore[attr-defined]
