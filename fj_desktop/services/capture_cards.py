"""Address cards pasted as text become leads."""

import re

from fj_desktop.core.kinds import Mobile, Phone
from fj_desktop.core.leads import Lead
from fj_desktop.core.leads.contacts import parsed
from fj_desktop.exchange.reading.vcard_lines import cards
from fj_desktop.exchange.reading.vcards import HEADERS, row_of

_CARD = re.compile(r"^[ \t]*BEGIN:VCARD\b.*?(?:^[ \t]*END:VCARD[ \t]*$|\Z)", re.IGNORECASE | re.DOTALL | re.MULTILINE)
_FIELDS = {"姓名": "name", "邮箱": "email", "工作单位": "company", "职务": "title", "微信": "wechat"}


def take_cards(text: str) -> tuple[list[Lead], str]:
    """The leads of all cards in a text (vCard 2.1, 3.0, 4.0), and the text without them.

    Raises:
        UserError: a card is beyond the limits of address books.
    """
    found = [_lead(dict(zip(HEADERS, row_of(card), strict=True)), match.group())
             for match in _CARD.finditer(text) for card in cards(match.group().encode("utf-8", "replace"))]  # fmt: skip
    return [one for one in found if one.origin], _CARD.sub("", text).strip()


def _lead(row: dict[str, str], origin: str) -> Lead:
    fields = {name: row.pop(header).strip() for header, name in _FIELDS.items()}
    notes = [row.pop("备注")]
    mobile, phone = row.pop("手机"), row.pop("固定电话")
    for name, kind, text in (("mobile", Mobile(), mobile), ("phone", Phone(), phone)):
        value = parsed(kind, text) if text else ""
        fields[name] = value
        if text and not value:
            notes.append(f"电话：{text}")
    notes += [f"{header}：{text}" for header, text in row.items() if text]
    return Lead(**fields, note="\n".join(note for note in notes if note), origin=origin, via="名片")
