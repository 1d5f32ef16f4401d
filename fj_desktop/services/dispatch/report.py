"""A dispatch as a PDF: every table with its notes, the rates, and what it was counted by."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fj_desktop.core.clock import Clock
from fj_desktop.rules.spans import KINDS
from fj_desktop.services.dispatch.sections import TEXT, Dispatch, Section, rates, shown
from fj_desktop.services.identity import Identity

if TYPE_CHECKING:
    from fj_desktop.exchange.documents.one_page import Part

_WIDEST, _NARROWEST, _SAMPLE = 18, 3, 200
_NOTHING = "这一期没有内容。"


def write_dispatch_report(out: Path, dispatch: Dispatch, identity: Identity, clock: Clock) -> int:
    """Write a dispatch as a landscape A4 .pdf, whole or not at all; give the number of its pages.

    Raises:
        UserError: the file can't be written.
    """
    from fj_desktop.exchange.documents.one_page import Report
    from fj_desktop.exchange.documents.report_writer import write_report

    title = f"{KINDS[dispatch.span.kind]}　{dispatch.span.title}"
    counted = [f"计数规则：{one}" for one in dispatch.rules] + [f"阈值：{one}" for one in dispatch.figures]
    page_parts = [part for one in (*dispatch.sections, rates(dispatch)) for part in _parts(one, dispatch)]
    made_by = f"{identity.office_name} {identity.name}"
    told = "（演示台账）" if identity.demo else ""
    report = Report(
        f"{title}{told}", f"数据截至 {dispatch.cut.isoformat()}", page_parts, made_by, clock.now(), counted, wide=True
    )
    return write_report(out, report)


def _parts(section: Section, dispatch: Dispatch) -> list["Part"]:
    from fj_desktop.exchange.documents.one_page import Column, Grid, Words

    rows: list[Sequence[Any]] = [*section.rows, *([section.total] if section.total is not None else [])]
    texts = [[shown(value, head) for value, head in zip(row, section.heads, strict=True)] for row in rows]
    columns = [
        Column(head.words, _share(head.words, [row[place] for row in texts[:_SAMPLE]]), at_end=head.kind != TEXT)
        for place, head in enumerate(section.heads)
    ]
    # The overridden gates stand under every table of their period.
    over = [f"注{number}：{one}" for number, one in enumerate(dispatch.footnotes, 1)]
    notes = [*(section.notes if section.code != "rates" else ()), *over]
    return [Grid(section.title, columns, texts, _NOTHING), *([Words("", notes)] if notes else [])]


def _share(heading: str, cells: Sequence[str]) -> float:
    """The share of a column by what stands in it; a heading may break, a short cell should not."""
    longest = max((len(cell) for cell in cells), default=0)
    return min(_WIDEST, max(_NARROWEST, longest * 0.8, len(heading) / 2.5))
