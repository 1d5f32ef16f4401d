"""Tables as workbooks: typed, readable, harmless, and whole or not at all."""

import datetime as dt
import getpass
import re
import socket
import tempfile
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from fj_desktop.core.kinds import (
    Amount,
    Area,
    Choice,
    CreditCode,
    Day,
    Degrees,
    Mobile,
    Moment,
    Money,
    Region,
    Tags,
    Text,
    Whole,
    Year,
    YesNo,
)
from fj_desktop.core.progress import Cancelled
from fj_desktop.errors import UserError
from fj_desktop.exchange.sheets_out import Stamp, streaming, write_workbook
from tests.unit.exchange.sheets_out.written import (
    FORMULAS,
    STAMP,
    StoppedAfter,
    cells_of,
    sheet_of,
    sheet_parts,
    surface,
)

NAME = surface("名称", Text(100))
AREA = surface("面积", Area())
PRICE = surface("参考价", Money(), sensitivity="S2", note="谈判用")
MOBILE = surface("手机", Mobile(), sensitivity="S2")


def test_each_kind_gives_a_cell_of_its_own_type(tmp_path: Path) -> None:
    out = tmp_path / "土地.xlsx"
    columns = [NAME, AREA, surface("交付", Day()), surface("登记", Moment()), surface("户数", Whole("户"))]
    moment = dt.datetime(2025, 7, 4, 1, 30, tzinfo=dt.UTC)

    write_workbook(
        out, "土地", columns, [["一号地块", Decimal("68506.69"), dt.date(2025, 7, 4), moment, 12]], stamp=STAMP
    )

    row = sheet_of(out)[2]
    assert [cell.value for cell in row] == [
        "一号地块",
        68506.69,
        dt.datetime(2025, 7, 4),
        dt.datetime(2025, 7, 4, 9, 30),
        12,
    ]
    assert [cell.number_format for cell in row] == ["@", "#,##0.##", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss", "#,##0"]


def test_the_header_carries_units_and_is_frozen_filtered_and_repeated_in_print(tmp_path: Path) -> None:
    out = tmp_path / "土地.xlsx"

    write_workbook(out, "土地", [NAME, AREA, PRICE], [["甲", Decimal(1), Decimal(2)]] * 3, stamp=STAMP)

    sheet = sheet_of(out)
    assert [cell.value for cell in sheet[1]] == ["名称", "面积（㎡）", "参考价（万元）"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:C4"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert all(cell.font.bold and cell.alignment.wrap_text for cell in sheet[1])


def test_a_sensitive_column_is_tinted_and_its_note_says_why(tmp_path: Path) -> None:
    out = tmp_path / "土地.xlsx"

    write_workbook(out, "土地", [NAME, PRICE], [], stamp=STAMP)

    plain, sensitive = sheet_of(out)[1]
    assert plain.fill.start_color.rgb != sensitive.fill.start_color.rgb
    assert sensitive.comment is not None
    assert "单位：万元" in sensitive.comment.text
    assert "谈判用" in sensitive.comment.text
    assert "请勿转发" in sensitive.comment.text


def test_codes_and_phones_stay_text_without_a_warning_sign(tmp_path: Path) -> None:
    out = tmp_path / "名单.xlsx"
    columns = [MOBILE, surface("信用代码", CreditCode())]

    write_workbook(out, "名单", columns, [["13800138000", "91500236MA0000000P"]], stamp=STAMP)

    assert cells_of(out)[1] == ["13800138000", "91500236MA0000000P"]
    assert b'<ignoredError sqref="A1:B2" numberStoredAsText="1"/>' in sheet_parts(out)[0]


def test_a_whole_number_has_no_point_behind_it(tmp_path: Path) -> None:
    out = tmp_path / "金额.xlsx"
    columns = [PRICE, surface("经度", Degrees(73, 136)), surface("年份", Year())]

    write_workbook(
        out,
        "金额",
        columns,
        [[Decimal("3000.0000"), Decimal("109.464000"), 2025], [Decimal("1.5"), None, None]],
        stamp=STAMP,
    )

    sheet = sheet_of(out)
    assert [cell.number_format for cell in sheet["A"]][1:] == ["#,##0", "#,##0.####"]
    assert [cell.number_format for cell in sheet[2]][1:] == ["0.000000", "0"]
    assert cells_of(out)[1] == [3000, 109.464, 2025]


def test_a_number_beyond_fifteen_digits_is_kept_as_text(tmp_path: Path) -> None:
    out = tmp_path / "金额.xlsx"
    kind = Money(signed=True)
    values = [Decimal("999999999999.9999"), Decimal("-99999999999.9999"), Decimal("0.0001"), Decimal(10) ** 12]

    write_workbook(out, "金额", [surface("金额", kind)], [[value] for value in values], stamp=STAMP)

    assert [row[0] for row in cells_of(out)[1:]] == ["999999999999.9999", -99999999999.9999, 0.0001, 10**12]


def test_a_day_before_march_1900_is_text_because_programs_disagree_about_its_number(tmp_path: Path) -> None:
    out = tmp_path / "日期.xlsx"
    days = [dt.date(1900, 1, 1), dt.date(1900, 2, 28), dt.date(1900, 3, 1)]

    write_workbook(out, "日期", [surface("日期", Day())], [[day] for day in days], stamp=STAMP)

    assert [row[0] for row in cells_of(out)[1:]] == ["1900-01-01", "1900-02-28", dt.date(1900, 3, 1)]


def test_places_sets_and_yes_or_no_are_written_in_words(tmp_path: Path) -> None:
    out = tmp_path / "词.xlsx"
    columns = [surface("籍贯", Region()), surface("标签", Tags()), surface("燃气", YesNo())]

    write_workbook(out, "词", columns, [["500236", ("商会", "返乡"), False], [None, None, None]], stamp=STAMP)

    assert cells_of(out)[1] == ["重庆市奉节县", "商会；返乡", "否"]


def test_covered_values_and_names_of_references_are_written_as_given(tmp_path: Path) -> None:
    out = tmp_path / "遮.xlsx"
    kinds = [Money(), Day(), Moment(), YesNo(), Region(), Tags(), Choice("甲")]
    columns = [surface(f"第{number}列", kind, sensitivity="S2") for number, kind in enumerate(kinds)]

    write_workbook(out, "遮", columns, [["＊＊＊"] * len(kinds)], stamp=STAMP)

    assert cells_of(out)[1] == ["＊＊＊"] * len(kinds)


def test_no_text_of_a_person_becomes_a_formula(tmp_path: Path) -> None:
    out = tmp_path / "攻击.xlsx"
    stamp = Stamp("=1+1", STAMP.made_at, "=2+2", "=3+3")
    columns = [surface("=4+4", Text(100), note="=5+5", sensitivity="S2"), surface("标签", Tags())]

    write_workbook(out, "=6+6", columns, [[text, (text,)] for text in FORMULAS], stamp=stamp)

    for name in ("=6+6", "说明"):
        types = {cell.data_type for row in sheet_of(out, name).iter_rows() for cell in row if cell.value is not None}
        assert types == {"s"}
    assert not any(re.search(rb"<f[ />]", content) for content in sheet_parts(out))
    assert [row[0] for row in cells_of(out)[1:]] == list(FORMULAS)


@pytest.mark.parametrize(
    "text",
    ["_x0041_", "_x0041_x0042_", "a_x000D_b", "第一\n第二", " 两端空白\t", "<b>&amp;</b>", "😀", "\ufffd\x85\u2028"]
)  # fmt: skip
def test_odd_text_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    out = tmp_path / "文字.xlsx"

    write_workbook(out, "文字", [NAME], [[text]], stamp=STAMP)

    assert cells_of(out)[1] == [text]


def test_signs_that_no_file_can_hold_become_a_replacement_sign(tmp_path: Path) -> None:
    out = tmp_path / "文字.xlsx"

    write_workbook(out, "文字", [NAME], [["甲\ud800乙\uffff"], ["响铃\x07"]], stamp=STAMP)

    assert cells_of(out)[1:] == [["甲\ufffd乙\ufffd"], ["响铃\x07"]]


def test_a_text_longer_than_a_cell_is_refused_by_row_and_column_and_the_old_file_stays(tmp_path: Path) -> None:
    out = tmp_path / "知识.xlsx"
    out.write_bytes(b"old")

    with pytest.raises(UserError, match=r"第 3 行“名称”有 32,768 字.*\.csv"):
        write_workbook(out, "知识", [NAME], [["短"], ["长" * 32_768]], stamp=STAMP)

    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_the_longest_text_of_a_cell_is_counted_as_spreadsheet_programs_count(tmp_path: Path) -> None:
    out = tmp_path / "知识.xlsx"

    write_workbook(out, "知识", [NAME], [["长" * 32_767], ["😀" * 16_383]], stamp=STAMP)
    assert [len(row[0]) for row in cells_of(out)[1:]] == [32_767, 16_383]

    with pytest.raises(UserError, match="32,768"):
        write_workbook(out, "知识", [NAME], [["😀" * 16_384]], stamp=STAMP)


def test_more_rows_than_a_sheet_has_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "MOST_ROWS", 4)

    assert write_workbook(tmp_path / "三行.xlsx", "三行", [NAME], [["甲"]] * 3, stamp=STAMP) == 3
    with pytest.raises(UserError, match="筛选"):
        write_workbook(tmp_path / "四行.xlsx", "四行", [NAME], [["甲"]] * 4, stamp=STAMP)

    assert [path.name for path in tmp_path.iterdir()] == ["三行.xlsx"]


def test_a_table_without_rows_is_still_a_table(tmp_path: Path) -> None:
    out = tmp_path / "空.xlsx"

    assert write_workbook(out, "空", [NAME, AREA], [], stamp=STAMP) == 0

    assert cells_of(out) == [["名称", "面积（㎡）"]]
    assert sheet_of(out).auto_filter.ref == "A1:B1"


def test_the_second_sheet_says_who_when_what_and_what_is_sensitive(tmp_path: Path) -> None:
    out = tmp_path / "土地.xlsx"

    write_workbook(out, "可招商土地库", [NAME, PRICE], [["甲", None]], stamp=STAMP)

    told = "\n".join(str(cell.value) for row in sheet_of(out, "说明").iter_rows() for cell in row)
    for part in ("可招商土地库", "长三角 李示例", "2026-11-23 09:30", "筛选：供应状态为可供", "2 条", "参考价"):
        assert part in told
    assert "李示例 2026-11-23 09:30 导出" in str(sheet_of(out).oddFooter.left.text)


def test_the_file_tells_nothing_about_the_machine_and_its_user(tmp_path: Path) -> None:
    out = tmp_path / "土地.xlsx"

    write_workbook(out, "土地", [NAME], [["甲"]], stamp=STAMP)

    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    told = [getpass.getuser(), socket.gethostname(), str(Path.home()), str(tmp_path)]
    assert not [word for word in told for part in parts.values() if f">{word}<".encode() in part]
    assert b"openpyxl" not in parts["docProps/core.xml"]
    assert b"lastModifiedBy" not in parts["docProps/core.xml"]


def test_a_title_that_no_sheet_may_bear_is_made_one(tmp_path: Path) -> None:
    out = tmp_path / "标题.xlsx"

    write_workbook(out, "'甲/乙[1]:" + "长" * 40, [NAME], [["甲"]], stamp=STAMP)

    assert sheet_of(out).title == ("甲 乙 1  " + "长" * 40)[:31]


def test_the_rows_are_readable_nowhere_but_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    out = tmp_path / "名单.xlsx"

    def rows() -> Iterator[list[Any]]:
        for number in range(2_000):
            assert not any(path.stat().st_size for path in temporary.iterdir())
            yield [f"私密 {number}"]

    write_workbook(out, "名单", [NAME], rows(), stamp=STAMP)

    assert list(temporary.iterdir()) == []


def test_a_stopped_export_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        write_workbook(tmp_path / "名单.xlsx", "名单", [NAME], [["甲"]] * 5_000, stamp=STAMP, progress=StoppedAfter(3))

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_read_back_is_not_given_to_the_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = streaming.ZipFile.close

    def spoilt(archive: zipfile.ZipFile) -> None:
        written, name = archive.mode == "w" and archive.fp is not None, archive.filename
        whole(archive)
        if written and name:
            content = bytearray(Path(name).read_bytes())
            content[200:260] = bytes(60)
            Path(name).write_bytes(content)

    monkeypatch.setattr(streaming.ZipFile, "close", spoilt)

    with pytest.raises(UserError, match="读不回来"):
        write_workbook(tmp_path / "坏盘.xlsx", "坏盘", [NAME], [["甲"]] * 100, stamp=STAMP)

    assert list(tmp_path.iterdir()) == []


def test_long_text_makes_its_row_higher_within_reason(tmp_path: Path) -> None:
    out = tmp_path / "行高.xlsx"
    column = surface("说明", Text(2000, lines=4))

    write_workbook(out, "行高", [column], [["短"], ["长" * 60], ["长" * 2000], ["一\n二"]], stamp=STAMP)

    one, some, many, two = (sheet_of(out).row_dimensions[row].height for row in (2, 3, 4, 5))
    assert one < two < some < many < 80


def test_amounts_without_a_unit_keep_their_places(tmp_path: Path) -> None:
    out = tmp_path / "数.xlsx"

    write_workbook(out, "数", [surface("容积率", Amount(places=3))], [[Decimal("1.205")]], stamp=STAMP)

    assert cells_of(out) == [["容积率"], [1.205]]
