"""Files nobody should have to open: bombs, lies and broken things, each under the name it would come by.

``REFUSED`` must end in a refusal; ``HARMLESS`` may also be read, for nothing in them can act.
"""

from collections.abc import Callable

from tests.support.hostile.amounts import AMOUNTS
from tests.support.hostile.broken import BROKEN
from tests.support.hostile.containers import CONTAINERS
from tests.support.hostile.harmless import HARMLESS
from tests.support.hostile.markup import MARKUP

REFUSED: dict[str, Callable[[], bytes]] = {**CONTAINERS, **MARKUP, **AMOUNTS, **BROKEN}

__all__ = ["HARMLESS", "REFUSED", "made"]


def made(name: str) -> bytes:
    """The bytes of one of the files."""
    return (REFUSED | HARMLESS)[name]()
