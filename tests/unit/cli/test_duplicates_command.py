"""``duplicates`` and ``not-same`` from the command line."""

from pathlib import Path

from tests.support.command_line import good


def test_pairs_are_told_merged_in_one_step_and_taken_back(profile: Path) -> None:
    for name in ("重庆夔门光学有限公司", "重庆夔门光雪有限公司"):
        good(profile, "add", "companies", f"name={name}")
    told = good(profile, "duplicates", "companies", "--json").json
    assert (told["pairs"], told["sure"]) == (1, 0)
    (pair,) = told["shown"]
    good(profile, "set", "companies", pair["second"], "name=重庆市夔门光学有限责任公司")
    good(profile, "set", "companies", pair["first"], "name=重庆夔门光学有限公司")
    assert good(profile, "duplicates", "companies", "--merge-sure", "--json").json == {
        "merged": 1,
        "sure": 1,
        "pairs": 1,
    }
    assert len(good(profile, "list", "companies", "--json").json) == 1
    good(profile, "undo")
    good(profile, "not-same", "companies", pair["first"], pair["second"])
    assert good(profile, "duplicates", "companies", "--json").json["pairs"] == 0
