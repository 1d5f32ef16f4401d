"""Amounts as ledgers write them: 约1.2亿, 标准厂房3000㎡ or 20亩 in one column."""

import re
from collections.abc import Mapping

from fj_desktop.core.kinds import Area, Kind, MuArea
from fj_desktop.core.splitting.general import Divider, fits
from fj_desktop.core.text import clean

_ABOUT = re.compile(r"^(?:大约|约为|约|近|预计)\s*|\s*(?:左右|上下|余)$")
_BUILT = re.compile(r"厂房|车间|楼|用房|仓库")
_MEASURED = re.compile(r"[约近]?\s*([0-9０-９.．,，]+\s*(?:万|千)?(?:亩|㎡|平方米|平方|平米|m2|公顷))", re.IGNORECASE)


def about(kind: Kind, target: str, note: str, label: str) -> Divider:
    """A divider for an amount that may be given roughly: its number fills the field, its words stand in the note."""

    def divide(text: str) -> Mapping[str, str]:
        bare = _ABOUT.sub("", clean(text)).strip()
        if bare == clean(text) or not fits(kind, bare):
            return {target: text}
        return {target: bare, note: f"{label}：{clean(text)}"}

    return divide


def site(land: str, building: str, note: str, label: str) -> Divider:
    """A divider for the room a project needs: land in 亩, floor space of a building in ㎡, or words alone."""

    def divide(text: str) -> Mapping[str, str]:
        whole = clean(text)
        found: dict[str, str] = {}
        for part in re.split(r"[；;、，,。\n]|及|和|另", whole):
            measure = _MEASURED.search(part)
            target, kind = (building, Area()) if _BUILT.search(part) else (land, MuArea())
            if measure is not None and fits(kind, measure.group(1)):
                found.setdefault(target, measure.group(1))
        is_plain = len(found) == 1 and fits(MuArea(), whole)
        return found if is_plain else found | {note: f"{label}：{whole}"}

    return divide
