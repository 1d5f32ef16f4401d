"""Saved views from the command line: listed, used by ``list`` and by ``export``."""

import contextlib
from pathlib import Path

from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.filtering import Filter
from fj_desktop.services.session import Session
from fj_desktop.services.view_definitions import Showing
from tests.support.cheap_keys import PASSPHRASE
from tests.support.command_line import good, refused


def test_a_view_kept_in_the_window_is_listed_shown_and_exported(profile: Path, tmp_path: Path) -> None:
    for name, status in (("甲地块", "可供"), ("乙地块", "停用"), ("丙地块", "可供")):
        good(profile, "add", "land", f"name={name}", f"supply_status={status}")
    session = Session.of(Profile(profile))
    with contextlib.closing(session.open(session.vault.unlock_with_passphrase(PASSPHRASE))) as desk:
        showing = Showing((Filter("supply_status", "any_of", ("可供",)),), order=(("name", False),))
        desk.views.save(CATALOG["land"], "可供地块", showing)

    assert "可供地块" in good(profile, "views", "land").out
    listed = good(profile, "list", "land", "--view", "可供地块", "--json").json
    assert [one["name"] for one in listed] == ["丙地块", "甲地块"]
    out = tmp_path / "可供.csv"
    good(profile, "export", "land", str(out), "--view", "可供地块")
    lines = out.read_text("utf-8-sig").splitlines()
    assert len([one for one in lines if "地块" in one]) >= 2
    assert "乙地块" not in out.read_text("utf-8-sig")
    assert "没有" in refused(profile, "list", "land", "--view", "不存在的视图")
