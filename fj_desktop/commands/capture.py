"""``capture``: free text becomes leads, as in the window's quick capture."""

import argparse
import sys
from pathlib import Path
from typing import Any

from fj_desktop.commands.common import print_json
from fj_desktop.core.leads import MOST_SIGNS
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.capturing import Entry, Planned, refusal_words
from fj_desktop.services.desk import Desk
from fj_desktop.services.lead_slots import LABELS

_LONGEST_FILE = MOST_SIGNS * 4
_FIELDS = (*LABELS, "note")


def capture(given: argparse.Namespace, desk: Desk) -> int:
    """Read, show and store leads; 0 even when some are refused, 1 when none can be stored."""
    library = CATALOG[given.library]
    service = desk.capturing
    if bool(given.text) == (given.file is not None):
        raise UserError("请在命令后写内容，或用 --file 给出文件，二者选一。")
    text = " ".join(given.text) if given.file is None else _read(given.file)
    entries = [Entry(lead, service.fitting(lead, library)) for lead in service.read(text)]
    planned = service.plan(entries)
    good = [one for one in planned if not one.refusals]
    ids: dict[int, str] = {}
    if good and not given.dry_run:
        stored = service.store([one.entry for one in good])
        ids = {id(one): str(record) for one, (_, record) in zip(good, stored.records, strict=True)}
    rows = [_row(one, ids.get(id(one))) for one in planned]
    if given.json:
        print_json({"stored": len(ids), "refused": len(planned) - len(good), "leads": rows})
    else:
        for number, row in enumerate(rows, 1):
            _print(number, row)
        print(f"共 {len(planned)} 条，存入 {len(ids)} 条。" + ("（只检查，未写入）" if given.dry_run else ""))
    return 0 if good else 1


def _row(planned: Planned, record: str | None) -> dict[str, Any]:
    lead, settled = planned.entry.lead, planned.settled
    return {
        "id": record,
        "library": planned.entry.library.library,
        "fields": {name: getattr(lead, name) for name in _FIELDS if getattr(lead, name)},
        "person": "known" if settled.person else "possible" if settled.possible else "new",
        "company": "known" if settled.company else "new" if lead.company else None,
        "added": list(dict.fromkeys(settled.added)),
        "refusals": [{"field": one.key, "label": one.label, "reason": one.reason} for one in planned.refusals],
        "refused": refusal_words(planned.refusals),
    }


def _print(number: int, row: dict[str, Any]) -> None:
    parts = [f"{LABELS.get(name, '备注')} {' '.join(value.split())}" for name, value in row["fields"].items()]
    known = "已有" if row["person"] == "known" else "可能已有" if row["person"] == "possible" else "新建"
    state = f"未存：{row['refused']}" if row["refused"] else known
    print(f"{number}. {CATALOG[row['library']].title}（{state}）：{'；'.join(parts)}")


def _read(file: Path) -> str:
    try:
        data = sys.stdin.buffer.read(_LONGEST_FILE + 1) if str(file) == "-" else _bounded(file)
    except OSError:
        raise UserError(f"读不了文件“{file}”，请核对路径。") from None
    if len(data) > _LONGEST_FILE:
        raise UserError(f"文件超过 {MOST_SIGNS:,} 字，请分几次速记，或用“导入”。")
    for codec in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    raise UserError(f"文件“{file.name}”不是 UTF-8 或 GB18030 文本，请另存后再试。")


def _bounded(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(_LONGEST_FILE + 1)


ON_DESK = {"capture": capture}
