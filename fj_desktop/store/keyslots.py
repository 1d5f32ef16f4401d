"""The key file beside the store: one random data key, wrapped once for each way to unlock."""

import os
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Self

from fj_desktop.errors import DamagedStoreError, LockedError
from fj_desktop.store import atomic, recovery_code, slots
from fj_desktop.store.kdf import ARGON2ID, PassphraseKdf
from fj_desktop.store.keyheader import (
    KEYRING,
    LARGEST_BYTES,
    PASSPHRASE,
    RECOVERY,
    Header,
    NewerHeaderError,
    NotAHeaderError,
    parse,
)

KEY_BYTES = 32


class DamagedKeysError(DamagedStoreError):
    """``desk.keys`` is missing, damaged, foreign or newer; it was not touched."""

    code = "FJ-3010"


class KeyFile:
    """``desk.keys`` as it stands on the disk; each change is written whole before it counts."""

    def __init__(self, path: Path, header: Header, kdf: PassphraseKdf) -> None:
        """Use ``create`` or ``load``."""
        self._path = path
        self._header = header
        self._kdf = kdf

    @classmethod
    def create(cls, path: Path, data_key: bytes, passphrase: str, *, kdf: PassphraseKdf = ARGON2ID) -> tuple[Self, str]:
        """Write a new key file; also returns the recovery code, which is kept nowhere.

        Takes about a second: the cost of the passphrase is measured on this machine.
        """
        if len(data_key) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        secret = recovery_code.new_secret()
        header = Header(store_id=uuid.uuid4().hex, slots=())
        header = slots.with_passphrase(header, data_key, passphrase, kdf)
        header = slots.with_secret(header, RECOVERY, data_key, secret).sealed(data_key)
        atomic.write_file(path, header.to_bytes())
        return cls(path, header, kdf), recovery_code.shown(secret)

    @classmethod
    def load(cls, path: Path, *, kdf: PassphraseKdf = ARGON2ID) -> Self:
        """Read a key file; no passphrase is needed for that.

        Raises:
            DamagedKeysError: it cannot be read, is damaged, foreign, or of a newer program.
        """
        try:
            header = parse(_content(path))
        except NewerHeaderError as error:
            raise DamagedKeysError(
                f"钥匙文件“{path}”由更新的程序写成，本程序不认识；文件没有改动。请安装新版程序后再打开。"
            ) from error
        except (OSError, NotAHeaderError) as error:
            raise _damaged(path) from error
        if not kdf.accepts(slots.cost_of(header)):
            raise _damaged(path)
        return cls(path, header, kdf)

    @property
    def store_id(self) -> str:
        """32 hex digits, the same for the whole life of a store."""
        return self._header.store_id

    @property
    def has_keyring(self) -> bool:
        return self._header.has(KEYRING)

    @property
    def recovery_confirmed(self) -> bool:
        """Whether a person has proved to hold the present recovery code."""
        return self._header.recovery_confirmed

    def open_with_passphrase(self, passphrase: str) -> bytes:
        """The data key; LockedError when the passphrase is another one. Takes about half a second."""
        data_key = slots.by_passphrase(self._header, passphrase, self._kdf)
        return _checked(
            self._path, self._header, data_key, "口令不对。请检查大小写和输入法后再试；忘记口令可用恢复码解锁。"
        )

    def open_with_recovery(self, typed: str) -> bytes:
        """The data key; MistypedCodeError for a slip of the hand, LockedError for another code."""
        data_key = slots.by_secret(self._header, RECOVERY, recovery_code.read(typed))
        return _checked(
            self._path, self._header, data_key, "恢复码不对：它不是这个台账现在的恢复码。请用最近一次打印的那一份。"
        )

    def open_with_keyring(self, secret: bytes) -> bytes:
        """The data key from the secret that ``add_keyring`` returned; LockedError when it is another one."""
        data_key = slots.by_secret(self._header, KEYRING, secret) if self.has_keyring else None
        return _checked(self._path, self._header, data_key, "系统钥匙串里的钥匙打不开这个台账。请输入口令。")

    def change_passphrase(self, data_key: bytes, new: str) -> None:
        """Wrap the same data key under another passphrase; copies in old backups keep the old one."""
        self._write(slots.with_passphrase(self._header, data_key, new, self._kdf), data_key)

    def new_recovery_code(self, data_key: bytes) -> str:
        """Replace the recovery code; the one before stops working here, not in old backups."""
        secret = recovery_code.new_secret()
        header = slots.with_secret(self._header, RECOVERY, data_key, secret)
        self._write(replace(header, recovery_confirmed=False), data_key)
        return recovery_code.shown(secret)

    def confirm_recovery(self, data_key: bytes) -> None:
        """Note that the person holds the recovery code."""
        self._write(replace(self._header, recovery_confirmed=True), data_key)

    def add_keyring(self, data_key: bytes) -> bytes:
        """Add or renew the keyring slot; returns the 32-byte secret to put into the keyring."""
        secret = os.urandom(KEY_BYTES)
        self._write(slots.with_secret(self._header, KEYRING, data_key, secret), data_key)
        return secret

    def remove_keyring(self, data_key: bytes) -> None:
        """Take the keyring slot out; nothing happens when there is none."""
        if self.has_keyring:
            self._write(self._header.without(KEYRING), data_key)

    def _write(self, header: Header, data_key: bytes) -> None:
        # A wrong key wrapped here would lock everybody out for good.
        if not self._header.fits(data_key):
            raise LockedError("这把钥匙不属于这个台账，钥匙文件没有改动。请先锁定，再重新解锁。")
        sealed = header.sealed(data_key)
        atomic.write_file(self._path, sealed.to_bytes())
        self._header = sealed


def marks(path: Path) -> tuple[str, str]:
    """Two texts that tell no secret: the store's id, and one that stays the same as long as the passphrase does.

    Raises:
        DamagedKeysError: the key file can't be read.
    """
    try:
        header = parse(_content(path))
    except (OSError, NotAHeaderError) as error:
        raise _damaged(path) from error
    return header.store_id, header.slot(PASSPHRASE).id


def _checked(path: Path, header: Header, data_key: bytes | None, refusal: str) -> bytes:
    if data_key is None:
        raise LockedError(refusal)
    if not header.fits(data_key):
        raise _damaged(path)
    return data_key


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(LARGEST_BYTES + 1)
    if len(content) > LARGEST_BYTES:
        raise NotAHeaderError("too long")
    return content


def _damaged(path: Path) -> DamagedKeysError:
    return DamagedKeysError(
        f"钥匙文件“{path}”缺失、已损坏或不是本程序的文件；没有改动任何文件。"
        "请从备份中取出同一台账的钥匙文件（.keys），改名为 desk.keys 放回原处，再重新打开。"
    )
