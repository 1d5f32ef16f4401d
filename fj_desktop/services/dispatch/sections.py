"""A dispatch as tables: each column is declared once and shown alike on the screen, in a workbook and as JSON."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fj_desktop.rules.counting import Ratio, plain
from fj_desktop.rules.spans import Span

TEXT, COUNT, MONEY, SHARE, DAY = "text", "count", "money", "share", "day"


@dataclass(frozen=True)
class Head:
    """One column: its name in JSON, its words, and what it holds; money is 万元."""

    key: str
    title: str
    kind: str = TEXT
    unit: str = ""

    @property
    def words(self) -> str:
        """The heading with its unit."""
        unit = (self.unit or ("万元" if self.kind == MONEY else "")).strip()
        return f"{self.title}({unit})" if unit else self.title


@dataclass(frozen=True)
class Section:
    """One table of a dispatch; ``records`` names the record each row is about, to be opened from the screen."""

    code: str
    title: str
    heads: Sequence[Head]
    rows: Sequence[Sequence[Any]]
    total: Sequence[Any] | None = None
    notes: Sequence[str] = ()
    records: Sequence[tuple[str, uuid.UUID]] = ()


@dataclass(frozen=True)
class Dispatch:
    """A whole dispatch: its period and cut-off, tables, rates, footnotes and the figures it was made with."""

    span: Span
    cut: dt.date
    sections: Sequence[Section]
    ratios: Sequence[Ratio]
    footnotes: Sequence[str]
    figures: Sequence[str]
    rules: Sequence[str]


def about(library: str, record: bytes) -> tuple[str, uuid.UUID]:
    """The record a row is about, from the bytes of its id."""
    return library, uuid.UUID(bytes=record)


def shown(value: Any, head: Head) -> str:
    """A value as a reader sees it."""
    if value is None or value == "":
        return "—" if head.kind in (SHARE, MONEY) else ""
    if head.kind == SHARE:
        return f"{(value * 100):.1f}%"
    if head.kind == MONEY:
        return f"{value:,.4f}".rstrip("0").rstrip(".")
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def rates(dispatch: Dispatch) -> Section:
    """The rates of a dispatch as a table of their own."""
    heads = (
        Head("name", "比率"), Head("value", "数值", SHARE), Head("numerator", "分子", MONEY, " "),
        Head("denominator", "分母", MONEY, " "), Head("unit", "单位"), Head("cohort", "哪一批项目"),
    )  # fmt: skip
    rows = [(one.name, one.share, one.numerator, one.denominator, one.unit, one.cohort) for one in dispatch.ratios]
    return Section("rates", "比率", heads, rows, notes=dispatch.rules)


def as_json(dispatch: Dispatch) -> dict[str, Any]:
    """A dispatch for other programs: decimals as text, days as ISO 8601."""
    return {
        "kind": dispatch.span.kind,
        "period": dispatch.span.code,
        "from": dispatch.span.first.isoformat(),
        "to": dispatch.span.last.isoformat(),
        "as_of": dispatch.cut.isoformat(),
        "sections": {one.code: _section_json(one) for one in dispatch.sections},
        "ratios": [
            {
                "name": one.name, "numerator": plain(one.numerator), "denominator": plain(one.denominator),
                "unit": one.unit, "value": None if one.share is None else str(one.share), "cohort": one.cohort,
            }
            for one in dispatch.ratios
        ],
        "footnotes": list(dispatch.footnotes),
        "thresholds": list(dispatch.figures),
        "rules": list(dispatch.rules),
    }  # fmt: skip


def _section_json(section: Section) -> dict[str, Any]:
    keys = [one.key for one in section.heads]
    rows = []
    for number, row in enumerate(section.rows):
        told = {key: _plain(value) for key, value in zip(keys, row, strict=True)}
        rows.append({**told, "id": str(section.records[number][1])} if section.records else told)
    total = dict(zip(keys, map(_plain, section.total), strict=True)) if section.total is not None else None
    return {"title": section.title, "rows": rows, "total": total, "notes": list(section.notes)}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, dt.date) else value
