"""What a file is, is told by its bytes; what is no table is refused by its own name."""

from pathlib import Path

import pytest

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import read_book
from tests.support.sheet_files import workbook_parts, xlsx, zipped


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"%PDF-1.7\n", "台账.xlsx", "这是PDF 文件，不是表格"),
        (b"\x89PNG\r\n\x1a\n", "台账.xlsx", "这是图片"),
        (b"\xff\xd8\xff\xe0", "照片.csv", "这是图片"),
        (b"Rar!\x1a\x07", "台账.xls", "这是压缩包"),
        (b"PK\x05\x06" + bytes(18), "空.zip", "这是空压缩包"),
        (b"MZ\x90\0", "台账.xls", "这是程序"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "台账.xls", "这其实是网页或 XML"),
        (b"\xef\xbb\xbf\r\n <TABLE border=1>", "台账.xls", "这其实是网页或 XML"),
        ("<html>".encode("utf-16"), "台账.xls", "这其实是网页或 XML"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', "台账.xls", "另存为 .xlsx"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "台账.xls", "这其实是网页或 XML"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", "台账.xls", "这是很旧的 Excel 格式"),
        (b"FN:a\n", "a.vcf", "没有联系人名片"),
        (b"{}", "a.json", "不认识的文件类型"),
        (zipped({"xl/workbook.bin": b"x", "[Content_Types].xml": "<x/>"}), "a.xlsb", "二进制工作簿"),
        (zipped({"word/document.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "a.docx", "这是Word 文档"),
        (zipped({"ppt/presentation.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "a.xlsx", "这是演示文稿"),
        (zipped({"台账.xlsx": xlsx()}), "台账.zip", "这是压缩包，不是表格。请先解压"),
    ],
)
def test_what_is_no_table_says_what_it_is(tmp_path: Path, content: bytes, name: str, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(RefusedFileError, match=reason):
        read_book(path)


@pytest.mark.parametrize("name", ["台账.xlsx", "台账.xls", "台账.et", "台账.csv", "台账", "台账.下载"])
def test_a_workbook_is_read_under_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(zipped(workbook_parts()))

    assert read_book(path).kind == "xlsx"


@pytest.mark.parametrize("name", ["名单.xls", "名单.xlsx", "名单.txt", "名单"])
def test_a_text_table_is_read_under_the_names_systems_give_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes("姓名\t电话\r\n张三\t13900000000\r\n".encode("gbk"))

    assert read_book(path).sheets[0].rows == [["姓名", "电话"], ["张三", "13900000000"]]
