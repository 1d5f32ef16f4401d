"""Zip files that lie about what is in them."""

import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.support.hostile.made import MEGABYTE, SHEET, patched, with_part
from tests.support.sheet_files import workbook_parts, xlsx, zipped


def lying_about_size(size: int, says: int) -> bytes:
    """A container that says of one part that it is bigger or smaller than it is."""
    whole = with_part("xl/extra.xml", b"<x>" + b" " * size + b"</x>")
    return whole.replace(struct.pack("<I", size + 7), struct.pack("<I", says))


def many_bombs() -> bytes:
    """Eighty parts, none of which is a bomb by itself."""
    parts = {f"xl/media/{n}.bin": (b"ab%d" % n) * (4 * MEGABYTE // 5) + bytes(MEGABYTE) for n in range(80)}
    return zipped(workbook_parts() | parts)


def renamed(new: str) -> bytes:
    """A container with one part's name replaced by another of the same length, in both places."""
    return patched(with_part("x" * len(new), "<x/>"), b"x" * len(new), new.encode())


def encrypted() -> bytes:
    whole = patched(with_part("a.xml", "<a/>"), b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\x01\0")
    return patched(whole, b"PK\x03\x04\x14\0\0\0", b"PK\x03\x04\x14\0\x01\0")


def overlapping() -> bytes:
    """Two parts that are the same packed bytes."""
    whole = with_part("xl/worksheets/sheet2.xml", "<a/>")
    first = struct.unpack_from("<I", whole, whole.index(b"PK\x01\x02") + 42)[0]
    last = whole.rindex(b"PK\x01\x02")
    return whole[: last + 42] + struct.pack("<I", first) + whole[last + 46 :]


def swallowed() -> bytes:
    """A part whose packed bytes reach into the next part."""
    whole = bytearray(zipped(workbook_parts(), zipfile.ZIP_STORED))
    begin = whole.index(b"PK\x01\x02")
    size = struct.unpack_from("<I", whole, begin + 20)[0] + 100
    whole[begin + 20 : begin + 28] = struct.pack("<2I", size, size)
    return bytes(whole)


def many_in_directory() -> bytes:
    """A directory of 300,000 entries whose end says five."""
    entry = struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    directory = entry * 300_000
    head = b"PK\x03\x04" + bytes(26)
    return head + directory + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 5, 5, len(directory), len(head), 0)


def two_directories() -> bytes:
    """A comment that is itself the end of a directory."""
    whole = xlsx()
    end = whole.rindex(b"PK\x05\x06")
    return whole[: end + 20] + struct.pack("<H", 22) + whole[end:]


def large_directory(count: int) -> bytes:
    """A sound workbook with the record for large containers, which says there are ``count`` parts."""
    whole = xlsx()
    end = whole.rindex(b"PK\x05\x06")
    _, _, _, _, _, length, offset, _ = struct.unpack("<4s4H2IH", whole[end:])
    record = struct.pack("<4sQ2H2I4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, length, offset)
    return whole[:end] + record + struct.pack("<4sIQI", b"PK\x06\x07", 0, end, 1) + whole[end:]


def broken_packing() -> bytes:
    whole = bytearray(xlsx())
    whole[60:90] = b"\xff" * 30
    return bytes(whole)


def packed_bomb() -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    return b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(200)) + packer.flush()


def nested() -> bytes:
    return zipped({"a.zip": zipped({"b.zip": zipped({"c": bytes(5 * MEGABYTE)})})})


CONTAINERS: dict[str, Callable[[], bytes]] = {
    "flat bomb.xlsx": lambda: with_part(SHEET, bytes(250 * MEGABYTE)),
    "many parts of a bomb.xlsx": many_bombs,
    "bigger than it says.xlsx": lambda: lying_about_size(20 * MEGABYTE, 900_000),
    "smaller than it says.xlsx": lambda: lying_about_size(5000, 9000),
    "overlapping parts.xlsx": overlapping,
    "swallowed part.xlsx": swallowed,
    "parts of one name.xlsx": lambda: patched(renamed("xl/worksheets/sheet2.xml"), b"sheet2.xml", b"sheet1.xml"),
    "parts of one name in capitals.xlsx": lambda: renamed("XL/WORKBOOK.XML"),
    "zip slip.xlsx": lambda: renamed("xl/../../../etc/cron.d/x"),
    "zip slip backwards.xlsx": lambda: renamed("..\\..\\Start Menu\\a.bat"),
    "absolute name.xlsx": lambda: renamed("/etc/passwd"),
    "drive name.xlsx": lambda: renamed("C:/Windows/x.dll"),
    "line end in a name.xlsx": lambda: renamed("xl/a\nb.xml"),
    "name differs.xlsx": lambda: patched(renamed("xl/worksheets/sheet2.xml"), b"sheet2.xml", b"sheet3.xml", 1),
    "encrypted parts.xlsx": encrypted,
    "odd packing.xlsx": lambda: zipped(workbook_parts(), zipfile.ZIP_LZMA),
    "half a file.xlsx": lambda: xlsx()[:1200],
    "no end.xlsx": lambda: xlsx()[:-30],
    "more behind the end.xlsx": lambda: xlsx() + b"more",
    "more before the beginning.xlsx": lambda: b"PK\x03\x04" + bytes(60) + xlsx(),
    "two directories.xlsx": two_directories,
    "two files in one.xlsx": lambda: xlsx() + xlsx(),
    "two counts of parts.xlsx": lambda: large_directory(9_999_999),
    "wrong checksum.xlsx": lambda: patched(
        zipped(workbook_parts(), zipfile.ZIP_STORED), "张三".encode(), "李四".encode()
    ),
    "broken packing.xlsx": broken_packing,
    "too many parts.xlsx": lambda: zipped(workbook_parts() | {f"a/{n}.bin": b"" for n in range(2_000)}),
    "directory that lies.xlsx": many_in_directory,
    "nested archive.zip": nested,
    "packed bomb.csv": packed_bomb,
}
