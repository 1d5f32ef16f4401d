"""Which stored records are worth comparing with one that is being typed: few, and found at once."""

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Kind, Link, Ref, Text
from fj_desktop.core.refusal import RefusalError
from fj_desktop.rules.likeness import Nature, Subject, nature_of, subject_of
from fj_desktop.rules.likeness.humans import human
from fj_desktop.rules.likeness.organisations import organisation
from fj_desktop.rules.likeness.subject import compared
from fj_desktop.store import keys, search

_OF_A_WORD = 20
_MOST = 80
_HALVED = 3
_NOBODY = uuid.UUID(int=0)


def typed_subject(library: Library, master: Library, values: Mapping[str, Any]) -> Subject:
    """What is typed into a library, as it is compared with the records of its masters or its own."""
    prefix = next((one.kind.prefix for one in library.links() if isinstance(one.kind, Link)), "")
    parsed = {}
    for name in compared(master):
        if (value := _parsed(master.fields[name].kind, values.get(prefix + name))) is not None:
            parsed[name] = value
    employer = values.get("company_name") or values.get(f"{prefix}company_id")
    return subject_of(master, _NOBODY, parsed, employer if isinstance(employer, str) else "")


def worth_a_look(connection: Connection, library: Library, mine: Subject) -> list[uuid.UUID]:
    """Ids of living records that share a code, a number or some words of the name; at most 80."""
    named = {name: mine.name for name in library.naming if mine.name and isinstance(library.fields[name].kind, Text)}
    same = keys.find(connection, library.table, keys.keys_of(library, named).values())
    found = dict.fromkeys(one for several in same.values() for one in several[:_OF_A_WORD])
    for word in dict.fromkeys(_words(library, mine)):
        if len(word) > 1 and len(found) < _MOST:
            found.update((hit.id, None) for hit in search.find(connection, word, [library.table], _OF_A_WORD))
    return list(found)[:_MOST]


def _parsed(kind: Kind, value: Any) -> Any:
    if isinstance(kind, Ref) or not isinstance(value, str):
        return None if isinstance(value, str) else value
    try:
        return kind.parse(value) if value.strip() else None
    except RefusalError:
        return None


def _words(library: Library, mine: Subject) -> Iterator[str]:
    yield from mine.codes.values()
    yield from mine.mobiles
    for number in mine.phones:
        yield number if number.startswith("1") else number[-7:]
    nature = nature_of(library)
    if nature is Nature.PERSON:
        yield human(mine.name)[0]
        return
    core = organisation(mine.name).core if nature is Nature.ORGANISATION else mine.name
    yield core
    # A sign that is wrong stands in one half; the other finds the record.
    # Among many a half is too common to find the one meant; all but one sign are not.
    if len(core) > _HALVED:
        yield core[:-1]
        yield core[1:]
    half = max(2, len(core) // 2)
    yield core[:half]
    yield core[half:]
    yield core[:2]
