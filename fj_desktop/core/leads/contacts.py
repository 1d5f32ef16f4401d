"""Numbers, addresses and labelled values: what can be told for sure is taken out of the text first."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from fj_desktop.core.kinds import Email, Kind, Mobile, Phone
from fj_desktop.core.leads.words import LABELS
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import clean

TAKEN, NUMBER = "\x1d", "\x1e"
"""What stands where a value was taken out, and where a number was."""
_FIRST_HELD, _LAST_HELD = 0xF0000, 0xFFFFD
_OWN_HELD = re.compile(f"[{chr(_FIRST_HELD)}-{chr(_LAST_HELD)}]")
HELD = _OWN_HELD
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()} | {
    ord("＠"): "@", ord("＋"): "+", ord("－"): "-", ord("．"): ".", ord("＿"): "_", ord("\u3000"): " ", ord("\u00a0"): " ",
    ord("／"): "/", ord("｜"): "|", ord("＃"): "#",
}  # fmt: skip

_ALL_LABELS = "|".join(sorted((one for words in LABELS.values() for one in words.split("|")), key=len, reverse=True))
_BEFORE = r"(?<![^\W_])"
_NEXT = rf"(?=\s*$|\n|[;；|{TAKEN}{NUMBER}]|[\s,，、。]\s*(?:{_ALL_LABELS})\s*[:：])"


def _labelled(words: str, value: str, colon: str = r"\s*[:：]\s*") -> re.Pattern[str]:
    longest_first = "|".join(sorted(words.split("|"), key=len, reverse=True))
    return re.compile(rf"{_BEFORE}(?:{longest_first}){colon}({value})", re.IGNORECASE | re.MULTILINE)


# Numbers that are no telephone numbers stay where they are.
_HARD_ASIDES = _labelled(
    "传真|FAX|QQ|邮编|税号|信用代码|统一社会信用代码|账号|身份证|身份证号|车牌|开户行", rf"[^\n,，;；|]{{0,80}}?{_NEXT}|[^\s,，;；|]{{1,60}}",
    r"\s*[:：]?\s*(?=[\dA-Za-z(（\u3400-\u9fff])",
)  # fmt: skip
_ASIDES = _labelled(LABELS["aside"], rf"[^\n]{{0,400}}?{_NEXT}|[^\n]{{1,400}}")
_REMARK = re.compile(r"(^|[\s,，;；|])备\s?注\s*[:：]\s*", re.MULTILINE)
_WEB = re.compile(r"(?:https?://|www\.)[^\s，。；、）)】》<>\"]{1,300}", re.IGNORECASE)
_MAIL = re.compile(
    r"(?:(?<![^\W_])(?:电子邮箱|电子邮件|邮箱|邮件|e-?mail|mail|e)\s*[:：]?\s*)?([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)",
    re.IGNORECASE,
)
_SAME = re.compile(r"(?:微信|v信?|wx|vx)\s*(?:号|和|与)?\s*[:：]?\s*(?:手机|电话)?(?:号码?)?(?:同号?|同手机号?|同电话|同上|即手机号?|就是手机号?|一样)"
                   r"|(?:手机|电话)号?(?:码)?(?:同|即|就是|和)微信(?:号|同号)?|手机微信同号", re.IGNORECASE)  # fmt: skip
_WECHAT = re.compile(
    rf"{_BEFORE}(?:加)?(?:{LABELS['wechat']}|v)\s*(?:[:：]\s*|(?<=[信号ID])\s*|\s+)([A-Za-z][-_A-Za-z0-9]{{5,19}}|1[3-9]\d{{9}}(?!\d))(?![A-Za-z0-9@.])",
    re.IGNORECASE,
)
_NUMBER_LABEL = "|".join(sorted(LABELS["number"].split("|"), key=len, reverse=True))
_AT_WECHAT = re.compile(r"微信.{0,3}$|^.{0,3}微信")
_PHONES = re.compile(
    rf"(?P<label>{_BEFORE}(?:{_NUMBER_LABEL})\s?[1-3一二三]?\s*[:：.]?\s*)?"
    r"(?P<number>"
    r"(?<![\d.])[(（]?(?:\+|00)?(?:86[)）]?[-\s]?)?1[3-9](?:[-\s.]?\d){9}(?!\d)"
    r"|(?<!\d)(?:\+?86[-\s]?)?[(（]?0(?:10|2\d|[3-9]\d{2})[)）]?[-\s]?[2-9]\d{2,3}[-\s]?\d{4}(?:\s?(?:转|分机|ext\.?|-|#|x)\s?\d{1,6})?(?!\d)"
    r"|(?<![\d.])[48]00(?:[-\s]?\d){7}(?!\d)"
    r"|\+(?!86)\d{1,3}(?:[-\s]?\d){6,13}(?!\d)"
    r")",
    re.IGNORECASE,
)
_SHORT_LINE = re.compile(
    rf"{_BEFORE}(?:{_NUMBER_LABEL})\s?\d?\s*[:：.]?\s*(?P<number>[2-9]\d{{2,3}}[-\s]?\d{{4}}(?:\s?(?:转|-)\s?\d{{1,6}})?)(?![-\s]?\d)",
    re.IGNORECASE,
)
_BARE = r"[^\s,，;；|/、（(" + TAKEN + NUMBER + r"]{1,60}(?: [A-Za-z&.,]+){0,5}"
_NAME = _labelled(LABELS["name"], r"[^\s,，;；|/、（(\d" + TAKEN + NUMBER + r"]{1,24}(?:[ ·][A-Za-z][A-Za-z.]*){0,3}")
_COMPANY = _labelled(LABELS["company"], r"[^\s,，;；|/、" + TAKEN + NUMBER + r"]{2,80}(?: [A-Za-z&.,()]+){0,6}")
_TITLE = _labelled(LABELS["title"], _BARE)
_DEPARTMENT = _labelled(LABELS["department"], _BARE)
_ADDRESS = _labelled(LABELS["address"], rf"[^\n]{{2,120}}?{_NEXT}")


@dataclass
class Taken:
    """The text with what was taken out of it, and what was found."""

    text: str
    found: dict[str, str] = field(default_factory=dict)
    held: list[str] = field(default_factory=list)

    def hold(self, match: re.Match[str]) -> str:
        """Put a sign in the place of words that are to stay as they are."""
        if len(self.held) > _LAST_HELD - _FIRST_HELD:
            return match.group()
        self.held.append(match.group())
        return chr(_FIRST_HELD + len(self.held) - 1)

    def restore(self, text: str) -> str:
        """The held words back in their places, however deep."""
        while HELD.search(text):
            text = HELD.sub(lambda sign: self._word(sign.group()), text)
        return text.replace("\x1f", "")

    def _word(self, sign: str) -> str:
        at = ord(sign) - _FIRST_HELD
        return self.held[at].translate(_BACK) if at < len(self.held) else ""

    def sub(self, pattern: re.Pattern[str], act: Callable[[re.Match[str]], str]) -> None:
        """Replace all matches."""
        self.text = pattern.sub(act, self.text)


_BACK: dict[int, str] = {}


def fold_widths(text: str) -> str:
    """Stored form with letters, digits and the signs of numbers in half width; Chinese punctuation stays."""
    return _OWN_HELD.sub("�", clean(text).translate(_WIDE)).replace(TAKEN, " ").replace(NUMBER, " ")


def take_contacts(text: str) -> Taken:
    """Take numbers, addresses and labelled values out of a text whose widths are folded."""
    taken = Taken(text)
    taken.sub(_WEB, taken.hold)
    taken.sub(_MAIL, lambda match: _first(taken, "email", Email(), match))
    taken.sub(_HARD_ASIDES, taken.hold)
    same = bool(_SAME.search(taken.text)) or bool(
        re.search(r"(?:手机|电话)\s*/?\s*微信\s*[:：]|微信\s*/?\s*(?:手机|电话)\s*[:：]", text)
    )
    taken.sub(_SAME, taken.hold)
    taken.sub(_WECHAT, lambda match: _wechat(taken, match))
    _take_numbers(taken)
    if same and "mobile" in taken.found:
        taken.found.setdefault("wechat", taken.found["mobile"])
    taken.sub(_REMARK, lambda match: match.group(1))
    taken.sub(_ASIDES, taken.hold)
    for name, pattern in (
        ("address", _ADDRESS), ("company", _COMPANY), ("title", _TITLE), ("department", _DEPARTMENT), ("name", _NAME),
    ):  # fmt: skip
        taken.sub(pattern, lambda match, name=name: _labelled_value(taken, name, match))  # type: ignore[misc]
    return taken


def _labelled_value(taken: Taken, name: str, match: re.Match[str]) -> str:
    value = match.group(1).strip(" -—:：，,")
    if name in taken.found or not value or HELD.search(value):
        return match.group()
    taken.found[name] = value
    return TAKEN


def _first(taken: Taken, name: str, kind: Kind, match: re.Match[str]) -> str:
    value = parsed(kind, match.group(1))
    if not value or name in taken.found:
        return taken.hold(match)
    taken.found[name] = value
    return TAKEN


def _wechat(taken: Taken, match: re.Match[str]) -> str:
    value = match.group(1)
    if "wechat" in taken.found:
        return taken.hold(match)
    taken.found["wechat"] = value
    # A number that is the address of the chat program too is left for the numbers.
    return value if value.isdigit() else TAKEN


def _take_numbers(taken: Taken) -> None:
    """The first mobile; the first landline, or the second mobile, as the other number; the rest stay."""
    mobiles = _numbers(taken.text, Mobile())
    lines = [one for one in _numbers(taken.text, Phone()) if one not in mobiles]
    if mobiles:
        taken.found["mobile"] = mobiles[0]
    for one in (*lines[:1], *mobiles[1:2]):
        taken.found.setdefault("phone", one)
    wanted = {taken.found.get("mobile"), taken.found.get("phone")} - {None}

    def take(match: re.Match[str]) -> str:
        number = match.group("number")
        value = parsed(Mobile(), number) or parsed(Phone(), number)
        if value in wanted:
            return NUMBER
        return NUMBER + taken.hold(match) if value else taken.hold(match)

    for pattern in (_PHONES, _SHORT_LINE):
        taken.sub(pattern, take)


def _numbers(text: str, kind: Kind) -> list[str]:
    found = [match for pattern in (_PHONES, _SHORT_LINE) for match in pattern.finditer(text)]
    values = (parsed(kind, match.group("number")) for match in found)
    return list(dict.fromkeys(value for value in values if value))


def parsed(kind: Kind, text: str) -> str:
    """The value of a text as the kind keeps it, or nothing."""
    try:
        return str(kind.parse(re.sub(r"[（(]|(?<=\d)[)）](?=-)", lambda sign: "(" if sign[0] in "（(" else "", text)))
    except RefusalError:
        return ""
