"""A list of records as a PDF table: any number of columns and rows, the heading repeated on every page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.exchange.documents.fonts import typeface
from fj_desktop.exchange.documents.installed_fonts import Role
from fj_desktop.exchange.documents.list_columns import ColumnGroup, ColumnRoom, column_groups
from fj_desktop.exchange.documents.list_report import ListReport
from fj_desktop.exchange.documents.page import MM, WIDE_LIST, Align, Imprint, Paper, check_pdf, minute_text
from fj_desktop.exchange.documents.text_flow import balanced_lines, cut, lines_of
from fj_desktop.exchange.outfile import writing

_SIZE = 9.0
_LEADING = 12.0
_PADDING = 3.0
_SAMPLE_ROWS = 400
_TITLE_SIZE = 18.0
_NOTE_SIZE = 9.0
_ASCENT = 0.88  # of the type size, above the baseline
_ROWS_BETWEEN_REPORTS = 50

Lines = list[list[str]]


@dataclass(frozen=True)
class _Row:
    """One row broken into lines, for each column group."""

    groups: list[Lines]

    @property
    def height(self) -> float:
        most = max(len(lines) for group in self.groups for lines in group)
        return most * _LEADING + 2 * _PADDING


def write_list(out: Path, report: ListReport, progress: Progress | None = None) -> int:
    """Write a list as a landscape A4 PDF; give the number of pages.

    Cells are plain text, never markup. Columns that do not fit side by side go to further pages, each beginning
    with the running number and the first column. A row stays on one page; a cell longer than a page is cut
    and ends with ``…（略）``.

    Raises:
        UserError: the file could not be written; nothing of it is left.
        Cancelled: the person asked to stop; nothing of it is left.
    """
    with writing(out, verify=check_pdf) as temporary:
        return _ListWriter(temporary, report, progress or Unwatched()).write()


class _ListWriter:
    """Lays the rows out page by page; holds no more than one page of them."""

    def __init__(self, out: Path, report: ListReport, progress: Progress) -> None:
        self._report = report
        self._progress = progress
        watermark = report.watermark or f"{report.made_by}　{minute_text(report.made_at)}"
        self._paper = Paper(out, WIDE_LIST, Imprint(report.title, report.made_by, report.made_at, watermark))
        self._face = typeface(Role.TABLE)
        self._groups: list[ColumnGroup] = []
        self._headings: list[Lines] = []
        self._heading_height = 0.0
        self._y = 0.0

    def write(self) -> int:
        self._progress.at(0, self._report.count, "正在排版")
        rows = (self._printable(row) for row in self._report.rows)
        sample = list(islice(rows, _SAMPLE_ROWS))
        self._choose_columns(sample)
        page: list[_Row] = []
        top = self._title_block()
        room = self._room_below(top)
        printed = 0
        for row in self._broken(chain(sample, rows), most=int((room - 2 * _PADDING) // _LEADING)):
            if page and sum(other.height for other in page) + row.height > room:
                self._print_page(page, top)
                page, top = [], WIDE_LIST.top
                room = self._room_below(top)
            page.append(row)
            printed += 1
            self._report_progress(printed)
        self._print_page(page, top)
        self._closing_notes(printed)
        self._progress.check()
        return self._paper.finish()

    def _report_progress(self, printed: int) -> None:
        if printed % _ROWS_BETWEEN_REPORTS == 0:
            self._progress.at(printed, self._report.count)

    def _printable(self, row: Sequence[str]) -> list[str]:
        cells = [self._face.printable(cell, self._paper.missing) for cell in row]
        return cells + [""] * (len(self._report.columns) - len(cells))

    def _choose_columns(self, sample: list[list[str]]) -> None:
        report = self._report
        digits = len(str(report.count or 99999)) if report.numbered else None
        room = ColumnRoom(WIDE_LIST.text_width, _SIZE, _PADDING)
        head = typeface(Role.TABLE_HEAD)
        self._groups = column_groups(report.columns, sample, room, self._face, head, digits)
        titles = [head.printable(column.heading, self._paper.missing) for column in report.columns]
        self._headings = [
            [
                balanced_lines("序号" if place is None else titles[place], (width - 2 * _PADDING) / _SIZE, head.em)
                for place, width in zip(group.columns, group.widths, strict=True)
            ]
            for group in self._groups
        ]
        self._heading_height = max(_Row([group]).height for group in self._headings)

    def _broken(self, rows: Iterable[list[str]], most: int) -> Iterator[_Row]:
        """Rows in lines; a cell of more than ``most`` lines, the room below the title, is cut."""
        for number, row in enumerate(rows, start=1):
            yield _Row([[*self._cells(group, row, number, most)] for group in self._groups])

    def _cells(self, group: ColumnGroup, row: list[str], number: int, most: int) -> Iterator[list[str]]:
        for place, width in zip(group.columns, group.widths, strict=True):
            text = str(number) if place is None else row[place]
            ems = (width - 2 * _PADDING) / _SIZE
            yield cut(lines_of(text, ems, self._face.em), most, ems, self._face.em)

    def _room_below(self, top: float) -> float:
        return WIDE_LIST.text_bottom - top - self._heading_height

    def _title_block(self) -> float:
        """Begin the first page; give where the table begins."""
        report, paper, left, width = self._report, self._paper, WIDE_LIST.left, WIDE_LIST.text_width
        self._new_page(0)
        y = WIDE_LIST.top + _TITLE_SIZE
        title = typeface(Role.TITLE)
        ems = width / _TITLE_SIZE
        for line in cut(lines_of(title.printable(report.title, paper.missing), ems, title.em), 2, ems, title.em):
            paper.text(Role.TITLE, _TITLE_SIZE, WIDE_LIST.width / 2, y, line, "center")
            y += _TITLE_SIZE * 1.4
        if report.subtitle:
            y = paper.block(Role.TABLE, _NOTE_SIZE + 1, left, y, width, report.subtitle, 15, most=3)
        count = "" if report.count is None else f"共 {report.count} 条"
        paper.text(Role.TABLE, _NOTE_SIZE, WIDE_LIST.text_right, y, count, "right")
        chosen = f"筛选：{report.filter_text or '无（全部记录）'}"
        return paper.block(Role.TABLE, _NOTE_SIZE, left, y, width - 30 * MM, chosen, 13, most=6) - 6

    def _new_page(self, group: int) -> None:
        parts = len(self._groups)
        self._paper.new_page(f"栏目分 {parts} 页并列，本页为第 {group + 1} 部分" if parts > 1 else "")

    def _print_page(self, rows: list[_Row], top: float) -> None:
        for place, group in enumerate(self._groups):
            if place or top == WIDE_LIST.top:
                self._new_page(place)
            self._y = WIDE_LIST.top if place else top
            self._print_row(group, self._headings[place], self._heading_height, heading=True)
            for row in rows:
                self._print_row(group, row.groups[place], row.height)
            if not rows:
                self._paper.text(Role.TABLE, _SIZE, WIDE_LIST.left + _PADDING, self._y + 18, "没有符合条件的记录。")
                self._y += 18

    def _print_row(self, group: ColumnGroup, cells: Lines, height: float, heading: bool = False) -> None:
        paper, edges = self._paper, group.edges
        left, right = WIDE_LIST.left, WIDE_LIST.left + edges[-1]
        if heading:
            paper.shade(left, self._y, edges[-1], height)
            paper.rule(left, self._y, right, self._y)
        for edge, width, place, lines in zip(edges, group.widths, group.columns, cells, strict=False):
            align: Align = "center" if heading or place is None else self._report.columns[place].align
            role = Role.TABLE_HEAD if heading else Role.TABLE
            x = left + edge + {"left": _PADDING, "center": width / 2, "right": width - _PADDING}[align]
            y = self._y + (height - len(lines) * _LEADING) / 2 + (_LEADING - _SIZE) / 2 + _SIZE * _ASCENT
            for line in lines:
                paper.text(role, _SIZE, x, y, line, align)
                y += _LEADING
        for edge in edges:
            paper.rule(left + edge, self._y, left + edge, self._y + height)
        self._y += height
        paper.rule(left, self._y, right, self._y)

    def _closing_notes(self, printed: int) -> None:
        notes = [*self._report.footnotes, *self._paper.missing_note()]
        if self._report.count is None:
            notes.insert(0, f"共 {printed} 条。")
        face, paper = typeface(Role.TABLE), self._paper
        y = self._y + 16
        for note in notes:
            for line in lines_of(face.printable(note, paper.missing), WIDE_LIST.text_width / _NOTE_SIZE, face.em):
                if y > WIDE_LIST.text_bottom:
                    paper.new_page()
                    y = WIDE_LIST.top + 10
                paper.text(Role.TABLE, _NOTE_SIZE, WIDE_LIST.left, y, line)
                y += 13
