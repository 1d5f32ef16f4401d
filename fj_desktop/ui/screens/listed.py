"""Every screen, dialog, menu and small window of the program, one after the other, each as a person finds it."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtWidgets import QToolButton, QWidget

from fj_desktop import __version__
from fj_desktop.core.offices import OFFICES
from fj_desktop.libraries import CATALOG
from fj_desktop.services.attachment_sources import Source
from fj_desktop.services.session import Session
from fj_desktop.ui.attachments.acts import AttachmentActs
from fj_desktop.ui.attachments.preview import PreviewDialog
from fj_desktop.ui.desk_page import desk_page
from fj_desktop.ui.first_run import FirstRun
from fj_desktop.ui.form import RecordForm
from fj_desktop.ui.form.likeness import Likeness
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.palette import PaletteBox
from fj_desktop.ui.recovery_screen import FileSeen, RecoveryScreen, Trouble
from fj_desktop.ui.screens.around import Around, part
from fj_desktop.ui.screens.dialogs import dialogs, import_steps
from fj_desktop.ui.screens.popups import popups
from fj_desktop.ui.unlock import UnlockPage
from fj_desktop.ui.ways_in import DeskFounding, DeskUnlocking
from fj_desktop.ui.widgets.brand import Facts
from fj_desktop.ui.work import PAGES

Screens = Iterator[tuple[str, QWidget]]


def every_screen(around: Around) -> Screens:
    """Name and widget of each; what is yielded is shown until the next is asked for."""
    yield from _before_the_desk(around)
    page = desk_page(around.desk, around.profile, around.theme, around.asking, around.shell)
    around.shell.show_page(page)
    for work in PAGES:
        page.show_library(work.library)
        yield work.library, around.shell
    for library in CATALOG.libraries:
        page.show_library(library.library)
        yield library.library, around.shell
        for record in around.first(library):
            page.show_record(library.library, record)
            yield f"{library.library}-record", around.shell
    page.tab(CATALOG.libraries[0].library).start_new()
    yield "new-record", around.shell
    yield from _attachments(around, page)
    yield from _likeness(around, page)
    palette = PaletteBox(around.desk, around.theme, page)
    palette.pop_up()
    yield "palette", around.shell
    palette.put_away()
    yield from popups(around, page)
    yield from dialogs(around, page)
    yield from import_steps(around)


def _before_the_desk(around: Around) -> Screens:
    """Founding, unlocking, and a desk that can't be opened."""
    session, theme, shell = Session.of(around.profile), around.theme, around.shell
    founding = DeskFounding(session, around.asking, shell)
    facts = Facts(__version__)
    shell.show_page(FirstRun(theme, around.asking, founding, offices=OFFICES, strength=session.strength, facts=facts))
    yield "first-run", shell
    shell.show_page(UnlockPage(theme, DeskUnlocking(session), session.strength, facts))
    yield "unlock", shell
    now = around.desk.clock.now()
    backup = FileSeen(around.profile.folder / "20251122-1800.fjbackup", 1_400_000, now - timedelta(days=1), "退出时")
    seen = FileSeen(around.profile.folder / "desk.fjdb", 1_500_000, now)
    trouble = Trouble("台账文件已损坏。", "FJ-0403", around.profile.folder, (seen,), (backup,), may_set_aside=True)
    shell.show_page(RecoveryScreen(theme, around.asking, trouble, facts))
    yield "recovery", shell


def _likeness(around: Around, page: MainWindow) -> Screens:
    """A new company typed like one that is stored."""
    library = CATALOG["companies"]
    (stored,) = around.first(library)
    page.show_library(library.library)
    tab = page.tab(library.library)
    tab.start_new()
    form = part(tab, RecordForm, "form")
    form.take_draft({"name": around.desk.view.read(library, stored).name})
    around.wait_for(lambda: any(one.isVisible() for one in form.findChildren(Likeness)))
    yield "likeness", around.shell
    form.start_new()
    form.leave()


def _attachments(around: Around, page: MainWindow) -> Screens:
    """A form that ends with attachments, and a look at one."""
    library, desk = CATALOG["land"], around.desk
    (plot,) = around.first(library)
    words = "示例：地块踏勘记录\n到场：驻点人员两名\n结论：三通一平已完成，可安排客商实地察看。"
    desk.attachments.add(library, plot, [Source("示例-踏勘记录.txt", content=words.encode())])
    page.show_library(library.library)
    page.show_record(library.library, plot)
    around.settle()
    part(page.tab(library.library), QToolButton, "form_attachments").click()
    yield "attachments", around.shell
    (one,) = desk.attachments.of(library, plot)
    acts = AttachmentActs(around.shell, desk, around.asking)
    dialog = PreviewDialog(around.shell, desk, one, around.theme, acts)
    dialog.show()
    yield "preview", dialog
    dialog.close()
