"""Who works at this desk: office and person; kept inside the encrypted store."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from fj_desktop.core.clock import Clock
from fj_desktop.core.defaults import Working
from fj_desktop.core.field import Library
from fj_desktop.core.offices import OFFICES
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG


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

    def working(self, clock: Clock, connection: Connection, **given: str) -> Working:
        """The ground of defaults at this moment; ``given`` goes before what was used last."""
        return Working(self.office, self.name, clock.now(), last_used(connection) | given)


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


def last_used(connection: Connection) -> dict[str, str]:
    """What was typed last in the fields whose default that is."""
    rows = connection.exec_driver_sql("SELECT substr(key, 6), value FROM _setting WHERE key LIKE 'last/%'")
    return {str(key): str(value) for key, value in rows}


def remember_used(connection: Connection, library: Library, typed: Mapping[str, str]) -> None:
    """Keep what was typed in the fields whose default is what was used last."""
    surface = CATALOG.by_key(library)
    for key, text in typed.items():
        one = surface.get(key)
        if one is not None and one.field.default == "last_used" and text.strip():
            connection.exec_driver_sql(
                "INSERT OR REPLACE INTO _setting (key, value) VALUES (?, ?)", (f"last/{one.field.name}", text.strip())
            )
