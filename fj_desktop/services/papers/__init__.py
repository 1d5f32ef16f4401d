"""One-page documents of a record for a meeting, a visit or a reception; which ones there are."""

from dataclasses import dataclass

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG


@dataclass(frozen=True)
class PaperKind:
    """A document that a record of some library can be printed as; ``covers`` when it may hold protected values."""

    code: str
    title: str
    library: Library
    covers: bool = False


PAPERS = (
    PaperKind("checklist", "关口清单", CATALOG["projects"]),
    PaperKind("brief", "企业一页纸", CATALOG["companies"], covers=True),
    PaperKind("reception", "接待单", CATALOG["receptions"], covers=True),
    PaperKind("handover", "交接清单", CATALOG["handovers"]),
)
"""In the order their commands stand; one more is one line here and its maker in the service."""


def papers_of(library: Library) -> list[PaperKind]:
    """The documents a record of a library can be printed as."""
    return [one for one in PAPERS if one.library is library]
