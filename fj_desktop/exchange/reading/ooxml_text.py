"""Cells of an .xlsx sheet that the fast reader would lose, written out as the text a person sees."""

import math
import re
from collections.abc import Iterator

from fj_desktop.exchange.reading import limits
from fj_desktop.exchange.reading.book import percent_text

# ECMA-376 part 1, 18.8.30: the percent formats every workbook has.
_BUILT_IN_PERCENTS = frozenset({b"9", b"10"})
_QUOTED = re.compile(rb"&quot;.*?&quot;|\"[^\"]*\"|\\.|\[[^\]]*\]")
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s([^<>]*)>")
_CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b")
_CELL_FORMATS_END = re.compile(rb"</(?:\w+:)?cellXfs\b")
_CELL_FORMAT = re.compile(rb"<(?:\w+:)?xf\b([^<>]*)>")
_CODE = re.compile(rb"\sformatCode\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_LONGEST_CODE = 512
_FORMAT_ID = re.compile(rb"(?:^|\s)numFmtId\s*=\s*[\"'](\d+)[\"']")

_FAILED = re.compile(rb"\st\s*=\s*[\"']e[\"']")
_EMPTY_VALUES = (b"/f></", b"v/>", b"v />", b"v></")
_UNSAVED = re.compile(
    rb"<(?:\w+:)?c\b(?P<marks>[^<>]*)><(?:\w+:)?f\b[^<>]*>[^<]*</(?:\w+:)?f>"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)
_CELL = re.compile(
    rb"<(?P<ns>(?:\w+:)?)c\b(?P<marks>[^<>]*)>"
    rb"(?P<formula>(?:<(?P=ns)f\b[^<>]*(?:/>|>[^<]*</(?P=ns)f>))?)"
    rb"<(?P=ns)v\b[^<>]*>(?P<value>[^<]+)</(?P=ns)v>"
)
_STYLE = re.compile(rb"\ss\s*=\s*[\"'](\d+)[\"']")
_TYPE = re.compile(rb"\st\s*=\s*[\"'](\w*)[\"']")
# Looking for each style costs a pass; beyond this the sheet is simply gone through.
_STYLES_LOOKED_FOR = 24
_LONGEST_CELL = 2 << 20


def percent_styles(styles: bytes) -> frozenset[bytes]:
    """Which numbers in a cell's ``s`` mean that it shows a percent; ``styles`` is the part that lists the formats."""
    percents = set(_BUILT_IN_PERCENTS)
    for marks in _FORMAT.findall(styles):
        number, code = _FORMAT_ID.search(marks), _CODE.search(marks)
        if number and code and b"%" in _QUOTED.sub(b"", (code[1] or code[2] or b"")[:_LONGEST_CODE]):
            percents.add(number[1])
    begin = _CELL_FORMATS.search(styles)
    if begin is None:
        return frozenset()
    end = _CELL_FORMATS_END.search(styles, begin.end())
    listed = styles[begin.end() : end.start() if end else len(styles)]
    numbers = [_FORMAT_ID.search(marks) for marks in _CELL_FORMAT.findall(listed)]
    return frozenset(b"%d" % place for place, number in enumerate(numbers) if number and number[1] in percents)


class Look:
    """Goes along while the sheets are looked through; tells whether a copy is wanted and makes it."""

    def __init__(self, percents: frozenset[bytes]) -> None:
        self.wanted = False
        self.unsaved = False
        self._percents = percents
        self._values = self._merged = 0
        self._marks = [b's="%s"' % style for style in percents] if len(percents) <= _STYLES_LOOKED_FOR else [b"<"]

    def at(self, piece: bytes) -> None:
        """Take in the next piece of a sheet.

        Raises:
            RefusedFileError: the sheets together hold more values or merged cells than allowed.
        """
        self._values += piece.count(b"</v>") + piece.count(b"</is>")
        if self._values > limits.MAX_CELLS:
            raise limits.too_many_cells()
        self._merged += piece.count(b"<mergeCell ")
        if self._merged > limits.MAX_MERGED:
            raise limits.too_many_merged()
        if not self.wanted:
            self.wanted = any(mark in piece for mark in self._marks) or self._has_failed(piece)
        if not self.unsaved and b"f>" in piece and any(empty in piece for empty in _EMPTY_VALUES):
            # A formula whose result is an empty text says so by its type; one without a type was never computed.
            self.unsaved = any(not _TYPE.search(cell["marks"]) for cell in _UNSAVED.finditer(piece))

    @staticmethod
    def _has_failed(piece: bytes) -> bool:
        return b't="e"' in piece or (b"'e'" in piece and _FAILED.search(piece) is not None)

    def rewritten(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """The sheet with failed cells and percents as texts."""
        begun = b""
        for piece in pieces:
            begun += piece
            cut = max(begun.rfind(b"</c>") + 4, begun.rfind(b":c>") + 3)
            if cut < 4 and len(begun) < _LONGEST_CELL:
                continue
            cut = cut if cut >= 4 else len(begun)
            yield _CELL.sub(self._as_text, begun[:cut])
            begun = begun[cut:]
        yield begun

    def _as_text(self, cell: re.Match[bytes]) -> bytes:
        marks, value = cell["marks"], cell["value"]
        kind = _TYPE.search(marks)
        if kind and kind[1] == b"e":
            return _text_cell(cell, _TYPE.sub(b"", marks), value)
        style = _STYLE.search(marks)
        if style is None or style[1] not in self._percents or (kind and kind[1] not in (b"", b"n")):
            return cell[0]
        try:
            number = float(value)
        except ValueError:
            return cell[0]
        if not math.isfinite(number):
            return cell[0]
        return _text_cell(cell, _TYPE.sub(b"", marks), percent_text(number).encode())


def _text_cell(cell: re.Match[bytes], marks: bytes, value: bytes) -> bytes:
    prefix = cell["ns"]
    return b'<%sc%s t="str"><%sv>%s</%sv>' % (prefix, marks, prefix, value, prefix)
