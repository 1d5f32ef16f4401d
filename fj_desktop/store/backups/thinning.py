"""Which backups may go: many of the last days, fewer of the months before; never the last good ones.

Pure: what is there, what time it is and how much room there is come in, what may be removed comes out.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from typing import TypeAlias

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.store.backups.entries import Backup, numbered

RECENT, DAILY, WEEKLY, MONTHLY = 30, 12, 10, 9
MIGRATION_DAYS = 90
MOST_BYTES = 2 * 1024**3
FREE_SHARE = 5
"""Backups take at most one part in so many of what would be free without them."""
_GOOD_KEPT = 2

_Period: TypeAlias = Callable[[dt.date], object]


def most_bytes(free: int, taken: int) -> int:
    """How much all backups may take: 2 GB or a fifth of the disk's free space, whichever is less.

    Args:
        free: bytes free now.
        taken: bytes the backups take now; without them they would be free.
    """
    return min(MOST_BYTES, (free + taken) // FREE_SHARE)


def to_remove(backups: Iterable[Backup], now: dt.datetime, most: int, damaged: Collection[Backup] = ()) -> list[Backup]:
    """The backups that may go, in the order in which to remove them.

    Kept are the last 30, the last of each of 12 days, 10 weeks and 9 months of the county's calendar, and those
    made before an upgrade for 90 days. Above ``most`` bytes the oldest go: first those that stand for no day, week or
    month. The last made and the last two that are not damaged stay in any case. Stores set aside are not counted.
    """
    made = numbered(backups)
    good = [one for one in made if one not in damaged]
    safe = set(made[:1]) | set(good[:_GOOD_KEPT])
    spread = _spread(made) | {one for one in made if _is_fresh_upgrade(one, now)}
    wanted = safe | set(made[:RECENT]) | spread
    gone = [one for one in made if one not in wanted][::-1]
    taken = sum(one.size for one in wanted)
    oldest_first = sorted(wanted - safe, key=lambda one: (one in spread, one.no))
    for one in oldest_first:
        if taken <= most:
            break
        gone.append(one)
        taken -= one.size
    return gone


def _spread(made: list[Backup]) -> set[Backup]:
    periods: tuple[tuple[_Period, int], ...] = (
        (lambda day: day, DAILY),
        (lambda day: day.isocalendar()[:2], WEEKLY),
        (lambda day: (day.year, day.month), MONTHLY),
    )
    kept: set[Backup] = set()
    for period, count in periods:
        newest: dict[object, Backup] = {}
        for one in made:
            newest.setdefault(period(one.at.astimezone(COUNTY_ZONE).date()), one)
        kept |= set(list(newest.values())[:count])
    return kept


def _is_fresh_upgrade(one: Backup, now: dt.datetime) -> bool:
    return one.reason == "migration" and now - one.at < dt.timedelta(days=MIGRATION_DAYS)
