"""Small files to attach in tests."""

import io
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas


def pdf_file(path: Path, *lines: str) -> Path:
    """A PDF with one page a line."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 400))
    for line in lines:
        canvas.drawString(20, 300, line)
        canvas.showPage()
    canvas.save()
    path.write_bytes(out.getvalue())
    return path


def text_file(path: Path, words: str) -> Path:
    """A text in UTF-8."""
    path.write_text(words, "utf-8")
    return path
