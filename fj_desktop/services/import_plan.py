"""What an import will do with every row: new, update, skip, or refused with its reasons."""

import itertools
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from sqlalchemy import Connection

from fj_desktop.core.defaults import Working
from fj_desktop.core.field import Library
from fj_desktop.core.progress import Progress
from fj_desktop.core.refusal import Refused
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.likeness import judge, nature_of, subject_of
from fj_desktop.services.composing import Composer, filled
from fj_desktop.services.import_rows import CHOICES, BadValue, Choice, ImportPlan, ImportResult, Likely, PlannedRow
from fj_desktop.services.matching import Match, Matcher, library_of_link
from fj_desktop.services.parsing import Parsed, parse, resolve_again
from fj_desktop.services.resolving import Resolver
from fj_desktop.services.row_writer import RowWriter

if TYPE_CHECKING:
    from fj_desktop.exchange.mapping import TypedRow

Parts = tuple[Composer, Matcher, Resolver, RowWriter]
_PREVIEW = uuid.UUID(int=0)
_NUMBERS = itertools.count(1)
_LAST_PLACEHOLDER = 2**64
_REPORTED = "reported_progress"


class Planner:
    """Decides row by row; the same object plans against a reading and writes in a writing transaction."""

    def __init__(
        self, connection: Connection, library: Library, working: Working, on_duplicate: Choice, blank_bad_cells: bool
    ) -> None:
        self._library = library
        self._on_duplicate: Choice = on_duplicate
        self._blank_bad_cells = blank_bad_cells
        self.from_cards = False
        self.told: dict[uuid.UUID, str] = {}
        self._matcher = Matcher(connection)
        # While planning, a record that would be made from its name stands as a placeholder.
        self._resolver = Resolver(connection, placeholder)
        self._composer = Composer(None, self._matcher, self._resolver, working)

    @classmethod
    def over(cls, parts: Parts, library: Library) -> Self:
        """The planner that writes planned rows with the parts of a writing transaction."""
        made = cls.__new__(cls)
        made._library, made._composer, made._matcher, made._resolver = library, *parts[:3]
        made._on_duplicate, made._blank_bad_cells, made._all_new = "update", True, False
        made.told = {}
        return made

    def plan(self, rows: "Iterable[TypedRow]", progress: Progress) -> list[PlannedRow]:
        """Check all rows, then look up all their duplicates at once, then decide."""
        planned = []
        for done, row in enumerate(rows):
            if done % 200 == 0:
                progress.at(done, None, "正在检查")
            planned.append(self._parsed(row))
        good = [one.parsed for one in planned if one.parsed is not None and not one.refusals]
        self._look_up(good)
        for done, one in enumerate(planned):
            if done % 200 == 0:
                progress.at(done, len(planned), "正在查重")
            if not one.refusals and one.parsed is not None:
                self._decide(one, one.parsed)
        return planned

    def prepare(self, rows: list[PlannedRow], *, unmoved: bool) -> None:
        """Look up references and duplicates once more: the store may have moved on.

        Where it stands as it did when the rows were planned (``unmoved``), and none of them doubles anything,
        all of them are new.
        """
        good = [(row.parsed, row.typed) for row in rows if row.parsed is not None]
        for parsed, typed in good:
            resolve_again(parsed, typed, self._resolver)
        doubling = self._library.links() or self._composer.stubs or any(row.duplicate for row in rows)
        self._all_new = unmoved and not doubling
        if not self._all_new:
            self._look_up([parsed for parsed, _ in good])

    def write(self, row: PlannedRow, choice: Choice) -> Literal["new", "update", "skip"]:
        """Write one prepared row; returns what happened to it."""
        parsed = row.parsed
        if parsed is None:
            raise TypeError("prepare() comes before write()")
        taken = row.likely[0] if row.likely and choice == "update" and not row.duplicate else None
        if self._all_new and taken is None:
            self._tell(self._composer.add_alone(parsed, row.source), parsed)
            return "new"
        matches, record = self._taken(parsed, taken)
        if record in self._composer.stubs:  # A row before named it; this row tells the rest.
            self._composer.stubs.remove(record)
            self._composer.fill(self._library, record, parsed.values, overwrite=True)
            self._tell(record, parsed)
            return "new"
        if record is not None and choice == "skip":
            return "skip"
        if record is None or choice == "new":
            self._tell(self._composer.add(parsed, matches, row.source, overwrite=False), parsed)
            return "new"
        self._tell(record, parsed)
        return "update" if self._complete(parsed, matches, record) else "skip"

    def _tell(self, record: uuid.UUID, parsed: Parsed) -> None:
        """Note what the row reports of a project; ``told`` has it for whoever makes progress rows of it."""
        text = parsed.values.get(_REPORTED)
        if text:
            self.told[record] = str(text)

    def _taken(self, parsed: Parsed, taken: Likely | None) -> tuple[dict[str, Match], uuid.UUID | None]:
        """The masters of a row and the record that stands for it, where a person said so the likely one."""
        matches = self._composer.masters(parsed)
        if taken is None:
            return matches, self._stored(parsed, matches).sure
        target = library_of_link(self._library, taken.link) if taken.link else self._library
        self._matcher.know(target, [taken.id])
        if not taken.link:
            return matches, taken.id
        matches[taken.link] = Match(sure=taken.id)
        return matches, self._stored(parsed, matches).sure

    def _complete(self, parsed: Parsed, matches: dict[str, Match], record: uuid.UUID) -> bool:
        """Fill what a stored record and its masters lack; whether anything was."""
        changed = self._composer.fill(self._library, record, parsed.values, overwrite=False)
        for name, match in matches.items():
            if match.sure is not None:
                typed = parsed.linked.get(name, {})
                target = library_of_link(self._library, name)
                changed = self._composer.fill(target, match.sure, typed, overwrite=False) or changed
        return changed

    def _parsed(self, row: "TypedRow") -> PlannedRow:
        bad = [BadValue(cell.column, cell.value, cell.reason) for cell in row.bad]
        parsed = parse(self._library, row.typed, self._resolver)
        headers = row.headers
        typed = dict(row.typed)
        for refused in list(parsed.refusals):
            text = typed.pop(refused.key, "")
            if refused.key in row.derived or (self.from_cards and self._into_note(typed, refused, text)):
                parsed.refusals.remove(refused)
                continue
            bad.append(BadValue(headers.get(refused.key, refused.label), text, refused.reason))
        if self.from_cards and typed != row.typed:
            parsed = parse(self._library, typed, self._resolver)
        planned = PlannedRow(row.row, typed, row.source, parsed)
        if self._blank_bad_cells:
            planned.blanked = bad
            parsed.refusals.clear()
        else:
            planned.refusals = bad
        return planned

    def _into_note(self, typed: dict[str, str], refused: Refused, text: str) -> bool:
        """What a card holds and a field can't take goes to the notes: a foreign phone is no reason to lose a person."""
        note = next((key for key in ("note", "person_note") if key in CATALOG.by_key(self._library)), "")
        if note:
            typed[note] = "\n".join(part for part in (typed.get(note, ""), f"{refused.label}：{text}") if part)
        return bool(note)

    def _decide(self, one: PlannedRow, parsed: Parsed) -> None:
        matches = self._composer.masters(parsed)
        for refused in self._composer.refusals(parsed, matches):
            one.refusals.append(BadValue(refused.label, "", refused.reason))
        if one.refusals:
            return
        own = self._stored(parsed, matches)
        if own.sure is not None:
            one.choice, one.duplicate = self._on_duplicate, str(own.sure)
        else:
            self._learn(parsed, matches)
        if own.possible or any(match.possible for match in matches.values()):
            one.likely = tuple(self._likely(parsed, own, matches))
            told = "；".join(one.likely[0].reasons) if one.likely else "同号不同名或同名不同号"
            one.possible = f"与库中记录疑似重复（{told}），按新记录导入"

    def _likely(self, parsed: Parsed, own: Match, matches: dict[str, Match]) -> Iterator[Likely]:
        """The stored records among the possible ones; those of the same sheet stand nowhere yet."""
        yield from self._told("", self._library, parsed.values, own)
        for link, match in matches.items():
            yield from self._told(link, library_of_link(self._library, link), parsed.linked.get(link, {}), match)

    def _told(self, link: str, library: Library, typed: Mapping[str, Any], match: Match) -> Iterator[Likely]:
        mine = subject_of(library, _PREVIEW, filled(typed))
        for record in match.possible:
            if record.int > _LAST_PLACEHOLDER:
                other = subject_of(library, record, self._matcher.values(record))
                alike = judge(nature_of(library), mine, other)
                yield Likely(link, record, alike.reasons if alike else ("同号不同名或同名不同号",))

    def _look_up(self, rows: list[Parsed]) -> None:
        """Look up the duplicates of all rows at once: of their masters, then of the records that stand on these."""
        self._composer.load(rows)
        if links := self._library.links():
            name = links[0].name
            found = (self._composer.masters(one).get(name, Match()).sure for one in rows)
            self._matcher.load(self._library, [{name: master} for master in found if master is not None])

    def _stored(self, parsed: Parsed, matches: dict[str, Match]) -> Match:
        """The record of this library that stands for the row already, or may."""
        if not self._library.links():
            return self._matcher.match(self._library, parsed.values)
        link = self._library.links()[0].name
        master = matches.get(link, Match()).sure
        if master is None:
            return Match()
        key = {link: master}
        self._matcher.load(self._library, [key])
        return self._matcher.match(self._library, key)

    def _learn(self, parsed: Parsed, matches: dict[str, Match]) -> None:
        """So that a later row of the same sheet is seen as the duplicate it is."""
        values = dict(parsed.values) if matches else parsed.values
        for name, match in matches.items():
            master = match.sure or _new_placeholder()
            if match.sure is None:
                self._matcher.learn(library_of_link(self._library, name), master, filled(parsed.linked.get(name, {})))
            values[name] = master
        self._matcher.learn(self._library, _new_placeholder(), values)


def placeholder(target: Library, name: str) -> uuid.UUID:
    """Stands, while planning, for the record that would be made from a name."""
    target.fields[target.naming[0]].kind.parse(name)
    return uuid.uuid5(_PREVIEW, f"{target.table}/{name}")


def _new_placeholder() -> uuid.UUID:
    return uuid.UUID(int=next(_NUMBERS))


__all__ = ["CHOICES", "BadValue", "Choice", "ImportPlan", "ImportResult", "Likely", "PlannedRow", "Planner"]
