"""What a person finds in the morning: late, due, past a clock, waiting, standing still (notice 2025-18, clause 3.3)."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from fj_desktop.rules.overdue import GREEN, LEVELS, is_due_soon, level
from fj_desktop.rules.thresholds import Thresholds
from fj_desktop.rules.workdays import Workdays

LATE, TODAY, CLOCK, WAITING, STILL, SOON = "逾期", "今天到期", "超过时限", "等我处理", "久无进展", "即将到期"
GROUPS = (LATE, TODAY, CLOCK, WAITING, STILL, SOON)
"""In the order they are shown."""


@dataclass(frozen=True)
class Item:
    """One thing to do.

    Attributes:
        group: one of ``GROUPS``.
        level: 绿 黄 橙 红.
        what: of which kind, e.g. 开工, 难点堵点.
        title: the record's name.
        why: in words, with days and the figure used.
        due: the day it was or is due.
        library: of the record that is opened.
        record: that record.
        mine: whether it waits for the person at the desk, or only for the office.
    """

    group: str
    level: str
    what: str
    title: str
    why: str
    due: dt.date | None
    library: str
    record: uuid.UUID
    mine: bool = True


def due_item(
    what: str,
    title: str,
    due: dt.date,
    today: dt.date,
    figures: Thresholds,
    workdays: Workdays,
    *,
    library: str,
    record: uuid.UUID,
    mine: bool,
) -> Item | None:
    """Something with a day: late, due today or soon; None while it is far off."""
    days = (today - due).days
    if days > 0:
        why = f"已过 {days} 天，应在 {due.isoformat()} 办结"
        return Item(LATE, level(days, figures), what, title, why, due, library, record, mine)
    if days == 0:
        return Item(TODAY, GREEN, what, title, "今天到期", due, library, record, mine)
    if not is_due_soon(due, today, figures):
        return None
    left = workdays.left(today, due)
    return Item(SOON, GREEN, what, title, f"还有 {left} 个工作日，{due.isoformat()} 到期", due, library, record, mine)


def ordered(items: Iterable[Item]) -> list[Item]:
    """By group, the worst level first, then by day."""
    return sorted(
        items,
        key=lambda one: (
            GROUPS.index(one.group), -LEVELS.index(one.level), one.due or dt.date.max, one.title, str(one.record)
        ),
    )  # fmt: skip
