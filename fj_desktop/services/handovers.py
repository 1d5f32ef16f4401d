"""工作交接: moves what a leaver looks after to a colleague, as a whole, and writes the list to be signed."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.announce import Announcer
from fj_desktop.services.identity import Identity
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import parts, queries
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

HANDOVERS = CATALOG["handovers"]
_OVER = ("已履约", "豁免")
_MOST_DETAIL = 20_000


@dataclass(frozen=True)
class Carried:
    """Records that follow who looks after them: their library and the field with the person.

    ``counted``: the handover's field with their number; ``done``: a record with this field filled is over and stays.
    """

    library: str
    field: str
    counted: str = ""
    done: str = ""


CARRIED = (
    Carried("projects", "owner_id", "project_count"),
    Carried("people", "relation_owner_id", "contact_count"),
    Carried("companies", "service_officer_id"),
    Carried("land", "contact_person_id"),
    Carried("service-requests", "officer_id", done="done_on"),
    Carried("task-forces", "head_id"),
)
"""What is handed over; who reported first, who visited and who decided stays as it was."""


@dataclass(frozen=True)
class Load:
    """What a person looks after: records by library with their names, and the promises still open behind them."""

    groups: Sequence[tuple[Carried, Sequence[tuple[uuid.UUID, str]]]]
    promises: Sequence[str]

    @property
    def count(self) -> int:
        """How many records there are to hand over."""
        return sum(len(found) for _, found in self.groups)

    def counts(self) -> dict[str, int]:
        """The figures of the handover record."""
        counted = {one.counted: len(found) for one, found in self.groups if one.counted}
        return {**counted, "promise_count": len(self.promises)}

    def words(self) -> str:
        """The list to be signed, a line each."""
        lines = []
        for one, found in self.groups:
            if found:
                lines.append(f"{CATALOG[one.library].title}（{len(found)}）：{'、'.join(name for _, name in found)}")
        if self.promises:
            lines.append(f"未完的承诺事项（{len(self.promises)}）：{'；'.join(self.promises)}")
        text = "\n".join(lines)
        return text if len(text) <= _MOST_DETAIL else f"{text[: _MOST_DETAIL - 20]}……（以各表为准）"


class HandoverService:
    """Carries out the handovers declared in 工作交接."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer) -> None:
        self._store, self._identity, self._announcer = store, identity, announcer

    def load(self, handover: uuid.UUID) -> Load:
        """What would move.

        Raises:
            UserError: as :meth:`carry_out`.
        """
        with self._store.reading() as connection:
            return _load(connection, _asked(connection, handover)["from_id"])

    def carry_out(self, handover: uuid.UUID) -> Load:
        """Move everything the leaver looks after to the receiver, and write figures and list into the handover.

        It is one step, undone as a whole. What lies in the recycle bin stays where it is.

        Raises:
            UserError: no such handover, it was carried out before, both are the same person, or nothing is there
                to hand over.
        """
        with self._store.writing(self._identity.staff, "handover") as write:
            row = _asked(write.connection, handover)
            load = _load(write.connection, row["from_id"])
            if not load.count:
                raise UserError("移交人名下没有项目、联系人和企业，没有可移交的。请核对移交人是否选对。")
            writer = RowWriter(write, self._identity)
            for one, found in load.groups:
                for record, _ in found:
                    writer.change(CATALOG[one.library], record, {one.field: row["to_id"]})
            writer.change(HANDOVERS, handover, {**load.counts(), "detail": load.words()})
            writer.flush()
        for table, touched in writer.touched.items():
            self._announcer.changed(table, touched)
        return load


def _asked(connection: Connection, handover: uuid.UUID) -> dict[str, Any]:
    found = parts.rows(connection, HANDOVERS, [handover])
    if not found:
        raise UserError("这条交接不在台账里，请刷新后再试。")
    (row,) = found
    if row["from_id"] == row["to_id"]:
        raise UserError("移交人和接收人是同一个人。请改正接收人，再移交。")
    if row["project_count"] is not None:
        raise UserError("这条交接已经移交过。还要移交的，请另建一条；移错了用 Ctrl+Z 撤销。")
    return row


def _load(connection: Connection, leaver: uuid.UUID) -> Load:
    groups = [(one, _named(connection, one, leaver)) for one in CARRIED]
    projects = [record for one, found in groups if one.library == "projects" for record, _ in found]
    contracts = parts.rows_of(connection, CATALOG["contracts"], "project_id", projects)
    promises = parts.rows_of(connection, CATALOG["commitments"], "contract_id", [one["id"] for one in contracts])
    still = [one for one in promises if one["state"] not in _OVER]
    return Load(groups, [_promise(one) for one in still])


def _named(connection: Connection, one: Carried, leaver: uuid.UUID) -> list[tuple[uuid.UUID, str]]:
    library = CATALOG[one.library]
    table = record_table(library)
    asked = select(table.c.id).where(table.c[one.field] == leaver, table.c.deleted.is_(False)).order_by(table.c.id)
    if one.done:
        asked = asked.where(table.c[one.done].is_(None))
    found = list(connection.execute(asked).scalars())
    names = queries.names(connection, library, found)
    return [(record, names.get(str(record), "未命名")) for record in found]


def _promise(row: dict[str, Any]) -> str:
    """A promise without its protected words: who promised, what kind, which clause of the contract, until when."""
    due = f"{row['due_on'].isoformat()} 到期" if row["due_on"] else ""
    told = (row["party"], row["kind"], f"合同第 {row['clause_no']} 条" if row["clause_no"] else "", due)
    return " ".join(one for one in told if one)
