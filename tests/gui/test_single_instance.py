"""One window for each profile: the lock decides, the socket raises the first and hands over the arguments."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.store.lock import InstanceLock
from fj_desktop.ui.single_instance import SingleInstance, socket_name

# A start of the program as another process: claims the profile, tells, and as the first one keeps running.
_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.store.lock import InstanceLock
from fj_desktop.ui.single_instance import SingleInstance

app = QCoreApplication([])
profile, *arguments = sys.argv[1:]
lock = InstanceLock(Profile(Path(profile)))
instance = SingleInstance(Path(profile), lock.acquire, wait_s=30)
heard = []
def hear(given):
    print("heard", *given, flush=True)
instance.started_again.connect(hear)
print("first" if instance.claim(arguments) else "second", flush=True)
if lock.held:
    app.exec()
"""


@pytest.fixture(autouse=True)
def _own_sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    made = tmp_path / "desk"
    made.mkdir()
    return made


@pytest.fixture
def first(profile: Path) -> Iterator[SingleInstance]:
    lock = InstanceLock(Profile(profile))
    made = SingleInstance(profile, lock.acquire)
    assert made.claim([])
    yield made
    made.close()
    lock.release()


def _start(profile: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _START, str(profile), *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    )


def test_u31_a_second_start_hands_over_its_arguments_and_ends(
    first: SingleInstance, profile: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(first.started_again, timeout=20000) as heard:
        second = _start(profile, "/文件/土地 表.xlsx")
    assert heard.args == [["/文件/土地 表.xlsx"]]
    assert second.communicate(timeout=20)[0] == "second\n"


def test_two_profiles_run_beside_each_other(first: SingleInstance, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    lock = InstanceLock(Profile(other))
    beside = SingleInstance(other, lock.acquire)
    assert beside.claim([])
    beside.close()
    lock.release()


def test_a_holder_that_does_not_answer_is_named_instead_of_waited_for(profile: Path) -> None:
    with InstanceLock(Profile(profile), "导入"):
        began = time.monotonic()
        with pytest.raises(UserError, match="导入"):
            SingleInstance(profile, InstanceLock(Profile(profile)).acquire, wait_s=0.2).claim([])
        assert time.monotonic() - began <= 2


def test_r11_a_killed_program_is_taken_over_within_two_seconds(profile: Path) -> None:
    killed = _start(profile)
    assert killed.stdout is not None
    assert killed.stdout.readline() == "first\n"
    killed.kill()
    killed.communicate()
    assert Path(socket_name(profile)).exists()
    lock = InstanceLock(Profile(profile))
    heir = SingleInstance(profile, lock.acquire)
    began = time.monotonic()
    assert heir.claim([])
    assert time.monotonic() - began <= 2
    socket = QLocalSocket()
    socket.connectToServer(socket_name(profile))
    assert socket.waitForConnected(1000)
    socket.abort()
    heir.close()
    lock.release()


def test_r11_of_fifty_starts_at_once_exactly_one_wins_and_hears_the_others(profile: Path) -> None:
    starts = [_start(profile, str(number)) for number in range(50)]
    first_words = [start.stdout.readline().strip() for start in starts if start.stdout]
    assert sorted(first_words) == ["first"] + ["second"] * 49
    winner = starts[first_words.index("first")]
    assert winner.stdout is not None
    heard = {winner.stdout.readline().strip() for _ in range(49)}
    winner.kill()
    for start in starts:
        start.communicate()
    others = {number for number in range(50) if starts[number] is not winner}
    assert heard == {f"heard {number}" for number in others}


@pytest.mark.skipif(os.name == "nt", reason="named pipes have no file mode")
def test_the_socket_is_closed_to_other_accounts(first: SingleInstance, profile: Path) -> None:
    assert Path(socket_name(profile)).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name == "nt", reason="named pipes have no owner here")
def test_a_socket_of_another_account_gets_nothing(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = socket_name(profile)
    foreign = QLocalServer()
    assert foreign.listen(name)
    account = os.getuid()
    monkeypatch.setattr("fj_desktop.ui.single_instance.socket_name", lambda _: name)
    monkeypatch.setattr("os.getuid", lambda: account + 1)
    with InstanceLock(Profile(profile), "窗口"), pytest.raises(UserError):
        SingleInstance(profile, InstanceLock(Profile(profile)).acquire, wait_s=0.1).claim(["secret"])
    assert not foreign.hasPendingConnections()
    foreign.close()


@pytest.mark.parametrize(
    "line",
    [b"not json\n", b'{"a": 1}\n', b"[1, 2]\n", json.dumps(["x"] * 65).encode() + b"\n", b"\xff\xfe\n", b"x" * 70000],
    ids=["no json", "no list", "no words", "too many", "no text", "too long"],
)
def test_s03_nonsense_from_the_socket_is_dropped(
    first: SingleInstance, profile: Path, qtbot: QtBot, line: bytes
) -> None:
    socket = QLocalSocket()
    socket.connectToServer(socket_name(profile))
    with qtbot.assertNotEmitted(first.started_again):
        socket.write(line)
        qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)


def test_every_spelling_of_a_folder_is_one_profile(profile: Path) -> None:
    assert socket_name(profile) == socket_name(profile / ".." / profile.name)
    assert len(socket_name(profile)) < 100
