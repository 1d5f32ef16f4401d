"""What one run of signs without a blank may be: a company, a department, a post, a name, or several of them in a row."""

import re
from dataclasses import dataclass
from functools import lru_cache

from fj_desktop.core import regions
from fj_desktop.core.leads.words import (
    COMMON_SURNAMES,
    COMPOUND_SURNAMES,
    FAMOUS,
    GENERIC,
    GIVEN,
    HONOURS,
    INTROS,
    NOT_GIVEN,
    NOT_NAMES,
    POLITE,
    POSTS,
    STRONG_BODIES,
    SURNAME,
    WEAK_BODIES,
    WISHES,
)

LONGEST = 48


def _any(words: str) -> str:
    return "|".join(sorted(words.split("|"), key=len, reverse=True))


_H = "\u3400-\u9fff"
_NAME = rf"(?:[小老][{''.join(sorted(COMMON_SURNAMES))}](?![{_H}])|(?:{COMPOUND_SURNAMES})[{_H}]{{1,2}}|{SURNAME}[{_H}]{{1,2}}|[{_H}]{{2,8}}·[{_H}]{{1,8}})"
_CALLED = rf"(?:(?:{COMPOUND_SURNAMES})|[小老阿]?{SURNAME}|{_NAME})"
_HONOUR = f"(?:{_any(HONOURS)})"
_BODY = f"(?:{_any(STRONG_BODIES + '|' + WEAK_BODIES)})"
_COMPANY = rf"(?P<company>(?:[\w&.\-]|[（(][\w]{{1,10}}[)）]){{1,28}}?{_BODY}(?:[（(][{_H}]{{1,8}}[)）](?:分公司|有限公司|公司)?)?(?!(?:{STRONG_BODIES}|{WEAK_BODIES}|有限|责任|控股)(?!长))|{FAMOUS})"
_DEPARTMENT = rf"(?P<department>[{_H}A-Za-z]{{1,8}}?(?:事业部|部门|部|处|科|室|车间|中心|分部))"
_POST = rf"(?:[{_H}A-Za-z]{{0,8}}?(?:{_any(POSTS)})|销售|采购|财务|行政|人事|技术|运营|招商)"
_TITLE = rf"(?P<title>{_POST}(?:兼{_POST})?)"
_TITLE_AFTER = rf"(?P<after>{_POST}(?:兼{_POST})?)"
_PERSON = rf"(?:(?P<called>{_CALLED})(?P<honour>{_HONOUR})|(?P<name>{_NAME}))"
_WISH = rf"(?P<rest>(?:{WISHES}).*)"
_INTRO = rf"(?P<intro>{INTROS})"

_COMPANY_FIRST = re.compile(
    rf"{_INTRO}?{_COMPANY}的?{_DEPARTMENT}?的?{_TITLE}?{_PERSON}?{_TITLE_AFTER}?{_WISH}?", re.IGNORECASE
)
_PERSON_ONLY = re.compile(
    rf"{_INTRO}?{_PERSON}{_TITLE_AFTER}?{_WISH}?(?P<company>(?!))?(?P<department>(?!))?", re.IGNORECASE
)
_PERSON_FIRST = re.compile(rf"{_INTRO}?{_PERSON}{_COMPANY}的?{_DEPARTMENT}?{_TITLE_AFTER}?{_WISH}?", re.IGNORECASE)
_POST_FIRST = re.compile(rf"{_INTRO}?{_DEPARTMENT}?{_TITLE}(?P<name>{_NAME})?{_WISH}?", re.IGNORECASE)
_ONLY_DEPARTMENT = re.compile(rf"[{_H}A-Za-z]{{1,10}}(?:事业部|部门|部|处|科|室|车间|分部)")
_PERSON_ALONE = re.compile(rf"({_CALLED})({_HONOUR})")
_IS_WISH = re.compile(WISHES)
_STRONG_WISH = re.compile("想|要|咨询|来电|说|有意|打算|准备|计划|希望|需|拟|来|加|电话|手机|微信|回")
_STRONG = re.compile(f"(?:{_any(STRONG_BODIES)})(?:[（(].{{1,8}}[)）])?$")
_PLAIN = re.compile(rf"[{_H}]{{4,12}}")
_PHRASE = re.compile(
    "[人籍村镇乡县市区亩吨万元号楼]$|介绍|推荐|合作|加工|采购|选址|项目|考察|投资|基地|用地|厂房|来访|意向|种植|养殖|批发|零售|生意|老家|返乡|推介|"
    "报名|线索|会议|活动|电话|联系|[搞种养开干做想找租买谈看]|先生|女士|需要|希望|可以|已经|没有|[0-9]"
)
_LEGAL = re.compile("(?:公司|集团|合伙企业|合作社|商行|经营部|事务所)$")
_NO_POST = re.compile("介绍|推荐|认识|联系|[0-9]")
_WEAK_END = re.compile(f"(?:{_any(WEAK_BODIES)})$")
_NOT_WORKS = re.compile("[建办设看租找开入进标准]厂$|标准厂|[常政编]委$|结局|格局|布局|饭局|当局|破局|开局")
_VERBS = re.compile("[做想找租买卖去我]|在(?!线)|开(?![发元源州平封泰拓心]|曼)|办(?!公)")
_FAMOUS = re.compile(f"(?:{FAMOUS})$")
_LATIN_COMPANY = re.compile(
    r"(?:[A-Z][\w&.'-]*,? ){1,6}(?:Co\b\.?(?:, ?| )?(?:Ltd\b\.?)?|Inc\b\.?|LLC|Ltd\b\.?|Limited|Corp\b\.?|Corporation|Group|GmbH|Holdings|Company)"
)
_LATIN_TITLE = re.compile(
    r"\b(?:[A-Z][a-z]+ ){0,3}(?:Director|Manager|President|CEO|CFO|CTO|Engineer|Chairman|Chairwoman|Partner|Founder|Officer|Consultant|Representative|Secretary)\b"
)
_LATIN_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\b\.? ?)?[A-Z][a-z]+(?: [A-Z][a-z]*\.?){0,2}")


@dataclass(frozen=True)
class Piece:
    """What a run was read as; ``strong``: how sure the company is (2 legal form, 1 a trade, 0 none).

    ``rest``: words behind it that belong to the note; ``is_part``: words before it do, so the whole run stays.
    """

    name: str = ""
    title: str = ""
    company: str = ""
    department: str = ""
    strong: int = 0
    score: int = 0
    rest: str = ""
    is_part: bool = False


def read_run(run: str) -> list[Piece]:
    """All ways to read a run, without a look at its neighbours."""
    if not 2 <= len(run) <= LONGEST:
        return []
    ways = (
        _company_first(run),
        _person_first(run, _PERSON_ONLY) or _person_first(run, _PERSON_FIRST),
        _post_first(run),
    )
    found = [piece for piece in ways if piece is not None]
    if _ONLY_DEPARTMENT.fullmatch(run) and not is_wish(run):
        found.append(Piece(department=run))
    return found


def is_wish(run: str) -> bool:
    """Whether a run begins like a sentence about what somebody wants or does."""
    return bool(_IS_WISH.match(run))


def latin_company(text: str) -> re.Match[str] | None:
    """A company with a legal form in English."""
    return _LATIN_COMPANY.search(text)


def latin_title(text: str) -> re.Match[str] | None:
    """A post in English."""
    return _LATIN_TITLE.search(text)


def latin_names(text: str) -> list[re.Match[str]]:
    """Words that may be a name in Latin letters."""
    return list(_LATIN_NAME.finditer(text))


def _company_first(run: str) -> Piece | None:
    match = _COMPANY_FIRST.fullmatch(run)
    if match is None or (not match["intro"] and is_wish(run) and not _LEGAL.search(match["company"])):
        return None
    strong = company_strength(match["company"])
    if not strong:
        return None
    name, title, score = _person(match)
    if name and score < 0:
        return None
    if title and not name and (person := _PERSON_ALONE.fullmatch(title)) and _called_score(person[1], person[2]) > 4:
        (name, title), score = _called(person[1], person[2], ""), 6
    return Piece(
        name,
        title,
        match["company"],
        match["department"] or "",
        strong,
        score,
        match["rest"] or "",
        bool(match["intro"]),
    )


def _person_first(run: str, pattern: re.Pattern[str]) -> Piece | None:
    match = pattern.fullmatch(run)
    if match is None:
        return None
    company, rest = match["company"] or "", match["rest"] or ""
    strong = company_strength(company) if company else 0
    if company and (not strong or not (match["honour"] or _is_place_first(company))):
        return None
    if rest and not match["honour"] and not match["intro"] and not _STRONG_WISH.match(rest):
        return None
    name, title, score = _person(match)
    if score < 0:
        return None
    return Piece(name, title, company, match["department"] or "", strong, score, rest, _is_part(match))


def _is_part(match: re.Match[str]) -> bool:
    """Whether words stand before it that say more than what follows is."""
    return bool(match["intro"]) and match["intro"] not in ("联系人", "姓名")


def _post_first(run: str) -> Piece | None:
    match = _POST_FIRST.fullmatch(run)
    if match is None or (is_wish(run) and not match["intro"]):
        return None
    name = match["name"] or ""
    score = name_score(name) if name else 0
    if score < 0 or (not name and match["rest"]):
        return None
    title = match["title"]
    if _VERBS.search(title) or _NO_POST.search(title):
        return None
    return Piece(
        name,
        title,
        "",
        match["department"] or "",
        0,
        score + 2 if name else 0,
        match["rest"] or "",
        bool(match["intro"]),
    )


def _person(match: re.Match[str]) -> tuple[str, str, int]:
    """Name, post and how likely it is one."""
    groups = match.groupdict()
    before, after = groups.get("title") or "", groups.get("after") or ""
    called, honour = groups.get("called") or "", groups.get("honour") or ""
    if called and honour:
        return *_called(called, honour, before or after), _called_score(called, honour)
    name = groups.get("name") or ""
    return name, before or after, name_score(name) + (2 if before or after else 0) if name else 0


def _called(called: str, honour: str, title: str) -> tuple[str, str]:
    """李总 is called so; 张三总经理 is 张三, 总经理."""
    is_whole = bool(re.fullmatch(_NAME, called)) and called[0] not in "小老阿"
    post = "" if honour in POLITE and not is_whole else honour
    post = "" if honour in ("先生", "女士", "小姐") else post
    return (called if is_whole and honour not in ("姐", "哥") else called + honour), title or post


def _called_score(called: str, honour: str) -> int:
    whole = called + honour
    if whole[:2] in NOT_NAMES or whole in NOT_NAMES or called in NOT_NAMES:
        return -1
    if len(called) == 1:
        return 6 if called in COMMON_SURNAMES else 4
    return max(name_score(called), 1) + 4 if called[-1] not in NOT_GIVEN else -1


def name_score(name: str) -> int:
    """How likely a run of signs is a person's name; below zero for no."""
    if "·" in name:
        return 5
    given = name[2:] if name[:2] in COMPOUND_SURNAMES.split("|") and len(name) > 2 else name[1:]
    if not given or name in NOT_NAMES or name[:2] in NOT_NAMES or NOT_GIVEN & set(given):
        return -1
    if name[0] in "小老" and len(name) == 2 and given in COMMON_SURNAMES:
        return 3
    if _WEAK_END.search(name):
        return -1 if len(name) < 4 else 0
    if _is_region(name):
        return 1 if name[0] in COMMON_SURNAMES and given[-1] in GIVEN else -1
    score = 2 + (len(given) == 2) + (len(name) - len(given) == 2)
    score += sum(sign in GIVEN for sign in given) > 0
    return score + (name[0] in COMMON_SURNAMES)


def company_strength(name: str) -> int:
    """2 for a company by its legal form, 1 by its trade, 0 for none."""
    if _FAMOUS.fullmatch(name):
        return 2
    if _NOT_WORKS.search(name):
        return 0
    strong = _STRONG.search(name)
    residue = name[: strong.start()] if strong else name
    while (weak := _WEAK_END.search(residue)) and (strong is None or weak.start() > 0):
        residue = residue[: weak.start()]
    if _VERBS.search(residue) or residue in GENERIC or (len(residue) < 2 and not strong) or not residue:
        return 0
    if strong:
        return 2 if len(name) >= 3 and "的" not in residue else 0
    # A place with a trade (重庆机械) is a trade as well as a company; two signs of a name before it make a company.
    is_plain = bool(_WEAK_END.fullmatch(residue)) or "的" in residue or any(sign.isdigit() for sign in residue)
    return 0 if is_plain or is_wish(residue) or _is_region(residue) else 1


def may_be_company(run: str) -> bool:
    """Whether a run that was read as nothing may stand for a company by its place between name, number and note."""
    return bool(_PLAIN.fullmatch(run)) and not is_wish(run) and not _PHRASE.search(run) and not _is_region(run)


def _is_place_first(company: str) -> bool:
    return len(regions.longest_start(company)) > 1


@lru_cache(maxsize=4096)
def _is_region(text: str) -> bool:
    return len(text) < 12 and bool(regions.meant_by(text))
