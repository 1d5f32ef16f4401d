"""Makes the week, month, quarter and year of dispatch from the records; nothing in them is typed by hand."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from fj_desktop.core.clock import today
from fj_desktop.core.refusal import RefusalError
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.overdue import CLOCK_CODES, OVERDUE_CODES, STALE_CODES
from fj_desktop.rules.spans import KINDS, MONTH, QUARTER, WEEK, YEAR, Span, span_at, span_of
from fj_desktop.services.dispatch import attendance, reporters, results, watch, week
from fj_desktop.services.dispatch.facts import Facts, gather
from fj_desktop.services.dispatch.sections import Dispatch, Section
from fj_desktop.services.identity import Identity
from fj_desktop.services.leaving import LeavingGate
from fj_desktop.store.transactions import Store

_Maker = Callable[[Facts], Section]
_PARTS: dict[str, tuple[_Maker, ...]] = {
    WEEK: (results.results, results.offices, week.progress, results.moves, watch.leads, watch.open_problems),
    MONTH: (
        results.results, results.funnel, results.moves, results.offices, reporters.reporters,
        attendance.attendance, results.chains,
        watch.overdue, watch.still, watch.leads, watch.problems, watch.open_problems, results.objects,
    ),
    QUARTER: (
        results.results, results.funnel, results.moves, results.offices, reporters.reporters,
        attendance.attendance, results.chains,
        watch.completeness, watch.cadence, watch.consult, watch.overdue, watch.still, watch.problems,
        watch.resolutions, results.objects,
    ),
    YEAR: (
        results.results, results.funnel, results.moves, results.offices, reporters.reporters,
        attendance.attendance, results.chains,
        watch.completeness, watch.overdue, watch.problems, watch.resolutions, results.objects,
    ),
}  # fmt: skip
"""The tables of each dispatch in their order; one more is one word here."""
_RULES = (
    "签约额只计正式合同，每个项目在首次签订时计一次；以后的正式合同和补充协议按约定的总额计，只加超出以前最高额的部分。",
    "到位资金只计有到位凭证的；承诺、预测和实际从不相加。",
    "比率的分子和分母是同一批项目，退出的项目仍在分母里。",
)
_FIGURES = ("force_least", *OVERDUE_CODES, *STALE_CODES.values(), *CLOCK_CODES)


class DispatchService:
    """What a person sees when a week, month, quarter or year is dispatched."""

    def __init__(self, store: Store, identity: Identity, gate: LeavingGate) -> None:
        self._store, self._identity, self._gate = store, identity, gate

    def of(self, kind: str, period: str = "", *, as_of: dt.date | None = None) -> Dispatch:
        """One dispatch.

        Args:
            kind: ``week``, ``month``, ``quarter`` or ``year``.
            period: e.g. 2026-W47, 2026-11, 2026-Q4, 2026; without it the one that ``as_of`` lies in.
            as_of: the day that counts as today; what happened later is not seen. A period that has ended is seen as
                of its last day.

        Raises:
            UserError: there is no such period, or it has not begun.
        """
        now = as_of or today(self._store.clock)
        span = self.span(kind, period, now)
        if span.first > now:
            raise UserError(f"{span.title}还没有开始，请选已经开始的期间。")
        with self._store.reading() as connection:
            facts = gather(connection, span, min(now, span.last))
        ratios = [ratio for one in results.cohorts(facts) for ratio in one.ratios]
        sections = [make(facts) for make in _PARTS[kind]]
        return Dispatch(span, facts.cut, sections, ratios, _overrides(facts), facts.figures.footer(_FIGURES), _RULES)

    def write(self, out: Path, dispatch: Dispatch) -> None:
        """Write a dispatch as a workbook (.xlsx) or for print (.pdf); that it left is kept.

        Raises:
            UserError: another suffix, or the file can't be written.
        """
        from fj_desktop.services.dispatch.book import write_dispatch
        from fj_desktop.services.dispatch.report import write_dispatch_report

        writers = {".xlsx": write_dispatch, ".pdf": write_dispatch_report}
        if out.suffix.lower() not in writers:
            raise UserError(f"调度表只能存为 .xlsx 或 .pdf，“{out.name[:60]}”不是。")
        what = f"dispatch {dispatch.span.code}, {out.suffix.lower()}"
        self._gate.let_out("export", CATALOG["projects"], what)
        writers[out.suffix.lower()](out, dispatch, self._identity, self._store.clock)

    @staticmethod
    def span(kind: str, period: str, now: dt.date) -> Span:
        """The period meant.

        Raises:
            UserError: it is none, or of another kind.
        """
        if not period.strip():
            return span_at(now, kind)
        try:
            found = span_of(period)
        except RefusalError as refused:
            raise UserError(f"期间“{period.strip()[:20]}”：{refused}。") from None
        if found.kind != kind:
            example = span_at(now, kind).code
            raise UserError(f"“{found.code}”不是{KINDS[kind]}的期间，请写成例如 {example}。")
        return found


def _overrides(facts: Facts) -> list[str]:
    """Gates that were overridden in this period: in every report of it (issue of the gates, clause 7.2)."""
    found = []
    for one in sorted(facts.moves, key=lambda one: (one["moved_on"], str(one["moved_at"]))):
        if one["override_reason"] and facts.span.first <= one["moved_on"] <= facts.cut:
            project = facts.projects[one["project_id"]]
            missing = "；".join(str(one["overridden"] or "").split("\n"))
            found.append(
                f"{project['code'] or ''} {project['name']}：{one['moved_on'].isoformat()} 从“{one['from_stage']}”"
                f"转到“{one['to_stage']}”时由县中心越过关口，理由：{one['override_reason']}（未满足：{missing}）"
            )
    return found
