"""抽取专家: draws experts for an assessment by lot, without those with a conflict of interest (notice 2025-18, 7.1)."""

import datetime as dt
import secrets
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.core.clock import today
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.announce import Announcer
from fj_desktop.services.conflicts import conflicting
from fj_desktop.services.identity import Identity
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import parts, queries
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

ASSESSMENTS, EXPERTS, PROJECTS = CATALOG["assessments"], CATALOG["experts"], CATALOG["projects"]
_DIVISION = 2
_MOST = 20
Sample = Callable[[Sequence[uuid.UUID], int], list[uuid.UUID]]
# Nobody at the desk can bring a draw about that suits them.
_BY_LOT: Sample = secrets.SystemRandom().sample


@dataclass(frozen=True)
class Drawn:
    """Who was drawn, how many of the project's own field, and how many had to stand back for a conflict."""

    names: Sequence[str]
    of_field: int
    avoiding: int


class DrawService:
    """Draws from the experts whose term runs, first among those of the project's field (GB/T 4754 division)."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer, sample: Sample = _BY_LOT) -> None:
        self._store, self._identity, self._announcer, self._sample = store, identity, announcer, sample

    def draw(self, assessment: uuid.UUID, count: int) -> Drawn:
        """Draw experts and enter them into an assessment beside those it has.

        Raises:
            UserError: no such assessment, a count out of range, or too few experts are free to judge.
        """
        if not 1 <= count <= _MOST:
            raise UserError(f"抽取人数应在 1 到 {_MOST} 之间。")
        with self._store.writing(self._identity.staff, "draw") as write:
            found = parts.rows(write.connection, ASSESSMENTS, [assessment])
            if not found:
                raise UserError("这次研判不在台账里，请刷新后再试。")
            there = {uuid.UUID(str(one)) for one in found[0]["expert_ids"]}
            pool, avoiding = self._pool(write.connection, found[0]["project_id"], there)
            if len(pool) < count:
                words = f"，另有 {avoiding} 位因利害关系回避" if avoiding else ""
                raise UserError(f"聘期内可参评的专家只有 {len(pool)} 位{words}，不够抽 {count} 位。请先补充专家库。")
            near = [one for one, is_near in pool if is_near]
            chosen = self._sample(near, min(count, len(near)))
            of_field = len(chosen)
            chosen += self._sample([one for one, is_near in pool if not is_near], count - of_field)
            writer = RowWriter(write, self._identity)
            writer.change(ASSESSMENTS, assessment, {"expert_ids": tuple(str(one) for one in (*there, *chosen))})
            writer.flush()
            names = queries.names(write.connection, EXPERTS, chosen)
        self._announcer.changed(ASSESSMENTS.table, [assessment])
        return Drawn([names.get(str(one), "") for one in chosen], of_field, avoiding)

    def _pool(
        self, connection: Connection, project: uuid.UUID, there: set[uuid.UUID]
    ) -> tuple[list[tuple[uuid.UUID, bool]], int]:
        (row,) = parts.rows(connection, PROJECTS, [project])
        division, experts = str(row["industry_code"] or "")[: 1 + _DIVISION], record_table(EXPERTS)
        asked = select(experts.c.id, experts.c.term_from, experts.c.term_to).where(experts.c.deleted.is_(False))
        day = today(self._store.clock)
        found = [one for one in connection.execute(asked.order_by(experts.c.id)) if one.id not in there]
        serving = [one.id for one in found if _serves(one, day)]
        avoiding = conflicting(connection, project, serving)
        fields = queries.members(connection, f"{EXPERTS.table}.fields", serving)
        near = {one for one in serving if division and any(code.startswith(division) for code in fields.get(one, ()))}
        return [(one, one in near) for one in serving if one not in avoiding], len(avoiding)


def _serves(expert: Any, day: dt.date) -> bool:
    return (expert.term_from is None or expert.term_from <= day) and (expert.term_to is None or day <= expert.term_to)
