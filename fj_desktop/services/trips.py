"""行程晚间填报: one sheet in the evening makes the visits, costs and next dates of a trip's stops (clause 3.2)."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection

from fj_desktop.core.clock import today
from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.announce import Announcer
from fj_desktop.services.browse import cell_text
from fj_desktop.services.changing import Changer
from fj_desktop.services.identity import Identity
from fj_desktop.services.parsing import parse
from fj_desktop.services.records import compose
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import parts, queries
from fj_desktop.store.transactions import Store

TRIPS, STOPS, VISITS, PROJECTS = CATALOG["trips"], CATALOG["stops"], CATALOG["visits"], CATALOG["projects"]
TYPED = ("topics", "result", "next_on", "cost_wan")
"""What a person fills in for each stop, in the order of the sheet."""
_HAPPENED = ("topics", "result")
_OUT = "外出拜访"
_MOST = 200


@dataclass(frozen=True)
class StopLine:
    """One stop: when, whom or where, what was told so far (texts by field), and whether its visit is made."""

    stop: uuid.UUID
    day: dt.date
    who: str
    project: str
    typed: Mapping[str, str]
    settled: bool


@dataclass(frozen=True)
class EveningSheet:
    """The stops of one trip by day."""

    trip: uuid.UUID
    name: str
    lines: Sequence[StopLine]


@dataclass(frozen=True)
class Settled:
    """What an evening made: visits, next dates put on projects, the trip's costs so far in 万元."""

    visits: int
    next_dates: int
    cost_wan: Decimal
    left: int


class TripService:
    """Reads and settles evening sheets."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer) -> None:
        self._store, self._identity, self._announcer = store, identity, announcer

    def sheet(self, trip: uuid.UUID) -> EveningSheet:
        """The sheet of a trip.

        Raises:
            UserError: there is no such trip, or it has no stops yet.
        """
        with self._store.reading() as connection:
            found = parts.rows(connection, TRIPS, [trip])
            if not found:
                raise UserError("这次行程不在台账里，请刷新后再试。")
            lines = _lines(connection, trip)
        if not lines:
            raise UserError("这次行程还没有站点。请先在“行程站点”里加上去了哪几家，再做晚间填报。")
        return EveningSheet(trip, str(found[0]["name"] or ""), lines)

    def trip_of(self, stop: uuid.UUID) -> uuid.UUID:
        """The trip a stop belongs to.

        Raises:
            UserError: there is no such stop.
        """
        with self._store.reading() as connection:
            found = parts.rows(connection, STOPS, [stop])
        if not found:
            raise UserError("这个站点不在台账里，请刷新后再试。")
        return uuid.UUID(str(found[0]["trip_id"]))

    def settle(self, trip: uuid.UUID, told: Mapping[uuid.UUID, Mapping[str, str]]) -> Settled:
        """Keep what was told of the stops; each stop that has a topic or a result becomes a visit, once.

        A next date goes to the visit and to the project of the stop. The trip's costs follow the sum of its stops, but
        a figure typed by hand (with the way there, say) stays.

        Args:
            trip: which one.
            told: for each stop the texts of :data:`TYPED`; a stop that is missing, or whose visit is made, stays as it
                is: from then on the visit is what is corrected.

        Raises:
            InvalidRecordError: a text was refused; nothing was stored.
            UserError: there is no such trip, a stop is none of its stops, or the visit of a stop still ahead is told.
        """
        sheet = self.sheet(trip)
        by_stop = {one.stop: one for one in sheet.lines}
        if not told.keys() <= by_stop.keys():
            raise UserError("有的站点不在这次行程里，可能刚被删除。请关闭后重新打开晚间填报。")
        self._refuse_ahead([by_stop[stop] for stop, typed in told.items() if _has_happened(typed)])
        with self._store.writing(self._identity.staff, "settle") as write:
            writer = RowWriter(write, self._identity)
            evening = _Evening(write.connection, writer, self._identity, self._store)
            (row,) = parts.rows(write.connection, TRIPS, [trip])
            before = _cost(parts.rows_of(write.connection, STOPS, "trip_id", [trip]))
            for stop, typed in told.items():
                if not by_stop[stop].settled:
                    evening.tell(by_stop[stop], row, typed)
            writer.flush()
            stops = parts.rows_of(write.connection, STOPS, "trip_id", [trip])
            cost, is_typed = _cost(stops), row["cost_wan"] not in (None, before)
            if cost and not is_typed and cost != row["cost_wan"]:
                writer.change(TRIPS, trip, {"cost_wan": cost})
            writer.flush()
        for table, touched in writer.touched.items():
            self._announcer.changed(table, touched)
        left = sum(one["visit_id"] is None for one in stops)
        return Settled(evening.visits, len(evening.dated), row["cost_wan"] if is_typed else cost, left)

    def _refuse_ahead(self, lines: Sequence[StopLine]) -> None:
        now = today(self._store.clock)
        ahead = [one for one in lines if one.day > now and not one.settled]
        if ahead:
            words = "、".join(f"{one.day.isoformat()} {one.who}" for one in ahead[:3])
            raise UserError(f"还没有到的站点不能生成走访：{words}。请改正站点日期，或等到当天再填。")


class _Evening:
    """One evening within one transaction."""

    def __init__(self, connection: Connection, writer: RowWriter, identity: Identity, store: Store) -> None:
        self._connection, self._writer = connection, writer
        self._composer, self._matcher, self._resolver, _ = compose(connection, writer, identity, store)
        self.visits = 0
        self.dated: set[uuid.UUID] = set()

    def tell(self, line: StopLine, trip: Mapping[str, Any], typed: Mapping[str, str]) -> None:
        """Keep one stop's texts, make its visit, set the next date of its project."""
        parsed = parse(STOPS, {key: typed[key] for key in TYPED if key in typed}, self._resolver)
        changer = Changer(STOPS, self._composer, self._matcher)
        changer.load([line.stop])
        change = changer.check(line.stop, parsed)
        if change.refusals:
            where = f"{line.day.isoformat()} {line.who}"
            raise InvalidRecordError([replace(one, label=f"{where} {one.label}") for one in change.refusals])
        changer.write(self._writer, change)
        if not _has_happened(typed):
            return
        (stop,) = parts.rows(self._connection, STOPS, [line.stop])
        visit = self._visit({**stop, **parsed.values}, trip)
        self._writer.change(STOPS, line.stop, {"visit_id": visit})
        self.visits += 1
        next_on = parsed.values.get("next_on")
        if stop["project_id"] is not None and next_on is not None:
            self._writer.change(PROJECTS, stop["project_id"], {"next_on": next_on})
            self.dated.add(stop["project_id"])

    def _visit(self, stop: Mapping[str, Any], trip: Mapping[str, Any]) -> uuid.UUID:
        parsed = parse(VISITS, {"visit_on": stop["stop_on"].isoformat(), "kind": _OUT}, self._resolver)
        carried = {key: stop[key] for key in ("company_id", "project_id", *TYPED) if stop.get(key) is not None}
        of_trip = {"trip_id": trip["id"], "our_leader": trip["leader"], "office_id": trip["office_id"]}
        parsed.values.update(carried | {key: one for key, one in of_trip.items() if one is not None})
        if trip["staff_ids"]:
            parsed.values["our_staff_ids"] = tuple(trip["staff_ids"])
        if stop["company_id"] is None and stop["place_name"]:
            parsed.values["note"] = f"地点：{stop['place_name']}"
        self._composer.load([parsed])
        matches = self._composer.masters(parsed)
        refusals = self._composer.refusals(parsed, matches)
        if refusals:
            raise InvalidRecordError(refusals)
        return self._composer.add(parsed, matches, "", overwrite=True)


def _cost(stops: Sequence[Mapping[str, Any]]) -> Decimal:
    return sum((one["cost_wan"] or Decimal(0) for one in stops), Decimal(0))


def _has_happened(typed: Mapping[str, str]) -> bool:
    return any(typed.get(key, "").strip() for key in _HAPPENED)


def _lines(connection: Connection, trip: uuid.UUID) -> list[StopLine]:
    found = parts.rows_of(connection, STOPS, "trip_id", [trip])[:_MOST]
    numbers = [queries.row_number_of(connection, STOPS, one["id"]) for one in found]
    surface = CATALOG.by_key(STOPS)
    keys = ("company_id", "project_id", "place_name", *TYPED)
    rows = queries.page(connection, STOPS, [one for one in numbers if one is not None], keys)
    lines = []
    for stop, row in zip(found, rows, strict=True):
        texts = {key: cell_text(surface[key], row, covered=False) for key in keys}
        kinds = {key: STOPS.fields[key].kind for key in TYPED}
        typed = {key: kind.show(stop[key]) if stop[key] is not None else "" for key, kind in kinds.items()}
        who = texts["company_id"] or texts["place_name"] or "未填企业"
        settled = stop["visit_id"] is not None
        lines.append(StopLine(stop["id"], stop["stop_on"], who, texts["project_id"], typed, settled))
    return sorted(lines, key=lambda one: (one.day, str(one.stop)))
