"""Whatever happens to the disk, the power or the process: nothing promised is lost, nothing is half done (R-01 … R-06).

``--long`` tries 5,000 power cuts, 300 full disks, 500 kills, and lets every single call fail in every way.
"""

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.conftest import trials
from tests.support.faults.operations import OPERATIONS

LIGHT = [name for name, one in OPERATIONS.items() if not one.heavy]

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="calls are watched by a means of Linux"),
    pytest.mark.timeout(0),
]


@pytest.fixture(scope="module")
def reports(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """All trials of all operations, made once."""
    long = request.config.getoption("--long")
    cuts, full, kills = (5000, 300, 500) if long else (300, 60, 60)
    return trials(
        tmp_path_factory.mktemp("faults") / "claims",
        cuts=_share(cuts, OPERATIONS),
        full=_share(full, LIGHT),
        kills=_share(kills, LIGHT),
        every=1 if long else 4,
        most=0 if long else 40,
        modes=["full", "io", "short", "kill"] if long else [],
    )


def _share(count: int, among: Any) -> int:
    return -(-count // len(among))


@pytest.mark.parametrize("name", OPERATIONS)
def test_no_fault_loses_or_halves_what_was_promised(name: str, reports: dict[str, dict[str, Any]]) -> None:
    assert reports[name]["wrong"] == []


def test_as_many_faults_are_tried_as_asked_for(reports: dict[str, dict[str, Any]], pytestconfig: pytest.Config) -> None:
    tried = {kind: sum(one["tried"].get(kind, 0) for one in reports.values()) for kind in ("cuts", "full", "kills")}
    wanted = (5000, 300, 500) if pytestconfig.getoption("--long") else (300, 60, 60)
    assert all(tried[kind] >= count for kind, count in zip(("cuts", "full", "kills"), wanted, strict=True))
    assert all(reports[name]["calls"] for name in OPERATIONS)


def test_a_full_disk_is_named_with_what_is_left_and_what_is_needed(reports: dict[str, dict[str, Any]]) -> None:
    said = [text for one in reports.values() for text in one["refusals"] if "磁盘已满" in text]
    assert said
    assert [text for text in said if not re.search(r"只剩 \d+ [KM]B，.*需要至少 \d+ MB", text)] == []


def test_every_refusal_says_what_failed_and_what_to_do(reports: dict[str, dict[str, Any]]) -> None:
    said = {text for one in reports.values() for text in one["refusals"]}
    assert [text for text in said if "请" not in text or "（0）" in text or "Traceback" in text] == []


@pytest.mark.parametrize(
    ("spoil", "operation", "found"),
    [("log", "save", "lost"), ("names", "passphrase", "lost"), ("bytes", "passphrase", "corrupt")],
)
def test_a_product_that_does_not_wait_for_the_disk_is_found_out(
    spoil: str, operation: str, found: str, tmp_path: Path
) -> None:
    reports = trials(tmp_path / "claims", names=[operation], cuts=40, spoil=spoil)
    assert sum(found in line for line in reports[operation]["wrong"]) >= 3, reports[operation]["wrong"]


def test_an_upgrade_whose_script_stumbles_over_its_own_clearing_up_is_refused_plainly(tmp_path: Path) -> None:
    report = trials(tmp_path / "claims", names=["upgrade-small"], every=1, modes=["io"])["upgrade-small"]
    assert report["wrong"] == []
