"""What attachments hold: each content once, encrypted, in files beside the store that tell nothing by their names.

A content is known by the SHA-256 of its bytes and lies under a keyed hash of that, so that nobody without the key
can ask whether a known file is kept here. It is written and on the disk before any description names it. What
no description names any more is put aside first, and removed only a month later: a backup or a store that was put
aside may still name it.
"""

import contextlib
import hashlib
import os
import re
import shutil
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import BinaryIO

from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import DamagedStoreError, UserError
from fj_desktop.paths import Profile
from fj_desktop.store import atomic, sealing
from fj_desktop.store.sealing import BrokenContentError

KEPT_UNUSED_DAYS = 30
_DAY_S = 86_400.0
_YOUNG_S = 3_600.0
_NAME = re.compile(r"[0-9a-f]{64}")
_UNUSED, _DRAFTS = "unused", "drafts"


class MissingContentError(DamagedStoreError):
    """The content of an attachment is not there, or not as it was written."""

    code = "FJ-3020"


def files(profile: Profile) -> list[Path]:
    """Every finished content file of a profile, to be copied into a backup; none is ever changed once it is there."""
    return [path for path in _finished(profile.attachments) if path.parent.name != _UNUSED]


def settle(profile: Profile) -> None:
    """Clear away the drafts of contents that a kill left; the caller holds the instance lock."""
    shutil.rmtree(profile.attachments / _DRAFTS, ignore_errors=True)


class Contents:
    """The contents of one profile, readable with its data key; a change of passphrase leaves them as they are."""

    def __init__(self, profile: Profile, data_key: bytes) -> None:
        self.profile = profile
        self._folder = profile.attachments
        self._content_key = sealing.derived(data_key, b"fj-desktop attachments: content")
        self._name_key = sealing.derived(data_key, b"fj-desktop attachments: names")

    def put(self, source: BinaryIO, most_bytes: int, progress: Progress | None = None) -> tuple[str, int]:
        """Keep a content; once this returns it outlasts a power cut. One that is there already is kept as it is.

        Args:
            source: stands at its beginning; can seek.
            most_bytes: more is refused.
            progress: told the bytes read; a stop leaves nothing behind.

        Returns:
            The SHA-256 in hexadecimal and the length in bytes.

        Raises:
            UserError: too long, the disk is full, or the file changed while it was read.
        """
        watched = progress or Unwatched()
        digest, size = _digest(source, most_bytes, watched)
        if not self._is_whole(digest, watched):
            source.seek(0)
            self._write(digest, source, watched)
        return digest, size

    def chunks(self, digest: str) -> Iterator[bytes]:
        """The plain content in pieces; whole and unchanged if no error comes until the end.

        Raises:
            MissingContentError: it is not there, or damaged.
        """
        seen = hashlib.sha256()
        try:
            with self._found(digest).open("rb") as sealed:
                for chunk in sealing.unseal(self._content_key, digest.encode(), sealed):
                    seen.update(chunk)
                    yield chunk
        except (OSError, BrokenContentError) as error:
            raise _missing() from error
        if seen.hexdigest() != digest:
            raise _missing()

    def read(self, digest: str, most_bytes: int) -> bytes:
        """The plain content at once; MissingContentError as for ``chunks``, UserError when it is longer."""
        found = bytearray()
        for chunk in self.chunks(digest):
            found += chunk
            if len(found) > most_bytes:
                raise UserError("附件太大，不能在这里显示。请另存后用其他程序打开。")
        return bytes(found)

    def is_whole(self, digest: str) -> bool:
        """Whether the content is there, can be decrypted and has its hash."""
        return self._is_whole(digest, Unwatched())

    def sweep(self, named: Collection[str], now: Callable[[], float] = time.time) -> int:
        """Put aside what no description names, and remove what has lain aside for a month; returns how many went.

        Args:
            named: the hashes that any description names, deleted ones too.
            now: seconds since 1970; what is younger than an hour may belong to a change that is not stored yet.
        """
        wanted, removed, moment = {self._name(digest) for digest in named}, 0, now()
        for path in list(_finished(self._folder)):
            age = moment - path.stat().st_mtime
            aside = path.parent.name == _UNUSED
            if path.name in wanted:
                if aside:
                    atomic.replace(path, self._place(path.name, make=True))
            elif not aside and age > _YOUNG_S:
                self._put_aside(path, moment)
            elif aside and age > KEPT_UNUSED_DAYS * _DAY_S:
                atomic.remove(path)
                removed += 1
        return removed

    def destroy(self, digest: str) -> None:
        """Remove a content at once and for good, wherever it lies; for what was erased on a person's request."""
        name = self._name(digest)
        for path in (self._place(name), self._folder / _UNUSED / name):
            if path.is_file():
                atomic.remove(path)

    def _write(self, digest: str, source: BinaryIO, progress: Progress) -> None:
        target = self._place(self._name(digest), make=True)
        drafts = self._folder / _DRAFTS
        atomic.private_folder(drafts)
        draft = drafts / f"{target.name}.{os.getpid()}"
        seen = hashlib.sha256()

        def watch(chunk: bytes) -> None:
            progress.check()
            seen.update(chunk)

        with contextlib.ExitStack() as undo:
            undo.callback(atomic.remove, draft)
            atomic.retried(lambda: self._seal(digest, source, draft, watch), target)
            if seen.hexdigest() != digest:
                raise UserError("文件在读取时被改动了，没有收下。请关闭正在改它的程序后再试。")
            self._prove(digest, draft)
            atomic.replace(draft, target)
            undo.pop_all()
        atomic.remove(self._folder / _UNUSED / target.name)

    def _seal(self, digest: str, source: BinaryIO, draft: Path, watch: Callable[[bytes], None]) -> None:
        handle = os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as out:
            sealing.seal(self._content_key, digest.encode(), source, out, watch)
            out.flush()
            os.fsync(out.fileno())

    def _prove(self, digest: str, draft: Path) -> None:
        with draft.open("rb") as sealed:
            seen = hashlib.sha256()
            for chunk in sealing.unseal(self._content_key, digest.encode(), sealed):
                seen.update(chunk)
        if seen.hexdigest() != digest:
            raise UserError("附件写入后核对不符，没有收下。请检查磁盘。")

    def _is_whole(self, digest: str, progress: Progress) -> bool:
        try:
            for _ in self.chunks(digest):
                progress.check()
        except MissingContentError:
            return False
        return True

    def _found(self, digest: str) -> Path:
        """Where a content lies; one that was put aside is found too."""
        name = self._name(digest)
        path, aside = self._place(name), self._folder / _UNUSED / name
        return aside if aside.is_file() and not path.is_file() else path

    def _place(self, name: str, *, make: bool = False) -> Path:
        folder = self._folder / name[:2]
        if make:
            atomic.private_folder(folder)
        return folder / name

    def _put_aside(self, path: Path, moment: float) -> None:
        unused = self._folder / _UNUSED
        atomic.private_folder(unused)
        os.utime(path, (moment, moment))
        atomic.replace(path, unused / path.name)

    def _name(self, digest: str) -> str:
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.hmac import HMAC

        keyed = HMAC(self._name_key, SHA256())
        keyed.update(bytes.fromhex(digest))
        return keyed.finalize().hex()


def _finished(folder: Path) -> Iterator[Path]:
    for part in sorted(folder.iterdir()) if folder.is_dir() else ():
        if part.is_dir() and (len(part.name) == 2 or part.name == _UNUSED):
            yield from (path for path in sorted(part.iterdir()) if _NAME.fullmatch(path.name))


def _digest(source: BinaryIO, most_bytes: int, progress: Progress) -> tuple[str, int]:
    seen, size = hashlib.sha256(), 0
    source.seek(0)
    while chunk := source.read(sealing.CHUNK_BYTES):
        progress.check()
        size += len(chunk)
        if size > most_bytes:
            raise UserError(f"文件超过 {most_bytes >> 20} MB，没有收下。请压缩或拆分后再添加。")
        seen.update(chunk)
    return seen.hexdigest(), size


def _missing() -> MissingContentError:
    return MissingContentError("附件的内容不见了或已损坏，打不开。请从备份恢复，或请对方重新发一份再添加。")
