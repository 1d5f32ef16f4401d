"""One text about one person: its fields, and a note of all words that no field took."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from fj_desktop.core.leads.contacts import HELD, NUMBER, TAKEN, Taken, fold_widths, take_contacts
from fj_desktop.core.leads.lead import Lead
from fj_desktop.core.leads.pieces import (
    LONGEST,
    Piece,
    company_strength,
    is_wish,
    latin_company,
    latin_names,
    latin_title,
    may_be_company,
    name_score,
    read_run,
)
from fj_desktop.core.leads.words import LABELS

_H = "\u3400-\u9fff"
_RUN = re.compile(
    rf"(?:[{_H}A-Za-z0-9&.'_·]|(?<=[A-Za-z0-9])-(?=[A-Za-z0-9])"
    rf"|[（(][{_H}A-Za-z]{{1,10}}[)）](?=[{_H}]*(?:公司|集团|厂|中心|院|所|有限))|(?<=公司)[（(][{_H}]{{1,8}}[)）](?=[{_H}]*公司))+"
)
_ADDRESS = re.compile(
    rf"(?:[{_H}]{{2,8}}(?:省|市|区|县|自治州)|[{_H}]{{2,6}}(?:路|街|大道))[{_H}A-Za-z0-9\-—()（）#]{{0,60}}?(?:\d+号?[{_H}A-Za-z0-9\-—()（）#]{{0,40}}|[{_H}](?:大厦|工业园|产业园|写字楼|广场)[{_H}A-Za-z0-9\-—()（）#]{{0,20}})"
)
_EMPTY_BRACKETS = re.compile(r"[（(\[【][\s,，;；、]*[)）\]】]")
_HAS_WORDS = re.compile(rf"\w|{HELD.pattern}")
_EMPTY_QUOTES = re.compile(r"[\"“'‘]\s*[\"”'’]")
_BEFORE_COMMA = re.compile(r"\s+([，,；;、。])")
_EDGES = " \t,，;；、/|:：-—_·。．.@&+"
_BLANKS = re.compile(rf"[ \t{TAKEN}{NUMBER}]+")
_DOUBLE = re.compile(r"([,，;；、|/])(?:\s*[,，;；、|/])+")
_MOST_RUNS = 400
_NUMBER_NAMES = frozenset(LABELS["number"].split("|"))
_GOOD_NAME = 4


@dataclass
class _Run:
    """A run of signs where it stands, how it may be read, and what it was chosen for."""

    start: int
    end: int
    text: str
    readings: list[Piece]
    by_number: bool
    taken: bool = False


def read_one(text: str) -> Lead:
    """Read one text; what it is about may stand in any order, labelled or not."""
    folded = fold_widths(text)
    taken = take_contacts(folded)
    return _Reader(taken, text).lead()


class _Reader:
    def __init__(self, taken: Taken, origin: str) -> None:
        self._taken, self._origin = taken, origin
        self._found = dict(taken.found)
        self._cut: list[tuple[int, int]] = []
        self._text = taken.text
        self._take_address()
        self._take_latin("company", latin_company)
        self._take_latin("title", latin_title)
        self._runs = self._read_runs()

    def lead(self) -> Lead:
        """Choose the company, then the name, then the post, each by how sure it is."""
        self._settle_labelled()
        self._choose_company()
        self._choose_name()
        self._choose_title()
        self._choose_department()
        self._guess_company()
        self._take_latin_name()
        found = {
            name: self._taken.restore(value).strip() for name, value in self._found.items() if name != "department"
        }
        return replace(Lead(origin=self._origin), **found, note=self._note())

    def _take_address(self) -> None:
        if "address" in self._found:
            return
        match = _ADDRESS.search(self._text)
        if match is not None and not is_wish(match.group()) and not HELD.search(match.group()):
            before = self._text[: match.start()][-1:]
            if not re.match(f"[{_H}]", before):
                self._found["address"] = match.group()
                self._text = self._text[: match.start()] + TAKEN + self._text[match.end() :]

    def _take_latin(self, name: str, find: Callable[[str], re.Match[str] | None]) -> None:
        match = find(self._text) if name not in self._found else None
        if match is not None and not HELD.search(match.group()):
            self._found[name] = match.group().strip(" ,")
            self._text = self._text[: match.start()] + TAKEN + self._text[match.end() :]

    def _read_runs(self) -> list[_Run]:
        runs: list[_Run] = []
        for match in _RUN.finditer(self._text):
            if len(runs) == _MOST_RUNS:
                break
            around = self._text[max(0, match.start() - 2) : match.start()] + self._text[match.end() : match.end() + 2]
            run = match.group().strip(".'_")
            start = match.start() + match.group().find(run)
            runs.append(_Run(start, start + len(run), run, read_run(run), NUMBER in around))
        return runs

    def _settle_labelled(self) -> None:
        """姓名：李四（采购部经理） gave 李四; 联系人：李总经理 gives name and post."""
        name = self._found.get("name", "")
        if not name:
            return
        good = [piece for piece in read_run(name) if piece.name and not piece.rest]
        if good and not good[0].is_part:
            best = max(good, key=lambda piece: piece.score)
            self._found["name"] = best.name
            for key, value in (("title", best.title), ("company", best.company), ("department", best.department)):
                if value:
                    self._found.setdefault(key, value)

    def _choose_company(self) -> None:
        if "company" in self._found:
            return
        candidates = [(piece.strong, -at, run, piece) for at, run in enumerate(self._runs) for piece in run.readings]
        best = max((one for one in candidates if one[0]), key=lambda one: one[:2], default=None)
        if best is not None:
            self._use(best[2], best[3])

    def _choose_name(self) -> None:
        if "name" in self._found:
            return
        marks = [
            (self._name_mark(at, run, piece), -at, piece.score, run, piece)
            for at, run in enumerate(self._runs)
            if not run.taken
            for piece in run.readings
            if piece.name and not piece.company
        ]
        best = max(marks, key=lambda one: one[:3], default=None)
        if best is not None and best[0] >= _GOOD_NAME:
            self._use(best[3], best[4])

    def _name_mark(self, at: int, run: _Run, piece: Piece) -> int:
        neighbours = [self._runs[other] for other in (at - 1, at + 1) if 0 <= other < len(self._runs)]
        near_title = any(one.title and not one.name for other in neighbours for one in other.readings)
        near_company = any(other.taken for other in neighbours)
        return piece.score + 2 * run.by_number + 2 * near_title + near_company + (at == 0) + 2 * piece.is_part

    def _choose_title(self) -> None:
        for run in self._runs:
            posts = [one for one in run.readings if one.title and not one.name and not one.company]
            if run.taken or not posts:
                continue
            if "title" not in self._found:
                self._use(run, posts[0])
            elif self._found["title"] != posts[0].title and len(self._found["title"]) < LONGEST:
                self._found["title"] += f"、{posts[0].department}{posts[0].title}"
                self._cut.append((run.start, run.end))
                run.taken = True

    def _choose_department(self) -> None:
        """A department stands before the post; without a post it stays in the note."""
        for run in self._runs:
            alone = [one for one in run.readings if one.department and not (one.name or one.title or one.company)]
            if alone and not run.taken and "department" not in self._found and "title" in self._found:
                self._use(run, alone[0])
        department = self._found.get("department", "")
        title = self._found.get("title", "")
        if department and title and department not in title:
            self._found["title"] = department + title
        elif department and not title:
            self._found["title"] = department

    def _guess_company(self) -> None:
        """Without a word for it a company is told by its place: beside the person, and not the last words."""
        if "company" in self._found or not ("mobile" in self._found or "phone" in self._found):
            return
        for at, run in enumerate(self._runs):
            beside = [self._runs[other] for other in (at - 1, at + 1) if 0 <= other < len(self._runs)]
            near = run.by_number or any(other.taken for other in beside)
            is_last = at == len(self._runs) - 1 and at > 0
            if not run.taken and not run.readings and near and not is_last and may_be_company(run.text):
                self._use(run, Piece(company=run.text))
                return

    def _take_latin_name(self) -> None:
        if "name" in self._found:
            return
        for match in latin_names(self._text):
            words = match.group()
            around = self._text[max(0, match.start() - 2) : match.start()] + self._text[match.end() : match.end() + 2]
            sure = " " in words.strip() or NUMBER in around or words.startswith(("Mr", "Ms", "Dr"))
            overlaps = any(match.start() < end and start < match.end() for start, end in self._cut)
            if sure and not overlaps and not _is_in_word(self._text, match):
                self._found["name"] = words.strip()
                self._cut.append(match.span())
                return

    def _use(self, run: _Run, piece: Piece) -> None:
        for name in ("name", "title", "company", "department"):
            value = getattr(piece, name)
            if value and name not in self._found:
                self._found[name] = value
            elif value and value != self._found[name]:
                # The field is taken by something else: the whole run stays in the note.
                return
        run.taken = True
        if not piece.is_part:
            # 张三电话138…: the word is the name of the number.
            is_label = piece.rest in _NUMBER_NAMES and run.by_number
            self._cut.append((run.start, run.end if is_label else run.end - len(piece.rest)))

    def _note(self) -> str:
        parts, at = [], 0
        for start, end in sorted(self._cut):
            parts += [self._text[at:start], TAKEN]
            at = max(at, end)
        rest = "".join([*parts, self._text[at:]])
        lines = (_DOUBLE.sub(r"\1", _BLANKS.sub(" ", _EMPTY_BRACKETS.sub(" ", line))) for line in rest.split("\n"))
        kept = [_trimmed(line) for line in lines]
        return self._taken.restore("\n".join(line for line in kept if _HAS_WORDS.search(line)))


def _trimmed(line: str) -> str:
    """Without separators at its ends, and without a bracket whose other half was taken."""
    bare = _BEFORE_COMMA.sub(r"\1", _EMPTY_QUOTES.sub(" ", line)).strip(_EDGES)
    for opening, closing in ("（）", "()", "【】", "[]"):
        if bare.startswith(closing) or (bare.endswith(closing) and opening not in bare):
            bare = bare.strip(closing)
        if bare.endswith(opening) or (bare.startswith(opening) and closing not in bare):
            bare = bare.strip(opening)
    return bare.strip(_EDGES)


def _is_in_word(text: str, match: re.Match[str]) -> bool:
    return bool(re.match(r"[\w]", text[match.end() : match.end() + 1])) or bool(
        re.match(r"[A-Za-z0-9_@.]", text[max(0, match.start() - 1) : match.start()] or " ")
    )


def sounds_like_person(text: str) -> bool:
    """Whether a short text may be how somebody is called."""
    return name_score(text) > 0 or bool([one for one in read_run(text) if one.name])


def sounds_like_company(text: str) -> bool:
    """Whether a short text may be a company."""
    return company_strength(text) > 0
