"""Work at a desk as a person does, with words that must be found in no file, and stay until told to go.

Called as ``planting.py PROFILE LEDGER``: makes the desk when it is not there, types every canary into it through
the services, imports a ledger of some, searches, filters and errs with others, and leaves the word "ready"
on the standard output. The line "open" on the standard input gives a copy of an attachment to another program;
any other line ends it in order.
"""

import contextlib
import logging
import random
import sys
from pathlib import Path

from fj_desktop import logs
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.attachment_sources import gathered
from fj_desktop.services.attachment_view import Attached
from fj_desktop.services.browse import Filter, Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.session import Session
from tests.support.cheap_keys import PASSPHRASE, cheap_vault

_SIGNS = "夔峡脐橙瞿塘巫溪赤甲白盐草堂鱼复永安朱衣汾河兴隆竹园公平康乐吐祥青龙冯坪云雾岩湾龙桥长凼太和鹤峰安坪五马新政甲高羊市"
_DRAWN = random.Random(20260723)  # noqa: S311 - the same words in every run


def _words() -> str:
    return "".join(_DRAWN.sample(_SIGNS, 8))


TEXTS = tuple(_words() for _ in range(34))
MOBILES = tuple(f"1{_DRAWN.choice('3579')}{_DRAWN.randrange(10**8, 10**9)}" for _ in range(10))
MAILS = tuple(f"{_DRAWN.randrange(16**10):010x}@{_DRAWN.randrange(16**6):06x}.example" for _ in range(6))
CANARIES = (*TEXTS, *MOBILES, *MAILS)
"""Fifty words: names, notes, addresses, firms, tags; mobiles; mail addresses."""

LEDGER = (
    "姓名,手机,邮箱,企业名称,备注",
    *(",".join((TEXTS[at], MOBILES[at], MAILS[at], TEXTS[at + 4], TEXTS[at + 8])) for at in range(4)),
)
"""The lines of a ledger with twenty of them."""


def _type(desk: Desk) -> None:
    people, land = CATALOG["people"], CATALOG["land"]
    for at in range(12, 18):
        typed = {"name": TEXTS[at], "home_address": TEXTS[at + 6], "tags": TEXTS[at + 12], "mobile": MOBILES[at - 8]}
        person = desk.records.add(people, typed | ({"email": MAILS[at - 8]} if at < 14 else {}))
        desk.view.read(people, person, reveal=True)
        desk.records.change(people, person, {"note": TEXTS[at]})
    plots = [desk.records.add(land, {"name": TEXTS[at], "note": TEXTS[at]}) for at in (30, 31)]
    desk.records.delete(land, plots[:1])
    desk.keep_setting("last/search", TEXTS[32])


def _look(desk: Desk) -> None:
    for word in CANARIES:
        desk.search.find(word)
        with contextlib.suppress(UserError):
            desk.browse.open(CATALOG["people"], Wanted((Filter("mobile", "is", (word,)),), word, (("name", True),)))
    try:
        desk.records.add(CATALOG["land"], {"name": TEXTS[33], "area_m2": TEXTS[33]})
    except UserError:
        logging.getLogger("fj_desktop").info("refused")


def _attach(desk: Desk, outside: Path) -> Attached:
    """Attach files whose names, texts and parts are canaries, and do all that is done with them."""
    plot = desk.records.add(CATALOG["land"], {"name": TEXTS[0]})
    names = [outside / f"{TEXTS[at]}.txt" for at in (1, 2, 3)]
    for path, encoding in zip(names, ("utf-8", "utf-16", "gb18030"), strict=True):
        path.write_text("，".join((*TEXTS, *MOBILES, *MAILS)), encoding)
    added = desk.attachments.add(CATALOG["land"], plot, gathered(names)).added
    found = [desk.attachments.one(one) for one in added]
    desk.attachments.words(found[0])
    desk.attachments.content(found[1])
    desk.attachments.give_copy(found[0])
    desk.locked()
    desk.attachments.remove([found[2].id])
    desk.undoing.undo()
    return found[0]


def main(profile: Profile, ledger: Path) -> None:
    """Found or open the desk, use every canary, wait."""
    logs.start(profile.logs)
    session = Session(profile, cheap_vault(profile))
    with session.hold("测试"):
        if session.is_absent():
            session.create("YRD", TEXTS[32], PASSPHRASE)
        desk = session.open(session.vault.unlock_with_passphrase(PASSPHRASE), check=True)
        _type(desk)
        library = CATALOG["entrepreneurs"]
        book = desk.importing.read(ledger)
        plan = desk.importing.plan(book, desk.importing.propose(book, library), library)
        desk.importing.apply(plan)
        desk.exporting.export(library, ledger.with_name("out.xlsx"), reveal=True)
        desk.exporting.export(library, ledger.with_name("out.pdf"))
        attached = _attach(desk, ledger.parent)
        _look(desk)
        print("ready", flush=True)  # noqa: T201
        if sys.stdin.readline() == "open\n":
            desk.attachments.give_copy(attached)
            print("opened", flush=True)  # noqa: T201
            sys.stdin.readline()
        desk.close()


if __name__ == "__main__":
    main(Profile(Path(sys.argv[1])), Path(sys.argv[2]))
