"""Dividing columns that hold a person's numbers, name with number, or employer with post."""

import re
from collections.abc import Mapping

from fj_desktop.core.kinds import Email, Kind, Mobile, Phone
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.splitting.general import Divider
from fj_desktop.core.text import clean, fold

_WORDS = re.compile(r"[\s/、,，;；|:：]+")
_NUMBERS = re.compile(
    r"(?:(?:\+|00)?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)"
    r"|(?<!\d)(?:\(?0\d{2,3}\)?[- ]?)?[2-9]\d{2,3}[- ]?\d{4}(?!\d)(?:转\d{1,6})?"
    r"|[48]00[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)|\+\d[\d ]{5,17}\d"
)
_LABELS = re.compile(
    r"(?:联系人|姓名|联系电话|联系方式|手机号码|手机号|手机|电话号码|电话|座机|办公|邮箱|tel|mobile|phone|email)\s*[:：]",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[（(]([^（()）]*)[)）]")
_BODY = (
    "公司|集团|厂|商行|门店|合作社|局|委员会|委|中心|大学|学院|学校|中学|小学|医院|银行|协会|学会|商会|同乡会"
    "|研究院|研究所|设计院|事务所|基金|政府|园区|管委会|工作室"
)
_MOBILE, _PHONE = Mobile(), Phone()
_POST = (
    "董事长|董事|总经理|经理|总裁|总监|总工|主任|局长|书记|教授|院长|所长|主席|会长|秘书长|工程师|负责人|合伙人"
    "|创始人|校长|处长|科长|部长|厂长|厅长|县长|镇长|法人|股东|老板|店长|员工|职工|讲师|研究员|医师|医生|教师"
    "|顾问|律师|会计|理事|监事|CEO|CTO|CFO|COO"
)
_EMPLOYER = re.compile(rf"(.*(?:{_BODY}))[\s、，,/；;—-]*((?:.{{0,12}}?)(?:{_POST})(?:.{{0,20}}))", re.IGNORECASE)


def phones(mobile: str, phone: str, note: str, email: str = "") -> Divider:
    """A divider for numbers of any kind: the first mobile, the next number, an address of mail.

    When something else stands there too, or more numbers than fields, the whole text goes to the
    note as well. A text without any number stands under the mobile, to be refused.
    """

    def divide(text: str) -> Mapping[str, str]:
        for target, kind in ((mobile, _MOBILE), (phone, _PHONE)):
            if value := _value(kind, text):
                return {target: value}
        numbers = _Numbers(text, mobile, phone)
        left = numbers.left
        if email and (address := _value(Email(), left)):
            numbers.found[email], left = address, ""
        if not numbers.found:
            return {mobile: text}
        whole = not numbers.spare and not re.search(r"\w", left)
        return numbers.found if whole else numbers.found | {note: f"联系方式：{clean(text)}"}

    return divide


def contact(name: str, mobile: str, phone: str, note: str, title: str = "") -> Divider:
    """A divider for a name with its number: 张三 13800138000, 张三（董事长）023-56550000.

    A text without a number is the name. Several people, or words that are neither name nor post,
    go to the note whole, beside the first name and number. ``phone`` may be the same field as ``mobile``.
    """

    def divide(text: str) -> Mapping[str, str]:
        numbers = _Numbers(text, mobile, phone)
        if not numbers.found:
            return {name: text}
        inside = " ".join(_BRACKETS.findall(numbers.left))
        words = [word for word in _WORDS.split(f"{_BRACKETS.sub(' ', numbers.left)} {inside}") if word]
        found = numbers.found | dict(zip((name,), words, strict=False))
        if title and len(words) == 2 and re.search(_POST, words[1], re.IGNORECASE):
            found[title] = words.pop()
        return found if len(words) < 2 and not numbers.spare else found | {note: f"联系人：{clean(text)}"}

    return divide


def employer(organisation: str, post: str) -> Divider:
    """A divider for 工作单位及职务: divided only where an organisation's name is followed by a known post."""

    def divide(text: str) -> Mapping[str, str]:
        match = _EMPLOYER.fullmatch(clean(text))
        return {organisation: match.group(1), post: match.group(2).strip()} if match else {organisation: text}

    return divide


class _Numbers:
    """The numbers of a text by field, how many found no field, and the words that are left."""

    def __init__(self, text: str, mobile: str, phone: str) -> None:
        self.found: dict[str, str] = {}
        self.spare = 0
        self._targets = ((mobile, _PHONE if mobile == phone else _MOBILE), (phone, _PHONE))
        self.left = _NUMBERS.sub(self._take, _LABELS.sub(" ", fold(text))).strip()

    def _take(self, match: re.Match[str]) -> str:
        for target, kind in self._targets:
            value = _value(kind, match.group())
            if value and target not in self.found:
                self.found[target] = value
                return " "
        self.spare += 1
        return " "


def _value(kind: Kind, text: str) -> str:
    try:
        return str(kind.parse(text)) if text.strip() else ""
    except RefusalError:
        return ""
