"""Long work is stopped at any moment and leaves everything as it was (R-16)."""

import hashlib
import random
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fj_desktop.assets import asset
from fj_desktop.core.progress import Cancelled, Progress
from fj_desktop.libraries import CATALOG
from fj_desktop.services import row_writer
from fj_desktop.services.browse import Filter, Wanted
from fj_desktop.services.demo import load
from fj_desktop.services.desk import Desk
from fj_desktop.store import watching
from tests.support.desks import open_desk, open_file_desk
from tests.unit.exchange.mapping.sheets import book

COMPANIES = CATALOG["companies"]
ROWS = 300
POINTS = 10


class StopsAt:
    """A progress that is stopped at one of its looks; ``looks`` counts them."""

    def __init__(self, look: int | None = None) -> None:
        self.looks, self._last = 0, look

    def check(self) -> None:
        self.looks += 1
        if self._last is not None and self.looks >= self._last:
            raise Cancelled

    def at(self, done: int, total: int | None, text: str = "") -> None:
        self.check()


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk that looks at the person's wish far more often, so that many moments can be tried."""
    monkeypatch.setattr(watching, "_LOOK_EVERY", 500)
    made = open_desk()
    yield made
    made.close()


def state(desk: Desk) -> str:
    """All that the store holds, in one word."""
    told = hashlib.sha256()
    with desk.records._store.reading() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        for (name,) in tables.fetchall():
            if not str(name).startswith("_fts"):
                rows = connection.exec_driver_sql(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()  # noqa: S608
                told.update(repr((name, rows)).encode())
    return told.hexdigest()


def stops(desk: Desk, work: Callable[[Progress], object], growth: float = 1.4) -> int:
    """Stop the work at moments chosen by chance; each time all is as before. Then let it end; tells how often."""
    before, stopped = state(desk), 0
    chance = random.Random(16)  # noqa: S311 - moments, no secret
    looks = 1
    while True:
        try:
            work(StopsAt(looks))
        except Cancelled:
            assert state(desk) == before
            stopped += 1
            looks = int(looks * growth) + chance.randrange(1, 4)
        else:
            return stopped


def filled(desk: Desk) -> uuid.UUID:
    rows = [(f"第{number}号光学有限公司", "镜片", f"张{number}") for number in range(ROWS)]
    sheet = book(("企业名称", "主营产品", "联系人"), *rows)
    importing = desk.importing
    result = importing.apply(importing.plan(sheet, importing.propose(sheet, COMPANIES), COMPANIES))
    assert result.added == ROWS
    assert result.batch is not None
    return result.batch


def test_an_import_is_stopped_while_it_checks_and_while_it_writes(desk: Desk) -> None:
    rows = [(f"第{number}号光学有限公司", "镜片", f"张{number}") for number in range(ROWS)]
    sheet = book(("企业名称", "主营产品", "联系人"), *rows)
    importing = desk.importing
    proposal = importing.propose(sheet, COMPANIES)
    assert stops(desk, lambda progress: importing.plan(sheet, proposal, COMPANIES, progress=progress))
    plan = importing.plan(sheet, proposal, COMPANIES)
    assert stops(desk, lambda progress: importing.apply(plan, progress=progress)) >= POINTS
    assert desk.browse.count(COMPANIES) == ROWS


def test_taking_an_import_back_is_stopped(desk: Desk) -> None:
    batch = filled(desk)
    assert stops(desk, lambda progress: desk.importing.undo(batch, progress)) >= POINTS
    assert desk.browse.count(COMPANIES) == 0


def test_undo_and_redo_are_stopped(desk: Desk) -> None:
    filled(desk)
    assert stops(desk, lambda progress: desk.undoing.undo(0, progress)) >= POINTS
    assert stops(desk, lambda progress: desk.undoing.redo(0, progress)) >= POINTS
    assert desk.browse.count(COMPANIES) == ROWS


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".pdf"])
def test_an_export_is_stopped_and_leaves_no_file(desk: Desk, tmp_path: Path, suffix: str) -> None:
    filled(desk)
    out = tmp_path / f"out{suffix}"
    with pytest.raises(Cancelled):
        desk.exporting.export(COMPANIES, out, progress=StopsAt(2))
    assert list(tmp_path.iterdir()) == []
    looks = StopsAt()
    desk.exporting.export(COMPANIES, out, progress=looks)
    out.unlink()
    for share in (3, 2):
        with pytest.raises(Cancelled):
            desk.exporting.export(COMPANIES, out, progress=StopsAt(looks.looks * (share - 1) // share))
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(order=(("main_products", True),)),
        Wanted(filters=(Filter("main_products", "contains", ("片",)),)),
        Wanted(text="光学"),
    ],
    ids=["all", "sorted", "filtered", "searched"],
)
def test_a_listing_is_stopped_within_its_one_statement(desk: Desk, wanted: Wanted) -> None:
    filled(desk)
    assert stops(desk, lambda progress: desk.browse.open(COMPANIES, wanted, progress))
    assert len(desk.browse.open(COMPANIES, wanted)) == ROWS


def test_filling_the_demo_desk_is_stopped(desk: Desk) -> None:
    store = desk.records._store
    assert stops(desk, lambda progress: load(store, desk, asset("db/demo"), progress), growth=6)
    assert desk.browse.count(CATALOG["entrepreneurs"])


def test_a_sheet_twice_as_long_costs_twice_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_LOOK_EVERY", 500)
    monkeypatch.setattr(row_writer, "_BLOCK", 20)
    people, looks = CATALOG["entrepreneurs"], list[int]()
    desk = open_file_desk(tmp_path)
    for count, digit in ((300, 1), (600, 2)):
        lines = [(f"张{at:03}", f"13{digit}{at:08}", f"夔{digit}{at}光学有限公司") for at in range(count)]
        sheet = book(("姓名", "手机", "企业名称"), *lines)
        plan = desk.importing.plan(sheet, desk.importing.propose(sheet, people), people)
        counting = StopsAt()
        assert desk.importing.apply(plan, progress=counting).added == count
        looks.append(counting.looks)
    desk.close()
    assert looks[1] < 2.4 * looks[0], looks
