"""What stands on a printed page, read back from the PDF."""

from pathlib import Path

import pypdfium2


def words_of(file: Path) -> str:
    """The text of a document that must be one A4 page with nothing over its edges, without blanks."""
    with pypdfium2.PdfDocument(file) as document:
        assert len(document) == 1
        page = document[0]
        width, height = page.get_size()
        assert (round(width), round(height)) == (595, 842)
        text = page.get_textpage()
        for place in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(place)
            assert min(left, bottom) >= 0
            assert right <= width
            assert top <= height
        return "".join(str(text.get_text_range()).split())
