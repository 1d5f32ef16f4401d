"""Places: native places, addresses, parts of the county, coordinates."""

import re
from collections.abc import Mapping

from fj_desktop.core import reference, regions
from fj_desktop.core.kinds import Degrees, Kind
from fj_desktop.core.splitting.general import Divider, fits, noted
from fj_desktop.core.text import clean, squeeze


def town_in(text: str) -> str:
    """The county's town or street named in a text, or nothing; 吐祥 alone is enough, within a longer text it is not."""
    bare = squeeze(text)
    for name in (entry.name for entry in reference.towns().entries):
        longer, *shorter = reference.town_names(name)
        if longer in bare or bare in shorter or any(one in bare for one in shorter if one[-1] in "乡镇道"):
            return name
    return ""


def place(region: str, town: str, note: str, village: str = "") -> Divider:
    """A divider for native places: 奉节县吐祥镇 gives the county and the town.

    What follows the town goes to the village, or the whole text to the note. A town counts only
    without a place before it or behind the county: towns elsewhere have the same names.
    """

    def divide(text: str) -> Mapping[str, str]:
        whole = clean(text)
        named = town_in(whole) or town_in(whole.removeprefix(regions.longest_start(whole)))
        head, rest = _around(whole, named)
        if not named or not _is_county(head):
            return _region_and_rest(whole, region, note, "籍贯")
        found = {region: "重庆市奉节县", town: named}
        if rest:
            found |= {village: rest} if village else {note: f"籍贯：{whole}"}
        return found

    return divide


def region_of(region: str, note: str, label: str) -> Divider:
    """A divider for a place that may be a whole address: the region in front of it, the text itself in the note."""

    def divide(text: str) -> Mapping[str, str]:
        return _region_and_rest(clean(text), region, note, label)

    return divide


def position(address: str, town: str) -> Divider:
    """A divider for where a plot lies: the whole text is the address, a town named in it fills the town."""

    def divide(text: str) -> Mapping[str, str]:
        named = town_in(text)
        return {address: text, town: named} if named else {address: text}

    return divide


def town_or(town: str, note: str, label: str) -> Divider:
    """A divider for a part of the county: the town it names, or the words in the note."""

    def divide(text: str) -> Mapping[str, str]:
        named = town_in(text)
        return {town: named} if named else noted(label, note)(text)

    return divide


def work_region(region: str, kind: Kind, city: str, note: str) -> Divider:
    """A divider for 区域 in a ledger: the work region, or a city and the work region that serves it, or words."""

    def divide(text: str) -> Mapping[str, str]:
        if fits(kind, text):
            return {region: text}
        places = regions.meant_by(text)
        if len(places) != 1:
            return noted("区域", note)(text)
        serves = reference.region_of_city()
        found = serves.get(places[0].code) or serves.get(places[0].code[:4] + "00", "")
        return {city: text, region: found} if found else {city: text}

    return divide


def coordinates(lon: str, lat: str) -> Divider:
    """A divider for 经纬度 in one cell, in either order; decimal degrees or degrees, minutes and seconds."""

    def divide(text: str) -> Mapping[str, str]:
        parts = [part for part in re.split(r"[,，;；、/\s]+", clean(text)) if part]
        if len(parts) == 2 and fits(Degrees(73, 136), parts[1]) and fits(Degrees(3, 54), parts[0]):
            parts.reverse()
        return dict(zip((lon, lat), parts, strict=False)) if len(parts) == 2 else {lon: text}

    return divide


def _around(whole: str, named: str) -> tuple[str, str]:
    for name in reference.town_names(named) if named else ():
        head, found, rest = whole.partition(name)
        if found:
            return head.strip(), rest.strip()
    return whole, ""


def _is_county(head: str) -> bool:
    if squeeze(head) in ("", "重庆", "重庆市"):
        return True
    return [entry.code for entry in regions.meant_by(head)] == [reference.COUNTY_CODE]


def _region_and_rest(whole: str, region: str, note: str, label: str) -> Mapping[str, str]:
    if regions.meant_by(whole):
        return {region: whole}
    start = regions.longest_start(whole)
    return {region: start, note: f"{label}：{whole}"} if start else {region: whole}
