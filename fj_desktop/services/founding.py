"""Makes a new desk: seed rows equal in every office, the person's staff record, and who works here."""

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from fj_desktop.core.clock import Clock
from fj_desktop.core.field import Library
from fj_desktop.core.ids import member_id, new_id
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import clean
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.seeds import seed_rows
from fj_desktop.services.identity import Identity, note
from fj_desktop.services.indexing import Indexer
from fj_desktop.services.resolving import Resolver
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store.capture import lay_triggers
from fj_desktop.store.schema import MEMBER, record_table
from fj_desktop.store.transactions import recording, seeding

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def person_name(text: str) -> str:
    """The person's name as it will stand on every record.

    Raises:
        UserError: blank or too long.
    """
    name = clean(text)
    if not 0 < len(name) <= 50:
        raise UserError("请填写姓名（1 至 50 字），它会写在您录入的每条记录上。")
    return name


def found_desk(connection: Connection, clock: Clock, office: str, person: str, *, demo: bool = False) -> None:
    """Lay triggers, seed rows and the person's staff record in a new store, in its first transaction.

    Raises:
        UserError: the person's name is blank or too long.
    """
    name = person_name(person)
    lay_triggers(connection)
    with seeding(connection):
        _seed(connection)
    note(connection, "office", office)
    note(connection, "demo", "1" if demo else "0")
    connection.exec_driver_sql(
        "INSERT INTO _replica (no, id, office, state, since) VALUES (1, ?, ?, 'own', ?)",
        (new_id().bytes, office, clock.now().strftime("%Y-%m-%d %H:%M:%S")),
    )
    with recording(connection, clock, None, "found") as write:
        writer = RowWriter(write, Identity(office, uuid.UUID(int=0), name))
        note(connection, "staff", str(writer.add(CATALOG["staff"], _staff(connection, office, name))))
        writer.flush()


def seed_missing(connection: Connection) -> None:
    """Lay triggers anew after an upgrade, and the seed rows that a newer program brings along."""
    lay_triggers(connection)
    with seeding(connection):
        _seed(connection)


def _staff(connection: Connection, office: str, name: str) -> dict[str, Any]:
    fields, resolver = CATALOG["staff"].fields, Resolver(connection)
    return {
        "name": name,
        "unit_id": resolver.value(fields["unit_id"].kind, "县投资促进中心"),
        "office_id": resolver.value(fields["office_id"].kind, office),
        "role": "县级管理员" if office == "HQ" else "驻点人员",
        "active": True,
    }


def _seed(connection: Connection) -> None:
    added: dict[Library, list[uuid.UUID]] = {}
    for library, record, texts in seed_rows():
        table = record_table(library)
        if connection.execute(select(table.c.id).where(table.c.id == record)).first() is not None:
            continue
        values = _values(connection, library, texts)
        row = {name: values.get(name) for name, one in library.fields.items() if not one.kind.many}
        common = {"id": record, "office_code": "HQ", "visibility": "public", "deleted": False}
        dates = {"created_at": _EPOCH, "updated_at": _EPOCH}
        connection.execute(insert(table), row | common | dates)
        members = list(_members(library, record, values))
        if members:
            connection.execute(insert(MEMBER), members)
        added.setdefault(library, []).append(record)
    for library, records in added.items():
        Indexer(connection).renew(library, records)


def _members(library: Library, record: uuid.UUID, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = []
    for name, one in library.fields.items():
        for value in (values.get(name) or ()) if one.kind.many else ():
            place = f"{library.table}.{name}"
            row = {"id": member_id(record, place, value), "owner": record, "field": place, "value": value}
            rows.append(row | {"deleted": False})
    return rows


def _values(connection: Connection, library: Library, texts: Mapping[str, str]) -> dict[str, Any]:
    resolver, found = Resolver(connection), {}
    for name, text in texts.items():
        if clean(text):
            try:
                found[name] = resolver.value(library.fields[name].kind, text)
            except RefusalError as refusal:
                raise TypeError(f"seed of {library.table}.{name}: {refusal.reason}") from None
    return found
