"""An example for each kind of field: what a person may write into a cell."""

import re

from fj_desktop.core.kinds import (
    Amount,
    CreditCode,
    Degrees,
    Email,
    Kind,
    Many,
    Mobile,
    Region,
    Tag,
    WebAddress,
    Whole,
)
from fj_desktop.core.refusal import RefusalError

_IN_HINT = re.compile("如 ([^、，；]+)")
# 13800138000 is a service number of the network, no person's; an identity number would always be somebody's.
_EXAMPLES: dict[type[Kind], tuple[str, ...]] = {
    Degrees: ("109.464", "31.018"),
    Whole: ("12", "1"),
    Amount: ("1.5", "1"),
    Mobile: ("13800138000",),
    CreditCode: ("91500236MA0000000P",),
    Email: ("name@example.com",),
    WebAddress: ("https://www.example.com",),
    Region: ("重庆市奉节县",),
    Tag: ("返乡",),
}


def example_of(kind: Kind) -> str:
    """Text that the kind takes, or nothing where any text will do."""
    if isinstance(kind, Many):
        return "；".join(kind.choices()[:2]) or example_of(kind.each)
    if kind.choices():
        return kind.choices()[0]
    known = (text for one in type(kind).__mro__ for text in _EXAMPLES.get(one, ()))
    return next((text for text in (*_IN_HINT.findall(kind.hint), *known) if _is_taken(kind, text)), "")


def _is_taken(kind: Kind, text: str) -> bool:
    try:
        kind.parse(text)
    except RefusalError:
        return False
    return True
