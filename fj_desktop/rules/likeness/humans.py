"""Names of people: titles and remarks taken off, slips and ways of writing compared."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from fj_desktop.core.text import squeeze
from fj_desktop.rules.likeness.words import differ_in_telling, spoken

_REMARK = re.compile(r"\(.*?\)|[·.,、/].{3,}$")
_TITLE = re.compile(
    r"(?:董事长|副?总经理|副?总裁|总监|副?主任|副?院长|副?会长|秘书长|副?局长|副?处长|副?科长|厂长|校长|书记|教授|博士|老师|经理|先生|女士|小姐|同志"
    r"|工程师|老板|总|工|董|哥|姐)$"
)


@lru_cache(maxsize=65536)
def human(name: str) -> tuple[str, bool]:
    """The bare name, and whether it is only a surname before a title."""
    whole = squeeze(name)
    bare = re.sub(r"[\W_]", "", _REMARK.sub("", whole)) or re.sub(r"[\W_]", "", whole)
    untitled = _TITLE.sub("", bare) if len(bare) > 2 or bare.endswith(("总", "工", "董")) else bare
    return (untitled or bare, len(untitled) == 1 and untitled != bare)


def resemble_humans(first: str, second: str) -> str:
    """``same``, ``sound``, ``slip``, ``title`` (one is a surname with a title), or nothing."""
    (one, one_short), (two, two_short) = human(first), human(second)
    if not one or not two:
        return ""
    if one_short or two_short:
        return "title" if one[0] == two[0] else ""
    if one == two:
        return "same"
    said, also = spoken(one).replace(" ", ""), spoken(two).replace(" ", "")
    if said == also and (len(one) == len(two) or one.isascii() or two.isascii()):
        return "sound"
    if max(len(one), len(two)) >= 3 and OSA.distance(one, two, score_cutoff=1) <= 1:
        return "" if differ_in_telling(one, two) else "slip"
    return ""
