"""A real ledger comes in through the wizard, and goes out again."""

from pathlib import Path

import openpyxl

from tests.journeys.founding import first_run
from tests.journeys.places import Places
from tests.journeys.program import Program

_ROWS = 12


def ledger(path: Path) -> Path:
    """A land ledger as counties keep it: a title, two header rows, merged, units below, a wrong cell, a total."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["可招商土地台账（示例）"])
    sheet.append(["序号", "地块编号", "位置", "面积", None, "可交付时间"])
    sheet.append([None, None, None, "亩", "平方米", None])
    for merged in ("A1:F1", "A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3"):
        sheet.merge_cells(merged)
    for number in range(1, _ROWS + 1):
        day = "现房" if number == 5 else f"2027年{number}月"
        sheet.append([number, f"示例-{number:03d}", "草堂镇示例地块", 15 * number, 10000 * number, day])
    sheet.append(["合计", None, None, "=SUM(D4:D15)", None, None])
    book.save(path)
    return path


def test_a_land_ledger_is_imported_through_the_wizard(program: Program, places: Places, tmp_path: Path) -> None:
    first_run(program, places, tmp_path / "code.pdf")
    where = places.wizard("land")
    # The places were read off a window of this process, which had the keyboard for a moment.
    program.focus()
    program.keys("ctrl+7")
    program.opens("ctrl+i")
    program.opens("Return")
    program.keys("ctrl+a")
    program.write(str(ledger(tmp_path / "land.xlsx")))
    program.keys("Return")
    for _ in ("sheet", "mapping", "preview"):
        program.click(where("wizard.next"))
    program.until(lambda: len(program.headless("list", "land", "--json")) == _ROWS - 1)

    stored = {one["parcel_no"]: one for one in program.headless("list", "land", "--json")}
    assert "示例-005" not in stored
    assert stored["示例-002"]["area_m2"] == "20000"
    assert stored["示例-002"]["town_id"] == "草堂镇"
    assert stored["示例-002"]["ready_on"] == "2027-02-01"
    program.click(where("wizard.next"))
    program.focus()
    assert program.quit() == 0
