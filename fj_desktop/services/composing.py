"""Puts one record together: defaults, masters found or made, the whole checked, then written."""

import uuid
from collections.abc import Mapping
from functools import partial
from typing import Any

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.defaults import Working, default_text
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Kind, Link, Ref
from fj_desktop.core.refusal import RefusalError, Refused
from fj_desktop.libraries import CATALOG
from fj_desktop.services.guards import guarded
from fj_desktop.services.matching import Match, Matcher, library_of_link
from fj_desktop.services.parsing import Parsed, check_whole
from fj_desktop.services.resolving import Resolver
from fj_desktop.services.row_writer import RowWriter

_EMPTY = (None, "", ())


def filled(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are there."""
    return {name: value for name, value in values.items() if value or value not in _EMPTY}


class Composer:
    """Composes new records within one transaction; masters stand once."""

    def __init__(self, writer: RowWriter | None, matcher: Matcher, resolver: Resolver, working: Working) -> None:
        self._given_writer = writer
        self._matcher = matcher
        self._resolver = resolver
        self._working = working
        day = working.now.astimezone(COUNTY_ZONE).date()
        self.guarded = partial(guarded, resolver.connection, today=day)
        """What stops a record from standing so beside the others in the store."""
        self._defaults: dict[str, dict[str, Any]] = {}
        self.stubs: set[uuid.UUID] = set()
        """Records made from their names alone, of which nothing else is known yet."""

    @property
    def _writer(self) -> RowWriter:
        if self._given_writer is None:
            raise TypeError("this composer only plans")
        return self._given_writer

    def load(self, parsed: list[Parsed]) -> None:
        """Name what has no name, and look up the duplicates of many new records at once."""
        for one in parsed:
            self._name(one)
        self.look_up(parsed)

    def look_up(self, parsed: list[Parsed]) -> None:
        """Look up the duplicates of many records of one library, and of their masters, at once."""
        if not parsed:
            return
        library = parsed[0].library
        self._matcher.load(library, [one.values for one in parsed if not library.links()])
        for link in library.links():
            self._matcher.load(library_of_link(library, link.name), [one.linked.get(link.name, {}) for one in parsed])

    def masters(self, parsed: Parsed) -> dict[str, Match]:
        """The match of each linked master record that something was typed for."""
        found = {}
        for link in parsed.library.links():
            chosen = parsed.values.get(link.name)
            values = filled(parsed.linked.get(link.name, {}))
            if chosen is not None:
                self._matcher.know(library_of_link(parsed.library, link.name), [chosen])
                found[link.name] = Match(sure=chosen)
            elif values:
                found[link.name] = self._matcher.match(library_of_link(parsed.library, link.name), values)
        return found

    def refusals(self, parsed: Parsed, matches: Mapping[str, Match]) -> list[Refused]:
        """What stops this new record from being stored, defaults and known masters counted in."""
        values = {**self.defaults(parsed.library), **parsed.values}
        masters = {}
        for name, match in matches.items():
            known = self._matcher.values(match.sure) if match.sure else {}
            masters[name] = filled(known) | filled(parsed.linked.get(name, {}))
            if match.sure:
                values[name] = match.sure
        whole = [*check_whole(parsed.library, values, masters), *self.guarded(parsed.library, {}, values)]
        refused = {one.key for one in parsed.refusals}
        return parsed.refusals + [one for one in whole if one.key not in refused]

    def add(self, parsed: Parsed, matches: Mapping[str, Match], source: str, *, overwrite: bool) -> uuid.UUID:
        """Write one new record and its masters.

        Args:
            parsed: the checked record.
            matches: what :meth:`masters` found.
            source: file, sheet and row it came from; empty when typed.
            overwrite: a known master takes what was typed (True) or only what it lacks (False).
        """
        values = self._with_defaults(parsed.library, parsed.values)
        for name, match in self._in_order(parsed.library, matches).items():
            typed = dict(parsed.linked.get(name, {}))
            target = library_of_link(parsed.library, name)
            if target.table == "person" and "company_id" in values and "company_id" in target.fields:
                typed.setdefault("company_id", values["company_id"])
            values[name] = self.master(target, match, typed, source, overwrite=overwrite)
        record = self._writer.add(parsed.library, values, source)
        self._matcher.learn(parsed.library, record, values)
        return record

    def add_alone(self, parsed: Parsed, source: str) -> uuid.UUID:
        """Write one new record without masters, which nothing after it in this transaction doubles."""
        return self._writer.add(parsed.library, self._with_defaults(parsed.library, parsed.values), source)

    def fill(self, library: Library, record: uuid.UUID, typed: Mapping[str, Any], *, overwrite: bool) -> bool:
        """Give a stored record what it lacks, or all that was typed; True when something changed."""
        old = self._matcher.values(record)
        new = {
            name: value
            for name, value in filled(typed).items()
            if old.get(name) != value
            and (overwrite or old.get(name) in _EMPTY or library.fields[name].newest)
            and not library.fields[name].fixed
        }
        if not new:
            return False
        self._writer.change(library, record, new)
        self._matcher.learn(library, record, old | new)
        return True

    def defaults(self, library: Library) -> dict[str, Any]:
        """The parsed default values of a library; looked up once a transaction."""
        if library.table not in self._defaults:
            found: dict[str, Any] = {}
            for name, one in library.fields.items():
                text = default_text(one, self._working) if not isinstance(one.kind, Link) else ""
                if text:
                    try:
                        found[name] = self._resolver.value(one.kind, text)
                    except RefusalError:
                        continue
            self._defaults[library.table] = found
        return self._defaults[library.table]

    def _with_defaults(self, library: Library, typed: Mapping[str, Any]) -> dict[str, Any]:
        """What was typed over the defaults; a field typed blank stays blank."""
        return filled({**self.defaults(library), **typed})

    def make_named(self, library: Library, name: str) -> uuid.UUID:
        """A new record from its name alone, for a reference in a sheet that nothing is known of."""
        values = self.defaults(library) | {library.naming[0]: library.fields[library.naming[0]].kind.parse(name)}
        self._matcher.load(library, [values])
        match = self._matcher.match(library, values)
        if match.sure is not None:
            return match.sure
        record = self._writer.add(library, values, "")
        self._matcher.learn(library, record, values)
        self._writer.flush()
        self.stubs.add(record)
        return record

    def master(
        self, target: Library, match: Match, typed: dict[str, Any], source: str, *, overwrite: bool
    ) -> uuid.UUID:
        """The matched master record with what was typed, or a new one."""
        if match.sure is not None:
            if typed:
                self.fill(target, match.sure, typed, overwrite=overwrite)
            return match.sure
        values = self._with_defaults(target, typed)
        record = self._writer.add(target, values, source)
        self._matcher.learn(target, record, values)
        return record

    def _name(self, parsed: Parsed) -> None:
        """Take the name from another field where there is none: a plot without a name is called by its place."""
        library, naming = parsed.library, parsed.library.naming[0]
        if naming not in library.fields or naming in parsed.values:
            return
        for other in library.name_from:
            value = parsed.values.get(other)
            if value not in _EMPTY:
                name = self._glance(library.fields[other].kind, value)
                parsed.values[naming] = library.fields[naming].kind.parse(name)
                return

    def _glance(self, kind: Kind, value: Any) -> str:
        if not isinstance(kind, Ref):
            return kind.glance(value)
        target = CATALOG.of_table(kind.target)
        self._matcher.know(target, [value])
        return str(self._matcher.values(value).get(target.naming[0]) or value)

    @staticmethod
    def _in_order(library: Library, matches: Mapping[str, Match]) -> dict[str, Match]:
        """Companies before people, so that a person can be given the company."""
        names = sorted(matches, key=lambda name: library_of_link(library, name).table == "person")
        return {name: matches[name] for name in names}


def master_libraries(library: Library) -> dict[str, Library]:
    """The linked master libraries of a role by link name."""
    return {link.name: CATALOG.of_table(link.kind.target) for link in library.links() if isinstance(link.kind, Link)}
