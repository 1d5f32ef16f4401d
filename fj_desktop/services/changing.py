"""Changes of stored records, checked as wholes: one record from a form, thousands from a table."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fj_desktop.core.field import Library
from fj_desktop.core.refusal import Refused
from fj_desktop.libraries import CATALOG
from fj_desktop.services.composing import Composer, filled, master_libraries
from fj_desktop.services.matching import Match, Matcher
from fj_desktop.services.parsing import Parsed, check_whole
from fj_desktop.services.row_writer import RowWriter


@dataclass(frozen=True)
class Change:
    """One checked change: what was parsed, the masters it brings in by link name, and why it can't be made."""

    record: uuid.UUID
    parsed: Parsed
    found: Mapping[str, Match]
    refusals: list[Refused]


class Loaded:
    """Stored records of one library with their masters, read many at once."""

    def __init__(self, library: Library, matcher: Matcher) -> None:
        self._library, self._matcher = library, matcher
        self._targets = master_libraries(library)

    def load(self, records: Iterable[uuid.UUID]) -> None:
        """Read records and their masters."""
        wanted = list(records)
        self._matcher.know(self._library, wanted)
        for link, target in self._targets.items():
            linked = (self._matcher.values(record).get(link) for record in wanted)
            self._matcher.know(target, {master for master in linked if master is not None})

    def own(self, record: uuid.UUID) -> Mapping[str, Any]:
        """A loaded record's own values; none when there is no such record."""
        return self._matcher.values(record)

    def master(self, record: uuid.UUID, link: str) -> Mapping[str, Any]:
        """The values of a loaded record's master; none where nothing is linked."""
        linked = self.own(record).get(link)
        return self._matcher.values(linked) if linked is not None else {}

    def owners(self, record: uuid.UUID) -> dict[str, Any]:
        """A loaded record's id and the offices that own it and its masters, as a page of a table has them."""
        offices = {f"office/{link}": self.master(record, link).get("office_code") for link in self._targets}
        return {"id": record, "office_code": self.own(record)["office_code"], **offices}

    def value(self, record: uuid.UUID, key: str) -> Any:
        """What stands in one field of the surface, or in a link; None for nothing."""
        one = CATALOG.by_key(self._library).get(key)
        if one is None or one.via is None:
            return self.own(record).get(key)
        return self.master(record, one.via.name).get(one.field.name)


class Changer(Loaded):
    """Checks and writes changes of one library's records within one transaction.

    Records are read with :meth:`load` before they are checked; :meth:`learn` lets later changes see earlier
    ones that are not written yet.
    """

    def __init__(self, library: Library, composer: Composer, matcher: Matcher) -> None:
        super().__init__(library, matcher)
        self._composer = composer

    def check(self, record: uuid.UUID, parsed: Parsed) -> Change:
        """Look at the whole record as it would stand."""
        own = self.own(record)
        masters = {name: self.master(record, name) for name in self._targets if own.get(name) is not None}
        found = self._other_masters(parsed, masters)
        refusals = parsed.refusals + _fixed(parsed, own)
        for name, match in found.items():
            masters[name] = self._matcher.values(match.sure) if match.sure else {}
        wholes = {name: {**values, **parsed.linked.get(name, {})} for name, values in masters.items()}
        known = {one.key for one in refusals}
        after = {**own, **parsed.values}
        whole = [*check_whole(self._library, after, wholes), *self._composer.guarded(self._library, own, after)]
        return Change(record, parsed, found, refusals + [one for one in whole if one.key not in known])

    def learn(self, change: Change) -> None:
        """Let what a checked change will make stand for the changes after it."""
        self._matcher.values(change.record).update(change.parsed.values)
        for name, typed in change.parsed.linked.items():
            master = self.own(change.record).get(name)
            if master is not None and name not in change.found:
                self._matcher.values(master).update(typed)

    def write(self, writer: RowWriter, change: Change, *, renew: bool = True) -> None:
        """Write a checked change.

        Args:
            writer: of the same transaction.
            change: as checked, without refusals.
            renew: bring search and keys up to date at once; else the writer does so with all others.
        """
        own, parsed = self.own(change.record), change.parsed
        values = dict(parsed.values)
        for name, typed in parsed.linked.items():
            if name in change.found:
                match = change.found[name]
                values[name] = self._composer.master(self._targets[name], match, filled(typed), "", overwrite=True)
            elif own.get(name) is not None and name not in parsed.values:
                writer.change(self._targets[name], own[name], typed, renew=renew)
        writer.flush()
        if values:
            writer.change(self._library, change.record, values, renew=renew)

    def _other_masters(self, parsed: Parsed, there: Mapping[str, Any]) -> dict[str, Match]:
        """Matches of the masters that a change brings in where there was none, or in the place of another."""
        wanted = {name for name in parsed.linked if name not in there or parsed.values.get(name) is not None}
        if not any(filled(parsed.linked[name]) for name in wanted):
            return {}
        self._composer.look_up([parsed])
        return {name: match for name, match in self._composer.masters(parsed).items() if name in wanted}


def _fixed(parsed: Parsed, own: Mapping[str, Any]) -> list[Refused]:
    fixed = [one for one in parsed.library.fields.values() if one.fixed and one.name in parsed.values]
    return [
        Refused(one.name, one.label, "已经确定，不能更改")
        for one in fixed
        if own.get(one.name) is not None and parsed.values[one.name] != own[one.name]
    ]
