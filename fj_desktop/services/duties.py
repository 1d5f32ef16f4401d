"""职责矩阵: the 25 clauses of the notice with who leads and who answers for each, and which of them are mine."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.clauses import Clause, clauses
from fj_desktop.services.dispatch.sections import Head, Section
from fj_desktop.services.identity import Identity
from fj_desktop.services.leaving import LeavingGate
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

LEADS, ANSWERS = "牵头", "责任"
TOWNS = "各乡镇〔街道〕"
_TOWN_KIND = "乡镇街道"
_SOURCE = "依据：奉节府办发〔2025〕18号，25 项条款。"
_SHARES = {
    "clause": 3.0,
    "mechanism": 11.0,
    "title": 9.0,
    "mine": 3.0,
    "leads": 8.0,
    "responsible": 22.0,
    "tables": 12.0,
}
_HEADS = (
    Head("clause", "条款"), Head("mine", "本单位"), Head("title", "事项"), Head("leads", "牵头单位"),
    Head("responsible", "责任单位"), Head("tables", "对应的表"), Head("mechanism", "机制"),
)  # fmt: skip


@dataclass(frozen=True)
class Load:
    """A unit of the notice with how many clauses it leads and answers for."""

    unit: str
    leads: int
    answers: int


class DutyService:
    """Reads the clauses as a matrix; they are the notice's and never change."""

    def __init__(self, store: Store, identity: Identity, gate: LeavingGate) -> None:
        self._store, self._identity, self._gate = store, identity, gate

    @staticmethod
    def loads() -> list[Load]:
        """The units of the notice, those with most to lead first."""
        counts: dict[str, list[int]] = {}
        for one in clauses().values():
            for place, units in enumerate((one.leads, one.responsible)):
                for unit in units:
                    counts.setdefault(unit, [0, 0])[place] += 1
        return [Load(unit, *counts[unit]) for unit in sorted(counts, key=lambda one: (*(-n for n in counts[one]), one))]

    def my_unit(self) -> str:
        """The unit of the person at the desk as the notice names it; empty when it is none of the notice's."""
        staff, units = record_table(CATALOG["staff"]), record_table(CATALOG["units"])
        asked = select(units.c.name, units.c.kind).join(staff, staff.c.unit_id == units.c.id)
        with self._store.reading() as connection:
            found = connection.execute(asked.where(staff.c.id == self._identity.staff)).first()
        if found is None:
            return ""
        name, kind = found
        if any(name == one.unit for one in self.loads()):
            return str(name)
        return TOWNS if kind == _TOWN_KIND else ""

    @staticmethod
    def matrix(unit: str = "") -> Section:
        """The clauses of one unit, those it leads first; all of them when no unit is named.

        Raises:
            UserError: the notice names no such unit.
        """
        if unit and not any(unit == one.unit for one in DutyService.loads()):
            raise UserError(f"通知里没有“{unit[:30]}”这个单位。请在列表里选一个，或不填看全部。")
        wanted = [one for one in clauses().values() if not unit or _part(one, unit)]
        rows = [_row(one, unit) for one in wanted]
        if unit:
            rows.sort(key=lambda row: row[1] != LEADS)
        title = f"{unit}的条款" if unit else "全部条款"
        return Section("duties", title, _HEADS, rows, notes=(_SOURCE,))

    def write(self, out: Path, unit: str = "") -> int:
        """Write the matrix as a landscape A4 .pdf; give the number of pages; that it left is kept.

        Raises:
            UserError: no such unit, another suffix, or the file can't be written.
        """
        from fj_desktop.exchange.documents.one_page import Column, Grid, Part, Report
        from fj_desktop.exchange.documents.report_writer import write_report

        if out.suffix.lower() != ".pdf":
            raise UserError(f"职责矩阵只能存为 .pdf，“{out.name[:60]}”不是。")
        section = self.matrix(unit)
        # Over all units the column of one unit is empty; it is not printed.
        shown = [(place, one) for place, one in enumerate(section.heads) if unit or one.key != "mine"]
        columns = [Column(one.title, _SHARES[one.key], centred=one.key in ("clause", "mine")) for _, one in shown]
        rows = [[row[place] for place, _ in shown] for row in section.rows]
        page_parts: list[Part] = [Grid("", columns, rows)]
        if not unit:
            loads = [(one.unit, str(one.leads), str(one.answers)) for one in self.loads()]
            heads = [Column("单位", 8), Column("牵头(项)", 2, at_end=True), Column("责任(项)", 2, at_end=True)]
            page_parts.append(Grid("各单位的条款数", heads, loads))
        self._gate.let_out("export", CATALOG["units"], f"duties, {len(section.rows)} rows, .pdf")
        made_by, told = f"{self._identity.office_name} {self._identity.name}", f"共 {len(section.rows)} 项"
        title = f"招商机制职责矩阵：{unit}" if unit else "招商机制职责矩阵"
        report = Report(title, told, page_parts, made_by, self._store.clock.now(), section.notes, wide=True)
        return write_report(out, report)


def text_of(number: str) -> str:
    """The wording of a clause with its number and title."""
    one = clauses()[number]
    return f"{one.id} {one.title}　{one.text}"


def _part(clause: Clause, unit: str) -> str:
    return LEADS if unit in clause.leads else ANSWERS if unit in clause.responsible else ""


def _row(clause: Clause, unit: str) -> Sequence[str]:
    tables = [one.title for one in CATALOG if one.clause == clause.id]
    mechanism = clause.mechanism.partition("，")[0]
    return (
        clause.id, _part(clause, unit) if unit else "", clause.title, "、".join(clause.leads),
        "、".join(clause.responsible), "、".join(tables), mechanism,
    )  # fmt: skip
