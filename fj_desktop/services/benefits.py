"""年度效益评估: fills what a year brought into a review of its expenses (notice 2025-18, clause 10.4)."""

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

from fj_desktop.core.clock import today
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.spans import Span, span_of
from fj_desktop.services.announce import Announcer
from fj_desktop.services.dispatch.facts import gather
from fj_desktop.services.dispatch.results import Tally, tally
from fj_desktop.services.identity import Identity
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import parts
from fj_desktop.store.transactions import Store

REVIEWS = CATALOG["benefit-reviews"]


class BenefitService:
    """Counts by the rules of dispatch, so a review and a yearly dispatch never differ."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer) -> None:
        self._store, self._identity, self._announcer = store, identity, announcer

    def fill(self, review: uuid.UUID) -> str:
        """Put the year's results into a review, in one step that can be undone; returns them in words.

        Raises:
            UserError: no such review, or its year has not begun.
        """
        with self._store.writing(self._identity.staff, "fill-review") as write:
            found = parts.rows(write.connection, REVIEWS, [review])
            if not found:
                raise UserError("这条年度效益评估不在台账里，请刷新后再试。")
            row = found[0]
            span, cut = self._span(int(row["year"]))
            office = row["office_id"].bytes if row["office_id"] is not None else None
            facts = gather(write.connection, span, cut)

            def by(project: Any) -> Iterable[bool]:
                return (office is None or facts.projects[project]["office_id"] == office,)

            reached = tally(facts, by, span.first, "arrived_span")[True]
            values = _results(reached) | {"filled_on": cut}
            writer = RowWriter(write, self._identity)
            writer.change(REVIEWS, review, values)
            writer.flush()
        self._announcer.changed(REVIEWS.table, [review])
        return f"截至 {cut.isoformat()}：签约 {reached.signed} 个，开工 {reached.started} 个"

    def _span(self, year: int) -> tuple[Span, dt.date]:
        span, now = span_of(str(year)), today(self._store.clock)
        if span.first > now:
            raise UserError(f"{year} 年还没有开始，没有成果可填。")
        return span, min(now, span.last)


def _results(reached: Tally) -> dict[str, Any]:
    return {
        "signed_count": reached.signed, "signed_wan": reached.signed_wan, "started_count": reached.started,
        "arrived_wan": reached.arrived_wan,
    }  # fmt: skip
