"""Whether a store is whole."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from fj_desktop.store.checks import quick_check, verify
from fj_desktop.store.engine import open_engine
from fj_desktop.store.pages import PAGE_BYTES

KEY = bytes(range(32))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "desk.fjdb"
    engine = open_engine(path, KEY, create=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE town (id TEXT PRIMARY KEY)")
        connection.exec_driver_sql("CREATE TABLE plot (name TEXT, town TEXT REFERENCES town (id))")
        connection.execute(sa.text("INSERT INTO plot (name) VALUES (:name)"), [{"name": "x" * 2000}] * 100)
    engine.dispose()
    return path


def test_a_whole_store_has_no_findings(store: Path) -> None:
    engine = open_engine(store, KEY)

    assert verify(engine) == []
    assert quick_check(engine) == []
    engine.dispose()


def test_a_change_of_any_page_is_found(store: Path) -> None:
    whole = store.read_bytes()
    for page in range(1, len(whole) // PAGE_BYTES):
        changed = bytearray(whole)
        changed[page * PAGE_BYTES + 7 * page % PAGE_BYTES] ^= 1
        store.write_bytes(changed)
        engine = open_engine(store, KEY)
        assert verify(engine) != [], page
        engine.dispose()


def test_a_reference_to_nothing_is_named_by_its_table(store: Path) -> None:
    engine = open_engine(store, KEY)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        connection.commit()
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("INSERT INTO plot VALUES ('x', 'nowhere')")

    assert any("plot" in line and "town" in line for line in verify(engine))
    engine.dispose()


def test_the_quick_check_ends_in_its_time(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fj_desktop.store.checks._STEPS_BETWEEN_LOOKS", 1)
    engine = open_engine(store, KEY)

    assert quick_check(engine, within_s=-1.0) == []
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM plot").scalar() == 100
    engine.dispose()
