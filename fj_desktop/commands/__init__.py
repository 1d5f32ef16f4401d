"""What each headless command does: unlock, do, print."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fj_desktop.commands import (
    attachments,
    backups,
    capture,
    chains,
    dispatch,
    duplicates,
    history,
    personal,
    projects,
    queue,
    reference,
    team,
    views,
)
from fj_desktop.commands.bulk import bulk
from fj_desktop.commands.common import print_json, record_id, typed_values
from fj_desktop.errors import LockedError, UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.identity import office_code
from fj_desktop.services.reference_tables import ReferenceTables
from fj_desktop.services.session import Session

Given = argparse.Namespace


def run(given: Given, profile: Profile) -> int:
    """Carry out one command.

    Raises:
        UserError: refused; its text is printed and its exit code returned by the caller.
    """
    for line in ReferenceTables(profile).take_up():
        print(line, file=sys.stderr)
    handlers: dict[str, Callable[[Given, Profile], int]] = {
        "init": _init,
        "passphrase": _passphrase,
        "screens": _screens,
        "check": _check,
        "take-over": _take_over,
    }
    if given.command == "restore" and not given.id:
        return backups.restore(given, Session.of(profile), _secret(given.passphrase_file, "备份当时的口令："))
    if given.command == "salvage":
        return backups.salvage(given, Session.of(profile), _secret(given.passphrase_file, "口令："))
    if given.command in handlers:
        return handlers[given.command](given, profile)
    on_desk: dict[str, Callable[[Given, Desk], int]] = {
        "add": _add, "set": _set, "delete": _delete, "restore": _restore, "list": _list, "show": _show,
        "import": _import, "export": _export, "template": _template, "undo-import": _undo, "imports": _imports,
        "search": _search, "bulk": bulk, **history.ON_DESK, **attachments.ON_DESK, **backups.ON_DESK, **capture.ON_DESK,
        **personal.ON_DESK, **duplicates.ON_DESK, **views.ON_DESK, **reference.ON_DESK,
        **projects.ON_DESK, **dispatch.ON_DESK, **queue.ON_DESK, **chains.ON_DESK,
        **team.ON_DESK,
    }  # fmt: skip
    # What only looks works beside an open window.
    asked = f"{given.command} {getattr(given, 'act', '')}".strip()
    writes = not {given.command, asked}.isdisjoint((
        "add", "set", "bulk", "delete", "restore", "import", "undo-import", "undo", "redo", "backup", "capture",
        *attachments.WRITING, *personal.WRITING, *duplicates.WRITING, *reference.WRITING, *projects.WRITING,
        *chains.WRITING,
        *team.WRITING,
    )) or getattr(given, "merge_sure", False)  # fmt: skip
    given.folder = profile.folder
    with _desk(given, profile, writes=writes) as desk:
        return on_desk[given.command](given, desk)


@contextmanager
def _desk(given: Given, profile: Profile, *, writes: bool) -> Iterator[Desk]:
    session = Session.of(profile)
    key = session.vault.unlock_with_passphrase(_secret(given.passphrase_file, "口令："))
    with session.hold("命令行", writes=writes):
        desk = session.open(key)
        try:
            if writes:
                for name in desk.parcels.release():
                    print(f"锁定已到期，自动释放：{name}", file=sys.stderr)
            yield desk
            if writes and desk.backups is not None and desk.backups.is_due():
                desk.backups.start("interval")
        finally:
            desk.close()


def _secret(file: Path | None, prompt: str) -> str:
    """The passphrase from a file, the environment or the terminal; never from the arguments."""
    if file is not None:
        try:
            return file.read_text(encoding="utf-8-sig").split("\n", 1)[0].rstrip("\r")
        except (OSError, UnicodeDecodeError):
            raise UserError(f"读不了口令文件“{file}”，请核对路径；文件应为 UTF-8 文本，口令在第一行。") from None
    given = os.environ.get("FJ_PASSPHRASE")
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise LockedError("需要口令：请用 --passphrase-file 或环境变量 FJ_PASSPHRASE 给出。")
    return getpass.getpass(prompt)


def _init(given: Given, profile: Profile) -> int:
    session = Session.of(profile)
    office = office_code(given.office)
    passphrase = _secret(given.passphrase_file, "设置口令：")
    with session.hold("命令行", writes=True):
        key, code = session.create(office, given.person, passphrase)
        if not given.no_keyring:
            session.vault.remember(key)
        print(f"已新建台账：{profile.folder}")
        if given.recovery_out is not None:
            try:
                session.write_recovery(given.recovery_out, code, office, given.person)
            except UserError as error:
                # The desk is made and the code is kept nowhere else: it must not be lost with the file.
                print(error.text, file=sys.stderr)
            else:
                print(f"恢复码已写入：{given.recovery_out}")
                return 0
    print(f"恢复码（请抄下并妥善保管，只显示这一次）：\n{code}")
    return 0


def _passphrase(given: Given, profile: Profile) -> int:
    session = Session.of(profile)
    new = _secret(given.new_passphrase_file, "")
    with session.hold("命令行", writes=True):
        if given.recovery_file is not None:
            key = session.vault.unlock_with_recovery(_secret(given.recovery_file, ""))
            session.vault.set_passphrase(key, new)
        else:
            session.vault.change_passphrase(_secret(given.passphrase_file, "现口令："), new)
    print("口令已更换。以前的备份仍用旧口令打开。")
    return 0


def _check(given: Given, profile: Profile) -> int:
    session = Session.of(profile)
    key = session.vault.unlock_with_passphrase(_secret(given.passphrase_file, "口令："))
    findings = session.verify(key)
    for line in findings:
        print(line)
    print("台账完好。" if not findings else "台账有损坏，请用备份恢复；原文件没有改动。")
    return 4 if findings else 0


def _take_over(_: Given, profile: Profile) -> int:
    Session.of(profile).take_over()
    print("已由本机接管。请勿再在另一台电脑上打开它。")
    return 0


def _screens(given: Given, _: Profile) -> int:
    from fj_desktop.app import render_screens

    return render_screens(given.out, given.size, dark=given.dark)


def _add(given: Given, desk: Desk) -> int:
    record = desk.records.add(CATALOG[given.library], typed_values(given.values))
    if given.json:
        print_json({"id": str(record)})
    else:
        print(record)
    return 0


def _set(given: Given, desk: Desk) -> int:
    desk.records.change(CATALOG[given.library], record_id(given.id), typed_values(given.values))
    return 0


def _delete(given: Given, desk: Desk) -> int:
    desk.records.delete(CATALOG[given.library], [record_id(one) for one in given.id])
    return 0


def _restore(given: Given, desk: Desk) -> int:
    desk.records.restore(CATALOG[given.what], [record_id(one) for one in given.id])
    return 0


def _list(given: Given, desk: Desk) -> int:
    library = CATALOG[given.library]
    showing = desk.views.named(library, given.view).showing if given.view else None
    wanted = showing.wanted(deleted=given.deleted) if showing else Wanted(deleted=given.deleted)
    listing = desk.browse.open(library, wanted)
    if given.json:
        numbers = listing.numbers
        print_json(
            desk.view.rows_json(library, given.limit, reveal=given.reveal, deleted=given.deleted, numbers=numbers)
        )
        return 0
    usual = [one.key for one in CATALOG.surface(library) if one.in_table]
    keys = showing.keys if showing and showing.keys else usual
    for row in desk.browse.page(listing, 0, given.limit or len(listing), keys, own_open=False):
        print("\t".join((str(row.id), *row.cells)))
    print(f"共 {len(listing)} 条", file=sys.stderr)
    return 0


def _show(given: Given, desk: Desk) -> int:
    library, record = CATALOG[given.library], record_id(given.id)
    if given.json:
        print_json(desk.view.json(library, record, reveal=given.reveal))
        return 0
    view = desk.view.read(library, record, reveal=given.reveal)
    labels = {one.key: one.heading for one in CATALOG.surface(library)}
    print(view.name)
    for key, text in view.texts.items():
        print(f"{labels[key]}：{text}")
    return 0


def _search(given: Given, desk: Desk) -> int:
    found = desk.search.find(given.text)
    if given.json:
        rows = [
            {"library": one.library.library, "id": str(one.id), "title": one.title, "detail": one.detail}
            for one in found
        ]
        print_json(rows)
        return 0
    for one in found:
        print(f"{one.library.title}\t{one.title}\t{one.detail}\t{one.id}")
    return 0


def _import(given: Given, desk: Desk) -> int:
    from fj_desktop.services.import_report import import_file

    return import_file(desk, given)


def _export(given: Given, desk: Desk) -> int:
    library = CATALOG[given.library]
    showing = desk.views.named(library, given.view).showing if given.view else None
    wanted, keys = (showing.wanted(), showing.keys) if showing else (None, ())
    count = desk.exporting.export(
        library, given.out, wanted=wanted, keys=keys, reveal=given.reveal, purpose=given.purpose
    )
    print(f"已导出 {count} 条：{given.out}")
    return 0


def _template(given: Given, desk: Desk) -> int:
    desk.exporting.template(CATALOG[given.library], given.out)
    print(f"已生成模板：{given.out}")
    return 0


def _imports(given: Given, desk: Desk) -> int:
    found = desk.importing.past()
    if given.json:
        print_json([{**vars(one), "batch": str(one.batch)} for one in found])
        return 0
    for one in found:
        state = f"已收回 {one.undone_at}" if one.undone_at else "有效"
        print(f"{one.batch}\t{one.at}\t{one.title}\t{one.file}\t新增 {one.added}，更新 {one.updated}\t{state}")
    return 0


def _undo(given: Given, desk: Desk) -> int:
    undone = desk.importing.undo(record_id(given.batch))
    if given.json:
        print_json({"removed": undone.removed, "put_back": undone.put_back, "kept": undone.kept})
        return 0
    print(f"已撤销：收回 {undone.removed} 条，还原 {undone.put_back} 处。")
    for name in undone.kept:
        print(f"保留（导入后又改过或已被引用）：{name}")
    return 0
