"""What the cells of a record become: texts as a person would type them, or a bad cell with its reason."""

import datetime as dt
from decimal import Decimal

import pytest

from fj_desktop.exchange.reading.book import CellError, CellValue, RuinedNumber
from tests.unit.exchange.mapping.sheets import book, proposed, read


def _one(library: str, header: str, value: CellValue, key: str) -> str | None:
    (row,) = read(library, book(["企业名称", "姓名", "名称", header], ["甲公司", "张三", "甲", value]))
    return row.typed.get(key)


def _bad(library: str, header: str, value: CellValue) -> str:
    (row,) = read(library, book(["企业名称", "姓名", "名称", header], ["甲公司", "张三", "甲", value]))
    (bad,) = row.bad
    assert bad.column == header
    return bad.reason


@pytest.mark.parametrize("value", [13800138000, 13800138000.0, Decimal(13800138000), "13800138000"])
def test_a_mobile_stored_as_a_number_is_fine(value: CellValue) -> None:
    assert _one("people", "手机", value, "mobile") == "13800138000"


def test_a_fixed_line_stored_as_a_number_gets_its_zero_back() -> None:
    assert _one("people", "固定电话", 2356550000, "phone") == "02356550000"
    assert _one("people", "固定电话", 4008001234, "phone") == "4008001234"


@pytest.mark.parametrize("header", ["统一社会信用代码", "备注"])
def test_digits_ruined_by_the_spreadsheet_are_refused_and_never_guessed(header: str) -> None:
    reason = _bad("companies", header, RuinedNumber("9.15002E+17"))

    assert reason == "号码在 Excel 里被存成数字，后几位已丢失，请在原表设为文本后重新填写"


def test_a_failed_formula_is_refused_by_its_name() -> None:
    assert "#N/A" in _bad("companies", "注册资本", CellError("#N/A"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (dt.date(2025, 7, 4), "2025-07-04"),
        (dt.datetime(2025, 7, 4), "2025-07-04"),
        ("2025.7.4", "2025.7.4"),
        (46300, "2026-10-05"),
        (46300.0, "2026-10-05"),
        (20250704, "20250704"),
    ],
)
def test_dates_in_any_shape_reach_a_date_field(value: CellValue, text: str) -> None:
    assert _one("people", "最近联系时间", value, "last_contact_on") == text


def test_a_month_typed_as_a_number_is_refused_where_it_may_be_january_or_october() -> None:
    assert "1 月还是 10 月" in _bad("people", "最近联系时间", 2025.1)
    assert _one("people", "最近联系时间", 2025.7, "last_contact_on") == "2025.7"


def test_a_date_in_a_text_field_is_written_as_iso() -> None:
    assert _one("people", "备注", dt.datetime(2025, 7, 4, 9, 30), "note") == "2025-07-04 09:30"


def test_truth_values_are_words() -> None:
    assert _one("funding", "财务资料齐备", True, "financials_ok") == "是"


@pytest.mark.parametrize("value", ["-", "—", "/", " ", "——"])
def test_a_dash_means_nothing_where_the_field_takes_no_dash(value: str) -> None:
    made = book(["姓名", "手机", "最近联系时间", "对接人"], ["张三", 13800138000, value, value])

    assert read("people", made)[0].typed == {"name": "张三", "mobile": "13800138000"}


def test_a_dash_in_free_text_stays() -> None:
    assert _one("people", "备注", "-", "note") == "-"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5000, "5000元"),
        ("5,000", "5,000元"),
        ("１２．５", "12.5元"),
        ("1.2亿", "1.2亿"),
        ("5000万元", "5000万元"),
        (0.1 + 0.2, "0.3元"),
        ("面议", "面议"),
    ],
)
def test_only_bare_numbers_take_the_headers_unit(value: CellValue, text: str) -> None:
    assert _one("companies", "注册资本（元）", value, "reg_capital_wan") == text


def test_money_without_any_unit_keeps_the_fields_own() -> None:
    assert _one("companies", "注册资本", 5000, "reg_capital_wan") == "5000"


def test_money_too_large_for_its_unit_is_told_once() -> None:
    made = book(["企业名称", "注册资本"], ["甲", 50_000_000], ["乙", 80_000_000], ["丙", None])

    assert len([note for note in proposed("companies", made).notes if "请核对单位是不是元" in note]) == 1


def test_an_area_without_unit_is_asked_for_and_told_once() -> None:
    made = book(["名称", "用地性质", "面积"], ["甲", "工业", 20], ["乙", "工业", "30"], ["丙", "工业", "12亩"])

    first, second, third = read("land", made)

    assert [one.reason[:4] for one in (*first.bad, *second.bad)] == ["缺少单位", "缺少单位"]
    assert third.typed["area_m2"] == "12亩"
    assert len([note for note in proposed("land", made).notes if "“面积”没有写单位" in note]) == 1


def test_two_units_of_one_area_agree_and_the_finer_is_taken() -> None:
    made = book(["名称", "面积（亩）", "面积（㎡）"], ["甲", 102.76, 68506.67], ["乙", 20, None], ["丙", None, 3000])

    assert [row.typed["area_m2"] for row in read("land", made)] == ["68506.67㎡", "20亩", "3000㎡"]


def test_two_units_of_one_area_that_disagree_refuse_the_row_and_name_both() -> None:
    (row,) = read("land", book(["名称", "面积（亩）", "面积（㎡）"], ["甲", 20, 15000]))

    assert "area_m2" not in row.typed
    assert [one.reason for one in row.bad] == [
        "“面积（亩）”与“面积（㎡）”填的不一致（20亩、15000㎡），请核对后改成一致或只留一个"
    ]


def test_percentages_stored_as_fractions_are_turned_and_told() -> None:
    made = book(["名称", "绿地率", "建筑密度"], ["甲", 0.2, 0.35], ["乙", 0.155, 1], ["丙", "≤20%", None])

    first, second, third = read("land", made)

    assert first.typed["building_density_pct"] == "35"
    assert second.typed["building_density_pct"] == "100"
    assert third.typed["green_max_pct"] == "≤20%"
    assert first.typed["green_max_pct"] == "0.2", "other cells of the column tell that numbers are percent already"
    assert "“建筑密度”的数都不大于 1，按小数换算成百分数（0.35 即 35%），请核对。" in proposed("land", made).notes


def test_percentages_above_one_stay_as_they_are() -> None:
    made = book(["名称", "绿地率"], ["甲", 0.5], ["乙", 20])

    assert [row.typed["green_max_pct"] for row in read("land", made)] == ["0.5", "20"]


def test_a_cell_merged_over_rows_holds_for_each_of_them() -> None:
    made = book(
        ["企业名称", "姓名", "手机"],
        ["甲公司", "张三", 13900000001],
        [None, "李四", 13900000002],
        ["乙公司", "王五", 13900000003],
        merged=[(1, 0, 2, 0)],
    )

    assert [row.typed["company_name"] for row in read("entrepreneurs", made)] == ["甲公司", "甲公司", "乙公司"]


def test_a_merged_cell_makes_no_record_of_a_blank_row() -> None:
    made = book(["企业名称", "姓名"], ["甲公司", "张三"], [None, None], ["乙公司", "李四"], merged=[(1, 0, 2, 0)])

    assert [row.row for row in read("entrepreneurs", made)] == [2, 4]


def test_a_column_of_its_own_goes_before_a_divided_one() -> None:
    made = book(["名称", "位置", "所在乡镇"], ["甲", "草堂镇某处", "白帝镇"], ["乙", "草堂镇某处", None])

    first, second = read("land", made)

    assert first.typed["town_id"] == "白帝镇"
    assert (second.typed["town_id"], second.derived) == ("草堂镇", frozenset({"address", "town_id"}))


def test_province_and_county_in_two_columns_make_one_region() -> None:
    made = book(["企业名称", "所在省份", "地区"], ["甲公司", "重庆市", "奉节县"])

    assert read("companies", made)[0].typed["reg_division"] == "重庆市奉节县"


def test_remarks_from_several_columns_stand_on_lines_of_their_own() -> None:
    made = book(["姓名", "民族", "备注"], ["张三", "土家族", "好"])

    assert read("people", made)[0].typed["note"] == "好\n民族：土家族"


def test_a_note_keeps_the_unit_of_its_header() -> None:
    made = book(["姓名", "企业名称", "年产值（万元）"], ["张三", "甲公司", 8000])

    assert read("entrepreneurs", made)[0].typed["person_note"] == "年产值：8000万元"
