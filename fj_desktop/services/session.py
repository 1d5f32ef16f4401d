"""From a profile to an unlocked desk: made, unlocked by passphrase, recovery code or keyring, locked again.

Imports the store and the libraries only when they are used: the unlock page stands before them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from fj_desktop.core.clock import Clock, SystemClock
from fj_desktop.core.offices import OFFICES
from fj_desktop.errors import DamagedStoreError, LockedError, UserError
from fj_desktop.paths import Profile
from fj_desktop.store.files import StoreState
from fj_desktop.store.keyslots import KeyFile
from fj_desktop.store.lock import InstanceLock
from fj_desktop.store.passphrase import Strength, strength
from fj_desktop.store.places import refuse_foreign_hands
from fj_desktop.store.vault import Vault, open_store, set_aside

if TYPE_CHECKING:
    from fj_desktop.services.desk import Desk
    from fj_desktop.services.restoring import RestoreService

_STORE_NAME = "奉节招商台账"


class Session:
    """One profile's desk, locked or open. The instance lock is held by whoever runs the program."""

    def __init__(self, profile: Profile, vault: Vault, clock: Clock | None = None) -> None:
        self.profile = profile
        self.vault = vault
        self.clock = clock or SystemClock()

    @classmethod
    def of(cls, profile: Profile) -> "Session":
        """The session of a profile with the real vault."""
        return cls(profile, Vault(profile))

    @staticmethod
    def office_name(code: str) -> str:
        """The name of an office by its code."""
        return OFFICES[code]

    @staticmethod
    def strength(text: str, person_words: Sequence[str] = ()) -> Strength:
        """How hard a passphrase is to guess."""
        return strength(text, person_words)

    def is_absent(self) -> bool:
        """Nothing lies in the profile yet."""
        return self.vault.state() is StoreState.ABSENT

    def refuse_foreign_hands(self) -> None:
        """Refuse to keep a desk where a cloud, sync or chat program sends files away.

        Raises:
            ForeignHandsError: says which program it is and what to do.
        """
        refuse_foreign_hands(self.profile.folder, holds_store=not self.is_absent())

    @contextmanager
    def hold(self, purpose: str, *, writes: bool = True) -> Iterator[None]:
        """Hold the right to write while something is done; readers need not.

        Raises:
            UserError: another process holds it, or a cloud, sync or chat program sends the folder away.
        """
        if not writes:
            yield
            return
        self.refuse_foreign_hands()
        lock = InstanceLock(self.profile, purpose)
        lock.acquire(wait_s=2.0)
        try:
            self.vault.settle()
            yield
        finally:
            lock.release()

    def take_over(self) -> None:
        """Forget the note of another machine, after a person has said that it no longer uses the desk.

        Raises:
            UserError: a program on this machine holds the desk; it is never pushed aside.
        """
        lock = InstanceLock(self.profile, "接管")
        lock.acquire(take_over=True)
        lock.release()

    def create(self, office: str, person: str, passphrase: str, *, demo: bool = False) -> tuple[bytes, str]:
        """Make the desk; all of it or nothing.

        Returns:
            The data key, and the recovery code that is shown once and kept nowhere.

        Raises:
            UserError: something lies in the profile already, the passphrase is too weak, the name is blank, or a
                cloud, sync or chat program sends the folder away.
        """
        from fj_desktop.services.founding import found_desk, person_name

        self.refuse_foreign_hands()
        name = person_name(person)
        return self.vault.create(
            passphrase,
            person_words=(name, OFFICES[office]),
            after_upgrade=lambda connection: found_desk(connection, self.clock, office, name, demo=demo),
        )

    def open(self, data_key: bytes, *, check: bool = False) -> "Desk":
        """Open the store with its key, upgrading it first when it is older than the program.

        With ``check`` it is looked over first, for two seconds at most.

        Raises:
            DamagedStoreError: damaged, foreign or newer; not a byte was changed.
        """
        from fj_desktop.services.desk import Desk
        from fj_desktop.services.founding import seed_missing
        from fj_desktop.services.restoring import renewed
        from fj_desktop.store.attachments import Contents
        from fj_desktop.store.checks import quick_check
        from fj_desktop.store.transactions import Store

        engine = open_store(self.profile, data_key, seed_missing)
        if check and quick_check(engine):
            engine.dispose()
            raise DamagedStoreError(
                "台账文件有损坏。没有改动它；请从备份恢复。没有合适的备份时，可用命令 fj-desktop salvage 抢救其余内容。"
            )
        store = Store(engine, self.clock)
        renewed(store, self.profile)
        desk = Desk(store, Contents(self.profile, data_key))
        if not desk.identity.demo:
            desk.keep_backups(self.profile, data_key)
        return desk

    def verify(self, data_key: bytes) -> list[str]:
        """What is wrong with the store, in lines; empty when it is whole. Nothing is changed, not even upgraded.

        Raises:
            DamagedStoreError: it can't even be opened.
        """
        from fj_desktop.store.attachments import Contents
        from fj_desktop.store.checks import broken_attachments, verify
        from fj_desktop.store.engine import open_engine

        try:
            engine = open_engine(self.profile.store, data_key, journal=None)
        except LockedError as error:
            raise DamagedStoreError(error.text) from error
        try:
            return verify(engine) or broken_attachments(engine, Contents(self.profile, data_key))
        finally:
            engine.dispose()

    def has_keyring(self) -> bool:
        """This account's keyring opens the desk by itself."""
        return KeyFile.load(self.profile.keys).has_keyring

    def renew_recovery(self, data_key: bytes, out: Path, office: str, person: str) -> None:
        """Replace the recovery code and write the new one as a page to print.

        Raises:
            UserError: the page can't be written; the old code is void, so the person must try again.
        """
        code = self.vault.new_recovery_code(data_key)
        try:
            self.write_recovery(out, code, office, person)
        except UserError as error:
            raise UserError(f"{error.text}旧恢复码已经作废，请换一个位置再生成一次。") from None
        self.vault.confirm_recovery(data_key)

    def set_aside(self) -> Path:
        """Move what lies in the profile among its backups, so that a new desk can be made."""
        return set_aside(self.profile, self.clock, contents=True)

    @property
    def restoring(self) -> "RestoreService":
        """Backups brought back; needs no open desk."""
        from fj_desktop.services.restoring import RestoreService

        return RestoreService(self.profile, self.vault, self.clock)

    def write_recovery(self, out: Path, code: str, office: str, person: str) -> None:
        """Write the recovery code: a page to print (.pdf), or plain text.

        Raises:
            UserError: the file can't be written there.
        """
        from fj_desktop.exchange.outfile import writing

        if out.suffix.lower() == ".pdf":
            from fj_desktop.exchange.documents.recovery_sheet import write_recovery_sheet

            groups = code.split("-")
            write_recovery_sheet(out, groups, OFFICES[office], person, self.clock.now(), _STORE_NAME)
            return
        with writing(out) as temporary:
            temporary.write_text(code + "\n", encoding="utf-8")
