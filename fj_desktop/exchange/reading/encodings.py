"""Which encoding a text from outside is in: UTF-8, UTF-16, GB18030 or Big5, by strict decoding and by plausibility."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from fj_desktop.exchange.reading.limits import refuse

_CHUNK_BYTES = 1 << 20
_SAMPLE_CHARACTERS = 20_000
_HALF, _FEW = 0.5, 0.05

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x19\x1b-\x1f\x7f]")
_MOST_CONTROLS = 0.02
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")

_BINARY = "不是文本文件，也不是认得的表格，读不出来。请选择 .xlsx、.xls、.ods、.csv 或 .vcf 文件。"
_UNKNOWN = "文字编码认不出来（不是 UTF-8、GB18030 或 Big5）。请用 WPS/Excel 打开，确认文字正常后另存为 .xlsx 再导入。"
_BROKEN = "文件里有损坏的文字（第 {} 行附近）。请用 WPS/Excel 打开，改正后另存为 .xlsx 再导入。"


def encoding_of(file: BinaryIO) -> str:
    """Name of the codec that decodes the whole file strictly; the file is left at its beginning.

    Raises:
        RefusedFileError: it is no text, or none of the four encodings gives plausible Chinese.
    """
    sample = file.read(_CHUNK_BYTES)
    try:
        wide = _marked(sample) or _unmarked_wide(sample)
        return _unbroken(file, wide) if wide else _plain(file, sample)
    finally:
        file.seek(0)


def _marked(sample: bytes) -> str:
    return next((name for mark, name in _BOMS if sample.startswith(mark)), "")


def _unmarked_wide(sample: bytes) -> str:
    """UTF-16 without a mark: where there is ASCII at all, every second byte of it is zero."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most = max(even, odd)
    if most * 10 < len(sample) or min(even, odd) * 10 > most:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _plain(file: BinaryIO, sample: bytes) -> str:
    controls = len(_CONTROLS.findall(sample)) + sample.count(0)
    if controls > len(sample) * _MOST_CONTROLS:
        raise refuse(_BINARY)
    fault = _first_fault(file, "utf-8")
    if fault is None:
        return "utf-8"
    if _is_nearly_utf_8(sample):
        raise refuse(_BROKEN.format(fault))
    chinese, taiwanese = _plausibility(sample, "gb18030"), _plausibility(sample, "big5")
    if max(chinese, taiwanese) < _HALF:
        raise refuse(_UNKNOWN)
    return _unbroken(file, "gb18030" if chinese >= taiwanese else "big5")


def _is_nearly_utf_8(sample: bytes) -> bool:
    found = _NOT_ASCII.findall(sample.decode("utf-8", "replace"))
    return found.count("\ufffd") < len(found) * _FEW


def _unbroken(file: BinaryIO, encoding: str) -> str:
    fault = _first_fault(file, encoding)
    if fault is not None:
        raise refuse(_BROKEN.format(fault))
    return encoding


def _first_fault(file: BinaryIO, encoding: str) -> int | None:
    """Line of the first byte that is none of the encoding's; None when there is none."""
    decoder = codecs.getincrementaldecoder(encoding)()
    lines = 1
    for piece in _pieces(file):
        try:
            decoder.decode(piece)
        except UnicodeDecodeError as error:
            return lines + error.object[: error.start].count(b"\n")
        lines += piece.count(b"\n")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return lines
    return None


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(_CHUNK_BYTES):
        yield piece


def _plausibility(sample: bytes, encoding: str) -> float:
    """Share of everyday characters among all that are not ASCII; the wrong encoding gives rare ones and symbols."""
    text = sample.decode(encoding, "replace")
    found = _NOT_ASCII.findall(text)[:_SAMPLE_CHARACTERS]
    if not found:
        return 0.0
    return sum(map(_EVERYDAY[encoding], found)) / len(found)


def _everyday_simplified(character: str) -> bool:
    """Level one of GB/T 2312 (3,755 characters), and the punctuation of rows 1 and 3."""
    try:
        packed = character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return 0xB0 <= packed[0] <= 0xD7 or packed[0] in (0xA1, 0xA3)


def _everyday_traditional(character: str) -> bool:
    """Level one of Big5 (5,401 characters), and its punctuation."""
    try:
        packed = character.encode("big5")
    except UnicodeEncodeError:
        return False
    return 0xA4 <= packed[0] <= 0xC6 or packed[0] == 0xA1


_EVERYDAY = {"gb18030": _everyday_simplified, "big5": _everyday_traditional}
