"""Which values are covered on the screen: S2 and S3, but the mobiles of an office's own contacts are open to it."""

from collections.abc import Mapping
from typing import Any

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Email, Mobile, Phone
from fj_desktop.services.parsing import link_kind

_PERSONS = ("person", "staff")


def is_covered(one: Surface, row: Mapping[str, Any], office: str | None) -> bool:
    """Whether a field of a row, as :func:`fj_desktop.store.queries.page` gives it, is covered.

    Args:
        one: the field.
        row: the record, with the office that owns it and, for a master's field, the office that owns the master.
        office: whose screen it is; None for paper and files, where every covered field stays covered.
    """
    if not one.field.masked:
        return False
    if not one.field.kind.open_to_owner:
        return True
    owner = row["office_code"] if one.via is None else row.get(f"office/{one.via.name}")
    return bool(owner != office)


def is_contact(one: Surface, library: Library) -> bool:
    """Whether a field is a protected one about a person: of a person's own record, or a number or address of one."""
    owner = library.table if one.via is None else link_kind(one.via).target
    return one.field.masked and (owner in _PERSONS or isinstance(one.field.kind, Mobile | Phone | Email))
