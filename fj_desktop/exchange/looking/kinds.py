"""What a file is, told by its first bytes; its name only settles what bytes leave open, and may contradict them."""

import re
from dataclasses import dataclass

MACRO, LOCKED, NESTED, UNSEEN = "macro", "locked", "nested", "unseen"
"""Marks: carries macros; needs a password; an archive within the archive; what it holds could not be looked at."""


@dataclass(frozen=True)
class FileKind:
    """One kind of file: its code, its name for a person, the suffixes it goes by, and what the desk does with it.

    ``shown``: ``image`` or ``pages`` when the desk shows it itself. ``opens``: another program may be asked to open it.
    """

    code: str
    title: str
    suffixes: tuple[str, ...]
    shown: str = ""
    opens: bool = True


_OLES = ("doc", "dot", "xls", "xlt", "ppt", "pps", "wps", "wpt", "et", "ett", "dps", "msg", "vsd")
OTHER = FileKind("other", "其他文件", (), opens=False)
TEXT = FileKind(
    "text", "文本", ("txt", "csv", "tsv", "md", "log", "json", "xml", "vcf", "ics", "eml", "kml", "gpx", "dxf")
)
_KINDS = (
    FileKind("jpeg", "JPEG 图片", ("jpg", "jpeg", "jpe", "jfif"), "image"),
    FileKind("png", "PNG 图片", ("png",), "image"),
    FileKind("gif", "GIF 图片", ("gif",), "image"),
    FileKind("bmp", "BMP 图片", ("bmp", "dib"), "image"),
    FileKind("webp", "WebP 图片", ("webp",), "image"),
    FileKind("tiff", "TIFF 图片", ("tif", "tiff")),
    FileKind("heic", "HEIC 图片", ("heic", "heif", "avif")),
    FileKind("pdf", "PDF", ("pdf",), "pages"),
    FileKind("docx", "Word 文档", ("docx", "dotx", "docm", "dotm")),
    FileKind("xlsx", "Excel 表格", ("xlsx", "xltx", "xlsm", "xltm", "et", "ett")),
    FileKind("pptx", "演示文稿", ("pptx", "potx", "ppsx", "pptm", "ppsm")),
    FileKind("odf", "OpenDocument 文档", ("odt", "ods", "odp", "odg")),
    FileKind("ofd", "OFD 版式文档", ("ofd",)),
    FileKind("ole", "旧版 Office 文档", _OLES),
    FileKind("rtf", "写字板文档", ("rtf", "doc")),
    FileKind("zip", "压缩包", ("zip", "kmz")),
    FileKind("rar", "压缩包", ("rar",), opens=False),
    FileKind("7z", "压缩包", ("7z",), opens=False),
    FileKind("gzip", "压缩包", ("gz", "tgz"), opens=False),
    FileKind("dwg", "CAD 图纸", ("dwg", "dwt")),
    FileKind("audio", "录音", ("mp3", "m4a", "wav", "amr", "ogg", "flac", "aac")),
    FileKind("video", "视频", ("mp4", "mov", "avi", "mkv", "m4v", "3gp")),
    TEXT,
    OTHER,
)  # fmt: skip
BY_CODE = {kind.code: kind for kind in _KINDS}

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"AC10", "dwg"),
    (b"ID3", "audio"),
    (b"#!AMR", "audio"),
    (b"OggS", "audio"),
    (b"fLaC", "audio"),
    (b"\x1aE\xdf\xa3", "video"),
)
# ISO base media: the brand stands behind the first box's name.
_BRANDS = {b"heic": "heic", b"heix": "heic", b"mif1": "heic", b"avif": "heic", b"M4A ": "audio", b"M4B ": "audio"}
_RIFFS = {b"WEBP": "webp", b"WAVE": "audio", b"AVI ": "video"}
_MP3_FRAME = re.compile(rb"\xff[\xf2\xf3\xfa\xfb]")
_PDF_WITHIN = 1024
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def kind_of(head: bytes) -> FileKind:
    """The kind by the first bytes, 8 KiB or all; an office document still counts as ``zip`` here."""
    for beginning, code in _BEGINNINGS:
        if head.startswith(beginning):
            return BY_CODE[code]
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return BY_CODE["pdf"]
    code = _boxed(head)
    if code:
        return BY_CODE[code]
    return TEXT if _is_text(head) else OTHER


def zip_kind(names: frozenset[str]) -> FileKind:
    """Which kind of zip container it is, by the names of its parts in small letters."""
    for part, code in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if "[content_types].xml" in names and any(name.startswith(part) for name in names):
            return BY_CODE[code]
    if "ofd.xml" in names:
        return BY_CODE["ofd"]
    if {"mimetype", "content.xml"} <= names:
        return BY_CODE["odf"]
    return BY_CODE["zip"]


def contradicts(code: str, suffix: str) -> str:
    """What to tell a person whose file's suffix promises another kind than its content has; empty when they agree."""
    kind = BY_CODE.get(code, OTHER)
    if kind is OTHER:
        promised = next((one for one in _KINDS if suffix in one.suffixes and one is not TEXT), None)
        return f"内容不是{_spaced(promised.title)}，后缀却是 .{suffix}" if promised else ""
    if suffix in kind.suffixes:
        return ""
    is_a = f"内容是{_spaced(kind.title)}"
    return f"{is_a}，后缀却是 .{suffix}" if suffix else f"{is_a}，文件名没有后缀"


def _spaced(title: str) -> str:
    """The title with a blank before it where Latin letters follow Chinese ones."""
    return f" {title}" if title[0].isascii() else title


def _boxed(head: bytes) -> str:
    if head.startswith(b"RIFF"):
        return _RIFFS.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video")
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
        return "bmp"
    return "audio" if _MP3_FRAME.match(head) else ""


def _is_text(head: bytes) -> bool:
    return bool(head) and (head.startswith(_WIDE_MARKS) or not _CONTROLS.search(head))
