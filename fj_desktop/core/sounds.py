"""Finding Chinese words by what they sound like: pinyin initials, full pinyin, and the mixture people type."""

import re
from functools import cache, lru_cache

from fj_desktop.core.text import fold

_STARTS = ("", "zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
_ENDS = (
    "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "er", "i", "ia", "ie", "iao", "iu",
    "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang", "ong", "v", "ve",
    "ue",
)  # fmt: skip
_LONGEST = 6
_LETTERS = re.compile(r"[a-z]{2,40}")
_MOST_READINGS = 6


@lru_cache(maxsize=4096)
def syllables(text: str) -> tuple[str, ...]:
    """The pinyin of each sign without tones: 重庆 gives ``chong``, ``qing``; letters stay together."""
    from pypinyin import lazy_pinyin

    return tuple(part for part in (one.strip() for one in lazy_pinyin(fold(text))) if part)


def is_pinyin(query: str) -> bool:
    """Whether a query may be the full pinyin of something."""
    return bool(_LETTERS.fullmatch(query))


def initials_of(query: str) -> list[str]:
    """The initials a query of full pinyin may stand for, longest syllables first: ``zhangsan`` gives ``zs``.

    The last syllable may still be incomplete. Nothing when it can't be read as pinyin.
    """
    found: list[str] = []
    _read(query, 0, "", found) if is_pinyin(query) else None
    return found


def sounds_like(text: str, query: str) -> bool:
    """Whether a run of signs of the text is spoken as the query says; the last one may be incomplete."""
    signs = fold(text)
    return any(_spoken(signs, at, query) for at in range(len(signs)))


def _read(query: str, at: int, initials: str, found: list[str]) -> None:
    if len(found) >= _MOST_READINGS:
        return
    if at == len(query):
        if initials not in found:
            found.append(initials)
        return
    known, begun = _known()
    for end in range(min(len(query), at + _LONGEST), at, -1):
        piece = query[at:end]
        if piece in known or (end == len(query) and piece in begun):
            _read(query, end, initials + piece[0], found)


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """All syllables, some more than there are, and all beginnings of them."""
    whole = frozenset(start + end for start in _STARTS for end in _ENDS)
    return whole, frozenset(one[:length] for one in whole for length in range(1, len(one)))


def _spoken(signs: str, at: int, query: str) -> bool:
    if not query:
        return True
    if at == len(signs):
        return False
    for reading in _readings(signs[at]):
        if reading.startswith(query):
            return True
        if query.startswith(reading) and _spoken(signs, at + 1, query[len(reading) :]):
            return True
    return False


@lru_cache(maxsize=16384)
def _readings(sign: str) -> tuple[str, ...]:
    """All ways to read a sign; a sign without any stands for itself."""
    from pypinyin import Style, pinyin

    return tuple(dict.fromkeys(pinyin(sign, style=Style.NORMAL, heteronym=True)[0]))
