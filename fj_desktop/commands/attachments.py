"""Headless: attach files to a record, list its attachments, save one elsewhere, take some off."""

import argparse
from collections.abc import Callable

from fj_desktop.commands.common import print_json, record_id
from fj_desktop.core.kinds import Document, Documents
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.attachment_sources import gathered
from fj_desktop.services.desk import Desk

Given = argparse.Namespace


def _attach(given: Given, desk: Desk) -> int:
    library, record = CATALOG[given.library], record_id(given.id)
    field = library.fields.get(given.field) if given.field else None
    if given.field and (field is None or not isinstance(field.kind, Document | Documents)):
        names = [name for name, one in library.fields.items() if isinstance(one.kind, Document | Documents)]
        known = f"可用：{'、'.join(names)}。" if names else "这个库没有文件字段。"
        raise UserError(f"“{given.field[:40]}”不是{library.title}的文件字段。{known}")
    done = desk.attachments.add(library, record, gathered(given.file))
    if field is not None and done.added:
        several = isinstance(field.kind, Documents)
        chosen = done.added if several else done.added[:1]
        desk.records.change(library, record, {field.name: "；".join(str(one) for one in chosen)})
    if given.json:
        refused = [{"name": name, "reason": reason} for name, reason in done.refused]
        print_json({"added": [str(one) for one in done.added], "refused": refused})
    else:
        for one in done.added:
            print(one)
        for name, reason in done.refused:
            print(f"没有添加：“{name}”{reason}。")
    return 0 if done.added else 1


def _listed(given: Given, desk: Desk) -> int:
    found = desk.attachments.of(CATALOG[given.library], record_id(given.id), deleted=given.deleted)
    if given.json:
        print_json(
            [
                {
                    "id": str(one.id), "name": one.name, "kind": one.kind, "size": one.size, "sha256": one.sha256,
                    "warning": one.warning, "note": one.note, "added_at": f"{one.added_at:%Y-%m-%dT%H:%M:%SZ}",
                }
                for one in found
            ]
        )  # fmt: skip
        return 0
    for one in found:
        print("\t".join((str(one.id), one.name, one.kind_title, one.size_words, one.warning)))
    return 0


def _save(given: Given, desk: Desk) -> int:
    one = desk.attachments.one(record_id(given.id))
    desk.attachments.save(one, given.out)
    print(f"已另存“{one.name}”：{given.out}")
    return 0


def _detach(given: Given, desk: Desk) -> int:
    count = desk.attachments.remove([record_id(one) for one in given.id])
    print(f"已移除 {count} 个附件，可用 undo 撤销。")
    return 0


ON_DESK: dict[str, Callable[[Given, Desk], int]] = {
    "attach": _attach,
    "attachments": _listed,
    "attachment-save": _save,
    "detach": _detach,
}
WRITING = ("attach", "detach", "attachment-save")
