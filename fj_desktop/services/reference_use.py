"""Which codes of a reference table stored records use."""

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from fj_desktop.core import reference
from fj_desktop.core.kinds import Coded, Many
from fj_desktop.libraries import CATALOG
from fj_desktop.services.reference_files import Table
from fj_desktop.store.schema import MEMBER, record_table
from fj_desktop.store.transactions import Store

_HELD_IN = {"divisions": reference.divisions, "countries": reference.divisions, "industries": reference.industries}
"""Countries stand in one table with the divisions, told apart by the shape of their codes."""


def lost(table: Table, codes: set[str], store: Store) -> int:
    """How many stored values of a table's shape would keep a code that is not among ``codes``.

    Universities are stored by name and cities of the regions not at all: none can be lost.
    """
    held = _HELD_IN.get(table.name)
    if held is None:
        return 0
    found = 0
    with store.reading() as connection:
        for counted in _counts(held()):
            for code, count in connection.execute(counted):
                found += int(count) if re.fullmatch(table.shape, str(code)) and str(code) not in codes else 0
    return found


def _counts(held: reference.CodeTable) -> Iterator[Select[Any]]:
    for library in CATALOG.everything:
        for name, one in library.fields.items():
            kind = one.kind.each if isinstance(one.kind, Many) else one.kind
            if isinstance(kind, Coded) and kind.table() is held:
                holder = record_table(library)
                column: ColumnElement[Any] = MEMBER.c.value if one.kind.many else holder.c[name]
                place = (MEMBER.c.field == f"{library.table}.{name}",) if one.kind.many else ()
                living = MEMBER.c.deleted if one.kind.many else holder.c.deleted
                counted = select(column, func.count()).where(living.is_(False), column.is_not(None), *place)
                yield counted.group_by(column)
