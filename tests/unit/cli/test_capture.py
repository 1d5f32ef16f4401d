"""``capture``: leads from the command line."""

from pathlib import Path

from tests.support.command_line import good, refused, run_here


def test_one_line_becomes_a_person_a_company_and_a_note(profile: Path) -> None:
    done = good(profile, "capture", "张三 13800138000 某某光学 想看地", "--json").json
    assert (done["stored"], done["refused"]) == (1, 0)
    lead = done["leads"][0]
    assert lead["fields"] == {"name": "张三", "mobile": "13800138000", "company": "某某光学", "note": "想看地"}
    kept = good(profile, "show", "entrepreneurs", lead["id"], "--json", "--reveal").json
    assert [kept[key] for key in ("person_name", "person_mobile", "company_name", "intent_note")] == [
        "张三", "13800138000", "某某光学", "想看地",
    ]  # fmt: skip
    assert "速记“张三”" in good(profile, "undo").out
    assert good(profile, "list", "entrepreneurs", "--json").json == []


def test_a_dry_run_stores_nothing(profile: Path) -> None:
    assert "只检查" in good(profile, "capture", "张三 13800138000", "--dry-run").out
    assert good(profile, "list", "entrepreneurs", "--json").json == []


def test_a_list_in_a_file_goes_into_the_library_named(profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "名单.txt"
    file.write_bytes("张三 13800138000 某某光学\n李四 13900139000 某某机械\n".encode("gb18030"))
    assert "存入 2 条" in good(profile, "capture", "--file", str(file), "--library", "hometown").out
    assert len(good(profile, "list", "hometown", "--json").json) == 2


def test_what_holds_no_lead_ends_with_one_and_nothing_is_stored(profile: Path) -> None:
    assert run_here(profile, "capture", "想看地").code == 1
    assert "二者选一" in refused(profile, "capture")
    assert "不收线索" in refused(profile, "capture", "张三 13800138000", "--library", "land")
    assert "20,000" in refused(profile, "capture", "张" * 20_001)
