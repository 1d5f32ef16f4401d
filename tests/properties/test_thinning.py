"""Thinning over open histories: what must stay stays, what goes is old, and the cap holds where it can."""

import datetime as dt
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.store.backups import thinning
from fj_desktop.store.backups.entries import Backup, numbered
from fj_desktop.store.backups.thinning import DAILY, MONTHLY, RECENT, WEEKLY, most_bytes, to_remove
from tests.support.desks import NOON

HOUR = dt.timedelta(hours=1)


@st.composite
def histories(draw: st.DrawFn) -> list[Backup]:
    """Backups in the order they were made; now and then the clock is set back."""
    found, at = [], NOON - dt.timedelta(days=draw(st.integers(0, 900)))
    steps = draw(st.lists(st.tuples(st.integers(-48, 24 * 40), st.integers(1, 700), st.booleans()), max_size=120))
    for no, (hours, mib, upgrade) in enumerate(steps, 1):
        at += hours * HOUR
        reason = "migration" if upgrade and no % 7 == 0 else "exit"
        found.append(Backup(Path(f"{no}.fjdb"), no, at, reason, mib << 20))
    return found


caps = st.integers(0, 4 << 30)


@given(histories(), caps, st.data())
def test_the_newest_and_the_last_two_good_ones_always_stay(there: list[Backup], most: int, data: st.DataObject) -> None:
    damaged = data.draw(st.sets(st.sampled_from(there))) if there else set()
    gone = set(to_remove(there, NOON, most, damaged))
    made = numbered(there)
    good = [one for one in made if one not in damaged]
    assert not gone & set(made[:1])
    assert not gone & set(good[:2])


@given(histories(), caps)
def test_what_is_kept_is_under_the_cap_or_only_what_may_not_go(there: list[Backup], most: int) -> None:
    kept = set(there) - set(to_remove(there, NOON, most))
    assert sum(one.size for one in kept) <= most or len(kept) <= 2


@given(histories())
def test_with_room_the_last_thirty_and_one_of_each_period_stay(there: list[Backup]) -> None:
    kept = set(there) - set(to_remove(there, NOON, 1 << 50))
    made = numbered(there)
    assert set(made[:RECENT]) <= kept
    days = list(dict.fromkeys(one.at.astimezone(COUNTY_ZONE).date() for one in made))
    assert {one.at.astimezone(COUNTY_ZONE).date() for one in kept} >= set(days[:DAILY])
    months = list(dict.fromkeys((day.year, day.month) for day in days))
    assert {(one.at.astimezone(COUNTY_ZONE).year, one.at.astimezone(COUNTY_ZONE).month) for one in kept} >= set(
        months[:MONTHLY]
    )
    fresh = {one for one in there if one.reason == "migration" and NOON - one.at < dt.timedelta(days=90)}
    assert fresh <= kept
    assert len(kept - fresh) <= RECENT + DAILY + WEEKLY + MONTHLY


@given(histories(), caps)
def test_thinning_twice_removes_nothing_more(there: list[Backup], most: int) -> None:
    left = [one for one in there if one not in to_remove(there, NOON, most)]
    assert to_remove(left, NOON, most) == []


@given(histories())
def test_stores_set_aside_are_never_removed(there: list[Backup]) -> None:
    aside = Backup(Path("aside/desk.fjdb"), 0, NOON, "aside", 1 << 40)
    assert aside not in to_remove([*there, aside], NOON, 0)


def test_a_year_of_half_hours_is_thinned_to_sixty_and_spread_over_it() -> None:
    kept: list[Backup] = []
    for no in range(1, 2 * 10 * 365):
        at = NOON + dt.timedelta(days=no // 20, minutes=30 * (no % 20))
        kept.append(Backup(Path(f"{no}.fjdb"), no, at, "interval", 1 << 20))
        gone = set(to_remove(kept, at, thinning.MOST_BYTES))
        kept = [one for one in kept if one not in gone]
    ages = sorted((kept[-1].at - one.at).days for one in kept)
    assert len(kept) <= RECENT + DAILY + WEEKLY + MONTHLY
    assert ages[-1] > 200


def test_backups_take_a_fifth_of_the_free_disk_at_most_and_two_gigabytes() -> None:
    assert most_bytes(10 << 30, 0) == 2 << 30
    assert most_bytes(4 << 30, 1 << 30) == 1 << 30
    assert most_bytes(1 << 62, 1 << 62) == 2 << 30
