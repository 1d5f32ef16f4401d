"""The Friday workbook: the week of an office in the layout of the weekly ledger."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.services.identity import Identity
from fj_desktop.services.weekly import WeekForm, cell_of, is_big

_NUMBERS = ("fixed_invest_wan", "land_need_mu")
_FORMAT = "#,##0.####"


def write_week(
    out: Path,
    form: WeekForm,
    rows: Mapping[uuid.UUID, Mapping[str, Any]],
    columns: Sequence[tuple[str, str]],
    identity: Identity,
    phone: str,
    now: dt.datetime,
) -> None:
    """Write the week, whole or not at all.

    Args:
        out: the file.
        form: the week.
        rows: each project's texts and numbers by field.
        columns: fields and headings between number and progress.
        identity: whose week it is.
        phone: of who reports, empty when covered.
        now: the moment of the report, in the county's zone.

    Raises:
        UserError: the file can't be written.
    """
    from fj_desktop.exchange.sheets_out import Stamp
    from fj_desktop.exchange.sheets_out.tables import TableColumn, TableSheet, write_tables

    title = f"{form.span.first.year}年奉节县驻点招商项目信息采集表"
    made = [_line(number, one, rows[one.project], columns) for number, one in enumerate(form.rows, 1)]
    fixed = [row["fixed_invest_wan"] for row in rows.values() if row["fixed_invest_wan"] is not None]
    total = ["合计", *(sum(fixed, Decimal(0)) if key == "fixed_invest_wan" else "" for key, _ in columns), "", "", ""]
    heads = [TableColumn("序号", "0")]
    heads += [TableColumn(words, _FORMAT if key in _NUMBERS else "General", 30) for key, words in columns]
    heads += [TableColumn(words) for words in ("进度、备注", "产业类型", "研判结果")]
    stamp = Stamp(f"{identity.office_name} {identity.name}", now, form.span.title, f"{len(made)} 个项目")
    above = (title, _summary(form, rows), _who(identity, phone, now))
    sheet = TableSheet(identity.office_name, above, heads, made, total, (_checked(form), _NOTE))
    write_tables(out, title, [sheet], stamp=stamp)


_NOTE = "说明：1.每周五10:00前报送，节假日顺延；2.一个月无进展的须注明原因；3.组长审核后报送。"


def _line(number: int, one: Any, row: Mapping[str, Any], columns: Sequence[tuple[str, str]]) -> list[Any]:
    cells = [row[key] for key, _ in columns]
    return [number, *cells, cell_of(one), row["chain_id"], row["reported_judgement"]]


def _summary(form: WeekForm, rows: Mapping[uuid.UUID, Mapping[str, Any]]) -> str:
    first, last = form.span.first, form.span.last
    new = sum(_day(row["first_reported_at"], first, last) for row in rows.values())
    big = sum(is_big(row) for row in rows.values())
    return f"共上报在谈项目 {len(rows)} 个（新增 {new} 个），其中 5 亿元以上 {big} 个；本周有进展 {_moved(form)} 个"


def _moved(form: WeekForm) -> int:
    return sum(one.entry is not None and one.typed.get("kind") != "无进展" for one in form.rows)


def _day(moment: dt.datetime | None, first: dt.date, last: dt.date) -> bool:
    return moment is not None and first <= moment.astimezone(COUNTY_ZONE).date() <= last


def _who(identity: Identity, phone: str, now: dt.datetime) -> str:
    parts = (f"所属片组：{identity.office_name}组", f"填报人：{identity.name}", f"联系电话：{phone}")
    return "    ".join((*parts, f"填报时间：{now:%Y.%m.%d}"))


def _checked(form: WeekForm) -> str:
    told = [one for one in form.rows if one.entry is not None]
    if form.missing:
        return f"核对：应填 {len(form.rows)} 个，已填 {len(told)} 个，未填 {len(form.missing)} 个。"
    if form.unchecked:
        return f"核对：{len(told)} 个项目全部填报，{len(form.unchecked)} 个待组长审核。"
    return f"核对：{len(told)} 个项目全部填报，组长已审核。"
