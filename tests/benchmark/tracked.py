"""A desk that tracks five thousand projects with a hundred thousand progress rows, and the contracts of most."""

import datetime as dt
import random
import uuid
from decimal import Decimal
from typing import Any

from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.services.desk import Desk
from fj_desktop.services.row_writer import RowWriter

PROJECTS, STEPS = 5_000, 100_000
LAST = dt.date(2026, 11, 23)
_STAGES = ("线索", "洽谈", "签约", "开工", "投产")
_KINDS = ("接洽", "考察", "谈判", "材料", "建设", "到资", "无进展")


def fill(desk: Desk, projects: int = PROJECTS, steps: int = STEPS) -> None:
    """Add the projects, their contracts, moves and progress, as an import adds them."""
    chance = random.Random(7)  # noqa: S311 - invented projects, no secret
    chains = [uuid.UUID(one["id"]) for one in desk.view.rows_json(CATALOG["chains"], None, reveal=False, deleted=False)]
    offices = [
        uuid.UUID(one["id"]) for one in desk.view.rows_json(CATALOG["offices"], None, reveal=False, deleted=False)
    ]
    with desk.browse._store.writing(desk.identity.staff, "import") as write:
        writer = RowWriter(write, desk.identity)
        made = [
            writer.add(CATALOG["projects"], _project(number, chains, offices, chance)) for number in range(projects)
        ]
        proof = writer.add(Attachment, {"name": "凭证.pdf", "owner_table": "project", "owner": str(made[0])})
        for number, project in enumerate(made):
            _add_papers(writer, project, number, chance)
        writer.flush()
    for start in range(0, steps, 25_000):
        with desk.browse._store.writing(desk.identity.staff, "import") as write:
            writer = RowWriter(write, desk.identity)
            for number in range(start, min(steps, start + 25_000)):
                writer.add(CATALOG["progress"], _step(made[number % projects], number, proof, chance))
            writer.flush()


def _some_day(chance: random.Random, back: int = 1000) -> dt.date:
    return LAST - dt.timedelta(days=chance.randrange(back))


def _project(number: int, chains: list[uuid.UUID], offices: list[uuid.UUID], chance: random.Random) -> dict[str, Any]:
    return {
        "name": f"年产{number}万件零部件项目", "stage": _STAGES[number % 5], "chain_id": chance.choice(chains),
        "office_id": chance.choice(offices), "total_invest_wan": Decimal(chance.randrange(500, 90_000)),
        "first_reported_at": dt.datetime.combine(_some_day(chance), dt.time(2), dt.UTC),
        "agreed_start_on": _some_day(chance), "agreed_prod_on": LAST + dt.timedelta(days=chance.randrange(-200, 400)),
        "actual_start_on": _some_day(chance) if number % 5 > 2 else None,
        "actual_prod_on": _some_day(chance, 100) if number % 5 > 3 else None,
    }  # fmt: skip


def _add_papers(writer: RowWriter, project: uuid.UUID, number: int, chance: random.Random) -> None:
    at = number % 5
    for place in range(at):
        move = {"project_id": project, "from_stage": _STAGES[place], "to_stage": _STAGES[place + 1]}
        writer.add(CATALOG["stage-moves"], {**move, "moved_on": LAST - dt.timedelta(days=300 - 60 * place)})
    if at >= 2:
        contract = {"project_id": project, "kind": "正式合同", "party_b": "示例公司", "signed_on": _some_day(chance)}
        writer.add(CATALOG["contracts"], {**contract, "amount_wan": Decimal(chance.randrange(500, 90_000))})


def _step(project: uuid.UUID, number: int, proof: uuid.UUID, chance: random.Random) -> dict[str, Any]:
    kind = _KINDS[number % len(_KINDS)]
    paid = kind == "到资"
    return {
        "project_id": project, "happened_on": _some_day(chance), "kind": kind, "summary": f"第{number}条进展",
        "arrived_wan": Decimal(chance.randrange(1, 900)) if paid else None,
        "arrived_proof_id": proof if paid and number % 2 else None,
    }  # fmt: skip
