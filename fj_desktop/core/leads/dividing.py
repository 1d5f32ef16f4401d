"""A pasted text into the texts of single leads: lists, numbered entries, tables, cards of several lines, chats."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fj_desktop.core.leads.chats import read_chat
from fj_desktop.core.leads.contacts import fold_widths
from fj_desktop.core.leads.lead import Lead
from fj_desktop.core.leads.reading import read_one
from fj_desktop.core.leads.words import LABELS
from fj_desktop.core.text import squeeze

_NUMBERED = re.compile(
    r"\s*(?:[(（]?\d{1,3}[.、．)）:：]\s*(?!\d)|[①-⑳]\s*|[(（]?[一二三四五六七八九十]{1,3}[、.)）]\s*|[-•●▪◆■*]\s+)(?=\S)"
)
_PARTS = re.compile(r"[;；\n]")
_CELLS = re.compile(r"\t|\s*[|｜]\s*")
_KNOWN = {squeeze(one): one for words in LABELS.values() for one in words.split("|") if len(one) > 1} | {
    squeeze(one): "" for one in ("序号", "编号", "No", "No.")
}
_LEAST_HEADS = 2
_NUMBER_LINE = re.compile(rf"\s*(?:{LABELS['number']})\s?\d?\s*[:：.]?\s*[\d+(（]", re.IGNORECASE)


@dataclass
class _Group:
    """Lines that belong together, and what is known from them so far."""

    lines: list[str]
    lead: Lead

    def add(self, line: str, lead: Lead) -> None:
        self.lines.append(line)
        old = self.lead
        self.lead = replace(
            old, name=old.name or lead.name, company=old.company or lead.company, mobile=old.mobile or lead.mobile,
            phone=old.phone or lead.phone, email=old.email or lead.email,
        )  # fmt: skip


def read_text(text: str, me: str = "") -> list[Lead]:
    """All leads of a text; every word of it is in a field or a note of one of them.

    Args:
        text: what was typed or pasted, without address cards.
        me: the name of the person at the desk, who takes part in chats.
    """
    if not text.strip():
        return []
    chat = read_chat(text, me, _read_plain)
    if chat:
        return chat
    table = list(_table(text))
    if table:
        return [read_one(row) for row in table]
    return _read_plain(text)


def _read_plain(text: str) -> list[Lead]:
    return [read_one(one) for one in _texts(text)]


def _table(text: str) -> Iterator[str]:
    """Rows of a pasted table whose first row names its columns, each with the names before the cells."""
    rows = [_CELLS.split(line.strip("|｜ ")) for line in fold_widths(text).split("\n") if line.strip()]
    heads = [_KNOWN.get(squeeze(cell)) for cell in rows[0]] if rows else []
    if len(rows) < 2 or len([one for one in heads if one]) < _LEAST_HEADS or len(rows[0]) < _LEAST_HEADS:
        return
    if not all(cell.strip() in ("",) or squeeze(cell) in _KNOWN for cell in rows[0]):
        heads = [head if head is not None else cell.strip() for head, cell in zip(heads, rows[0], strict=True)]
    for row in rows[1:]:
        if all(re.fullmatch(r"[-:\s]*", cell) for cell in row):
            continue
        cells = [
            f"{heads[at]}：{cell.strip()}" if at < len(heads) and heads[at] else cell.strip()
            for at, cell in enumerate(row)
            if cell.strip()
        ]
        yield "\n".join(cells)


def _texts(text: str) -> list[str]:
    lines = fold_widths(text).split("\n")
    if sum(bool(line.strip()) for line in lines) == 1:
        return _of_one_line(next(line for line in lines if line.strip()))
    numbered = [line for line in lines if _NUMBERED.match(line)]
    if len(numbered) > 1 and any(_is_somebody(read_one(_NUMBERED.sub("", line, count=1))) for line in numbered):
        return _entries(lines)
    if _is_list(filled := [line for line in lines if line.strip()]):
        return filled
    return ["\n".join(group.lines) for group in _groups(lines)]


def _is_list(lines: Sequence[str]) -> bool:
    """Whether every line has a number of its own, and says more than what kind of number it is."""
    leads = [read_one(line) for line in lines]
    numbers = [lead.mobile or lead.phone for lead in leads]
    return all(numbers) and len(set(numbers)) == len(numbers) and not any(map(_NUMBER_LINE.match, lines))


def _of_one_line(line: str) -> list[str]:
    """张三 138…；李四 139…: parts that each are somebody with a number."""
    parts = [part.strip() for part in _PARTS.split(line) if part.strip()]
    leads = [read_one(part) for part in parts]
    if len(parts) > 1 and all((lead.mobile or lead.phone) and (lead.name or lead.company) for lead in leads):
        return parts
    return [line]


def _entries(lines: Sequence[str]) -> list[str]:
    """Numbered entries; lines behind one belong to it, those before the first to the first."""
    entries: list[list[str]] = []
    before: list[str] = []
    for line in lines:
        if _NUMBERED.match(line):
            entries.append([*before, _NUMBERED.sub("", line, count=1)])
            before = []
        elif entries:
            entries[-1].append(line)
        else:
            before.append(line)
    return ["\n".join(entry).strip() for entry in entries]


def _groups(lines: Sequence[str]) -> list[_Group]:
    groups: list[_Group] = []
    mobiles = {lead.mobile for lead in map(read_one, lines) if lead.mobile}
    after_blank = False
    for line in lines:
        if not line.strip():
            after_blank = True
            continue
        lead = read_one(line)
        if groups and not _starts_another(groups[-1].lead, lead, after_blank=after_blank, several=len(mobiles) > 1):
            groups[-1].add(line, lead)
        else:
            groups.append(_Group([line], lead))
        after_blank = False
    return groups


def _starts_another(old: Lead, new: Lead, *, after_blank: bool, several: bool) -> bool:
    """Whether a line is about somebody else than the lines before it."""
    if not _is_somebody(old) or new.is_empty:
        return False
    if new.name and old.name:
        # A card may name its person twice, and a bare name within a sentence is none.
        return new.name != old.name and (bool(new.mobile or new.company or new.title or new.phone) or not new.note)
    if new.mobile and old.mobile:
        return bool(new.company or new.name) or not (old.name or old.company)
    if new.company and old.company and several:
        return bool(old.mobile or old.phone) and new.company != old.company
    if new.name and old.mobile and several:
        return bool(old.company or new.mobile)
    return after_blank and several and bool(old.mobile or old.phone) and bool(new.name or new.company)


def _is_somebody(lead: Lead) -> bool:
    return not lead.is_empty
