"""Ledgers of other counties: the header is found and the columns are mapped without help."""

import pytest

from fj_desktop.exchange.mapping import SheetProposal, propose
from fj_desktop.libraries import CATALOG
from tests.unit.exchange.mapping.layout import ANY, ROW_NUMBER, UNMAPPED, Layout
from tests.unit.exchange.mapping.ledgers_of_people import OF_PEOPLE
from tests.unit.exchange.mapping.ledgers_of_things import OF_THINGS

LAYOUTS = (*OF_PEOPLE, *OF_THINGS)

_BY_TITLE = pytest.mark.parametrize("layout", LAYOUTS, ids=[one.title for one in LAYOUTS])


def _proposal(layout: Layout) -> SheetProposal:
    return propose(layout.book, CATALOG[layout.library], CATALOG)


def _outcome(layout: Layout) -> tuple[list[str], list[str]]:
    """Headers that should be mapped and are not, and headers that are mapped to another field."""
    found = {one.index: one.targets for one in _proposal(layout).columns}
    missing, wrong = [], []
    for index, (header, wanted) in enumerate(layout.pairs):
        targets = found.get(index, ())
        key = "source_row" if wanted == ROW_NUMBER else wanted
        if wanted == ANY or key in targets or (wanted == UNMAPPED and not targets):
            continue
        (wrong if targets else missing).append(header)
    return missing, wrong


@_BY_TITLE
def test_the_header_is_found_wherever_it_stands(layout: Layout) -> None:
    proposal = _proposal(layout)

    assert proposal.header_rows[0] == layout.header_row
    assert proposal.first_row == layout.header_row + max(len(header.split(">")) for header, _ in layout.pairs)


@_BY_TITLE
def test_no_column_is_mapped_to_a_wrong_field(layout: Layout) -> None:
    assert _outcome(layout)[1] == []


@_BY_TITLE
def test_what_stands_around_the_records_is_left_out(layout: Layout) -> None:
    left_out = {one.row for one in _proposal(layout).left_out}

    first = layout.header_row + max(len(header.split(">")) for header, _ in layout.pairs)
    last = first + len(layout.rows)
    assert left_out == {*range(1, layout.header_row), *range(last, last + len(layout.below))}


def test_at_least_ninety_five_of_a_hundred_columns_are_mapped_without_help() -> None:
    columns = sum(1 for one in LAYOUTS for _, key in one.pairs if key not in (ANY, UNMAPPED))
    missing = [f"{one.title}: {header}" for one in LAYOUTS for header in _outcome(one)[0]]

    assert len(LAYOUTS) >= 30
    assert len(missing) <= columns * 0.05, missing
