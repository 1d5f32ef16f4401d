"""Writes one-page documents; each passes the gate of what leaves the desk before it is written."""

import datetime as dt
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from fj_desktop.core.clock import today
from fj_desktop.errors import UserError
from fj_desktop.exchange.documents.one_page import OnePage, Part
from fj_desktop.libraries import CATALOG
from fj_desktop.services.identity import Identity
from fj_desktop.services.leaving import LeavingGate
from fj_desktop.services.offers import OfferService
from fj_desktop.services.papers import PaperKind
from fj_desktop.services.papers.brief import brief
from fj_desktop.services.papers.checklist import checklist
from fj_desktop.services.papers.desk_reader import DeskReader
from fj_desktop.services.papers.handover import handover
from fj_desktop.services.papers.reception import reception
from fj_desktop.services.tracking import TrackingService
from fj_desktop.store.transactions import Store


@dataclass(frozen=True)
class Maker:
    """Who makes a page, and when."""

    identity: Identity
    made_at: dt.datetime

    def page(
        self,
        title: str,
        subtitle: str,
        parts: Sequence[Part],
        *,
        notes: Sequence[str] = (),
        signatures: Sequence[str] = (),
        watermark: bool = False,
    ) -> OnePage:
        """A page with the name and time of who made it; those of the demo desk say so."""
        made_by = f"{self.identity.office_name} {self.identity.name}"
        return OnePage(
            f"{title}（演示台账）" if self.identity.demo else title, subtitle, parts, made_by, self.made_at, notes,
            signatures, made_by if watermark else "",
        )  # fmt: skip


@dataclass(frozen=True)
class Asking:
    """What is asked: which record, on which day, protected values in full or not, and for a gate the stage."""

    record: uuid.UUID
    reveal: bool
    stage: str


class PaperService:
    """Prints records as documents of one A4 page."""

    def __init__(
        self, store: Store, identity: Identity, gate: LeavingGate, tracking: TrackingService, offers: OfferService
    ) -> None:
        self._store, self._identity, self._gate = store, identity, gate
        self._tracking, self._offers = tracking, offers

    def write(
        self,
        kind: PaperKind,
        record: uuid.UUID,
        out: Path,
        *,
        stage: str = "",
        reveal: bool = False,
        as_of: dt.date | None = None,
    ) -> None:
        """Write a document of one record as a one-page PDF; the file appears whole or not at all.

        Args:
            kind: one of :data:`fj_desktop.services.papers.PAPERS`.
            record: which one.
            out: the file, ``.pdf``.
            stage: for a checklist the stage whose gate is asked; the next one when empty.
            reveal: print S2 and S3 values in full; that it was done is kept.
            as_of: the day that counts as today.

        Raises:
            UserError: no such record or gate, another suffix than .pdf, or the file can't be written.
        """
        from fj_desktop.exchange.documents.one_page_writer import write_one_page

        if out.suffix.lower() != ".pdf":
            raise UserError(f"“{out.name}”应以 .pdf 结尾，这份文件只能存成 PDF。")
        page = self._page(kind, Asking(record, reveal, stage), as_of or today(self._store.clock))
        act = "export-revealed" if reveal else "export"
        self._gate.let_out(act, kind.library, f"1 row, {kind.code} .pdf", open_contacts=int(reveal), record=record)
        write_one_page(out, page)

    def _page(self, kind: PaperKind, asking: Asking, day: dt.date) -> OnePage:
        makers: dict[str, Callable[[Maker, DeskReader, Asking], OnePage]] = {
            "checklist": self._checklist,
            "brief": self._brief,
            "reception": lambda maker, reader, wanted: reception(maker, reader, wanted.record),
            "handover": lambda maker, reader, wanted: handover(maker, reader, wanted.record),
        }
        maker = Maker(self._identity, self._store.clock.now())
        with self._store.reading() as connection:
            return makers[kind.code](maker, DeskReader(connection, day, asking.reveal), asking)

    def _checklist(self, maker: Maker, reader: DeskReader, asking: Asking) -> OnePage:
        asked = self._tracking.ask(asking.record, asking.stage, as_of=reader.today)
        return checklist(maker, reader, asking.record, asked)

    def _brief(self, maker: Maker, reader: DeskReader, asking: Asking) -> OnePage:
        return brief(maker, reader, asking.record, self._offers.of(CATALOG["companies"], asking.record))
