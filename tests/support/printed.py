"""What stands on a printed page, read back from the PDF."""

from pathlib import Path

import pypdfium2


def words_of(file: Path) -> str:
    """The text of a document that must be one A4 page with nothing over its edges, without blanks."""
    with pypdfium2.PdfDocument(file) as document:
        assert len(document) == 1
        assert tuple(map(round, document[0].get_size())) == (595, 842)
        return _words(document[0])


def report_words_of(file: Path) -> str:
    """The text of a landscape A4 document of any length with nothing over its edges, without blanks."""
    with pypdfium2.PdfDocument(file) as document:
        assert {tuple(map(round, page.get_size())) for page in document} == {(842, 595)}
        return "".join(_words(page) for page in document)


def _words(page: pypdfium2.PdfPage) -> str:
    (width, height), text = page.get_size(), page.get_textpage()
    for place in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(place)
        assert min(left, bottom) >= 0
        assert right <= width
        assert top <= height
    return "".join(str(text.get_text_range()).split())
