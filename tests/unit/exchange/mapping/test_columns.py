"""Which field a column comes to: units, repeated headers, numbers of other people, look-alikes."""

from collections.abc import Sequence

import pytest

from fj_desktop.exchange.mapping import mapped_report, remap, unmapped_report
from fj_desktop.exchange.reading.book import CellValue
from tests.unit.exchange.mapping.sheets import book, proposed, read, targets


def _field(library: str, header: str, value: CellValue = None, beside: Sequence[str] = ("姓名",)) -> tuple[str, ...]:
    made = book([*beside, header], [*("值" for _ in beside), value])
    return next(one.targets for one in proposed(library, made).columns if one.index == len(beside))


@pytest.mark.parametrize(
    "header",
    [
        "注册资本（万元）",
        "注册资本(万元）",
        "注册资本/万元",
        "注册资本：万元",
        "注册资本万元",
        "注册资本\n（单位：万元）",
        "*注册资本（万元）*",
        "3.注册资本（万元）",
        "（三）注册资本【万元】",
        "注 册 资 本",
        "注册资金",
        "注册资本(必填)",
        "Registered Capital (RMB 10k)",
    ],
)
def test_a_header_is_read_through_units_marks_numbering_and_blanks(header: str) -> None:
    assert _field("companies", header, 5000, beside=("企业名称", "法定代表人")) == ("reg_capital_wan",)


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("面积（亩）", "20亩"),
        ("面积(平方米)", "20㎡"),
        ("面积/公顷", "20公顷"),
        ("面积 亩", "20亩"),
        ("面积（万平方米）", "20万㎡"),
        ("Area (sqm)", "20㎡"),
        ("用地面积亩数", "20亩"),
    ],
)
def test_a_bare_number_takes_the_unit_of_its_header(header: str, text: str) -> None:
    rows = read("land", book(["地块名称", "用地性质", header], ["甲", "工业", 20]))

    assert rows[0].typed["area_m2"] == text


def test_a_unit_of_another_measure_leaves_the_column_out_and_says_so() -> None:
    made = book(["地块名称", "用地性质", "起始价（万元）"], ["甲", "工业", 800])

    proposal = proposed("land", made)

    assert unmapped_report(proposal) == ["起始价（万元）"]
    assert any("“起始价（万元）”的单位“万元”与“参考价”" in note for note in proposal.notes)


@pytest.mark.parametrize(
    ("library", "header"),
    [("companies", "固定资产投资强度"), ("land", "竞买保证金"), ("people", "部门"), ("entrepreneurs", "身份证号"),
     ("land", "容积率说明书编号"), ("opportunities", "投资回收期"), ("companies", "法人电话")],
)  # fmt: skip
def test_a_header_that_only_resembles_a_field_stays_unmapped(library: str, header: str) -> None:
    assert _field(library, header, "值", beside=("企业名称", "姓名", "名称", "备注")) == ()


def test_a_header_with_a_slip_of_the_pen_is_taken_when_its_cells_agree() -> None:
    assert _field("companies", "统一社会信用代玛", "91500236MA00000158", beside=("企业名称",)) == ("uscc",)
    assert _field("companies", "统一社会信用代玛", "不是代码", beside=("企业名称",)) == ()


def test_a_column_of_numbers_named_by_one_word_is_divided_by_what_it_holds() -> None:
    made = book(
        ["姓名", "联系方式"],
        ["甲", 13900000001],
        ["乙", "023-56550000"],
        ["丙", "a@example.com"],
        ["丁", "13900000002/02356550000"],
    )

    found = [row.typed for row in read("people", made)]

    assert [one.get("mobile") for one in found] == ["13900000001", None, None, "13900000002"]
    assert found[1]["phone"] == "023-56550000"
    assert found[2]["email"] == "a@example.com"
    assert found[3]["phone"].replace("-", "") == "02356550000"


def test_the_second_of_two_columns_of_numbers_fills_the_next_free_field() -> None:
    made = book(
        ["姓名", "联系电话", "联系电话"], ["甲", 13900000001, "13900000002"], ["乙", "13900000003", "13900000003"]
    )

    first, second = read("people", made)

    assert (first.typed["mobile"], first.typed["phone"]) == ("13900000001", "13900000002")
    assert second.typed == {"name": "乙", "mobile": "13900000003"}


def test_a_number_beside_a_column_of_mobiles_is_never_lost() -> None:
    made = book(["姓名", "手机", "固定电话", "联系电话"], ["甲", 13900000001, "023-56550000", "13900000009"])

    (row,) = read("people", made)

    assert row.typed["mobile"] == "13900000001"
    assert "13900000009" in row.typed["note"]


def test_the_number_behind_somebody_elses_name_is_not_taken_for_the_persons() -> None:
    made = book(
        ["姓名", "企业名称", "对接人", "联系电话"],
        ["甲", "公司一", "招商员丙", 13900000001],
        ["乙", "公司二", "招商员丁", 13900000002],
    )

    proposal = proposed("entrepreneurs", made)

    assert unmapped_report(proposal) == ["联系电话"]
    assert any("“联系电话”紧跟在“对接人”后面" in note for note in proposal.notes)


def test_the_number_behind_a_name_that_repeats_is_the_persons() -> None:
    made = book(
        ["姓名", "对接人", "联系电话"], ["甲", "丙", 13900000001], ["乙", "丙", 13900000002], ["丁", "丙", 13900000003]
    )

    assert unmapped_report(proposed("entrepreneurs", made)) == []


def test_a_repeated_header_is_told_and_never_wins_last() -> None:
    made = book(["姓名", "职务", "职务"], ["甲", "经理", "会长"])

    proposal = proposed("people", made)

    assert [one.targets for one in proposal.columns] == [("name",), ("title",), ()]
    assert "“职务”出现了 2 次，第 3 列没有导入。如需导入请手工选择字段。" in proposal.notes
    assert read("people", made)[0].typed["title"] == "经理"


def test_the_later_year_of_two_goes_before() -> None:
    made = book(
        ["企业名称", "2023年", None, "2024年", None],
        [None, "营业收入（万元）", "净利润（万元）", "营业收入（万元）", "净利润（万元）"],
        ["甲公司", 1, 2, 3, 4],
        merged=[(0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4)],
    )

    assert read("companies", made)[0].typed == {"name": "甲公司", "revenue_wan": "3万元", "net_profit_wan": "4万元"}


def test_a_column_that_counts_rows_is_kept_as_the_source_of_the_record() -> None:
    made = book(["编号", "地块编号", "名称"], [1, "A-1", "甲"], [2, "A-2", "乙"])

    proposal = proposed("land", made)

    assert targets(proposal)["编号"] == ("source_row",)
    assert read("land", made)[1].source == "台账.xlsx 台账 第 3 行 序号 2"


def test_a_column_of_codes_is_no_row_number() -> None:
    assert targets(proposed("land", book(["编号", "名称"], ["FJ-01", "甲"], ["FJ-02", "乙"])))["编号"] == ("parcel_no",)


def test_a_list_with_a_number_of_its_own_keeps_it() -> None:
    made = book(["序号", "项目名称"], [1, "甲"], [2, "乙"])

    assert [row.typed["seq"] for row in read("opportunities", made)] == ["1", "2"]


def test_several_columns_of_remarks_are_joined() -> None:
    made = book(["姓名", "备注", "其他说明"], ["甲", "好", "常来"], ["乙", None, "少来"], ["丙", "同", "同"])

    assert [row.typed.get("note") for row in read("people", made)] == ["好；常来", "少来", "同"]


def test_the_report_names_mapped_columns_and_filled_unmapped_ones() -> None:
    made = book(["姓名", "籍贯", "血型", "星座", None], ["甲", "重庆市奉节县", "A", None, "散落"])

    proposal = proposed("people", made)

    assert mapped_report(proposal)[0] == {"column": "姓名", "fields": ["name"]}
    assert mapped_report(proposal)[1] == {"column": "籍贯", "fields": ["native_place", "native_town", "note"]}
    assert unmapped_report(proposal) == ["血型", "第 5 列"]


def test_the_reasons_of_an_earlier_import_are_neither_mapped_nor_told() -> None:
    made = book(["姓名", "手机", "未导入原因"], ["甲", "1", "“手机”应为 11 位"])

    proposal = proposed("people", made)

    assert unmapped_report(proposal) == []
    assert list(read("people", made)[0].typed) == ["name", "mobile"]


def test_refused_rows_given_back_with_joined_headers_are_mapped_again() -> None:
    headers = [
        "序号",
        "位置",
        "面积/亩",
        "面积/平方米",
        "规划条件/用地性质",
        "控制指标/投资强度(万元/亩)",
        "未导入原因",
    ]
    made = book(headers, [1, "草堂镇", 20, 13333.33, "工业", 150, "原因"])

    (row,) = read("land", made)

    assert unmapped_report(proposed("land", made)) == []
    assert (row.typed["area_m2"], row.typed["invest_intensity_min"]) == ("13333.33㎡", "150万元/亩")


def test_a_person_may_map_a_column_otherwise_and_back() -> None:
    made = book(["姓名", "籍贯", "血型"], ["甲", "重庆市奉节县吐祥镇", "A"])
    proposal = proposed("people", made)

    changed = remap(remap(proposal, 1, ()), 2, ("note",))
    back = remap(changed, 1, ("native_place", "native_town", "note"))

    assert read("people", made, changed)[0].typed == {"name": "甲", "note": "A"}
    assert read("people", made, back)[0].typed["native_town"] == "吐祥镇"


def test_a_person_may_give_a_column_its_unit() -> None:
    made = book(["名称", "面积", "备注"], ["甲", 20, None])
    proposal = proposed("land", made)

    assert read("land", made, remap(proposal, 1, ("area_m2",), unit="亩"))[0].typed["area_m2"] == "20亩"


def test_a_computed_field_is_known_and_not_imported() -> None:
    made = book(["名称", "资源类别", "提供线索数"], ["甲商会", "行业协会", 7])

    proposal = proposed("outposts", made)

    assert unmapped_report(proposal) == []
    assert "leads_provided" not in read("outposts", made)[0].typed
    assert any("由程序计算" in note for note in proposal.notes)
