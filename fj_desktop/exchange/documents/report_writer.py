"""Prints a report of any length: parts one below the other, the head of a table again on every page."""

from collections.abc import Sequence
from pathlib import Path

from fj_desktop.exchange.documents.fonts import typeface
from fj_desktop.exchange.documents.installed_fonts import Role
from fj_desktop.exchange.documents.one_page import Grid, Part, Report
from fj_desktop.exchange.documents.one_page_rows import Measures, Row, RowMaker, broken, put_row
from fj_desktop.exchange.documents.page import ONE_PAGE, WIDE_LIST, Imprint, Paper, check_pdf
from fj_desktop.exchange.documents.text_flow import shortened
from fj_desktop.exchange.outfile import writing

_TITLE_SIZE, _SUBTITLE_SIZE, _NOTE_SIZE, _NOTE_LEADING = 19.0, 11.0, 8.0, 11.0
_MEASURES = Measures(9.0, most_lines=24)
_LEAST_ROWS = 2
_ABOVE_NOTES = 12.0


def write_report(out: Path, report: Report) -> int:
    """Write a report; give the number of its pages.

    A cell of more lines than a page holds is cut and ends with ``…（略）``. Texts are plain text, never markup.

    Raises:
        UserError: the file could not be written; nothing of it is left.
    """
    with writing(out, verify=check_pdf) as temporary:
        return _Writer(temporary, report).write()


class _Writer:
    def __init__(self, out: Path, report: Report) -> None:
        self._report, self._sheet = report, WIDE_LIST if report.wide else ONE_PAGE
        imprint = Imprint(" ".join(report.title.split()), report.made_by, report.made_at, report.watermark)
        self._paper = Paper(out, self._sheet, imprint)
        self._y = 0.0

    def write(self) -> int:
        self._new_page()
        self._title()
        for part in self._report.parts:
            self._part(part)
        self._notes()
        return self._paper.finish()

    def _new_page(self) -> None:
        self._paper.new_page()
        self._y = self._sheet.top

    def _title(self) -> None:
        paper, middle = self._paper, self._sheet.width / 2
        for role, size, text in (
            (Role.TITLE, _TITLE_SIZE, self._report.title), (Role.TABLE, _SUBTITLE_SIZE, self._report.subtitle),
        ):  # fmt: skip
            face = typeface(role)
            shown = shortened(face.printable(text, paper.missing), self._sheet.text_width / size, face.em)
            paper.text(role, size, middle, self._y + size, shown, "center")
            self._y += size * 1.5

    def _part(self, part: Part) -> None:
        rows = list(RowMaker(self._sheet.text_width, _MEASURES, self._paper.missing).rows(part))
        begin = bool(part.heading) + isinstance(part, Grid)
        # A heading never stands alone at the foot of a page.
        self._keep_together(rows[: begin + _LEAST_ROWS])
        head = rows[begin - 1] if isinstance(part, Grid) else None
        for place, row in enumerate(rows):
            if place >= begin and self._y + row.gap + row.height > self._sheet.text_bottom:
                self._new_page()
                if head is not None:
                    self._y = put_row(self._paper, head, self._sheet.left, self._y)
            self._y = put_row(self._paper, row, self._sheet.left, self._y + row.gap)

    def _keep_together(self, rows: Sequence[Row]) -> None:
        high = sum(row.gap + row.height for row in rows)
        if self._y > self._sheet.top and self._y + high > self._sheet.text_bottom:
            self._new_page()

    def _notes(self) -> None:
        face, room = typeface(Role.TABLE), self._sheet.text_width / _NOTE_SIZE
        self._y += _ABOVE_NOTES
        for note in (*self._report.notes, *self._paper.missing_note()):
            for line in broken(note, room, face, self._paper.missing):
                if self._y + _NOTE_LEADING > self._sheet.text_bottom:
                    self._new_page()
                self._y += _NOTE_LEADING
                self._paper.text(Role.TABLE, _NOTE_SIZE, self._sheet.left, self._y, line)
