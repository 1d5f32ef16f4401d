"""Prints a document of one page: whatever stands in it, it is one A4 page and nothing runs over its edge."""

from math import inf
from pathlib import Path

from fj_desktop.exchange.documents.fonts import typeface
from fj_desktop.exchange.documents.installed_fonts import Role
from fj_desktop.exchange.documents.one_page import OnePage
from fj_desktop.exchange.documents.one_page_rows import MEASURES, Measures, Row, RowMaker, broken, put_row
from fj_desktop.exchange.documents.page import ONE_PAGE, Imprint, Paper, check_pdf
from fj_desktop.exchange.documents.text_flow import cut, shortened
from fj_desktop.exchange.outfile import writing

_TITLE_SIZE, _SUBTITLE_SIZE, _NOTE_SIZE, _SIGN_SIZE = 19.0, 11.0, 7.5, 10.5
_NOTE_LEADING = 10.0
_MOST_NOTE_LINES = 14
_LONGEST_NOTE = 2000
_SIGN_ROOM = 30.0
_ABOVE_NOTES = 6.0
_ASCENT = 0.88  # of the type size, above the baseline
_CUT = "注：标“…（略）”或“另有…项”处因一页放不下有删节，全文见台账。"


def write_one_page(out: Path, document: OnePage) -> None:
    """Write a document as one A4 page.

    Type gets smaller, then long texts are cut, then tables, until all of it fits; what was left out is told on the
    page. Texts are plain text, never markup.

    Raises:
        UserError: the file could not be written; nothing of it is left.
    """
    with writing(out, verify=check_pdf) as temporary:
        _Writer(temporary, document).write()


class _Writer:
    def __init__(self, out: Path, document: OnePage) -> None:
        self._document = document
        title = " ".join(document.title.split())
        self._paper = Paper(out, ONE_PAGE, Imprint(title, document.made_by, document.made_at, document.watermark))

    def write(self) -> None:
        paper = self._paper
        paper.new_page()
        rows, notes = self._fitting()
        y = self._title()
        for row in rows:
            y = put_row(paper, row, ONE_PAGE.left, y + row.gap)
        foot = ONE_PAGE.text_bottom - (_SIGN_ROOM if self._document.signatures else 0.0)
        self._notes(notes, foot - len(notes) * _NOTE_LEADING)
        self._signatures()
        paper.finish()

    def _fitting(self) -> tuple[list[Row], list[str]]:
        """The rows in the roomiest measures that fit, and the lines of the notes below them."""
        *roomy, barest = MEASURES
        made = (self._made(measures, ONE_PAGE.text_height) for measures in roomy)
        return next((one for one in made if one is not None), None) or self._made(barest) or ([], [])

    def _made(self, measures: Measures, most: float = inf) -> tuple[list[Row], list[str]] | None:
        """Rows and notes; None as soon as they are higher than ``most``."""
        maker, rows = RowMaker(ONE_PAGE.text_width, measures, self._paper.missing), []
        high = self._head + (_SIGN_ROOM if self._document.signatures else 0.0) + _ABOVE_NOTES
        for row in (row for part in self._document.parts for row in maker.rows(part)):
            rows.append(row)
            high += row.gap + row.height
            if high > most:
                return None
        face, room = typeface(Role.TABLE), ONE_PAGE.text_width / _NOTE_SIZE
        texts = [*([_CUT] if maker.has_cut else []), *self._document.notes, *self._paper.missing_note()]
        lines = [line for text in texts for line in broken(text[:_LONGEST_NOTE], room, face, self._paper.missing)]
        notes = cut(lines, _MOST_NOTE_LINES, room, face.em)
        return (rows, notes) if high + len(notes) * _NOTE_LEADING <= most else None

    @property
    def _head(self) -> float:
        return _TITLE_SIZE * 1.3 + (_SUBTITLE_SIZE * 1.6 if self._document.subtitle else 0.0)

    def _title(self) -> float:
        paper, middle, y = self._paper, ONE_PAGE.width / 2, ONE_PAGE.top + _TITLE_SIZE * _ASCENT
        for role, size, text in (
            (Role.TITLE, _TITLE_SIZE, self._document.title), (Role.TABLE, _SUBTITLE_SIZE, self._document.subtitle),
        ):  # fmt: skip
            face = typeface(role)
            shown = shortened(face.printable(text, paper.missing), ONE_PAGE.text_width / size, face.em)
            paper.text(role, size, middle, y, shown, "center")
            y += _SUBTITLE_SIZE * 1.9
        return ONE_PAGE.top + self._head

    def _notes(self, notes: list[str], y: float) -> None:
        for line in notes:
            self._paper.text(Role.TABLE, _NOTE_SIZE, ONE_PAGE.left, y + _NOTE_SIZE, line)
            y += _NOTE_LEADING

    def _signatures(self) -> None:
        labels, face, y = self._document.signatures, typeface(Role.TABLE_HEAD), ONE_PAGE.text_bottom - 4
        wide = [face.em(label) * _SIGN_SIZE + 2 for label in labels]
        line, left = (ONE_PAGE.text_width - sum(wide)) / max(1, len(labels)) - 8, ONE_PAGE.left
        for label, width in zip(labels, wide, strict=True):
            self._paper.text(Role.TABLE_HEAD, _SIGN_SIZE, left, y, label)
            self._paper.rule(left + width, y + 3, left + width + line, y + 3)
            left += width + line + 8
