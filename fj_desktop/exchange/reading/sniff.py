"""What a file is, told by its bytes: names lie, above all ``.xls``."""

import codecs
import re
from collections.abc import Iterable
from enum import Enum, auto

from fj_desktop.exchange.reading.limits import refuse

HEAD_BYTES = 8192
# What the reader says instead of a suffix that is missing, or is none a person would write.
NO_SUFFIX, ODD_SUFFIX = "-", "?"
_TEXT_SUFFIXES = frozenset({NO_SUFFIX, "csv", "txt", "tsv", "tab", "xls", "xlsx", "et", "vcf"})


class Container(Enum):
    """How a file is packed; decides who looks further."""

    ZIP = auto()
    OLE = auto()
    TEXT = auto()
    CARDS = auto()


_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF 文件"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"RIFF", "音视频或图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
    (b"PK\x05\x06", "空压缩包"),
    (b"{\\rtf", "写字板文档"),
    (b"\x7fELF", "程序"),
    (b"MZ\x90", "程序"),
    (b"SQLite format 3", "数据库"),
)
_OLD_EXCEL = re.compile(rb"\A\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00")
_MARKUP = re.compile(r"\A(?:<(?:!|\?xml|html|head|body|meta|table|style|div|script|svg)|MIME-Version:)", re.IGNORECASE)
_CARDS = re.compile(r"\ABEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE)

_NOT_A_SHEET = "这是{}，不是表格。请选择 .xlsx、.xls、.ods、.csv 或 .vcf 文件。"
_RENAMED_PAGE = "这其实是网页或 XML（一些系统导出的“.xls”就是这样）。请用 WPS/Excel 打开，另存为 .xlsx 后再导入。"
_OLD = "这是很旧的 Excel 格式（Excel 95 以前）。请用 WPS/Excel 打开后另存为 .xlsx 再导入。"
_BINARY_SHEET = "这是 .xlsb 二进制工作簿，不能直接读取。请在 WPS/Excel 中另存为 .xlsx 后再导入。"
_NO_CARDS = "文件名是 .vcf，里面却没有联系人名片。请重新从手机或邮箱导出通讯录。"
_UNKNOWN = "不认识的文件类型。请选择 .xlsx、.xls、.ods、.csv 或 .vcf 文件。"


def container(head: bytes, suffix: str) -> Container:
    """How the file is packed, by its first ``HEAD_BYTES`` bytes; ``suffix`` only settles what bytes leave open.

    Raises:
        RefusedFileError: it is a kind of file that holds no table.
    """
    if head.startswith(b"PK\x03\x04"):
        return Container.ZIP
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Container.OLE
    for beginning, what in _OTHERS:
        if head.startswith(beginning):
            raise refuse(_NOT_A_SHEET.format(what))
    if _OLD_EXCEL.match(head):
        raise refuse(_OLD)
    return _text(head, suffix)


def zip_kind(names: Iterable[str]) -> str:
    """``xlsx`` or ``ods``, by the names of a container's parts.

    Raises:
        RefusedFileError: another office format, or a plain archive.
    """
    parts = {name.casefold() for name in names}
    if any(name.endswith("workbook.bin") for name in parts):
        raise refuse(_BINARY_SHEET)
    if any(name.startswith("word/") for name in parts):
        raise refuse(_NOT_A_SHEET.format("Word 文档"))
    if any(name.startswith("ppt/") for name in parts):
        raise refuse(_NOT_A_SHEET.format("演示文稿"))
    if "[content_types].xml" in parts:
        return "xlsx"
    if "content.xml" in parts:
        return "ods"
    raise refuse("这是压缩包，不是表格。请先解压，再选择其中的 .xlsx、.xls、.ods、.csv 或 .vcf 文件。")


def _text(head: bytes, suffix: str) -> Container:
    beginning = _beginning(head)
    if _CARDS.match(beginning):
        return Container.CARDS
    if _MARKUP.match(beginning):
        raise refuse(_RENAMED_PAGE)
    if suffix == "vcf":
        raise refuse(_NO_CARDS)
    if suffix not in _TEXT_SUFFIXES:
        raise refuse(_UNKNOWN)
    return Container.TEXT


def _beginning(head: bytes) -> str:
    encoding = "latin-1"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif head[1:2] == b"\0":
        encoding = "utf-16-le"
    elif head[:1] == b"\0":
        encoding = "utf-16-be"
    return head.removeprefix(codecs.BOM_UTF8).decode(encoding, "replace").lstrip("\ufeff \t\r\n\0")
