"""What the tests of the writers share: surfaces, a stamp, and reading back what was written."""

import csv
import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import python_calamine
from openpyxl.worksheet.worksheet import Worksheet

from fj_desktop.core.catalog import Surface
from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.field import field
from fj_desktop.core.kinds import Kind
from fj_desktop.core.progress import Cancelled
from fj_desktop.exchange.sheets_out import Stamp

STAMP = Stamp("长三角 李示例", dt.datetime(2026, 11, 23, 9, 30, tzinfo=COUNTY_ZONE), "筛选：供应状态为可供", "2 条")

FORMULAS = (
    "=1+1", "=SUM(A1:A9)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://example.com\",\"点这里\")", "=A1", "==1", "= 1",
    "+1+1", "+cmd|' /C calc'!A0", "+A1", "+8613800138000", "-1+1", "-2+3+cmd|' /C calc'!A0", "-A1", "-", "@SUM(1,1)",
    "@A1", "@", "＝1+1", "＋1", "－1", "＠SUM(1)",
    " =1+1", "\t=1+1", "\n=1+1", "\u3000=1+1", "\ufeff=1+1", "\u200b=1+1",
    "=IMPORTXML(\"http://example.com\",\"//a\")", "=WEBSERVICE(\"http://example.com\")",
    "=DDE(\"cmd\";\"/C calc\";\"1\")",
    "{=1+1}", "'=1+1", "\"=1+1", "=\"a\"&\"b\"", "=1;2", "=RTD(\"x\",,\"y\")", "#N/A", "#REF!", "=#REF!", "<f>1+1</f>",
    "_x003D_1+1", "</t></is></c><c><f>1+1</f></c>",
)  # fmt: skip
"""Texts that some spreadsheet program could run, and some that could break out of their cell."""


def surface(label: str, kind: Kind, **facts: Any) -> Surface:
    """A surface of its own, outside any library."""
    declared = field(label, kind, **facts)
    declared.name = f"field_{label}"
    return Surface(declared.name, label, declared)


def sheet_of(path: Path, name: str | None = None) -> Worksheet:
    """A sheet as openpyxl reads it, the first by default."""
    book = openpyxl.load_workbook(path)
    return book[name] if name else book.worksheets[0]


def cells_of(path: Path) -> list[list[Any]]:
    """The rows of the first sheet as the importer's library reads them, header first."""
    return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def sheet_parts(path: Path) -> list[bytes]:
    """The sheets as they stand in the file."""
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name) for name in sorted(archive.namelist()) if name.startswith("xl/worksheets/sheet")]


def lines_of(path: Path) -> list[list[str]]:
    """The rows of a CSV, header first, marks of harmless text still there."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


class StoppedAfter:
    """Progress that the person stops after some reports."""

    def __init__(self, reports: int) -> None:
        self._left = reports

    def check(self) -> None:
        if self._left <= 0:
            raise Cancelled

    def at(self, done: int, total: int | None, text: str = "") -> None:
        self._left -= 1
        self.check()
