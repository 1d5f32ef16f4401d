"""Files from outside become plain rows or a plain refusal."""

from fj_desktop.exchange.reading.book import Book, CellError, CellValue, RuinedNumber, Sheet, cell_text
from fj_desktop.exchange.reading.reader import read_book

__all__ = ["Book", "CellError", "CellValue", "RuinedNumber", "Sheet", "cell_text", "read_book"]
