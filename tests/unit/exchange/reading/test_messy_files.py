"""Real files that other programs stumbled over end in rows or a plain refusal."""

from pathlib import Path

import pytest

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import Book, read_book

SHARED = Path(__file__).resolve().parents[5] / "shared" / "data"
FILES = sorted(path for folder in ("messy", "ledgers") for path in (SHARED / folder).glob("*") if path.is_file())
ROWS = {
    "Magicodes.IE__合并行.xlsx": 14,
    "MiniExcel__TestDimensionC3.xlsx": 2,
    "calamine__OOM_alloc2.xls": 192,
    "easyexcel__dataformat.xls": 28,
    "easyexcel__office_bom.csv": 11,
    "ez-vcard__John_Doe_MS_OUTLOOK.vcf": 2,
    "hutool__test_lines_cr.csv": 6,
    "poi__SampleSS.strict.xlsx": 4,
    "poi__chinese-provinces.xls": 4,
    "poi__noSharedStringTable.xlsx": 1,
    "entrepreneurs-gbk.csv": 121,
    "land-parcels.xlsx": 43,
}
REFUSED = {
    "calamine__pass_protected.xlsx": "文件有密码",
    "poi__password.xls": "文件有密码",
    "poi__poc-xmlbomb.xlsx": "XML 实体声明",
    "poi__duplicate-filename.xlsx": "部件重名",
    "poi__crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx": "内部结构不正常",
    "big-list-of-naughty-strings__blns.json": "不认识的文件类型",
}

pytestmark = pytest.mark.skipif(not FILES, reason=f"THE MESSY FILES ARE MISSING: put them into {SHARED / 'messy'}")


def end_of(path: Path) -> Book | str:
    try:
        return read_book(path)
    except RefusedFileError as refused:
        return refused.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_messy_file_ends_in_rows_or_a_refusal(path: Path) -> None:
    end = end_of(path)

    if isinstance(end, str):
        assert end.startswith(f"“{path.name}”没有读入：")
        assert "请" in end
    else:
        assert any(sheet.rows for sheet in end.sheets)


@pytest.mark.parametrize("name", ROWS)
def test_what_can_be_read_is_read_to_the_last_row(name: str) -> None:
    (path,) = (path for path in FILES if path.name == name)

    assert len(read_book(path).sheets[0].rows) == ROWS[name]


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_says_why(name: str) -> None:
    (path,) = (path for path in FILES if path.name == name)

    with pytest.raises(RefusedFileError, match=REFUSED[name]):
        read_book(path)
