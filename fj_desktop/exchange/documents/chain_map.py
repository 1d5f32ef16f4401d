"""A chain map on one page of A3 or A4: vector shapes and text that can be searched; as a picture of the same page."""

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fj_desktop.errors import UserError
from fj_desktop.exchange.documents.fonts import typeface
from fj_desktop.exchange.documents.installed_fonts import Role
from fj_desktop.exchange.documents.page import MM, Imprint, Paper, Sheet, check_pdf
from fj_desktop.exchange.documents.text_flow import shortened
from fj_desktop.exchange.outfile import writing
from fj_desktop.rules.chain_layout import HEAD, Box, Layout

_SIZES = {"A3": (420.0, 297.0), "A4": (297.0, 210.0)}
_TITLE, _SMALL, _LARGEST = 20.0, 9.0, 1.6
_TEXT, _LINE, _PAD = 10.5, 15.0, 9.0
_TONES = {"缺失": 0.80, "薄弱": 0.90}
_LEGEND = "● 本地企业　○ 目标企业　▶ 项目　浅灰底为薄弱环节，深灰底为缺失环节"
_DOTS = 3.0

Lines = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class MapPrint:
    """What is printed: title and a line below it, where the links stand, the lines of each (kind and words), whether
    it is there, weak or missing, who hangs below whom, and who made it when.
    """

    title: str
    about: str
    layout: Layout
    boxes: Mapping[Any, Lines]
    states: Mapping[Any, str]
    edges: Sequence[tuple[Hashable, Hashable]]
    made_by: str
    made_at: dt.datetime


def write_chain_map(out: Path, made: MapPrint, paper: str) -> None:
    """Write a map as .pdf or .png, whole or not at all, on ``A3`` or ``A4`` across.

    Raises:
        UserError: the file can't be written.
    """
    wide, high = (side * MM for side in _SIZES[paper])
    sheet = Sheet(wide, high, 18 * MM, 18 * MM, 16 * MM, 16 * MM)

    def draw(target: Path) -> None:
        page = Paper(target, sheet, Imprint(made.title, made.made_by, made.made_at))
        page.new_page()
        page.text(Role.TITLE, _TITLE, wide / 2, sheet.top + 6, made.title, "center")
        page.text(Role.TABLE, _SMALL, wide / 2, sheet.top + 24, made.about, "center")
        _Drawing(page, sheet, made.layout).draw(made.boxes, made.states, made.edges)
        page.text(Role.TABLE, _SMALL, sheet.left, sheet.text_bottom, _LEGEND)
        page.finish()

    if out.suffix.lower() == ".pdf":
        with writing(out, verify=check_pdf) as draft:
            draw(draft)
        return
    with writing(out) as draft:
        print_file = draft.with_suffix(".pdf")
        try:
            draw(print_file)
            _picture(print_file, draft)
        finally:
            print_file.unlink(missing_ok=True)


class _Drawing:
    """Shrinks the layout to the room below the title."""

    def __init__(self, page: Paper, sheet: Sheet, layout: Layout) -> None:
        self._page, self._layout = page, layout
        self._top = sheet.top + 40
        room = sheet.text_bottom - 16 - self._top
        self._scale = min(_LARGEST, sheet.text_width / max(1.0, layout.width), room / max(1.0, layout.height))
        self._left = sheet.left + (sheet.text_width - layout.width * self._scale) / 2

    def draw(
        self, boxes: Mapping[Any, Lines], states: Mapping[Any, str], edges: Sequence[tuple[Hashable, Hashable]]
    ) -> None:
        """Heads, lines between, then the links over them."""
        for name, x in self._layout.heads:
            self._page.text(Role.HEADING, 13 * self._scale, self._x(x), self._y(HEAD - 12), name)
        for parent, child in edges:
            if parent in self._layout.boxes and child in self._layout.boxes:
                self._edge(self._layout.boxes[parent], self._layout.boxes[child])
        for key, box in self._layout.boxes.items():
            self._link(box, boxes[key], states[key])

    def _x(self, x: float) -> float:
        return self._left + x * self._scale

    def _y(self, y: float) -> float:
        return self._top + y * self._scale

    def _edge(self, parent: Box, child: Box) -> None:
        if child.x > parent.x + parent.width:
            x1, y1 = self._x(parent.x + parent.width), self._y(parent.y + parent.height / 2)
            x2, y2 = self._x(child.x), self._y(child.y + child.height / 2)
            middle = (x1 + x2) / 2
            for start, end in (((x1, y1), (middle, y1)), ((middle, y1), (middle, y2)), ((middle, y2), (x2, y2))):
                self._page.rule(*start, *end, 0.5)
        else:
            x, y = self._x(child.x) - _DOTS, self._y(child.y + child.height / 2)
            self._page.rule(x, self._y(parent.y + parent.height), x, y, 0.4)
            self._page.rule(x, y, self._x(child.x), y, 0.4)

    def _link(self, box: Box, lines: Lines, state: str) -> None:
        x, y, wide, high = self._x(box.x), self._y(box.y), box.width * self._scale, box.height * self._scale
        self._page.shade(x, y, wide, high, _TONES.get(state, 1.0))
        self._page.frame(x, y, wide, high, 0.9 if state == "缺失" else 0.5)
        size = _TEXT * self._scale
        for place, (kind, words) in enumerate(lines):
            role = Role.TABLE_HEAD if kind == "name" else Role.TABLE
            face = typeface(role)
            room = (wide - 2 * _PAD * self._scale) / size
            shown = shortened(face.printable(words, self._page.missing), room, face.em)
            base = y + (_PAD + _LINE * (place + 0.78)) * self._scale
            self._page.text(role, size, x + _PAD * self._scale, base, shown)


def _picture(print_file: Path, out: Path) -> None:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(print_file) as document:
            document[0].render(scale=200 / 72).to_pil().save(out, format="PNG")
    except pypdfium2.PdfiumError:
        raise UserError("图片没有画成，请改存为 PDF。") from None
