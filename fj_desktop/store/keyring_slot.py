"""The optional slot in the system's keyring: a convenience that may fail in every way without harm."""

import base64
import binascii
import threading
from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")

SERVICE = "fj-desktop"
SECRET_BYTES = 32
_TIMEOUT_S = 3.0
# Only the systems' own encrypted keyrings; others keep secrets in plain files or nowhere.
_TRUSTED = (
    "keyring.backends.Windows",
    "keyring.backends.macOS",
    "keyring.backends.SecretService",
    "keyring.backends.kwallet",
    "keyring.backends.libsecret",
)


class Backend(Protocol):
    """The part of a keyring backend that is used."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


class KeyringSlot:
    """The secret of one store in the keyring of the account.

    Every call returns within the timeout, whatever the keyring does; it never raises.
    """

    def __init__(
        self, store_id: str, find: Callable[[], Backend | None] | None = None, timeout_s: float = _TIMEOUT_S
    ) -> None:
        """Args:
        store_id: names the entry.
        find: finds the keyring; called off the caller's thread because that alone may hang.
        timeout_s: the longest a call may take.
        """
        self._store_id = store_id
        self._find = find or system_backend
        self._timeout_s = timeout_s

    def read(self) -> bytes | None:
        """The secret, or None when the keyring is missing, locked, hanging, or holds no such thing."""
        text = self._bounded(lambda backend: backend.get_password(SERVICE, self._store_id))
        return _decoded(text)

    def write(self, secret: bytes) -> bool:
        """Put the secret in; True only when it was read back the same."""
        text = base64.b64encode(secret).decode()

        def put(backend: Backend) -> str | None:
            backend.set_password(SERVICE, self._store_id, text)
            return backend.get_password(SERVICE, self._store_id)

        return self._bounded(put) == text

    def forget(self) -> bool:
        """Take the secret out; True when the keyring said it is gone."""

        def drop(backend: Backend) -> bool:
            backend.delete_password(SERVICE, self._store_id)
            return True

        return self._bounded(drop) is True

    def _bounded(self, use: Callable[[Backend], T]) -> T | None:
        results: list[T] = []

        def work() -> None:
            try:
                backend = self._find()
                if backend is not None:
                    results.append(use(backend))
            except Exception:  # noqa: BLE001, S110 - plug-ins of the system raise what they like; the passphrase remains
                pass

        # A daemon: a keyring that hangs must not keep the program from ending either.
        thread = threading.Thread(target=work, name="keyring", daemon=True)
        thread.start()
        thread.join(self._timeout_s)
        return results[0] if results else None


def system_backend() -> Backend | None:
    """The account's own keyring, or None when only an untrusted one is there."""
    import keyring
    from keyring.backends.chainer import ChainerBackend

    found = keyring.get_keyring()
    candidates = list(found.backends) if isinstance(found, ChainerBackend) else [found]
    return next((one for one in candidates if type(one).__module__.startswith(_TRUSTED)), None)


def _decoded(text: object) -> bytes | None:
    if not isinstance(text, str):
        return None
    try:
        secret = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return secret if len(secret) == SECRET_BYTES else None
