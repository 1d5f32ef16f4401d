"""Dispatch and the queue from the command line: figures as JSON, a workbook, a calendar, refusals in words."""

import datetime as dt
from pathlib import Path

import openpyxl

from tests.support.command_line import good, refused


def test_a_signed_amount_comes_out_as_json_and_in_the_workbook(profile: Path, tmp_path: Path) -> None:
    project = good(profile, "add", "projects", "name=眼镜生产线", "chain_id=眼镜", "--json").json["id"]
    day = dt.date.today().isoformat()
    good(
        profile, "add", "contracts", f"project_id={project}", "kind=正式合同", "party_b=示例光学", "amount_wan=1.2亿",
        f"signed_on={day}",
    )  # fmt: skip
    out = tmp_path / "月调度.xlsx"
    told = good(profile, "dispatch", "month", "--json", "--out", str(out)).json
    first = told["sections"]["results"]["rows"][0]
    assert (first["leads"], first["signed"], first["signed_wan"]) == (1, 1, "12000")
    rate = next(one for one in told["ratios"] if one["name"] == "开工率")
    assert (rate["numerator"], rate["denominator"], rate["value"]) == ("0", "1", "0.0000")
    assert told["thresholds"][0].startswith("专班成员下限：5人（通知规定")
    assert openpyxl.load_workbook(out)["主要结果"]["D4"].value == 12000
    assert "签约额(万元)" in good(profile, "dispatch", "year").out


def test_a_period_of_another_kind_and_a_file_of_another_kind_are_refused(profile: Path, tmp_path: Path) -> None:
    assert "不是周收集的期间" in refused(profile, "dispatch", "week", "--period", "2026-11")
    assert "只能存为 .xlsx 或 .pdf" in refused(profile, "dispatch", "week", "--out", str(tmp_path / "x.docx"))
    good(profile, "dispatch", "week", "--out", str(tmp_path / "x.pdf"))
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_due_stands_in_the_queue_and_in_the_calendar(profile: Path, tmp_path: Path) -> None:
    good(profile, "add", "problems", "title=缺电", "due_on=2026-11-20")
    told = good(profile, "queue", "--as-of", "2026-11-23", "--json", "--ics", str(tmp_path / "工作.ics")).json
    (mine,) = [one for one in told["items"] if one["kind"] == "难点堵点"]
    assert (mine["group"], mine["level"], mine["due"], mine["library"]) == ("逾期", "黄", "2026-11-20", "problems")
    assert "BEGIN:VEVENT" in (tmp_path / "工作.ics").read_text("utf-8")
