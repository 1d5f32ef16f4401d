"""What the cells of a column look like; used only to choose between fields a header could mean."""

from collections.abc import Sequence
from itertools import pairwise

from fj_desktop.core.kinds import Kind, Many, Ref, Text
from fj_desktop.core.refusal import RefusalError
from fj_desktop.exchange.mapping.cells import bare_number
from fj_desktop.exchange.reading.book import CellValue, cell_text

SAMPLES = 60
_ENOUGH = 20


def fits(kind: Kind, values: Sequence[CellValue], unit: str = "") -> bool | None:
    """Whether most cells could be of a kind; None when the kind takes any text or there is nothing to look at."""
    if isinstance(kind, (Text, Ref)) or (isinstance(kind, Many) and not kind.choices()) or not values:
        return None
    seen = [cell_text(value) for value in values[:_ENOUGH]]
    return sum(_taken(kind, text, unit) for text in seen) * 2 >= len(seen)


def counts_rows(values: Sequence[CellValue]) -> bool:
    """Cells that are 1, 2, 3 … in order."""
    seen = [cell_text(value) for value in values[:SAMPLES]]
    numbers = [int(text) for text in seen if text.isascii() and text.isdigit() and len(text) < 7]
    if len(numbers) < len(seen) or not numbers:
        return False
    return numbers[0] in (0, 1) and all(0 < after - before < 3 for before, after in pairwise(numbers))


def _taken(kind: Kind, text: str, unit: str) -> bool:
    try:
        kind.parse(kind.with_unit(text, unit) if unit and bare_number(text) else text)
    except RefusalError:
        return False
    return True
