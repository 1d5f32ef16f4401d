"""Sheets in and out without a window."""

import csv
import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.support.command_line import good, run_here

ZHANG = ("person_name=张三", "person_mobile=13900001234", "company_name=白帝眼镜有限公司")


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_library_goes_out_and_comes_in_again(profile: Path, founded: Path, tmp_path: Path, kind: str) -> None:
    good(profile, "add", "entrepreneurs", *ZHANG, "key_concern=土地；用工", "intent_note==1+1")
    other, file = Path(shutil.copytree(founded, tmp_path / "other")), str(tmp_path / f"企业家.{kind}")

    assert "已导出 1 条" in good(profile, "export", "entrepreneurs", file, "--reveal").out
    report = good(other, "import", "entrepreneurs", file, "--json").json

    assert [report[key] for key in ("rows", "added", "updated", "skipped", "refused", "unmapped")] == [
        1,
        1,
        0,
        0,
        [],
        [],
    ]
    assert _plain(other) == _plain(profile)
    again = good(other, "import", "entrepreneurs", file, "--json").json
    assert (again["batch"], again["skipped"]) == (None, 1)
    undone = good(other, "undo-import", report["batch"], "--json").json
    assert (undone["removed"], undone["kept"]) == (3, [])
    assert good(other, "list", "people", "--json").json == []


def _plain(profile: Path) -> list[dict[str, object]]:
    found = good(profile, "list", "entrepreneurs", "--json", "--reveal").json
    return [{key: value for key, value in one.items() if key not in ("id", "updated_at")} for one in found]


def test_refused_rows_come_back_as_a_sheet_with_their_reasons(profile: Path, tmp_path: Path) -> None:
    ledger, errors = tmp_path / "土地.csv", tmp_path / "退回.xlsx"
    with ledger.open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(
            [("地块名称", "面积（亩）", "可交付日期"), ("一号", "30", "2026.3.1"), ("二号", "约好", "现房")]
        )

    done = good(profile, "import", "land", str(ledger), "--errors", str(errors), "--json")

    assert [(one["row"], one["column"], one["value"]) for one in done.json["refused"]] == [
        (3, "面积（亩）", "约好"), (3, "可交付日期", "现房"),
    ]  # fmt: skip
    assert {"column": "面积（亩）", "fields": ["area_m2"]} in done.json["mapped"]
    rows = [[cell.value for cell in row] for row in openpyxl.load_workbook(errors).worksheets[0].iter_rows()]
    assert rows[-1][:3] == ["二号", "约好", "现房"]
    assert "应为日期" in str(rows[-1][-1])


def test_a_trial_import_writes_nothing(profile: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "土地.csv"
    ledger.write_text("地块名称,层数\n一号,2\n", "utf-8")

    report = good(profile, "import", "land", str(ledger), "--dry-run", "--json").json

    assert (report["batch"], report["added"]) == (None, 1)
    assert good(profile, "list", "land", "--json").json == []


def test_an_import_of_which_nothing_is_accepted_ends_with_one(profile: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "土地.csv"
    ledger.write_text("地块名称,层数\n一号,很多\n", "utf-8")

    done = run_here(profile, "import", "land", str(ledger), "--json")

    assert (done.code, len(json.loads(done.out)["refused"])) == (1, 1)
    blanked = good(profile, "import", "land", str(ledger), "--json", "--blank-bad-cells").json
    assert (blanked["added"], blanked["refused"]) == (1, [])


def test_a_template_and_a_printed_list_are_written(profile: Path, tmp_path: Path) -> None:
    good(profile, "add", "land", "name=一号")

    assert "已生成模板" in good(profile, "template", "land", str(tmp_path / "模板.xlsx")).out
    assert "已导出 1 条" in good(profile, "export", "land", str(tmp_path / "土地.pdf")).out
    assert (tmp_path / "土地.pdf").read_bytes().startswith(b"%PDF")
