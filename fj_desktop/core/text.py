"""Folding of text: widths, invisible signs, company names, pinyin initials."""

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LEGAL_FORMS = re.compile(r"(股份有限公司|有限责任公司|有限公司|股份公司|集团公司|集团|公司|\(.*?\)|\s)")
_PLACES = re.compile(r"^(中国|[一-龥]{2,3}?(?:省|市|自治区))?([一-龥]{2,4}?(?:市|区|县))?")


def clean(text: str) -> str:
    """The text as it is stored: NFC, no control signs but newline and tab, no invisible direction marks."""
    bare = _INVISIBLE.sub("", _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return unicodedata.normalize("NFC", bare).strip()


def fold(text: str) -> str:
    """The text as it is compared and searched: half width, lower case, no invisible signs."""
    return unicodedata.normalize("NFKC", clean(text)).casefold()


def squeeze(text: str) -> str:
    """Folded and without any blank; for headers, codes and names."""
    return "".join(fold(text).split())


def company_key(name: str) -> str:
    """A company's name for comparing: without width, legal form, brackets and leading place.

    Two companies with the same key are offered as the same, never merged without being asked.
    """
    bare = _LEGAL_FORMS.sub("", squeeze(name))
    return _PLACES.sub("", bare) or bare or squeeze(name)


@lru_cache(maxsize=65536)
def initials(text: str) -> str:
    """Pinyin initials of Chinese characters, other letters and digits as they are: 企业家 gives ``qyj``."""
    from pypinyin import Style, lazy_pinyin

    parts = lazy_pinyin(fold(text), style=Style.FIRST_LETTER, errors="default")
    return "".join(sign for part in parts for sign in part if sign.isalnum())


@lru_cache(maxsize=16384)
def pinyin(text: str) -> str:
    """Full pinyin without tones or blanks: 重庆 gives ``chongqing``."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(fold(text)))
