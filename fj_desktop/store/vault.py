"""One profile's store and its keys: made, unlocked, re-keyed and opened.

The database is imported only when it is opened, so that the unlock window can stand before.
"""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fj_desktop.core.clock import Clock, SystemClock
from fj_desktop.errors import DamagedStoreError, LockedError, UserError
from fj_desktop.paths import Profile
from fj_desktop.store import atomic, attachments, plain_copies
from fj_desktop.store.attempts import Attempts
from fj_desktop.store.files import (
    StoreState,
    aside_folder,
    drafts,
    examine,
    sidecars,
    unfinished_keys,
    unfinished_store,
)
from fj_desktop.store.kdf import ARGON2ID, PassphraseKdf
from fj_desktop.store.keyring_slot import KeyringSlot
from fj_desktop.store.keyslots import KEY_BYTES, KeyFile
from fj_desktop.store.passphrase import require_strong
from fj_desktop.store.restore import finish_restore

if TYPE_CHECKING:
    import sqlalchemy as sa

    from fj_desktop.store.migrate import AfterUpgrade
    from fj_desktop.store.scripts import Scripts


class Vault:
    """The way from a passphrase, recovery code or keyring to the data key of one profile."""

    def __init__(
        self,
        profile: Profile,
        *,
        kdf: PassphraseKdf = ARGON2ID,
        attempts: Attempts | None = None,
        keyring: KeyringSlot | None = None,
        scripts: "Scripts | None" = None,
    ) -> None:
        """Args:
        profile: where the store lies or will lie.
        kdf: only tests hand in another one.
        attempts: counts wrong tries; by default in ``desk.attempts`` of the profile.
        keyring: where the keyring slot's secret is kept; by default the account's own keyring.
        scripts: the migration scripts; by default those shipped.
        """
        self._profile = profile
        self.kdf = kdf
        self.attempts = attempts or Attempts(profile.folder / "desk.attempts")
        self._keyring = keyring
        self._scripts = scripts

    def state(self) -> StoreState:
        """What the profile holds; nothing is changed."""
        return examine(self._profile, kdf=self.kdf)

    def settle(self) -> StoreState:
        """Finish or clear away what a killed creation, upgrade or restore left; the caller holds the instance lock."""
        state = self.state()
        if state is StoreState.RESTORING:
            finish_restore(self._profile)
            state = self.state()
        if state is StoreState.UNFINISHED:
            # The keys take their name only after the store is whole, so this rename completes it.
            atomic.replace(unfinished_store(self._profile), self._profile.store)
        if state is StoreState.ABSENT:
            _clear_unfinished(self._profile)
        for path in drafts(self._profile):
            atomic.remove(path)
        attachments.settle(self._profile)
        plain_copies.wipe(self._profile)
        return self.state()

    def create(
        self, passphrase: str, *, person_words: Sequence[str] = (), after_upgrade: "AfterUpgrade | None" = None
    ) -> tuple[bytes, str]:
        """Make an encrypted store at the head and its key file; all of it or nothing.

        Args:
            passphrase: refused when it is too easy to guess.
            person_words: words a guesser would try first (name, office).
            after_upgrade: runs in the transaction that makes the tables; makes triggers, seeds rows.

        Returns:
            The data key and the recovery code, which is shown once and kept nowhere.

        Raises:
            UserError: something lies here already (it is not touched), or the passphrase is too weak.
        """
        from fj_desktop.store.migrate import build

        require_strong(passphrase, person_words)
        state = self.state()
        if state is not StoreState.ABSENT:
            raise _not_empty(state, self._profile)
        atomic.private_folder(self._profile.folder)
        _clear_unfinished(self._profile)
        with contextlib.ExitStack() as undo:
            undo.callback(_clear_unfinished, self._profile)
            data_key = os.urandom(KEY_BYTES)
            build(unfinished_store(self._profile), data_key, after_upgrade, self._scripts)
            _, code = KeyFile.create(unfinished_keys(self._profile), data_key, passphrase, kdf=self.kdf)
            for empty_log in sidecars(self._profile.store):
                atomic.remove(empty_log)
            undo.pop_all()
        atomic.replace(unfinished_keys(self._profile), self._profile.keys)
        atomic.replace(unfinished_store(self._profile), self._profile.store)
        self.attempts.forgive()
        return data_key, code

    def unlock_with_passphrase(self, passphrase: str) -> bytes:
        """The data key.

        Raises:
            WaitError: too soon after wrong tries.
            LockedError: a wrong passphrase; counted.
            DamagedStoreError: store or key file is missing or damaged.
        """
        keys = self._keys()
        with self.attempts.trying():
            return keys.open_with_passphrase(passphrase)

    def unlock_with_recovery(self, code: str) -> bytes:
        """The data key; as ``unlock_with_passphrase``, and MistypedCodeError, not counted, for a slip."""
        keys = self._keys()
        with self.attempts.trying():
            return keys.open_with_recovery(code)

    def unlock_with_keyring(self) -> bytes | None:
        """The data key, or None within three seconds when the keyring does not give it for any reason."""
        keys = self._keys()
        secret = (self._keyring or KeyringSlot(keys.store_id)).read() if keys.has_keyring else None
        if secret is None:
            return None
        try:
            return keys.open_with_keyring(secret)
        except LockedError:
            return None

    def change_passphrase(self, old: str, new: str, person_words: Sequence[str] = ()) -> None:
        """Replace the passphrase; the store itself is not rewritten and old backups keep the old one."""
        require_strong(new, person_words)
        self._keys().change_passphrase(self.unlock_with_passphrase(old), new)

    def set_passphrase(self, data_key: bytes, new: str, person_words: Sequence[str] = ()) -> None:
        """Give a passphrase to a person who came in by the recovery code."""
        require_strong(new, person_words)
        self._keys().change_passphrase(data_key, new)

    def new_recovery_code(self, data_key: bytes) -> str:
        """Replace the recovery code; it counts as unconfirmed until ``confirm_recovery``."""
        return self._keys().new_recovery_code(data_key)

    def confirm_recovery(self, data_key: bytes) -> None:
        """Note that a person has shown to hold the recovery code."""
        self._keys().confirm_recovery(data_key)

    @property
    def recovery_confirmed(self) -> bool:
        """False when nobody has yet shown to hold the code, e.g. after a first run that broke off."""
        return self._keys().recovery_confirmed

    def remember(self, data_key: bytes) -> bool:
        """Let the account's keyring unlock this store; False when the keyring did not take the secret."""
        keys = self._keys()
        if (self._keyring or KeyringSlot(keys.store_id)).write(keys.add_keyring(data_key)):
            return True
        keys.remove_keyring(data_key)
        return False

    def forget(self, data_key: bytes) -> None:
        """Take the keyring's way in out again, also when the keyring itself does not answer."""
        keys = self._keys()
        keys.remove_keyring(data_key)
        (self._keyring or KeyringSlot(keys.store_id)).forget()

    def _keys(self) -> KeyFile:
        state = self.state()
        if state in (StoreState.READY, StoreState.DAMAGED):
            keys = KeyFile.load(self._profile.keys, kdf=self.kdf)
            if state is StoreState.READY:
                return keys
        raise _not_ready(state, self._profile)


def open_store(
    profile: Profile,
    data_key: bytes,
    after_upgrade: "AfterUpgrade | None" = None,
    *,
    scripts: "Scripts | None" = None,
) -> "sa.Engine":
    """Upgrade the store if need be and open it; the key comes from the vault and is therefore the right one.

    Raises:
        DamagedStoreError: damaged, foreign, newer, or not of the same set as the key file.
        UserError: an upgrade is needed but there is no room, or another program has the store open.
    """
    from fj_desktop.store.engine import open_engine
    from fj_desktop.store.migrate import upgrade

    try:
        upgrade(profile, data_key, after_upgrade, scripts=scripts)
        return open_engine(profile.store, data_key)
    except LockedError as error:
        raise DamagedStoreError(error.text) from error


def set_aside(profile: Profile, clock: Clock | None = None, *, contents: bool = False) -> Path:
    """Move store, logs and keys into a new folder among the backups, so that a new store can be made.

    Nothing is deleted. The caller holds the instance lock and has asked the person. With ``contents`` what the
    attachments hold goes along: a desk with another key has no use for it.
    """
    folder = aside_folder(profile, clock or SystemClock())
    atomic.private_folder(folder)
    unfinished = [unfinished_store(profile), unfinished_keys(profile)]
    beside = [profile.attachments] if contents else []
    for path in (profile.store, *sidecars(profile.store), profile.keys, *unfinished, *beside):
        if path.exists() or path.is_symlink():
            atomic.replace(path, folder / path.name)
    return folder


def _clear_unfinished(profile: Profile) -> None:
    store = unfinished_store(profile)
    keys = unfinished_keys(profile)
    for path in (store, *sidecars(store), keys, atomic.draft_of(keys)):
        atomic.remove(path)


def _not_empty(state: StoreState, profile: Profile) -> UserError:
    if state is StoreState.READY:
        return UserError(f"“{profile.folder}”里已有台账，没有改动它。请直接解锁，或另选一个文件夹新建。")
    return _not_ready(state, profile)


def _not_ready(state: StoreState, profile: Profile) -> UserError:
    text = f"{state.value}（位置：{profile.folder}）"
    if state in (StoreState.ABSENT, StoreState.UNFINISHED):
        return UserError(text)
    return DamagedStoreError(text)
