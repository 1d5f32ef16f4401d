"""Settings needed before the desk is open: kept as they are, taken only when they make sense."""

import json
from pathlib import Path

import pytest

from fj_desktop.settings import Settings, keep, load


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"

    keep(path, Settings("dark", 150, 10))

    assert load(path) == Settings("dark", 150, 10)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"theme": 5}', b'{"unknown": "x"}', b'{"text_percent": "150"}',
        b'{"idle_minutes": true}', b'{"theme": "pink"}', b'"' + b"x" * 70_000 + b'"', "深色".encode("gb18030"),
    ],
)  # fmt: skip
def test_what_is_no_setting_counts_as_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)

    assert load(path) == Settings()


def test_missing_settings_are_the_usual_ones(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == Settings("system", 100, 5)
    assert load(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ({"idle_minutes": 0}, Settings(idle_minutes=1)), ({"idle_minutes": 600}, Settings(idle_minutes=15)),
        ({"text_percent": 10}, Settings(text_percent=100)), ({"text_percent": 999}, Settings(text_percent=200)),
    ],
)  # fmt: skip
def test_values_out_of_bounds_are_taken_as_the_nearest_bound(
    tmp_path: Path, given: dict[str, int], taken: Settings
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(given), "utf-8")

    assert load(path) == taken


def test_the_lock_can_not_be_kept_off(tmp_path: Path) -> None:
    keep(tmp_path / "settings.json", Settings(idle_minutes=10**6))

    assert json.loads((tmp_path / "settings.json").read_text("utf-8"))["idle_minutes"] == 15


def test_a_place_that_takes_no_file_costs_only_the_settings(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")

    keep(tmp_path / "file" / "settings.json", Settings("dark"))

    assert load(tmp_path / "file" / "settings.json") == Settings()
