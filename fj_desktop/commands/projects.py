"""Headless: projects by stage, one project with its gate, moves, 立项, 退库."""

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fj_desktop.commands.common import day, print_json, record_id
from fj_desktop.commands.papers import write_paper
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.conditions import Finding
from fj_desktop.rules.gates import next_stage
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.filtering import Filter
from fj_desktop.services.tracking import Asked, GateRefusedError

Given = argparse.Namespace
_PROJECTS = CATALOG["projects"]


def _project(given: Given, desk: Desk) -> int:
    acts: dict[str, Callable[[Given, Desk], int]] = {
        "list": _list, "show": _show, "check": _check, "move": _move, "approve": _approve, "drop": _drop,
        "take-up": _take_up, "rivals": _rivals, "checklist": _checklist,
    }  # fmt: skip
    if given.act != "list" and given.id is None:
        raise UserError(f"请给出项目编号，例如 project {given.act} 编号；project list --json 可查到编号。")
    return acts[given.act](given, desk)


def _list(given: Given, desk: Desk) -> int:
    filters = (Filter("stage", "any_of", (given.stage,)),) if given.stage else ()
    wanted = Wanted(filters, order=(("code", False),))
    numbers = desk.browse.open(_PROJECTS, wanted).numbers
    rows = desk.view.rows_json(_PROJECTS, given.limit, reveal=given.reveal, deleted=False, numbers=numbers)
    if given.json:
        print_json(rows)
        return 0
    for row in rows:
        print("\t".join(str(row.get(key) or "") for key in ("id", "code", "stage", "name", "company_id")))
    print(f"共 {len(numbers)} 个项目", file=sys.stderr)
    return 0


def _show(given: Given, desk: Desk) -> int:
    project = record_id(given.id)
    told: dict[str, Any] = desk.view.json(_PROJECTS, project, reveal=given.reveal)
    asked = _asked(given, desk)
    told["next"] = _gate_json(asked) if asked is not None else None
    if given.json:
        print_json(told)
        return 0
    labels = {one.key: one.heading for one in CATALOG.surface(_PROJECTS)}
    for key, text in desk.view.read(_PROJECTS, project, reveal=given.reveal).texts.items():
        print(f"{labels[key]}：{text}")
    if asked is not None:
        _print_gate(asked)
    return 0


def _check(given: Given, desk: Desk) -> int:
    asked = desk.tracking.ask(record_id(given.id), given.to or "", as_of=_as_of(given))
    if given.json:
        print_json(_gate_json(asked))
    else:
        _print_gate(asked)
    return 1 if asked.blocking else 0


def _move(given: Given, desk: Desk) -> int:
    try:
        asked = desk.tracking.move(
            record_id(given.id), given.to or "", on=day(given.on) if given.on else None, reason=given.reason,
            override=given.override,
        )  # fmt: skip
    except GateRefusedError as refused:
        if given.json:
            print_json({"moved": False, "blocking": [_finding_json(one) for one in refused.findings]})
        raise
    if given.json:
        print_json({"moved": True, **_gate_json(asked)})
        return 0
    print(f"已从“{asked.stage}”转到“{asked.to}”。")
    for one in asked.warnings:
        print(f"提醒：{one.line()}")
    return 0


def _approve(given: Given, desk: Desk) -> int:
    desk.tracking.approve(record_id(given.id), day(given.on) if given.on else None)
    print("已立项。")
    return 0


def _drop(given: Given, desk: Desk) -> int:
    desk.tracking.drop(record_id(given.id), given.reason)
    print("已退库。要恢复请用 project take-up。")
    return 0


def _take_up(given: Given, desk: Desk) -> int:
    desk.tracking.take_up(record_id(given.id))
    print("已恢复推进。")
    return 0


def _rivals(given: Given, desk: Desk) -> int:
    found = desk.tracking.rivals(record_id(given.id))
    if given.json:
        print_json(
            [
                {
                    "id": str(one.project),
                    "name": one.name,
                    "office": one.office,
                    "why": one.why,
                    "dispute": one.is_dispute,
                }
                for one in found
            ]
        )
        return 0
    for one in found:
        print(f"{'争议' if one.is_dispute else '提示'}\t{one.project}\t{one.name}\t{one.office}\t{one.why}")
    return 0


def _checklist(given: Given, desk: Desk) -> int:
    return write_paper(given, desk, "checklist", Path(given.to) if given.to else None, stage=given.asked or "")


def _asked(given: Given, desk: Desk) -> Asked | None:
    """The gate to the next stage; None for a project that has none."""
    stage = desk.view.read(_PROJECTS, record_id(given.id)).texts.get("stage", "")
    if next_stage(stage) is None:
        return None
    try:
        return desk.tracking.ask(record_id(given.id), as_of=_as_of(given))
    except UserError:  # Dropped: it goes nowhere until it is taken up again.
        return None


def _as_of(given: Given) -> dt.date | None:
    return day(given.as_of) if given.as_of else None


def _gate_json(asked: Asked) -> dict[str, Any]:
    return {
        "stage": asked.stage, "to": asked.to, "gate": asked.gate, "passes": not asked.blocking,
        "conditions": [_finding_json(one) for one in asked.findings],
    }  # fmt: skip


def _finding_json(one: Finding) -> dict[str, Any]:
    condition = one.condition
    return {
        "code": condition.code, "title": condition.words, "clause": condition.clause, "mark": condition.mark,
        "met": one.is_met, "blocks": one.blocking, "lacking": one.lacking,
    }  # fmt: skip


def _print_gate(asked: Asked) -> None:
    print(f"转到“{asked.to}”：{'可以' if not asked.blocking else f'还差 {len(asked.blocking)} 项'}")
    for one in asked.findings:
        sign = "√" if one.is_met else "×" if one.blocking else "！"
        detail = f"：{one.lacking}" if one.lacking else ""
        print(f"{sign} {one.condition.words}{detail}（通知 {one.condition.clause}，{one.condition.mark}）")


ON_DESK: dict[str, Callable[[Given, Desk], int]] = {"project": _project}
WRITING = ("project move", "project approve", "project drop", "project take-up")
