"""How most of the hostile workbooks are made: a sound one with one thing changed."""

from tests.support.sheet_files import workbook_parts, xlsx, zipped

MEGABYTE = 1 << 20
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def with_part(name: str, content: bytes | str) -> bytes:
    """A sound workbook with one part replaced or added."""
    return zipped(workbook_parts() | {name: content})


def without_part(ending: str) -> bytes:
    """A sound workbook that lacks one part."""
    return zipped({name: part for name, part in workbook_parts().items() if not name.endswith(ending)})


def sheet_with(content: str) -> bytes:
    """A workbook of one sheet with this XML in it."""
    return xlsx({"S": content})


def rows(content: str) -> bytes:
    """A workbook of one sheet with these rows."""
    return sheet_with(f"<sheetData>{content}</sheetData>")


def patched(content: bytes, old: bytes, new: bytes, count: int = -1) -> bytes:
    """The file with some bytes replaced."""
    assert old in content
    return content.replace(old, new, count)
