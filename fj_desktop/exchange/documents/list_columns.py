"""How wide the columns of a printed list are, and which of them stand together on a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from fj_desktop.exchange.documents.fonts import Typeface
from fj_desktop.exchange.documents.list_report import ListColumn

# Widths in characters of the table's font (em), without the space beside the grid lines.
_NARROWEST = 3.0
_WIDEST_WISH = 24.0
_COMFORT = 9.0  # a column narrower than this and than its contents is tiring to read
_LONGEST_WORD = 12.0
_SHORT = 7.5  # contents up to here stay on one line: a date, a number, a word of a closed list
_NUMBER_COLUMN = 2.6


@dataclass(frozen=True)
class ColumnGroup:
    """Columns printed side by side on one page.

    Attributes:
        columns: places of the columns in the report; ``None`` is the running number.
        widths: in points, grid line to grid line, in the order of ``columns``.
    """

    columns: tuple[int | None, ...]
    widths: tuple[float, ...]

    @property
    def edges(self) -> list[float]:
        """Distances of all vertical grid lines from the table's left edge."""
        edges = [0.0]
        for width in self.widths:
            edges.append(edges[-1] + width)
        return edges


@dataclass(frozen=True)
class _Need:
    least: float
    wish: float
    weight: float

    @property
    def comfort(self) -> float:
        return max(self.least, min(self.wish, _COMFORT))


@dataclass(frozen=True)
class ColumnRoom:
    """The room a table has, in points."""

    width: float
    size: float
    padding: float

    def points(self, em: float) -> float:
        return em * self.size + 2 * self.padding


def column_groups(
    columns: Sequence[ListColumn],
    sample: Sequence[Sequence[str]],
    room: ColumnRoom,
    face: Typeface,
    head: Typeface,
    numbers: int | None,
) -> list[ColumnGroup]:
    """Choose the columns' widths from what stands in them; split them over pages when they do not fit.

    Every group begins with the running number (where there is one) and the first column, so that each page
    can be read by itself.

    Args:
        columns: all columns of the report.
        sample: printable cells of the first rows.
        room: width and type size of the table.
        face: the font of the cells.
        head: the font of the headings.
        numbers: digits of the longest running number; None for no numbers.
    """
    needs = [_need(column, [row[place] for row in sample], face, head) for place, column in enumerate(columns)]
    lead = () if numbers is None else (room.points(max(_NUMBER_COLUMN, numbers * 0.62)),)
    groups = _shared_out(needs, room, room.width - sum(lead))
    return [
        ColumnGroup(
            columns=(*(None for _ in lead), *places),
            widths=(*lead, *_widths([needs[place] for place in places], room, room.width - sum(lead))),
        )
        for places in groups
    ]


def _need(column: ListColumn, cells: list[str], face: Typeface, head: Typeface) -> _Need:
    lengths = sorted(max((face.em(line) for line in cell.split("\n")), default=0.0) for cell in cells if cell)
    typical = lengths[int(len(lengths) * 0.9)] if lengths else 0.0
    longest_word = max((face.em(word) for cell in cells for word in _words(cell)), default=0.0)
    heading = max(head.em(line) for line in column.heading.split("\n"))
    heading_least = max(head.em(f"（{column.unit}）") if column.unit else 0.0, min(heading, 4.0))
    short = typical if typical <= _SHORT else 0.0
    least = max(_NARROWEST, min(longest_word, _LONGEST_WORD), heading_least, short)
    return _Need(least, max(least, min(max(typical, heading), _WIDEST_WISH)), max(column.weight, 0.01))


def _words(cell: str) -> list[str]:
    """Runs of Latin letters and digits, which are not to be cut."""
    return "".join(sign if sign.isascii() and not sign.isspace() else " " for sign in cell).split()


def _shared_out(needs: list[_Need], room: ColumnRoom, width: float) -> list[list[int]]:
    """Places of the columns of each page; evenly filled, the first column on all of them."""
    places = list(range(len(needs)))
    if len(places) < 3 or sum(room.points(needs[place].comfort) for place in places) <= width:
        return [places]
    key = room.points(needs[0].comfort)
    rest = [room.points(need.comfort) for need in needs[1:]]
    pages = 1 + int(sum(rest) // max(width - key, 1.0))
    groups: list[list[int]] = []
    while not groups:
        groups = _filled(rest, max(width - key, 1.0), pages) or []
        pages += 1
    return [[0, *group] for group in groups]


def _filled(rest: list[float], width: float, pages: int) -> list[list[int]] | None:
    """Cut the columns into ``pages`` runs near the even share; None when a run of several is wider than the page."""
    ends, so_far, total = [0], 0.0, sum(rest)
    for place, need in enumerate(rest):
        middle = so_far + need / 2
        so_far += need
        while len(ends) < pages and middle > total * len(ends) / pages:
            ends.append(place)
    ends += [len(rest)] * (pages + 1 - len(ends))
    runs = [(start, end) for start, end in pairwise(ends) if end > start]
    if any(end - start > 1 and sum(rest[start:end]) > width for start, end in runs):
        return None
    return [list(range(start + 1, end + 1)) for start, end in runs]


def _widths(needs: list[_Need], room: ColumnRoom, width: float) -> list[float]:
    least = [room.points(need.least) for need in needs]
    wish = [room.points(need.wish) for need in needs]
    if sum(least) > width:
        return [width * part / sum(least) for part in least]
    if sum(wish) <= width:
        shares = [part * need.weight for part, need in zip(wish, needs, strict=True)]
        return _grown(wish, shares, width)
    wants = [(most - few) * need.weight for most, few, need in zip(wish, least, needs, strict=True)]
    return _grown(least, wants, width)


def _grown(widths: list[float], shares: list[float], width: float) -> list[float]:
    spare, total = width - sum(widths), sum(shares)
    return [part + spare * share / total for part, share in zip(widths, shares, strict=True)]
