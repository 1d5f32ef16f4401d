"""A large ledger comes in: validated, deduplicated, encrypted, indexed and undoable."""

from tests.benchmark.board import Board, in_words
from tests.benchmark.conftest import ROWS, Imported, Written


def test_an_import_takes_no_longer_than_openpyxl_takes_to_read_the_sheet(
    board: Board, large_ledger: Written, large_desk: Imported
) -> None:
    result = large_desk.result
    assert (result.added, result.updated, result.skipped) == (ROWS, 0, 0)
    assert result.plan.refused == []

    steps = "、".join(f"{name} {in_words(seconds)}" for name, seconds in large_desk.seconds.items())
    board.remark(f"import in steps: {steps}; peak memory of the whole run until then {large_desk.peak_mib:.0f} MiB")
    board.ratio(
        "import of a sheet",
        "openpyxl read-only, merely reading it",
        sum(large_desk.seconds.values()),
        large_ledger.reading,
        size=f"{ROWS:,} × 20",
        gate=1.0,
        aim=0.5,
    )
