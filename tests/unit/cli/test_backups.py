"""Backups on the command line: made, listed, carried away, brought back; and where no desk may lie."""

from pathlib import Path

import pytest

from tests.support.cheap_keys import PASSPHRASE
from tests.support.command_line import good, refused, run_here


def test_a_desk_is_backed_up_listed_and_brought_back(profile: Path, tmp_path: Path) -> None:
    good(profile, "add", "land", "name=一号")
    assert "已备份" in good(profile, "backup").out
    assert "没有改动" in good(profile, "backup").out
    good(profile, "add", "land", "name=二号")
    stick = tmp_path / "stick"
    stick.mkdir()
    assert "已另存并核对" in good(profile, "backup", "--to", str(stick)).out
    listed = good(profile, "backups", "--json").json
    assert [(one["what"], one["readable"], one["records"]["land"]) for one in listed] == [
        ("手动", True, 2),
        ("手动", True, 1),
    ]

    said = good(profile, "restore", "1", "--yes").out
    assert "恢复前的台账另存在" in said
    assert len(good(profile, "list", "land", "--json").json) == 1
    good(profile, "restore", said.strip().rsplit(" ", 1)[1], "--yes")
    assert len(good(profile, "list", "land", "--json").json) == 2

    (carried,) = stick.rglob("*.fjdb")
    good(tmp_path / "elsewhere", "restore", str(carried), "--yes")
    assert len(good(tmp_path / "elsewhere", "list", "land", "--json").json) == 2
    assert good(tmp_path / "elsewhere", "check").out == "台账完好。\n"
    assert len(run_here(profile, "backups").out.splitlines()) == len(good(profile, "backups", "--json").json)


def test_a_restore_without_a_yes_or_with_another_passphrase_changes_nothing(
    profile: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    good(profile, "backup")
    good(profile, "add", "land", "name=一号")
    assert "--yes" in refused(profile, "restore", "newest")
    new = tmp_path / "new"
    new.write_text("石榴树下 umbrella 雪人 19", "utf-8")
    good(profile, "passphrase", "--new-passphrase-file", str(new))

    done = run_here(profile, "--passphrase-file", str(new), "restore", "newest", "--yes")
    assert (done.code, "要用备份当时的口令" in done.err) == (3, True)
    assert len(good(profile, "--passphrase-file", str(new), "list", "land", "--json").json) == 1

    monkeypatch.setenv("FJ_PASSPHRASE", PASSPHRASE)
    good(profile, "restore", "newest", "--yes")
    assert good(profile, "list", "land", "--json").json == []


def test_no_desk_is_made_or_written_in_the_folder_of_a_cloud_or_chat_program(profile: Path, tmp_path: Path) -> None:
    says = refused(tmp_path / "OneDrive" / "台账", "init", "--office", "YRD", "--person", "甲", "--no-keyring")
    assert "请另选一个只在本机的文件夹" in says
    assert not (tmp_path / "OneDrive").exists()

    moved = profile.rename(tmp_path / "WeChat Files")
    assert "把整个文件夹移到" in refused(moved, "add", "land", "name=一号")
    assert good(moved, "list", "land", "--json").json == []


def test_a_whole_desk_comes_out_of_a_rescue_as_it_was(profile: Path) -> None:
    good(profile, "add", "land", "name=一号")
    assert "--yes" in refused(profile, "salvage")
    said = good(profile, "salvage", "--yes").out
    assert "0 条读不出来" in said
    assert [one["name"] for one in good(profile, "list", "land", "--json").json] == ["一号"]
    assert good(profile, "check").out == "台账完好。\n"
    good(profile, "restore", said.strip().rsplit("/", 1)[1], "--yes")
