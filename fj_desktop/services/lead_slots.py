"""Where the parts of a lead go in a library; worked out from its declaration, so that no library knows of leads."""

import re
from dataclasses import dataclass
from typing import Any

from fj_desktop.core.field import Library, per_library
from fj_desktop.core.kinds import Link, Text
from fj_desktop.core.leads import Lead
from fj_desktop.libraries import CATALOG

_BODY = re.compile(
    r"(?:局|委|委员会|人民政府|县政府|市政府|区政府|大学|学院|学校|中学|医院|协会|学会|商会|同乡会|联合会|研究院|研究所|设计院|办事处|"
    r"开发区|促进中心|投促中心|基金会)$"
)
_NOTES = ("intent_note", "person_note", "note", "company_note")
_PERSON = ("name", "title", "mobile", "phone", "email", "wechat")


@dataclass(frozen=True)
class Slots:
    """Surface keys of one library: ``keys`` by field of a lead, ``body`` for an employer that is no company."""

    keys: dict[str, str]
    body: str
    notes: tuple[str, ...]
    source: str

    def typed(self, lead: Lead) -> dict[str, str]:
        """What a lead types into the library; what has no place in it goes to the note."""
        typed: dict[str, str] = {}
        spare = []
        for name in (*_PERSON, "company", "address"):
            value = getattr(lead, name).strip()
            key = self.keys.get(name, "")
            if name == "company" and self.body and _BODY.search(value):
                key = self.body
            if value and key and key not in typed:
                typed[key] = value
            elif value:
                spare.append(f"{LABELS[name]}：{value}")
        note = "\n".join(part for part in (lead.note.strip(), *spare) if part)
        typed |= self.note_texts(note)
        if lead.via and self.source:
            typed[self.source] = lead.via
        return typed

    def note_texts(self, note: str) -> dict[str, str]:
        """A note over as many note fields as it takes; the last one takes the rest and refuses what is too long."""
        texts: dict[str, str] = {}
        for at, (key, longest) in enumerate(self._rooms()):
            is_last = at == len(self.notes) - 1
            cut = len(note) if is_last or len(note) <= longest else max(note.rfind("\n", 0, longest), longest // 2)
            if note:
                texts[key] = note[:cut].strip()
            note = note[cut:].strip()
        return texts

    def _rooms(self) -> list[tuple[str, int]]:
        return [(key, _ROOM) for key in self.notes]


_ROOM = 1900
LABELS = {
    "name": "姓名", "title": "职务", "mobile": "手机", "phone": "电话", "email": "邮箱", "wechat": "微信",
    "company": "单位", "address": "地址",
}  # fmt: skip


@per_library
def slots(library: Library) -> Slots | None:
    """The places in a library, or None when it takes no leads."""
    surface = CATALOG.by_key(library)
    person = _prefix(library, "person")
    company = _prefix(library, "company")
    if person is None and company is None:
        return None
    keys = {}
    if person is not None:
        keys = {name: person + name for name in _PERSON if person + name in surface}
    elif company == "":
        keys = {"name": "contact_person", "mobile": "contact_phone", "phone": "contact_phone"}
    else:
        return None
    if company is not None:
        keys |= {"company": f"{company}name", "address": f"{company}office_address"}
    else:
        keys["company"] = next((key for key in (f"{person}company_id", f"{person}org_name") if key in surface), "")
    kept = {name: key for name, key in keys.items() if key in surface}
    notes = tuple(key for key in _NOTES if key in surface and isinstance(surface[key].field.kind, Text))
    body, source = f"{person}org_name", f"{person}source"
    return Slots(kept, body if body in surface else "", notes, source if source in surface else "")


def takers() -> list[Library]:
    """The libraries a lead can be put into, in the order of the tabs."""
    return [one for one in CATALOG if slots(one) is not None]


def _prefix(library: Library, target: str) -> str | None:
    """The prefix of a master's fields in a library; empty for the master itself, None where there is none."""
    if library.table == target:
        return ""
    kinds: list[Any] = [link.kind for link in library.links()]
    return next((kind.prefix for kind in kinds if isinstance(kind, Link) and kind.target == target), None)
