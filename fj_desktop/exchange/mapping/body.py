"""Which rows below a header are no records: sums, notes, captions, the header again."""

import re
from collections.abc import Iterator, Sequence

from fj_desktop.core.text import squeeze
from fj_desktop.exchange.mapping.blocks import Block
from fj_desktop.exchange.mapping.grid import Grid, is_blank
from fj_desktop.exchange.mapping.proposal import LeftOut
from fj_desktop.exchange.mapping.synonyms import EXAMPLES, FOOTNOTES, TOTALS
from fj_desktop.exchange.reading.book import CellValue, cell_text

ABOVE, TOTAL, AGAIN, NOTE, CAPTION = "表头以上的标题或说明", "合计行", "重复的表头", "说明或落款", "分组标题"
NUMBERS, EXAMPLE = "列的编号", "填写示例"

_FEW = 3
_TOTAL = re.compile(rf"(?:\w{{2,10}})?(?:{'|'.join(TOTALS)}|subtotal|total|sum)(?:[:(（].*)?")
_NOTE = re.compile(rf"(?:{'|'.join(map(re.escape, FOOTNOTES))})[^:]{{0,8}}:|(?:注|说明|备注)\d*$|※|\*{{1,3}}\w")
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十]{1,3}[)）]")
_STEMS = frozenset("甲乙丙丁戊")
_ITEM = re.compile(r"\d{1,2}[、.,)）]")


class Body:
    """The rows below one header."""

    def __init__(self, grid: Grid, block: Block, counting: Sequence[int], *, ours: bool = False) -> None:
        self._grid = grid
        self._block = block
        self._counting = set(counting)
        self._headers = {column: {squeeze(part) for part in parts} for column, parts in block.parts.items()}
        self._known = set().union(*self._headers.values()) if self._headers else set()
        self._noted = False
        # What this program wrote holds records only; one may well be called 示例 or 合计.
        self._ours = ours

    def left_out(self) -> Iterator[LeftOut]:
        """Every row that is no record, with its reason; blank rows are not told."""
        for row in range(self._block.top):
            if self._grid.filled(row):
                yield LeftOut(self._grid.sheet_row(row), ABOVE)
        for row in range(self._block.body, self._grid.height):
            if reason := self._reason(row):
                yield LeftOut(self._grid.sheet_row(row), reason)

    def _reason(self, row: int) -> str:
        cells = self._grid.rows[row]
        if row == self._block.body and self._numbers_columns(row):
            return NUMBERS
        if self._ours:
            return ""
        if len(cells) - cells.count(None) - cells.count("") > _FEW:
            lead = next((value for value in cells if value is not None and value != ""), None)
            return self._of_many(row, lead) if isinstance(lead, str) else ""
        filled = self._grid.filled(row)
        return self._of_few(row, filled) if filled else ""

    def _numbers_columns(self, row: int) -> bool:
        """A row below the header that only numbers its columns: 1, 2, 3 or 甲, 乙, 1, 2."""
        words = [squeeze(cell_text(self._grid.value(row, one))).strip("()（）") for one in self._grid.filled(row)]
        numbers = [word for word in words if word not in _STEMS]
        return (
            len(words) > 2
            and len(words) * 2 > len(self._headers)
            and numbers == [str(number) for number in range(1, len(numbers) + 1)]
        )

    def _of_many(self, row: int, lead: str) -> str:
        word = squeeze(lead)
        if word in EXAMPLES and row == self._block.body:
            return EXAMPLE
        if word not in self._known and word[-2:] not in TOTALS and word[:2] not in TOTALS and not _NOTE.match(word):
            return ""
        filled = self._grid.filled(row)
        if self._is_header(row, filled):
            return AGAIN
        if _TOTAL.fullmatch(word) and self._words(row, filled) <= 2:
            return TOTAL
        return NOTE if self._is_signature(row, filled) else ""

    def _of_few(self, row: int, filled: list[int]) -> str:
        lead = self._grid.value(row, filled[0])
        if not isinstance(lead, str):
            return ""
        word = squeeze(lead)
        if len(filled) > 1 and self._is_header(row, filled):
            return AGAIN
        if _TOTAL.fullmatch(word) and self._words(row, filled) <= 2:
            return TOTAL
        if self._is_signature(row, filled) or (len(filled) == 1 and self._goes_on(word)):
            self._noted = True
            return NOTE
        return self._of_one(row, filled[0], word) if len(filled) == 1 else ""

    def _of_one(self, row: int, column: int, word: str) -> str:
        """A single cell: a caption when it reaches over columns, stands where numbers do, or is numbered 一、."""
        region = self._grid.region_from(row, column)
        wide = region is not None and region[3] - region[1] >= 2
        if wide and len(word) > 30:
            return NOTE
        if wide or column in self._counting or (_NUMBERED.match(word) and column == min(self._headers, default=0)):
            return CAPTION if not _ITEM.match(word) or wide else ""
        return ""

    def _goes_on(self, word: str) -> bool:
        return self._noted and bool(_ITEM.match(word))

    def _is_header(self, row: int, filled: list[int]) -> bool:
        same = sum(squeeze(str(self._grid.value(row, one))) in self._headers.get(one, ()) for one in filled)
        return same * 10 >= len(filled) * 6

    def _is_signature(self, row: int, filled: list[int]) -> bool:
        """Cells that explain or sign: 说明：…, 填报人：…, each with a colon."""
        words = [squeeze(str(self._grid.value(row, one))) for one in filled]
        if not _NOTE.match(words[0]):
            return False
        return (
            len(words) == 1
            or all(_NOTE.match(word) or ":" in word for word in words)
            or (len(words) <= _FEW and words[0].endswith(":"))
        )

    def _words(self, row: int, filled: list[int]) -> int:
        return sum(_is_word(self._grid.value(row, one)) for one in filled)


def _is_word(value: CellValue) -> bool:
    if not isinstance(value, str) or is_blank(value):
        return False
    return value.strip() not in "-—/" and not any(sign.isdigit() for sign in value)
