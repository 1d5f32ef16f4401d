"""Lets the confined worker look at an attachment, and believes nothing of its answer but checked values."""

import contextlib
import json
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.exchange.looking import kinds, limits
from fj_desktop.exchange.looking.danger import refused_content
from fj_desktop.exchange.looking.kinds import LOCKED, MACRO, NESTED, UNSEEN
from fj_desktop.exchange.reading.process import environment, own_command

WORKER_WORD = "look-at-file-from-outside"
WORKER_MODULE = "fj_desktop.exchange.looking.worker"
_MARKS = frozenset({MACRO, LOCKED, NESTED, UNSEEN})
_POLL_S = 0.05
_LOOKED_INTO = frozenset({"zip", "ole", "rar", "7z", "gzip"})


@dataclass(frozen=True)
class Facts:
    """What an attachment is: the code of its kind, why it is refused if it is, marks, and its words."""

    kind: str
    refused: str = ""
    marks: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True)
class Page:
    """One drawn page: how many there are, its size in pixels, and three bytes for each."""

    pages: int
    width: int
    height: int
    pixels: bytes


def look(content: Callable[[], Iterable[bytes]], suffix: str, progress: Progress | None = None) -> Facts:
    """What a file is; a worker that gives no answer leaves what the first bytes tell.

    Args:
        content: gives all of it in pieces, each time it is called.
        suffix: of its name, without the dot; used only to read old workbooks.
        progress: its stop ends the worker within 200 ms.

    Raises:
        Cancelled: the person asked to stop.
    """
    head = next(iter(content()), b"")[: limits.HEAD_BYTES]
    if refused := refused_content(head):
        return Facts(kinds.kind_of(head).code, refused)
    try:
        answer, words = _asked(["facts", suffix[:8] or "-"], content(), limits.MOST_CHARACTERS * 4, progress)
        return _facts(answer, words)
    except (ValueError, KeyError, TypeError):
        kind = kinds.kind_of(head)
        return Facts(kind.code, marks=(UNSEEN,) if kind.code in _LOOKED_INTO else ())


def page(chunks: Iterable[bytes], number: int, width: int, progress: Progress | None = None) -> Page:
    """Draw a page of a PDF.

    Args:
        chunks: the whole PDF.
        number: from 0; beyond the end means the last.
        width: wanted, in pixels; a page may come out narrower.
        progress: its stop ends the worker.

    Raises:
        UserError: it is damaged, locked or too big to be drawn.
    """
    try:
        answer, pixels = _asked(["page", str(number), str(width)], chunks, limits.MOST_PIXELS * 3 + 3, progress)
        size = [answer[name] for name in ("pages", "width", "height")]
        if not all(type(one) is int and one > 0 for one in size) or size[1] * size[2] * 3 != len(pixels):
            raise ValueError("page")
    except (ValueError, KeyError, TypeError) as error:
        raise UserError("这份 PDF 已损坏、有密码或太大，这里显示不了。可以另存后用其他程序打开。") from error
    return Page(size[0], size[1], size[2], pixels)


def _facts(answer: dict[str, Any], words: bytes) -> Facts:
    kind, refused, marks = answer["kind"], answer["refused"], answer["marks"]
    if kind not in kinds.BY_CODE or not isinstance(refused, str) or not isinstance(marks, list):
        raise ValueError("facts")
    known = tuple(mark for mark in marks[: limits.MOST_MARKS] if mark in _MARKS)
    return Facts(kind, refused[:200], known, words.decode()[: limits.MOST_CHARACTERS])


def _asked(
    question: Sequence[str], chunks: Iterable[bytes], most: int, progress: Progress | None
) -> tuple[dict[str, Any], bytes]:
    """The worker's answer and the bytes behind it.

    Raises:
        ValueError, TypeError, KeyError: there is none, or it makes no sense.
    """
    with (
        tempfile.TemporaryDirectory(prefix="fj-look-", ignore_cleanup_errors=True) as folder,
        _started([*own_command(WORKER_MODULE, WORKER_WORD), *question], folder) as worker,
    ):
        got = _exchanged(worker, chunks, most + limits.LONGEST_HEADER, progress or Unwatched())
    line, _, rest = got.partition(b"\n")
    answer = json.loads(line[: limits.LONGEST_HEADER])
    if not isinstance(answer, dict) or answer["bytes"] != len(rest) or len(rest) > most:
        raise ValueError("answer")
    return answer, rest


@contextlib.contextmanager
def _started(command: list[str], folder: str) -> Iterator["subprocess.Popen[bytes]"]:
    worker = subprocess.Popen(  # noqa: S603 — the command is this program's own; the file is only its input.
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        yield worker
    finally:
        worker.kill()
        worker.wait()


def _exchanged(worker: "subprocess.Popen[bytes]", chunks: Iterable[bytes], most: int, progress: Progress) -> bytes:
    """Give the worker the content and take what it answers, until it ends, the person stops or time runs out."""
    feeding, taking = _Side(lambda: _feed(worker, chunks)), _Side(lambda: _take(worker, most))
    until = time.monotonic() + limits.WALL_SECONDS
    try:
        while taking.is_alive() and time.monotonic() < until:
            progress.check()
            taking.join(_POLL_S)
    finally:
        worker.kill()
        feeding.join()
        taking.join()
    if feeding.error is not None:
        raise feeding.error
    return bytes(taking.result or b"")


class _Side(threading.Thread):
    """One direction of the talk with the worker; an error of the person's kind is kept for the asker."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__(name="attachment worker", daemon=True)
        self.error: UserError | None = None
        self.result: Any = None
        self._act = act
        self.start()

    def run(self) -> None:
        """Do it; a pipe that breaks is the worker's end, which the other side sees too."""
        try:
            self.result = self._act()
        except UserError as error:
            self.error = error
        except (OSError, ValueError):
            self.result = None


def _feed(worker: "subprocess.Popen[bytes]", chunks: Iterable[bytes]) -> None:
    with cast(BinaryIO, worker.stdin) as pipe:
        for chunk in chunks:
            pipe.write(chunk)


def _take(worker: "subprocess.Popen[bytes]", most: int) -> bytes:
    with cast(BinaryIO, worker.stdout) as pipe:
        return pipe.read(most + 1)
