"""Pasted chats: lines under the names and times of those who wrote them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from fj_desktop.core.leads.lead import Lead
from fj_desktop.core.leads.reading import read_one, sounds_like_person
from fj_desktop.core.leads.words import LABELS
from fj_desktop.core.text import clean, squeeze

_DAY = r"(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?|昨天|前天|今天|星期[一二三四五六日天]|周[一二三四五六日])"
_TIME = r"(?:(?:凌晨|早上|上午|中午|下午|晚上|AM|PM)?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AP]M)?)"
_WHEN = rf"(?:{_DAY}\s*{_TIME}|{_TIME})"
_NAME_FIRST = re.compile(rf"(?P<who>\S.{{0,40}}?)[\s:：]+(?P<when>{_WHEN})\s*$", re.IGNORECASE)
_TIME_FIRST = re.compile(rf"(?P<when>{_DAY}\s*{_TIME})\s+(?P<who>\S.{{0,40}}?)\s*[:：]?\s*$", re.IGNORECASE)
_IN_LINE = re.compile(
    rf"[\[【(（]?(?P<when>{_WHEN})[\]】)）]?\s*(?P<who>[^:：\s][^:：]{{0,30}}?)[:：]\s*(?P<text>.*)$", re.IGNORECASE
)
_NAME_IN_LINE = re.compile(r"(?P<who>[^:：\s，,。；;]{1,16})[:：]\s*(?P<text>.*)$")
_RULE = re.compile(rf"[-—=_·\s]*(?:{_DAY}(?:\s*{_TIME})?)?[-—=_·\s]*$", re.IGNORECASE)
_ID = re.compile(r"[（(<][\w@.\-]{1,40}[)）>]$")
_LABELS = frozenset(one.casefold() for words in LABELS.values() for one in words.split("|"))
_FILLER = re.compile(r"^(?:我|本人|对方)$")


@dataclass
class Message:
    """Who said what."""

    who: str
    text: str
    timed: bool = True


def read_chat(text: str, me: str, read_many: Callable[[str], list[Lead]]) -> list[Lead]:
    """The leads of a chat, or nothing when the text is none.

    One for the chat as a whole, with the whole chat as its note; several where several people are named with
    their numbers. ``me`` is the name of the person at the desk, who is never the lead; ``read_many`` reads what
    somebody wrote.
    """
    messages = list(_messages(clean(text)))
    if not _is_chat(messages):
        return []
    whole = clean(text)
    said = [(one, lead) for one in messages if one.text for lead in read_many(one.text)]
    named = [(one, lead) for one, lead in said if lead.mobile]
    if len({lead.mobile for _, lead in named}) > 1 and all(lead.name or lead.company for _, lead in named):
        return _several(named, whole)
    others = [one for one in messages if one.who and not _is_me(one.who, me)] or messages
    return [_one(others, named, whole)]


def _messages(text: str) -> Iterator[Message]:
    present: Message | None = None
    for line in text.split("\n"):
        found = _head(line.strip())
        if found is not None:
            if present is not None:
                yield present
            present = found
        elif present is not None:
            present.text = f"{present.text}\n{line}".strip()
        elif line.strip():
            present = Message("", line.strip(), timed=False)
    if present is not None:
        yield present


def _head(line: str) -> Message | None:
    if not line or len(line) > 400:
        return None
    for pattern in (_TIME_FIRST, _NAME_FIRST):
        if match := pattern.fullmatch(line):
            return Message(_bare(match["who"]), "") if _may_speak(match["who"]) else None
    if match := _IN_LINE.fullmatch(line):
        return Message(_bare(match["who"]), match["text"]) if _may_speak(match["who"]) else None
    if (match := _NAME_IN_LINE.fullmatch(line)) and _may_speak(match["who"]):
        return Message(_bare(match["who"]), match["text"], timed=False)
    return None


def _may_speak(who: str) -> bool:
    bare = _bare(who).strip()
    return bool(bare) and squeeze(bare) not in _LABELS and not re.search(r"\d{5,}|https?|[，。；]", bare)


def _bare(who: str) -> str:
    return _ID.sub("", who.strip(" -—:：[]【】@")).strip()


def _is_chat(messages: list[Message]) -> bool:
    timed = [one for one in messages if one.timed]
    untimed = [one for one in messages if not one.timed and one.who]
    if timed:
        return True
    # Without times, lines of two speakers in turn, one of whom sounds like a person.
    speakers = [one.who for one in untimed]
    return len(speakers) > 2 and len(set(speakers)) < len(speakers) and any(map(sounds_like_person, speakers))


def _is_me(who: str, me: str) -> bool:
    return bool(_FILLER.match(who)) or (bool(me) and me in who)


def _several(named: list[tuple[Message, Lead]], whole: str) -> list[Lead]:
    """A lead for each number; what stands between them goes to the first."""
    leads = [replace(lead, via="微信") for _, lead in named]
    first = replace(leads[0], note=whole)
    return [first, *leads[1:]]


def _one(others: list[Message], named: list[tuple[Message, Lead]], whole: str) -> Lead:
    told = read_one("\n".join(one.text for one in others if one.text))
    if not told.mobile and named:
        told = replace(named[0][1], name=told.name or named[0][1].name)
    speakers = [one.who for one, _ in named if one in others] + [one.who for one in others]
    speaker = next((who for who in speakers if sounds_like_person(who)), next((who for who in speakers if who), ""))
    shown = read_one(speaker)
    name = told.name or shown.name or (speaker if not shown.company else "")
    if shown.name and told.name and len(shown.name) > len(told.name) and shown.name[0] == told.name[0]:
        # The chat says 张总, its head says 张三.
        name = shown.name
    return replace(
        told, name=name, title=told.title or shown.title, company=told.company or shown.company,
        mobile=told.mobile or shown.mobile, note=whole, origin=whole, via="微信",
    )  # fmt: skip
