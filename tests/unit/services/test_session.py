"""From an empty folder to an open desk and back; what is killed halfway is whole or not there."""

import datetime as dt
from pathlib import Path

import pypdfium2
import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import DamagedStoreError, LockedError, UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.session import Session
from fj_desktop.store import atomic
from tests.support.cheap_keys import PASSPHRASE, cheap_vault
from tests.support.desks import NOON

LAND, STAFF = CATALOG["land"], CATALOG["staff"]


def session_of(folder: Path) -> Session:
    profile = Profile(folder)
    return Session(profile, cheap_vault(profile), FixedClock(NOON))


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return session_of(tmp_path / "desk")


@pytest.fixture
def made(session: Session) -> tuple[Session, bytes, str]:
    return session, *session.create("GBA", "冉示例", PASSPHRASE)


def test_a_new_desk_knows_its_office_and_its_person(made: tuple[Session, bytes, str]) -> None:
    session, key, _ = made
    desk = session.open(key, check=True)

    assert (desk.identity.office_name, desk.identity.name, desk.identity.demo) == ("粤港澳大湾区", "冉示例", False)
    person = desk.view.read(STAFF, desk.identity.staff)
    assert (person.texts["unit_id"], person.texts["role"]) == ("县投资促进中心", "驻点人员")
    assert [desk.browse.count(CATALOG[name]) for name in ("offices", "chains", "staff")] == [5, 13, 1]
    desk.close()


def test_what_was_added_is_there_after_the_desk_was_closed_and_opened(made: tuple[Session, bytes, str]) -> None:
    session, key, code = made
    desk = session.open(key)
    plot = desk.records.add(LAND, {"name": "一号", "utilities": "通水"})
    desk.keep_setting("columns/land", "name")
    desk.close()

    for again in (session.vault.unlock_with_passphrase(PASSPHRASE), session.vault.unlock_with_recovery(code)):
        desk = session.open(again)
        assert desk.view.read(LAND, plot).texts["utilities"] == "通水"
        assert desk.setting("columns/land") == "name"
        assert [one.id for one in desk.search.find("一号")] == [plot]
        desk.close()


def test_a_wrong_passphrase_opens_nothing(made: tuple[Session, bytes, str]) -> None:
    with pytest.raises(LockedError):
        made[0].vault.unlock_with_passphrase(PASSPHRASE + "x")


@pytest.mark.parametrize("person", ["", "  ", "\u200b", "长" * 51])
def test_a_desk_without_a_name_is_not_made(session: Session, person: str) -> None:
    with pytest.raises(UserError, match="请填写姓名"):
        session.create("YRD", person, PASSPHRASE)

    assert session.is_absent()


def test_a_weak_passphrase_makes_nothing(session: Session) -> None:
    with pytest.raises(UserError):
        session.create("YRD", "冉示例", "12345678")

    assert session.is_absent()


def test_a_second_desk_is_not_made_over_the_first(made: tuple[Session, bytes, str]) -> None:
    session, key, _ = made
    with pytest.raises(UserError, match="已有台账"):
        session.create("YRD", "另一位", PASSPHRASE)

    desk = session.open(key)
    assert desk.identity.name == "冉示例"
    desk.close()


def test_two_desks_beside_each_other_know_nothing_of_each_other(tmp_path: Path) -> None:
    first, second = session_of(tmp_path / "a"), session_of(tmp_path / "b")
    one, other = (
        first.open(first.create("YRD", "甲", PASSPHRASE)[0]),
        second.open(second.create("HQ", "乙", PASSPHRASE)[0]),
    )

    plot = one.records.add(LAND, {"name": "一号"})

    assert (one.browse.count(LAND), other.browse.count(LAND)) == (1, 0)
    with pytest.raises(UserError, match=str(plot)):
        other.view.read(LAND, plot)
    one.close()
    other.close()


def test_the_key_of_one_desk_does_not_open_another(tmp_path: Path) -> None:
    first, second = session_of(tmp_path / "a"), session_of(tmp_path / "b")
    key, _ = first.create("YRD", "甲", PASSPHRASE)
    second.create("YRD", "乙", PASSPHRASE)

    with pytest.raises(DamagedStoreError):
        second.open(key)


@pytest.mark.parametrize("broken_off_at", [1, 2])
def test_a_founding_that_is_killed_is_finished_or_begun_anew(
    session: Session, monkeypatch: pytest.MonkeyPatch, broken_off_at: int
) -> None:
    class KilledError(BaseException):
        pass

    replace, calls = atomic.replace, []

    def killing(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == broken_off_at:
            raise KilledError
        replace(source, target)

    monkeypatch.setattr(atomic, "replace", killing)
    with pytest.raises(KilledError):
        session.create("GBA", "冉示例", PASSPHRASE)
    monkeypatch.setattr(atomic, "replace", replace)

    session.vault.settle()
    if session.is_absent():
        session.create("GBA", "冉示例", PASSPHRASE)
    desk = session.open(session.vault.unlock_with_passphrase(PASSPHRASE))
    assert (desk.identity.name, desk.browse.count(STAFF)) == ("冉示例", 1)
    desk.close()


def test_a_whole_desk_has_nothing_to_report_and_is_not_touched_by_the_look(made: tuple[Session, bytes, str]) -> None:
    session, key, _ = made
    before = session.profile.store.read_bytes()

    assert session.verify(key) == []
    assert session.profile.store.read_bytes() == before


def test_damage_is_told_line_by_line(made: tuple[Session, bytes, str]) -> None:
    session, key, _ = made
    content = bytearray(session.profile.store.read_bytes())
    content[len(content) // 2] ^= 1
    session.profile.store.write_bytes(content)

    lines = session.verify(key)

    assert lines
    assert all("校验" in line or "检查" in line or "损坏" in line for line in lines)


def test_a_recovery_code_is_written_as_a_page_or_as_text(made: tuple[Session, bytes, str], tmp_path: Path) -> None:
    session, _, code = made
    session.write_recovery(tmp_path / "code.txt", code, "GBA", "冉示例")
    session.write_recovery(tmp_path / "code.pdf", code, "GBA", "冉示例")

    assert (tmp_path / "code.txt").read_text("utf-8").strip() == code
    document = pypdfium2.PdfDocument(tmp_path / "code.pdf")
    page = document[0].get_textpage().get_text_range()
    document.close()
    assert all(group in page for group in code.split("-"))
    assert "冉示例" in page


def test_a_page_that_can_not_be_written_is_said(made: tuple[Session, bytes, str], tmp_path: Path) -> None:
    session, _, code = made

    with pytest.raises(UserError, match="不存在"):
        session.write_recovery(tmp_path / "nowhere" / "code.pdf", code, "GBA", "冉示例")


def test_what_is_set_aside_lies_among_the_backups(made: tuple[Session, bytes, str]) -> None:
    session, _, _ = made
    aside = session.set_aside()

    assert session.is_absent()
    assert {path.name for path in aside.iterdir()} >= {"desk.fjdb", "desk.keys"}


def test_only_one_may_write_at_a_time(made: tuple[Session, bytes, str]) -> None:
    session, _, _ = made
    with session.hold("窗口"), session_of(session.profile.folder).hold("命令行", writes=False):
        assert session.profile.store.exists()


def test_the_demo_desk_says_so_of_itself(session: Session) -> None:
    key, _ = session.create("YRD", "示例员", PASSPHRASE, demo=True)
    desk = session.open(key)

    assert desk.identity.demo
    assert desk.clock.now() == dt.datetime(2026, 11, 23, 4, 0, tzinfo=dt.UTC)
    desk.close()
