"""The process that looks at an attachment: ``python -m fj_desktop.exchange.looking.worker facts SUFFIX`` or ``page``.

The content comes on its standard input. The answer is one line of JSON, then bytes: the words of the file in UTF-8, or
the pixels of a page, three bytes each. It may die at any time; the program takes that for "could not be looked at".
"""

import json
import sys
from typing import BinaryIO

from fj_desktop.exchange.looking import limits
from fj_desktop.exchange.looking.danger import refused_content
from fj_desktop.exchange.looking.inside import inside
from fj_desktop.exchange.looking.texts import words_of
from fj_desktop.exchange.reading.confine import allow_for, confine


def main(what: str, *arguments: str) -> int:
    """Look at standard input; 0 when an answer was given."""
    confine()
    content = sys.stdin.buffer.read(limits.MOST_BYTES + 1)
    out = sys.stdout.buffer
    # Whatever a library prints must not get into the answer.
    sys.stdout = sys.stderr
    allow_for(len(content))
    if what == "facts":
        facts(content, arguments[0], out)
    else:
        page(content, int(arguments[0]), int(arguments[1]), out)
    out.flush()
    return 0


def facts(content: bytes, suffix: str, out: BinaryIO) -> None:
    """Say what kind of file it is, whether it is refused, what else is to be said, and its words."""
    found = inside(content)
    refused = refused_content(content[: limits.HEAD_BYTES]) or found.refused
    words = b"" if refused else words_of(found.kind.code, content, suffix).encode()
    _say({"kind": found.kind.code, "refused": refused, "marks": found.marks, "bytes": len(words)}, out)
    out.write(words)


def page(content: bytes, number: int, width: int, out: BinaryIO) -> None:
    """Draw one page of a PDF, counted from 0, so many pixels wide."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    count = len(document)
    one = document[max(0, min(number, count - 1))]
    across, down = one.get_size()
    scale = min(width, limits.WIDEST_PAGE) / max(across, 1.0)
    scale = min(scale, (limits.MOST_PIXELS / max(across * down, 1.0)) ** 0.5)
    drawn = one.render(scale=scale, rev_byteorder=True, draw_annots=True)
    _say({"pages": count, "width": drawn.width, "height": drawn.height, "bytes": drawn.width * drawn.height * 3}, out)
    rows = memoryview(drawn.buffer).cast("B")
    for row in range(drawn.height):
        out.write(rows[row * drawn.stride : row * drawn.stride + drawn.width * 3])


def _say(answer: dict[str, object], out: BinaryIO) -> None:
    out.write(json.dumps(answer).encode() + b"\n")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
