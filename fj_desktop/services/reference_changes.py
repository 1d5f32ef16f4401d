"""Replacing reference tables at an open desk: what records would lose is told first, and the act is in the audit."""

from pathlib import Path

from fj_desktop.paths import Profile
from fj_desktop.services.identity import Identity
from fj_desktop.services.reference_tables import Proposal, ReferenceTables, Standing
from fj_desktop.store.chain import note_access
from fj_desktop.store.transactions import Store


class ReferenceChanges:
    """The reference tables of the profile this desk lies in."""

    def __init__(self, store: Store, identity: Identity, profile: Profile) -> None:
        self._store, self._identity = store, identity
        self._tables = ReferenceTables(profile)

    def listed(self) -> list[Standing]:
        """Every table a person may replace."""
        return self._tables.listed()

    def check(self, name: str, file: Path | None) -> Proposal:
        """Look at a file as the new table, or at the shipped one; nothing is changed.

        Raises:
            UserError: there is no such table, or the file is none.
        """
        return (
            self._tables.check_reset(name, self._store) if file is None else self._tables.check(name, file, self._store)
        )

    def apply(self, proposal: Proposal) -> None:
        """Keep a checked table from the next start on.

        The audit line is written first: a line without a change is told by the next one, a change without a line
        could not be found.

        Raises:
            UserError: it can't be written; what was there stays.
        """
        title = proposal.table.title
        did = "恢复随附的" if proposal.content is None else "换成新的"
        self._note(f"{title}：{did}，{proposal.rows:,} 行")
        kept = False
        try:
            self._tables.apply(proposal, self._store.clock.now())
            kept = True
        finally:
            if not kept:
                self._note(f"{title}：没有换成")

    def _note(self, said: str) -> None:
        at = self._store.clock.now().strftime("%Y-%m-%d %H:%M:%S.%f")
        with self._store.noting() as connection:
            note_access(connection, at, self._identity.staff, "reference", "参考表", detail=said)
