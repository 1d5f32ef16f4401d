"""A page of paper: the county's official page or a wide list page, with running head, page numbers and watermark."""

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.errors import UserError
from fj_desktop.exchange.documents.fonts import STAND_IN, Typeface, typeface
from fj_desktop.exchange.documents.installed_fonts import Role
from fj_desktop.exchange.documents.text_flow import cut, lines_of, shortened

PROGRAM_NAME = "奉节招商工作台"
MM = 72 / 25.4

Align = Literal["left", "center", "right"]

# Plain compressed streams: a fifth smaller and written a third faster than as ASCII.
rl_config.useA85 = 0

_TOTAL = "total-pages"
_WATERMARK = "watermark"
_WATERMARK_GRAY = 0.93
_SMALL = 8.5


@dataclass(frozen=True)
class Sheet:
    """Size and margins of a page, in points (1/72 inch)."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom

    @property
    def text_right(self) -> float:
        return self.width - self.right

    @property
    def text_bottom(self) -> float:
        """Distance of the type area's lower edge from the top of the page."""
        return self.height - self.bottom


def _sheet(width: float, height: float, top: float, bottom: float, left: float, right: float) -> Sheet:
    return Sheet(width * MM, height * MM, top * MM, bottom * MM, left * MM, right * MM)


# GB/T 9704-2012: A4, head margin 37 mm, binding margin 28 mm, type area 156 × 225 mm.
OFFICIAL = _sheet(210, 297, top=37, bottom=35, left=28, right=26)
WIDE_LIST = _sheet(297, 210, top=20, bottom=18, left=18, right=18)
# Documents that must be one page: as large a type area as a binder's holes and every printer leave.
ONE_PAGE = _sheet(210, 297, top=17, bottom=19, left=22, right=16)


@dataclass(frozen=True)
class Imprint:
    """What stands around the contents of every page.

    Attributes:
        title: name of the document; also the running head from the second page on.
        made_by: office and person.
        made_at: aware moment; printed in the county's time.
        watermark: set slantwise behind the text; empty for none.
    """

    title: str
    made_by: str
    made_at: dt.datetime
    watermark: str = ""

    @property
    def made_text(self) -> str:
        return f"{self.made_by}　{minute_text(self.made_at)}"


def minute_text(moment: dt.datetime) -> str:
    """A moment as officials write it, in the county's time: ``2026年1月5日 09:30``."""
    local = moment.astimezone(COUNTY_ZONE)
    return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"


@dataclass
class Paper:
    """A PDF in the making. Positions are points from the page's left and upper edge; ``y`` is a baseline.

    Attributes:
        missing: characters that no font had and that stand as ``〓`` on the page.
    """

    out: Path
    sheet: Sheet
    imprint: Imprint
    pages: int = 0
    missing: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        size = (self.sheet.width, self.sheet.height)
        first = typeface(Role.TABLE).runs("0")[0].font
        self._canvas = Canvas(
            str(self.out),
            pagesize=size,
            pageCompression=1,
            initialFontName=first,  # type: ignore[arg-type]  # the stub asks for a float
            lang="zh-CN",
        )
        self._canvas.setTitle(self.imprint.title)
        self._canvas.setAuthor(self.imprint.made_by)
        self._canvas.setCreator(PROGRAM_NAME)
        self._canvas.setProducer(PROGRAM_NAME)
        if self.imprint.watermark:
            self._define_watermark(self.imprint.watermark)

    def new_page(self, note: str = "") -> None:
        """Close the page before, begin the next; ``note`` stands at the right of the running head."""
        if self.pages:
            self._canvas.showPage()
        self.pages += 1
        if self.imprint.watermark:
            self._canvas.doForm(_WATERMARK)
        self._running_head(note)
        self._footer()

    def text(self, role: Role, size: float, x: float, y: float, text: str, align: Align = "left") -> None:
        """Print one line; a character no font has is printed as ``〓`` and kept in ``missing``."""
        face = typeface(role)
        shown = face.printable(text, self.missing)
        if align != "left":
            x -= face.em(shown) * size * (0.5 if align == "center" else 1)
        self._print(face, size, x, y, shown)

    def block(
        self, role: Role, size: float, x: float, y: float, width: float, text: str, leading: float, most: int = 200
    ) -> float:
        """Print text broken into lines of ``width``, the first baseline at ``y``; give the next free baseline.

        More than ``most`` lines are not printed; the last one then ends with ``…（略）``.
        """
        face = typeface(role)
        lines = lines_of(face.printable(text, self.missing), width / size, face.em)
        for line in cut(lines, most, width / size, face.em):
            self._print(face, size, x, y, line)
            y += leading
        return y

    def rule(self, x1: float, y1: float, x2: float, y2: float, thickness: float = 0.4) -> None:
        self._canvas.setLineWidth(thickness)
        self._canvas.line(x1, self.sheet.height - y1, x2, self.sheet.height - y2)

    def shade(self, x: float, y: float, width: float, height: float, gray: float = 0.93) -> None:
        """Fill a box whose upper left corner is given; 0 is black, 1 is white."""
        self._canvas.setFillGray(gray)
        self._canvas.rect(x, self.sheet.height - y - height, width, height, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def frame(self, x: float, y: float, width: float, height: float, thickness: float = 0.5) -> None:
        """Draw the outline of a box whose upper left corner is given."""
        self._canvas.setLineWidth(thickness)
        self._canvas.rect(x, self.sheet.height - y - height, width, height, stroke=1, fill=0)

    def finish(self) -> int:
        """Write the file; give the number of pages."""
        self._canvas.showPage()
        self._canvas.beginForm(_TOTAL)
        self.text(Role.TABLE, _SMALL, self.sheet.width / 2 + 5, self._foot, f"共 {self.pages} 页")
        self._canvas.endForm()
        self._canvas.save()
        return self.pages

    def missing_note(self) -> list[str]:
        """One line that names the characters no font had; none when all are printed."""
        if not self.missing:
            return []
        codes = "、".join(f"U+{ord(sign):04X}" for sign in sorted(self.missing)[:40])
        return [f"注：“{STAND_IN}”代表本机字体里没有的字（编码 {codes}），请在台账中核对原字。"]

    @property
    def _foot(self) -> float:
        return self.sheet.text_bottom + 6 * MM

    def _print(self, face: Typeface, size: float, x: float, y: float, text: str) -> None:
        for font, piece, em in face.runs(text):
            self._canvas.setFont(font, size)
            self._canvas.drawString(x, self.sheet.height - y, piece)
            x += em * size

    def _running_head(self, note: str) -> None:
        y = self.sheet.top - 4 * MM
        if self.pages > 1:
            self._small(y, self.imprint.title, 0.7)
        self.text(Role.TABLE, _SMALL, self.sheet.text_right, y, note, "right")

    def _small(self, y: float, text: str, share: float) -> None:
        """Print at the left margin, shortened to a share of the type area's width."""
        face = typeface(Role.TABLE)
        shown = shortened(face.printable(text, self.missing), self.sheet.text_width * share / _SMALL, face.em)
        self._print(face, _SMALL, self.sheet.left, y, shown)

    def _footer(self) -> None:
        below = self._foot + _SMALL * 1.5
        self._small(below, self.imprint.made_text, 0.7)
        # The count is known only at the end; a form drawn then fills it in on every page.
        self.text(Role.TABLE, _SMALL, self.sheet.width / 2 - 5, self._foot, f"第 {self.pages} 页", "right")
        self._canvas.doForm(_TOTAL)
        self.text(Role.TABLE, _SMALL, self.sheet.text_right, below, PROGRAM_NAME, "right")

    def _define_watermark(self, words: str) -> None:
        face = typeface(Role.TABLE)
        shown = face.printable(words, self.missing)
        size, slant = 18.0, 30
        self._canvas.beginForm(_WATERMARK)
        self._canvas.setFillGray(_WATERMARK_GRAY)
        for row in (1, 3, 5):
            self._canvas.saveState()
            self._canvas.translate(self.sheet.width / 2, self.sheet.height * row / 6)
            self._canvas.rotate(slant)
            self._print(face, size, -face.em(shown) * size / 2, self.sheet.height, shown)
            self._canvas.restoreState()
        self._canvas.endForm()


def check_pdf(path: Path) -> None:
    """Open a PDF that was just written again and read every page of it.

    Raises:
        UserError: it cannot be read back, so the disk did not keep what was written.
    """
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            readable = len(document) > 0 and all(page.get_height() > 0 for page in document)
    except pypdfium2.PdfiumError:
        readable = False
    if not readable:
        raise UserError("PDF 写完后读不回来，可能是磁盘有问题；没有留下半个文件。请换一个盘再试。")
