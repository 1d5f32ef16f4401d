"""Blank templates: every field that can be filled in, with its unit, choices and explanation, and no row of data."""

import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from fj_desktop.core.catalog import Catalog, Surface
from fj_desktop.core.field import Library, Record, field
from fj_desktop.core.kinds import Area, Choice, Day, IdNumber, Kind, Link, Mobile, MultiChoice, Ref, Text, Whole, YesNo
from fj_desktop.exchange.sheets_out import write_template
from fj_desktop.exchange.sheets_out.examples import example_of
from fj_desktop.libraries import CATALOG
from tests.unit.exchange.sheets_out.written import cells_of, sheet_of


class Owner(Record):
    table, library, title = "owner", "owners", "业主库"

    name = field("业主", Text(60), needed="save")
    mobile = field("手机", Mobile(), sensitivity="S2")


class Agent(Record):
    table, library, title = "agent", "agents", "中介库"

    name = field("中介", Text(60), needed="save")


class Plot(Record):
    table, library, title = "plot", "plots", "地块/试验库"
    purpose = "试验"

    name = field("名称", Text(60), needed="save", group="身份", note="写全称")
    owner_id = field("业主", Link("owner", "owner_"), needed="save")
    agent_id = field("中介", Link("agent", "agent_"))
    area = field("面积", Area(), needed="发布", group="面积")
    use = field("用途", Choice("工业", "商业"), needed="complete")
    pipes = field("配套", MultiChoice("水", "电", "气"))
    gas = field("燃气", YesNo())
    ready_on = field("交付日", Day())
    near_id = field("相邻地块", Ref("plot"))
    grade = field("等级", Choice(*(f"第{number}级别名称很长很长" for number in range(40))))
    marks = field("说明", Choice("甲,乙", '丙"丁'))
    floors = field("规模", Whole("栋"))
    score = field("得分", Whole(), computed=True)


SMALL = Catalog([Plot, Owner, Agent])


def written(tmp_path: Path, options: dict[str, list[str]] | None = None) -> Path:
    out = tmp_path / "模板.xlsx"
    write_template(out, Plot, SMALL, options=options)
    return out


def column_of(sheet: Worksheet, heading: str) -> str:
    return next(cell.column_letter for cell in sheet[1] if cell.value == heading)


def dropdown_of(sheet: Worksheet, heading: str) -> DataValidation:
    letter = column_of(sheet, heading)
    return next(rule for rule in sheet.data_validations.dataValidation if f"{letter}2" in rule.sqref)


def test_the_data_sheet_has_a_heading_for_every_field_that_can_be_filled_in_and_nothing_below(tmp_path: Path) -> None:
    out = written(tmp_path)

    headings = ["*名称", "*业主", "手机", "中介", "面积（㎡）", "用途", "配套", "燃气", "交付日", "相邻地块"]
    assert cells_of(out) == [[*headings, "等级", "说明", "规模（栋）"]]
    assert sheet_of(out).title == "地块 试验库"


def test_a_required_heading_is_red_and_starred_and_a_linked_record_only_asks_when_it_is_begun(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path))

    assert sheet["A1"].font.color.rgb.endswith("BE3128")
    assert not sheet["E1"].font.color.rgb.endswith("BE3128")
    assert "填了“中介”的任一列时必填" in sheet["D1"].comment.text


def test_sections_have_tints_of_their_own(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path))

    assert len({sheet[f"{letter}1"].fill.start_color.rgb for letter in "ABDE"}) == 4


def test_the_note_on_a_heading_says_unit_hint_help_and_example(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path))

    assert "写全称" in sheet["A1"].comment.text
    for part in ("单位：㎡", "发布前要补上", "如 102.76亩", "例：102.76亩"):
        assert part in sheet["E1"].comment.text


def test_closed_fields_have_dropdowns_that_refuse_other_words(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path))

    use = dropdown_of(sheet, "用途")
    assert use.formula1 == '"工业,商业"'
    assert use.showErrorMessage
    assert use.errorStyle in (None, "stop")
    assert dropdown_of(sheet, "燃气").formula1 == '"是,否"'


def test_several_choices_may_be_typed_behind_one_another(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path))

    assert dropdown_of(sheet, "配套").formula1 == '"水,电,气"'
    assert not dropdown_of(sheet, "配套").showErrorMessage


def test_references_offer_the_names_given_and_ask_about_others(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path, {"near_id": ["一号", "=1+1"]}))

    near = dropdown_of(sheet, "相邻地块")
    assert near.formula1 == '"一号,=1+1"'
    assert near.errorStyle == "warning"


def test_long_lists_and_names_with_commas_stand_on_a_hidden_sheet_as_plain_text(tmp_path: Path) -> None:
    out = written(tmp_path, {"near_id": [f"=地块{number}" for number in range(300)]})

    book = openpyxl.load_workbook(out)
    assert book["选项"].sheet_state == "hidden"
    for heading, size in (("等级", 40), ("说明", 2), ("相邻地块", 300)):
        rule = dropdown_of(book.worksheets[0], heading)
        place = re.fullmatch(r"'选项'!\$([A-Z]+)\$1:\$([A-Z]+)\$(\d+)", rule.formula1)
        assert place is not None
        assert int(place[3]) == size
        column = [cell for cell in book["选项"][place[1]] if cell.value is not None]
        assert len(column) == size
        assert {cell.data_type for cell in column} == {"s"}
    assert book["选项"].max_column == 3


def test_empty_cells_are_ready_for_codes_dates_and_numbers(tmp_path: Path) -> None:
    sheet = sheet_of(written(tmp_path))

    formats = {
        heading: sheet.column_dimensions[column_of(sheet, heading)].number_format
        for heading in ("手机", "交付日", "规模（栋）", "*名称")
    }
    assert formats == {"手机": "@", "交付日": "yyyy-mm-dd", "规模（栋）": "General", "*名称": "@"}


def test_the_guide_has_a_row_for_each_column_with_an_example(tmp_path: Path) -> None:
    rows = list(sheet_of(written(tmp_path), "填写说明").values)

    header = next(place for place, row in enumerate(rows) if row[1] == "列名")
    assert rows[header] == ("分组", "列名", "单位", "必填", "可选值", "说明", "示例")
    table = {row[1]: row for row in rows[header + 1 :]}
    assert len(table) == 13
    assert table["*名称"][:4] == ("身份", "*名称", None, "必填")
    assert table["面积（㎡）"][2:4] == ("㎡", "发布前要补上")
    assert table["面积（㎡）"][6] == "102.76亩"
    assert table["配套"][4] == "水、电、气"
    assert "40 项" in str(table["等级"][4])


@pytest.mark.parametrize("library", [one for one in CATALOG if not one.closed], ids=lambda library: library.library)
def test_every_library_has_a_template_and_its_headings_are_those_of_its_surface(
    library: Library, tmp_path: Path
) -> None:
    out = tmp_path / "模板.xlsx"

    write_template(out, library, CATALOG)

    (header,) = cells_of(out)
    assert [text.lstrip("*") for text in header] == [
        one.heading for one in CATALOG.surface(library) if one.field.from_sheets
    ]
    assert all(cell.data_type == "s" for row in sheet_of(out, "填写说明").iter_rows() for cell in row if cell.value)


def _kinds() -> list[tuple[str, Kind]]:
    surfaces: list[tuple[Library, Surface]] = [
        (library, one) for library in CATALOG for one in CATALOG.surface(library)
    ]
    return [(f"{library.library}.{one.key}", one.field.kind) for library, one in surfaces]


@pytest.mark.parametrize(("name", "kind"), _kinds(), ids=[name for name, _ in _kinds()])
def test_an_example_is_taken_by_its_field(name: str, kind: Kind) -> None:
    if example := example_of(kind):
        kind.parse(example)
    else:
        assert isinstance(kind, Text | Ref | IdNumber) or kind.many, f"{name} has no example"
