"""Fifty words typed into a desk stand in no file: not while it runs, not after, not when it is killed (S-01)."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from fj_desktop.core.text import initials
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.session import Session
from tests.support import planting
from tests.support.cheap_keys import PASSPHRASE, cheap_vault

ENCODINGS = ("utf-8", "utf-16-le", "gb18030")


def shapes(word: str) -> set[bytes]:
    """The word as any part of the program might write it."""
    found = {word.encode(encoding) for encoding in ENCODINGS}
    if not word.isascii():
        found |= {initials(word).encode(encoding) for encoding in ENCODINGS}
        found.add(word.encode("unicode_escape"))
    return found


SHAPES = {shape: word for word in (*planting.CANARIES, PASSPHRASE) for shape in shapes(word)}


def traces(*folders: Path) -> list[tuple[str, str]]:
    """Every file below some folders that holds a canary, and which."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    contents = {path: path.name.encode() + path.read_bytes() for path in files}
    return [
        (path.name, word) for path, content in contents.items() for shape, word in SHAPES.items() if shape in content
    ]


@dataclass
class Planted:
    """A process that works at a desk, and the folders it may write to."""

    folder: Path
    process: "subprocess.Popen[str]"

    @property
    def profile(self) -> Path:
        """The folder of the desk."""
        return self.folder / "desk"

    def traces(self) -> list[tuple[str, str]]:
        """What was found in the profile and in the places for data, caches, settings, state and passing files."""
        return traces(self.profile, self.folder / "places")


@pytest.fixture
def planted(tmp_path: Path) -> Iterator[Planted]:
    places = {}
    for name in (
        "HOME",
        "TMPDIR",
        "SQLITE_TMPDIR",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
    ):
        place = tmp_path / "places" / name.lower()
        place.mkdir(parents=True, mode=0o700)
        places[name] = str(place)
    ledger = tmp_path / "outside" / "ledger.csv"
    ledger.parent.mkdir()
    ledger.write_text("\n".join(planting.LEDGER), "gb18030")
    process = subprocess.Popen(
        [sys.executable, planting.__file__, str(tmp_path / "desk"), str(ledger)],
        env=os.environ | places | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield Planted(tmp_path, process)
    process.kill()
    process.communicate()


def test_fifty_words_are_nowhere_while_the_desk_is_open_and_after_it_was_closed(planted: Planted) -> None:
    assert len(set(planting.CANARIES)) == 50
    assert planted.traces() == []

    planted.process.communicate("go\n", timeout=30)

    assert planted.process.returncode == 0
    assert planted.traces() == []
    assert (planted.profile / "logs" / "desk.log").stat().st_size > 0


def test_fifty_words_are_nowhere_after_a_kill_and_all_are_in_the_desk(planted: Planted) -> None:
    planted.process.send_signal(signal.SIGKILL)
    planted.process.wait()
    assert planted.traces() == []

    session = Session(Profile(planted.profile), cheap_vault(Profile(planted.profile)))
    desk = session.open(session.vault.unlock_with_passphrase(PASSPHRASE), check=True)
    said = str([desk.view.rows_json(one, None, reveal=True, deleted=gone) for one in CATALOG for gone in (False, True)])
    desk.close()
    assert [word for word in planting.CANARIES[:32] if word not in said] == []
    assert planted.traces() == []


def test_a_copy_that_was_open_at_a_kill_is_all_that_lies_in_plain_and_goes_at_the_next_start(planted: Planted) -> None:
    assert planted.process.stdin is not None
    assert planted.process.stdout is not None
    planted.process.stdin.write("open\n")
    planted.process.stdin.flush()
    assert planted.process.stdout.readline() == "opened\n"
    planted.process.send_signal(signal.SIGKILL)
    planted.process.wait()
    opened = Profile(planted.profile).opened
    assert planted.traces() == traces(opened) != []

    cheap_vault(Profile(planted.profile)).settle()
    assert not opened.exists()
    assert planted.traces() == []


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_word_that_does_lie_in_a_file_is_found(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "leak").write_bytes(b"x" + planting.TEXTS[7].encode(encoding) + b"y")
    (tmp_path / "sound").write_bytes(initials(planting.TEXTS[8]).encode(encoding))

    assert sorted(traces(tmp_path)) == [("leak", planting.TEXTS[7]), ("sound", planting.TEXTS[8])]
