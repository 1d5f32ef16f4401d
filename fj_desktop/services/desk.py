"""An unlocked desk: the store, who works at it, and everything a person can do there."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from fj_desktop.core.clock import Clock
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services import identity as identities
from fj_desktop.services.announce import Announcer
from fj_desktop.services.auditing import AuditService
from fj_desktop.services.browse import BrowseService
from fj_desktop.services.history import HistoryService
from fj_desktop.services.jumping import JumpService
from fj_desktop.services.leaving import LeavingGate
from fj_desktop.services.project_work import ProjectWork
from fj_desktop.services.record_view import ViewService
from fj_desktop.services.records import RecordService
from fj_desktop.services.searching import SearchService
from fj_desktop.services.undoing import UndoService
from fj_desktop.services.visits import VisitService
from fj_desktop.store.attachments import Contents
from fj_desktop.store.transactions import Store

if TYPE_CHECKING:
    from fj_desktop.services.attaching import AttachmentService
    from fj_desktop.services.backing_up import Backups
    from fj_desktop.services.bulk import BulkService
    from fj_desktop.services.capturing import CaptureService
    from fj_desktop.services.copying import CopyService
    from fj_desktop.services.drafts import DraftService
    from fj_desktop.services.duplicates import DuplicateService
    from fj_desktop.services.exporting import ExportService
    from fj_desktop.services.grouping import GroupingService
    from fj_desktop.services.importing import ImportService
    from fj_desktop.services.merging import MergeService
    from fj_desktop.services.pasting import PasteService
    from fj_desktop.services.personal_data import PersonalDataService
    from fj_desktop.services.reference_changes import ReferenceChanges
    from fj_desktop.services.views import ViewsService


class Desk(ProjectWork):
    """Joins the services of one open store; :meth:`close` ends it."""

    def __init__(self, store: Store, contents: Contents | None = None) -> None:
        """``contents``: what the attachments hold; a desk in memory has none."""
        self._store, self._contents = store, contents
        with store.reading() as connection:
            self.identity = identities.load(connection)
        self.announcer = Announcer()
        self.records = RecordService(store, self.identity, self.announcer)
        self.browse = BrowseService(store, self.identity.office)
        self.view = ViewService(store, self.identity, store.clock)
        self.gate = LeavingGate(store, self.identity)
        self.search = SearchService(store)
        self.jumps = JumpService(store)
        self.visits = VisitService(store)
        self.undoing = UndoService(store, self.identity, self.announcer)
        self.audit = AuditService(store)
        self.history = HistoryService(store, self.records)
        self.backups: Backups | None = None

    @property
    def clock(self) -> Clock:
        """The clock of the desk."""
        return self._store.clock

    @cached_property
    def attachments(self) -> "AttachmentService":
        """Files that belong to records; loaded when first used."""
        from fj_desktop.services.attaching import AttachmentService

        return AttachmentService(self._store, self.identity, self.announcer, self._contents)

    @cached_property
    def importing(self) -> "ImportService":
        """Spreadsheets and cards in; its readers are loaded when first used."""
        from fj_desktop.services.importing import ImportService

        return ImportService(self._store, self.identity, self.announcer)

    @cached_property
    def capturing(self) -> "CaptureService":
        """Free text in as leads; its word lists are loaded when first used."""
        from fj_desktop.services.capturing import CaptureService

        return CaptureService(self._store, self.identity, self.announcer)

    @cached_property
    def bulk(self) -> "BulkService":
        """Many cells at once: typed in the table, filled down, pasted; loaded when first used."""
        from fj_desktop.services.bulk import BulkService

        return BulkService(self._store, self.identity, self.announcer)

    @cached_property
    def copying(self) -> "CopyService":
        """Cells out to the clipboard; loaded when first used."""
        from fj_desktop.services.copying import CopyService

        return CopyService(self.bulk, self.gate)

    @cached_property
    def pasting(self) -> "PasteService":
        """Blocks of cells in from the clipboard; loaded when first used."""
        from fj_desktop.services.pasting import PasteService

        return PasteService(self.bulk)

    @cached_property
    def merging(self) -> "MergeService":
        """Two records that are one; loaded when first used."""
        from fj_desktop.services.merging import MergeService

        return MergeService(self._store, self.identity, self.announcer)

    @cached_property
    def grouping(self) -> "GroupingService":
        """Records in groups; loaded when first used."""
        from fj_desktop.services.grouping import GroupingService

        return GroupingService(self._store, self.browse)

    @cached_property
    def drafts(self) -> "DraftService":
        """What was typed and not yet saved."""
        from fj_desktop.services.drafts import DraftService

        return DraftService(self._store)

    @cached_property
    def duplicates(self) -> "DuplicateService":
        """Records that are kept twice; loaded when first used."""
        from fj_desktop.services.duplicates import DuplicateService

        return DuplicateService(self._store, self.identity, self.announcer, self.merging)

    @cached_property
    def exporting(self) -> "ExportService":
        """Spreadsheets and lists out; its writers are loaded when first used."""
        from fj_desktop.services.exporting import ExportService

        return ExportService(self._store, self.identity, self.gate)

    @cached_property
    def personal(self) -> "PersonalDataService":
        """What is held about one person."""
        from fj_desktop.services.personal_data import PersonalDataService

        return PersonalDataService(self._store, self.identity, self.announcer, self.view, self.history, self._contents)

    @cached_property
    def views(self) -> "ViewsService":
        """What tables are asked to show, kept under names; loaded when first used."""
        from fj_desktop.services.views import ViewsService

        return ViewsService(self._store, self.identity, self.announcer)

    def reference_changes(self, profile: Profile) -> "ReferenceChanges":
        """The reference tables of the profile, to be listed and replaced."""
        from fj_desktop.services.reference_changes import ReferenceChanges

        return ReferenceChanges(self._store, self.identity, profile)

    def keep_backups(self, profile: Profile, data_key: bytes) -> None:
        """Have backups made of this desk; a demo desk and one in memory have none."""
        from fj_desktop.services.backing_up import Backups

        self.backups = Backups(self._store, profile, data_key)
        self._store.before = self.backups.before

    def setting(self, key: str, default: str = "") -> str:
        """A setting kept inside the encrypted store (column widths, chosen columns)."""
        with self._store.reading() as connection:
            found = connection.exec_driver_sql("SELECT value FROM _setting WHERE key = ?", (key,)).scalar()
        return default if found is None else str(found)

    def keep_setting(self, key: str, value: str) -> None:
        """Keep a setting."""
        with self._store.noting() as connection:
            connection.exec_driver_sql("INSERT OR REPLACE INTO _setting (key, value) VALUES (?, ?)", (key, value))

    def fill_from(self, load: Callable[[Store], int]) -> int:
        """Let a loader write into the store, and tell every table."""
        count = load(self._store)
        for library in CATALOG:
            self.announcer.changed(library.table, ())
        return count

    def locked(self) -> None:
        """The desk was locked: nothing of it may lie open for other programs."""
        if "attachments" in vars(self):
            self.attachments.wipe()

    def tidy(self) -> None:
        """Put away contents that nothing names any more; only by whoever holds the right to write."""
        if self._contents is not None:
            self.attachments.sweep()

    def close(self) -> None:
        """Close the store once the backups under way are done; the desk can't be used afterwards.

        Plain copies of attachments go.
        """
        self.locked()
        if self.backups is not None:
            self.backups.wait()
        self._store.close()
