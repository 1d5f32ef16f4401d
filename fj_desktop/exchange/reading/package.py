"""An .xlsx or .ods as a reader gets it: looked through whole, and with what the reader would lose written out as text.

The fast reader gives an empty cell for ``#N/A`` and 0.3 for 30 %: where a sheet holds such cells, it is handed a copy
in memory in which they are texts. No copy is ever written to a disk.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from fj_desktop.exchange.reading import confine, ods_text, ooxml_text, xml_guard, zip_guard
from fj_desktop.exchange.reading.limits import refuse
from fj_desktop.exchange.reading.sniff import zip_kind
from fj_desktop.exchange.reading.zip_guard import Entry

_MAX_STYLES_BYTES = 8 << 20
_BINARY_PARTS = (".bin", ".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bmp", ".tif", ".tiff", ".svg")

MACROS = "文件带有宏。宏没有运行，只读取了单元格里的值。"
_UNSAVED = "有些公式没有保存计算结果，按空白读取。如需要这些值，请用 WPS/Excel 打开文件保存一次再导入。"


@dataclass(slots=True)
class Package:
    """What the readers may open: the person's file, or a copy of it in memory."""

    kind: str
    source: BinaryIO
    unpacked: int
    notes: list[str] = field(default_factory=list)
    merged: dict[str, list[tuple[int, int, int, int]]] = field(default_factory=dict)


def opened(file: BinaryIO) -> Package:
    """Look through every part of a zip container and make ready what the readers get.

    Raises:
        RefusedFileError: the container or a part of it is damaged, hostile or encrypted, or is no workbook.
    """
    entries = zip_guard.checked_entries(file)
    kind = zip_kind(entry.name for entry in entries)
    size = sum(entry.unpacked for entry in entries)
    package = _workbook(file, entries) if kind == "xlsx" else _open_document(file, entries)
    package.unpacked = size
    confine.allow_for(size)
    return package


def _workbook(file: BinaryIO, entries: list[Entry]) -> Package:
    # Styles first: they tell which cells of the sheets are percents.
    styles = b""
    for entry in entries:
        if entry.name.casefold().endswith("styles.xml"):
            styles += zip_guard.whole(file, entry, _MAX_STYLES_BYTES)
    look = ooxml_text.Look(ooxml_text.percent_styles(styles))
    for entry in entries:
        _look_through(file, entry, look.at if _is_sheet(entry) else None)
    package = Package("xlsx", file, 0)
    if any(entry.name.casefold().endswith("vbaproject.bin") for entry in entries):
        package.notes.append(MACROS)
    if look.unsaved:
        package.notes.append(_UNSAVED)
    if look.wanted:
        package.source = _copy(file, entries, _is_sheet, look.rewritten)
    return package


def _open_document(file: BinaryIO, entries: list[Entry]) -> Package:
    look = ods_text.Look()
    for entry in entries:
        name = entry.name.casefold()
        if name == "content.xml":
            _look_through(file, entry, look.at, strictly=True)
        elif name == "meta-inf/manifest.xml":
            _look_through(file, entry, _refuse_encrypted)
        else:
            _look_through(file, entry, None)
    package = Package("ods", file, 0, merged=look.merged())
    if look.wanted:
        package.source = _copy(file, entries, lambda entry: entry.name == "content.xml", ods_text.rewritten)
    return package


def _is_sheet(entry: Entry) -> bool:
    name = entry.name.casefold()
    return name.endswith(".xml") and ("sheets/" in name or name.rpartition("/")[2].startswith("sheet"))


def _refuse_encrypted(piece: bytes) -> None:
    if b"encryption-data" in piece:
        raise refuse(zip_guard.PASSWORD)


def _look_through(
    file: BinaryIO, entry: Entry, look: Callable[[bytes], None] | None, *, strictly: bool = False
) -> None:
    """Check one part to its last byte; a part that is no XML for its size and checksum only."""
    pieces = zip_guard.unpacked(file, entry)
    first = next(pieces, b"")
    whole = _again(first, pieces)
    if xml_guard.is_xml(entry.name, first):
        whole = xml_guard.checked(whole)
    if strictly:
        whole = xml_guard.well_formed(whole)
    for piece in whole:
        if look is not None:
            look(piece)


def _again(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _copy(
    file: BinaryIO,
    entries: list[Entry],
    is_changed: Callable[[Entry], bool],
    change: Callable[[Iterator[bytes]], Iterator[bytes]],
) -> BinaryIO:
    """The container in memory with some parts changed; pictures and other binary parts are left out."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for entry in entries:
            if entry.name.casefold().endswith(_BINARY_PARTS):
                continue
            pieces = xml_guard.checked(zip_guard.unpacked(file, entry))
            with archive.open(entry.name, "w") as part:
                for piece in change(pieces) if is_changed(entry) else pieces:
                    part.write(piece)
    copy.seek(0)
    return copy
