"""No change of a record goes unrecorded, and what is recorded says who, when, before and after."""

import datetime as dt
import uuid
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from fj_desktop.core.clock import FixedClock
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.store.schema import METADATA, captured
from fj_desktop.store.transactions import Store
from tests.support.desks import NOON, open_store
from tests.support.history import changes, rows, table_rows, transactions

LAND, PEOPLE = CATALOG["land"], CATALOG["people"]
TABLES = sorted(captured())


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def store(clock: FixedClock) -> Iterator[Store]:
    opened = open_store(clock)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def _row(table: str) -> dict[str, object]:
    """A row that the table would take."""
    values: dict[str, object] = {"id": uuid.UUID(int=1), "deleted": False, "created_at": NOON, "updated_at": NOON}
    columns = METADATA.tables[table].columns
    return {column.name: values.get(column.name, "x") for column in columns if not column.nullable} | (
        {"group_id": uuid.UUID(int=2)} if table == "office_group_member" else {}
    )


def _refused_outside(store: Store, statement: sa.Executable) -> None:
    with pytest.raises(sa.exc.DatabaseError, match="outside a desk transaction"), store.noting() as connection:
        connection.execute(statement)


@pytest.mark.parametrize("table", TABLES)
def test_a_row_put_in_outside_a_writing_transaction_is_refused_by_the_store(store: Store, table: str) -> None:
    before = table_rows(store, table)

    row = _row(table) | ({"owner": uuid.UUID(int=2)} if table == "member" else {})
    _refused_outside(store, METADATA.tables[table].insert().values(row))

    assert table_rows(store, table) == before


@pytest.mark.parametrize("table", ["unit", "chain", "office", "town", "staff"])
def test_a_change_outside_a_writing_transaction_is_refused_by_the_store(store: Store, table: str) -> None:
    before = table_rows(store, table)

    _refused_outside(store, METADATA.tables[table].update().values(visibility="office"))

    assert table_rows(store, table) == before


@pytest.mark.parametrize("table", ["unit", "staff", "member"])
def test_no_record_is_ever_removed_even_in_a_writing_transaction(store: Store, table: str) -> None:
    before = table_rows(store, table)

    with pytest.raises(sa.exc.DatabaseError, match="never removed"), store.writing(None, "test") as write:
        write.connection.execute(METADATA.tables[table].delete())

    assert table_rows(store, table) == before


def test_every_declared_column_has_its_trigger(store: Store) -> None:
    there = {name for (name,) in rows(store, "SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    asked = {f"cap_{table}_{part}" for table in TABLES for part in ("insert", "delete", *captured()[table])}

    assert asked - there == set()
    for library in CATALOG:
        single = {name for name, one in library.fields.items() if not one.kind.many}
        assert single | {"office_code", "visibility", "group_id", "deleted"} <= set(captured()[library.table])


def test_a_new_record_has_one_stamp_and_one_entry_whatever_it_holds(store: Store, desk: Desk) -> None:
    plot = desk.records.add(LAND, {"name": "一号", "area_m2": "30亩", "floors": "2"})

    assert changes(store, plot) == [("", None, None)]
    assert len(rows(store, 'SELECT * FROM _cell WHERE "row" = ?', plot.bytes)) == 1


def test_each_changed_field_has_its_stamp_and_its_before_and_after(store: Store, desk: Desk, clock: FixedClock) -> None:
    plot = desk.records.add(LAND, {"name": "一号", "floors": "2"})
    clock.moment += dt.timedelta(hours=1)

    desk.records.change(LAND, plot, {"name": "二号", "floors": "", "note": "临江"})

    assert sorted(changes(store, plot)[1:]) == [
        ("floors", 2, None), ("name", "一号", "二号"), ("note", None, "临江"),
    ]  # fmt: skip
    stamps = rows(store, 'SELECT hlc, replica, seq FROM _cell WHERE "row" = ? AND col != '
                         "(SELECT no FROM _column WHERE tbl = 'lib_land' AND col = '')", plot.bytes)  # fmt: skip
    assert len(stamps) == 3
    assert len(set(stamps)) == 1
    assert stamps[0][0] >> 16 == int(clock.moment.timestamp() * 1000)


def test_a_field_typed_as_it_was_is_not_recorded_and_the_record_keeps_its_date(
    store: Store, desk: Desk, clock: FixedClock
) -> None:
    plot = desk.records.add(LAND, {"name": "一号", "floors": "2"})
    said = changes(store, plot), transactions(store), desk.view.read(LAND, plot).updated_at
    clock.moment += dt.timedelta(hours=1)

    desk.records.change(LAND, plot, {"name": " 一号 ", "floors": "２层"})

    assert (changes(store, plot), transactions(store), desk.view.read(LAND, plot).updated_at) == said


def test_a_change_dates_and_signs_the_record(store: Store, desk: Desk, clock: FixedClock) -> None:
    plot = desk.records.add(LAND, {"name": "一号"})
    clock.moment += dt.timedelta(days=1)

    desk.records.change(LAND, plot, {"name": "二号"})

    found = rows(store, "SELECT updated_at, updated_by, created_at FROM lib_land WHERE id = ?", plot.bytes)
    assert found == [("2026-11-24 04:00:00.000000", desk.identity.staff.bytes, "2026-11-23 04:00:00.000000")]


def test_members_of_a_set_are_rows_that_come_and_go_by_a_mark(store: Store, desk: Desk) -> None:
    person = desk.records.add(PEOPLE, {"name": "张三", "tags": "眼镜；老乡"})
    desk.records.change(PEOPLE, person, {"tags": "老乡；会长"})
    desk.records.change(PEOPLE, person, {"tags": "老乡；会长；眼镜"})

    members = rows(store, "SELECT value, deleted FROM member WHERE owner = ? ORDER BY value", person.bytes)
    recorded = rows(
        store,
        'SELECT value, _column.col, before, after FROM _change JOIN member ON member.id = _change."row" '
        "JOIN _column ON _column.no = _change.col WHERE owner = ? ORDER BY _change.no",
        person.bytes,
    )

    assert sorted(members) == sorted([("会长", 0), ("眼镜", 0), ("老乡", 0)])
    assert set(recorded[:2]) == {("眼镜", "", None, None), ("老乡", "", None, None)}
    assert recorded[2:] == [("眼镜", "deleted", 0, 1), ("会长", "", None, None), ("眼镜", "deleted", 1, 0)]


def test_deleting_marks_the_row_and_is_recorded(store: Store, desk: Desk) -> None:
    plot = desk.records.add(LAND, {"name": "一号"})

    desk.records.delete(LAND, [plot])

    assert rows(store, "SELECT name, deleted FROM lib_land WHERE id = ?", plot.bytes) == [("一号", 1)]
    assert changes(store, plot)[1:] == [("deleted", 0, 1)]


def test_seed_rows_carry_no_stamp_and_no_history(store: Store) -> None:
    for table in ("office", "unit", "town", "chain"):
        assert table_rows(store, table)
        assert table_rows(store, table, 'id IN (SELECT "row" FROM _cell UNION SELECT "row" FROM _change)') == []


def test_seed_rows_are_the_same_in_every_office(store: Store) -> None:
    other = open_store(FixedClock(NOON + dt.timedelta(days=90)), office="HQ", person="另一位")
    for table in ("unit", "chain"):
        assert table_rows(other, table) == table_rows(store, table)
    towns_and_offices = "SELECT id FROM town UNION ALL SELECT id FROM office UNION ALL SELECT id FROM member ORDER BY 1"
    assert rows(other, towns_and_offices) == rows(store, towns_and_offices)
    other.close()
