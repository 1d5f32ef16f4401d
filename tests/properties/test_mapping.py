"""Whatever stands in a sheet, mapping ends in typed texts or a plain refusal; what it says is kept or told."""

import datetime as dt
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Area
from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.mapping import mapped_report, propose, typed_rows, unmapped_report, with_header
from fj_desktop.exchange.mapping.header import bare, canonical, caption
from fj_desktop.exchange.reading.book import Book, CellError, CellValue, RuinedNumber, Sheet
from fj_desktop.libraries import CATALOG

_HEADERS = (
    "姓名|手机|联系电话|企业名称|面积|亩|平方米|备注|合计|序号|籍贯|说明：|规划条件|容积率|对接人|名称|"
    "统一社会信用代码|注册资本（万元）|1.|（）|/|（|单位：万元|2024年"
)
_WORDS = st.sampled_from(_HEADERS.split("|"))
_CELLS: st.SearchStrategy[CellValue] = st.one_of(
    st.none(), _WORDS, st.text(max_size=20), st.integers(-(10**12), 10**12), st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False), st.dates(dt.date(1900, 1, 1)),
    st.datetimes(dt.datetime(1900, 1, 1)),
    st.times(), st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9),
    st.sampled_from([CellError("#N/A"), RuinedNumber("9.1E+17")]),
)  # fmt: skip
_LIBRARIES = st.sampled_from(CATALOG.libraries)


@st.composite
def _sheets(draw: st.DrawFn) -> Sheet:
    width = draw(st.integers(1, 6))
    row = st.lists(st.one_of(_WORDS, _CELLS), min_size=width, max_size=width)
    rows = draw(st.lists(row, max_size=8))
    cell = st.tuples(st.integers(0, 7), st.integers(0, width))
    corners = draw(st.lists(st.tuples(cell, cell), max_size=4))
    merged = [(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])) for a, b in corners]
    return Sheet("表", draw(st.booleans()), rows, draw(st.integers(1, 3)), merged)


@given(st.lists(_sheets(), max_size=2), _LIBRARIES)
def test_any_sheet_gives_typed_texts_or_a_plain_refusal(sheets: list[Sheet], library: Library) -> None:
    book = Book("xlsx", "表.xlsx", sheets)
    try:
        proposal = propose(book, library, CATALOG)
    except RefusedFileError:
        return
    surface = CATALOG.by_key(library)
    for row in typed_rows(book.sheets[proposal.sheet_index], proposal, library, CATALOG):
        assert all(key in surface and text.strip() for key, text in row.typed.items())
        assert row.row >= proposal.first_row
    assert all(one["fields"] for one in mapped_report(proposal))
    assert all(unmapped_report(proposal))


@given(_sheets(), _LIBRARIES, st.integers(1, 8), st.integers(0, 3))
def test_any_row_can_be_chosen_as_the_header(sheet: Sheet, library: Library, row: int, depth: int) -> None:
    book = Book("xlsx", "表.xlsx", [sheet])
    try:
        proposal = with_header(book, 0, sheet.first_row + row - 1, library, CATALOG, depth=depth)
    except RefusedFileError:
        assert row > len(sheet.rows)
        return
    assert proposal.header_rows[0] == sheet.first_row + row - 1
    list(typed_rows(sheet, proposal, library, CATALOG))


@given(_LIBRARIES, st.data(), st.integers(0, 3))
def test_own_headings_are_mapped_in_any_order_and_below_any_title(
    library: Library, data: st.DataObject, above: int
) -> None:
    surface = data.draw(st.permutations(CATALOG.surface(library)))
    chosen = surface[: data.draw(st.integers(3, len(surface)))]
    title: list[CellValue] = ["台账", *[None] * (len(chosen) - 1)]
    rows: list[list[CellValue]] = [*[list(title) for _ in range(above)], [one.heading for one in chosen]]

    proposal = propose(Book("xlsx", "表.xlsx", [Sheet("表", False, rows)]), library, CATALOG)

    assert [one.main for one in proposal.columns] == [one.key for one in chosen]
    assert all(one.main in one.targets or one.spread for one in proposal.columns)


@given(st.decimals(min_value="0.01", max_value=9999, places=2))
def test_an_area_in_two_units_within_rounding_is_taken_in_the_finer(mu: Decimal) -> None:
    metres = (mu * 2000 / 3).quantize(Decimal("0.01"))
    rows: list[list[CellValue]] = [["名称", "面积（亩）", "面积（㎡）"], ["甲", float(mu), float(metres)]]
    library = CATALOG["land"]
    book = Book("xlsx", "表.xlsx", [Sheet("表", False, rows)])

    (row,) = typed_rows(book.sheets[0], propose(book, library, CATALOG), library, CATALOG)

    assert Area().parse(row.typed["area_m2"]) == metres


@given(st.text(max_size=60))
def test_any_header_is_read_into_names_without_blanks(text: str) -> None:
    forms = [form for form, _ in caption(text).forms]

    assert all(form and " " not in canonical(form) for form in forms)
    assert forms[:1] == ([bare(" ".join(text.split()))] if forms else [])
