"""Reference tables shipped with the program: looked up by code, name, full name, pinyin or initials."""

import csv
import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fj_desktop.assets import asset
from fj_desktop.core.text import initials, pinyin, squeeze

COUNTY_CODE = "500236"


@dataclass(frozen=True)
class Entry:
    """One row of a reference table; ``path`` is the name with its parents before it."""

    code: str
    name: str
    path: str
    detail: str = ""


class CodeTable:
    """A table of codes and names in memory; a few thousand rows."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_code = {entry.code: entry for entry in self.entries}
        self._by_name: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for name in dict.fromkeys((squeeze(entry.name), squeeze(entry.path))):
                self._by_name.setdefault(name, []).append(entry)
        self._sounds: dict[str, tuple[str, str]] | None = None

    def get(self, code: str) -> Entry | None:
        """The entry of a code, or None."""
        return self._by_code.get(code)

    def named(self, text: str) -> list[Entry]:
        """Entries whose name or full name is the text, width and blanks apart."""
        return list(self._by_name.get(squeeze(text), ()))

    def suggest(self, text: str, limit: int = 20) -> list[Entry]:
        """Entries that fit what was typed so far: code, part of the name, pinyin or initials, best first."""
        wanted = squeeze(text)
        if not wanted:
            return list(self.entries[:limit])
        ranked: list[tuple[int, int, Entry]] = []
        sounds = self._sound_table() if wanted.isascii() else {}
        for place, entry in enumerate(self.entries):
            rank = _rank(wanted, entry, sounds.get(entry.code, ("", "")))
            if rank is not None:
                ranked.append((rank, place, entry))
        ranked.sort(key=lambda item: item[:2])
        return [entry for _, _, entry in ranked[:limit]]

    def _sound_table(self) -> dict[str, tuple[str, str]]:
        if self._sounds is None:
            self._sounds = {entry.code: (initials(entry.name), pinyin(entry.name)) for entry in self.entries}
        return self._sounds


def _rank(wanted: str, entry: Entry, sound: tuple[str, str]) -> int | None:
    name = squeeze(entry.name)
    tests = (
        wanted in (name, entry.code.casefold()),
        name.startswith(wanted) or entry.code.casefold().startswith(wanted),
        any(part.startswith(wanted) for part in sound if part),
        wanted in squeeze(entry.path),
    )
    return next((rank for rank, fits in enumerate(tests) if fits), None)


_REPLACED: dict[str, Path] = {}


def use(files: Mapping[str, Path]) -> None:
    """Read some tables from other files, by the name of the shipped one; the others are the shipped ones.

    To be said before a desk is opened: what was looked up already is forgotten, what was shown stays as it was.
    """
    if dict(files) == _REPLACED:
        return
    _REPLACED.clear()
    _REPLACED.update(files)
    for table in (industries, divisions, universities, region_of_city, holidays):
        table.cache_clear()


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = _REPLACED.get(name) or asset(f"db/reference/{name}.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


@cache
def industries() -> CodeTable:
    """GB/T 4754-2017, all four levels; the code keeps its section letter, e.g. C3587."""
    rows = list(_rows("gbt4754_2017"))
    names = {row["code"]: row["name"] for row in rows}

    def path(row: dict[str, str]) -> str:
        parent = row["parent"]
        return f"{names[parent]}/{row['name']}" if parent in names else row["name"]

    return CodeTable(Entry(row["code"], row["name"], path(row)) for row in rows)


@cache
def divisions() -> CodeTable:
    """GB/T 2260 provinces, cities and counties, and countries by their ISO alpha-3 code."""
    rows = list(_rows("divisions_cn_3level"))
    names = {row["code"]: row["name"] for row in rows}
    parents = {row["code"]: row["parent"] for row in rows}

    def path(code: str) -> str:
        parts: list[str] = []
        # A table of the profile may be of any age: parents in a ring end the path, never the program.
        above = set()
        while code in names and code not in above:
            above.add(code)
            if not parts or names[code] != parts[0]:
                parts.insert(0, names[code])
            code = parents[code]
        return "".join(part for part in parts if part not in ("市辖区", "县", "省直辖县级行政区划"))

    home = [Entry(row["code"], row["name"], path(row["code"])) for row in rows]
    abroad = [Entry(row["alpha3"], row["cnname"], row["cnname"], row["name"]) for row in _rows("countries_zh")]
    return CodeTable(home + [entry for entry in abroad if entry.code not in ("CHN", "HKG", "MAC", "TWN")])


@cache
def universities() -> CodeTable:
    """Universities of the Ministry's list of 2021."""
    rows = _rows("universities_2021_moe")
    return CodeTable(Entry(row["moe_code"], row["name"], row["name"], row["city"]) for row in rows)


@cache
def town_rows() -> tuple[dict[str, str], ...]:
    """The 33 towns and streets of the county with both official codes."""
    return tuple(_rows("fengjie_townships"))


@cache
def towns() -> CodeTable:
    """The county's towns and streets by name; the code is the name, since official codes disagree."""
    return CodeTable(Entry(row["name"], row["name"], row["name"], row["kind"]) for row in town_rows())


@cache
def town_names(town: str) -> tuple[str, ...]:
    """The names a town goes by, its own first: 太和土家族乡, 太和乡, 太和."""
    plain = town.replace("土家族", "")
    return tuple(dict.fromkeys((town, plain, re.sub(r"(?:街道|镇|乡)$", "", plain))))


@cache
def chain_words() -> dict[str, str]:
    """Words that name one of the county's industry chains, and the name of that chain."""
    rows = list(_rows("seed_chains"))
    return {word: row["name"] for row in rows for word in (row["name"], *row["aliases"].split("；")) if word}


@cache
def holidays() -> dict[dt.date, str]:
    """Public holidays and made-up working days (调休) by date; a row whose date is none is passed over."""
    found = {}
    for row in _rows("holidays_cn"):
        try:
            found[dt.date.fromisoformat(row["date"])] = row["type"]
        except ValueError:
            continue
    return found


@cache
def region_of_city() -> dict[str, str]:
    """City name to the office region that serves it first; Anhui counts to 长三角 unless chosen otherwise."""
    found: dict[str, str] = {}
    for row in _rows("four_regions_cities"):
        found.setdefault(row["city_code"], row["region"])
    return found
