"""The encrypted file: durable, plain-free, and plain-spoken when it does not open (S-01)."""

import os
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from fj_desktop.errors import DamagedStoreError, LockedError, UserError
from fj_desktop.store.engine import open_engine
from fj_desktop.store.pages import PAGE_BYTES

KEY = bytes(range(32))
CANARY = "招商秘密-canary-奉节"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk #1?.fjdb"


@pytest.fixture
def filled(path: Path) -> Path:
    engine = open_engine(path, KEY, create=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE plot (name TEXT)")
        connection.execute(sa.text("INSERT INTO plot VALUES (:name)"), [{"name": CANARY * 20}] * 200)
    engine.dispose()
    return path


def pragma(connection: sa.Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_every_connection_has_the_decided_settings(filled: Path) -> None:
    engine = open_engine(filled, KEY)
    with engine.connect() as connection:
        found = {
            name: pragma(connection, name)
            for name in ("journal_mode", "synchronous", "foreign_keys", "cache_size", "trusted_schema", "temp_store")
        }
        found["secure_delete"] = pragma(connection, "secure_delete")
        found["cipher_status"] = pragma(connection, "cipher_status")
    engine.dispose()

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "cache_size": -65536,
        "trusted_schema": 0,
        "temp_store": 2,
        "secure_delete": 1,
        "cipher_status": "1",
    }


def test_nothing_readable_lies_on_the_disk_while_open_or_after(path: Path) -> None:
    needles = [CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode("gbk"), b"SQLite format 3", KEY]

    def readable() -> list[bytes]:
        content = b"".join(file.read_bytes() for file in path.parent.iterdir())
        return [needle for needle in needles if needle in content]

    engine = open_engine(path, KEY, create=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE plot (name TEXT)")
        connection.execute(sa.text("INSERT INTO plot VALUES (:name)"), [{"name": CANARY}] * 500)
    assert (path.parent / (path.name + "-wal")).stat().st_size
    assert readable() == []
    engine.dispose()
    assert readable() == []


def test_the_file_is_readable_to_this_account_only(filled: Path) -> None:
    assert filled.stat().st_mode & 0o777 == 0o600 or os.name == "nt"


def test_a_wrong_key_is_told_from_damage(filled: Path) -> None:
    with pytest.raises(LockedError, match=r"desk\.keys"):
        open_engine(filled, bytes(32))


def test_a_damaged_first_page_is_told_from_a_wrong_key(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    content[200] ^= 1
    filled.write_bytes(content)

    with pytest.raises(DamagedStoreError, match="开头已损坏"):
        open_engine(filled, KEY)


@pytest.mark.parametrize("content", [b"", b"hello", bytes(PAGE_BYTES * 3), b"text " * 5000])
def test_other_bytes_are_refused_and_stay_as_they_are(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(DamagedStoreError):
        open_engine(path, KEY)

    assert path.read_bytes() == content


def test_a_plain_database_is_refused_and_stays_as_it_is(path: Path) -> None:
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE plot (name TEXT)")
    plain.close()
    before = path.read_bytes()

    with pytest.raises(DamagedStoreError, match="没有加密"):
        open_engine(path, KEY)

    assert path.read_bytes() == before


def test_a_missing_store_is_never_made_by_chance(path: Path) -> None:
    with pytest.raises(DamagedStoreError, match="不存在"):
        open_engine(path, KEY)

    assert not path.exists()


@pytest.mark.parametrize("key", [b"", bytes(16), bytes(31), bytes(33)])
def test_a_key_of_another_length_is_never_taken_for_a_passphrase(path: Path, key: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_engine(path, key, create=True)


def test_a_rolled_back_transaction_leaves_nothing_and_ddl_rolls_back_too(filled: Path) -> None:
    engine = open_engine(filled, KEY)
    with engine.connect() as connection:
        transaction = connection.begin()
        connection.exec_driver_sql("CREATE TABLE other (a)")
        connection.exec_driver_sql("DELETE FROM plot")
        transaction.rollback()
        assert connection.exec_driver_sql("SELECT count(*) FROM plot").scalar() == 200
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'other'").scalar() == 0
    engine.dispose()


def test_a_writer_waits_at_its_beginning_and_is_told_so(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fj_desktop.store.engine._BUSY_WAIT_S", 0.01)
    engine = open_engine(filled, KEY)
    with engine.connect() as one, engine.connect().execution_options(fj_write=True) as two:
        with one.begin():
            one.exec_driver_sql("DELETE FROM plot")
            with pytest.raises(UserError, match="另一个程序"):
                two.begin()
        with two.begin():
            assert two.exec_driver_sql("SELECT count(*) FROM plot").scalar() == 0
    engine.dispose()


def test_readers_see_the_old_state_while_a_writer_writes(filled: Path) -> None:
    engine = open_engine(filled, KEY)
    writing = engine.connect().execution_options(fj_write=True)
    with writing as writer, engine.connect() as reader, writer.begin():
        writer.exec_driver_sql("DELETE FROM plot")
        assert reader.exec_driver_sql("SELECT count(*) FROM plot").scalar() == 200
    engine.dispose()


def test_damage_met_while_reading_is_said_in_plain_words(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    for page in range(3, len(content) // PAGE_BYTES):
        content[page * PAGE_BYTES + 99] ^= 1
    filled.write_bytes(content)
    engine = open_engine(filled, KEY)

    with engine.connect() as connection, pytest.raises(DamagedStoreError, match="备份"):
        connection.exec_driver_sql("SELECT sum(length(name)) FROM plot").fetchall()

    engine.dispose()


def test_an_error_of_the_program_stays_what_it_is_and_tells_no_values(filled: Path) -> None:
    engine = open_engine(filled, KEY)
    with engine.connect() as connection, pytest.raises(sa.exc.OperationalError) as raised:
        connection.execute(sa.text("SELECT nothing FROM plot WHERE name = :name"), {"name": CANARY})
    engine.dispose()

    assert CANARY not in str(raised.value)
