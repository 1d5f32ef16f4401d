"""One person's data: handed over whole, erased whole."""

import uuid
from pathlib import Path

import pytest

from fj_desktop.core.progress import Cancelled
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.attachment_sources import Source
from fj_desktop.services.auditing import Sought
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.store import watching
from fj_desktop.store.transactions import Store
from tests.support.desks import open_desk, open_file_desk
from tests.support.history import rows
from tests.unit.services.test_stopping import StopsAt

PEOPLE, ALUMNI, COMPANIES = CATALOG["people"], CATALOG["alumni"], CATALOG["companies"]
SECRETS = ("魏无羡", "13912345678", "夷陵老祖路七号", "wwx@example.com", "剑道研究", "蓝忘机推荐")


@pytest.fixture
def person(desk: Desk) -> uuid.UUID:
    """Someone with a role, a set, a history, and a mention in another record."""
    role = desk.records.add(
        ALUMNI,
        {"person_name": "魏某", "person_mobile": "13912345678", "school": "重庆大学", "help_kind": "融资；宣传",
         "person_note": "剑道研究"},
    )  # fmt: skip
    person = uuid.UUID(str(next(hit.id for hit in desk.search.find("13912345678") if hit.library is PEOPLE)))
    desk.records.change(
        PEOPLE, person, {"name": "魏无羡", "home_address": "夷陵老祖路七号", "email": "wwx@example.com"}
    )
    desk.records.change(ALUMNI, role, {"person_note": "蓝忘机推荐"})
    desk.records.add(COMPANIES, {"name": "云深光学有限公司", "contact_phone": "13912345678"})
    return person


def everything(store: Store) -> str:
    """Every value of every table, as text."""
    found = []
    for (table,) in rows(store, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%'"):
        found += [repr(row) for row in rows(store, f'SELECT * FROM "{table}"')]  # noqa: S608
    return "\n".join(found)


def test_all_that_is_held_goes_into_one_file(desk: Desk, person: uuid.UUID, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    desk.view.read(PEOPLE, person, reveal=True)
    out = tmp_path / "本人.xlsx"
    assert desk.personal.hand_over(person, out, desk.gate) == 2
    book = load_workbook(out)
    told = {name: "\n".join(str(cell) for row in book[name].values for cell in row) for name in book.sheetnames}
    for secret in ("魏无羡", "13912345678", "夷陵老祖路七号", "wwx@example.com", "蓝忘机推荐"):
        assert secret in told["信息内容"], secret
    assert "剑道研究" not in told["信息内容"]
    assert "魏某" in told["改动历史"]
    assert "查看遮盖内容" in told["查看与导出"]
    assert "云深光学有限公司" in told["其他记录中提到"]
    acts = [(one.act, one.what) for one in desk.audit.entries(Sought(), 5)]
    assert ("导出个人信息", "人员总库：魏无羡") in acts


def test_the_persons_own_copy_is_open_tells_each_thing_once_and_is_one_line_in_the_audit(
    desk: Desk, person: uuid.UUID, tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    desk.records.change(PEOPLE, person, {"mobile": "13912345679"})
    before = len(desk.audit.entries(Sought(), 50))
    out = tmp_path / "本人.xlsx"
    desk.personal.hand_over(person, out, desk.gate)
    assert len(desk.audit.entries(Sought(), 50)) == before + 1
    book = load_workbook(out)
    history = [[str(cell) for cell in row] for row in book["改动历史"].values]
    assert any("13912345678" in row and "13912345679" in row for row in history)
    assert not any("****" in cell for row in history for cell in row)
    contents = [tuple(str(cell) for cell in row) for row in book["信息内容"].values]
    assert [row for row in contents if "13912345679" in row] == [("人员总库", "手机", "13912345679")]


def test_erasing_can_be_stopped_and_then_nothing_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_LOOK_EVERY", 100)
    desk = open_file_desk(tmp_path)
    person = desk.records.add(PEOPLE, {"name": "魏无羡"})
    with pytest.raises(Cancelled):
        desk.personal.erase(person, "本人要求", StopsAt(1))
    assert desk.personal.held(person).name == "魏无羡"
    desk.close()


def test_erasing_leaves_no_value_of_the_person_anywhere(desk: Desk, store: Store, person: uuid.UUID) -> None:
    assert all(secret in everything(store) or secret == "剑道研究" for secret in SECRETS)
    company = next(hit.id for hit in desk.search.find("云深光学") if hit.library is COMPANIES)
    desk.records.change(COMPANIES, company, {"contact_phone": ""})
    seq_before = rows(store, "SELECT max(seq) FROM _txn")[0][0]

    assert desk.personal.erase(person, "本人 11 月 20 日书面要求") == 2

    left = everything(store)
    # The telephone that stands in the company's own history is the company's.
    assert [secret for secret in SECRETS if secret in left and secret != "13912345678"] == []
    assert desk.search.find("13912345678") == []
    assert desk.search.find("魏无羡") == []
    assert desk.search.find("WWX") == []
    assert rows(store, "SELECT reason FROM _erased") == [("本人 11 月 20 日书面要求",)] * 2
    assert rows(store, "SELECT count(*) FROM _txn WHERE seq > ?", seq_before) == [(1,)]


def test_the_chain_hangs_together_after_erasing(desk: Desk, store: Store, person: uuid.UUID) -> None:
    desk.personal.erase(person, "本人要求")
    with store.reading() as connection:
        from fj_desktop.store.chain import broken_links

        assert broken_links(connection) == []
    desk.records.add(PEOPLE, {"name": "后来人"})
    with store.reading() as connection:
        assert broken_links(connection) == []


def test_what_was_erased_does_not_come_back(desk: Desk, store: Store, person: uuid.UUID) -> None:
    desk.personal.erase(person, "本人要求")
    assert len(desk.browse.open(PEOPLE, Wanted(deleted=True))) == 0
    assert len(desk.browse.open(ALUMNI, Wanted(deleted=True))) == 0
    with pytest.raises(UserError, match="不能恢复"):
        desk.records.restore(PEOPLE, [person])
    assert desk.undoing.next_undo() is None
    with pytest.raises(UserError, match="已按要求删除"):
        desk.personal.erase(person, "再来一次")
    # The same person met again is a new one.
    again = desk.records.add(PEOPLE, {"name": "魏无羡", "mobile": "13912345678"})
    assert again != person


def test_a_reason_is_needed_and_a_wrong_id_is_told(desk: Desk, person: uuid.UUID) -> None:
    with pytest.raises(UserError, match="请写明删除的依据"):
        desk.personal.erase(person, "  ")
    with pytest.raises(UserError, match="请核对编号"):
        desk.personal.erase(uuid.uuid4(), "本人要求")


def test_attached_files_go_with_the_person(tmp_path: Path) -> None:
    desk = open_desk(beside=tmp_path / "kept")
    role = desk.records.add(ALUMNI, {"person_name": "魏无羡", "school": "重庆大学"})
    paper = tmp_path / "魏无羡简历.txt"
    paper.write_text("陈情笛曲谱", encoding="utf-8")
    desk.attachments.add(ALUMNI, role, [Source("简历.txt", paper)])
    person = next(hit.id for hit in desk.search.find("魏无羡") if hit.library is PEOPLE)
    kept = tmp_path / "kept"
    assert [path for path in kept.rglob("*") if path.is_file()] != []

    assert desk.personal.erase(person, "本人要求") == 3

    assert [path for path in kept.rglob("*") if path.is_file()] == []
    assert desk.search.find("陈情") == []
    desk.close()
