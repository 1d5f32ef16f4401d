"""Stores as earlier programs left them."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from fj_desktop.assets import asset
from fj_desktop.paths import Profile
from fj_desktop.store.engine import Raw, connect
from fj_desktop.store.migrate import build
from fj_desktop.store.scripts import Scripts
from tests.support.cheap_keys import PASSPHRASE, cheap_vault
from tests.support.small_scripts import small_scripts


def scripts_until(revision: str, folder: Path) -> Scripts:
    """The shipped scripts without those after a revision."""
    home = folder / f"until-{revision}"
    shutil.copytree(asset("db/migrations"), home)
    for path in (home / "versions").glob("*.py"):
        if path.name[:4] > revision:
            path.unlink()
    return Scripts(home)


def store(revision: str, founded: Callable[[Profile], None], profile: Profile) -> None:
    """A desk in the structure of an earlier revision, with the rows of one of today as far as they fit it."""
    founded(profile)
    key = cheap_vault(profile).unlock_with_passphrase(PASSPHRASE)
    draft = profile.folder / "older"
    with tempfile.TemporaryDirectory() as folder:
        build(draft, key, scripts=scripts_until(revision, Path(folder)))
    with closing(connect(profile.store, key)) as new, closing(connect(draft, key, journal="DELETE")) as old:
        old.execute("PRAGMA foreign_keys = OFF")
        old.execute("BEGIN")
        for table in _tables(old) & _tables(new) - {"alembic_version"}:
            _copy_rows(new, old, table)
        old.execute("COMMIT")
    draft.replace(profile.store)


def small(count: int) -> Scripts:
    """The first so many made-up scripts."""
    return small_scripts(Path(tempfile.mkdtemp()), count)


def small_store(scripts: Scripts, profile: Profile) -> None:
    """A store of two tables with a row in each."""
    _, _ = cheap_vault(profile, scripts=scripts).create(PASSPHRASE)
    key = cheap_vault(profile).unlock_with_passphrase(PASSPHRASE)
    with closing(connect(profile.store, key)) as raw:
        raw.execute("INSERT INTO town VALUES ('t', '永乐镇')")
        raw.execute("INSERT INTO plot VALUES ('p', 't')")


def _tables(raw: Raw) -> set[str]:
    virtual = raw.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'").fetchall()
    names = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    return {name for name in names if not any(name.startswith(one) for (one,) in virtual)}


def _columns(raw: Raw, table: str) -> list[str]:
    return [row[1] for row in raw.execute(f'PRAGMA table_info("{table}")')]


def _copy_rows(source: Raw, target: Raw, table: str) -> None:
    known = set(_columns(source, table))
    names = [name for name in _columns(target, table) if name in known]
    listed = ", ".join(f'"{name}"' for name in names)
    rows = source.execute(f'SELECT {listed} FROM "{table}"').fetchall()  # noqa: S608 - names from the file itself
    places = ", ".join("?" * len(names))
    target.executemany(f'INSERT OR REPLACE INTO "{table}" ({listed}) VALUES ({places})', rows)  # noqa: S608
