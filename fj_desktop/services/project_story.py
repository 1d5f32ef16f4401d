"""A project's whole story: what it is, and all that belongs to it, by section and day (notice 2025-18, clause 3.2)."""

import datetime as dt
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, select

from fj_desktop.core.catalog import Surface
from fj_desktop.core.clock import today
from fj_desktop.core.kinds import Refs
from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.rules.counting import signings
from fj_desktop.services.board import BoardService, money_words
from fj_desktop.services.browse import cell_text
from fj_desktop.services.chain_map import links_of
from fj_desktop.services.covering import is_covered
from fj_desktop.services.identity import Identity
from fj_desktop.services.record_view import Begun, ViewService
from fj_desktop.store import parts, queries
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

PROJECTS = CATALOG["projects"]
_MOST = 300


@dataclass(frozen=True)
class Part:
    """Records that belong to a project: their library, the field with the day, the fields that tell, and through
    which field of theirs they name the project (or one of its parts).
    """

    library: str
    day: str
    tells: tuple[str, ...]
    by: str = "project_id"


PARTS = (
    Part("stage-moves", "moved_on", ("from_stage", "to_stage", "gate", "override_reason", "reason")),
    Part("progress", "happened_on", ("kind", "summary", "arrived_wan", "next_step", "need_help")),
    Part("visits", "visit_on", ("kind", "met_whom", "topics", "result")),
    Part("problems", "raised_on", ("category", "title", "status", "solution")),
    Part("assessments", "concluded_on", ("version", "conclusion", "score_total", "veto")),
    Part("decisions", "meeting_on", ("level", "body", "resolution", "minutes_no")),
    Part("contracts", "signed_on", ("contract_no", "kind", "amount_wan", "counted", "status")),
    Part("commitments", "due_on", ("party", "content", "state"), by="contract_id"),
    Part("permits", "done_on", ("kind", "state", "number")),
    Part("phases", "start_on", ("name", "invest_wan", "content")),
    Part("letters", "sent_on", ("kind", "title", "number", "due_on")),
    Part("checks", "check_on", ("method", "findings", "breach", "rectify_due_on")),
    Part("exits", "closed_on", ("exit_class", "triggers")),
    Part("receptions", "arrive_on", ("name", "result")),
)
"""The sections in their order; one more is one line."""
_FACTS = (
    ("谁来投", ("company_id", "investor_group", "contact_person", "capital_kind", "origin_division")),
    ("做什么", ("content", "chain_id", "chain_effect", "industry_code", "is_major", "object_kinds")),
    ("要什么", ("land_need_mu", "factory_need_m2", "parcel_ids", "landing_town_id", "power_need_kva", "energy_tce")),
    ("谁负责", ("office_id", "first_reporter_id", "first_reported_at", "owner_id", "lead_unit_id")),
    ("节点", ("negotiated_on", "approved_on", "signed_on", "agreed_start_on", "actual_start_on", "agreed_prod_on",
              "actual_prod_on")),
    ("下一步", ("next_on", "reported_progress", "dropped_reason", "exit_reason")),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One record of a section: its day, what it tells, and which record it is."""

    day: dt.date | None
    words: str
    library: str
    record: uuid.UUID


@dataclass(frozen=True)
class Section:
    """Records of one library, newest first.

    Attributes:
        title: what stands above them.
        library: where they are; blank for attachments.
        lines: one for each record.
        begun: what a new record of this section begins with; None where none can be added from here.
    """

    title: str
    library: str
    lines: Sequence[Line]
    begun: Begun | None = None


@dataclass(frozen=True)
class Story:
    """A project as one page: title, one line about it, facts by heading (label and text), and sections."""

    project: uuid.UUID
    name: str
    about: str
    facts: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    sections: Sequence[Section]


class StoryService:
    """Tells the story of one project; protected values stay covered."""

    def __init__(self, store: Store, identity: Identity, view: ViewService, board: BoardService) -> None:
        self._store, self._identity, self._view, self._board = store, identity, view, board

    def of(self, project: uuid.UUID) -> Story:
        """The story of a project.

        Raises:
            UserError: there is no such project.
        """
        view = self._view.read(PROJECTS, project)
        surface = CATALOG.by_key(PROJECTS)
        facts = [
            (heading, [(surface[key].heading, view.texts[key]) for key in keys if view.texts.get(key)])
            for heading, keys in _FACTS
        ]
        card = self._board.card(project)
        with self._store.reading() as connection:
            (row,) = parts.rows(connection, PROJECTS, [project])
            if nodes := links_of(connection, row):
                dict(facts)["做什么"].append((surface["node_id"].heading, "、".join(nodes)))
            sections = self._sections(connection, row)
            facts.insert(2, ("多少钱", _money(connection, row, today(self._store.clock))))
        told = [view.texts.get("code", ""), view.texts.get("stage", ""), view.texts.get("status", "")]
        told += [f"{card.level}：{card.why}" if card is not None and card.why else ""]
        return Story(project, view.name, "　".join(one for one in told if one), facts, sections)

    def _sections(self, connection: Connection, project: Mapping[str, Any]) -> list[Section]:
        """Every part of a project, its attachments last."""
        owners = {"project_id": [project["id"]]}
        sections = []
        for part in PARTS:
            library = CATALOG[part.library]
            lines = self._lines(connection, part, owners[part.by])
            if part.library == "contracts":
                owners["contract_id"] = [one.record for one in lines]
            is_open = bool(owners[part.by]) and not library.closed
            begun = _begun(connection, part, owners[part.by], project) if is_open else None
            sections.append(Section(library.title, part.library, lines, begun))
        holders = [project["id"], *(line.record for one in sections for line in one.lines)]
        return [*sections, Section("附件", "", _attachments(connection, holders))]

    def _lines(self, connection: Connection, part: Part, owners: list[uuid.UUID]) -> list[Line]:
        library = CATALOG[part.library]
        table = record_table(library)
        wanted = table.c[part.by].in_(owners)
        asked = select(table.c.id).where(wanted, table.c.deleted.is_(False)).limit(_MOST)
        records = [one for (one,) in connection.execute(asked)] if owners else []
        numbers = [queries.row_number_of(connection, library, one) for one in records]
        surface = CATALOG.by_key(library)
        keys = [part.day, *part.tells]
        lines = []
        for row in queries.page(connection, library, [one for one in numbers if one is not None], keys):
            words = [self._cell(surface[key], row) for key in part.tells]
            lines.append(Line(row[part.day], "　".join(one for one in words if one), part.library, row["id"]))
        return sorted(lines, key=lambda one: (one.day or dt.date.min, str(one.record)), reverse=True)

    def _cell(self, one: Surface, row: dict[str, Any]) -> str:
        text = cell_text(one, row, covered=is_covered(one, row, self._identity.office))
        if not text:
            return ""
        unit = one.field.kind.unit
        plain = isinstance(one.field.kind, Refs) or not unit or text.endswith(unit)
        return text if plain else f"{one.label} {text}{unit}"


def _begun(connection: Connection, part: Part, owners: Sequence[uuid.UUID], project: Mapping[str, Any]) -> Begun:
    """What a new record of a part begins with; of several contracts the person picks the one that is meant."""
    surface = CATALOG.by_key(CATALOG[part.library])
    given = {part.by: owners[0]} if len(owners) == 1 else {}
    if project["company_id"] is not None and "company_id" in surface:
        given["company_id"] = project["company_id"]
    named: dict[str, str] = {}
    for key, record in given.items():
        named |= queries.names(connection, CATALOG.of_table(surface[key].ref_target or ""), [record])
    return Begun({key: str(record) for key, record in given.items()}, named)


def _money(connection: Connection, row: Mapping[str, Any], day: dt.date) -> list[tuple[str, str]]:
    """Planned, agreed, arrived with proof and done so far, in words."""
    contracts = parts.rows_of(connection, CATALOG["contracts"], "project_id", [row["id"]])
    agreed = sum((one.amount_wan for one in signings(contracts) if one.day <= day), Decimal(0))
    steps = parts.rows_of(connection, CATALOG["progress"], "project_id", [row["id"]])
    done = sum((one["fixed_done_wan"] or Decimal(0) for one in steps), Decimal(0))
    told = (
        ("总投资", row["total_invest_wan"]), ("固定资产投资", row["fixed_invest_wan"]), ("合同约定", agreed or None),
        ("到位（有凭证）", row["arrived_total_wan"]), ("完成固投", done or None),
        ("达产年产值", row["expect_output_wan"]), ("达产年税收", row["expect_tax_wan"]),
    )  # fmt: skip
    covered = {"达产年产值", "达产年税收"}
    return [(label, "已遮盖" if label in covered else money_words(wan)) for label, wan in told if wan is not None]


def _attachments(connection: Connection, owners: list[uuid.UUID]) -> list[Line]:
    table = record_table(Attachment)
    asked = (
        select(table.c.name, table.c.kind, table.c.created_at, table.c.owner)
        .where(table.c.owner.in_([str(one) for one in owners[:_MOST]]), table.c.deleted.is_(False))
        .order_by(table.c.created_at.desc())
    )
    found = []
    for name, kind, at, owner in connection.execute(asked):
        words = f"{name}　{kind}" if kind else str(name)
        found.append(Line(at.date(), words, "", uuid.UUID(str(owner))))
    return found
