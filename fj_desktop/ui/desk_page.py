"""Builds the page of an open desk and joins its tabs with wizard, exports, settings and about."""

import uuid
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from fj_desktop import settings
from fj_desktop.core.field import Library
from fj_desktop.paths import Profile
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.papers import PaperKind
from fj_desktop.services.session import Session
from fj_desktop.ui.about import AboutDialog
from fj_desktop.ui.actions import Actions
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.drafts import DraftOffer
from fj_desktop.ui.keys_dialog import KeysDialog
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.settings_dialog import SettingsDialog
from fj_desktop.ui.shell import Shell
from fj_desktop.ui.theme import Theme


def desk_page(desk: Desk, profile: Profile, theme: Theme, asking: Asking, shell: Shell) -> MainWindow:
    """The page of an open desk."""
    actions = Actions(
        import_asked=partial(_import, shell, desk, theme, asking),
        export_asked=partial(_export, shell, desk, theme, asking),
        template_asked=partial(_template, shell, desk, theme, asking),
        settings_asked=partial(_settings, shell, profile, desk, theme, asking),
        about_asked=partial(_about, shell, theme),
        audit_asked=partial(_audit, shell, desk, asking),
        paper_asked=partial(_paper, shell, desk, theme, asking),
    )
    window = MainWindow(desk, theme, asking, actions, first="today")
    DraftOffer(window, desk, asking)
    released = desk.parcels.release()
    if released:
        window.say(f"锁定已到期，自动释放 {len(released)} 宗：{'、'.join(released[:3])}")
    return window


def _import(parent: QWidget, desk: Desk, theme: Theme, asking: Asking, library: Library, file: Path | None) -> None:
    from fj_desktop.ui.importing import ImportWizard

    wizard = ImportWizard(desk, library, theme, asking, parent)
    wizard.open()
    if file is not None:
        wizard.bring_in(file)


def _export(
    shell: Shell,
    desk: Desk,
    theme: Theme,
    asking: Asking,
    library: Library,
    wanted: Wanted,
    keys: Sequence[str],
    suffix: str,
) -> None:
    from fj_desktop.ui.export_actions import ExportActions

    ExportActions(desk, theme, asking, shell.tasks).export(shell, library, wanted, keys, suffix)


def _template(shell: Shell, desk: Desk, theme: Theme, asking: Asking, library: Library) -> None:
    from fj_desktop.ui.export_actions import ExportActions

    ExportActions(desk, theme, asking, shell.tasks).template(shell, library)


def _paper(shell: Shell, desk: Desk, theme: Theme, asking: Asking, kind: PaperKind, record: uuid.UUID) -> None:
    from fj_desktop.ui.export_actions import ExportActions

    ExportActions(desk, theme, asking, shell.tasks).paper(shell, kind, record)


def _settings(shell: Shell, profile: Profile, desk: Desk, theme: Theme, asking: Asking) -> None:
    dialog = SettingsDialog(shell, settings.load(profile.settings), theme, is_demo=desk.identity.demo)
    dialog.changed.connect(partial(_keep, shell, profile))
    dialog.keys_asked.connect(partial(_keys, dialog, profile, desk, theme, asking))
    dialog.tables_asked.connect(partial(_tables, dialog, profile, desk, asking))
    dialog.open()


def _tables(parent: QWidget, profile: Profile, desk: Desk, asking: Asking) -> None:
    from fj_desktop.ui.reference_dialog import ReferenceDialog

    ReferenceDialog(parent, desk.reference_changes(profile), asking).open()


def _keys(parent: QWidget, profile: Profile, desk: Desk, theme: Theme, asking: Asking) -> None:
    KeysDialog(parent, Session.of(profile), desk.identity, theme, asking).open()


def _keep(shell: Shell, profile: Profile, chosen: settings.Settings) -> None:
    settings.keep(profile.settings, chosen)
    shell.set_idle_minutes(chosen.idle_minutes)


def _about(shell: Shell, theme: Theme) -> None:
    AboutDialog(shell, theme).open()


def _audit(shell: Shell, desk: Desk, asking: Asking) -> None:
    from fj_desktop.ui.audit import AuditDialog

    AuditDialog(shell, desk, asking).open()
