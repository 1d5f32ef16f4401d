"""Reading a file from outside: by a worker process under limits, whose every word is checked."""

import contextlib
import os
import queue
import re
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import limits, sniff, wire
from fj_desktop.exchange.reading.answers import Answers
from fj_desktop.exchange.reading.book import Book
from fj_desktop.exchange.reading.process import environment, own_command

# A frozen build has no interpreter to ask for a module: its own program, called with this word and the suffix,
# hands over to ``worker.main``.
WORKER_WORD = "read-file-from-outside"
WORKER_MODULE = "fj_desktop.exchange.reading.worker"

_POLL_SECONDS = 0.1
_LINES_AHEAD = 16
_PLAIN_SUFFIX = re.compile(r"[a-z0-9]{1,8}")

_GONE = "读取时意外中断：内容已损坏、写法不规范，或大得超出允许的内存。请用 WPS/Excel 打开后另存为 .xlsx 再导入。"
_SLOW = f"读取超过 {limits.WALL_SECONDS:.0f} 秒还没有完成。{limits.SPLIT_ADVICE}"


def read_book(path: Path, *, progress: Progress | None = None, worker_command: Sequence[str] | None = None) -> Book:
    """Read any file from outside as plain rows.

    Args:
        path: the file; it is opened for reading only, and its name is never trusted.
        progress: told how far the reading is; its stop ends the worker within 200 ms.
        worker_command: what to start instead of this interpreter and the worker module.

    Raises:
        RefusedFileError: the file is no table, too big, damaged, encrypted or hostile; says what to do.
        Cancelled: the person asked to stop.
    """
    try:
        with _opened(path) as file:
            return _read(
                path, file, progress or Unwatched(), list(worker_command or own_command(WORKER_MODULE, WORKER_WORD))
            )
    except RefusedFileError as refused:
        raise RefusedFileError(f"“{path.name}”没有读入：{refused.text}") from refused


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file of allowed size.

    Raises:
        RefusedFileError: it is none, or can't be opened.
    """
    try:
        if not path.is_file():
            raise limits.refuse("找不到这个文件（可能已被移走，或 U 盘已拔出）。请重新选择。")
        file = path.open("rb")
    except OSError as error:
        raise limits.refuse("打不开这个文件，可能没有权限，或正被其他程序占用。请关闭其他程序后再试。") from error
    with file:
        size = os.fstat(file.fileno()).st_size
        if size > limits.MAX_FILE_BYTES:
            raise limits.refuse(f"文件超过 {limits.MAX_FILE_BYTES >> 20} MB。{limits.SPLIT_ADVICE}")
        if not size:
            raise limits.refuse("文件是空的。请确认已传完，或重新要一份。")
        yield file


def _read(path: Path, file: BinaryIO, progress: Progress, command: list[str]) -> Book:
    answers = Answers(path)
    with (
        tempfile.TemporaryDirectory(prefix="fj-read-", ignore_cleanup_errors=True) as folder,
        _started([*command, _suffix(path)], file, folder) as worker,
        contextlib.closing(_lines(worker, progress)) as lines,
    ):
        for line in lines:
            answers.take(line)
            progress.at(answers.rows, answers.expected_rows, "正在读取文件")
            if answers.is_done:
                return answers.book()
        raise _gone(worker.wait())


def _suffix(path: Path) -> str:
    suffix = path.suffix[1:].casefold()
    if not suffix:
        return sniff.NO_SUFFIX
    return suffix if _PLAIN_SUFFIX.fullmatch(suffix) else sniff.ODD_SUFFIX


def _gone(code: int) -> RefusedFileError:
    """Why the worker ended without an answer, by its exit code."""
    if code == -signal.SIGABRT:
        # The fast reader ends itself so when it gets no more memory.
        return limits.too_big()
    if code < 0 and -code == getattr(signal, "SIGXCPU", None):
        return limits.refuse(_SLOW)
    return limits.refuse(_GONE)


@contextmanager
def _started(command: list[str], file: BinaryIO, folder: str) -> Iterator["subprocess.Popen[bytes]"]:
    """The worker with the file as its input; it is gone when this ends, however it ends."""
    worker = subprocess.Popen(  # noqa: S603 — the command is this program's own; the file is only its input.
        command,
        stdin=file,
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


def _lines(worker: "subprocess.Popen[bytes]", progress: Progress) -> Generator[bytes, None, None]:
    """The worker's lines as they come, while the person doesn't stop and time has not run out."""
    stream = cast(BinaryIO, worker.stdout)
    waiting: queue.Queue[bytes] = queue.Queue(_LINES_AHEAD)
    ended = threading.Event()
    thread = threading.Thread(target=_fetch, args=(stream, waiting, ended), name="file worker", daemon=True)
    thread.start()
    until = time.monotonic() + limits.WALL_SECONDS
    try:
        while True:
            progress.check()
            if time.monotonic() > until:
                raise limits.refuse(_SLOW)
            with contextlib.suppress(queue.Empty):
                line = waiting.get(timeout=_POLL_SECONDS)
                if not line:
                    return
                yield line
    finally:
        ended.set()
        worker.kill()
        thread.join()
        stream.close()


def _fetch(stream: BinaryIO, waiting: "queue.Queue[bytes]", ended: threading.Event) -> None:
    """Put each line in the queue, at the end an empty one."""
    line = b"-"
    while line and not ended.is_set():
        try:
            line = stream.readline(wire.MAX_LINE_BYTES)
        except (OSError, ValueError):
            line = b""
        while not ended.is_set():
            with contextlib.suppress(queue.Full):
                waiting.put(line, timeout=_POLL_SECONDS)
                break
