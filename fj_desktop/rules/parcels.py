"""Plots held for a project: until a day, and released by themselves after it (notice 2025-18, clause 8.1)."""

import datetime as dt

from fj_desktop.rules.dossier import Row


def is_held(plot: Row, today: dt.date) -> bool:
    """Whether a plot is held for a project; one without a day is held until somebody releases it."""
    if plot.get("lock_project_id") is None:
        return False
    until = plot.get("lock_until")
    return until is None or until >= today
