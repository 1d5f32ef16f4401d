"""Publishing the two lists as numbered, frozen issues, and an opportunity that becomes a project (clauses 5.3, 6.1)."""

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from fj_desktop.core.clock import today
from fj_desktop.core.field import Library
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.announce import Announcer
from fj_desktop.services.browse import cell_text
from fj_desktop.services.identity import Identity
from fj_desktop.services.records import RecordService
from fj_desktop.services.row_words import missing_by_stage
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import queries
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

ISSUES, OPPORTUNITIES, PROJECTS = CATALOG["list-issues"], CATALOG["opportunities"], CATALOG["projects"]
LISTS = ("opportunities", "scenarios")
_WAITING, _PUBLISHED, _CONVERTED = "审核", "已发布", "已转项目"
_PASSED = "四项均通过"
_GIVEN = ("issue_no", "seq")
_CARRIED = ("chain_id", "industry_code", "content", "total_invest_wan", "land_need_mu")
_MOST = 5_000


@dataclass(frozen=True)
class Candidate:
    """An item that waits to be published, and what it lacks in words."""

    id: uuid.UUID
    name: str
    lacks: tuple[str, ...]


@dataclass(frozen=True)
class Issue:
    """What was published: its number, how many items, and the hash of the frozen text."""

    id: uuid.UUID
    number: str
    count: int
    content_hash: str


class PublishService:
    """Freezes a list as it goes out; what was published stays as it was, whatever changes later."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer, records: RecordService) -> None:
        self._store, self._identity, self._announcer, self._records = store, identity, announcer, records

    def candidates(self, library: Library) -> list[Candidate]:
        """The items that wait (状态 审核), those that lack nothing first.

        Raises:
            UserError: the library is none of the two lists.
        """
        _refuse_other(library)
        with self._store.reading() as connection:
            return sorted(
                (Candidate(row["id"], str(row["name"]), _lacks(library, row)) for row in _waiting(connection, library)),
                key=lambda one: (bool(one.lacks), one.name),
            )

    def publish(self, library: Library, signer: str) -> Issue:
        """Publish every item that lacks nothing as the next issue of its list.

        Args:
            library: opportunities or scenarios.
            signer: who signs it.

        Raises:
            UserError: another library, no signer, or nothing can be published; the text says what is lacking.
        """
        _refuse_other(library)
        if not signer.strip():
            raise UserError("请写明签发人。")
        day = today(self._store.clock)
        with self._store.writing(self._identity.staff, "publish") as write:
            rows = _waiting(write.connection, library)
            ready = [row for row in rows if not _lacks(library, row)]
            if not ready:
                raise UserError(_nothing(library, rows))
            number = _next_number(write.connection, library, day.year)
            content = json.dumps([_frozen(library, row) for row in ready], ensure_ascii=False, indent=1)
            mark = hashlib.sha256(content.encode("utf-8")).hexdigest()
            writer = RowWriter(write, self._identity)
            issue = writer.add(
                ISSUES,
                {"issue_no": number, "list_kind": library.title, "published_on": day, "item_count": len(ready),
                 "signer": signer.strip()[:50], "content": content, "content_hash": mark},
            )  # fmt: skip
            for seq, row in enumerate(ready, 1):
                writer.change(library, row["id"], {"issue_no": number, "seq": seq, "status": _PUBLISHED})
            writer.flush()
        for table, touched in writer.touched.items():
            self._announcer.changed(table, touched)
        return Issue(issue, number, len(ready), mark)

    def to_project(self, opportunity: uuid.UUID) -> uuid.UUID:
        """Make a project of a published opportunity; each keeps the link to the other.

        Raises:
            UserError: there is no such opportunity, it is not published, or it became a project before.
        """
        with self._store.reading() as connection:
            number = queries.row_number_of(connection, OPPORTUNITIES, opportunity)
            keys = ("name", "status", "project_id", *_CARRIED)
            found = queries.page(connection, OPPORTUNITIES, [number], keys) if number is not None else []
        if not found or found[0]["deleted"]:
            raise UserError("这条机会不在清单里，请刷新后再试。")
        row = found[0]
        if row["project_id"] is not None:
            raise UserError(f"这条机会已经转为项目“{row['project_id/name']}”。")
        if row["status"] not in (_PUBLISHED, "对接中"):
            raise UserError("只有已发布或对接中的机会可以转为项目。请先发布，或改状态。")
        surface = CATALOG.by_key(OPPORTUNITIES)
        typed = {key: _typed(surface[key], row) for key in _CARRIED if row[key] is not None}
        project = self._records.add(PROJECTS, {**typed, "name": str(row["name"]), "source_kind": "机会清单"})
        self._records.change(OPPORTUNITIES, opportunity, {"project_id": str(project), "status": _CONVERTED})
        return project


def _refuse_other(library: Library) -> None:
    if library.library not in LISTS:
        names = "、".join(CATALOG[one].title for one in LISTS)
        raise UserError(f"{library.title}不是清单，能发布的是：{names}。")


def _waiting(connection: Connection, library: Library) -> list[dict[str, Any]]:
    table = record_table(library)
    asked = select(table.c.id).where(table.c.deleted.is_(False), table.c.status == _WAITING).limit(_MOST)
    numbers = [queries.row_number_of(connection, library, one) for (one,) in connection.execute(asked)]
    keys = [one.key for one in CATALOG.surface(library)]
    return queries.page(connection, library, [one for one in numbers if one is not None], keys)


def _lacks(library: Library, row: Mapping[str, Any]) -> tuple[str, ...]:
    given = {library.fields[name].label for name in _GIVEN}
    missing = [one for one in missing_by_stage(library, row).get("发布", ()) if one not in given]
    if library is OPPORTUNITIES and row.get("plan_review") != _PASSED:
        missing.append("策划审核四项均通过（通知 6.1）")
    return tuple(missing)


def _nothing(library: Library, rows: Sequence[Mapping[str, Any]]) -> str:
    if not rows:
        return f"{library.title}里没有状态为“{_WAITING}”的条目，没有可以发布的。"
    lines = [f"· {row['name']}：缺{'、'.join(_lacks(library, row))}" for row in rows[:20]]
    return "\n".join(["还没有一条可以发布：", *lines])


def _next_number(connection: Connection, library: Library, year: int) -> str:
    table = record_table(ISSUES)
    mine = select(func.count()).where(table.c.list_kind == library.title, table.c.issue_no.like(f"{year}-%"))
    return f"{year}-{int(connection.execute(mine).scalar() or 0) + 1:02d}"


def _frozen(library: Library, row: dict[str, Any]) -> dict[str, str]:
    """What the public sees of an item: its public fields by their headings."""
    public = [one for one in CATALOG.surface(library) if one.field.sensitivity == "S0" and one.key not in _GIVEN]
    texts = {one.heading: cell_text(one, row, covered=False) for one in public}
    return {heading: text for heading, text in texts.items() if text}


def _typed(one: Any, row: Mapping[str, Any]) -> str:
    named = row.get(f"{one.key}/name")
    return str(row[one.key]) if named is not None else str(one.field.kind.show(row[one.key]))
