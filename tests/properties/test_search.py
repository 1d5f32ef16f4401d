"""Whatever is typed to search, filter or sort by is text: it never errs but in words, and changes nothing (S-12)."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from fj_desktop.core.text import clean, fold
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Filter, Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.store import search
from fj_desktop.store.transactions import Store
from tests.support.desks import open_store
from tests.support.history import rows

LAND = CATALOG["land"]
FIELDS = [(library, one.key) for library in CATALOG for one in CATALOG.surface(library)]
OPERATORS = ("contains", "is", "any_of", "at_least", "at_most", "empty", "filled")
HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from("'\"*%_-;:()[]{}^+\\?\x00\u200b\u202e\ufeffɵ夔门ＡＢ　 0123456789")),
    max_size=30,
)
WORDS = st.sampled_from(
    ["NEAR(a b)", "a OR b", "AND", "NOT", '"', "''", "a*", "^a", "grams:a", "{a}", "'; DROP TABLE lib_land; --", "%", "_",
     "\ud800", "ﬀ", "İ", "ß", "क्षि", "\U00020000", "\U0003134a"]
)  # fmt: skip
NAMES = st.lists(st.text(st.characters(categories=["L", "Nd"]), min_size=2, max_size=9), min_size=1).map(" （".join)
TYPED = st.one_of(HOSTILE, WORDS, st.tuples(HOSTILE, WORDS).map(" ".join))


class Opened:
    """A desk and what must not change in it."""

    def __init__(self) -> None:
        self.store: Store = open_store()
        self.desk = Desk(self.store)
        self.desk.records.add(LAND, {"name": "夔门 A-01", "note": "100%_平整 \"引号\" 'x'"})
        self.before = self.all_rows()

    def all_rows(self) -> list[tuple[Any, ...]]:
        """Every record, its history and what the search knows."""
        parts = ("SELECT * FROM lib_land", "SELECT * FROM _change", "SELECT * FROM _doc", "SELECT * FROM _now")
        return [row for part in parts for row in rows(self.store, part)]


@pytest.fixture(scope="module")
def opened() -> Iterator[Opened]:
    made = Opened()
    yield made
    assert made.all_rows() == made.before
    made.store.close()


@given(text=TYPED)
@example(text="\x00")
def test_any_text_may_be_searched_for(opened: Opened, text: str) -> None:
    opened.desk.search.find(text)
    opened.desk.browse.open(LAND, Wanted(text=text))


@given(field=st.sampled_from(FIELDS), operator=st.sampled_from(OPERATORS), texts=st.lists(TYPED, max_size=3))
@example(field=(CATALOG["entrepreneurs"], "person_name"), operator="at_least", texts=["", "0"])
@example(field=(CATALOG["assessments"], "expert_ids"), operator="is", texts=["0"])
@example(field=(CATALOG["stops"], "visit_id"), operator="is", texts=["0"])
def test_any_text_may_be_filtered_by(opened: Opened, field: tuple[Any, str], operator: str, texts: list[str]) -> None:
    library, key = field
    try:
        listing = opened.desk.browse.open(library, Wanted((Filter(key, operator, tuple(texts)),)))
    except UserError:
        return
    opened.desk.browse.page(listing, 0, 5, [key])


@given(key=TYPED)
def test_only_declared_fields_may_be_filtered_by(opened: Opened, key: str) -> None:
    with pytest.raises(UserError):
        opened.desk.browse.open(LAND, Wanted((Filter(f"{key}!", "contains", ("x",)),)))


@pytest.mark.parametrize("library", list(CATALOG), ids=lambda library: library.library)
def test_every_field_sorts_both_ways(opened: Opened, library: Any) -> None:
    for one in CATALOG.surface(library):
        for descending in (False, True):
            opened.desk.browse.open(library, Wanted(order=((one.key, descending),)))


@given(name=NAMES, data=st.data())
def test_a_name_is_found_by_every_part_of_it_that_has_two_signs(opened: Opened, name: str, data: st.DataObject) -> None:
    words = [word for word in fold(name).split() if len(word) >= 2 and word.isalnum()]  # Folding may add signs.
    assume(words)
    entry = search.Entry("lib_land", uuid.UUID(int=7), clean(name), "", clean(name))
    with opened.store.noting() as connection:
        search.put(connection, [entry])
        word = data.draw(st.sampled_from(words))
        start = data.draw(st.integers(0, len(word) - 2))
        part = word[start : data.draw(st.integers(start + 2, len(word)))]
        found = [hit.id for hit in search.find(connection, part)]
        search.remove(connection, [entry.id])

        assert entry.id in found
        assert entry.id not in [hit.id for hit in search.find(connection, part)]
