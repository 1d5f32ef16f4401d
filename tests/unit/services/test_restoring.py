"""A desk brought back to a backup: whole, with what was there set aside, under a new identity, and back again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fj_desktop.errors import DamagedStoreError, LockedError, UserError
from fj_desktop.store.backups.entries import Backup
from tests.support.backed_up import Backed, backed, plots_in
from tests.support.cheap_keys import PASSPHRASE


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Backed]:
    one = backed(tmp_path / "desk")
    yield one
    one.desk.close()


def three(made: Backed) -> list[Backup]:
    """Backups with one, two and three plots, the newest first."""
    for number in range(3):
        made.add(f"{number}")
        made.backups.make("hand")
    return made.backups.seen.listing()


def damage(backup: Backup) -> None:
    content = bytearray(backup.path.read_bytes())
    for page in range(3, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
    backup.path.write_bytes(content)


def identities(made: Backed) -> list[tuple[int, bytes, str, int | None]]:
    with made.desk._store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT no, id, state, retired FROM _replica ORDER BY no").fetchall()
    return [(no, bytes(one), state, retired) for no, one, state, retired in rows]


def last_seq(made: Backed) -> int:
    with made.desk._store.reading() as connection:
        return int(connection.exec_driver_sql("SELECT seq FROM _now").scalar_one())


def test_the_desk_is_as_it_was_and_what_was_there_can_be_brought_back(made: Backed) -> None:
    first = three(made)[-1]
    made.desk.close()

    done = made.session.restoring.restore(first, made.key)
    made.reopen()
    assert made.plots() == 1
    assert made.session.verify(made.key) == []
    aside = made.session.restoring.find(done.aside.name)
    assert (aside.reason, plots_in(aside.path, made.key)) == ("aside", 3)
    made.desk.close()

    made.session.restoring.restore(aside, made.key)
    made.reopen()
    assert made.plots() == 3


def test_a_restored_desk_goes_on_under_a_new_identity_and_the_old_one_is_retired(made: Backed) -> None:
    first = three(made)[-1]
    (before,) = identities(made)
    made.desk.close()

    made.session.restoring.restore(first, made.key)
    made.reopen()

    own, retired = identities(made)
    assert (own[0], own[2], own[3]) == (1, "own", None)
    assert (retired[1], retired[2], retired[3]) == (before[1], "retired", last_seq(made))
    assert own[1] != before[1]
    made.add("再来")
    assert made.session.verify(made.key) == []
    made.reopen()
    assert len(identities(made)) == 2


def test_a_backup_copied_into_place_by_hand_gets_a_new_identity_too(made: Backed) -> None:
    newest = three(made)[0]
    before = identities(made)
    made.desk.close()
    made.profile.store.write_bytes(newest.path.read_bytes())
    made.reopen()

    assert len(identities(made)) == 2
    assert identities(made)[0][1] != before[0][1]


def test_a_damaged_newest_backup_gives_way_to_the_next_older_one(made: Backed) -> None:
    newest, older, _ = three(made)
    made.desk.close()
    damage(newest)

    done = made.session.restoring.restore_newest_good(newest, made.key)

    assert (done.backup, list(done.damaged)) == (older, [newest])
    made.reopen()
    assert made.plots() == 2


def test_a_damaged_backup_changes_nothing(made: Backed) -> None:
    newest, *_ = three(made)
    made.desk.close()
    damage(newest)
    before = made.profile.store.read_bytes()

    with pytest.raises(DamagedStoreError, match="已损坏，没有恢复，现有文件没有改动"):
        made.session.restoring.restore(newest, made.key)

    assert made.profile.store.read_bytes() == before
    assert sorted(path.name for path in made.profile.folder.glob("desk.*rest*")) == []
    made.reopen()
    assert made.plots() == 3


def test_when_all_are_damaged_nothing_is_changed(made: Backed) -> None:
    there = three(made)
    made.desk.close()
    for one in there:
        damage(one)

    with pytest.raises(UserError, match="3 份备份都已损坏"):
        made.session.restoring.restore_newest_good(there[0], made.key)

    made.reopen()
    assert made.plots() == 3


def test_the_passphrase_of_its_time_opens_it_and_todays_does_not(made: Backed) -> None:
    newest, *_ = three(made)
    made.session.vault.change_passphrase(PASSPHRASE, "石榴树下 umbrella 雪人 19")

    assert made.session.restoring.key(newest, PASSPHRASE) == made.key
    with pytest.raises(LockedError):
        made.session.restoring.key(newest, "石榴树下 umbrella 雪人 19")
    assert not made.session.restoring.has_passphrase_of_today(newest)


def test_a_backup_from_another_folder_brings_its_attachments(made: Backed, tmp_path: Path) -> None:
    content = made.profile.attachments / "ab" / ("ab" * 32)
    content.parent.mkdir(parents=True)
    content.write_bytes(b"sealed")
    backup = made.backups.make()
    assert backup is not None
    stick = tmp_path / "stick"
    stick.mkdir()
    carried = made.backups.elsewhere.carry(backup, stick)
    made.desk.close()

    other = backed(tmp_path / "other")
    other.desk.close()
    other.session.restoring.restore(other.session.restoring.find(str(carried)), made.key)

    assert (other.profile.attachments / "ab" / ("ab" * 32)).read_bytes() == b"sealed"
    other.key = made.key
    other.reopen()
    assert other.plots() == 0


@pytest.mark.parametrize("name", ["", "nothing", "7", "no/such.fjdb"])
def test_a_name_that_is_no_backup_says_how_to_find_one(made: Backed, name: str) -> None:
    with pytest.raises(UserError, match="fj-desktop backups"):
        made.session.restoring.find(name)


def test_a_backup_is_found_by_number_name_file_and_as_the_newest(made: Backed) -> None:
    newest, middle, _ = three(made)
    find = made.session.restoring.find
    assert (find("newest"), find("2"), find(middle.name), find(middle.path.name)) == (newest, middle, middle, middle)
    assert find(str(middle.path)) == middle
