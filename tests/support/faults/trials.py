"""Every kind of fault, tried on one operation, again and again."""

import errno
import random
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from tests.support.cheap_keys import PASSPHRASE
from tests.support.faults.calls import Cut, Event, Linked, Made, Moved, Noted, Removed, Written
from tests.support.faults.disk import LOSSES, Disk, Loss
from tests.support.faults.operations import Operation, foreseeable
from tests.support.faults.proving import problems, state
from tests.support.faults.watching import CRASHED, Outcome, Rule, Verdict, note, watch

MODES = ("full", "io", "short", "kill")
"""What becomes of one call: the disk is full, the disk fails, half is written, the process dies."""


@dataclass
class Report:
    """What the trials of one operation came to."""

    tried: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    calls: int = 0
    seconds: dict[str, float] = field(default_factory=dict)


class Trials:
    """One operation, recorded once without a fault."""

    def __init__(self, operation: Operation, folder: Path, spoil: Callable[[], object] = lambda: None) -> None:
        """``spoil`` runs in each child before the operation: a test breaks the product there.

        Raises:
            AssertionError: the recording does not account for every byte in the folder.
        """
        self.operation, self._folder, self._spoil = operation, folder, spoil
        self.report = Report()
        self._prepared = folder / "prepared"
        operation.prepare(Profile(self._prepared))
        recorded = self._copy("recorded")
        outcome = self._run(recorded)
        assert (outcome.status, outcome.noted("refused")) == (0, [])
        self._events = outcome.events
        self._secrets = [PASSPHRASE, *(text[5:] for text in outcome.noted("done") if text[5:])]
        self.report.calls = sum(not isinstance(one, Noted) for one in self._events)
        disk = Disk(self._prepared)
        for event in self._events:
            disk.play(event)
        assert disk.seen() == files(recorded), "the recording misses a change"
        shutil.rmtree(recorded)
        self._states = self._promised_states()

    def power_cuts(self, count: int, lot: random.Random) -> None:
        """Cut the power at so many moments of the recording, each time with other losses."""
        moments = sorted(self._moment(lot) for _ in range(count))
        disk, promised, at = Disk(self._prepared), 0, 0
        for number, moment in enumerate(self._counted("cuts", moments)):
            for event in self._events[at:moment]:
                disk.play(event)
                promised += _is_promise(event)
            at = moment
            self._cut(disk, promised, LOSSES[number % len(LOSSES)], f"cut {moment}", lot)

    def failing_calls(self, every: int, modes: Iterable[str] = (), first: int = 0) -> None:
        """Let every so-manieth call fail: in all these modes, or without any named in one of them in turn."""
        points = [number for number, one in enumerate(self._calls()) if number % every == first % every]
        chosen = tuple(modes)
        cases = [(point, mode) for turn, point in enumerate(points) for mode in chosen or (MODES[turn % len(MODES)],)]
        for point, mode in self._counted("calls", cases):
            self._try(f"{mode} at {point} {_told(self._calls()[point])}", _at(point, mode))

    def kills(self, count: int, lot: random.Random) -> None:
        """Kill the process at so many calls."""
        points = [lot.randrange(self.report.calls) for _ in range(count)]
        for point in self._counted("kills", points):
            self._try(f"kill at {point} {_told(self._calls()[point])}", _at(point, "kill"))

    def full_disks(self, count: int, lot: random.Random) -> None:
        """Let the disk take only so many bytes more, until the person clears it up."""
        measuring = Room(self._copy("measured"), None)
        self._run(measuring.folder, measuring)
        shutil.rmtree(measuring.folder)
        for budget in self._counted("full", [lot.randrange(measuring.most) for _ in range(count)]):
            folder = self._copy("full")
            self._prove(folder, self._run(folder, Room(folder, budget)), f"full after {budget} bytes")

    def _calls(self) -> list[Event]:
        return [one for one in self._events if not isinstance(one, Noted)]

    def _moment(self, lot: random.Random) -> int:
        """Half of all cuts fall beside a wait, a move or a promise, where it matters most; many right after one."""
        promises = [at for at, one in enumerate(self._events) if _is_promise(one)]
        if lot.random() < 0.2:
            return lot.choice(promises) + 1
        edges = [at for at, one in enumerate(self._events) if not isinstance(one, Written | Cut)]
        if edges and lot.random() < 0.5:
            return min(len(self._events), lot.choice(edges) + lot.randint(0, 1))
        return lot.randint(0, len(self._events))

    def _promised_states(self) -> list[str]:
        disk, lot = Disk(self._prepared), random.Random(0)  # noqa: S311
        found = []
        for event in [Noted("done"), *self._events]:
            disk.play(event)
            if _is_promise(event):
                folder = self._folder / "promised"
                disk.write_out(folder, "nothing", lot)
                found.append(state(Profile(folder), self._secrets, with_backups=self.operation.with_backups))
                shutil.rmtree(folder)
        assert len(set(found)) == len(found) or len(found) == 2, "two promises in a row changed nothing"
        return found

    def _cut(self, disk: Disk, promised: int, loss: Loss, case: str, lot: random.Random) -> None:
        folder = self._folder / "cut"
        disk.write_out(folder, loss, lot)
        found = problems(Profile(folder), self.operation, self._states, promised, self._secrets)
        self.report.wrong += [f"{case}, lost {loss}: {line}" for line in found]
        shutil.rmtree(folder)

    def _try(self, case: str, rule: Rule) -> None:
        folder = self._copy("tried")
        self._prove(folder, self._run(folder, rule), case)

    def _prove(self, folder: Path, outcome: Outcome, case: str) -> None:
        self.report.refusals += [text[8:] for text in outcome.noted("refused")]
        if outcome.status == CRASHED:
            self.report.wrong.append(f"{case}: crash")
        promised = len(outcome.noted("done"))
        found = problems(Profile(folder), self.operation, self._states, promised, self._secrets)
        self.report.wrong += [f"{case}: {line}" for line in found]
        shutil.rmtree(folder)

    def _run(self, folder: Path, rule: Rule | None = None) -> Outcome:
        def live() -> None:
            foreseeable()
            self._spoil()
            try:
                self.operation.act(Profile(folder))
            except UserError as error:
                note(f"refused {error.text}")

        return watch(live, folder, rule) if rule else watch(live, folder)

    def _copy(self, name: str) -> Path:
        return Path(shutil.copytree(self._prepared, self._folder / name))

    def _counted(self, kind: str, cases: "list[object] | list[int] | list[tuple[int, str]]"):  # type: ignore[no-untyped-def]
        started = time.monotonic()
        yield from cases
        self.report.tried[kind] = self.report.tried.get(kind, 0) + len(cases)
        self.report.seconds[kind] = self.report.seconds.get(kind, 0.0) + time.monotonic() - started


class Room:
    """A disk with so many bytes left (None: as many as wanted), until the child notes that all is well again."""

    def __init__(self, folder: Path, left: int | None) -> None:
        self.folder, self._left = folder, left
        self._used = self.most = 0

    def __call__(self, event: Event) -> Verdict:
        if isinstance(event, Noted):
            self._left = None if event.text == "well again" else self._left
            return "go"
        grown = self._growth(event)
        if grown > 0 and self._left is not None and self._used + grown > self._left:
            return errno.ENOSPC
        self._used += grown
        self.most = max(self.most, self._used)
        return "go"

    def _growth(self, event: Event) -> int:
        match event:
            case Written(path, offset, content):
                size = self._size(path)
                return max(0, (size if offset is None else offset) + len(content) - size)
            case Made():
                return 1
            case Cut(path, length):
                return length - self._size(path)
            case Removed(path) | Moved(_, path):
                return -self._size(path)
        return 0

    def _size(self, path: PurePosixPath) -> int:
        real = self.folder / path
        return real.stat().st_size if real.is_file() else 0


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but SQLite's shared index."""
    found = [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-shm")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _at(point: int, mode: str) -> Rule:
    """A rule for the call of that number, counted from 0."""
    seen = iter(range(1 << 30))

    def rule(event: Event) -> Verdict:
        if isinstance(event, Noted) or next(seen) != point:
            return "go"
        if mode == "full":
            return errno.ENOSPC if isinstance(event, Written | Made | Moved | Linked) else errno.EIO
        return {"io": errno.EIO, "short": "short", "kill": "kill"}[mode]  # type: ignore[return-value]

    return rule


def _is_promise(event: Event) -> bool:
    return isinstance(event, Noted) and event.text.startswith("done")


def _told(event: Event) -> str:
    place = f"@{event.offset}+{len(event.content)}" if isinstance(event, Written) else ""
    return f"{type(event).__name__} {getattr(event, 'path', '')}{place}"
