"""A dispatch as a workbook: one sheet for each table, the rates, and what it was counted by."""

from pathlib import Path

from fj_desktop.core.clock import COUNTY_ZONE, Clock
from fj_desktop.rules.spans import KINDS
from fj_desktop.services.dispatch.sections import COUNT, MONEY, SHARE, Dispatch, Section, rates
from fj_desktop.services.identity import Identity

_LONG = 6
_FORMATS = {COUNT: "#,##0.####", MONEY: "#,##0.####", SHARE: "0.0%"}


def write_dispatch(out: Path, dispatch: Dispatch, identity: Identity, clock: Clock) -> None:
    """Write a dispatch as .xlsx, whole or not at all.

    Raises:
        UserError: the file can't be written.
    """
    from fj_desktop.exchange.sheets_out import Stamp
    from fj_desktop.exchange.sheets_out.tables import TableColumn, TableSheet, write_tables

    title = f"{KINDS[dispatch.span.kind]} {dispatch.span.title}"
    made_by = f"{identity.office_name} {identity.name}"
    stamp = Stamp(made_by, clock.now().astimezone(COUNTY_ZONE), title, f"{len(dispatch.sections)} 张表")
    told = f"数据截至 {dispatch.cut.isoformat()}　{stamp.watermark}"
    sheets = [
        TableSheet(
            one.title, (f"{one.title}（{dispatch.span.title}）", told),
            [TableColumn(_heading(head.words), _FORMATS.get(head.kind, "General")) for head in one.heads],
            one.rows, one.total, _below(one, dispatch),
        ) for one in (*dispatch.sections, rates(dispatch))
    ]  # fmt: skip
    counted = [*((f"计数规则：{one}",) for one in dispatch.rules), *((f"阈值：{one}",) for one in dispatch.figures)]
    sheets.append(TableSheet("口径", ("计数规则和所用阈值", told), [TableColumn("内容", most=110)], counted))
    write_tables(out, title, sheets, stamp=stamp)


def _heading(words: str) -> str:
    """A heading on two lines: many columns are to stay on one page."""
    if "(" in words:
        return words.replace("(", "\n(")
    half = len(words) // 2
    return words if len(words) < _LONG else f"{words[:half]}\n{words[half:]}"


def _below(section: Section, dispatch: Dispatch) -> list[str]:
    """Notes of a table, and the gates that were overridden: they stand under every table of the period."""
    over = [f"注{number}：{one}" for number, one in enumerate(dispatch.footnotes, 1)]
    return [*section.notes, *over]
