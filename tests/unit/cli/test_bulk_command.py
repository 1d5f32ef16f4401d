"""``bulk``: one field of many records from the command line."""

from pathlib import Path

from tests.support.command_line import good, refused, run_here


def add(profile: Path, name: str, status: str) -> None:
    good(profile, "add", "land", f"name={name}", f"supply_status={status}")


def test_one_field_of_the_records_asked_for_is_set_and_taken_back_in_one_step(profile: Path) -> None:
    for name, status in (("甲", "可供"), ("乙", "可供"), ("丙", "停用")):
        add(profile, name, status)
    asked = ("bulk", "land", "--set", "supply_status=已供", "--where", "supply_status=可供", "--json")
    assert good(profile, *asked, "--dry-run").json == {"found": 2, "changed": 2, "refused": []}
    assert good(profile, *asked).json["changed"] == 2
    assert good(profile, *asked).json["found"] == 0
    assert "批量修改" in good(profile, "undo").out
    kept = good(profile, "list", "land", "--json").json
    assert sorted(one["supply_status"] for one in kept) == ["停用", "可供", "可供"]


def test_what_cannot_be_filled_is_said_and_ends_with_one(profile: Path) -> None:
    add(profile, "甲", "可供")
    done = run_here(profile, "bulk", "land", "--set", "area_m2=12", "--all")
    assert done.code == 1
    assert "缺少单位" in done.err
    assert "--all" in refused(profile, "bulk", "land", "--set", "note=甲")
    assert "没有字段" in refused(profile, "bulk", "land", "--set", "note=甲", "--where", "colour=red")
