"""Saved views of a library: kept as records, so that they are undone and travel like any other."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import select

from fj_desktop.core.field import Library
from fj_desktop.core.text import clean, squeeze
from fj_desktop.errors import UserError
from fj_desktop.libraries.staff import Staff
from fj_desktop.libraries.views import LONGEST_NAME, View
from fj_desktop.services.announce import Announcer
from fj_desktop.services.identity import Identity
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.services.view_definitions import Showing, read_definition, write_definition
from fj_desktop.store import queries
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

_MOST = 500
_Done = TypeVar("_Done")


@dataclass(frozen=True)
class SavedView:
    """A view under its name.

    Attributes:
        owner: who made it, by name; empty for one of this person's own.
        remarks: in words what of it this program could not use.
    """

    id: uuid.UUID
    name: str
    owner: str
    showing: Showing
    remarks: tuple[str, ...] = ()


class ViewsService:
    """Everyone's views are seen by all; which one a library opens with is this machine's own."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer) -> None:
        self._store, self._identity, self._announcer = store, identity, announcer

    def of(self, library: Library) -> list[SavedView]:
        """The views of a library by name, the person's own first."""
        table = record_table(View)
        wanted = select(table.c.id, table.c.name, table.c.created_by, table.c.definition).where(
            table.c.of_table == library.table, table.c.deleted.is_(False)
        )
        with self._store.reading() as connection:
            rows = list(connection.execute(wanted.limit(_MOST)))
            makers = {row.created_by for row in rows if row.created_by not in (None, self._identity.staff)}
            owners = queries.names(connection, Staff, makers)
        found = [self._view(library, row, owners) for row in rows]
        return sorted(found, key=lambda one: (bool(one.owner), squeeze(one.name), one.id))

    def _view(self, library: Library, row: Any, owners: dict[str, str]) -> SavedView:
        showing, remarks = read_definition(library, row.definition or "")
        own = row.created_by == self._identity.staff
        owner = "" if own else owners.get(str(row.created_by)) or "他人"
        return SavedView(row.id, clean(row.name or "")[:LONGEST_NAME] or "未命名视图", owner, showing, remarks)

    def named(self, library: Library, name: str) -> SavedView:
        """The view of a name.

        Raises:
            UserError: there is none; the text lists what there is.
        """
        views = self.of(library)
        for one in views:
            if squeeze(one.name) == squeeze(name):
                return one
        known = "、".join(one.name for one in views[:10])
        raise UserError(
            f"{library.title}没有名为“{name[:LONGEST_NAME]}”的视图。"
            + (f"可用：{known}" if known else "还没有保存过视图。")
        )

    def save(self, library: Library, name: str, showing: Showing) -> uuid.UUID:
        """Keep a new view.

        Raises:
            UserError: the name is empty, too long or taken, or the view asks for too much.
        """
        values = {"name": self._name(library, name), "of_table": library.table}
        values["definition"] = write_definition(showing)
        return self._write(lambda writer: writer.add(View, values))

    def rename(self, library: Library, view: uuid.UUID, name: str) -> None:
        """Give a view another name.

        Raises:
            UserError: as :meth:`save`.
        """
        called = self._name(library, name, view)
        self._write(lambda writer: writer.change(View, view, {"name": called}))

    def change(self, view: uuid.UUID, showing: Showing) -> None:
        """Let a view show something else.

        Raises:
            UserError: it asks for too much.
        """
        definition = write_definition(showing)
        self._write(lambda writer: writer.change(View, view, {"definition": definition}))

    def delete(self, view: uuid.UUID) -> None:
        """Put a view away; undo brings it back."""
        self._write(lambda writer: writer.mark(View, [view], deleted=True))

    def usual(self, library: Library) -> uuid.UUID | None:
        """The view a library opens with on this machine, or None."""
        with self._store.reading() as connection:
            found = connection.exec_driver_sql("SELECT value FROM _setting WHERE key = ?", (_key(library),)).scalar()
        try:
            return uuid.UUID(str(found)) if found else None
        except ValueError:
            return None

    def make_usual(self, library: Library, view: uuid.UUID | None) -> None:
        """Let a library open with a view on this machine; None: with all records."""
        with self._store.noting() as connection:
            put = "INSERT OR REPLACE INTO _setting (key, value) VALUES (?, ?)"
            connection.exec_driver_sql(put, (_key(library), str(view or "")))

    def _name(self, library: Library, name: str, view: uuid.UUID | None = None) -> str:
        called = " ".join(clean(name).split())
        if not called:
            raise UserError("视图还没有名称，请填写，例如“本周要联系”。")
        if len(called) > LONGEST_NAME:
            raise UserError(f"视图名称最多 {LONGEST_NAME} 字，现有 {len(called)} 字，请缩短。")
        if any(squeeze(one.name) == squeeze(called) and one.id != view for one in self.of(library)):
            raise UserError(f"已有名为“{called}”的视图，请换一个名称，或用“保存改动”覆盖它。")
        return called

    def _write(self, act: Callable[[RowWriter], _Done]) -> _Done:
        with self._store.writing(self._identity.staff, "view") as write:
            writer = RowWriter(write, self._identity)
            found = act(writer)
            writer.flush()
        self._announcer.changed(View.table, ())
        return found


def _key(library: Library) -> str:
    return f"view/{library.library}"
