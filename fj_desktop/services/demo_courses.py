"""The way the demo projects went: their stages and the log of them, as if every gate had been passed."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.gates import DROPPED, STAGES, gate_to
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.services.tracking import DATED
from fj_desktop.store.schema import record_table

PROJECTS, MOVES = CATALOG["projects"], CATALOG["stage-moves"]
APPROVED = "立项"
_WHY = "示例数据"
_NINE = dt.time(9)


def lay_courses(connection: Connection, writer: RowWriter, rows: Iterable[Mapping[str, str]]) -> int:
    """Put demo projects where their course took them; a row is a project's name and the day of each step.

    Returns:
        How many moves were written.
    """
    writer.flush()
    table = record_table(PROJECTS)
    projects = {name: one for one, name in connection.execute(select(table.c.id, table.c.name))}
    count = 0
    for row in rows:
        project, stage = projects[row["project_id"]], STAGES[0]
        changes: dict[str, object] = {}
        for to in (one for one in STAGES[1:] if row.get(one)):
            day = dt.date.fromisoformat(row[to])
            _log(writer, project, (stage, to), day)
            changes |= {"stage": to, DATED[to]: day}
            stage, count = to, count + 1
        if row.get(APPROVED):
            changes["approved_on"] = dt.date.fromisoformat(row[APPROVED])
        if row.get("left") == DROPPED:
            changes |= {"outcome": DROPPED, "dropped_reason": row["reason"]}
            _log(writer, project, (stage, DROPPED), dt.date.fromisoformat(row["left_on"]), row["reason"])
            count += 1
        if changes:
            writer.change(PROJECTS, project, changes)
    return count


def _log(writer: RowWriter, project: uuid.UUID, way: tuple[str, str], day: dt.date, reason: str = _WHY) -> None:
    gate = gate_to(*way)
    values = {
        "project_id": project, "from_stage": way[0], "to_stage": way[1], "moved_on": day, "reason": reason,
        "moved_at": dt.datetime.combine(day, _NINE, COUNTY_ZONE), "gate": gate.code if gate is not None else None,
    }  # fmt: skip
    writer.add(MOVES, {name: value for name, value in values.items() if value is not None})
