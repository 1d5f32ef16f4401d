"""Gives back the plots whose holding has run out; done when the desk is opened, and kept like every change."""

from sqlalchemy import select

from fj_desktop.core.clock import today
from fj_desktop.libraries import CATALOG
from fj_desktop.services.announce import Announcer
from fj_desktop.services.identity import Identity
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

_LAND = CATALOG["land"]
_HELD, _FREE = "洽谈锁定", "可供"


class ParcelService:
    """Releases plots by themselves."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer) -> None:
        self._store, self._identity, self._announcer = store, identity, announcer

    def release(self) -> list[str]:
        """Release every plot that was held until a day that is past; returns their names."""
        table = record_table(_LAND)
        past = select(table.c.id, table.c.name, table.c.supply_status).where(
            table.c.deleted.is_(False), table.c.lock_until < today(self._store.clock),
            table.c.lock_project_id.is_not(None),
        )  # fmt: skip
        with self._store.reading() as connection:
            found = connection.execute(past).all()
        if not found:
            return []
        with self._store.writing(self._identity.staff, "release") as write:
            writer = RowWriter(write, self._identity)
            for plot, _, status in found:
                free = {"supply_status": _FREE} if status == _HELD else {}
                writer.change(_LAND, plot, {"lock_project_id": None, "lock_until": None, **free})
            writer.flush()
        self._announcer.changed(_LAND.table, [plot for plot, _, _ in found])
        return [str(name) for _, name, _ in found]
