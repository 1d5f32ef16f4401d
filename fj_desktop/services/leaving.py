"""The one gate that records pass when they leave the desk: purpose asked for many open contacts, and all of it kept.

Personal Information Protection Law, articles 6 and 51: no more than the purpose needs, and a record of who took what.
"""

import re
import uuid

from fj_desktop.core.field import Library
from fj_desktop.core.text import clean
from fj_desktop.errors import UserError
from fj_desktop.services.identity import Identity
from fj_desktop.store.chain import note_access
from fj_desktop.store.transactions import Store

MOST_WITHOUT_PURPOSE = 50
_SHORTEST, _LONGEST = 4, 200
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{2}")


class PurposeNeededError(UserError):
    """More open contacts than may leave without a purpose; ``open_contacts`` is how many, at least."""

    def __init__(self, open_contacts: int) -> None:
        super().__init__(
            f"将带出 {open_contacts} 名以上联系人的完整联系方式，请写明用途；用途会记入操作记录。"
            f"至少 {_SHORTEST} 个字，例如“10 月驻沪走访名单”。"
        )
        self.open_contacts = open_contacts


class LeavingGate:
    """Everything that takes records out passes :meth:`let_out` before it writes a single one."""

    def __init__(self, store: Store, identity: Identity) -> None:
        self._store, self._identity = store, identity

    def let_out(
        self,
        act: str,
        library: Library,
        what: str,
        *,
        open_contacts: int = 0,
        purpose: str = "",
        record: uuid.UUID | None = None,
    ) -> str:
        """Keep who takes what out, and for what.

        Args:
            act: ``export``, ``export-revealed``, ``copy`` and the like.
            library: where the records stand.
            what: how many and in which form, e.g. ``120 rows, .xlsx``; never what they say.
            open_contacts: records among them with a protected value in full; counting may end above the limit.
            purpose: in the person's words.
            record: the one record, if it is one.

        Returns:
            The purpose as kept.

        Raises:
            PurposeNeededError: more than 50 open contacts and no purpose that says something.
        """
        said = " ".join(clean(purpose).split())[:_LONGEST]
        if open_contacts > MOST_WITHOUT_PURPOSE and not (len(said) >= _SHORTEST and _SAYS_SOMETHING.search(said)):
            raise PurposeNeededError(MOST_WITHOUT_PURPOSE)
        at = self._store.clock.now().strftime("%Y-%m-%d %H:%M:%S.%f")
        detail = f"{what}，用途：{said}" if said else what
        with self._store.noting() as connection:
            note_access(connection, at, self._identity.staff, act, library.library, record=record, detail=detail)
        return said
