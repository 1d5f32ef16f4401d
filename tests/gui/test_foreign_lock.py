"""A desk that another machine noted to use is asked about, and taken over only when a person says so (R-11)."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from fj_desktop.app import Program
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.store.lock import InstanceLock
from fj_desktop.ui.theme import Theme
from tests.support.fake_asking import FakeAsking


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Profile:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    made = Profile(tmp_path / "desk")
    made.folder.mkdir()
    note = {"pid": 7, "host": "另一台", "purpose": "窗口"}
    (made.folder / "desk.lock").write_text(json.dumps(note), "utf-8")
    return made


@pytest.fixture
def programs(qapp: QApplication, profile: Profile) -> Iterator[list[Program]]:
    made: list[Program] = []
    yield made
    for one in made:
        one.end()
        one.shell.deleteLater()


def started(qapp: QApplication, profile: Profile, asking: FakeAsking, programs: list[Program]) -> Program:
    programs.append(Program(qapp, profile, Theme(qapp, "light", 100), asking))
    return programs[-1]


def test_a_person_who_says_no_leaves_the_desk_to_the_other_machine(
    qapp: QApplication, profile: Profile, programs: list[Program]
) -> None:
    asking = FakeAsking(False)
    assert not started(qapp, profile, asking, programs).claim([])
    assert "另一台" in asking.asked[0][1]
    with pytest.raises(UserError, match="另一台"):
        InstanceLock(profile).acquire()


def test_a_person_who_says_yes_takes_the_desk_over(
    qapp: QApplication, profile: Profile, programs: list[Program]
) -> None:
    assert started(qapp, profile, FakeAsking(True), programs).claim([])
    with pytest.raises(UserError, match="正被另一个程序使用"):
        InstanceLock(profile).acquire()
