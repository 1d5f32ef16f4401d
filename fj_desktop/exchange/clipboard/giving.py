"""Cells out to the clipboard: text with tabs and a table of HTML. Text of a person never becomes a formula."""

import html
from collections.abc import Iterable, Sequence

from fj_desktop.exchange.reading.delimited import escape_csv

_BREAKS = "\t\r\n"
# The number format "text": a spreadsheet program takes the cell as it stands.
_CELL = "<td style='mso-number-format:\"\\@\";white-space:pre-wrap'>"


def as_tabs(rows: Iterable[Sequence[str]]) -> str:
    """Rows as text with tabs between the cells; what holds a tab or a new line stands in quotes."""
    return "\r\n".join("\t".join(_quoted(escape_csv(_lines(cell))) for cell in row) for row in rows)


def as_html(rows: Iterable[Sequence[str]]) -> str:
    """Rows as a table of HTML whose cells are all text."""
    lines = ["<html><head><meta charset='utf-8'></head><body><table>"]
    for row in rows:
        cells = (f"{_CELL}{_marked(escape_csv(_lines(cell)))}</td>" for cell in row)
        lines.append(f"<tr>{''.join(cells)}</tr>")
    lines.append("</table></body></html>")
    return "\n".join(lines)


def _lines(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _quoted(cell: str) -> str:
    if cell.startswith('"') or any(sign in cell for sign in _BREAKS):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _marked(cell: str) -> str:
    return html.escape(cell).replace("\n", "<br>")
