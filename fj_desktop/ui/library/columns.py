"""Which columns a library shows, how wide and in which order; kept in the encrypted store."""

import json
from dataclasses import dataclass, field
from typing import Any

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk

_CHARACTER = 8
_NARROWEST, _WIDEST = 64, 320


@dataclass
class Layout:
    """The shown columns in order, their widths in layout pixels, and the sort order."""

    keys: list[str]
    widths: dict[str, int] = field(default_factory=dict)
    order: list[tuple[str, bool]] = field(default_factory=list)


def usual_width(one: Surface) -> int:
    """A width that fits the kind and the heading."""
    label = sum(2 if ord(sign) > 255 else 1 for sign in one.label) * _CHARACTER + 44
    return min(_WIDEST, max(_NARROWEST, label, one.field.kind.excel_width * _CHARACTER))


def usual(library: Library) -> Layout:
    """The columns declared for the table, names first."""
    shown = [one.key for one in CATALOG.surface(library) if one.in_table]
    return Layout(shown or [one.key for one in CATALOG.surface(library)][:8])


def kept(desk: Desk, library: Library) -> Layout:
    """The layout as the person left it; unknown columns of an older program are dropped."""
    try:
        found: Any = json.loads(desk.setting(f"columns/{library.library}") or "null")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        return usual(library)
    known = CATALOG.by_key(library)
    keys = [key for key in found.get("keys", ()) if key in known]
    widths = {key: int(width) for key, width in found.get("widths", {}).items() if key in known}
    order = [(str(key), bool(down)) for key, down in found.get("order", ()) if key in known and known[key].sorts]
    return Layout(keys or usual(library).keys, widths, order)


def keep(desk: Desk, library: Library, layout: Layout) -> None:
    """Remember a layout."""
    value = json.dumps({"keys": layout.keys, "widths": layout.widths, "order": layout.order})
    desk.keep_setting(f"columns/{library.library}", value)
