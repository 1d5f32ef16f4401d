"""A zip container is checked whole before any reader sees it: structure, names, sizes, checksums.

Readers of zip files disagree about odd ones, so whatever could be read in two ways is refused.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from fj_desktop.exchange.reading import limits
from fj_desktop.exchange.reading.limits import refuse

# PKWARE APPNOTE 4.3.7, 4.3.14–4.3.16.
_LOCAL = struct.Struct("<4s5H3I2H")
_END = struct.Struct("<4s4H2IH")
_END_64 = struct.Struct("<4sQ2H2I4Q")
_END_64_LOCATOR = struct.Struct("<4sIQI")
_LONGEST_COMMENT = 0xFFFF
_ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000
_UTF8_FLAG = 0x0800
_MAX_DIRECTORY_BYTES = limits.MAX_ENTRIES * 512

_PACKED_CHUNK = 256 << 10
_UNPACKED_CHUNK = 1 << 20
_BAD_NAME = re.compile(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|[\x00-\x1f]")

_DAMAGED = "文件不完整或已损坏，可能没有传完。请向对方重新要一份，或用 WPS/Excel 打开后另存为 .xlsx 再导入。"
_MADE_UP = "文件内部结构不正常（{}），像是人为改造过，为安全起见没有打开。请让对方用 WPS/Excel 另存为 .xlsx 再发。"
_BOMB = "文件解压后异常大，像是“压缩炸弹”，为安全起见没有打开。请核实来源。"
PASSWORD = "文件有密码，请在 WPS/Excel 中另存为不加密的 .xlsx 后再导入。"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Entry:
    """One packed part; ``header`` and ``start`` are where it and its packed bytes begin in the file."""

    name: str
    header: int
    start: int
    packed: int
    unpacked: int
    method: int
    checksum: int


def checked_entries(file: BinaryIO) -> list[Entry]:
    """All parts of a zip container whose structure, names and declared sizes are sound.

    Raises:
        RefusedFileError: the container is damaged, encrypted, bigger than allowed or can be read in two ways.
    """
    directory, count = _directory(file)
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            start = archive.start_dir
    except (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, OSError) as error:
        raise refuse(_DAMAGED) from error
    if start != directory or len(parts) != count:
        raise refuse(_MADE_UP.format("目录有两份"))
    _check_names(parts)
    _check_sizes(parts)
    entries = sorted((_located(file, part) for part in parts), key=lambda entry: entry.start)
    _check_overlap(entries, directory)
    return entries


def unpacked(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    """The part's bytes in pieces of at most 1 MiB; size and checksum are verified at the end.

    Raises:
        RefusedFileError: the packed bytes are damaged, or are more than the container says.
    """
    size = checksum = 0
    for piece in _pieces(file, entry):
        size += len(piece)
        if size > entry.unpacked:
            raise refuse(_BOMB)
        checksum = zlib.crc32(piece, checksum)
        yield piece
    if size != entry.unpacked or checksum != entry.checksum:
        raise refuse(_DAMAGED)


def whole(file: BinaryIO, entry: Entry, at_most: int) -> bytes:
    """All bytes of a part, or nothing of one that is longer than ``at_most``."""
    return b"".join(unpacked(file, entry)) if entry.unpacked <= at_most else b""


def _directory(file: BinaryIO) -> tuple[int, int]:
    """Offset of the central directory and how many parts it names."""
    size = file.seek(0, 2)
    back = min(size, _END.size + _LONGEST_COMMENT)
    file.seek(size - back)
    tail = file.read(back)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise refuse(_DAMAGED)
    if tail.count(b"PK\x05\x06") > 1:
        raise refuse(_MADE_UP.format("目录有两份"))
    _, disk, first_disk, _, count, length, offset, comment = _END.unpack_from(tail, at)
    if disk or first_disk or at + _END.size + comment != len(tail):
        raise refuse(_MADE_UP.format("末尾有多余内容"))
    end = size - back + at
    if tail[:at].endswith(_END_64_LOCATOR.pack(b"PK\x06\x07", 0, max(0, end - 76), 1)):
        end, count, length, offset = _directory_64(file, end - 76, (count, length, offset))
    if count > limits.MAX_ENTRIES or length > _MAX_DIRECTORY_BYTES:
        raise refuse(f"文件内部的部件超过 {limits.MAX_ENTRIES:,} 个，不像台账，没有打开。请另存为 .xlsx 再导入。")
    if offset + length != end:
        raise refuse(_MADE_UP.format("目录位置不对"))
    return offset, count


def _directory_64(file: BinaryIO, at: int, small: tuple[int, int, int]) -> tuple[int, int, int, int]:
    """The same from the record for large containers, which some writers always add; both must agree."""
    file.seek(max(0, at))
    record = file.read(_END_64.size)
    if len(record) < _END_64.size or not record.startswith(b"PK\x06\x06"):
        raise refuse(_DAMAGED)
    *_, count, length, offset = _END_64.unpack(record)
    for short, long, saturated in zip(small, (count, length, offset), (0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF), strict=True):
        if short not in (long, saturated):
            raise refuse(_MADE_UP.format("目录有两份"))
    return at, count, length, offset


def _check_names(parts: Sequence[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for part in parts:
        name = part.orig_filename.replace("\\", "/")
        if _BAD_NAME.search(name):
            raise refuse(_MADE_UP.format("部件名指向文件夹之外"))
        if name.casefold() in seen:
            raise refuse(_MADE_UP.format("部件重名"))
        seen.add(name.casefold())


def _check_sizes(parts: Sequence[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & _ENCRYPTED_FLAGS for part in parts):
        raise refuse(PASSWORD)
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise refuse(_MADE_UP.format("压缩方式少见"))
    for part in parts:
        large = part.file_size > limits.RATIO_COUNTS_FROM_BYTES
        if large and part.file_size > limits.MAX_RATIO * part.compress_size:
            raise refuse(_BOMB)
    if sum(part.file_size for part in parts) > limits.MAX_UNPACKED_BYTES:
        raise refuse(f"解压后超过 {limits.MAX_UNPACKED_BYTES >> 20} MB。{limits.SPLIT_ADVICE}")


def _located(file: BinaryIO, part: zipfile.ZipInfo) -> Entry:
    file.seek(part.header_offset)
    header = file.read(_LOCAL.size)
    if len(header) < _LOCAL.size or not header.startswith(b"PK\x03\x04"):
        raise refuse(_DAMAGED)
    *_, name_length, extra_length = _LOCAL.unpack(header)
    encoding = "utf-8" if part.flag_bits & _UTF8_FLAG else "cp437"
    if file.read(name_length).decode(encoding, "replace") != part.orig_filename:
        raise refuse(_MADE_UP.format("部件名前后不一"))
    return Entry(
        name=part.filename.replace("\\", "/"),
        header=part.header_offset,
        start=part.header_offset + _LOCAL.size + name_length + extra_length,
        packed=part.compress_size,
        unpacked=part.file_size,
        method=part.compress_type,
        checksum=part.CRC,
    )


def _check_overlap(entries: Sequence[Entry], directory: int) -> None:
    following = [*(entry.header for entry in entries[1:]), directory]
    for entry, limit in zip(entries, following, strict=True):
        if entry.start + entry.packed > limit:
            raise refuse(_MADE_UP.format("部件相互重叠"))


def _pieces(file: BinaryIO, entry: Entry) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    place, left = entry.start, entry.packed
    while left:
        file.seek(place)
        packed = file.read(min(_PACKED_CHUNK, left))
        if not packed:
            raise refuse(_DAMAGED)
        place, left = place + len(packed), left - len(packed)
        if entry.method == zipfile.ZIP_STORED:
            yield packed
            continue
        while packed:
            yield _inflated(inflate, packed)
            packed = inflate.unconsumed_tail
            if inflate.eof and inflate.unused_data:
                raise refuse(_MADE_UP.format("部件后有多余内容"))
    if entry.method == zipfile.ZIP_DEFLATED and not inflate.eof:
        raise refuse(_DAMAGED)


def _inflated(inflate: "zlib._Decompress", packed: bytes) -> bytes:
    try:
        return inflate.decompress(packed, _UNPACKED_CHUNK)
    except zlib.error as error:
        raise refuse(_DAMAGED) from error
