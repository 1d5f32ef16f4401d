"""Headless: the week, month, quarter or year of dispatch."""

import argparse
from collections.abc import Callable
from typing import Any

from fj_desktop.commands.common import day, print_json
from fj_desktop.rules.spans import KINDS
from fj_desktop.services.desk import Desk
from fj_desktop.services.dispatch.sections import Dispatch, Section, as_json, shown

Given = argparse.Namespace


def _dispatch(given: Given, desk: Desk) -> int:
    made = desk.dispatch.of(given.kind, given.period or "", as_of=day(given.as_of) if given.as_of else None)
    if given.out is not None:
        desk.dispatch.write(given.out, made)
    if given.json:
        print_json(as_json(made))
    elif given.out is not None:
        print(f"已存到：{given.out}")
    else:
        _print(made)
    return 0


def _print(made: Dispatch) -> None:
    print(f"{KINDS[made.span.kind]}　{made.span.title}　数据截至 {made.cut.isoformat()}")
    for one in made.sections:
        print(f"\n【{one.title}】")
        for line in _lines(one):
            print(line)
    print("\n【比率】")
    for ratio in made.ratios:
        print(ratio.words)
    for number, note in enumerate(made.footnotes, 1):
        print(f"注{number}：{note}")
    for line in (*made.rules, *made.figures):
        print(f"· {line}")


def _lines(section: Section) -> list[str]:
    rows: list[Any] = [*section.rows, *([section.total] if section.total is not None else [])]
    lines = ["\t".join(one.words for one in section.heads)]
    lines += ["\t".join(shown(value, head) for value, head in zip(row, section.heads, strict=True)) for row in rows]
    return [*lines, *section.notes]


ON_DESK: dict[str, Callable[[Given, Desk], int]] = {"dispatch": _dispatch}
