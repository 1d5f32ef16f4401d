"""A keyring may fail in every way; the passphrase remains (R-14)."""

import threading
import time
from pathlib import Path

import pytest

from fj_desktop.paths import Profile
from fj_desktop.store.keyring_slot import Backend, KeyringSlot
from fj_desktop.store.scripts import Scripts
from tests.support.cheap_keys import PASSPHRASE, cheap_vault, made_vault


class Memory:
    """A keyring that works."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


class Raising(Memory):
    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("locked")


class Garbage(Memory):
    def get_password(self, service: str, username: str) -> str | None:
        return "\ud800 no base64"


class WrongItem(Memory):
    def get_password(self, service: str, username: str) -> str | None:
        return "A" * 43 + "="


class Emptied(Memory):
    def get_password(self, service: str, username: str) -> str | None:
        return None


class Hanging(Memory):
    def __init__(self, let_go: threading.Event) -> None:
        super().__init__()
        self._let_go = let_go

    def get_password(self, service: str, username: str) -> str | None:
        self._let_go.wait(60)
        return None


def slot_with(backend: Backend | None, timeout_s: float = 3.0) -> KeyringSlot:
    return KeyringSlot("store", find=lambda: backend, timeout_s=timeout_s)


def test_a_working_keyring_unlocks_the_store(profile: Profile, first_scripts: Scripts) -> None:
    vault, key, _ = made_vault(profile, keyring=slot_with(Memory()), scripts=first_scripts)

    assert vault.unlock_with_keyring() is None
    assert vault.remember(key)
    assert vault.unlock_with_keyring() == key
    vault.forget(key)
    assert vault.unlock_with_keyring() is None


@pytest.mark.parametrize("broken", [Raising, Garbage, WrongItem, Emptied])
def test_a_broken_keyring_leaves_the_passphrase(profile: Profile, first_scripts: Scripts, broken: type[Memory]) -> None:
    working, key, _ = made_vault(profile, keyring=slot_with(Memory()), scripts=first_scripts)
    assert working.remember(key)
    vault = cheap_vault(profile, keyring=slot_with(broken()))

    assert vault.unlock_with_keyring() is None
    assert vault.unlock_with_passphrase(PASSPHRASE) == key


def test_a_hanging_keyring_holds_nobody_up(profile: Profile, first_scripts: Scripts) -> None:
    let_go = threading.Event()
    working, key, _ = made_vault(profile, keyring=slot_with(Memory()), scripts=first_scripts)
    assert working.remember(key)
    vault = cheap_vault(profile, keyring=slot_with(Hanging(let_go), timeout_s=0.05))
    started = time.perf_counter()

    assert vault.unlock_with_keyring() is None
    assert time.perf_counter() - started < 1
    let_go.set()


def test_a_missing_keyring_is_no_error_and_adds_no_slot(made_with_none: Profile) -> None:
    vault = cheap_vault(made_with_none)
    key = vault.unlock_with_passphrase(PASSPHRASE)

    assert not vault.remember(key)
    assert vault.unlock_with_keyring() is None
    vault.forget(key)


@pytest.fixture
def made_with_none(profile: Profile, first_scripts: Scripts) -> Profile:
    made_vault(profile, scripts=first_scripts)
    return profile


def test_a_keyring_that_keeps_secrets_in_plain_files_is_not_trusted(tmp_path: Path) -> None:
    import keyring

    from fj_desktop.store.keyring_slot import system_backend

    class PlainFile(keyring.backend.KeyringBackend):
        priority = 1

        def get_password(self, service: str, username: str) -> str | None:
            return None

        def set_password(self, service: str, username: str, password: str) -> None:
            return None

    before = keyring.get_keyring()
    keyring.set_keyring(PlainFile())  # type: ignore[no-untyped-call]
    try:
        assert system_backend() is None
    finally:
        keyring.set_keyring(before)
