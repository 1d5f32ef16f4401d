"""A printed list: everything is on the paper, nothing is markup, every page can be read by itself."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
import pytest

from fj_desktop.core.progress import Cancelled, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.exchange.documents.list_report import ListColumn, ListReport
from fj_desktop.exchange.documents.record_list import write_list

MADE_AT = dt.datetime(2026, 1, 5, 1, 30, tzinfo=dt.UTC)
LAND = (ListColumn("地块名称"), ListColumn("面积", "亩", "right"), ListColumn("备注", weight=3))


def report(rows: Sequence[Sequence[str]], columns: Sequence[ListColumn] = LAND, **more: object) -> ListReport:
    facts: dict[str, object] = {
        "title": "可招商土地库",
        "columns": columns,
        "rows": rows,
        "made_by": "县中心　冉示例甲",
        "made_at": MADE_AT,
        "count": len(rows),
    }
    return ListReport(**{**facts, **more})  # type: ignore[arg-type]


def pages(path: Path) -> list[str]:
    """The text of each page without blanks, as a reader copies it."""
    with pypdfium2.PdfDocument(path) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def test_the_page_says_what_it_is_who_made_it_and_how_many_records_there_are(tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    rows = [["示例一号", "102.76", "三通一平"]]
    told = report(rows, filter_text="乡镇＝朱衣镇", footnotes=["来源：乡镇报送。"], subtitle="截至2025年7月")

    assert write_list(out, told) == 1

    (text,) = pages(out)
    for words in ("可招商土地库", "乡镇＝朱衣镇", "共1条", "面积（亩）", "102.76", "来源：乡镇报送。", "截至2025年7月"):
        assert words in text
    assert "县中心冉示例甲2026年1月5日09:30" in text
    assert "第1页共1页" in text


def test_the_heading_stands_on_every_page_and_every_row_is_printed_once(tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    count = write_list(out, report([[f"地块〔{number}〕", "1.5", "说明" * 30] for number in range(120)]))

    texts = pages(out)
    assert len(texts) == count > 1
    assert all("地块名称" in text and f"第{place}页共{count}页" in text for place, text in enumerate(texts, start=1))
    whole = "".join(texts)
    assert all(whole.count(f"地块〔{number}〕") == 1 for number in range(120))


def test_user_text_is_never_markup(tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    write_list(out, report([["<b>甲</b>&amp;<", "%d{}\\n(", "=1+1"]]))

    (text,) = pages(out)
    assert "<b>甲</b>&amp;<" in text
    assert "%d{}\\n(" in text


def test_rare_characters_and_symbols_come_out_and_a_missing_one_is_named(tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    write_list(out, report([["瞿㙍＋℃㎡①", "1", "✔ \U00021484"]]))

    (text,) = pages(out)
    assert "瞿㙍＋℃㎡①" in text
    assert "✔" in text
    assert "〓" in text
    assert "U+21484" in text


def test_columns_that_do_not_fit_go_to_further_pages_which_repeat_number_and_first_column(tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    columns = [ListColumn("名称"), *(ListColumn(f"栏目{number}号") for number in range(1, 31))]
    rows = [[f"记录〔{row}〕", *(f"第{number}栏的内容较长一些" for number in range(1, 31))] for row in range(3)]

    write_list(out, report(rows, columns))

    texts = pages(out)
    assert len(texts) > 2
    assert all(f"记录〔{row}〕" in text for text in texts for row in range(3))
    whole = "".join(texts)
    assert all(whole.count(f"栏目{number}号") == 1 for number in range(1, 31))
    assert f"栏目分{len(texts)}页并列，本页为第2部分" in texts[1]


def test_a_cell_longer_than_a_page_is_cut_where_a_reader_sees_it(tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    assert write_list(out, report([["示例", "1", "长" * 20_000], ["末尾地块", "2", ""]])) == 2

    assert "…（略）" in pages(out)[0]
    assert "末尾地块" in pages(out)[1]
    assert lowest_sign(out) > 10


def test_a_title_and_filter_as_long_as_a_page_are_cut_and_the_table_still_fits(tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    told = report(
        [["示例", "1", "长" * 20_000]], filter_text="朱衣镇、" * 800, title="台账" * 99, subtitle="截至" * 999
    )

    assert write_list(out, told) == 1
    assert "地块名称" in pages(out)[0]
    assert lowest_sign(out) > 10


def lowest_sign(path: Path) -> float:
    """Distance of the lowest sign of all pages from the page's lower edge, in points."""
    with pypdfium2.PdfDocument(path) as document:
        texts = [page.get_textpage() for page in document]
        return float(min(text.get_charbox(place)[1] for text in texts for place in range(text.count_chars())))


def test_an_empty_list_says_so(tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    write_list(out, report([]))

    assert "没有符合条件的记录。" in pages(out)[0]


def test_a_row_shorter_than_the_heading_is_filled_up(tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    write_list(out, report([["示例"]], count=None))

    assert "共1条。" in pages(out)[0]


def test_a_stream_of_rows_is_read_once_and_never_held_whole(tmp_path: Path) -> None:
    read = 0

    def rows() -> Iterator[Sequence[str]]:
        nonlocal read
        for number in range(1000):
            read += 1
            yield [f"示例{number}", "1", ""]

    told = report([], count=1000)
    write_list(tmp_path / "list.pdf", ListReport(**{**vars(told), "rows": rows()}))

    assert read == 1000
    assert "示例999" in "".join(pages(tmp_path / "list.pdf"))


class StopAfter(Unwatched):
    """A person who stops the work at the n-th report."""

    def __init__(self, reports: int) -> None:
        self.left = reports

    def at(self, done: int, total: int | None, text: str = "") -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.parametrize("reports", [0, 1, 5])
def test_a_stopped_list_leaves_the_old_file_and_nothing_else(tmp_path: Path, reports: int) -> None:
    out = tmp_path / "list.pdf"
    out.write_bytes(b"old")

    with pytest.raises(Cancelled):
        write_list(out, report([["示例", "1", ""]] * 600), StopAfter(reports))

    assert [path.name for path in tmp_path.iterdir()] == ["list.pdf"]
    assert out.read_bytes() == b"old"


def test_a_missing_folder_is_said_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="不存在"):
        write_list(tmp_path / "u盘" / "list.pdf", report([]))


def test_the_file_tells_its_title_and_maker_and_embeds_every_font(tmp_path: Path) -> None:
    out = tmp_path / "list.pdf"
    write_list(out, report([["示例", "1", ""]]))

    with pypdfium2.PdfDocument(out) as document:
        facts = document.get_metadata_dict()
    assert facts["Title"] == "可招商土地库"
    assert facts["Author"] == "县中心　冉示例甲"
    assert b"Helvetica" not in out.read_bytes()
