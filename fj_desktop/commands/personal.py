"""Headless: everything held about one person as a file, and erasing it."""

import argparse
from collections.abc import Callable

from fj_desktop.commands.common import print_json, record_id
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk

Given = argparse.Namespace


def _hand_over(given: Given, desk: Desk) -> int:
    count = desk.personal.hand_over(record_id(given.id), given.out, desk.gate)
    print(f"已导出 {count} 条：{given.out}。内容没有遮盖，请只交给本人。")
    return 0


def _erase(given: Given, desk: Desk) -> int:
    person = record_id(given.id)
    held = desk.personal.held(person)
    if not given.yes:
        raise UserError(f"将清空“{held.name}”的 {len(held.records)} 条记录和全部历史，不能撤销；确认请加 --yes。")
    count = desk.personal.erase(person, given.reason)
    if given.json:
        print_json({"erased": count, "mentions": [{"library": title, "name": name} for title, name in held.mentions]})
        return 0
    print(f"已清空 {count} 条记录。")
    for title, name in held.mentions:
        print(f"仍提到此人联系方式，请另行修改：{title} {name}")
    return 0


ON_DESK: dict[str, Callable[[Given, Desk], int]] = {"person-export": _hand_over, "person-erase": _erase}
"""Command to what carries it out."""
WRITING = ("person-erase",)
