"""Backups of an open desk: whole, of one moment, not more than needed, carried elsewhere, never in the way."""

import datetime as dt
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from fj_desktop.core.progress import Cancelled, Unwatched
from fj_desktop.errors import DamagedStoreError, UserError
from fj_desktop.services.backing_up import Backups, Stopping
from fj_desktop.store.backups import snapshot, thinning
from fj_desktop.store.backups.entries import listing
from fj_desktop.store.restore import damage_of
from tests.support.backed_up import LAND, Backed, backed, plots_in
from tests.support.cheap_keys import PASSPHRASE


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Backed]:
    one = backed(tmp_path / "desk")
    yield one
    one.desk.close()


def test_a_backup_is_whole_and_opens_with_the_passphrase_of_its_time(made: Backed) -> None:
    made.add("一号")

    backup = made.backups.make()

    assert backup is not None
    assert damage_of(backup, made.key) == ""
    assert made.session.restoring.key(backup, PASSPHRASE) == made.key
    assert plots_in(backup.path, made.key) == 1
    about = made.backups.seen.about(backup)
    assert about is not None
    assert (about.reason, about.counts["land"], about.counts["alumni"]) == ("hand", 1, 0)


def test_no_second_backup_is_made_when_nothing_has_changed(made: Backed) -> None:
    first = made.backups.make()
    assert made.backups.make("exit") is None
    made.reopen()
    assert made.backups.make("exit") is None

    made.add("一号")

    assert made.backups.make("exit") is not None
    assert [one.reason for one in made.backups.seen.listing()] == ["exit", "hand"]
    assert first in made.backups.seen.listing()


def test_a_change_of_passphrase_asks_for_a_new_backup_and_the_old_one_says_so(made: Backed) -> None:
    old = made.backups.make()
    assert old is not None
    made.session.vault.change_passphrase(PASSPHRASE, "石榴树下 umbrella 雪人 19")

    new = made.backups.make()

    assert new is not None
    assert (made.backups.seen.has_passphrase_of_today(old), made.backups.seen.has_passphrase_of_today(new)) == (
        False,
        True,
    )


@pytest.mark.parametrize("action", ["import", "bulk", "merge", "paste"])
def test_the_moment_before_a_large_step_is_kept_while_the_step_goes_on(made: Backed, action: str) -> None:
    made.add("一号")

    with made.desk._store.writing(made.desk.identity.staff, action):
        made.backups.wait()
    made.add("二号")

    (kept,) = made.backups.seen.listing()
    assert (kept.reason, plots_in(kept.path, made.key), made.plots()) == (action, 1, 2)


def test_small_steps_have_none(made: Backed) -> None:
    made.add("一号")
    assert made.backups.wait()
    assert made.backups.seen.listing() == []


def test_what_is_written_while_a_backup_runs_waits_for_nobody_and_is_not_in_it(
    made: Backed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "PAGE_STEP", 8)
    made.add("一号")

    class Busy(Unwatched):
        written = 0

        def at(self, done: int, total: int | None, text: str = "") -> None:
            if self.written < 5:
                self.written += 1
                made.add(f"新{self.written}")

    backup = made.backups.make("hand", Busy())

    assert backup is not None
    assert (plots_in(backup.path, made.key), made.plots()) == (1, 6)
    assert damage_of(backup, made.key) == ""


@pytest.mark.parametrize("text", ["正在复制", "正在核对"])
def test_a_stopped_backup_leaves_nothing_behind(made: Backed, text: str) -> None:
    class Stop(Unwatched):
        def at(self, done: int, total: int | None, said: str = "") -> None:
            if said == text:
                raise Cancelled

    with pytest.raises(Cancelled):
        made.backups.make("exit", Stop())

    assert list(made.profile.backups.iterdir()) == []
    assert made.backups.state().trouble == ""


def test_a_backup_has_a_time_limit_of_its_own(made: Backed) -> None:
    with pytest.raises(Cancelled):
        made.backups.make("exit", Stopping(within_s=0.0))
    assert list(made.profile.backups.iterdir()) == []


def test_half_an_hour_after_the_last_one_a_change_makes_one_due(made: Backed) -> None:
    made.clock.moment += dt.timedelta(minutes=29)
    made.backups.make()
    made.clock.moment += dt.timedelta(minutes=30)
    assert not made.backups.is_due()
    made.add("一号")
    assert made.backups.is_due()

    made.backups.start("interval")
    assert made.backups.wait()

    assert not made.backups.is_due()
    assert made.backups.seen.listing()[0].reason == "interval"


def test_without_room_it_says_how_much_is_missing_and_the_work_goes_on(made: Backed) -> None:
    tight = Backups(made.desk._store, made.profile, made.key, free=lambda _: 20 << 20)
    with pytest.raises(UserError, match=r"需要 \d+ MB 空闲空间.*只剩 20 MB，没有备份"):
        tight.make()

    tight.before("import")

    assert tight.wait()
    assert "只剩 20 MB" in tight.state().trouble
    assert made.backups.seen.listing() == []
    made.add("一号")
    made.backups.make()
    assert made.backups.state().trouble == ""


def test_a_copy_that_holds_other_rows_is_thrown_away(made: Backed, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = snapshot.row_counts
    monkeypatch.setattr(snapshot, "row_counts", lambda raw: honest(raw) | {"lib_land": id(raw)})

    with pytest.raises(DamagedStoreError, match="行数不同"):
        made.backups.make()

    assert list(made.profile.backups.iterdir()) == []


def test_listeners_hear_of_a_backup_made_beside_the_work(made: Backed) -> None:
    heard: list[tuple[bool, bool]] = []

    def listener() -> None:
        state = made.backups.state()
        heard.append((state.running, state.newest is not None))

    made.backups.listen(listener)
    made.backups.start("interval")
    made.backups.wait()
    for thread in threading.enumerate():
        if thread.name == "backup":
            thread.join()

    assert (True, False) in heard
    assert heard[-1] == (False, True)


def test_each_backup_is_carried_to_the_chosen_place_and_a_missing_one_is_made_up_for(
    made: Backed, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made.backups.elsewhere.choose(stick)
    made.backups.make()
    (folder,) = stick.iterdir()
    assert [one.no for one in listing(folder)] == [1]

    hidden = stick.rename(tmp_path / "pulled out")
    made.add("一号")
    made.backups.make()
    assert "没有接上" in made.backups.state().trouble
    hidden.rename(stick)
    assert made.backups.make("exit") is None

    assert [one.no for one in listing(folder)] == [2, 1]
    assert made.backups.state().trouble == ""
    assert plots_in(listing(folder)[0].path, made.key) == 1
    assert damage_of(listing(folder)[0], made.key) == ""


def test_a_place_pulled_out_halfway_holds_nothing_under_a_final_name(
    made: Backed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = made.backups.make()
    assert backup is not None
    stick = tmp_path / "stick"
    stick.mkdir()

    def gone(handle: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as pulled:
        pulled.setattr(os, "fsync", gone)
        with pytest.raises(UserError):
            made.backups.elsewhere.carry(backup, stick)

    assert [path for path in stick.rglob("*") if path.is_file() and path.suffix in (".fjdb", ".keys")] == []
    assert made.backups.elsewhere.carry(backup, stick).exists()


def test_attachments_are_in_every_backup_and_stored_once(made: Backed, tmp_path: Path) -> None:
    name = "ab/" + "ab" * 32
    content = made.profile.attachments / name
    content.parent.mkdir(parents=True)
    content.write_bytes(b"sealed")
    backup = made.backups.make()
    assert backup is not None
    about = made.backups.seen.about(backup)

    stick = tmp_path / "stick"
    stick.mkdir()
    carried = made.backups.elsewhere.carry(backup, stick)

    assert about is not None
    assert about.contents == (name,)
    kept = made.profile.backups / "attachments" / name
    assert kept.samefile(content)
    assert (carried.parent / "attachments" / name).read_bytes() == b"sealed"


def test_contents_that_went_stay_while_a_backup_names_them(made: Backed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thinning, "RECENT", 3)
    name = "ab/" + "ab" * 32
    content = made.profile.attachments / name
    content.parent.mkdir(parents=True)
    content.write_bytes(b"sealed")
    with_it = made.backups.make()
    content.unlink()
    kept = made.profile.backups / "attachments" / name
    assert with_it is not None
    for number in range(4):
        made.add(f"{number}")
        made.clock.moment += dt.timedelta(minutes=1)
        made.backups.make()
        assert kept.exists() == with_it.path.exists()

    assert not kept.exists()
    assert len(made.backups.seen.listing()) == 3


def test_the_differences_of_a_backup_count_every_library_then_and_now(made: Backed) -> None:
    made.add("一号")
    backup = made.backups.make()
    assert backup is not None
    made.add("二号")

    found = {one.title: (one.then, one.now) for one in made.backups.seen.differences(backup) or ()}

    assert found[LAND.title] == (1, 2)
