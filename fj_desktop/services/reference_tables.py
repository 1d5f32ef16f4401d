"""Reference tables brought up to date by a file: checked whole, kept in the profile, used from the next start on.

A table that is damaged in the profile is not used; the one shipped with the program takes its place.
"""

import csv
import datetime as dt
import hashlib
import io
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from fj_desktop.assets import asset
from fj_desktop.core import reference
from fj_desktop.core.kinds import Coded, Many
from fj_desktop.core.text import clean
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.store import atomic
from fj_desktop.store.schema import MEMBER, record_table
from fj_desktop.store.transactions import Store

_LARGEST, _MOST_ROWS, _LONGEST = 20 * 1024 * 1024, 100_000, 400
_NOTE = "versions.json"
_NO_SIGNS = re.compile("[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Control signs, and those that turn the direction of what is read."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Table:
    """One table a person may replace: its name, its shipped file, what it is, and what its codes look like."""

    name: str
    file: str
    title: str
    code: str
    shape: str
    unique: bool = True


TABLES = (
    Table("divisions", "divisions_cn_3level", "行政区划（GB/T 2260）", "code", r"\d{6}"),
    Table("industries", "gbt4754_2017", "国民经济行业（GB/T 4754）", "code", r"[A-T]\d{0,4}"),
    Table("countries", "countries_zh", "国家和地区", "alpha3", r"[A-Z]{3}"),
    Table("universities", "universities_2021_moe", "高等学校", "moe_code", r"[0-9A-Z]{4,12}"),
    Table("regions", "four_regions_cities", "四大区域的城市", "city_code", r"\d{6}", unique=False),
)


@dataclass(frozen=True)
class Standing:
    """Which table is in use: ``since`` is when it was replaced, None for the one shipped with the program."""

    table: Table
    rows: int
    since: dt.datetime | None
    source: str


@dataclass(frozen=True)
class Proposal:
    """A file that was checked: its content, rows, and how many records use codes it does not have."""

    table: Table
    content: bytes
    rows: int
    orphaned: int
    source: str


class ReferenceTables:
    """The reference tables of one profile."""

    def __init__(self, profile: Profile) -> None:
        self._folder = profile.folder / "reference"

    def take_up(self) -> list[str]:
        """Let the program use what was replaced in this profile; returns in words what is damaged and not used."""
        used, damaged = {}, []
        for table in TABLES:
            note = self._notes().get(table.name)
            if note is None:
                continue
            path = self._path(table)
            if _digest(path) == note.get("sha256"):
                used[table.file] = path
            else:
                damaged.append(f"换过的“{table.title}”已损坏，改用程序自带的。请重新换一次。")
                _log.warning("the replaced table %s is damaged; the shipped one is used", table.name)
        reference.use(used)
        return damaged

    def listed(self) -> list[Standing]:
        """Every table a person may replace."""
        found = []
        for table in TABLES:
            note = self._notes().get(table.name)
            path = self._path(table)
            whole = note is not None and _digest(path) == note.get("sha256")
            rows = sum(1 for _ in _rows((path if whole else asset(f"db/reference/{table.file}.csv")).read_bytes()))
            since = dt.datetime.fromisoformat(note["at"]) if note is not None and whole else None
            found.append(Standing(table, rows, since, str(note["source"]) if note is not None and whole else "随程序"))
        return found

    def check(self, name: str, file: Path, store: Store) -> Proposal:
        """Check a file as the new content of a table; nothing is changed.

        Raises:
            UserError: there is no such table, or the file is none: too large, other columns, wrong or doubled codes.
        """
        table = _named(name)
        content = _text(_content(file)).encode()
        shipped = next(_rows(asset(f"db/reference/{table.file}.csv").read_bytes()))
        codes = _checked(table, content, tuple(shipped))
        return Proposal(table, content, len(codes), _orphaned(table, set(codes), store), clean(file.name)[:100])

    def replace(self, proposal: Proposal, at: dt.datetime) -> None:
        """Keep a checked table; it is used from the next start on.

        Raises:
            UserError: it can't be written; what was there stays.
        """
        atomic.private_folder(self._folder)
        # The note names the content by its digest: between the two writes the shipped table is used.
        atomic.write_file(self._path(proposal.table), proposal.content)
        note = {"at": at.isoformat(), "source": proposal.source, "sha256": hashlib.sha256(proposal.content).hexdigest()}
        self._keep({**self._notes(), proposal.table.name: note})

    def reset(self, name: str) -> None:
        """Use the table shipped with the program again, from the next start on.

        Raises:
            UserError: there is no such table.
        """
        table = _named(name)
        self._keep({key: note for key, note in self._notes().items() if key != table.name})
        atomic.remove(self._path(table))

    def _path(self, table: Table) -> Path:
        return self._folder / f"{table.file}.csv"

    def _keep(self, notes: dict[str, dict[str, str]]) -> None:
        atomic.private_folder(self._folder)
        atomic.write_file(self._folder / _NOTE, json.dumps(notes, ensure_ascii=False).encode())

    def _notes(self) -> dict[str, dict[str, Any]]:
        try:
            found = json.loads((self._folder / _NOTE).read_bytes())
            whole = {name: note for name, note in found.items() if {"at", "source", "sha256"} <= note.keys()}
            for note in whole.values():
                dt.datetime.fromisoformat(note["at"])
        except (OSError, ValueError, TypeError, AttributeError):
            return {}
        return whole


def _named(name: str) -> Table:
    for one in TABLES:
        if one.name == name:
            return one
    known = "、".join(f"{one.name}（{one.title}）" for one in TABLES)
    raise UserError(f"没有名为“{name[:40]}”的参考表。可以换的有：{known}。")


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise UserError(f"“{file.name}”超过 20 MB，不像参考表，没有采用。请核对文件。")
        return file.read_bytes()
    except OSError:
        raise UserError(f"读不了“{file}”，请核对路径和权限。") from None


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError("文件不是文本，读不出来。请另存为“CSV UTF-8”再换。")


def _rows(content: bytes) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), restkey="", restval="")


def _checked(table: Table, content: bytes, columns: tuple[str, ...]) -> list[str]:
    reader = csv.DictReader(io.StringIO(content.decode(), newline=""), restkey="", restval="")
    try:
        if missing := [name for name in columns if name not in (reader.fieldnames or ())]:
            raise UserError(
                f"第 1 行缺少列：{'、'.join(missing)}。列名要与随附的表一致：{'、'.join(columns)}。没有采用。"
            )
        rows = []
        for number, row in enumerate(reader, 2):
            if number > _MOST_ROWS:
                raise UserError(f"超过 {_MOST_ROWS:,} 行，不像{table.title}，没有采用。请核对文件。")
            _refuse_wrong(table, number, row)
            rows.append(row)
    except csv.Error as error:
        raise UserError(f"第 {reader.line_num} 行不是规范的 CSV（{error}），没有采用。") from None
    codes = [row[table.code] for row in rows]
    _refuse_set(table, codes, rows)
    return codes


def _refuse_wrong(table: Table, number: int, row: dict[str, str]) -> None:
    for name, text in row.items():
        if not name or not isinstance(text, str):
            raise UserError(f"第 {number} 行比表头多出单元格，没有采用。")
        if len(text) > _LONGEST or _NO_SIGNS.search(text):
            raise UserError(f"第 {number} 行“{name}”过长或含有控制字符，没有采用。")
    if not re.fullmatch(table.shape, row[table.code]):
        raise UserError(f"第 {number} 行“{table.code}”是“{row[table.code][:20]}”，不是{table.title}的代码，没有采用。")
    named = next(name for name in row if name.endswith("name") and name != "fullname")
    if not row[named].strip():
        raise UserError(f"第 {number} 行“{named}”是空的，没有采用。")


def _refuse_set(table: Table, codes: list[str], rows: list[dict[str, str]]) -> None:
    if not codes:
        raise UserError("文件里一行内容也没有，没有采用。")
    seen: set[str] = set()
    for number, code in enumerate(codes, 2):
        if table.unique and code in seen:
            raise UserError(f"第 {number} 行的代码“{code}”前面已经有了，没有采用。")
        seen.add(code)
    for number, row in enumerate(rows, 2):
        parent = row.get("parent") or ""
        if parent and (parent not in seen or parent == row[table.code]):
            raise UserError(f"第 {number} 行的上级“{parent[:20]}”在表里没有，没有采用。")


def _orphaned(table: Table, codes: set[str], store: Store) -> int:
    """How many stored values would keep a code the new table does not have."""
    shipped = {"divisions": reference.divisions, "industries": reference.industries}.get(table.name)
    if shipped is None:
        return 0
    # Countries stand in one table with the divisions and are not part of this file.
    known = codes | {one.code for one in shipped().entries if not re.fullmatch(table.shape, one.code)}
    found = 0
    with store.reading() as connection:
        for library in CATALOG.everything:
            for name, one in library.fields.items():
                kind = one.kind.each if isinstance(one.kind, Many) else one.kind
                if not isinstance(kind, Coded) or kind.table() is not shipped():
                    continue
                holder = record_table(library)
                column = MEMBER.c.value if one.kind.many else holder.c[name]
                place = (MEMBER.c.field == f"{library.table}.{name}",) if one.kind.many else ()
                living = MEMBER.c.deleted if one.kind.many else holder.c.deleted
                counted = select(column, func.count()).where(living.is_(False), column.is_not(None), *place)
                rows = connection.execute(counted.group_by(column))
                found += sum(int(count) for code, count in rows if str(code) not in known)
    return found
