"""What every office starts with, and the clauses of the notice."""

import uuid

import pytest

from fj_desktop.core.ids import seed_id
from fj_desktop.core.kinds import Ref
from fj_desktop.libraries import LIBRARIES
from fj_desktop.libraries.clauses import clause, clauses
from fj_desktop.libraries.seeds import seed_rows

ROWS = list(seed_rows())


def _texts(library: str) -> list[dict[str, str]]:
    return [texts for one, _, texts in ROWS if one.library == library]


def test_every_seeded_text_is_taken_by_its_field() -> None:
    for library, _, texts in ROWS:
        for name, text in texts.items():
            kind = library.fields[name].kind
            if isinstance(kind, Ref):
                assert text in {one["name"] for each, _, one in ROWS if each.table == kind.target}
            else:
                assert not text or kind.parse(text) is not None


def test_seeded_ids_are_all_different_and_the_same_on_every_machine() -> None:
    ids = [record for _, record, _ in ROWS]

    assert len(set(ids)) == len(ids)
    assert seed_id("office", "YRD") in ids
    assert seed_id("office", "YRD") == uuid.UUID("2cf83d2d-4c95-5ab1-a4be-06b73451f017")


def test_five_offices_27_units_and_every_town_are_there() -> None:
    towns = {one["name"] for one in _texts("towns")}
    units = _texts("units")

    assert [one["name"] for one in _texts("offices")] == ["县中心", "长三角", "粤港澳大湾区", "京津冀", "中部地区"]
    assert len(towns) == 33
    assert len(units) == 27 + 33
    assert {"县经济信息委", "各乡镇〔街道〕", "草堂镇人民政府", "永安街道办事处"} <= {one["name"] for one in units}


def test_town_governments_answer_for_what_the_notice_gives_to_all_towns() -> None:
    units = {one["name"]: one for one in _texts("units")}

    assert units["草堂镇人民政府"]["responsible_for"] == units["各乡镇〔街道〕"]["responsible_for"] != ""


def test_seven_and_six_chains_are_there_and_unnamed_ones_say_so() -> None:
    chains = _texts("chains")

    assert [one["track"] for one in chains].count("重点突破(7)") == 7
    assert [one["track"] for one in chains].count("潜力培育(6)") == 6
    assert [one["name"] for one in chains[:5]] == [
        "脐橙（小水果）",
        "肉兔生猪（畜禽水产品）",
        "中药材（生物制造）",
        "眼镜",
        "清洁能源",
    ]
    assert all("县里确定" in one["note"] for one in chains[5:])


def test_the_other_names_of_seeded_records_lead_to_one_record_each() -> None:
    for library in ("offices", "units", "towns", "chains"):
        names = [name for one in _texts(library) for name in {one["name"], *one["aliases"].split("；")} - {""}]
        assert len(names) == len(set(names)), library


def test_the_notice_has_25_clauses_and_every_unit_in_them_is_seeded() -> None:
    units = {one["name"]: one for one in _texts("units")}

    assert len(clauses()) == 25
    for one in clauses().values():
        assert all(one.id in units[name]["leads"].split("；") for name in one.leads)
        assert all(one.id in units[name]["responsible_for"].split("；") for name in one.responsible)


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda one: one.library)
def test_a_library_names_a_clause_of_the_notice_and_says_what_it_is_for(library: type) -> None:
    found = clause(library.clause)

    assert found.title
    assert found.text
    assert library.purpose
    assert library.icon.isascii()
