"""What a person chose for a sheet is there when the same header comes again, and for no other sheet."""

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fj_desktop.core.clock import FixedClock
from fj_desktop.core.text import squeeze
from fj_desktop.exchange.reading import Book, CellValue, Sheet
from fj_desktop.libraries import CATALOG
from fj_desktop.services import import_memory
from fj_desktop.services.desk import Desk
from fj_desktop.services.import_memory import Recalled, layout_of, recall
from fj_desktop.services.import_plan import Choice
from fj_desktop.services.import_report import import_file
from fj_desktop.services.importing import ColumnMapping, SheetProposal
from fj_desktop.store.transactions import Store
from tests.support.desks import NOON
from tests.support.history import rows
from tests.unit.exchange.mapping.sheets import book

LAND, PEOPLE = CATALOG["land"], CATALOG["people"]
HEADER = ("姓名", "手机", "职务", "自拟列")
ZHANG, LI = ("张三", "13900001234", "总经理", "甲"), ("李四", "13900005678", "副总", "乙")
PLOT = ("编号", "名称", "面积")
Row = Sequence[CellValue]


def sheets(*named: tuple[str, list[Row]]) -> Book:
    return Book("xlsx", "示例.xlsx", [Sheet(name, rows=[list(row) for row in lines]) for name, lines in named])


def store_as(desk: Desk, made: Book, proposal: SheetProposal, rule: Choice = "update") -> None:
    desk.importing.apply(desk.importing.plan(made, proposal, PEOPLE), remember=rule)


def recalled(desk: Desk, made: Book) -> Recalled | None:
    return desk.importing.recall(made, PEOPLE, desk.importing.propose(made, PEOPLE))


def targets(found: Recalled | None) -> list[tuple[str, ...]]:
    assert found is not None
    return [one.targets for one in found.proposal.columns]


def learn(desk: Desk, *, rule: Choice = "update") -> None:
    """Import a sheet whose last column was given a field by hand."""
    made = book(HEADER, ZHANG)
    store_as(desk, made, desk.importing.remap(desk.importing.propose(made, PEOPLE), 3, ["note"]), rule)


def test_the_same_header_with_other_rows_is_mapped_as_a_person_mapped_it(desk: Desk) -> None:
    learn(desk, rule="skip")
    found = recalled(desk, book(("示例公司名单",), (" 姓 名", "手机", "职务 ", "自拟列"), LI))
    assert targets(found)[3] == ("note",)
    assert found is not None
    assert (found.on_duplicate, found.words) == ("skip", "沿用上次 2026-11-23 的对应")
    assert found.guess.columns[3].targets == ()


def test_another_header_or_library_is_guessed_as_before(desk: Desk) -> None:
    learn(desk)
    made = book((*HEADER, "微信"), (*LI, "wx"))
    assert recalled(desk, made) is None
    staff = CATALOG["staff"]
    same = book(HEADER, ZHANG)
    assert desk.importing.recall(same, staff, desk.importing.choose_header(same, 0, 1, staff)) is None


def test_an_import_that_no_person_confirmed_is_not_remembered(desk: Desk) -> None:
    made = book(HEADER, ZHANG)
    desk.importing.apply(desk.importing.plan(made, desk.importing.propose(made, PEOPLE), PEOPLE))
    assert recalled(desk, made) is None


def test_what_is_used_again_and_imported_again_stays_remembered(desk: Desk) -> None:
    learn(desk)
    made = book(HEADER, LI)
    found = recalled(desk, made)
    assert found is not None
    store_as(desk, made, found.proposal)
    assert targets(recalled(desk, made))[3] == ("note",)
    store_as(desk, made, found.guess)
    assert targets(recalled(desk, made))[3] == ()


def test_a_sheet_chosen_by_hand_is_chosen_again(desk: Desk) -> None:
    lines = [HEADER, ZHANG]
    made = sheets(("九月", [*lines, LI]), ("十月", lines))
    assert desk.importing.propose(made, PEOPLE).sheet_index == 0
    store_as(desk, made, desk.importing.choose_sheet(made, 1, PEOPLE))
    found = recalled(desk, made)
    assert found is not None
    assert found.proposal.sheet_index == 1


def test_a_header_that_no_name_tells_is_found_where_it_stands_now(desk: Desk) -> None:
    strange: list[Row] = [("甲项", "乙项"), ("张三", "13900001234")]
    made = sheets(("表", strange))
    chosen = desk.importing.choose_header(made, 0, 1, PEOPLE, 1)
    for column, key in enumerate(("name", "mobile")):
        chosen = desk.importing.remap(chosen, column, [key])
    store_as(desk, made, chosen)
    again = sheets(("空", []), ("表", [("说明",), *strange]))
    found = desk.importing.recall(again, PEOPLE, None)
    assert targets(found) == [("name",), ("mobile",)]
    assert found is not None
    assert (found.proposal.sheet_index, found.proposal.header_rows) == (1, (2,))


def test_a_unit_chosen_by_hand_yields_to_the_one_a_later_sheet_gives(desk: Desk) -> None:
    def area(found: SheetProposal) -> ColumnMapping:
        return next(one for one in found.columns if "area_m2" in one.targets)

    made = book(("名称", "面积"), ("示例地块", "20"))
    guess = desk.importing.propose(made, LAND)
    chosen = desk.importing.remap(guess, area(guess).index, area(guess).targets, "亩")
    desk.importing.apply(desk.importing.plan(made, chosen, LAND), remember="update")
    found = desk.importing.recall(made, LAND, guess)
    assert found is not None
    assert area(found.proposal).unit == "亩"
    other = book(("单位：㎡",), ("名称", "面积"), ("示例地块二", "2000"))
    found = desk.importing.recall(other, LAND, desk.importing.propose(other, LAND))
    assert found is not None
    assert area(found.proposal).unit == area(found.guess).unit != "亩"


def test_no_text_of_the_sheet_is_kept(desk: Desk, store: Store) -> None:
    learn(desk)
    kept = "".join(str(row) for row in rows(store, "SELECT key, value FROM _setting WHERE key LIKE 'import/%'"))
    assert kept
    assert not [word for word in (*HEADER, *ZHANG, "Sheet1") if word in kept]


def test_a_field_that_is_no_more_leaves_its_column_to_the_guess(desk: Desk, store: Store) -> None:
    learn(desk)
    with store.noting() as connection:
        connection.exec_driver_sql("UPDATE _setting SET value = replace(value, 'note', 'gone')")
    assert targets(recalled(desk, book(HEADER, LI)))[3] == ()


def test_only_the_newest_are_kept(desk: Desk, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_memory, "MOST_KEPT", 2)
    made = [book((*HEADER[:3], f"自拟{number}"), (*ZHANG[:2], "经理", "甲")) for number in range(3)]
    for number, one in enumerate(made):
        clock.moment = NOON.replace(minute=number)
        store_as(desk, one, desk.importing.propose(one, PEOPLE))
    assert [recalled(desk, one) is not None for one in made] == [False, True, True]


@given(st.text() | st.from_regex(r"2026-11-23 04:00:00\.0\|\{.{0,80}\}", fullmatch=True))
def test_a_damaged_line_is_passed_over(value: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, AttributeError, RecursionError)):
        import_memory._read(value)


def test_damage_in_the_store_stops_no_import(desk: Desk, store: Store) -> None:
    learn(desk)
    for broken in ("", "x", "2026-11-23|[]", "2026-11-23|null", '2026-11-23|{"depth": true}'):
        with store.noting() as connection:
            put = "UPDATE _setting SET value = ? WHERE key LIKE 'import/mapping/%'"
            connection.exec_driver_sql(put, (broken,))
        assert recalled(desk, book(HEADER, LI)) is None
    with store.noting() as connection:
        connection.exec_driver_sql("UPDATE _setting SET value = 'no hex' WHERE key = 'import/salt'")
    learn(desk)
    assert targets(recalled(desk, book(HEADER, LI)))[3] == ("note",)


@given(st.lists(st.lists(st.text() | st.integers() | st.none(), max_size=5), min_size=1, max_size=3))
def test_widths_and_blanks_make_no_other_layout(lines: list[list[CellValue]]) -> None:
    # A few signs fold into a blank and something else: folding twice is more than folding once.
    assume(all(squeeze(squeeze(one)) == squeeze(one) for row in lines for one in row if isinstance(one, str)))
    spaced = [[f" {squeeze(one)} " if isinstance(one, str) else one for one in row] + [None, ""] for row in lines]
    depth = range(1, len(lines) + 1)
    assert layout_of(PEOPLE, Sheet("a", rows=lines), depth) == layout_of(PEOPLE, Sheet("b", rows=spaced), depth)


def test_a_store_that_remembers_nothing_is_asked_cheaply(store: Store) -> None:
    with store.reading() as connection:
        assert recall(connection, book(HEADER, ZHANG), PEOPLE, None, None) is None


@pytest.mark.parametrize("fresh", [False, True])
def test_the_command_line_maps_as_a_person_did_and_can_be_told_not_to(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str], fresh: bool
) -> None:
    learn(desk, rule="new")
    file = tmp_path / "名单.csv"
    file.write_text("\n".join(",".join(row) for row in (HEADER, LI)), encoding="utf-8")
    given = Namespace(
        library="people", file=file, sheet=None, on_duplicate="update", blank_bad_cells=False, dry_run=False,
        errors=None, json=True, fresh_mapping=fresh,
    )  # fmt: skip
    assert import_file(desk, given) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["unmapped"] == (["自拟列"] if fresh else [])
    assert any("沿用上次 2026-11-23" in note for note in report["notes"]) is not fresh
    # The command line chooses nothing, so it changes nothing that is remembered.
    assert targets(recalled(desk, book(HEADER, LI)))[3] == ("note",)
