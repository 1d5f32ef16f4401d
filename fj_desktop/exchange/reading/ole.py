"""Just enough of the compound file format (MS-CFB) to tell what an OLE2 file is and to take one stream out of it."""

import struct

from fj_desktop.exchange.reading.limits import refuse

_FREE = 0xFFFFFFFA  # this and all above mark ends and holes
_ENTRY = struct.Struct("<64sHBB3I16sI2QIQ")
_STREAM = 2
_SECTORS_IN_HEADER = 109
_MAX_ENTRIES = 4096
_DAMAGED = "文件不完整或已损坏。请向对方重新要一份，或用 WPS/Excel 打开后另存为 .xlsx 再导入。"


class CompoundFile:
    """The streams of an OLE2 file by name.

    Raises:
        RefusedFileError: the file is cut off or its sector chains run in circles.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._shift, first_directory, small_limit, first_spill, spills = self._header()
            self._table = self._sector_table(first_spill, spills)
            directory = self._chain(first_directory)
        except struct.error as error:
            raise refuse(_DAMAGED) from error
        self._small_limit = small_limit
        self._places: dict[str, tuple[int, int]] = {}
        for at in range(0, min(len(directory), _MAX_ENTRIES * _ENTRY.size) - _ENTRY.size + 1, _ENTRY.size):
            name, length, kind, *_, start, size = _ENTRY.unpack_from(directory, at)
            if kind:
                text = name[: max(0, length - 2)].decode("utf-16-le", "replace")
                self._places.setdefault(text, (start, size & 0xFFFFFFFF if kind == _STREAM else 0))

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._places)

    def stream(self, name: str) -> bytes:
        """Bytes of a stream; empty when there is none of that name or it is a short one kept in the mini stream."""
        start, size = self._places.get(name, (0, 0))
        if size < self._small_limit:
            return b""
        return self._chain(start)[:size]

    def _header(self) -> tuple[int, int, int, int, int]:
        (shift,) = struct.unpack_from("<H", self._data, 30)
        if shift not in (9, 12):
            raise refuse(_DAMAGED)
        first_directory, _, small_limit = struct.unpack_from("<III", self._data, 48)
        first_spill, spills = struct.unpack_from("<II", self._data, 68)
        return shift, first_directory, small_limit, first_spill, spills

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) << self._shift
        return self._data[begin : begin + (1 << self._shift)]

    def _sector_table(self, spill: int, spills: int) -> tuple[int, ...]:
        listed = list(struct.unpack_from(f"<{_SECTORS_IN_HEADER}I", self._data, 76))
        width = (1 << self._shift) // 4
        for _ in range(min(spills, len(self._data) >> self._shift)):
            if spill >= _FREE:
                break
            *numbers, spill = struct.unpack(f"<{width}I", self._sector(spill))
            listed += numbers
        packed = b"".join(self._sector(number) for number in listed if number < _FREE)
        return struct.unpack(f"<{len(packed) // 4}I", packed[: len(packed) // 4 * 4])

    def _chain(self, sector: int) -> bytes:
        found: list[bytes] = []
        most = len(self._data) >> self._shift
        while sector < _FREE:
            if len(found) > most or sector >= len(self._table):
                raise refuse(_DAMAGED)
            found.append(self._sector(sector))
            sector = self._table[sector]
        return b"".join(found)
