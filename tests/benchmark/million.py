"""A library of a million records: written by the import's own fast road, recorded, keyed and indexed."""

import random
from decimal import Decimal

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.row_writer import RowWriter
from tests.benchmark import ledger

MILLION = 1_000_000
COMPANIES = CATALOG["companies"]
_A_TRANSACTION = 50_000
_MODELS = 2_000


def fill(desk: Desk, count: int) -> None:
    """Add so many companies of eight fields, in transactions as large as a good import is."""
    chance = random.Random(11)  # noqa: S311 - invented companies, no secret
    models = list(ledger.rows(_MODELS, seed=5))
    for start in range(0, count, _A_TRANSACTION):
        with desk.browse._store.writing(desk.identity.staff, "import") as write:
            writer = RowWriter(write, desk.identity)
            for number in range(start, min(count, start + _A_TRANSACTION)):
                writer.add(COMPANIES, _company(models[number % _MODELS], number, chance))
            writer.flush()


def _company(model: list[object], number: int, chance: random.Random) -> dict[str, object]:
    name = str(model[1])
    return {
        "uscc": ledger.credit_code("510107", number),
        "name": name[:2] + "".join(chance.choices(ledger.WORDS, k=4)) + name[-6:],
        "legal_rep": model[2],
        "nature": ("民营", "国有", "外资")[number % 3],
        "main_products": model[10],
        "reg_capital_wan": Decimal(number * 7919 % 1_000_003),
        "staff_count": model[15],
        "profile": model[16],
    }
