"""How a lead settles among what is stored: who is known already, what is added to whom, what only the note can keep."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from fj_desktop.core.field import Library
from fj_desktop.core.leads import Lead
from fj_desktop.core.refusal import Refused
from fj_desktop.core.text import company_key, squeeze
from fj_desktop.libraries import CATALOG
from fj_desktop.services.composing import Composer, filled, master_libraries
from fj_desktop.services.lead_slots import Slots
from fj_desktop.services.matching import Match, Matcher
from fj_desktop.services.parsing import Parsed, parse
from fj_desktop.services.resolving import Resolver
from fj_desktop.store import queries

NEW = "new"


@dataclass
class Settled:
    """A lead among what is stored.

    ``record``: the record that takes it, None for a new one; ``person``, ``company``: names of known masters;
    ``possible``: people it may be (id, name, what tells them apart); ``added``: labels of what known records get.
    """

    parsed: Parsed
    matches: dict[str, Match]
    record: uuid.UUID | None = None
    person: str = ""
    company: str = ""
    possible: list[tuple[uuid.UUID, str]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    notes: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    too_long: list[Refused] = field(default_factory=list)

    @property
    def is_known(self) -> bool:
        """Whether the person, or the record itself, stands in the store already."""
        return self.record is not None or bool(self.person)


class Settler:
    """Works within one transaction; reading or writing as its composer does."""

    def __init__(self, composer: Composer, matcher: Matcher, resolver: Resolver, connection: Connection) -> None:
        self._composer, self._matcher, self._resolver = composer, matcher, resolver
        self._connection = connection

    def settle(self, library: Library, places: Slots, lead: Lead, person: uuid.UUID | str | None) -> Settled:
        """Find out who is known, and move what would be lost into the note."""
        typed = places.typed(lead)
        parsed = parse(library, {key: text for key, text in typed.items() if key not in places.notes}, self._resolver)
        self._composer.load([parsed])
        settled = Settled(parsed, self._composer.masters(parsed))
        self._choose(settled, person)
        self._find_record(settled)
        self._name_known(settled, typed.get(places.keys.get("company", ""), ""))
        note = "\n".join(typed[key] for key in places.notes if key in typed)
        differing = self._differing(settled)
        self._settle_notes(settled, places, "\n".join(part for part in (note, *differing) if part))
        return settled

    def refusals(self, settled: Settled) -> list[Refused]:
        """What stops it from being stored."""
        if settled.record is not None:
            return settled.parsed.refusals + settled.too_long
        return self._composer.refusals(settled.parsed, settled.matches) + settled.too_long

    def write(self, settled: Settled, source: str) -> uuid.UUID:
        """Store it; returns the record that holds it now."""
        parsed = settled.parsed
        for key, (link, text) in settled.notes.items():
            known = self._known_holder(settled, link)
            if known is not None:
                self._composer.fill(*known, {_own(parsed.library, key): text}, overwrite=True)
            elif link is None:
                parsed.values[key] = text
            else:
                parsed.linked.setdefault(link, {})[_own(parsed.library, key)] = text
        if settled.record is None:
            return self._composer.add(parsed, settled.matches, source, overwrite=False)
        libraries = master_libraries(parsed.library)
        values = dict(parsed.values)
        others = self._other_masters(settled)
        for name, match in settled.matches.items():
            target = libraries[name]
            if name not in others:
                typed = filled(parsed.linked.get(name, {}))
                values[name] = self._composer.master(target, match, typed, source, overwrite=False)
        self._composer.fill(parsed.library, settled.record, values, overwrite=False)
        return settled.record

    def _choose(self, settled: Settled, person: uuid.UUID | str | None) -> None:
        link = _link_to(settled.parsed.library, "person")
        match = settled.matches.get(link) if link else None
        if match is None or link is None:
            return
        people = CATALOG.of_table("person")
        settled.possible = [(one, self._told_apart(one)) for one in (*filter(None, (match.sure,)), *match.possible)]
        if person == NEW:
            settled.matches[link] = Match()
        elif isinstance(person, uuid.UUID):
            self._matcher.know(people, [person])
            settled.matches[link] = Match(sure=person)

    def _find_record(self, settled: Settled) -> None:
        library = settled.parsed.library
        links = library.links()
        if not links:
            settled.record = self._matcher.match(library, settled.parsed.values).sure
            return
        first = links[0].name
        match = settled.matches.get(first)
        if match is not None and match.sure is not None:
            key = {first: match.sure}
            self._matcher.load(library, [key])
            settled.record = self._matcher.match(library, key).sure

    def _name_known(self, settled: Settled, typed_company: str) -> None:
        for link, target in master_libraries(settled.parsed.library).items():
            match = settled.matches.get(link)
            if match is not None and match.sure is not None:
                name = self._name(target, match.sure)
                if target.table == "person":
                    settled.person = name
                else:
                    settled.company = name
        if settled.record is not None and not settled.parsed.library.links():
            name = self._name(settled.parsed.library, settled.record)
            settled.person, settled.company = (name, "") if settled.parsed.library.table == "person" else ("", name)
        if not settled.company and typed_company and settled.parsed.library.table != "company":
            settled.company = self._known_company(typed_company)

    def _known_company(self, typed: str) -> str:
        companies, values = CATALOG.of_table("company"), {"name": typed}
        self._matcher.load(companies, [values])
        sure = self._matcher.match(companies, values).sure
        return self._name(companies, sure) if sure is not None else ""

    def _differing(self, settled: Settled) -> list[str]:
        """What a known record holds otherwise: it keeps its own, the note says the new."""
        lines = []
        for _link, target, record, values in self._known_parts(settled):
            old = self._matcher.values(record)
            for name, value in filled(values).items():
                one = target.fields[name]
                if old.get(name) in (None, "", ()):
                    settled.added.append(one.label)
                elif not _same(one.kind.show(old[name]), one.kind.show(value)) and name != "source":
                    lines.append(f"{one.label}：{self._shown(target, name, value)}")
        for link in self._other_masters(settled):
            target = master_libraries(settled.parsed.library)[link]
            values = filled(settled.parsed.linked.get(link, {}))
            lines += [
                f"{target.fields[name].label}：{self._shown(target, name, value)}" for name, value in values.items()
            ]
        return lines

    def _other_masters(self, settled: Settled) -> list[str]:
        """Links of a known record that lead to another master than the lead names: it keeps its own."""
        old = self._matcher.values(settled.record) if settled.record is not None else {}
        return [
            name for name, match in settled.matches.items() if old.get(name) is not None and match.sure != old.get(name)
        ]

    def _known_parts(self, settled: Settled) -> list[tuple[str | None, Library, uuid.UUID, Mapping[str, Any]]]:
        """The known records a lead adds to, with what it has for each."""
        parsed, parts = settled.parsed, []
        if settled.record is not None:
            own: tuple[str | None, Library, uuid.UUID, Mapping[str, Any]] = (
                None, parsed.library, settled.record, dict(parsed.values.items()),
            )  # fmt: skip
            parts.append(own)
        for link, target in master_libraries(parsed.library).items():
            match = settled.matches.get(link)
            if match is not None and match.sure is not None and link not in self._other_masters(settled):
                parts.append((link, target, match.sure, parsed.linked.get(link, {})))
        return parts

    def _settle_notes(self, settled: Settled, places: Slots, note: str) -> None:
        """Put the note behind what stands in the note of a known record, so that neither is lost."""
        surface = CATALOG.by_key(settled.parsed.library)
        for key, text in places.note_texts(note).items():
            via = surface[key].via
            link = via.name if via is not None else None
            known = self._known_holder(settled, link)
            old = str(self._matcher.values(known[1]).get(_own(settled.parsed.library, key)) or "") if known else ""
            if text and text not in old:
                whole = f"{old}\n{text}" if old else text
                settled.notes[key] = (link, whole)
                if known:
                    settled.added.append(surface[key].label)
                if len(whole) > surface[key].field.kind.longest:  # type: ignore[attr-defined]
                    label = surface[key].label
                    settled.too_long.append(Refused(key, label, f"连同原有内容共 {len(whole)} 字，放不下，请删减"))

    def _known_holder(self, settled: Settled, link: str | None) -> tuple[Library, uuid.UUID] | None:
        if link is None:
            return (settled.parsed.library, settled.record) if settled.record is not None else None
        match = settled.matches.get(link)
        return (master_libraries(settled.parsed.library)[link], match.sure) if match and match.sure else None

    def _name(self, library: Library, record: uuid.UUID) -> str:
        values = self._matcher.values(record)
        return next((str(values[name]) for name in library.naming if values.get(name)), "") or "未命名"

    def _told_apart(self, person: uuid.UUID) -> str:
        values = self._matcher.values(person)
        company = values.get("company_id")
        if isinstance(company, uuid.UUID):
            named = queries.names(self._connection, CATALOG.of_table("company"), [company]).get(str(company), "")
        else:
            named = str(values.get("org_name") or "")
        mobile = str(values.get("mobile") or "")
        parts = (self._name(CATALOG.of_table("person"), person), named, mobile and f"尾号 {mobile[-4:]}")
        return "，".join(part for part in parts if part)

    def _shown(self, target: Library, name: str, value: Any) -> str:
        if isinstance(value, uuid.UUID):
            library = CATALOG.of_table(target.fields[name].kind.target)  # type: ignore[attr-defined]
            known = self._matcher.values(value)
            return str(
                known.get(library.naming[0]) or queries.names(self._connection, library, [value]).get(str(value), "")
            )
        return target.fields[name].kind.show(value)


def _same(old: str, new: str) -> bool:
    return squeeze(old) == squeeze(new) or company_key(old) == company_key(new)


def _own(library: Library, key: str) -> str:
    return CATALOG.by_key(library)[key].field.name


def _link_to(library: Library, target: str) -> str | None:
    return next((name for name, one in master_libraries(library).items() if one.table == target), None)
