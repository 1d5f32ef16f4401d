"""The process that reads a file from outside: ``python -m fj_desktop.exchange.reading.worker SUFFIX <file``.

It gets the file as its standard input and answers on its standard output (see ``wire``). It may die at any time;
the program takes that for a refusal.
"""

import os
import sys
from typing import BinaryIO

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import limits, sniff
from fj_desktop.exchange.reading.confine import allow_for, confine
from fj_desktop.exchange.reading.wire import Sender


def main(suffix: str) -> int:
    """Read standard input as a file with this suffix; 0 when an answer was given, be it a refusal."""
    confine()
    sender = Sender(sys.stdout.buffer)
    # Whatever a library prints must not get between the answers.
    sys.stdout = sys.stderr
    try:
        read(sys.stdin.buffer, suffix, sender)
    except RefusedFileError as refused:
        sender.refused(refused.text)
    except MemoryError:
        sender.refused(limits.too_big().text)
    return 0


def read(file: BinaryIO, suffix: str, sender: Sender) -> None:
    """Send on the file's content; each reader is imported only when it is needed.

    Raises:
        RefusedFileError: the file is refused; says why and what to do.
    """
    head = file.read(sniff.HEAD_BYTES)
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    kind = sniff.container(head, suffix)
    if kind is not sniff.Container.ZIP:
        allow_for(size)
    if kind is sniff.Container.TEXT:
        from fj_desktop.exchange.reading import delimited

        delimited.read_delimited(file, sender)
    elif kind is sniff.Container.CARDS:
        from fj_desktop.exchange.reading import vcards

        vcards.read_vcards(file, sender)
    else:
        from fj_desktop.exchange.reading import sheets

        if kind is sniff.Container.ZIP:
            sheets.read_zip(file, sender)
        else:
            sheets.read_ole(file, suffix, sender)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
