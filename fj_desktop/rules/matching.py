"""What fits whom: a company or project beside opportunities, scenes, plots, policies and funds, reason by reason
(clauses 4.1, 5.3, 8.1 and 8.2). The points of each reason are ours; they only order the list, and each is told.
"""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

CHAIN, INDUSTRY, GROUP, DIVISION, WORDS, AREA, INTENSITY, POLICY = 40, 30, 20, 10, 15, 20, 10, 15
LEAST = 20
"""Points below which nothing is said to fit."""
_SPLIT = re.compile(r"[、，,；;。/（）()\s]+|及|和|与")
_SHORTEST = 2


@dataclass(frozen=True)
class Side:
    """One side of a match, as far as it is known: chains, industry codes (GB/T 4754), words, land in 亩, 万元 a 亩."""

    key: Hashable
    title: str
    library: str
    chains: frozenset[Hashable] = frozenset()
    industries: tuple[str, ...] = ()
    words: str = ""
    land_mu: Decimal | None = None
    intensity: Decimal | None = None
    wants: frozenset[str] = frozenset()
    """For funds: what they invest in; for companies: what they are."""


@dataclass(frozen=True)
class Reason:
    """One reason and its points."""

    words: str
    points: int


@dataclass(frozen=True)
class Fit:
    """How well an offer fits, and why."""

    offer: Side
    reasons: Sequence[Reason] = field(default_factory=tuple)

    @property
    def points(self) -> int:
        """The sum of the points of its reasons."""
        return sum(one.points for one in self.reasons)


def fitting(wish: Side, offers: Iterable[Side], most: int = 50) -> list[Fit]:
    """The offers that fit a wish, best first; a plot that is too small fits nobody, whatever else speaks for it."""
    found = []
    for offer in offers:
        if wish.land_mu is not None and offer.land_mu is not None and offer.land_mu < wish.land_mu:
            continue
        one = Fit(offer, tuple(_reasons(wish, offer)))
        if one.points >= LEAST:
            found.append(one)
    return sorted(found, key=lambda one: (-one.points, one.offer.title, str(one.offer.key)))[:most]


def _reasons(wish: Side, offer: Side) -> list[Reason]:
    found = []
    if wish.chains & offer.chains:
        found.append(Reason("同一条产业链", CHAIN))
    found += _industry(wish.industries, offer.industries)
    shared = sorted(_terms(wish.words) & _terms(offer.words), key=lambda one: (-len(one), one))
    if shared:
        found.append(Reason(f"都提到“{'”“'.join(shared[:3])}”", WORDS))
    if wish.land_mu is not None and offer.land_mu is not None:
        found.append(Reason(f"净地 {offer.land_mu:.2f} 亩，需要 {wish.land_mu:.2f} 亩", AREA))
    if wish.intensity is not None and offer.intensity is not None and wish.intensity >= offer.intensity:
        words = f"投资强度 {wish.intensity:.0f} 万元/亩，不低于要求的 {offer.intensity:.0f} 万元/亩"
        found.append(Reason(words, INTENSITY))
    if both := sorted(wish.wants & offer.wants):
        found.append(Reason(f"符合投向：{'、'.join(both)}", POLICY + WORDS))
    return found


def _industry(mine: Sequence[str], theirs: Sequence[str]) -> list[Reason]:
    """The closest pair of industry codes: the same class, group or division of GB/T 4754."""
    for length, words, points in (
        (5, "行业小类相同", INDUSTRY),
        (4, "行业中类相同", GROUP),
        (3, "行业大类相同", DIVISION),
    ):
        ours = {one[:length] for one in mine if len(one) >= length}
        if both := sorted(ours & {one[:length] for one in theirs if len(one) >= length}):
            return [Reason(f"{words}（{both[0]}）", points)]
    return []


def _terms(text: str) -> set[str]:
    return {one for one in _SPLIT.split(text) if len(one) >= _SHORTEST}
