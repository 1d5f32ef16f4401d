"""Vaults and stores for tests in milliseconds: the same code with a passphrase derivation that costs nothing."""

import os
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import sqlalchemy as sa

from fj_desktop.paths import Profile
from fj_desktop.store import atomic
from fj_desktop.store.engine import open_engine
from fj_desktop.store.kdf import Cost, PassphraseKdf
from fj_desktop.store.keyring_slot import KeyringSlot
from fj_desktop.store.migrate import AfterUpgrade
from fj_desktop.store.scripts import Scripts
from fj_desktop.store.vault import Vault

CHEAP = PassphraseKdf(floor=Cost(memory_kib=64, passes=1, lanes=1), seconds=0.0)
PASSPHRASE = "夔门脐橙 orchard lantern 47"


class NoKeyring(KeyringSlot):
    """A keyring that is not there."""

    def __init__(self) -> None:
        super().__init__("none", find=lambda: None)


def cheap_vault(profile: Profile, *, keyring: KeyringSlot | None = None, scripts: Scripts | None = None) -> Vault:
    """A vault over a profile, made or not, with the cheap derivation and by default without a keyring."""
    return Vault(profile, kdf=CHEAP, keyring=keyring or NoKeyring(), scripts=scripts)


def made_vault(
    profile: Profile,
    after_upgrade: AfterUpgrade | None = None,
    *,
    keyring: KeyringSlot | None = None,
    scripts: Scripts | None = None,
) -> tuple[Vault, bytes, str]:
    """A freshly made store: vault, data key and recovery code; its passphrase is ``PASSPHRASE``.

    A store of the shipped scripts and the same ``after_upgrade`` is built once and then copied, key and all.
    """
    vault = cheap_vault(profile, keyring=keyring, scripts=scripts)
    if scripts is not None:
        return vault, *vault.create(PASSPHRASE, after_upgrade=after_upgrade)
    model = _model(after_upgrade)
    atomic.private_folder(profile.folder)
    atomic.write_file(profile.keys, model.keys)
    atomic.write_file(profile.store, model.store)
    return vault, model.key, model.code


@dataclass(frozen=True)
class _Model:
    store: bytes
    keys: bytes
    key: bytes
    code: str


@lru_cache(maxsize=4)
def _model(after_upgrade: AfterUpgrade | None) -> _Model:
    with tempfile.TemporaryDirectory() as folder:
        profile = Profile(Path(folder, "model"))
        key, code = cheap_vault(profile).create(PASSPHRASE, after_upgrade=after_upgrade)
        return _Model(profile.store.read_bytes(), profile.keys.read_bytes(), key, code)


def scratch_engine(path: Path) -> sa.Engine:
    """An empty encrypted database under a key nobody keeps."""
    return open_engine(path, os.urandom(32), create=True)
