"""The cells of the tables in a piece of HTML; whatever else it holds is passed over, nothing of it can act."""

from html.parser import HTMLParser

from fj_desktop.exchange.clipboard.sizes import MOST_CELLS, too_many

_WIDEST_SPAN = 256
_HIDDEN = ("script", "style", "head", "title")
_BREAKING = ("br", "p", "div", "li")


def table_of(html: str) -> list[list[str]]:
    """The rows of all tables one below the other; a table within a cell is text of that cell.

    Raises:
        RefusedFileError: more cells than are taken at once.
    """
    parser = _Tables()
    parser.feed(html)
    parser.close()
    return [row for row in parser.rows if row]


class _Tables(HTMLParser):
    """Gathers the cells; a cell that reaches over several columns leaves blank ones behind it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._depth = self._hidden = self._cells = self._span = 0
        self._words: list[str] | None = None
        self._below: dict[int, int] = {}
        self._coming: dict[int, int] = {}

    def _start_row(self) -> None:
        self._end_cell()
        self._below, self._coming = {at: left - 1 for at, left in self._coming.items() if left > 1}, {}
        self._coming = dict(self._below)
        self.rows.append([])

    def _start_cell(self, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        if not self.rows:
            self.rows.append([])
        self._pass_over()
        self._words, self._span = [], _span(attributes.get("colspan"))
        rows = _span(attributes.get("rowspan"))
        if rows > 1:
            at = len(self.rows[-1])
            self._coming |= dict.fromkeys(range(at, at + self._span), rows)

    def _pass_over(self) -> None:
        """Leave blank what a cell of a row above reaches into."""
        while len(self.rows[-1]) in self._below:
            self._put("")

    def _end_cell(self) -> None:
        if self._words is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self._words).split("\n"))
        self._words = None
        self._put("\n".join(lines).strip("\n"))
        for _ in range(self._span - 1):
            self._put("")

    def _put(self, text: str) -> None:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise too_many()
        self.rows[-1].append(text)

    # The parser's own names

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        elif tag in _HIDDEN:
            self._hidden += 1
        elif tag == "tr" and self._depth == 1:
            self._start_row()
        elif tag in ("td", "th") and self._depth == 1:
            self._start_cell(dict(attrs))
        elif tag in _BREAKING and self._words:
            self._words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
        elif tag in _HIDDEN and self._hidden:
            self._hidden -= 1
        if self._depth <= 1 and tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._words is not None and not self._hidden:
            self._words.append(" ".join(data.replace("\xa0", " ").split("\n")))


def _span(text: str | None) -> int:
    digits = (text or "").strip()
    return max(1, min(_WIDEST_SPAN, int(digits[:6]))) if digits.isascii() and digits.isdigit() else 1
