"""Where the header stands, which sheet is meant, and which rows are no records."""

import pytest

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.mapping import propose, with_header, with_sheet
from fj_desktop.exchange.reading.book import Book, CellValue
from fj_desktop.libraries import CATALOG
from tests.unit.exchange.mapping.sheets import book, proposed, read, sheet, targets


def test_a_header_below_a_title_a_form_line_and_a_blank_row_is_found() -> None:
    made = book(
        ["2026年奉节县驻点招商企业家信息表"],
        ["所属片组：长三角组    填报人：示例甲    联系电话：13900000000    填报时间：2026.11.20"],
        [],
        ["序号", "姓名", "企业名称", "联系电话"],
        [1, "张三", "示例公司", "13900000001"],
        merged=[(0, 0, 0, 3), (1, 0, 1, 3)],
    )

    proposal = proposed("entrepreneurs", made)

    assert proposal.header_rows == (4,)
    assert [row.row for row in read("entrepreneurs", made)] == [5]


def test_a_form_line_in_cells_of_its_own_is_not_taken_for_the_header() -> None:
    made = book(
        ["填报单位：", "县招商中心", "联系人：", "张三", "联系电话："],
        ["姓名", "性别", "职务", "手机", "备注"],
        ["李四", "男", "经理", 13900000001, None],
    )

    assert proposed("people", made).header_rows == (2,)


def test_a_sheet_with_a_single_column_of_names_is_enough() -> None:
    made = book(["企业名称"], ["甲公司"], ["乙公司"])

    assert [row.typed for row in read("companies", made)] == [{"name": "甲公司"}, {"name": "乙公司"}]


def test_a_file_without_a_header_is_refused_and_the_expected_columns_are_named() -> None:
    made = book(["甲", "乙", "丙"], [1, 2, 3])

    with pytest.raises(RefusedFileError, match=r"找不到“可招商土地库”的表头.*“名称”"):
        proposed("land", made)


def test_an_empty_file_is_refused_in_the_same_words() -> None:
    with pytest.raises(RefusedFileError, match="表头"):
        propose(Book("csv", "空.csv", [sheet()]), CATALOG["people"], CATALOG)


def test_sums_footnotes_captions_and_repeated_headers_are_left_out_with_their_reason() -> None:
    header = ["序号", "企业名称", "注册资本（万元）", "备注"]
    made = book(
        header,
        ["一、工业企业"],
        [1, "甲公司", 100, None],
        [None, "小计", 100, None],
        header,
        [2, "乙公司", 200, "好"],
        [],
        ["合计", None, 300, None],
        ["说明：1.每周五报送；"],
        ["2.节假日顺延。"],
        ["填表人：张三", None, "审核人：李四", None],
    )

    proposal = proposed("companies", made)

    assert {one.row: one.reason for one in proposal.left_out} == {
        2: "分组标题", 4: "合计行", 5: "重复的表头", 8: "合计行", 9: "说明或落款", 10: "说明或落款", 11: "说明或落款",
    }  # fmt: skip
    assert [row.typed["name"] for row in read("companies", made)] == ["甲公司", "乙公司"]


def test_the_second_row_of_a_repeated_two_level_header_is_left_out_too() -> None:
    header = [["序号", "名称", "面积", None], [None, None, "亩", "平方米"]]
    made = book(
        *header,
        [1, "甲地块", 3, 2000],
        *header,
        [2, "乙地块", 6, 4000],
        merged=[(0, 2, 0, 3), (0, 0, 1, 0), (0, 1, 1, 1)],
    )

    assert [row.typed["name"] for row in read("land", made)] == ["甲地块", "乙地块"]


def test_a_company_whose_name_holds_a_word_for_sums_stays_a_record() -> None:
    made = book(["企业名称", "联系人", "备注"], ["合计划科技有限公司", "张三", "好"], ["总计量设备公司", "李四", "好"])

    assert len(read("companies", made)) == 2


def test_rows_numbered_in_advance_without_content_are_no_records() -> None:
    made = book(["序号", "姓名", "手机"], [1, "张三", 13900000001], [2, None, None], [3, None, " "])

    assert [row.row for row in read("people", made)] == [2]


def test_a_row_filled_only_in_unmapped_columns_is_not_dropped_in_silence() -> None:
    made = book(["姓名", "手机", "血型"], ["张三", 13900000001, "A"], [None, None, "B"])

    rows = read("people", made)

    assert [row.typed for row in rows] == [{"name": "张三", "mobile": "13900000001"}, {}]


def test_the_sheet_with_the_most_known_columns_is_chosen_and_the_others_are_told() -> None:
    group = (["姓名", "手机", "职务"], ["张三", 13900000001, "经理"])
    made = Book(
        "xlsx",
        "a.xlsx",
        [sheet(["填表说明"], ["一、按月报送"]), sheet(*group, name="长三角"), sheet(*group, name="大湾区")],
    )

    proposal = proposed("people", made)

    assert proposal.sheet_index == 1
    assert [one.mapped for one in proposal.sheets] == [0, 3, 3]
    assert "工作表“大湾区”的表头相同，请逐张导入。" in proposal.notes


def test_a_hidden_sheet_is_not_preferred_to_a_visible_one() -> None:
    hidden = sheet(["姓名", "手机", "职务"], ["甲", 13900000001, "经理"], hidden=True)
    visible = sheet(["姓名", "手机"], ["乙", 13900000002])

    assert proposed("people", Book("xlsx", "a.xlsx", [hidden, visible])).sheet_index == 1


def test_a_header_without_rows_gives_way_to_the_same_header_with_rows() -> None:
    header = ["姓名", "手机"]

    made = Book("xlsx", "a.xlsx", [sheet(header), sheet(header, ["张三", 13900000001])])

    assert proposed("people", made).sheet_index == 1


def test_a_chosen_sheet_is_read_even_when_another_fits_better() -> None:
    made = Book(
        "xlsx",
        "a.xlsx",
        [sheet(["姓名", "手机", "职务"], ["甲", 13900000001, "经理"]), sheet(["姓名", "手机"], ["乙", 13900000002])],
    )

    proposal = with_sheet(made, 1, CATALOG["people"], CATALOG)

    assert proposal.sheet_index == 1
    assert [row.typed["name"] for row in read("people", made, proposal)] == ["乙"]


def test_a_chosen_sheet_without_a_header_is_refused_by_its_name() -> None:
    made = Book("xlsx", "a.xlsx", [sheet(["姓名", "手机"], ["甲", 1]), sheet(["x"], ["y"], name="其他")])

    with pytest.raises(RefusedFileError, match="工作表“其他”中找不到"):
        with_sheet(made, 1, CATALOG["people"], CATALOG)


def test_a_chosen_header_row_holds_whatever_its_words_are() -> None:
    made = book(["姓名", "手机"], ["名儿", "号儿"], ["张三", 13900000001])

    proposal = with_header(made, 0, 2, CATALOG["people"], CATALOG)

    assert proposal.header_rows == (2,)
    assert targets(proposal) == {"名儿": (), "号儿": ()}


def test_a_chosen_header_row_that_is_not_there_is_refused() -> None:
    with pytest.raises(RefusedFileError, match="没有第 9 行"):
        with_header(book(["姓名"], ["张三"]), 0, 9, CATALOG["people"], CATALOG)


def test_a_merged_header_over_two_columns_does_not_swallow_the_first_record() -> None:
    made = book(
        ["姓名", "联系电话", None, "职务"],
        ["张三", "13900000001", "023-56550000", "经理"],
        ["李四", "13900000002", None, "经理"],
        merged=[(0, 1, 0, 2)],
    )

    assert [row.row for row in read("people", made)] == [2, 3]


def test_a_line_above_the_header_gives_the_unit_of_amounts() -> None:
    made = book(["企业情况表"], ["单位：亿元"], ["企业名称", "注册资本", "总资产（万元）"], ["甲公司", 2, 300])

    (row,) = read("companies", made)

    assert row.typed["reg_capital_wan"] == "2亿元"
    assert row.typed["assets_wan"] == "300万元"


def test_who_fills_in_a_form_is_not_taken_for_a_unit() -> None:
    made = book(["填报单位：元宝公司"], ["企业名称", "注册资本"], ["甲公司", 2])

    assert read("companies", made)[0].typed["reg_capital_wan"] == "2"


@pytest.mark.parametrize("numbers", [[1, 2, 3, 4], ["（1）", "（2）", "（3）", "（4）"], ["甲", "乙", 1, 2]])
def test_a_row_that_numbers_the_columns_is_left_out(numbers: list[CellValue]) -> None:
    made = book(["企业名称", "法定代表人", "注册资本（万元）", "职工人数"], numbers, ["甲公司", "张三", 100, 20])

    assert [one.reason for one in proposed("companies", made).left_out] == ["列的编号"]
    assert [row.typed["name"] for row in read("companies", made)] == ["甲公司"]


def test_a_row_that_shows_how_to_fill_in_the_others_is_left_out() -> None:
    made = book(
        ["序号", "姓名", "手机", "职务", "备注"],
        ["示例", "王某", 13800138000, "经理", "好"],
        [1, "张三", 13900000001, "经理", "好"],
    )

    assert [row.typed["name"] for row in read("people", made)] == ["张三"]


def test_a_header_merged_over_two_columns_with_one_filled_is_not_told_as_repeated() -> None:
    made = book(["姓名", None, "手机"], ["张三", None, 13900000001], merged=[(0, 0, 0, 1), (1, 0, 1, 1)])

    assert proposed("people", made).notes == ()
