"""The responsibility matrix: the notice's 25 clauses, counted per unit (notice 2025-18)."""

import uuid
from pathlib import Path

import pytest

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from tests.support.printed import report_words_of

STAFF = CATALOG["staff"]


def test_every_clause_stands_once_with_its_units(desk: Desk) -> None:
    rows = desk.duties.matrix().rows
    assert len({row[0] for row in rows}) == len(rows) == 25
    loads = {one.unit: (one.leads, one.answers) for one in desk.duties.loads()}
    assert len(loads) == 27
    assert loads["县经济信息委"] == (16, 9)
    assert loads["县商务委"] == (0, 22)
    assert sum(leads for leads, _ in loads.values()) == sum(len(row[3].split("、")) for row in rows)


def test_the_clauses_of_a_unit_are_those_it_leads_and_answers_for(desk: Desk) -> None:
    rows = desk.duties.matrix("县投资促进中心").rows
    assert [row[0] for row in rows if row[1] == "牵头"] == ["2.1", "3.3"]
    assert len(rows) == 21
    with pytest.raises(UserError, match="没有“不存在的单位”这个单位"):
        desk.duties.matrix("不存在的单位")


def test_my_unit_is_the_one_of_the_person_at_the_desk(desk: Desk) -> None:
    assert desk.duties.my_unit() == "县投资促进中心"

    (me,) = (one for one in desk.view.rows_json(STAFF, None, reveal=False, deleted=False) if one["name"] == "示例员")
    for name, kind, mine in (("兴隆镇政府", "乡镇街道", "各乡镇〔街道〕"), ("某协会", "群团", "")):
        unit = desk.records.add(CATALOG["units"], {"name": name, "kind": kind})
        desk.records.change(STAFF, uuid.UUID(me["id"]), {"unit_id": str(unit)})
        assert desk.duties.my_unit() == mine


def test_the_matrix_is_printed_whole(desk: Desk, tmp_path: Path) -> None:
    desk.duties.write(tmp_path / "职责.pdf")
    text = report_words_of(tmp_path / "职责.pdf")
    assert all("".join(row[2].split()) in text for row in desk.duties.matrix().rows)
    assert "各单位的条款数" in text
    assert "本单位" not in text
    desk.duties.write(tmp_path / "本单位.pdf", "县商务委")
    assert "本单位" in report_words_of(tmp_path / "本单位.pdf")
    with pytest.raises(UserError, match=r"只能存为 .pdf"):
        desk.duties.write(tmp_path / "职责.docx")
