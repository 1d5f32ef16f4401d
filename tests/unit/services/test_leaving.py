"""The gate that records pass when they leave: purpose for many open contacts, and everything kept."""

from pathlib import Path

import pytest

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.services.auditing import Sought
from fj_desktop.services.desk import Desk
from fj_desktop.services.leaving import PurposeNeededError

PEOPLE, FUNDING = CATALOG["people"], CATALOG["funding"]


def last_act(desk: Desk) -> tuple[str, str]:
    entry = desk.audit.entries(Sought(), 1)[0]
    return entry.act, entry.what


def fill(desk: Desk, library: Library, count: int, **typed: str) -> None:
    for number in range(count):
        desk.records.add(library, {key: text.format(number) for key, text in typed.items()})


def test_fifty_open_contacts_leave_freely_and_one_more_asks_for_a_purpose(desk: Desk, tmp_path: Path) -> None:
    fill(desk, PEOPLE, 50, name="示例{}", mobile="139000{:05}")
    out = tmp_path / "名单.csv"
    assert desk.exporting.export(PEOPLE, out, reveal=True) == 50
    out.unlink()
    fill(desk, PEOPLE, 1, name="又一位", mobile="13800000000")
    with pytest.raises(PurposeNeededError, match="50 名以上联系人"):
        desk.exporting.export(PEOPLE, out, reveal=True)
    assert not out.exists()
    assert desk.exporting.export(PEOPLE, out, reveal=True, purpose="十月驻沪走访名单") == 51
    assert last_act(desk) == ("导出（含遮盖内容）", "人员总库 51 条，.csv，用途：十月驻沪走访名单")


def test_covered_exports_and_people_without_contacts_need_no_purpose(desk: Desk, tmp_path: Path) -> None:
    fill(desk, PEOPLE, 60, name="示例{}", mobile="139000{:05}")
    assert desk.exporting.export(PEOPLE, tmp_path / "a.csv") == 60
    assert last_act(desk) == ("导出", "人员总库 60 条，.csv")
    assert desk.exporting.export(PEOPLE, tmp_path / "b.csv", keys=["name"], reveal=True) == 60


def test_protected_amounts_are_no_contacts(desk: Desk, tmp_path: Path) -> None:
    fill(desk, FUNDING, 60, project_name="示例项目{}", self_fund_wan="500")
    assert desk.exporting.export(FUNDING, tmp_path / "a.csv", reveal=True) == 60


@pytest.mark.parametrize("purpose", ["", "   ", "1234", "——————", "。。。。", "a b"])
def test_a_purpose_that_says_nothing_is_none(desk: Desk, tmp_path: Path, purpose: str) -> None:
    fill(desk, PEOPLE, 51, name="示例{}", mobile="139000{:05}")
    with pytest.raises(PurposeNeededError):
        desk.exporting.export(PEOPLE, tmp_path / "a.xlsx", reveal=True, purpose=purpose)


def test_the_sheet_tells_its_purpose(desk: Desk, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    fill(desk, PEOPLE, 51, name="示例{}", mobile="139000{:05}")
    out = tmp_path / "名单.xlsx"
    desk.exporting.export(PEOPLE, out, reveal=True, purpose="十月驻沪走访名单")
    said = {row[0]: row[1] for row in load_workbook(out)["说明"].iter_rows(min_row=2, max_col=2, values_only=True)}
    assert said["范围"] == "全部记录；用途：十月驻沪走访名单"
    assert "示例员" in said["使用约定"]


def test_every_way_out_passes_the_gate() -> None:
    """Files are written by ``outfile.writing``; who calls a writer of records lets them out first."""
    root = Path(__file__).parents[3] / "fj_desktop" / "services"
    writers = ("write_workbook(", "write_csv(", "write_list(", "write_sheets(")
    callers = {path.name for path in root.glob("*.py") if any(one in path.read_text("utf-8") for one in writers)}
    assert callers <= {"exporting.py", "paper.py", "personal_data.py"}
    for name in callers - {"paper.py"}:
        assert "let_out(" in (root / name).read_text("utf-8")
