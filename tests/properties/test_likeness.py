"""Likeness knows no order, and a merge that is undone leaves no trace, whatever the records hold."""

from hypothesis import given, settings
from hypothesis import strategies as st

from fj_desktop.core.ids import new_id
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.likeness import Likeness, Subject, judge, nature_of, subject_of
from fj_desktop.rules.likeness.gathering import candidates, without_switchboards
from fj_desktop.services.desk import Desk
from fj_desktop.services.row_writer import RowWriter
from tests.support.desks import open_store

COMPANIES, PEOPLE, LAND = (CATALOG[one] for one in ("companies", "people", "land"))
NAMES = st.one_of(
    st.text(max_size=12),
    st.lists(
        st.sampled_from(["重庆", "奉节县", "夔门", "光学", "（温州）", "集团", "股份", "有限公司", "分公司", "第一", "二期", "张三", "总"]),
        max_size=6,
    ).map("".join),
)  # fmt: skip
NUMBERS = st.sampled_from(["13900001234", "13900001243", "023-56550000", None])
ROWS = st.fixed_dictionaries({"name": NAMES, "mobile": NUMBERS, "contact_phone": NUMBERS, "note": NAMES})


def _subjects(library: type, values: list[dict]) -> list[Subject]:
    return [subject_of(library, new_id(), one) for one in values]


@given(st.sampled_from([COMPANIES, PEOPLE, LAND]), ROWS, ROWS)
def test_two_records_are_as_alike_as_the_other_way_round(library: type, first: dict, second: dict) -> None:
    one, other = _subjects(library, [first, second])
    nature = nature_of(library)
    assert _told(judge(nature, one, other)) == _told(judge(nature, other, one))


def _told(found: Likeness | None) -> tuple | None:
    return None if found is None else (found.score, found.sure, sorted(found.reasons))


@settings(max_examples=40)
@given(st.sampled_from([COMPANIES, PEOPLE, LAND]), st.lists(ROWS, max_size=8), st.randoms())
def test_pairs_do_not_depend_on_the_order_of_the_records(library: type, values: list[dict], lot: object) -> None:
    subjects = without_switchboards(_subjects(library, values))
    mixed = list(subjects)
    lot.shuffle(mixed)  # type: ignore[attr-defined]
    assert _pairs(library, subjects) == _pairs(library, mixed)


def _pairs(library: type, subjects: list[Subject]) -> set:
    nature = nature_of(library)
    found = {
        frozenset((subjects[one].id, subjects[two].id)) for some in candidates(nature, subjects) for one, two in some
    }
    known = {one.id: one for one in subjects}
    return {pair for pair in found if judge(nature, *(known[one] for one in pair))}


@settings(max_examples=10, deadline=None)
@given(st.lists(ROWS.filter(lambda row: row["name"].strip()), min_size=2, max_size=6))
def test_a_merge_that_is_undone_leaves_no_trace(values: list[dict]) -> None:
    store = open_store()
    desk = Desk(store)
    with store.writing(desk.identity.staff, "import") as write:
        writer = RowWriter(write, desk.identity)
        for one in values:
            writer.add(PEOPLE, {key: value for key, value in one.items() if value})
        writer.flush()
    before, pairs = _living(desk), desk.duplicates.find(PEOPLE)
    gone = desk.duplicates.merge_sure(pairs)
    assert len(_living(desk)) == len(before) - gone
    if gone:
        desk.undoing.undo()
    assert _living(desk) == before
    assert desk.duplicates.find(PEOPLE) == pairs


def _living(desk: Desk) -> list[dict]:
    return desk.view.rows_json(PEOPLE, None, reveal=False, deleted=False)
