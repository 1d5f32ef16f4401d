"""Is what a fault left as good as a person may ask: opens, whole, nothing promised lost, nothing half done?"""

import hashlib
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from fj_desktop.errors import LockedError, UserError
from fj_desktop.paths import Profile
from fj_desktop.store.backups import contents
from fj_desktop.store.backups.snapshot import about
from fj_desktop.store.checks import findings
from fj_desktop.store.engine import Raw, connect
from fj_desktop.store.files import StoreState
from fj_desktop.store.vault import Vault
from tests.support.cheap_keys import PASSPHRASE, cheap_vault
from tests.support.faults.operations import Operation, session_of

ABSENT = "absent"


def state(profile: Profile, secrets: Sequence[str] = (PASSPHRASE,), *, with_backups: bool = False) -> str:
    """One text for what a profile holds: which secrets open it, its structure and every row.

    Raises:
        UserError: it can't be opened.
    """
    vault = cheap_vault(profile)
    settled = vault.settle()
    if settled is StoreState.ABSENT:
        return ABSENT
    keys = [_key(vault, secret) for secret in secrets]
    with closing(connect(profile.store, next((key for key in keys if key), b""), journal=None)) as raw:
        kept = f"{len(_backups(profile))} " if with_backups else ""
        return kept + "".join("-" if key is None else "k" for key in keys) + _digest(raw)


def problems(
    profile: Profile, operation: Operation, states: Sequence[str], promised: int, secrets: list[str]
) -> list[str]:
    """What is wrong with what a fault left; empty when nothing is.

    Args:
        profile: what the fault left; is worked with, so that it is another one afterwards.
        operation: what was done.
        states: what the profile holds after none, one, two … promises.
        promised: how many were made before the fault.
        secrets: what may open the store.
    """
    try:
        found = state(profile, secrets, with_backups=operation.with_backups)
        if found not in states[promised : promised + 2]:
            return ["lost" if found in states else "torn"]
        return [] if found == ABSENT else _unusable(profile, operation, secrets)
    except (UserError, OSError, ValueError) as error:
        return [f"corrupt: {error}"]


def _unusable(profile: Profile, operation: Operation, secrets: list[str]) -> list[str]:
    vault = cheap_vault(profile)
    key = next(key for secret in secrets if (key := _key(vault, secret)))
    found = [f"corrupt: backup {path.name}: {line}" for path in _backups(profile) for line in _backup(path, key)]
    if operation.scripts is not None:
        with closing(connect(profile.store, key)) as raw:
            return found + [f"corrupt: {line}" for line in findings(raw)]
    session = session_of(profile)
    with session.hold("故障测试"):
        desk = session.open(key, check=True)
        found += [f"corrupt: {line}" for line in session.verify(key)]
        desk.keep_setting("faults/after", "2")
        desk.close()
    return found


def _backups(profile: Profile) -> list[Path]:
    return sorted(profile.backups.glob("*.fjdb"))


def _backup(path: Path, key: bytes) -> list[str]:
    if not path.with_suffix(".keys").exists():
        return ["no keys"]
    with closing(connect(path, key, journal=None, read_only=True)) as raw:
        found = findings(raw)
    told = about(path, key)
    named = told.contents if told else ()
    return found + [f"content {name} is missing" for name in set(named) - contents.names(path.parent)]


def _key(vault: Vault, secret: str) -> bytes | None:
    vault.attempts.forgive()
    code = secret.count("-") > 5
    try:
        return vault.unlock_with_recovery(secret) if code else vault.unlock_with_passphrase(secret)
    except LockedError:
        return None
    finally:
        vault.attempts.forgive()


def _digest(raw: Raw) -> str:
    """Every row of every table; what backs the search is among them."""
    seen = hashlib.sha256()
    tables = raw.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    for (name,) in tables:
        rows = raw.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - the file's own list
        seen.update(repr((name, [row for row in rows if row[0] != "faults/after"])).encode())
    return seen.hexdigest()
