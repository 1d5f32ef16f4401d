"""Writes rows of any library in one transaction: record, set members, duplicate keys and search text."""

import datetime as dt
import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import insert, select, update

from fj_desktop.core.field import Library, per_library
from fj_desktop.core.ids import member_id, new_id
from fj_desktop.core.kinds import Many
from fj_desktop.core.progress import Progress
from fj_desktop.libraries import CATALOG
from fj_desktop.services.deriving import CONTRACTS, PROJECTS, counted, derives, feeds, own, projects_of, sums
from fj_desktop.services.identity import Identity
from fj_desktop.services.indexing import Indexer
from fj_desktop.services.numbering import Numbers
from fj_desktop.store.inserts import Inserter
from fj_desktop.store.schema import MEMBER, parents_first, record_table
from fj_desktop.store.transactions import Write

_BLOCK = 2000
_STEP = 200


class RowWriter:
    """Gathers new rows and writes them in blocks; call :meth:`flush` before the transaction ends."""

    def __init__(
        self,
        write: Write,
        identity: Identity,
        batch: uuid.UUID | None = None,
        same: Mapping[str, Any] | None = None,
    ) -> None:
        """``same``: values of common columns (office, visibility, group) that new rows carry instead of the usual."""
        self.connection = write.connection
        self._identity = identity
        self._batch = batch
        self._same = same or {}
        self._now = dt.datetime.fromisoformat(write.at).replace(tzinfo=dt.UTC)
        self._indexer = Indexer(write.connection)
        self._inserters: dict[str, Inserter] = {}
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self._members: list[dict[str, Any]] = []
        self._fresh: list[tuple[Library, dict[str, Any]]] = []
        self._stale: dict[Library, dict[uuid.UUID, None]] = {}
        self._numbers = Numbers(write.connection)
        self._unsettled: set[uuid.UUID] = set()
        self.touched: dict[str, set[uuid.UUID]] = {}

    def add(self, library: Library, values: Mapping[str, Any], source: str = "") -> uuid.UUID:
        """One new record of parsed values; the id is known at once, the row is written with its block."""
        record = new_id()
        row = {name: value for name, value in values.items() if name in library.fields}
        row |= {name: value for name, value in own(library, row).items() if value is not None}
        if library.table == "project":
            row["code"] = self._numbers.next(self._same.get("office_code", self._identity.office), self._now)
        if feeds(library) and row.get("project_id") is not None:
            self._unsettled.add(row["project_id"])
        row["id"] = record
        self._fresh.append((library, row))
        single = {**row, "source_row": source[:200] or None}
        for name in _sets(library):
            if members := single.pop(name, None):
                self._add_members(library, record, name, members)
        self._rows.setdefault(library.table, []).append(single)
        self.touched.setdefault(library.table, set()).add(record)
        if len(self._fresh) >= _BLOCK:
            self.flush()
        return record

    def change(self, library: Library, record: uuid.UUID, values: Mapping[str, Any], *, renew: bool = True) -> None:
        """Change some fields of a stored record; the triggers record what really differs.

        Without ``renew`` search and keys wait for :meth:`renew_changed`.
        """
        self.flush()
        self._unsettled |= projects_of(self.connection, library, [record]) if feeds(library) else set()
        single = {name: value for name, value in values.items() if not library.fields[name].kind.many}
        if single:
            table = record_table(library)
            self.connection.execute(update(table).where(table.c.id == record).values(**single))
            self._derive(library, record)
        for name in values.keys() - single.keys():
            self._set_members(library, record, name, set(values[name] or ()))
        self._unsettled |= projects_of(self.connection, library, [record]) if feeds(library) else set()
        if renew:
            self.renew(library, [record])
            self._settle()
        else:
            self._stale.setdefault(library, {})[record] = None

    def mark(self, library: Library, records: Iterable[uuid.UUID], *, deleted: bool) -> None:
        """Delete or bring back records: a mark, never a removal."""
        self.flush()
        table, wanted = record_table(library), list(records)
        for at in range(0, len(wanted), 500):
            part = wanted[at : at + 500]
            self.connection.execute(update(table).where(table.c.id.in_(part)).values(deleted=deleted))
        self.renew(library, wanted)
        self._unsettled |= projects_of(self.connection, library, wanted) if feeds(library) else set()
        self._settle()

    def flush(self) -> None:
        """Write what was gathered."""
        rows, members, fresh = self._rows, self._members, self._fresh
        self._rows, self._members, self._fresh = {}, [], []
        for table in parents_first(rows):
            self._inserter(CATALOG.of_table(table)).write(rows[table])
        if members:
            self.connection.execute(insert(MEMBER), members)
        self._indexer.add(fresh)
        if rows:
            self._settle()

    def renew(self, library: Library, records: Iterable[uuid.UUID]) -> None:
        """Bring search and keys of stored records up to date."""
        for renewed, record in self._indexer.renew(library, records):
            self.touched.setdefault(renewed.table, set()).add(record)

    def _derive(self, library: Library, record: uuid.UUID) -> None:
        """Fill again what follows from a changed record's own values."""
        if not derives(library):
            return
        table = record_table(library)
        row = self.connection.execute(select(table).where(table.c.id == record)).mappings().one()
        new = {name: value for name, value in own(library, dict(row)).items() if row[name] != value}
        if new:
            self.connection.execute(update(table).where(table.c.id == record).values(**new))

    def _settle(self) -> None:
        """Fill again what follows for projects from their parts."""
        waiting, self._unsettled = self._unsettled, set()
        if not waiting:
            return
        project, contract = record_table(PROJECTS), record_table(CONTRACTS)
        for one, values in sums(self.connection, waiting).items():
            self.connection.execute(update(project).where(project.c.id == one).values(**values))
            self.touched.setdefault(PROJECTS.table, set()).add(one)
        for one, counts in counted(self.connection, waiting).items():
            self.connection.execute(update(contract).where(contract.c.id == one).values(counted=counts))

    def renew_changed(self, progress: Progress) -> None:
        """Bring search and keys of all records up to date that were changed without it; masters before their roles."""
        self._settle()
        stale, self._stale = self._stale, {}
        for library in sorted(stale, key=lambda one: one.table not in CATALOG.masters):
            records = [one for one in stale[library] if one not in self.touched.get(library.table, ())]
            for at in range(0, len(records), _STEP):
                progress.at(at, len(records), "正在更新搜索")
                self.renew(library, records[at : at + _STEP])

    def _inserter(self, library: Library) -> Inserter:
        if library.table not in self._inserters:
            same = self._common(library)
            self._inserters[library.table] = Inserter(self.connection, record_table(library), same)
        return self._inserters[library.table]

    def _common(self, library: Library) -> dict[str, Any]:
        return {
            "office_code": self._identity.office,
            "visibility": library.visibility,
            "created_at": self._now,
            "created_by": self._identity.staff,
            "updated_at": self._now,
            "updated_by": self._identity.staff,
            "deleted": False,
            "import_batch": self._batch,
            **self._same,
        }

    def _add_members(self, library: Library, owner: uuid.UUID, name: str, values: Iterable[str]) -> None:
        place = f"{library.table}.{name}"
        self._members += [
            {"id": member_id(owner, place, value), "owner": owner, "field": place, "value": value, "deleted": False}
            for value in values
        ]

    def _set_members(self, library: Library, owner: uuid.UUID, name: str, wanted: set[str]) -> None:
        place = f"{library.table}.{name}"
        there = select(MEMBER.c.value, MEMBER.c.id, MEMBER.c.deleted).where(
            MEMBER.c.owner == owner, MEMBER.c.field == place
        )
        known = {value: (one, gone) for value, one, gone in self.connection.execute(there)}
        for value, (one, gone) in known.items():
            if gone == (value in wanted):
                self.connection.execute(update(MEMBER).where(MEMBER.c.id == one).values(deleted=value not in wanted))
        self._add_members(library, owner, name, wanted - known.keys())
        if self._members:
            self.connection.execute(insert(MEMBER), self._members)
            self._members = []


@per_library
def _sets(library: Library) -> tuple[str, ...]:
    """The fields whose values are sets, kept as rows of their own."""
    return tuple(name for name, one in library.fields.items() if isinstance(one.kind, Many))
