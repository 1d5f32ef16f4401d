"""What is written to a sheet and read back is the same value, for every kind that any library uses."""

import csv
import itertools
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Kind, Many, Ref, Text
from fj_desktop.exchange.mapping import propose, typed_rows, unmapped_report
from fj_desktop.exchange.mapping.cells import converter
from fj_desktop.exchange.reading.delimited import unescape_csv
from fj_desktop.exchange.reading.reader import read_book
from fj_desktop.exchange.sheets_out import write_csv, write_refused, write_workbook
from fj_desktop.libraries import CATALOG
from tests.properties.test_kinds import KINDS, stored
from tests.unit.exchange.sheets_out.written import STAMP, sheet_of, surface

# One example is a file of many values: few files try as many values as many examples do elsewhere.
_FILES, _VALUES = 6, 20
_WRITTEN = [name for name, kind in KINDS.items() if not isinstance(kind.each if isinstance(kind, Many) else kind, Ref)]
_ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
_BEGINNINGS = st.sampled_from(["=", "+", "-", "@", "\t", "＝", " =", "'", "_x003D_", "#", "<f>", "{=", "\ufeff="])

_OPEN = [one for one in CATALOG if not one.closed]


def values_of(kind: Kind) -> st.SearchStrategy[list[Any]]:
    return st.lists(stored(kind), min_size=1, max_size=_VALUES)


@contextmanager
def file(name: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder, name)


def rows_of(path: Path) -> list[list[Any]]:
    return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]


@pytest.mark.parametrize("name", _WRITTEN)
@given(data=st.data())
@settings(max_examples=_FILES)
def test_a_value_written_to_a_workbook_comes_back_as_it_was(name: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    values = data.draw(values_of(kind))
    with file("表.xlsx") as out:
        write_workbook(out, "表", [surface("列", kind)], [[value] for value in values], stamp=STAMP)
        cells = [row[0] for row in rows_of(out)]

    read = converter(kind, kind.sheet_unit())
    assert [kind.parse(read(cell)) for cell in cells] == values


@pytest.mark.parametrize("name", _WRITTEN)
@given(data=st.data())
@settings(max_examples=_FILES)
def test_a_value_written_to_a_csv_comes_back_as_it_was(name: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    values = data.draw(values_of(kind))
    with file("表.csv") as out:
        write_csv(out, [surface("列", kind)], [[value] for value in values])
        with out.open(encoding="utf-8-sig", newline="") as written:
            cells = [row[0] for row in itertools.islice(csv.reader(written), 1, None)]

    read = converter(kind, kind.sheet_unit())
    assert [kind.parse(read(unescape_csv(cell))) for cell in cells] == values


@st.composite
def records(draw: st.DrawFn, surfaces: Sequence[Surface]) -> list[list[Any]]:
    """A few rows of a library; references as names, free text as people write it."""
    columns = [st.none() | _given(one.field.kind) for one in surfaces]
    rows = draw(st.lists(st.tuples(*columns).map(list), min_size=2, max_size=4))
    name = next(place for place, one in enumerate(surfaces) if isinstance(one.field.kind, Text))
    for row in rows:
        row[name] = row[name] or "示例"
    return rows


def _given(kind: Kind) -> st.SearchStrategy[Any]:
    if isinstance(kind.each if isinstance(kind, Many) else kind, Ref):
        return st.sampled_from(["永安街道", "永安街道；夔门街道"] if kind.many else ["永安街道"])
    if isinstance(kind, Text):
        return st.sampled_from(
            [text[: kind.longest] for text in ("奉节脐橙", "白帝城项目", "=1+1", "100", "2025年7月")]
        )
    return stored(kind)


@pytest.mark.parametrize("library", _OPEN, ids=[one.library for one in _OPEN])
@given(data=st.data())
@settings(max_examples=3, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_a_library_written_and_proposed_for_import_again_is_mapped_whole(library: Library, data: st.DataObject) -> None:
    surfaces = [one for one in CATALOG.surface(library) if one.field.from_sheets]
    rows = data.draw(records(surfaces))
    with file("库.xlsx") as out:
        write_workbook(out, library.title, surfaces, rows, stamp=STAMP)
        book = read_book(out)

    proposal = propose(book, library, CATALOG)
    found = list(typed_rows(book.sheets[proposal.sheet_index], proposal, library, CATALOG))
    assert (proposal.sheet_index, unmapped_report(proposal), [row.bad for row in found]) == (0, [], [[]] * len(rows))
    for typed, row in zip(found, rows, strict=True):
        assert {one.key: value for one, value in zip(surfaces, row, strict=True) if value is not None} == {
            key: _parsed(library, key, text) for key, text in typed.typed.items()
        }


def _parsed(library: Library, key: str, text: str) -> Any:
    one = CATALOG.by_key(library)[key]
    return text if one.ref_target else one.field.kind.parse(text)


@given(texts=st.lists(_ANY_TEXT | st.tuples(_BEGINNINGS, _ANY_TEXT).map("".join), min_size=1, max_size=30))
@settings(max_examples=40)
def test_any_text_is_a_text_cell_and_comes_back_as_it_was(texts: list[str]) -> None:
    with file("退回.xlsx") as out:
        write_refused(out, ["文字"], [([text], "原因") for text in texts])
        cells = [row[0] for row in rows_of(out)]
        kinds = {row[0].data_type for row in sheet_of(out).iter_rows()}

    assert kinds == {"s"}
    assert cells == [text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd") for text in texts]
