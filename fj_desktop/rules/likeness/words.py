"""How near two names are to each other: the same, spoken the same, one slip of the hand apart."""

from functools import lru_cache

from rapidfuzz.distance import OSA, Levenshtein

# Signs that tell two of a kind apart: 一期 and 二期, 东区 and 西区, A座 and B座.

_COUNTING = frozenset("一二三四五六七八九十甲乙丙丁东西南北")
_TELLING = _COUNTING | frozenset("百千两壹贰叁0123456789上下左右前后新老大小男女abcdefghijklmnopqrstuvwxyz")
_LONG, _SHORT = 8, 4


@lru_cache(maxsize=16384)
def _sound(sign: str) -> str:
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(sign, style=Style.NORMAL))


def spoken(text: str) -> str:
    """A text as it is spoken, sign by sign; readings of whole phrases are left aside, a slip doesn't keep to them."""
    return " ".join(map(_sound, text))


def differ_in_telling(first: str, second: str) -> bool:
    """Whether signs that tell two of a kind apart are among what differs."""
    for step in Levenshtein.editops(first, second):
        gone = first[step.src_pos : step.src_pos + 1] if step.tag != "insert" else ""
        come = second[step.dest_pos : step.dest_pos + 1] if step.tag != "delete" else ""
        if step.tag == "replace" and not _TELLING.isdisjoint((gone, come)):
            return True
        if step.tag != "replace" and (gone + come) in _COUNTING | frozenset("0123456789"):
            return True
    return False


def one_slip(first: str, second: str) -> bool:
    """Whether one name may be the other with a sign wrong, missing, too many or two in the wrong order."""
    longer = max(len(first), len(second))
    allowed = 2 if longer >= _LONG else 1 if longer >= _SHORT else 0
    if not allowed or OSA.distance(first, second, score_cutoff=allowed) > allowed:
        return False
    return not differ_in_telling(first, second)


def near_number(first: str, second: str) -> bool:
    """Whether one number is the other with a digit wrong, missing, too many or two exchanged."""
    return OSA.distance(first, second, score_cutoff=1) <= 1


def without_one(text: str) -> set[str]:
    """The text and every text that lacks one of its signs; two names one slip apart share one of them."""
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}
