"""Default values: constants, and what depends on who works where and when."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.field import Field
from fj_desktop.core.kinds import Day, Moment
from fj_desktop.core.offices import OFFICES

_REGIONS = {"HQ": "重庆市内"}


@dataclass(frozen=True)
class Working:
    """Who works, where and when; the ground of defaults."""

    office: str
    person: str
    now: dt.datetime
    last_used: Mapping[str, str] = field(default_factory=dict)


def default_text(one: Field, working: Working) -> str:
    """The text a field starts with, as if it had been typed; empty for none."""
    name = one.default
    if name.startswith("="):
        return name[1:]
    if name == "last_used":
        return working.last_used.get(one.name, "")
    given = {
        "": "",
        "office": OFFICES[working.office],
        "office_region": _REGIONS.get(working.office, OFFICES[working.office]),
        "me": working.person,
        "now": Moment().show(working.now),
        "today": Day().show(working.now.astimezone(COUNTY_ZONE).date()),
        "unit": "县投资促进中心",
    }
    return given[name]
