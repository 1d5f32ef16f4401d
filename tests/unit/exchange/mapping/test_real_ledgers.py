"""The two ledgers handed over with the task, and their like made here."""

from pathlib import Path

import pytest

from fj_desktop.exchange.mapping import mapped_report, propose, typed_rows, unmapped_report
from fj_desktop.exchange.reading.book import Book, CellValue, Sheet
from fj_desktop.libraries import CATALOG
from tests.unit.exchange.mapping.sheets import book, proposed, read

_LEDGERS = Path(__file__).resolve().parents[5] / "shared" / "data" / "ledgers"

_LAND_TEXTS = (
    "奉节县可招商土地及标准厂房台账（示例数据）||||||||||||||",
    "序号|地块编号|位置|面积||规划条件||||供应情况||控制指标|||联系人",
    "|||亩|平方米|用地性质|容积率|建筑密度|绿地率|状态|可交付时间|投资强度(万元/亩)|亩均税收(万元/亩)|土地产出率(万元/亩)|",
)
_LAND_HEADER: list[list[CellValue]] = [[text or None for text in line.split("|")] for line in _LAND_TEXTS]
_LAND_MERGED = [
    (0, 0, 0, 14), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4), (1, 5, 1, 8), (1, 9, 1, 10), (1, 11, 1, 13),
    (1, 14, 2, 14),
]  # fmt: skip
_LAND_ROW: list[CellValue] = [
    1, "FJ-2026-002", "朱衣镇示例地块", 102.76, 68506.67, "仓储物流", "1.0-2.0", "≥35%", "≤20%", "已供", "2027年3月",
    250, 8, 400, "向示例乙",
]  # fmt: skip


def _ledger(name: str, library: str) -> Book:
    path = _LEDGERS / name
    if not path.is_file():
        pytest.skip(f"NOT RUN: the ledger {path} is not there; its like made here is tested instead")
    from fj_desktop.exchange.reading import read_book

    return read_book(path)


@pytest.mark.parametrize(
    ("name", "library", "rows"), [("land-parcels.xlsx", "land", 40), ("entrepreneurs-gbk.csv", "entrepreneurs", 120)]
)
def test_every_column_of_the_given_ledgers_is_mapped(name: str, library: str, rows: int) -> None:
    given = _ledger(name, library)

    proposal = propose(given, CATALOG[library], CATALOG)

    assert unmapped_report(proposal) == []
    assert len(list(typed_rows(given.sheets[0], proposal, CATALOG[library], CATALOG))) == rows


@pytest.mark.parametrize("merged", [True, False], ids=["merged cells", "blank cells only"])
def test_the_land_ledger_is_mapped_whole(merged: bool) -> None:
    made = Book(
        "xlsx", "land.xlsx", [Sheet("可招商土地", False, [*_LAND_HEADER, _LAND_ROW], 1, _LAND_MERGED if merged else [])]
    )

    proposal = proposed("land", made)

    assert proposal.header_rows == (2, 3)
    assert unmapped_report(proposal) == []
    assert {"column": "面积/平方米", "fields": ["area_m2"]} in mapped_report(proposal)
    assert {"column": "控制指标/亩均税收(万元/亩)", "fields": ["tax_intensity_min"]} in mapped_report(proposal)


def test_a_row_of_the_land_ledger_becomes_typed_texts_with_units() -> None:
    made = Book("xlsx", "land.xlsx", [Sheet("可招商土地", False, [*_LAND_HEADER, _LAND_ROW], 1, _LAND_MERGED)])

    (row,) = read("land", made)

    assert row.row == 4
    assert row.bad == []
    assert row.source == "land.xlsx 可招商土地 第 4 行 序号 1"
    assert row.typed["area_m2"] == "68506.67㎡"
    assert row.typed["invest_intensity_min"] == "250万元/亩"
    assert (row.typed["far_min"], row.typed["far_max"]) == ("1.0", "2.0")
    assert (row.typed["address"], row.typed["town_id"]) == ("朱衣镇示例地块", "朱衣镇")
    assert row.headers["area_m2"] == "面积/亩、面积/平方米"


def test_the_entrepreneurs_ledger_is_mapped_whole() -> None:
    headers = "姓名|手机号码|企业名称|统一社会信用代码|职务|籍贯|所在城市|主营产业|投资意向|最近联系时间|备注"
    cells = "冉示例甲|13900000000|示例公司|91500236MA00000158|董事长|奉节县吐祥镇|上海市|眼镜|观望|46300|无"
    made = book(headers.split("|"), cells.split("|"))

    (row,) = read("entrepreneurs", made)

    assert unmapped_report(proposed("entrepreneurs", made)) == []
    assert row.typed["person_mobile"] == "13900000000"
    assert row.typed["person_native_place"] == "重庆市奉节县"
    assert row.typed["person_native_town"] == "吐祥镇"
    assert row.typed["person_last_contact_on"] == "46300"
