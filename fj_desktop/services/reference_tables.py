"""Reference tables brought up to date by a file: checked whole, kept in the profile, used from the next start on.

A table that is damaged in the profile is not used; the one shipped with the program takes its place.
"""

import csv
import datetime as dt
import hashlib
import io
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fj_desktop.assets import asset
from fj_desktop.core import reference
from fj_desktop.core.text import clean
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.services.reference_files import TABLES, Table, codes_of, content_of
from fj_desktop.services.reference_use import lost
from fj_desktop.store import atomic
from fj_desktop.store.transactions import Store

_NOTE, _PUT_ASIDE = "versions.json", "versions-damaged.json"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Standing:
    """Which table is in use: ``since`` is when it was replaced, None for the one shipped with the program."""

    table: Table
    rows: int
    since: dt.datetime | None
    source: str
    digest: str


@dataclass(frozen=True)
class Proposal:
    """A table that was checked: its content (None for the shipped one), rows, and how many records lose a code."""

    table: Table
    content: bytes | None
    rows: int
    orphaned: int
    source: str


class ReferenceTables:
    """The reference tables of one profile."""

    def __init__(self, profile: Profile) -> None:
        self._folder = profile.folder / "reference"

    def take_up(self) -> list[str]:
        """Let the program use what was replaced in this profile; returns in words what is damaged and not used."""
        used: dict[str, Path] = {}
        damaged = []
        notes, is_whole = self._read_notes()
        if not is_whole:
            damaged.append(
                "换过哪些参考表的登记已损坏，全部改用程序自带的。请把换过的表重新换一次（reference replace）。"
            )
            _log.warning("the list of replaced tables is damaged; the shipped ones are used")
        for table in TABLES:
            note = notes.get(table.name)
            if note is None:
                continue
            path = self._path(table)
            if _digest(path) == note["sha256"]:
                used[table.file] = path
            else:
                damaged.append(f"换过的“{table.title}”已损坏，改用程序自带的。请重新换一次。")
                _log.warning("the replaced table %s is damaged; the shipped one is used", table.name)
        reference.use(used)
        return damaged

    def listed(self) -> list[Standing]:
        """Every table a person may replace."""
        found = []
        notes, _ = self._read_notes()
        for table in TABLES:
            note, path = notes.get(table.name), self._path(table)
            if note is not None and _digest(path) == note["sha256"]:
                since, source = dt.datetime.fromisoformat(note["at"]), str(note["source"])
            else:
                path, since, source = _shipped(table), None, "随程序"
            found.append(Standing(table, _count(path), since, source, _digest(path)))
        return found

    def check(self, name: str, file: Path, store: Store) -> Proposal:
        """Check a file as the new content of a table; nothing is changed.

        Raises:
            UserError: there is no such table, or the file is none: too large, other columns, wrong or doubled codes.
        """
        table = _named(name)
        content = content_of(file)
        codes = codes_of(table, content)
        source = clean(file.name)[:100]
        return Proposal(table, content.encode(), len(codes), lost(table, set(codes), store), source)

    def check_reset(self, name: str, store: Store) -> Proposal:
        """Look at the shipped table as the new content; nothing is changed.

        Raises:
            UserError: there is no such table.
        """
        table = _named(name)
        codes = codes_of(table, content_of(_shipped(table)))
        return Proposal(table, None, len(codes), lost(table, set(codes), store), "随程序")

    def apply(self, proposal: Proposal, at: dt.datetime) -> None:
        """Keep a checked table; it is used from the next start on.

        Raises:
            UserError: it can't be written; what was there stays.
        """
        table, content = proposal.table, proposal.content
        notes, is_whole = self._read_notes()
        atomic.private_folder(self._folder)
        if not is_whole:
            atomic.write_file(self._folder / _PUT_ASIDE, (self._folder / _NOTE).read_bytes())
        notes.pop(table.name, None)
        if content is None:
            self._keep(notes)
            atomic.remove(self._path(table))
            return
        # The note names the content by its digest: between the two writes the shipped table is used.
        atomic.write_file(self._path(table), content)
        digest = hashlib.sha256(content).hexdigest()
        self._keep({**notes, table.name: {"at": at.isoformat(), "source": proposal.source, "sha256": digest}})

    def _path(self, table: Table) -> Path:
        return self._folder / f"{table.file}.csv"

    def _keep(self, notes: dict[str, dict[str, Any]]) -> None:
        atomic.write_file(self._folder / _NOTE, json.dumps(notes, ensure_ascii=False).encode())

    def _read_notes(self) -> tuple[dict[str, dict[str, Any]], bool]:
        """What was replaced, and whether the list of it is whole; a damaged one gives nothing."""
        try:
            found = json.loads((self._folder / _NOTE).read_bytes())
            for note in found.values():
                dt.datetime.fromisoformat(note["at"])
                note["source"], note["sha256"]
        except FileNotFoundError:
            return {}, True
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return {}, False
        return found, True


def _named(name: str) -> Table:
    for one in TABLES:
        if one.name == name:
            return one
    known = "、".join(f"{one.name}（{one.title}）" for one in TABLES)
    raise UserError(f"没有名为“{name[:40]}”的参考表。可以换的有：{known}。")


def _shipped(table: Table) -> Path:
    return asset(f"db/reference/{table.file}.csv")


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _count(path: Path) -> int:
    return sum(1 for _ in csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
