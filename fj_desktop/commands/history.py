"""Headless: the history of a record, the list of everything done, undo and redo."""

import argparse
import datetime as dt
from collections.abc import Callable
from dataclasses import asdict

from fj_desktop.commands.common import print_json, record_id
from fj_desktop.core.kinds import Day
from fj_desktop.core.refusal import RefusalError
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.auditing import Entry, Sought
from fj_desktop.services.desk import Desk

Given = argparse.Namespace


def _history(given: Given, desk: Desk) -> int:
    events = desk.history.of(CATALOG[given.library], record_id(given.id))
    if given.json:
        print_json(
            [
                {
                    "seq": event.seq, "at": event.at, "who": event.who, "action": event.what,
                    "changes": [
                        {"field": line.key or None, "label": line.label, "before": line.before, "after": line.after}
                        for line in event.lines
                    ],
                }
                for event in events
            ]
        )  # fmt: skip
        return 0
    for event in events:
        print(f"{event.at} {event.who} {event.what}")
        for line in event.lines:
            print(f"    {line.label}：{line.before or '（空）'} → {line.after or '（空）'}")
    return 0


def _audit(given: Given, desk: Desk) -> int:
    library = CATALOG[given.library] if given.library else None
    sought = Sought(_day(given.since), _day(given.until), library=library, text=given.text or "")
    found: list[Entry] = desk.audit.entries(sought, given.limit)
    if given.json:
        print_json([asdict(one) for one in found])
        return 0
    for one in found:
        print(f"{one.at} {one.who} {one.act} {one.what}")
    return 0


def _day(text: str | None) -> dt.date | None:
    if not text:
        return None
    try:
        return Day().parse(text)
    except RefusalError as refusal:
        raise UserError(f"日期“{text[:20]}”：{refusal.reason}") from None


def _step_back(given: Given, desk: Desk) -> int:
    taken = desk.undoing.undo() if given.command == "undo" else desk.undoing.redo()
    print(taken.words)
    for name in taken.kept:
        print(f"保留（之后又改过或已被引用）：{name}")
    return 0


ON_DESK: dict[str, Callable[[Given, Desk], int]] = {
    "history": _history,
    "audit": _audit,
    "undo": _step_back,
    "redo": _step_back,
}
"""Command to what carries it out."""
