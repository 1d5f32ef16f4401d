"""Any bytes under any name end in a book or a refusal, and nothing else."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import Book, read_book
from tests.support.hostile.broken import xls_number
from tests.support.sheet_files import ods, sheet_data, workbook_parts, xls, xlsx, zipped

SUFFIXES = st.sampled_from(
    [".xlsx", ".xls", ".ods", ".csv", ".txt", ".vcf", ".et", ".json", "", ".$(x)", "." + "长" * 40]
)
SEEDS = (
    xlsx({"甲": sheet_data([["姓名", 1.5], ["张三", '<c t="e"><v>#N/A</v></c>']])}),
    xls(xls_number(0, 0) + xls_number(3, 2)),
    ods('<table:table table:name="S"><table:table-row><table:table-cell/></table:table-row></table:table>'),
    "姓名,手机\r\n张三,13900000000\r\n".encode("gb18030"),
    "姓名\t手机\n张三\t'=1\n".encode("utf-16"),
    b"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=D5=C5;=C8=FD\nTEL;CELL:1\nEND:VCARD\n",
)
HEADS = (
    b"",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"BEGIN:VCARD\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<?xml ",
)
# Each example starts a process; the long run has more of them.
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sound file with some bytes changed, taken away or said twice."""
    content = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        taken = draw(st.integers(0, 40))
        content[at : at + taken] = draw(st.binary(max_size=20)) or content[at : at + taken] * 3
    return bytes(content)


@st.composite
def damaged_parts(draw: st.DrawFn) -> bytes:
    """A sound container with damaged XML in one of its parts."""
    parts = workbook_parts()
    name = draw(st.sampled_from(sorted(parts)))
    text = str(parts[name]).encode()
    at = draw(st.integers(0, len(text)))
    piece = draw(
        st.binary(max_size=8) | st.sampled_from([b"<", b"</c>", b"&#0;", b"<!--", b"]]>", b'"', b"<a>", b"-1"])
    )
    return zipped(parts | {name: text[:at] + piece + text[at + draw(st.integers(0, 30)) :]})


def end_of(content: bytes, suffix: str) -> Book | str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"文件{suffix}"
        path.write_bytes(content)
        try:
            return read_book(path)
        except RefusedFileError as refused:
            return refused.text


def check(content: bytes, suffix: str) -> None:
    end = end_of(content, suffix)
    if isinstance(end, str):
        assert end.startswith("“文件")
        assert "请" in end
        return
    for sheet in end.sheets:
        assert len({len(row) for row in sheet.rows}) <= 1
        assert not sheet.rows or any(value is not None for value in sheet.rows[-1])
        for row in sheet.rows:
            "".join(value for value in row if isinstance(value, str)).encode()


@FEW
@given(st.sampled_from(HEADS), st.binary(max_size=600), SUFFIXES)
def test_any_bytes_under_any_name(head: bytes, rest: bytes, suffix: str) -> None:
    check(head + rest, suffix)


@FEW
@given(damaged(), SUFFIXES)
def test_a_sound_file_damaged_anywhere(content: bytes, suffix: str) -> None:
    check(content, suffix)


@FEW
@given(damaged_parts())
def test_a_sound_container_with_damaged_parts(content: bytes) -> None:
    check(content, ".xlsx")


@FEW
@given(
    st.lists(st.lists(st.text(max_size=20), min_size=1, max_size=6), max_size=8), st.sampled_from([",", "\t", ";", "|"])
)
def test_any_text_between_delimiters(rows: list[list[str]], delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(row) for row in rows)

    check(text.encode("utf-8", "replace"), ".csv")
