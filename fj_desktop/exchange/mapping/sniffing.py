"""What the cells of a column look like; used only to choose between fields a header could mean."""

import re
from collections.abc import Sequence

from fj_desktop.core.kinds import Kind, Many, Ref, Text
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import fold
from fj_desktop.exchange.reading.book import CellValue, cell_text

MOBILE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)")
LINE = re.compile(r"(?<![\d.])(?:\(?0\d{2,3}\)?[- ]?)?[2-9]\d{2,3}[- ]?\d{4}(?:[-转]\d{1,6})?(?!\d)|(?<!\d)400[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
SAMPLES = 60


def texts(values: Sequence[CellValue]) -> list[str]:
    """The cells as text; errors and blanks left out by the caller."""
    return [cell_text(value) for value in values[:SAMPLES]]


def calls(values: Sequence[CellValue]) -> set[str]:
    """Which of ``mobile``, ``phone``, ``email`` the cells hold; empty when none do."""
    found: set[str] = set()
    for text in map(fold, texts(values)):
        rest = EMAIL.sub(" ", text)
        if rest != text:
            found.add("email")
        bare = MOBILE.sub(" ", rest)
        if bare != rest:
            found.add("mobile")
        if LINE.search(bare):
            found.add("phone")
    return found


def fits(kind: Kind, values: Sequence[CellValue], unit: str = "") -> bool | None:
    """Whether most cells could be of a kind; None when the kind takes any text or there is nothing to look at."""
    if isinstance(kind, (Text, Ref)) or (isinstance(kind, Many) and not kind.choices()) or not values:
        return None
    seen = texts(values)[:20]
    taken = sum(_taken(kind, text, unit) for text in seen)
    return taken * 2 >= len(seen)


def counts_rows(values: Sequence[CellValue]) -> bool:
    """Cells that are 1, 2, 3 … in order."""
    seen = texts(values)
    numbers = [int(text) for text in seen if text.isascii() and text.isdigit() and len(text) < 7]
    if len(numbers) < len(seen) or not numbers:
        return False
    return numbers[0] in (0, 1) and all(0 < after - before < 3 for before, after in zip(numbers, numbers[1:], strict=False))


def _taken(kind: Kind, text: str, unit: str) -> bool:
    try:
        kind.parse(kind.with_unit(text, unit) if unit and text[-1:].isdigit() else text)
    except RefusalError:
        return False
    return True
