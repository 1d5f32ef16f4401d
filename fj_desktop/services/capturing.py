"""Quick capture: free text becomes people, companies and notes; shown first, stored in one transaction."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fj_desktop.core.field import Library
from fj_desktop.core.ids import new_id
from fj_desktop.core.leads import MOST_LEADS, MOST_SIGNS, Lead, read_text
from fj_desktop.core.progress import Progress, Unwatched
from fj_desktop.core.refusal import Refused
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.announce import Announcer
from fj_desktop.services.capture_cards import take_cards
from fj_desktop.services.composing import Composer
from fj_desktop.services.identity import Identity
from fj_desktop.services.lead_settling import Settled, Settler
from fj_desktop.services.lead_slots import slots, takers
from fj_desktop.services.matching import Matcher
from fj_desktop.services.records import compose
from fj_desktop.services.resolving import Resolver
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store.transactions import Store

SOURCE = "速记"
DEFAULT = "entrepreneurs"


@dataclass(frozen=True)
class Entry:
    """A lead as it is to be stored: where, and as whom.

    ``person``: None to take the known person when there is no doubt, ``"new"`` for a new one, or a person's id.
    """

    lead: Lead
    library: Library
    person: uuid.UUID | str | None = None


@dataclass(frozen=True)
class Planned:
    """What storing an entry would do."""

    entry: Entry
    settled: Settled
    refusals: list[Refused] = field(default_factory=list)


@dataclass(frozen=True)
class Stored:
    """What was stored: the record of each entry, and how many of them were there before."""

    records: list[tuple[Library, uuid.UUID]]
    known: int


class CaptureService:
    """Reads, plans and stores leads."""

    def __init__(self, store: Store, identity: Identity, announcer: Announcer) -> None:
        self._store, self._identity, self._announcer = store, identity, announcer

    def libraries(self) -> list[Library]:
        """The libraries a lead can be put into."""
        return takers()

    def read(self, text: str) -> list[Lead]:
        """The leads of a text; every word of it is in a field or a note of one of them.

        Raises:
            UserError: the text is too long, or holds too many leads.
        """
        if len(text) > MOST_SIGNS:
            raise UserError(f"内容超过 {MOST_SIGNS:,} 字，请分几次粘贴，或存成文件后用“导入”。")
        found, rest = take_cards(text)
        leads = found + read_text(rest, self._identity.name)
        if len(leads) > MOST_LEADS:
            raise UserError(f"认出 {len(leads)} 条线索，一次最多 {MOST_LEADS} 条。请分几次粘贴，或存成文件后用“导入”。")
        return leads

    def fitting(self, lead: Lead, wished: Library) -> Library:
        """The library wished for; a company without anybody to call by name or mobile goes to the companies."""
        has_person = bool(lead.name or lead.mobile)
        return wished if has_person or not lead.company else CATALOG["companies"]

    def plan(self, entries: Sequence[Entry]) -> list[Planned]:
        """What storing these entries would do; nothing is changed."""
        with self._store.reading() as connection:
            matcher = Matcher(connection)
            resolver = Resolver(connection, lambda library, name: new_id())
            working = self._identity.working(self._store.clock, connection)
            settler = Settler(Composer(None, matcher, resolver, working), matcher, resolver, connection)
            return [self._planned(settler, entry) for entry in entries]

    def store(self, entries: Sequence[Entry], progress: Progress | None = None) -> Stored:
        """Store all entries in one step that can be undone as one.

        Raises:
            UserError: an entry is refused, or there is none; nothing was stored.
            Cancelled: the person stopped it; nothing was stored.
        """
        watched = progress or Unwatched()
        if not entries:
            raise UserError("没有要存的线索。")
        records, known = [], 0
        with self._store.writing(self._identity.staff, "capture") as write:
            writer = RowWriter(write, self._identity)
            composer, matcher, resolver, _ = compose(write.connection, writer, self._identity, self._store)
            settler = Settler(composer, matcher, resolver, write.connection)
            for number, entry in enumerate(entries, 1):
                watched.at(number, len(entries), "正在存入")
                planned = self._planned(settler, entry)
                if planned.refusals:
                    raise UserError(f"第 {number} 条没有存：{refusal_words(planned.refusals)}")
                records.append((entry.library, settler.write(planned.settled, SOURCE)))
                known += planned.settled.is_known
            writer.flush()
        for table, touched in writer.touched.items():
            self._announcer.changed(table, touched)
        return Stored(records, known)

    @staticmethod
    def _planned(settler: Settler, entry: Entry) -> Planned:
        places = slots(entry.library)
        if places is None:
            raise UserError(f"{entry.library.title}不收线索。可选：{'、'.join(one.title for one in takers())}")
        settled = settler.settle(entry.library, places, entry.lead, entry.person)
        return Planned(entry, settled, settler.refusals(settled))


def refusal_words(refusals: Sequence[Refused]) -> str:
    """What stops an entry, in one line."""
    return "；".join(f"{one.label}{one.reason}" if one.label else one.reason for one in refusals)


def with_field(entry: Entry, name: str, value: str) -> Entry:
    """The entry with one part of its lead changed."""
    return replace(entry, lead=replace(entry.lead, **{name: value}))
