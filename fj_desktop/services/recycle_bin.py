"""The recycle bin: what was deleted in the last thirty days; older ones stay in the history alone."""

import datetime as dt

from fj_desktop.core.clock import Clock

KEPT_DAYS = 30


def oldest(clock: Clock) -> dt.datetime:
    """Records deleted before this moment have left the bin."""
    return clock.now() - dt.timedelta(days=KEPT_DAYS)
