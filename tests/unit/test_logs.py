"""The log of a profile: five files of a megabyte, and no reason not to start."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from fj_desktop import __version__, logs

LOG = logging.getLogger("fj_desktop")


@pytest.fixture(autouse=True)
def own_handlers() -> Iterator[None]:
    before, level = list(LOG.handlers), LOG.level
    yield
    for handler in [one for one in LOG.handlers if one not in before]:
        LOG.removeHandler(handler)
        handler.close()
    for handler in before:
        if handler not in LOG.handlers:
            LOG.addHandler(handler)
    LOG.setLevel(level)


def test_a_start_is_noted_with_the_version(tmp_path: Path) -> None:
    logs.start(tmp_path / "logs")

    assert f"start {__version__} on Python" in (tmp_path / "logs" / "desk.log").read_text("utf-8")


def test_a_second_start_goes_to_its_own_folder_only(tmp_path: Path) -> None:
    logs.start(tmp_path / "first")
    logs.start(tmp_path / "second")
    LOG.info("said once")

    assert "said once" not in (tmp_path / "first" / "desk.log").read_text("utf-8")
    assert (tmp_path / "second" / "desk.log").read_text("utf-8").count("said once") == 1


def test_the_log_stays_at_five_files_of_a_megabyte(tmp_path: Path) -> None:
    logs.start(tmp_path)
    for _ in range(70):
        LOG.info("x" * 100_000)

    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert sorted(sizes) == ["desk.log", "desk.log.1", "desk.log.2", "desk.log.3", "desk.log.4"]
    assert max(sizes.values()) <= 1024 * 1024


def test_a_folder_that_can_not_be_written_to_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")

    logs.start(tmp_path / "file" / "logs")

    LOG.info("nowhere")
