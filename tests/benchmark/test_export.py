"""A large library goes out as a workbook."""

from pathlib import Path

from fj_desktop.libraries import CATALOG
from tests.benchmark.board import Board, timed
from tests.benchmark.conftest import ROWS, Imported, Written

_KEYS = (
    "uscc", "name", "legal_rep", "reg_capital_wan", "established_on", "reg_division", "reg_address", "office_address",
    "nature", "industry_code", "main_products", "revenue_wan", "net_profit_wan", "tax_wan", "fin_year", "staff_count",
    "profile", "contact_person", "contact_phone", "note",
)  # fmt: skip


def test_an_export_takes_little_longer_than_openpyxl_takes_to_write_the_sheet(
    board: Board, place: Path, large_ledger: Written, large_desk: Imported
) -> None:
    export = large_desk.desk.exporting.export
    count, seconds = timed(lambda: export(CATALOG["companies"], place / "out.xlsx", keys=_KEYS, reveal=True))
    assert count == ROWS
    board.ratio(
        "export to .xlsx",
        "openpyxl write-only, merely writing it",
        seconds,
        large_ledger.seconds,
        size=f"{ROWS:,} × 20",
        gate=1.4,
        aim=1.15,
    )
