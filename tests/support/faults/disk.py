"""A disk that forgets what nobody waited for: files and folders as a cut of the power may leave them.

What counts as lasting is what POSIX promises and no more: a file's bytes after ``fsync`` of the file, a name
(made, moved, removed) after ``fsync`` of its folder. All else may be on the disk or not: names in the order they were
changed, folder by folder; bytes sector by sector in any order.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal, TypeAlias

from tests.support.faults.calls import Cut, Event, Linked, Made, Moved, Removed, Synced, Written

Loss: TypeAlias = Literal["nothing", "everything", "bytes", "names", "some", "torn"]
"""What of the unsynced is lost: none, all, all bytes but no name, all names but no byte, or by lot."""
LOSSES: tuple[Loss, ...] = ("some", "torn", "everything", "bytes", "names", "some", "torn", "nothing")
"""All of them, the ones by lot more often."""

_SECTORS = (512, 4096)


@dataclass(eq=False)
class File:
    """A file: its lasting bytes, and what was written since the last wait."""

    lasting: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Place and bytes of each write; a length and None for a cut."""
    size: int = 0

    def write(self, offset: int | None, content: bytes) -> None:
        place = self.size if offset is None else offset
        self.since.append((place, content))
        self.size = max(self.size, place + len(content))

    def cut(self, length: int) -> None:
        self.since.append((length, None))
        self.size = length

    def sync(self) -> None:
        for place, content in self.since:
            _apply(self.lasting, place, content)
        self.since.clear()

    def left(self, loss: Loss, lot: random.Random) -> bytes:
        """The bytes after a cut of the power."""
        found = bytearray(self.lasting)
        if loss in ("everything", "bytes"):
            return bytes(found)
        if loss in ("nothing", "names"):
            for place, content in self.since:
                _apply(found, place, content)
            return bytes(found)
        sector, share = lot.choice(_SECTORS), lot.random()
        for place, content in self.since:
            if content is None:
                if lot.random() < share:
                    _apply(found, place, None)
            else:
                _scatter(found, place, content, (sector, share if loss == "torn" else round(lot.random())), lot)
        return bytes(found)


def _apply(bytes_: bytearray, place: int, content: bytes | None) -> None:
    if content is None:
        del bytes_[place:]
        bytes_.extend(b"\0" * (place - len(bytes_)))
    else:
        bytes_.extend(b"\0" * (place - len(bytes_)))
        bytes_[place : place + len(content)] = content


def _scatter(
    found: bytearray, place: int, content: bytes, sector_and_share: tuple[int, float], lot: random.Random
) -> None:
    """Each sector of a write reaches the disk or not; the length may have grown all the same."""
    sector, share = sector_and_share
    end = place + len(content)
    if len(found) < end and lot.random() < share:
        found.extend(b"\0" * (end - len(found)))
    at = place
    while at < end:
        until = min(end, (at // sector + 1) * sector)
        if lot.random() < share:
            _apply(found, at, content[at - place : until - place])
        at = until


@dataclass(eq=False)
class Folder:
    """A folder: the names that last, and the names as the running system sees them."""

    lasting: dict[str, "Node"] = field(default_factory=dict)
    seen: dict[str, "Node"] = field(default_factory=dict)


Node: TypeAlias = File | Folder


@dataclass
class _Change:
    """Names given or taken in one step; it lasts when ``home`` is synced."""

    home: Folder
    names: list[tuple[Folder, str, Node | None]]


class Disk:
    """One folder and all below it."""

    def __init__(self, folder: Path) -> None:
        """As the folder lies there now, all of it lasting."""
        self._top = _read(folder)
        self._changes: list[_Change] = []

    def play(self, event: Event) -> None:
        """Let one event happen."""
        match event:
            case Made(path, folder):
                self._change(path, Folder() if folder else File())
            case Written(path, offset, content):
                self._file(path).write(offset, content)
            case Cut(path, length):
                self._file(path).cut(length)
            case Linked(path, target) | Moved(path, target):
                self._change(target, self._node(path), gone=path if isinstance(event, Moved) else None)
            case Removed(path):
                self._change(path, None)
            case Synced(path):
                self._sync(path)

    def write_out(self, target: Path, loss: Loss, lot: random.Random) -> None:
        """Lay the disk down as a cut of the power at this moment may leave it; the disk itself goes on."""
        lasting: dict[int, tuple[Folder, dict[str, Node]]] = {}

        def names(folder: Folder) -> dict[str, Node]:
            return lasting.setdefault(id(folder), (folder, dict(folder.lasting)))[1]

        for change in self._reached(loss, lot):
            for folder, name, node in change.names:
                _give(names(folder), name, node)
        _lay(target, self._top, names, loss, lot)

    def seen(self) -> dict[str, bytes]:
        """Every file as the running system sees it."""
        return {str(path): file.left("nothing", random.Random(0)) for path, file in _walk(self._top, PurePosixPath())}  # noqa: S311

    def _reached(self, loss: Loss, lot: random.Random) -> Iterator[_Change]:
        """The unsynced changes of names that reached the disk: of each folder the first so many."""
        homes = list({id(change.home): change.home for change in self._changes}.values())
        for home in homes:
            own = [change for change in self._changes if change.home is home]
            count = {"everything": 0, "names": 0, "nothing": len(own), "bytes": len(own)}.get(loss)
            yield from own[: lot.randint(0, len(own)) if count is None else count]

    def _change(self, path: PurePosixPath, node: Node | None, *, gone: PurePosixPath | None = None) -> None:
        home = self._folder(path.parent)
        names = [(home, path.name, node)]
        if gone is not None:
            names.append((self._folder(gone.parent), gone.name, None))
        for folder, name, given in names:
            _give(folder.seen, name, given)
        self._changes.append(_Change(home, names))

    def _sync(self, path: PurePosixPath) -> None:
        node = self._node(path)
        if isinstance(node, File):
            node.sync()
            return
        for change in [change for change in self._changes if change.home is node]:
            for folder, name, given in change.names:
                _give(folder.lasting, name, given)
            self._changes.remove(change)

    def _node(self, path: PurePosixPath) -> Node:
        node: Node = self._top
        for part in path.parts:
            assert isinstance(node, Folder)
            node = node.seen[part]
        return node

    def _file(self, path: PurePosixPath) -> File:
        node = self._node(path)
        assert isinstance(node, File)
        return node

    def _folder(self, path: PurePosixPath) -> Folder:
        node = self._node(path)
        assert isinstance(node, Folder)
        return node


def _give(names: dict[str, Node], name: str, node: Node | None) -> None:
    if node is None:
        names.pop(name, None)
    else:
        names[name] = node


def _read(folder: Path) -> Folder:
    made = Folder()
    for path in folder.iterdir():
        if path.name.endswith("-shm"):
            continue
        if path.is_dir():
            made.lasting[path.name] = _read(path)
        else:
            content = path.read_bytes()
            made.lasting[path.name] = File(bytearray(content), size=len(content))
    made.seen = dict(made.lasting)
    return made


def _walk(folder: Folder, above: PurePosixPath) -> Iterator[tuple[PurePosixPath, File]]:
    for name, node in folder.seen.items():
        if isinstance(node, File):
            yield above / name, node
        else:
            yield from _walk(node, above / name)


def _lay(target: Path, folder: Folder, names, loss: Loss, lot: random.Random) -> None:  # type: ignore[no-untyped-def]
    target.mkdir(mode=0o700)
    for name, node in names(folder).items():
        if isinstance(node, Folder):
            _lay(target / name, node, names, loss, lot)
        else:
            (target / name).write_bytes(node.left(loss, lot))
            (target / name).chmod(0o600)
