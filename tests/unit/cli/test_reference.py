"""Reference tables from the command line."""

from pathlib import Path

from fj_desktop.assets import asset
from tests.support.command_line import good, refused, run_here


def test_a_table_is_listed_replaced_and_set_back(profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "行政区划2026.csv"
    file.write_bytes(
        asset("db/reference/divisions_cn_3level.csv").read_bytes() + "500299,夔门新县,county,500000\n".encode()
    )
    assert "下次启动起用" in good(profile, "reference", "replace", "divisions", str(file)).out
    good(profile, "add", "companies", "name=夔门光学", "reg_division=重庆市夔门新县")
    listed = {one["name"]: one["source"] for one in good(profile, "reference", "list", "--json").json}
    assert (listed["divisions"], listed["industries"]) == ("行政区划2026.csv", "随程序")
    assert "更换参考表" in good(profile, "audit").out
    assert "有 1 处记录" in refused(profile, "reference", "reset", "divisions")
    assert "1 处记录" in run_here(profile, "reference", "reset", "divisions", "--yes").err
    assert "没有这个地区" in refused(profile, "add", "companies", "name=二号", "reg_division=重庆市夔门新县")
    assert "divisions" in refused(profile, "reference", "replace")
