"""A block laid over a table: columns by place or by heading, units and dates as in an import, rows beyond the end."""

import uuid
from collections.abc import Iterator, Sequence

import pytest

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.bulk_plan import BulkPlan
from fj_desktop.services.desk import Desk
from fj_desktop.services.pasting import Onto
from tests.support.desks import open_desk

LAND = CATALOG["land"]
KEYS = ("name", "area_m2", "ready_on")


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = open_desk()
    yield made
    made.close()


def plots(desk: Desk, count: int) -> list[uuid.UUID]:
    return [desk.records.add(LAND, {"name": f"地块{at}"}) for at in range(count)]


def paste(
    desk: Desk, there: Sequence[uuid.UUID], plain: str, html: str = "", *, rows: int = 1, columns: int = 1
) -> BulkPlan:
    keys = [key for key in KEYS if key in CATALOG.by_key(LAND)]
    onto = Onto(LAND, keys, rows, columns)
    return desk.pasting.plan(onto, plain, html, lambda count: there[:count])


def texts(desk: Desk, record: uuid.UUID) -> dict[str, str]:
    return desk.bulk.texts(LAND, [record], ["name", "area_m2"])[record]


def test_cells_fill_the_columns_one_by_one_and_rows_beyond_become_records(desk: Desk) -> None:
    (first,) = plots(desk, 1)
    plan = paste(desk, [first], "甲\t１０亩\r\n乙\t2公顷\r\n")
    assert (len(plan.changes), plan.added, plan.refused) == (1, 1, [])
    desk.bulk.apply(plan, "paste")
    assert texts(desk, first) == {"name": "甲", "area_m2": "10 亩"}
    assert desk.browse.count(LAND) == 2


def test_a_row_of_our_own_headings_maps_the_columns_and_gives_their_units(desk: Desk) -> None:
    (first,) = plots(desk, 1)
    area = CATALOG.by_key(LAND)["area_m2"].heading
    plan = paste(desk, [first], f"{area}\t名称\n6000\t甲\n")
    desk.bulk.apply(plan, "paste")
    assert texts(desk, first) == {"name": "甲", "area_m2": "9 亩"}


def test_copied_with_headings_it_comes_back_the_same(desk: Desk) -> None:
    first, second = plots(desk, 2)
    desk.bulk.apply(desk.bulk.plan(LAND, {first: {"area_m2": "12.34亩"}}))
    plain, html = desk.copying.copy(LAND, [first], ["area_m2", "name"], headed=True)
    desk.bulk.apply(paste(desk, [second], plain, html), "paste")
    assert texts(desk, second) == texts(desk, first)


def test_one_cell_fills_all_that_are_selected(desk: Desk) -> None:
    records = plots(desk, 3)
    plan = paste(desk, records, "同名", rows=3)
    assert set(plan.changes) == set(records)
    assert not plan.rows


def test_a_blank_cell_clears_and_is_counted(desk: Desk) -> None:
    first, second = plots(desk, 2)
    desk.bulk.apply(desk.bulk.plan(LAND, {first: {"area_m2": "1亩"}, second: {"area_m2": "2亩"}}))
    plan = paste(desk, [first, second], "甲\t\n乙\t3亩\n")
    assert (plan.cleared, len(plan.changes)) == (1, 2)


def test_what_cannot_be_read_is_named_with_its_row(desk: Desk) -> None:
    records = plots(desk, 3)
    plan = paste(desk, records, "甲\t#REF!\n乙\t12\n丙\t3亩\t\t多余\n")
    assert [(one.row, one.text) for one in plan.refused] == [(1, "#REF!"), (2, "12"), (3, "多余")]
    assert len(plan.changes) == 3


def test_too_much_is_refused_before_it_is_checked(desk: Desk) -> None:
    with pytest.raises(UserError, match="分几次"):
        paste(desk, [], "x\ty", rows=150_000, columns=2)
