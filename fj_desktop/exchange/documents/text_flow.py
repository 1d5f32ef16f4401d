"""Line breaking for Chinese text with Latin words and numbers in it (the prohibitions of GB/T 15834 and CLREQ)."""

import re
from collections.abc import Callable, Iterator

# Signs that may not begin a line, and signs that may not end one.
NOT_FIRST = "、。，．：；！？）】》〉」』〕］｝〗〙”’…—–～·％‰℃°々〻ー!),.:;?]}%’”•‧／"
NOT_LAST = "（【《〈「『〔［｛〖〘“‘＃￥＄$¥£€№([{"

_FIRST = re.escape(NOT_FIRST)
_LAST = re.escape(NOT_LAST)
_LETTER = "A-Za-z0-9À-ʯͰ-ӿ"
_UNIT = r"(?:(?<=\d)[亩元万亿年月日时家个吨])?"
_WORD = rf"[{_LETTER}](?:[{_LETTER}_'+&@#./\\:=?,-]*[{_LETTER}_+])?{_UNIT}"
# What stays together on one line: opening signs, then a word, a number with its unit or one character, then
# closing signs.
_ATOM = re.compile(rf"(?: +)|(?:[{_LAST}]*(?:{_WORD}|[^ {_LAST}])[{_FIRST}]*)|[{_LAST}]+")

CUT_MARK = "…（略）"
# A column made exactly as wide as its contents must hold them in spite of rounding.
_GRACE = 1e-6

Measure = Callable[[str], float]


def lines_of(text: str, width: float, measure: Measure) -> list[str]:
    """Break text into lines no wider than ``width``; a newline always ends a line.

    A closing sign never begins a line and an opening sign never ends one, unless the line is too narrow
    for the sign and its neighbour together. A word or number is cut only when it is wider than a line.

    Args:
        text: printable text.
        width: in the unit of ``measure``; at least one character fits whatever the width.
        measure: width of a piece of text; the sum of its characters' widths.
    """
    return [line for paragraph in text.split("\n") for line in _paragraph_lines(paragraph, width + _GRACE, measure)]


def balanced_lines(text: str, width: float, measure: Measure) -> list[str]:
    """Break text as :func:`lines_of` does, then make the lines of each paragraph about equally long; for headings."""
    found: list[str] = []
    for paragraph in text.split("\n"):
        lines = lines_of(paragraph, width, measure)
        narrow = measure(paragraph) / len(lines)
        while narrow < width and len(better := lines_of(paragraph, narrow, measure)) > len(lines):
            narrow += 0.25
        found += better if narrow < width else lines
    return found


def cut(lines: list[str], limit: int, width: float, measure: Measure) -> list[str]:
    """The first ``limit`` lines; where some are left out, the last one ends with ``…（略）``."""
    if len(lines) <= limit:
        return lines
    kept = lines[: max(1, limit)]
    last = kept[-1].rstrip()
    while last and measure(last + CUT_MARK) > width + _GRACE:
        last = last[:-1]
    return [*kept[:-1], last + CUT_MARK]


def shortened(text: str, width: float, measure: Measure) -> str:
    """The text on one line, ended by ``…`` where it is too wide."""
    flat = " ".join(text.split("\n"))
    if measure(flat) <= width:
        return flat
    while flat and measure(flat + "…") > width:
        flat = flat[:-1]
    return flat + "…"


def _paragraph_lines(text: str, width: float, measure: Measure) -> Iterator[str]:
    if measure(text) <= width:
        yield text.rstrip(" ")
        return
    line, used = "", 0.0
    for atom in _ATOM.findall(text):
        size = measure(atom)
        blank = atom.startswith(" ")
        if size > width and not blank:
            *full, line = _forced(line + atom, width, measure)
            yield from full
            used = measure(line)
            continue
        if line and used + size > width and not blank:
            yield line.rstrip(" ")
            line, used = "", 0.0
        if line or not blank:
            line += atom
            used += size
    yield line.rstrip(" ")


def _forced(text: str, width: float, measure: Measure) -> list[str]:
    """Cut what is wider than a line at the last character that fits."""
    pieces, line, used = [], "", 0.0
    for sign in text:
        size = measure(sign)
        if line and used + size > width:
            pieces.append(line)
            line, used = "", 0.0
        line += sign
        used += size
    return [*pieces, line]
