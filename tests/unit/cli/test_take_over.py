"""A desk that another machine noted to use is taken over only by its own command (R-11)."""

import json
from pathlib import Path

from fj_desktop.paths import Profile
from fj_desktop.store.lock import InstanceLock
from tests.support.command_line import good


def test_the_note_of_another_machine_goes_by_its_own_command_only(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    profile.folder.mkdir()
    note = profile.folder / "desk.lock"
    note.write_text(json.dumps({"pid": 7, "host": "另一台", "purpose": "窗口"}), "utf-8")

    assert "已由本机接管" in good(profile.folder, "take-over").out

    with InstanceLock(profile) as lock:
        assert lock.held
