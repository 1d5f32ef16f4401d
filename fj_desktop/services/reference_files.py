"""A file that is to replace a reference table: read within bounds, and refused with its row unless it is whole."""

import csv
import io
import os
import re
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fj_desktop.assets import asset
from fj_desktop.errors import UserError

_LARGEST, _MOST_ROWS, _LONGEST = 20 * 1024 * 1024, 100_000, 400
_NO_SIGNS = re.compile("[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Control signs, and those that turn the direction of what is read."""


@dataclass(frozen=True)
class Table:
    """One table a person may replace: its name, its shipped file, what it is, and what its rows look like.

    ``under``: the column within whose values a name stands once, empty for the whole table. ``levels``: the words
    its column ``level`` may have, none for any.
    """

    name: str
    file: str
    title: str
    code: str
    shape: str
    named: str = "name"
    under: str = ""
    levels: tuple[str, ...] = ()
    unique: bool = True


TABLES = (
    Table(
        "divisions", "divisions_cn_3level", "行政区划（GB/T 2260）", "code", "[0-9]{6}", under="parent",
        levels=("province", "city", "county"),
    ),
    Table(
        "industries", "gbt4754_2017", "国民经济行业（GB/T 4754）", "code", "[A-T][0-9]{0,4}", under="parent",
        levels=("1", "2", "3", "4"),
    ),
    Table("countries", "countries_zh", "国家和地区", "alpha3", "[A-Z]{3}", "cnname"),
    Table("universities", "universities_2021_moe", "高等学校", "moe_code", "[0-9A-Z]{4,12}"),
    Table(
        "holidays", "holidays_cn", "节假日和调休", "date", "[0-9]{4}-[01][0-9]-[0-3][0-9]", unique=False,
    ),
    Table(
        "regions", "four_regions_cities", "四大区域的城市", "city_code", "[0-9]{6}", "city_name", unique=False,
    ),
)  # fmt: skip


@dataclass(frozen=True)
class _Row:
    """One row and the line of the file it starts in."""

    line: int
    values: dict[str, str]


def shipped_columns(table: Table) -> tuple[str, ...]:
    """The columns of the table shipped with the program."""
    with asset(f"db/reference/{table.file}.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(next(csv.reader(file)))


def content_of(file: Path) -> str:
    """The text of a regular file of bounded size.

    Raises:
        UserError: there is no such file, it is none, too large, or no text.
    """
    try:
        # Without waiting: a pipe that nobody writes into would hold the program for ever.
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                raise UserError(f"“{file.name}”不是普通文件，没有采用。请选择 CSV 文件。")
            content = opened.read(_LARGEST + 1)
    except OSError:
        raise UserError(f"读不了“{file}”，请核对路径和权限。") from None
    if len(content) > _LARGEST:
        raise UserError(f"“{file.name}”超过 20 MB，不像参考表，没有采用。请核对文件。")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError("文件不是文本，读不出来。请另存为“CSV UTF-8”再换。")


def codes_of(table: Table, content: str) -> list[str]:
    """The codes of a table's rows.

    Raises:
        UserError: something in it is wrong; the text names the line.
    """
    rows = list(_rows(table, content))
    if not rows:
        raise UserError("文件里一行内容也没有，没有采用。")
    for row in rows:
        _refuse_wrong(table, row)
    _refuse_twice(table, rows)
    _refuse_parents(table, rows)
    return [row.values[table.code] for row in rows]


def _rows(table: Table, content: str) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    try:
        columns = _columns(table, next(reader, []))
        line = reader.line_num + 1
        for count, cells in enumerate(reader, 1):
            if count > _MOST_ROWS:
                raise UserError(f"超过 {_MOST_ROWS:,} 行，不像{table.title}，没有采用。请核对文件。")
            if cells:
                if len(cells) != len(columns):
                    raise UserError(f"第 {line} 行有 {len(cells)} 格，表头有 {len(columns)} 格，没有采用。")
                yield _Row(line, dict(zip(columns, cells, strict=True)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UserError(f"第 {reader.line_num} 行不是规范的 CSV（{error}），没有采用。") from None


def _columns(table: Table, head: list[str]) -> list[str]:
    wanted = shipped_columns(table)
    if missing := [name for name in wanted if name not in head]:
        raise UserError(f"第 1 行缺少列：{'、'.join(missing)}。列名要与随附的表一致：{'、'.join(wanted)}。没有采用。")
    if twice := [name for name, count in Counter(head).items() if count > 1]:
        raise UserError(f"第 1 行的列名“{twice[0][:20]}”出现了两次，没有采用。")
    return head


def _refuse_wrong(table: Table, row: _Row) -> None:
    for name, text in row.values.items():
        if len(text) > _LONGEST or _NO_SIGNS.search(text):
            raise UserError(f"第 {row.line} 行“{name[:20]}”过长或含有控制字符，没有采用。")
    code = row.values[table.code]
    if not re.fullmatch(table.shape, code):
        raise UserError(f"第 {row.line} 行“{table.code}”是“{code[:20]}”，不是{table.title}的代码，没有采用。")
    if not row.values[table.named].strip():
        raise UserError(f"第 {row.line} 行“{table.named}”是空的，没有采用。")
    if table.levels and row.values["level"] not in table.levels:
        raise UserError(f"第 {row.line} 行“level”应为 {'、'.join(table.levels)} 之一，没有采用。")


def _refuse_twice(table: Table, rows: list[_Row]) -> None:
    codes: set[str] = set()
    names: set[tuple[str, str]] = set()
    for row in rows:
        code, name = row.values[table.code], (row.values.get(table.under, ""), row.values[table.named].strip())
        if table.unique and code in codes:
            raise UserError(f"第 {row.line} 行的代码“{code}”前面已经有了，没有采用。")
        if table.unique and name in names:
            raise UserError(f"第 {row.line} 行的名称“{name[1][:20]}”前面已经有了，没有采用。")
        codes.add(code)
        names.add(name)


def _refuse_parents(table: Table, rows: list[_Row]) -> None:
    above = {row.values[table.code]: row.values.get("parent", "") for row in rows}
    ends = {""}
    for row in rows:
        way: set[str] = set()
        code = row.values[table.code]
        while code not in ends:
            if code in way:
                raise UserError(f"第 {row.line} 行的上级“{row.values['parent'][:20]}”绕回了自己的下级，没有采用。")
            if code not in above:
                raise UserError(f"第 {row.line} 行的上级“{code[:20]}”在表里没有，没有采用。")
            way.add(code)
            code = above[code]
        ends |= way
