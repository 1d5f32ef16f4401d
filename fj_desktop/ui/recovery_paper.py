"""The recovery code on paper, straight to a printer."""

from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget

from fj_desktop.ui.asking import Asking
from fj_desktop.ui.widgets.brand import PRODUCT


def print_code(asking: Asking, parent: QWidget, code: str, *, office: str, person: str) -> bool:
    """Ask for a printer and print the eight groups; False when the person gave up.

    The names may hold anything, so the page is laid out from escaped text.
    """
    printer = asking.printer(parent, f"{PRODUCT} 恢复码")
    if printer is None:
        return False
    page = QTextDocument()
    page.setHtml(_page(code.split("-"), office, person))
    page.print_(printer)
    return True


def _page(groups: list[str], office: str, person: str) -> str:
    rows = "".join(
        "<tr>" + "".join(_cell(number, groups[number]) for number in range(start, start + 4)) + "</tr>"
        for start in range(0, len(groups), 4)
    )
    owner = " · ".join(filter(None, (office, person)))
    return (
        f"<h2>{escape(PRODUCT)} 恢复码</h2><p>{escape(owner)}</p>"
        f'<table cellpadding="10" border="1" cellspacing="0">{rows}</table>'
        "<p>忘记口令时，只有恢复码能打开台账。请与电脑分开保管，不要拍照、不要发给别人。</p>"
    )


def _cell(number: int, group: str) -> str:
    return f'<td>第 {number + 1} 组<br/><span style="font-family:monospace;font-size:16pt">{escape(group)}</span></td>'
