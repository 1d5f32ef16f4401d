"""The demo desk: a separate store, filled once from the shipped records, each marked 示例."""

import csv
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from fj_desktop.assets import asset
from fj_desktop.core.clock import today
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.rules.spans import MONTH, QUARTER, YEAR, span_at
from fj_desktop.services.demo_courses import PROJECTS, lay_courses
from fj_desktop.services.desk import Desk
from fj_desktop.services.parsing import parse
from fj_desktop.services.records import compose
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.services.session import Session
from fj_desktop.store.transactions import Store

# Names earlier files before the later ones that refer to them.
_ORDER = (
    "staff", "companies", "people", "entrepreneurs", "alumni", "hometown", "outposts", "knowledge", "funding", "land",
    "experts", "scenarios", "opportunities", "nodes", "targets", "task-forces", "members", "projects", "assessments",
    "decisions", "contracts", "commitments", "trips", "stops", "visits", "receptions", "progress", "problems",
    "meetings", "resolutions", "service-requests", "postings", "sign-ins",
)  # fmt: skip
NODES = CATALOG["nodes"]
# Not a secret: nothing in the demo desk is.
_PHRASE = "夔门橙红-演示台账-人人可看"
_OFFICE, _PERSON = "YRD", "示例员"
_AHEAD = re.compile(r"^@([+-]\d+)")


def open_demo(profile: Profile, progress: Progress | None = None) -> Desk:
    """Open the demo desk beside a profile, making it when it is not there.

    Raises:
        UserError: it can't be made or opened there.
        Cancelled: the person stopped it; a half-made demo desk is made anew the next time.
    """
    watched = progress or Unwatched()
    session = Session.of(profile.demo)
    session.vault.settle()
    if session.is_absent():
        watched.at(0, None, "正在准备演示台账")
        key, _ = session.create(_OFFICE, _PERSON, _PHRASE, demo=True)
    else:
        key = session.vault.unlock_with_passphrase(_PHRASE)
    desk = session.open(key)
    if desk.browse.count(CATALOG["entrepreneurs"]) == 0:
        desk.fill_from(lambda store: load(store, desk, asset("db/demo"), watched))
    return desk


def load(store: Store, desk: Desk, folder: Path, progress: Progress) -> int:
    """Take in all demo records in one transaction; returns how many.

    Raises:
        UserError: a shipped record is refused; a fault of the build.
    """
    count, day = 0, today(store.clock)
    with store.writing(desk.identity.staff, "demo") as write:
        writer = RowWriter(write, desk.identity)
        composer, _, resolver, _ = compose(write.connection, writer, desk.identity, store)
        for library in (CATALOG[name] for name in _ORDER):
            for number, typed in _rows(folder, library.library, day):
                progress.at(count, None, f"正在准备演示台账：{library.title}")
                parsed = parse(library, typed, resolver)
                composer.load([parsed])
                matches = composer.masters(parsed)
                if refusals := composer.refusals(parsed, matches):
                    first = refusals[0]
                    raise UserError(f"演示数据 {library.library} 第 {number} 行“{first.label}”{first.reason}")
                composer.add(parsed, matches, "示例数据", overwrite=False)
                count += 1
                if library is NODES:
                    writer.flush()  # The next link may name this one as the one above.
            writer.flush()
            if library is PROJECTS:
                lay_courses(write.connection, writer, (row for _, row in _rows(folder, "courses", day)))
    return count


def _rows(folder: Path, name: str, day: dt.date) -> Iterator[tuple[int, dict[str, str]]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            yield number, {key: dated(text, day) for key, text in row.items() if text and text.strip()}


def dated(text: str, day: dt.date) -> str:
    """A cell with what depends on the day put in, so that the demo desk is never out of date.

    ``@-12`` is twelve days ago (a time may follow), ``@y``, ``@q`` and ``@m`` are the running year, quarter and month.
    """
    if match := _AHEAD.match(text):
        return (day + dt.timedelta(days=int(match.group(1)))).isoformat() + text[match.end() :]
    periods = {"@y": YEAR, "@q": QUARTER, "@m": MONTH}
    return span_at(day, periods[text]).code if text in periods else text
