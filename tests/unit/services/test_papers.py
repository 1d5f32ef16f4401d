"""Documents of one page: what stands on them, what stays covered, what is kept of their making."""

import uuid
from pathlib import Path

import pytest

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.auditing import Sought
from fj_desktop.services.desk import Desk
from fj_desktop.services.papers import PAPERS
from tests.support.printed import words_of

PROJECTS = CATALOG["projects"]


def paper(desk: Desk, folder: Path, code: str, record: uuid.UUID, *, reveal: bool = False, stage: str = "") -> str:
    kind = next(one for one in PAPERS if one.code == code)
    desk.papers.write(kind, record, folder / "一页.pdf", reveal=reveal, stage=stage)
    return words_of(folder / "一页.pdf")


def lead(desk: Desk, **typed: str) -> uuid.UUID:
    known = {"name": "年产100万副眼镜生产线", "company_id": "温州示例光学有限公司", "chain_id": "眼镜"}
    return desk.records.add(PROJECTS, {**known, "source_kind": "展会", "total_invest_wan": "1.2亿", **typed})


def test_a_checklist_has_every_condition_with_clause_mark_and_figures(desk: Desk, tmp_path: Path) -> None:
    project = lead(desk)
    desk.tracking.move(project)
    text = paper(desk, tmp_path, "checklist", project)
    for one in desk.tracking.ask(project).findings:
        assert one.condition.words in text
        assert "".join(one.lacking.split()) in text
    for words in ("洽谈→签约（关口G2）", "1.2亿元", "YRD-2026-0001", "7.1", "通知规定", "不能转入“签约”"):
        assert words in text
    assert "应做尽职调查的总投资：10000万元（本县默认，县投资促进中心建议值，2025-07-04）" in text
    assert all(sign in text for sign in "√×！")
    assert "2026年11月23日12:00" in text


def test_a_checklist_of_another_stage_or_of_a_dropped_project_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    project = lead(desk)
    with pytest.raises(UserError, match="不能跳过"):
        paper(desk, tmp_path, "checklist", project, stage="开工")
    desk.tracking.drop(project, "投资方放弃")
    with pytest.raises(UserError, match="退库"):
        paper(desk, tmp_path, "checklist", project)
    assert list(tmp_path.iterdir()) == []


def test_a_checklist_stays_one_page_with_texts_of_any_length(desk: Desk, tmp_path: Path) -> None:
    project = lead(desk, name="长" * 200, content="<para>" * 600, company_id="示例" * 60)
    assert "长" * 30 in paper(desk, tmp_path, "checklist", project)


def test_what_is_printed_is_kept_in_the_log_of_what_left(desk: Desk, tmp_path: Path) -> None:
    paper(desk, tmp_path, "checklist", lead(desk))
    last = desk.audit.entries(Sought(), 1)[0]
    assert (last.act, last.seq) == ("导出", None)
    assert "招商项目" in last.what


def test_only_a_pdf_is_written(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"\.pdf"):
        desk.papers.write(PAPERS[0], lead(desk), tmp_path / "清单.docx")
