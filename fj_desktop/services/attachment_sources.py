"""What a person wants to attach: files, whole folders, or a picture from the clipboard."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fj_desktop.errors import RefusedFileError

MOST_AT_ONCE = 200
_DEEPEST = 6


@dataclass(frozen=True)
class Source:
    """One file to attach: the name as given, and where its bytes are: a path, or here."""

    name: str
    path: Path | None = None
    content: bytes = b""

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Its bytes, to be read only.

        Raises:
            RefusedFileError: it is no regular file, or can't be opened.
        """
        if self.path is None:
            yield io.BytesIO(self.content)
            return
        try:
            if not self.path.is_file():
                raise RefusedFileError("找不到，可能已被移走，或 U 盘已拔出")
            file = self.path.open("rb")
        except OSError as error:
            raise RefusedFileError("打不开，可能没有权限，或正被其他程序占用") from error
        with file:
            yield file


def gathered(paths: Iterable[Path]) -> list[Source]:
    """The files of some paths; a folder gives the files in it, without hidden ones and links.

    Raises:
        RefusedFileError: more than ``MOST_AT_ONCE``; nothing is taken by half.
    """
    found: list[Source] = []
    for path in paths:
        for file in _files(path, _DEEPEST) if path.is_dir() else [path]:
            found.append(Source(file.name, file))
            if len(found) > MOST_AT_ONCE:
                raise RefusedFileError(
                    f"一次最多添加 {MOST_AT_ONCE} 个文件，所选的更多，没有添加。请分几次，或先压缩成一个。"
                )
    return found


def _files(folder: Path, deeper: int) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return
    for path in inside:
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_file():
            yield path
        elif path.is_dir() and deeper > 1:
            yield from _files(path, deeper - 1)
