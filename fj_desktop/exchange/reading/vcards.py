"""Address books (.vcf) become one sheet, a row a person, under the headers of the people's own library."""

import re
from typing import BinaryIO

from fj_desktop.exchange.reading import limits
from fj_desktop.exchange.reading.cells import SheetWriter, Total
from fj_desktop.exchange.reading.limits import refuse
from fj_desktop.exchange.reading.vcard_lines import Card, Line, cards
from fj_desktop.exchange.reading.wire import Sender

HEADERS = (
    "姓名", "手机", "固定电话", "邮箱", "工作单位", "职务", "家庭住址", "微信", "官网", "性别", "出生日期", "备注",
)  # fmt: skip

_MOBILE = re.compile(r"(?:\+?86|0086)?1[3-9]\d{9}")
_NOT_DIGITS = re.compile(r"[^\d+]")
_CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_BLANKS = re.compile(r"\s+")
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_MOBILE_TYPES = frozenset({"CELL", "MOBILE", "IPHONE"})
_GENDERS = {"M": "男", "F": "女"}

# What has no column of its own goes into the remarks under its name.
_REMARKED = {
    "NICKNAME": "昵称", "CATEGORIES": "分组", "X-QQ": "QQ", "IMPP": "即时通讯", "X-SOCIALPROFILE": "社交账号",
    "ANNIVERSARY": "纪念日", "X-ANNIVERSARY": "纪念日", "RELATED": "相关人", "MAILER": "邮件程序", "TZ": "时区",
}  # fmt: skip

_UNENDED = "有名片没有结尾（文件可能没有传完），已按读到的内容收下。"
_NO_CARDS = "文件里没有联系人名片。请重新从手机或邮箱导出通讯录。"
_TOO_MANY = f"名片超过 {limits.MAX_CARDS:,} 张。请分几次导出通讯录后再导入。"


def read_vcards(file: BinaryIO, sender: Sender) -> None:
    """Send on an address book as one sheet without a name.

    Raises:
        RefusedFileError: there is no card in it, or it is beyond a limit.
    """
    sender.sheet("", hidden=False, expected_rows=None)
    writer = SheetWriter(sender, Total())
    writer.add(HEADERS)
    count, is_cut = 0, False
    for card in cards(file.read()):
        count += 1
        if count > limits.MAX_CARDS:
            raise refuse(_TOO_MANY)
        is_cut = is_cut or not card.is_whole
        writer.add(row_of(card))
    if not count:
        raise refuse(_NO_CARDS)
    if is_cut:
        sender.note(_UNENDED)
    sender.done("vcf")


def row_of(card: Card) -> list[str]:
    """What a card says, in the order of :data:`HEADERS`."""
    remarks: list[str] = []
    mobile, phone = _numbers(card, remarks)
    employer, title = _employment(card, remarks)
    found = {
        "姓名": _name(card, remarks),
        "手机": mobile,
        "固定电话": phone,
        "邮箱": _first_and_rest(card.all("EMAIL"), "其他邮箱", remarks),
        "工作单位": employer,
        "职务": title,
        "家庭住址": _addresses(card, remarks),
        "微信": _wechat(card),
        "官网": _first_and_rest(card.all("URL"), "其他网址", remarks),
        "性别": _GENDERS.get(card.first("GENDER")[:1].upper(), ""),
        "出生日期": _birthday(card, remarks),
    }
    for line in card.lines:
        if line.name in _REMARKED and not _is_wechat(line):
            remarks.append(f"{_REMARKED[line.name]}：{line.text}")
    notes = [line.text for line in card.all("NOTE")]
    return [*(found[header] for header in HEADERS[:-1]), "\n".join([*notes, *remarks])]


def _name(card: Card, remarks: list[str]) -> str:
    """Family and given name without a blank where they are Chinese, as the card shows it otherwise."""
    shown = card.first("FN")
    parts = next((line.parts for line in card.all("N")), [])
    family, given, middle, prefix, suffix = (*parts, "", "", "", "", "")[:5]
    for honour in (prefix, suffix):
        if honour:
            remarks.append(f"称谓：{honour}")
    joined = f"{family}{middle}{given}"
    if _CHINESE.search(joined):
        return _BLANKS.sub("", joined)
    if shown:
        return _BLANKS.sub("" if _CHINESE.search(shown) else " ", shown)
    return " ".join(part for part in (given, middle, family) if part)


def _numbers(card: Card, remarks: list[str]) -> tuple[str, str]:
    """The first mobile and the first landline; all further numbers go into the remarks."""
    mobiles: list[str] = []
    phones: list[str] = []
    for line in card.all("TEL"):
        number = line.text.removeprefix("tel:")
        is_chinese_mobile = _MOBILE.fullmatch(_NOT_DIGITS.sub("", number))
        if "FAX" in line.types:
            remarks.append(f"传真：{number}")
        elif is_chinese_mobile or line.types & _MOBILE_TYPES:
            mobiles.append(number)
        else:
            phones.append(number)
    # A mobile of the mainland goes before a foreign one.
    mobiles.sort(key=lambda number: not _MOBILE.fullmatch(_NOT_DIGITS.sub("", number)))
    remarks += [f"其他手机：{number}" for number in mobiles[1:]]
    remarks += [f"其他电话：{number}" for number in phones[1:]]
    return "".join(mobiles[:1]), "".join(phones[:1])


def _first_and_rest(lines: list[Line], name: str, remarks: list[str]) -> str:
    texts = list(dict.fromkeys(line.text for line in lines if line.text))
    remarks += [f"{name}：{text}" for text in texts[1:]]
    return "".join(texts[:1])


def _employment(card: Card, remarks: list[str]) -> tuple[str, str]:
    employer = ""
    for line in card.all("ORG"):
        company, *departments = [*line.parts, ""]
        department = " ".join(part for part in departments if part)
        if employer and company:
            remarks.append(f"其他单位：{company}")
        employer = employer or company
        if department:
            remarks.append(f"部门：{department}")
    return employer, _first_and_rest(card.all("TITLE", "ROLE"), "其他职务", remarks)


def _addresses(card: Card, remarks: list[str]) -> str:
    """The first home address; others go into the remarks, for a work address is not where a person lives."""
    home = ""
    for line in card.all("ADR"):
        text = _address(line.parts)
        if not text:
            continue
        if "HOME" in line.types and not home:
            home = text
        else:
            remarks.append(f"{'单位地址' if 'WORK' in line.types else '其他地址'}：{text}")
    return home


def _address(parts: list[str]) -> str:
    box, extended, street, city, region, code, country = (*parts, *[""] * 7)[:7]
    if _CHINESE.search("".join(parts)):
        country = "" if country in ("中国", "中华人民共和国", "China") else country
        text = "".join([country, region, "" if city == region else city, street, extended, box])
        return f"{text}（邮编 {code}）" if code and text else text
    return ", ".join(part for part in (box, extended, street, city, region, code, country) if part)


def _is_wechat(line: Line) -> bool:
    return line.name in ("IMPP", "X-SOCIALPROFILE") and bool(
        line.types & {"WECHAT", "WEIXIN", "微信"}
        or line.value.casefold().startswith(("wechat:", "weixin:", "x-apple:微信"))
    )


def _wechat(card: Card) -> str:
    found = card.first("X-WECHAT") or card.first("X-WEIXIN")
    if found:
        return found
    return next((line.text.rpartition(":")[2] for line in card.lines if _is_wechat(line)), "")


def _birthday(card: Card, remarks: list[str]) -> str:
    text = card.first("BDAY")
    day = _DAY.match(text)
    if day:
        return "-".join(day.groups())
    if text:
        remarks.append(f"生日：{text}")
    return ""
