"""The words of a file, for the search; runs in the confined worker only."""

import contextlib
import io
import pyexpat
import time
from collections.abc import Callable, Iterator
from typing import Any

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.looking import limits
from fj_desktop.exchange.reading import xml_guard, zip_guard
from fj_desktop.exchange.reading.book import CellValue, Kind, cell_text
from fj_desktop.exchange.reading.encodings import encoding_of
from fj_desktop.exchange.reading.wire import Sender
from fj_desktop.exchange.reading.zip_guard import Entry


class EnoughError(Exception):
    """So many characters were taken, or so much time went by, that the rest is left."""


class Words:
    """Gathers text up to the limit."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._left = limits.MOST_CHARACTERS
        self._until = time.monotonic() + limits.TEXT_SECONDS

    def add(self, text: str) -> None:
        """Take some more.

        Raises:
            EnoughError: that was the last that is taken.
        """
        part = text[: self._left]
        self._parts.append(part)
        self._left -= len(part)
        if self._left <= 0 or time.monotonic() > self._until:
            raise EnoughError

    def text(self) -> str:
        """What was gathered line by line, with single blanks between words and no signs that a text can't hold."""
        joined = "".join(self._parts).encode("utf-8", "ignore").decode("utf-8")
        lines = (" ".join(line.split()) for line in joined.replace("\0", " ").splitlines())
        return "\n".join(line for line in lines if line)


def words_of(code: str, content: bytes, suffix: str) -> str:
    """The words of a file of a known kind; empty where it has none, is damaged or is locked."""
    words = Words()
    reader = _READERS.get(code)
    if reader is not None:
        with contextlib.suppress(EnoughError, RefusedFileError):
            reader(content, suffix, words)
    return words.text()


def _pdf(content: bytes, _suffix: str, words: Words) -> None:
    import pypdfium2

    with contextlib.suppress(pypdfium2.PdfiumError):
        document = pypdfium2.PdfDocument(content)
        for number in range(min(len(document), limits.MOST_PAGES)):
            page = document[number]
            sheet = page.get_textpage()
            words.add(sheet.get_text_range(0, min(sheet.count_chars(), limits.MOST_CHARACTERS)) + "\n")
            sheet.close()
            page.close()


def _plain(content: bytes, _suffix: str, words: Words) -> None:
    file = io.BytesIO(content[: limits.MOST_CHARACTERS * 4])
    words.add(file.getvalue().decode(encoding_of(file), "ignore"))


def _word(content: bytes, _suffix: str, words: Words) -> None:
    _parts(content, ("word/document", "word/header", "word/footer", "word/footnotes", "word/comments"), words)


def _slides(content: bytes, _suffix: str, words: Words) -> None:
    _parts(content, ("ppt/slides/slide", "ppt/notesslides/"), words)


def _parts(content: bytes, beginnings: tuple[str, ...], words: Words) -> None:
    file = io.BytesIO(content)
    for entry in zip_guard.checked_entries(file):
        if entry.name.casefold().startswith(beginnings) and entry.name.casefold().endswith(".xml"):
            _marked_up(file, entry, words)


def _marked_up(file: io.BytesIO, entry: Entry, words: Words) -> None:
    """The character data of the elements named ``t``; a paragraph, break or tab ends a word."""
    parser = pyexpat.ParserCreate("utf-8")
    inside = [0]

    def begin(name: str, _: Any) -> None:
        inside[0] += _local(name) == "t"

    def end(name: str) -> None:
        local = _local(name)
        inside[0] -= local == "t"
        if local in ("p", "br", "tab", "tc"):
            words.add("\n")

    def take(text: str) -> None:
        if inside[0]:
            words.add(text)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, take
    with contextlib.suppress(pyexpat.ExpatError):
        for piece in _checked(file, entry):
            parser.Parse(piece, False)


def _checked(file: io.BytesIO, entry: Entry) -> Iterator[bytes]:
    return xml_guard.checked(zip_guard.unpacked(file, entry))


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class _Rows(Sender):
    """Takes the rows that the reader of ledgers would send to the program."""

    def __init__(self, words: Words) -> None:
        super().__init__(io.BytesIO())
        self._words = words

    def sheet(self, name: str, *, hidden: bool, expected_rows: int | None) -> None:
        self._words.add(name + "\n")

    def row(self, row: list[CellValue], characters: int) -> None:
        self._words.add(" ".join(cell_text(value) for value in row if value is not None) + "\n")

    def merged(self, ranges: list[tuple[int, int, int, int]]) -> None:
        """Nothing is said in a merged cell that is not said in its first."""

    def start_again(self) -> None:
        """What was taken once may be taken twice."""

    def note(self, text: str) -> None:
        """The import's remarks are not the file's words."""

    def done(self, kind: Kind) -> None:
        """Nothing follows."""


def _workbook(content: bytes, _suffix: str, words: Words) -> None:
    from fj_desktop.exchange.reading import sheets

    sheets.read_zip(io.BytesIO(content), _Rows(words))


def _old_workbook(content: bytes, suffix: str, words: Words) -> None:
    from fj_desktop.exchange.reading import sheets

    sheets.read_ole(io.BytesIO(content), suffix, _Rows(words))


_READERS: dict[str, Callable[[bytes, str, Words], None]] = {
    "pdf": _pdf,
    "text": _plain,
    "docx": _word,
    "pptx": _slides,
    "xlsx": _workbook,
    "ole": _old_workbook,
}
