"""S-03, S-04: hostile files end in a plain refusal, at once and in little memory; odd ones in that or in rows."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import Book, limits, read_book
from tests.support.hostile_files import HARMLESS, REFUSED, made

# All take less than one second on a quiet machine; this only tells a hang from a refusal on a busy one.
GENEROUS_SECONDS = 8
ADVICE = re.compile("请")
HEAVY = (
    "flat bomb.xlsx",
    "text of forty megabytes.xlsx",
    "one long text in many cells.xlsx",
    "too many cells.xlsx",
    "two cells at the far ends.xlsx",
    "a million merged cells.xlsx",
    "a million rows of one text.ods",
    "cells at the far ends.xls",
    "fifty megabytes of commas.csv",
    "too many cells.csv",
    "a value of forty megabytes.vcf",
    "too many lines.vcf",
)
MEASURING = """
import resource, sys
sys.path[:0] = {path!r}
from pathlib import Path
from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import read_book
for name in sys.argv[1:]:
    try:
        read_book(Path(name))
    except RefusedFileError:
        pass
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def written(folder: Path, name: str) -> Path:
    path = folder / name.replace("/", "_")
    path.write_bytes(made(name))
    return path


def end_of(path: Path) -> Book | str:
    try:
        return read_book(path)
    except RefusedFileError as refused:
        return refused.text


def test_there_are_at_least_sixty_of_them() -> None:
    assert len(REFUSED) >= 60


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_plain_words(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name)
    began = time.monotonic()

    with pytest.raises(RefusedFileError) as refused:
        read_book(path)

    assert time.monotonic() - began < GENEROUS_SECONDS
    assert ADVICE.search(refused.value.text)
    assert "Error" not in refused.value.text


@pytest.mark.parametrize("name", HARMLESS)
def test_an_odd_file_ends_in_rows_or_a_refusal(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, name)
    began = time.monotonic()

    end = end_of(path)

    assert ADVICE.search(end) if isinstance(end, str) else end.sheets
    assert time.monotonic() - began < GENEROUS_SECONDS


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own account of the peak is that of Linux")
def test_none_takes_more_than_512_megabytes(tmp_path: Path) -> None:
    paths = [str(written(tmp_path, name)) for name in HEAVY]

    ran = subprocess.run(
        [sys.executable, "-c", MEASURING.format(path=sys.path), *paths],
        capture_output=True,
        text=True,
        check=True,
        timeout=110,
    )

    assert int(ran.stdout) * 1024 <= limits.ADDRESS_SPACE_BYTES
