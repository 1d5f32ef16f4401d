"""What a row of a library is called, what it still lacks, and how it stands in JSON."""

from collections.abc import Mapping
from typing import Any

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Link
from fj_desktop.libraries import CATALOG


def record_name(library: Library, row: Mapping[str, Any]) -> str:
    """What a record is called: the first filled of its naming fields, its own or its master's."""
    prefixes = ["", *(link.kind.prefix for link in library.links() if isinstance(link.kind, Link))]
    surface = CATALOG.by_key(library)
    for name in (*library.naming, "name", "mobile"):
        for prefix in prefixes:
            one, value = surface.get(prefix + name), row.get(prefix + name)
            if one is not None and value:
                return one.field.kind.mask(value) if one.field.masked else str(value)
    return "未命名"


def missing_by_stage(library: Library, row: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Labels that are still missing, by the stage that needs them; ``complete`` feeds the meter only."""
    found: dict[str, list[str]] = {}
    for one in CATALOG.surface(library):
        asked = one.field.needed and not one.field.computed and (one.via is None or one.field.main)
        if asked and row.get(one.key) in (None, "", ()):
            found.setdefault(one.field.needed, []).append(one.label)
    return {stage: tuple(labels) for stage, labels in found.items() if stage != "save"}


def completeness(library: Library, row: Mapping[str, Any]) -> float:
    """The share of needed fields that are filled, 0 to 1."""
    needed = [one for one in CATALOG.surface(library) if one.field.needed and not one.field.computed]
    needed = [one for one in needed if one.via is None or one.field.main]
    there = [one for one in needed if row.get(one.key) not in (None, "", ())]
    return len(there) / len(needed) if needed else 1.0


def as_json(library: Library, row: Mapping[str, Any], *, reveal: bool) -> dict[str, Any]:
    """A record with English field names; references as names."""
    found: dict[str, Any] = {"id": str(row["id"]), "office_code": row["office_code"], "visibility": row["visibility"]}
    for one in CATALOG.surface(library):
        value = row.get(one.key)
        if value in (None, ()):
            found[one.key] = [] if one.field.kind.many else None
        elif one.field.masked and not reveal:
            found[one.key] = one.field.kind.mask(value if not one.field.kind.many else "")
        elif one.ref_target and not one.field.kind.many:
            found[one.key] = row.get(f"{one.key}/name")
        else:
            found[one.key] = one.field.kind.to_json(value)
        if one.ref_target and one.field.kind.many and value:
            found[one.key] = str(row.get(f"{one.key}/name", "")).split("；")
    found["updated_at"] = row["updated_at"].strftime("%Y-%m-%dT%H:%M:%SZ")
    found["deleted"] = bool(row["deleted"])
    return found
