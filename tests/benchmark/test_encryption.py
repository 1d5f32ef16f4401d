"""What the key costs: the encrypted store against the same library, tables and triggers without a key."""

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path
from statistics import median

from fj_desktop.core.ids import new_id
from fj_desktop.libraries import CATALOG
from fj_desktop.store.inserts import Inserter
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store
from tests.benchmark import ledger, stores
from tests.benchmark.board import Board, timed

_ROWS = 40_000
_READS = 4_000
_COMMITS = 200
_ROUNDS = 3

_TABLE = record_table(CATALOG["companies"])
_COLUMNS = ("uscc", "name", "legal_rep", None, None, None, "reg_address", "office_address", None, None,
            "main_products", None, None, None, None, None, "profile", "contact_person", "contact_phone", "note")  # fmt: skip
_SIZE = f"{_ROWS:,} rows"


def test_encryption_costs_little(board: Board, place: Path) -> None:
    rows = [{name: value for name, value in zip(_COLUMNS, row, strict=True) if name} for row in ledger.rows(_ROWS)]
    ids = [new_id() for _ in rows]
    times: dict[str, list[tuple[float, float, float]]] = {"encrypted": [], "plain": []}
    for number in range(_ROUNDS):
        kinds = {"encrypted": stores.encrypted, "plain": stores.plain}
        for kind in ("encrypted", "plain") if number % 2 else ("plain", "encrypted"):
            opener = kinds[kind](place / f"{kind}-{number}")
            times[kind].append(_measured(opener, rows, ids))

    secret, bare = ([median(column) for column in zip(*times[kind], strict=True)] for kind in ("encrypted", "plain"))
    board.ratio("bulk insert, encrypted", "no key", secret[0], bare[0], size=_SIZE, gate=1.7, aim=1.2)
    board.ratio("point read, encrypted, cold cache", "no key", secret[1], bare[1], size=_SIZE, gate=1.9, aim=1.1)
    board.ratio("commit of one change, encrypted", "no key", secret[2], bare[2], size=_SIZE, gate=2.0, aim=1.1)


def _measured(open_it: Callable[[], Store], rows: list[dict[str, object]], ids: list[object]) -> tuple[float, ...]:
    store = open_it()
    _, bulk = timed(lambda: _insert(store, rows, ids))
    store.close()
    store = open_it()
    chance = random.Random(7)  # noqa: S311 - which rows, no secret
    _, read = timed(lambda: _read(store, chance.sample(ids, _READS)))
    _, commit = timed(lambda: _commit(store, chance.sample(ids, _COMMITS)))
    store.close()
    return bulk, read / _READS, commit / _COMMITS


def _insert(store: Store, rows: list[dict[str, object]], ids: list[object]) -> None:
    now = dt.datetime.now(dt.UTC)
    same = {"office_code": "YRD", "visibility": "county", "created_at": now, "updated_at": now, "deleted": False}
    with store.writing(None, "import") as write:
        inserter = Inserter(write.connection, _TABLE, same)
        for at in range(0, len(rows), 2000):
            block = zip(rows[at : at + 2000], ids[at : at + 2000], strict=True)
            inserter.write([row | {"id": record} for row, record in block])


def _read(store: Store, ids: list[object]) -> None:
    with store.reading() as connection:
        cursor = connection.connection.cursor()
        for record in ids:
            found = cursor.execute("SELECT name, note FROM company WHERE id = ?", (record.bytes,)).fetchone()  # type: ignore[attr-defined]
            assert found is not None


def _commit(store: Store, ids: list[object]) -> None:
    for record in ids:
        with store.writing(None, "change") as write:
            write.connection.exec_driver_sql(
                "UPDATE company SET note = 'x' WHERE id = ?",
                (record.bytes,),  # type: ignore[attr-defined]
            )
