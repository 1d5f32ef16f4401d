"""Who works at this desk: office and person; kept inside the encrypted store."""

import uuid
from dataclasses import dataclass

from sqlalchemy import Connection

from fj_desktop.core.clock import Clock
from fj_desktop.core.defaults import Working
from fj_desktop.core.offices import OFFICES
from fj_desktop.errors import UserError


@dataclass(frozen=True)
class Identity:
    """The office, the staff record of the person, and the name shown."""

    office: str
    staff: uuid.UUID
    name: str
    demo: bool = False

    @property
    def office_name(self) -> str:
        return OFFICES[self.office]

    def working(self, clock: Clock, last_used: dict[str, str] | None = None) -> Working:
        """The ground of defaults at this moment."""
        return Working(self.office, self.name, clock.now(), last_used or {})


def office_code(text: str) -> str:
    """The code of an office given by code or name.

    Raises:
        UserError: there is no such office; the text lists them.
    """
    by_name = {name: code for code, name in OFFICES.items()}
    code = text.strip().upper()
    if code in OFFICES:
        return code
    if text.strip() in by_name:
        return by_name[text.strip()]
    raise UserError(f"没有办事处“{text[:20]}”。可用：" + "、".join(f"{code} {name}" for code, name in OFFICES.items()))


def note(connection: Connection, key: str, value: str) -> None:
    """Keep one fact about this desk."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO _meta (key, value) VALUES (?, ?)", (key, value))


def noted(connection: Connection, key: str) -> str:
    """One fact about this desk; empty when it was never kept."""
    return str(connection.exec_driver_sql("SELECT value FROM _meta WHERE key = ?", (key,)).scalar() or "")


def load(connection: Connection) -> Identity:
    """The identity kept at the founding of the desk."""
    staff = uuid.UUID(noted(connection, "staff"))
    name = connection.exec_driver_sql("SELECT name FROM staff WHERE id = ?", (staff.bytes,)).scalar()
    return Identity(noted(connection, "office"), staff, str(name or ""), noted(connection, "demo") == "1")
