"""Joins the first pages with a profile's session: founding, unlocking, and unlocking again."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fj_desktop.errors import LockedError
from fj_desktop.ui.asking import Asking

if TYPE_CHECKING:
    from fj_desktop.services.desk import Desk
    from fj_desktop.services.session import Session
    from fj_desktop.ui.first_run import Answers


class DeskUnlocking:
    """Unlocks a profile and opens its desk; all of it runs off the window's thread."""

    def __init__(self, session: "Session") -> None:
        self._session = session
        self.key: bytes | None = None
        self.desk: Desk | None = None

    def try_passphrase(self, text: str) -> None:
        """See ``Unlocking``."""
        self._open(self._session.vault.unlock_with_passphrase(text))

    def try_recovery(self, code: str) -> None:
        """See ``Unlocking``."""
        self._open(self._session.vault.unlock_with_recovery(code))

    def try_keyring(self) -> bool:
        """See ``Unlocking``."""
        key = self._session.vault.unlock_with_keyring()
        if key is not None:
            self._open(key)
        return key is not None

    def set_passphrase(self, text: str) -> None:
        """See ``Unlocking``."""
        if self.key is None:
            raise LockedError("台账还没有解锁，请先输入恢复码。")
        self._session.vault.set_passphrase(self.key, text)

    def wait_seconds(self) -> float:
        """See ``Unlocking``."""
        return self._session.vault.attempts.seconds_left()

    def _open(self, key: bytes) -> None:
        self.key = key
        self.desk = self._session.open(key, check=True)


class SameDeskUnlocking(DeskUnlocking):
    """Unlocks the desk that stands behind the curtain: the secret is checked, nothing is opened again."""

    def _open(self, key: bytes) -> None:
        self.key = key


class DeskFounding:
    """Makes a profile's desk in the first run and opens it."""

    def __init__(self, session: "Session", asking: Asking, window: QWidget) -> None:
        self._session, self._asking, self._window = session, asking, window
        self._office = self._person = ""
        self.desk: Desk | None = None
        self._key = b""

    def found(self, answers: "Answers") -> str:
        """See ``Founding``."""
        self._office, self._person = answers.office, answers.person
        self._key, code = self._session.create(answers.office, answers.person, answers.passphrase)
        self.desk = self._session.open(self._key)
        return code

    def save_code(self, path: Path, code: str) -> None:
        """See ``Founding``."""
        self._session.write_recovery(path, code, self._office, self._person)

    def print_code(self, code: str) -> bool:
        """See ``Founding``."""
        from fj_desktop.ui.recovery_paper import print_code

        return print_code(
            self._asking, self._window, code, office=self._session.office_name(self._office), person=self._person
        )

    def confirm(self) -> None:
        """Note that the person holds the recovery code."""
        self._session.vault.confirm_recovery(self._key)
