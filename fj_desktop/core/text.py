"""Folding of text: widths, invisible signs, company names, pinyin initials."""

import re
from functools import cache, lru_cache
from operator import add
from unicodedata import is_normalized, normalize

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_PUNCTUATION = tuple(zip("，（）：；！？", ",():;!?", strict=True))
_LEGAL_FORMS = re.compile(r"(股份有限公司|有限责任公司|有限公司|股份公司|集团公司|集团|公司|\(.*?\)|\s)")
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|"
    "甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_PLACES = re.compile(
    rf"^(?:中国)?(?:(?:{_PROVINCES})(?:省|市|自治区)?|[一-龥]{{2,3}}?(?:省|市|自治区))?(?:[一-龥]{{2,4}}?(?:市|区|县))?"
)


def clean(text: str) -> str:
    """The text as it is stored: NFC, no control signs but newline and tab, no invisible direction marks."""
    if text.isprintable():  # No control sign, surrogate or invisible mark is printable.
        return normalize("NFC", text).strip()
    bare = _INVISIBLE.sub("", _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return normalize("NFC", bare).strip()


def is_blank(text: str) -> bool:
    """Whether nothing of the text would be stored."""
    return not (text.strip() if text.isprintable() else clean(text))


def fold(text: str) -> str:
    """The text as it is compared and searched: half width, lower case, no invisible signs."""
    bare = text.strip() if text.isprintable() else clean(text)
    if not is_normalized("NFKC", bare):
        # Mostly it is only the punctuation of Chinese text, and this is ten times as fast as the whole of NFKC.
        for wide, narrow in _PUNCTUATION:
            bare = bare.replace(wide, narrow)
        bare = normalize("NFKC", bare)
    return bare.casefold()


def squeeze(text: str) -> str:
    """Folded and without any blank; for headers, codes and names."""
    return "".join(fold(text).split())


def company_key(name: str) -> str:
    """A company's name for comparing: without width, legal form, brackets and leading place.

    Two companies with the same key are offered as the same, never merged without being asked.
    """
    bare = _LEGAL_FORMS.sub("", squeeze(name))
    return _PLACES.sub("", bare) or bare or squeeze(name)


def place_of_company(name: str) -> str:
    """The place a company's name begins with, without 省, 市, 区 and 县; empty for none."""
    found = _PLACES.match(_LEGAL_FORMS.sub("", squeeze(name)))
    return re.sub("中国|自治区|[省市区县]", "", found[0]) if found else ""


def initials(text: str) -> str:
    """Pinyin initials of Chinese characters, other letters and digits as they are: 企业家 gives ``qyj``."""
    folded = fold(text)
    if _turning_pairs().isdisjoint(map(add, folded, folded[1:])):
        return "".join(map(_initials, folded))
    from pypinyin.core import Pinyin

    return "".join(map(_initials, Pinyin().seg(folded)))


@lru_cache(maxsize=16384)
def _initials(word: str) -> str:
    """The initials of one character or one phrase of the dictionary, which is read as a whole."""
    from pypinyin import Style, lazy_pinyin

    parts = lazy_pinyin(word, style=Style.FIRST_LETTER, errors="default")
    return "".join(sign for part in parts for sign in part if sign.isalnum())


@cache
def _turning_pairs() -> frozenset[str]:
    """The first two characters of every phrase in which a character has another initial than alone: 重庆, 银行.

    A text without any of them needs no look at its phrases, which takes three times as long.
    """
    from pypinyin.constants import PHRASES_DICT

    found = set()
    for phrase, readings in PHRASES_DICT.items():
        alone = "".join(map(_initials, phrase))
        if len(alone) != len(readings) or any(
            normalize("NFD", reading[0])[:1] != sign for sign, reading in zip(alone, readings, strict=True)
        ):
            found.add(phrase[:2])
    return frozenset(found)


@lru_cache(maxsize=16384)
def pinyin(text: str) -> str:
    """Full pinyin without tones or blanks: 重庆 gives ``chongqing``."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(fold(text)))
