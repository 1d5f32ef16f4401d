"""What a person does with a project beyond its form: ask a gate, move on, approve, drop, take up again."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.core.clock import today
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.conditions import Finding
from fj_desktop.rules.dossier import Dossier
from fj_desktop.rules.gates import DROPPED, EXITED, STAGES, Gate, gate_to, next_stage
from fj_desktop.services.announce import Announcer
from fj_desktop.services.dossiers import PROJECTS, dossier_of, thresholds_of
from fj_desktop.services.identity import Identity
from fj_desktop.services.rivals import Rival, rivals
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

_MOVES = CATALOG["stage-moves"]
_STAFF = record_table(CATALOG["staff"])
_LEAST_REASON = 10
DATED = {"洽谈": "negotiated_on", "签约": "signed_on", "开工": "actual_start_on", "投产": "actual_prod_on"}
"""The field that holds the day of each stage."""
_PRE_REVIEW = ("land", "energy_checked", "environment")


class GateRefusedError(UserError):
    """A move that fails a gate; ``findings`` are those that hold it back."""

    def __init__(self, text: str, findings: list[Finding]) -> None:
        super().__init__(text)
        self.findings = findings


@dataclass(frozen=True)
class Asked:
    """A gate asked of a project: where it stands, where it may go, and every condition."""

    stage: str
    to: str
    gate: str
    findings: list[Finding]

    @property
    def blocking(self) -> list[Finding]:
        """What holds the project back."""
        return [one for one in self.findings if one.blocking and not one.is_met]

    @property
    def warnings(self) -> list[Finding]:
        """What is missing and does not hold it back."""
        return [one for one in self.findings if not one.blocking and not one.is_met]


class TrackingService:
    """The stages of projects. A stage changes here and nowhere else, and each change is kept for good."""

    library = PROJECTS

    def __init__(self, store: Store, identity: Identity, announcer: Announcer) -> None:
        self._store, self._identity, self._announcer = store, identity, announcer

    def ask(self, project: uuid.UUID, to: str = "", *, as_of: dt.date | None = None) -> Asked:
        """Ask the gate to a stage, or to the next one; ``as_of`` is the day that counts as today.

        Raises:
            UserError: there is no such project or no such move.
        """
        with self._store.reading() as connection:
            dossier = dossier_of(connection, project, as_of or today(self._store.clock))
            return self._asked(connection, dossier, to)

    def rivals(self, project: uuid.UUID) -> list[Rival]:
        """Projects that may be the same, disputes first.

        Raises:
            UserError: there is no such project.
        """
        with self._store.reading() as connection:
            dossier = dossier_of(connection, project, today(self._store.clock))
            return rivals(connection, dossier.project, thresholds_of(connection))

    def move(
        self, project: uuid.UUID, to: str = "", *, on: dt.date | None = None, reason: str = "", override: bool = False
    ) -> Asked:
        """Take a project to a stage, the next one when none is named.

        Args:
            project: which one.
            to: the stage.
            on: the day it happened, today when not given.
            reason: kept with the move; an override needs ten characters at least.
            override: move though a gate holds it back; the county centre's administrator alone may.

        Raises:
            GateRefusedError: a condition holds it back; nothing was changed.
            UserError: there is no such project or move, the day lies ahead or before the last move, or the person may
                not override.
        """
        day = on or today(self._store.clock)
        with self._store.writing(self._identity.staff, "move") as write:
            dossier = dossier_of(write.connection, project, today(self._store.clock))
            if override:
                self._refuse_override(write.connection, reason)
            asked = self._asked(write.connection, dossier, to, any_way=override)
            if asked.blocking and not override:
                raise _refused(asked)
            self._refuse_day(write.connection, project, day)
            writer = RowWriter(write, self._identity)
            changes: dict[str, Any] = {"stage": asked.to}
            if asked.to in DATED:
                changes[DATED[asked.to]] = day
            if asked.to == EXITED:
                changes |= {"outcome": "清退", "exit_way": _exit_way(dossier), "exit_reason": reason or None}
            writer.change(PROJECTS, project, changes)
            over = asked.blocking if override else []
            self._log(writer, dossier, asked, day, reason=reason, over=over)
            writer.flush()
        self._tell(writer)
        return asked

    def approve(self, project: uuid.UUID, on: dt.date | None = None) -> None:
        """立项: note the day, once land, energy and environment are reviewed (notice 2025-18, clause 7.1).

        Raises:
            GateRefusedError: the pre-review is not done.
            UserError: there is no such project, it is signed already, or the day lies ahead.
        """
        day = on or today(self._store.clock)
        with self._store.writing(self._identity.staff, "change") as write:
            dossier = dossier_of(write.connection, project, today(self._store.clock))
            if dossier.project["stage"] not in STAGES[:2]:
                raise UserError("项目已经签约，立项应在签约以前。")
            if day > today(self._store.clock):
                raise UserError("立项日期不能晚于今天。")
            gate = gate_to("洽谈", "签约")
            found = gate.ask(dossier, thresholds_of(write.connection)) if gate is not None else []
            missing = [one for one in found if one.condition.code in _PRE_REVIEW and not one.is_met]
            if missing:
                raise GateRefusedError(_words("还不能立项，前置审查没有完成：", missing), missing)
            writer = RowWriter(write, self._identity)
            writer.change(PROJECTS, project, {"approved_on": day})
        self._tell(writer)

    def drop(self, project: uuid.UUID, reason: str) -> None:
        """退库: put a lead or a negotiation aside that came to nothing; its stage stays as it was.

        Raises:
            UserError: there is no such project, no reason, or it is signed: then it leaves by a 清理退出事项.
        """
        if not reason.strip():
            raise UserError("退库要写明原因。")
        with self._store.writing(self._identity.staff, "drop") as write:
            dossier = dossier_of(write.connection, project, today(self._store.clock))
            if dossier.project["stage"] not in STAGES[:2]:
                raise UserError("签约以后的项目不能退库，请建立“清理退出”事项，办结后转为退出。")
            writer = RowWriter(write, self._identity)
            writer.change(PROJECTS, project, {"outcome": DROPPED, "dropped_reason": reason.strip()})
            self._log_apart(writer, dossier, (str(dossier.project["stage"]), DROPPED), reason.strip())
            writer.flush()
        self._tell(writer)

    def take_up(self, project: uuid.UUID) -> None:
        """Bring a dropped project back among those that go on.

        Raises:
            UserError: there is no such project, or it was not dropped.
        """
        with self._store.writing(self._identity.staff, "change") as write:
            dossier = dossier_of(write.connection, project, today(self._store.clock))
            if dossier.project["outcome"] != DROPPED:
                raise UserError("这个项目没有退库，不用恢复。")
            writer = RowWriter(write, self._identity)
            writer.change(PROJECTS, project, {"outcome": "推进中", "dropped_reason": None})
            self._log_apart(writer, dossier, (DROPPED, str(dossier.project["stage"])), "")
            writer.flush()
        self._tell(writer)

    def _asked(self, connection: Connection, dossier: Dossier, to: str, *, any_way: bool = False) -> Asked:
        stage = str(dossier.project["stage"] or STAGES[0])
        if dossier.project["outcome"] == DROPPED:
            raise UserError("这个项目已经退库。要继续推进，请先恢复。")
        wanted = to or next_stage(stage) or ""
        if wanted not in (*STAGES, EXITED):
            raise UserError(_no_way(stage, to))
        gate = gate_to(stage, wanted)
        if gate is None and not (any_way and wanted != stage):
            raise UserError(_no_way(stage, wanted))
        findings = _all_between(stage, wanted, gate, dossier, connection)
        return Asked(stage, wanted, gate.code if gate is not None else "", findings)

    def _refuse_override(self, connection: Connection, reason: str) -> None:
        role = connection.execute(select(_STAFF.c.role).where(_STAFF.c.id == self._identity.staff)).scalar()
        if self._identity.office != "HQ" or role != "县级管理员":
            raise UserError("只有县中心的县级管理员可以越过关口。请补齐材料，或报县中心处理。")
        if len(reason.strip()) < _LEAST_REASON:
            raise UserError(f"越过关口要写明理由，至少 {_LEAST_REASON} 个字；它会印在本期各报表的脚注里。")

    def _refuse_day(self, connection: Connection, project: uuid.UUID, day: dt.date) -> None:
        if day > today(self._store.clock):
            raise UserError("阶段变动的日期不能晚于今天。")
        table = record_table(_MOVES)
        moves = select(table.c.moved_on).where(
            table.c.project_id == project, table.c.deleted.is_(False),
            table.c.to_stage != DROPPED, table.c.from_stage.is_distinct_from(DROPPED),
        )  # fmt: skip
        last = max(connection.execute(moves).scalars(), default=None)
        if last is not None and day < last:
            raise UserError(f"上一次阶段变动是 {last.isoformat()}，这次不能早于它。")

    def _log(
        self, writer: RowWriter, dossier: Dossier, asked: Asked, day: dt.date, *, reason: str, over: list[Finding]
    ) -> None:
        values = {
            "project_id": dossier.project["id"], "from_stage": asked.stage, "to_stage": asked.to, "moved_on": day,
            "moved_at": self._store.clock.now(), "mover_id": self._identity.staff, "gate": asked.gate or None,
            "warned": "\n".join(one.line() for one in asked.warnings) or None,
            "overridden": "\n".join(one.line() for one in over) or None,
            "override_reason": reason.strip() if over else None, "reason": reason.strip() or None,
        }  # fmt: skip
        writer.add(_MOVES, {name: value for name, value in values.items() if value is not None})

    def _log_apart(self, writer: RowWriter, dossier: Dossier, way: tuple[str, str], reason: str) -> None:
        """A project put aside or taken up again: its stage stays, the day counts in dispatch."""
        now = self._store.clock.now()
        writer.add(
            _MOVES,
            {
                "project_id": dossier.project["id"], "from_stage": way[0], "to_stage": way[1],
                "moved_on": today(self._store.clock), "moved_at": now, "mover_id": self._identity.staff,
                **({"reason": reason[:500]} if reason else {}),
            },
        )  # fmt: skip

    def _tell(self, writer: RowWriter) -> None:
        for table, records in writer.touched.items():
            self._announcer.changed(table, records)


def _all_between(stage: str, to: str, gate: Gate | None, dossier: Dossier, connection: Connection) -> list[Finding]:
    """The findings of a move's gate; of every gate between for an override that leaves stages out."""
    figures = thresholds_of(connection)
    if gate is not None:
        return gate.ask(dossier, figures)
    found: list[Finding] = []
    at: str | None = stage
    while at is not None and at != to and at in STAGES and to in STAGES and STAGES.index(at) < STAGES.index(to):
        between = next_stage(at)
        step = gate_to(at, between) if between is not None else None
        found += step.ask(dossier, figures) if step is not None else []
        at = between
    return found


def _refused(asked: Asked) -> GateRefusedError:
    return GateRefusedError(_words(f"还不能从“{asked.stage}”转到“{asked.to}”：", asked.blocking), asked.blocking)


def _words(head: str, findings: list[Finding]) -> str:
    return "\n".join([head, *(f"· {one.line()}" for one in findings)])


def _no_way(stage: str, to: str) -> str:
    onward = next_stage(stage)
    ways = ([onward] if onward else []) + ([EXITED] if stage in STAGES[2:] else [])
    if not ways:
        return f"项目已经{stage}，没有下一个阶段。"
    return f"不能从“{stage}”转到“{to[:10]}”：阶段不能跳过，也不能倒退。现在可以转到：{'、'.join(ways)}。"


def _exit_way(dossier: Dossier) -> str | None:
    classes = [str(one["exit_class"]) for one in dossier.exits if one.get("closed_on") is not None]
    return classes[-1] if classes and classes[-1] in ("约谈", "协议终止", "法律途径") else None
