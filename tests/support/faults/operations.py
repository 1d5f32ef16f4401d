"""What is tried under every fault: one entry a line in ``OPERATIONS``; how to add one stands in ``docs/faults.md``."""

import random
import secrets
import shutil
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from tempfile import gettempdir

import uuid6

from fj_desktop.core.clock import FixedClock
from fj_desktop.errors import UserError
from fj_desktop.exchange.reading import Book, read_book
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.attachment_sources import gathered
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.session import Session
from fj_desktop.store.capture import lay_triggers
from fj_desktop.store.migrate import upgrade
from fj_desktop.store.scripts import Scripts
from tests.support.cheap_keys import PASSPHRASE, cheap_vault
from tests.support.desks import NOON
from tests.support.faults import older
from tests.support.faults.watching import note

NEW_PASSPHRASE = "石榴树下 umbrella 雪人 19"
LAND = CATALOG["land"]

Step = Callable[[Desk], object]


@dataclass(frozen=True)
class Operation:
    """One thing a person does.

    Attributes:
        prepare: makes the profile as it is before; the folder is not there yet.
        act: does it, in a child; calls ``done`` each time the person was told that something is stored.
        scripts: the migration scripts, when they are not those shipped; then no desk can be opened on the store.
        with_backups: how many backups are kept is part of what was promised.
        heavy: a run takes most of a second: the power is cut from one recording, single calls do not fail.
    """

    prepare: Callable[[Profile], object]
    act: Callable[[Profile], object]
    scripts: Scripts | None = None
    with_backups: bool = False
    heavy: bool = False


def done(word: str = "") -> None:
    """The person has been told that it is stored; ``word`` may be a secret that opens the store from now on."""
    note(f"done {word}")


def session_of(profile: Profile) -> Session:
    """A session over the cheap derivation, at noon."""
    return Session(profile, cheap_vault(profile), FixedClock(NOON))


def foreseeable() -> None:
    """In the child: let every run draw the same ids and secrets, so that equal runs leave equal stores."""
    lot = random.Random(20261123)  # noqa: S311 - foreseeable on purpose
    uuid6.uuid7 = lambda: uuid6.UUID(int=lot.getrandbits(128) & ~(0xF << 76) | 7 << 76, version=7)
    secrets.token_hex = lambda count=32: lot.randbytes(count).hex()
    secrets.token_bytes = lambda count=32: lot.randbytes(count)


def at_desk(*steps: Step, backups: bool = True) -> Callable[[Profile], None]:
    """An act of several steps at an open desk, each of them promised; a refusal leaves the desk usable.

    ``backups`` False: none is made beside the work, which would add hundreds of calls of its own.
    """

    def act(profile: Profile) -> None:
        session = session_of(profile)
        with session.hold("故障测试"):
            desk = session.open(session.vault.unlock_with_passphrase(PASSPHRASE))
            if not backups:
                desk._store.before = lambda action: None
            try:
                for step in steps:
                    step(desk)
                    done()
            except UserError as error:
                note(f"refused {error.text}")
                _still_usable(desk)
            finally:
                desk.close()

    return act


def _still_usable(desk: Desk) -> None:
    """After a refusal the window shows records as before, and what is typed once the disk is well is kept."""
    _plots(desk)
    desk.search.find("地块")
    note("well again")
    desk.keep_setting("faults/after", "1")


@lru_cache(maxsize=1)
def _model() -> Path:
    """A founded desk with some records, made once by each process."""
    folder = Path(gettempdir(), f"fj-faults-{uuid.uuid4().hex}")
    profile = Profile(folder)
    session = session_of(profile)
    key, _ = session.create("YRD", "示例员", PASSPHRASE)
    desk = session.open(key)
    for number in range(4):
        desk.records.add(LAND, {"parcel_no": f"地块 {number}"})
    desk.close()
    return folder


def founded(profile: Profile) -> None:
    """A desk with four plots."""
    shutil.copytree(_model(), profile.folder)


def killed_at_work(profile: Profile) -> None:
    """A desk whose program was killed: its last changes stand in the log only."""
    founded(profile)
    session = session_of(profile)
    desk = session.open(session.vault.unlock_with_passphrase(PASSPHRASE))
    desk.records.add(LAND, {"parcel_no": "只在日志里的地块"})
    left = {path: path.read_bytes() for path in profile.folder.glob("desk.fjdb*") if not path.name.endswith("-shm")}
    desk.close()
    for path, content in left.items():
        path.write_bytes(content)


def _plots(desk: Desk) -> list[uuid.UUID]:
    return [row.id for row in desk.browse.page(desk.browse.open(LAND, Wanted()), 0, 100, ["parcel_no"])]


def _add(name: str, desk: Desk) -> None:
    desk.records.add(LAND, {"parcel_no": name, "note": f"{name}的说明，写得长一些，占去不止一个字。" * 20})


def _change(desk: Desk) -> None:
    desk.records.change(LAND, _plots(desk)[0], {"parcel_no": "改过的地块"})


def _delete(desk: Desk) -> None:
    desk.records.delete(LAND, _plots(desk)[1:3])


def _undo(desk: Desk) -> None:
    desk.undoing.undo()


def _redo(desk: Desk) -> None:
    desk.undoing.redo()


@lru_cache(maxsize=1)
def _ledger() -> Book:
    """A ledger, read once by each process: the reading is another process's and writes nothing here."""
    path = Path(gettempdir(), "ledger.csv")
    rows = [f"示例{number}号,1390000{number:04},示例{number}有限公司" for number in range(8)]
    path.write_text("\n".join(["姓名,手机,企业名称", *rows]), "utf-8")
    return read_book(path)


def with_ledger(profile: Profile) -> None:
    """A desk, and a ledger that has been read."""
    founded(profile)
    _ledger()


def _import(desk: Desk) -> None:
    library, book = CATALOG["entrepreneurs"], _ledger()
    desk.importing.apply(desk.importing.plan(book, desk.importing.propose(book, library), library))


def _attach(desk: Desk) -> None:
    text = Path(gettempdir(), "attached.txt")
    text.write_text("一份示例说明。" * 400, "utf-8")
    taken = desk.attachments.add(LAND, _plots(desk)[0], gathered([text]))
    text.unlink()
    if taken.refused:
        raise UserError(taken.refused[0][1])


def _detach(desk: Desk) -> None:
    desk.attachments.remove([one.id for one in desk.attachments.of(LAND, _plots(desk)[0])])


def _fill(desk: Desk) -> None:
    plots = _plots(desk)
    desk.bulk.apply(desk.bulk.plan(LAND, {plot: {"note": f"批量改的第 {at} 条"} for at, plot in enumerate(plots)}))


def _merge(desk: Desk) -> None:
    keep, other = _plots(desk)[:2]
    desk.merging.merge(LAND, keep, other)


def _backup(desk: Desk) -> None:
    assert desk.backups is not None
    desk.backups.make(always=True)


def with_attachment(profile: Profile) -> None:
    """A desk with an attachment and no backup."""
    founded(profile)
    session = session_of(profile)
    desk = session.open(session.vault.unlock_with_passphrase(PASSPHRASE))
    _attach(desk)
    desk.close()


def backed_up(profile: Profile) -> None:
    """A desk with a backup, in which something has been changed since."""
    with_attachment(profile)
    session = session_of(profile)
    desk = session.open(session.vault.unlock_with_passphrase(PASSPHRASE))
    _backup(desk)
    _change(desk)
    desk.close()


def _restore(profile: Profile) -> None:
    session = session_of(profile)
    with session.hold("故障测试"):
        service = session.restoring
        backup = service.find("newest")
        service.restore(backup, service.key(backup, PASSPHRASE))
        done()


def _create(profile: Profile) -> None:
    session = session_of(profile)
    with session.hold("故障测试"):
        session.create("YRD", "示例员", PASSPHRASE)
        done()


def _create_small(scripts: Scripts, profile: Profile) -> None:
    cheap_vault(profile, scripts=scripts).create(PASSPHRASE)
    done()


def _upgrade_small(scripts: Scripts, profile: Profile) -> None:
    vault = cheap_vault(profile)
    upgrade(profile, vault.unlock_with_passphrase(PASSPHRASE), scripts=scripts)
    done()


def _upgrade(profile: Profile) -> None:
    vault = cheap_vault(profile)
    upgrade(profile, vault.unlock_with_passphrase(PASSPHRASE), lay_triggers)
    done()


def _new_passphrase(profile: Profile) -> None:
    cheap_vault(profile).change_passphrase(PASSPHRASE, NEW_PASSPHRASE)
    done(NEW_PASSPHRASE)


def _new_code(profile: Profile) -> None:
    vault = cheap_vault(profile)
    done(vault.new_recovery_code(vault.unlock_with_passphrase(PASSPHRASE)))


def _nothing(profile: Profile) -> None:
    profile.folder.mkdir(mode=0o700)


_SMALL_1, _SMALL_2 = older.small(1), older.small(2)

OPERATIONS: dict[str, Operation] = {
    "create": Operation(_nothing, _create, heavy=True),
    "create-small": Operation(_nothing, partial(_create_small, _SMALL_2), _SMALL_2),
    "open": Operation(killed_at_work, at_desk(lambda desk: None)),
    "save": Operation(founded, at_desk(partial(_add, "新地块"), _change, partial(_add, "又一地块"))),
    "delete-undo": Operation(founded, at_desk(_delete, _undo, _redo)),
    "import": Operation(with_ledger, at_desk(_import, _undo)),
    "attach": Operation(founded, at_desk(_attach, _detach)),
    "bulk": Operation(founded, at_desk(_fill, _undo, backups=False)),
    "merge": Operation(founded, at_desk(_merge, _undo, backups=False)),
    "backup": Operation(with_attachment, at_desk(_backup), with_backups=True),
    "restore": Operation(backed_up, _restore),
    "upgrade": Operation(partial(older.store, "0002", founded), _upgrade, heavy=True),
    "upgrade-small": Operation(partial(older.small_store, _SMALL_1), partial(_upgrade_small, _SMALL_2), _SMALL_2),
    "passphrase": Operation(founded, _new_passphrase),
    "recovery-code": Operation(founded, _new_code),
}
