"""What a project's line on the timeline is made of: the days each stage took, the agreed days, what is late."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from fj_desktop.rules.gates import DROPPED, EXITED, STAGES
from fj_desktop.services.board import Card

COLOURS = dict(zip(STAGES, ("edge", "info", "accent", "primary", "success"), strict=True))


@dataclass(frozen=True)
class Stretch:
    """One stage from one day to another."""

    stage: str
    first: dt.date
    last: dt.date


def stretches(card: Card, today: dt.date) -> Iterator[Stretch]:
    """The stages of a project as far as their days are known; one that left ends where it stood."""
    days = [
        (stage, day)
        for stage, day in zip(
            STAGES,
            (card.reported_on, card.negotiated_on, card.signed_on, card.started_on, card.produced_on),
            strict=True,
        )
        if day is not None and day <= today
    ]  # fmt: skip
    end = days[-1][1] if card.stage in (EXITED, DROPPED) and days else today
    for place, (stage, first) in enumerate(days):
        last = days[place + 1][1] if place + 1 < len(days) else end
        if last >= first:
            yield Stretch(stage, first, last)


def late_stretches(card: Card, today: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """From an agreed day to when it was kept, or to today while it is not."""
    if card.stage in (EXITED, DROPPED) or card.signed_on is None:
        return
    for agreed, kept in ((card.agreed_start_on, card.started_on), (card.agreed_prod_on, card.produced_on)):
        end = kept or today
        if agreed is not None and agreed < end:
            yield agreed, end


def in_words(card: Card, today: dt.date) -> str:
    """The line of a project for a screen reader and the tooltip."""
    parts = [f"{one.stage} {one.first.isoformat()} 起" for one in stretches(card, today)]
    if card.agreed_start_on is not None:
        parts.append(f"约定开工 {card.agreed_start_on.isoformat()}")
    if card.agreed_prod_on is not None:
        parts.append(f"约定投产 {card.agreed_prod_on.isoformat()}")
    return "，".join([card.name, *parts, card.why])
