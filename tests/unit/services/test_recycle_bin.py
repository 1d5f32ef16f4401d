"""What the recycle bin keeps, and for how long."""

import datetime as dt

import pytest

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk

LAND = CATALOG["land"]


def test_a_record_in_the_bin_is_not_changed(desk: Desk) -> None:
    plot = desk.records.add(LAND, {"parcel_no": "甲地"})
    desk.records.delete(LAND, [plot])
    with pytest.raises(UserError, match="在回收站里，不能修改；请先恢复"):
        desk.records.change(LAND, plot, {"parcel_no": "乙地"})


def test_what_was_deleted_thirty_days_ago_has_left_the_bin(desk: Desk, clock: FixedClock) -> None:
    old = desk.records.add(LAND, {"parcel_no": "甲地"})
    desk.records.delete(LAND, [old])
    clock.moment += dt.timedelta(days=20)
    new = desk.records.add(LAND, {"parcel_no": "乙地"})
    desk.records.delete(LAND, [new])
    clock.moment += dt.timedelta(days=10)
    assert len(desk.browse.open(LAND, Wanted(deleted=True))) == 2
    clock.moment += dt.timedelta(seconds=1)
    assert [row["id"] for row in desk.view.rows_json(LAND, None, reveal=False, deleted=True)] == [str(new)]
    listing = desk.browse.open(LAND, Wanted(deleted=True))
    assert [row.id for row in desk.browse.page(listing, 0, 10, [])] == [new]
    desk.records.restore(LAND, [old])
    assert len(desk.browse.open(LAND, Wanted())) == 1
