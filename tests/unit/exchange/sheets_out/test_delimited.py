"""Tables as CSV: opened rightly by spreadsheet programs, harmless, and the same when read again."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from fj_desktop.core.kinds import Area, Day, Mobile, Moment, Money, Region, Tags, Text, Whole, YesNo
from fj_desktop.core.progress import Cancelled
from fj_desktop.exchange.reading.delimited import unescape_csv
from fj_desktop.exchange.sheets_out import write_csv
from tests.unit.exchange.sheets_out.written import FORMULAS, StoppedAfter, lines_of, surface

NAME = surface("名称", Text(100))


def test_the_file_begins_with_the_mark_and_its_lines_end_as_spreadsheet_programs_expect(tmp_path: Path) -> None:
    out = tmp_path / "名单.csv"

    assert write_csv(out, [NAME, surface("面积", Area())], [["甲", Decimal("1.50")], ["乙", None]]) == 2

    assert out.read_bytes() == "\ufeff名称,面积（㎡）\r\n甲,1.5\r\n乙,\r\n".encode()


def test_each_kind_is_written_plainly_in_the_unit_of_its_heading(tmp_path: Path) -> None:
    out = tmp_path / "各类.csv"
    columns = [
        surface("金额", Money()),
        surface("交付", Day()),
        surface("登记", Moment()),
        surface("规模", Whole("户")),
        surface("籍贯", Region()),
        surface("标签", Tags()),
        surface("燃气", YesNo()),
    ]
    moment = dt.datetime(2025, 7, 4, 1, 30, tzinfo=dt.UTC)

    write_csv(
        out, columns, [[Decimal("12000.0000"), dt.date(2025, 7, 4), moment, 12, "500236", ("商会", "返乡"), True]]
    )

    assert lines_of(out) == [
        ["金额（万元）", "交付", "登记", "规模（户）", "籍贯", "标签", "燃气"],
        ["12000", "2025-07-04", "2025-07-04 09:30:00", "12", "重庆市奉节县", "商会；返乡", "是"],
    ]


def test_text_that_could_act_as_a_formula_is_marked_and_comes_back_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "攻击.csv"

    write_csv(out, [NAME], [[text] for text in FORMULAS])

    written = [line[0] for line in lines_of(out)[1:]]
    assert [unescape_csv(text) for text in written] == list(FORMULAS)
    assert not any(text.lstrip(" \u3000\ufeff\u200b")[:1] in set("=+-@\t\r\n＝＋－＠") for text in written)


def test_a_number_below_zero_is_a_number_but_a_phone_from_abroad_is_text(tmp_path: Path) -> None:
    out = tmp_path / "数.csv"

    write_csv(out, [surface("盈亏", Money(signed=True)), surface("手机", Mobile())], [[Decimal(-5), "+85291234567"]])

    assert lines_of(out)[1] == ["-5", "'+85291234567"]


def test_line_breaks_commas_quotes_and_very_long_text_stay_whole(tmp_path: Path) -> None:
    out = tmp_path / "文字.csv"
    texts = ["甲,乙", "甲\n乙", '他说"好"', "长" * 100_000]

    write_csv(out, [NAME], [[text] for text in texts])

    assert [line[0] for line in lines_of(out)[1:]] == texts


def test_a_stopped_export_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        write_csv(tmp_path / "名单.csv", [NAME], [["甲"]] * 5_000, progress=StoppedAfter(2))

    assert list(tmp_path.iterdir()) == []
