"""Sheets this program wrote itself: every heading comes back to its field, every value to itself."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Many, Ref
from fj_desktop.core.refusal import RefusalError
from fj_desktop.exchange.mapping import unmapped_report
from fj_desktop.exchange.reading.book import CellValue
from fj_desktop.exchange.sheets_out.examples import example_of
from fj_desktop.libraries import CATALOG
from tests.unit.exchange.mapping.sheets import book, proposed, read

_OPEN = [one for one in CATALOG if not one.closed]
_EVERY_LIBRARY = pytest.mark.parametrize("library", _OPEN, ids=[one.library for one in _OPEN])


def _typed(one: Surface) -> str:
    """Text of the field's kind; nothing for what the program computes."""
    text = example_of(one.field.kind) or "某某"
    try:
        _value(one, text)
    except RefusalError:
        return ""
    return text if one.field.from_sheets else ""


def _cell(one: Surface) -> CellValue:
    """The example of a field as the exporter writes it and a reader gives it back."""
    text = _typed(one)
    kind = one.field.kind
    if not text or isinstance(kind, Ref) or (isinstance(kind, Many) and isinstance(kind.each, Ref)):
        return text or None
    cell = kind.to_cell(kind.parse(text))
    return float(cell) if isinstance(cell, Decimal) else cell


def _value(one: Surface, text: str) -> Any:
    kind = one.field.kind
    return (
        text if isinstance(kind, Ref) or (isinstance(kind, Many) and isinstance(kind.each, Ref)) else kind.parse(text)
    )


@_EVERY_LIBRARY
def test_every_heading_is_mapped_to_its_field(library: Library) -> None:
    surface = CATALOG.surface(library)

    proposal = proposed(library.library, book([one.heading for one in surface]))

    assert unmapped_report(proposal) == []
    assert [one.main or one.targets[0] for one in proposal.columns] == [one.key for one in surface]


@_EVERY_LIBRARY
def test_a_row_of_keys_below_the_headings_settles_every_column(library: Library) -> None:
    surface = CATALOG.surface(library)
    made = book([one.heading for one in surface], [one.key for one in surface], [_cell(one) for one in surface])

    proposal = proposed(library.library, made)

    assert proposal.header_rows == (1, 2)
    assert [one.targets for one in proposal.columns] == [(one.key,) for one in surface]


@_EVERY_LIBRARY
def test_values_written_in_full_come_back_unchanged_and_nothing_is_derived(library: Library) -> None:
    surface = CATALOG.surface(library)
    made = book([one.heading for one in surface], [_cell(one) for one in surface])

    (row,) = read(library.library, made)

    wanted = {one.key: _value(one, _typed(one)) for one in surface if _typed(one)}
    assert row.bad == []
    assert {key: _value(CATALOG.by_key(library)[key], text) for key, text in row.typed.items()} == wanted


@_EVERY_LIBRARY
def test_a_blank_field_stays_blank_when_all_columns_are_there(library: Library) -> None:
    surface = CATALOG.surface(library)
    alone = next(one for one in surface if one.key in library.naming or one.field.needed == "save")
    made = book([one.heading for one in surface], [_cell(one) if one is alone else None for one in surface])

    assert [list(row.typed) for row in read(library.library, made)] == [[alone.key]]


def test_an_address_that_names_a_town_fills_no_blank_town_of_an_export() -> None:
    surface = CATALOG.surface(CATALOG["land"])
    cells: dict[str, CellValue] = {"name": "甲", "address": "草堂镇某处", "verified_on": dt.date(2025, 1, 2)}
    made = book([one.heading for one in surface], [cells.get(one.key) for one in surface])

    assert read("land", made)[0].typed == {"name": "甲", "address": "草堂镇某处", "verified_on": "2025-01-02"}


def test_words_that_fit_no_choice_still_reach_the_note_in_a_template_filled_by_hand() -> None:
    made = book(["姓名", "投资意向", "意向说明"], ["张三", "看好眼镜项目", "已见面"])

    assert read("entrepreneurs", made)[0].typed == {
        "person_name": "张三", "intent_note": "已见面\n投资意向：看好眼镜项目",
    }  # fmt: skip


def test_small_percentages_of_an_export_are_not_turned_into_large_ones() -> None:
    made = book(["名称", "绿地率上限（%）", "备注"], ["甲", 0.5, None], ["乙", 0.35, None])

    assert [row.typed["green_max_pct"] for row in read("land", made)] == ["0.5%", "0.35%"]
    assert any("按百分数原样导入" in note for note in proposed("land", made).notes)
