"""Everything a rule may look at about one project: plain values, gathered by the service, changed by nobody."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

Row = Mapping[str, Any]
_ZERO = Decimal(0)


@dataclass(frozen=True)
class Dossier:
    """One project with what belongs to it; rows are values by field name, dates are days of the county's calendar.

    Documents that were removed count as empty: the service leaves them out.
    """

    project: Row
    today: dt.date
    company: Row = field(default_factory=dict)
    visits: Sequence[Row] = ()
    progress: Sequence[Row] = ()
    assessments: Sequence[Row] = ()
    decisions: Sequence[Row] = ()
    contracts: Sequence[Row] = ()
    commitments: Sequence[Row] = ()
    ledger: Sequence[Row] = ()
    checks: Sequence[Row] = ()
    exits: Sequence[Row] = ()
    permits: Sequence[Row] = ()
    emissions: Sequence[Row] = ()
    plots: Sequence[Row] = ()
    experts: Sequence[Row] = ()
    avoiding: int = 0
    """Experts of the assessment who should have stood back."""
    rivals: Sequence[uuid.UUID] = ()
    """Projects that may be the same and that nobody has judged yet."""

    @property
    def assessment(self) -> Row:
        """The newest version of the assessment; empty when there is none."""
        return max(self.assessments, key=lambda one: (one.get("version") or 0, str(one.get("id"))), default={})

    @property
    def decision(self) -> Row:
        """The decision of the latest meeting; one without a date stands behind those with one."""
        return max(
            self.decisions, key=lambda one: (one.get("meeting_on") or dt.date.min, str(one.get("id"))), default={}
        )

    @property
    def formal(self) -> Row:
        """The formal contract: the one signed first, or else a draft (counting rule: first signing)."""
        formal = [one for one in self.contracts if one.get("kind") == "正式合同" and one.get("status") not in ENDED]
        return min(formal, key=lambda one: (one.get("signed_on") or dt.date.max, str(one.get("id"))), default={})

    @property
    def arrived_wan(self) -> Decimal:
        """Funds arrived with proof, in 万元; a line without proof does not count."""
        return sum((one["arrived_wan"] for one in self.progress if proven(one)), _ZERO)

    def steps(self, kind: str) -> list[Row]:
        """The progress rows of one kind."""
        return [one for one in self.progress if one.get("kind") == kind]


ENDED = ("终止",)


def proven(step: Row) -> bool:
    """Whether a progress row brings funds that count: an amount, and a proof of it."""
    return bool(step.get("arrived_wan")) and step.get("arrived_proof_id") is not None
