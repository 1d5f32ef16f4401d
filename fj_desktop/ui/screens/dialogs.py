"""Every dialog of the program over the demo desk, and the import step by step."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QDialog, QPushButton, QTableView, QToolButton, QWidget

from fj_desktop import settings
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.browse import Wanted
from fj_desktop.services.filtering import AnyOf, Filter
from fj_desktop.services.session import Session
from fj_desktop.ui.about import AboutDialog
from fj_desktop.ui.audit import AuditDialog
from fj_desktop.ui.backup.dialog import BackupDialog
from fj_desktop.ui.capture import CaptureDialog
from fj_desktop.ui.drafts import DraftsDialog
from fj_desktop.ui.duplicates import DuplicatesDialog
from fj_desktop.ui.duplicates.told_apart import ToldApartDialog
from fj_desktop.ui.form.history_dialog import HistoryDialog
from fj_desktop.ui.importing import ImportWizard
from fj_desktop.ui.importing.boxes import FieldBox
from fj_desktop.ui.importing.field_popup import FieldPopup
from fj_desktop.ui.importing.past_dialog import PastImportsDialog
from fj_desktop.ui.importing.wizard import FILE, MAPPING, PREVIEW, RESULT, SHEET
from fj_desktop.ui.key_sheet import KeySheet
from fj_desktop.ui.keys_dialog import KeysDialog
from fj_desktop.ui.library.column_chooser import ColumnChooser
from fj_desktop.ui.library.columns import usual
from fj_desktop.ui.library.evening_dialog import EveningDialog
from fj_desktop.ui.library.filter_builder import FilterBuilder
from fj_desktop.ui.library.grid_bulk_dialog import BulkDialog
from fj_desktop.ui.library.grid_plan_dialog import PlanDialog
from fj_desktop.ui.library.match_dialog import MatchDialog
from fj_desktop.ui.main_window import MainWindow
from fj_desktop.ui.projects.gate_dialog import GateDialog
from fj_desktop.ui.projects.story_dialog import StoryDialog
from fj_desktop.ui.reference_dialog import ReferenceDialog
from fj_desktop.ui.screens.around import Around, part
from fj_desktop.ui.settings_dialog import SettingsDialog
from fj_desktop.ui.widgets.line_prompt import LinePrompt
from fj_desktop.ui.widgets.prompt import Prompt, Verb

Screens = Iterator[tuple[str, QWidget]]
_PHRASE = "示例口令 夔门脐橙 47"
_LEADS = (
    "1. 张示例 13800138000 示例光学有限公司 董事长 想看地，下周来\n2. 李示例 13900139000 示例机械 微信同号 租标准厂房\n"
    "3. 王总 示例集团 采购部 0755-88886666"
)
_LEDGER = (
    "姓名,手机,企业名称,职务,最近联系时间,自拟列\n甲示例,13900000001,示例一有限公司,董事长,2026-11-03,一\n"
    "乙示例,13900000002,示例二有限公司,总经理,昨天,二\n"
)
_STEPS = {FILE: "file", SHEET: "sheet", MAPPING: "mapping", PREVIEW: "preview", RESULT: "result"}


def dialogs(around: Around, page: MainWindow) -> Screens:
    """Each dialog, as its command opens it."""
    for make in _MAKERS:
        dialog = make(around)
        dialog.show()
        yield type(dialog).__name__.removesuffix("Dialog").lower(), dialog
        dialog.close()
    sheet = KeySheet(page, around.theme)
    sheet.show()
    yield "key-sheet", sheet
    sheet.close()
    capture = CaptureDialog(page, around.desk, around.theme, around.asking)
    capture.pop_up()
    capture.put(_LEADS)
    yield "capture", capture
    capture.put("")
    capture.close()
    yield from _bulk(around, page)
    yield from _backups(around)


def _settings(around: Around) -> QDialog:
    return SettingsDialog(around.shell, settings.Settings(), around.theme)


def _tables(around: Around) -> QDialog:
    return ReferenceDialog(around.shell, around.desk.reference_changes(around.profile.demo), around.asking)


def _past(around: Around) -> QDialog:
    return PastImportsDialog(around.shell, around.desk, around.asking)


def _gate(around: Around) -> QDialog:
    projects = CATALOG["projects"]
    if not around.desk.browse.count(projects):
        around.desk.records.add(projects, {"name": "示例：镜片镀膜车间"})
    (project,) = around.first(projects)
    return GateDialog(around.shell, around.desk, project, around.theme, around.asking)


def _story(around: Around) -> QDialog:
    (project,) = around.first(CATALOG["projects"])
    return StoryDialog(around.shell, around.desk, project, around.theme, around.asking)


def _match(around: Around) -> QDialog:
    (company,) = around.first(CATALOG["companies"])
    return MatchDialog(around.shell, around.desk, CATALOG["companies"], company, around.theme, around.asking)


def _evening(around: Around) -> QDialog:
    records = around.desk.records
    trip = records.add(CATALOG["trips"], {"name": "示例：长三角三日行", "start_on": "2026-11-23"})
    (company,) = around.first(CATALOG["companies"])
    records.add(CATALOG["stops"], {"trip_id": str(trip), "stop_on": "2026-11-23", "company_id": str(company)})
    return EveningDialog(around.shell, around.desk, trip, around.theme, around.asking)


def _about(around: Around) -> QDialog:
    return AboutDialog(around.shell, around.theme)


def _audit(around: Around) -> QDialog:
    return AuditDialog(around.shell, around.desk, around.asking)


def _columns(around: Around) -> QDialog:
    library = CATALOG["land"]
    return ColumnChooser(around.shell, library, usual(library).keys, around.theme)


def _filters(around: Around) -> QDialog:
    free, large = Filter("supply_status", "any_of", ("可供",)), Filter("area_m2", "at_least", ("20亩",))
    wanted = Wanted((free, AnyOf((large, Filter("ready_on", "span", ("已过期",))))))
    return FilterBuilder(around.shell, around.desk, CATALOG["land"], wanted, around.theme)


def _prompt(around: Around) -> QDialog:
    verbs = [Verb("取消", is_default=True), Verb("删除", "danger")]
    return Prompt(
        around.theme.icons, around.shell, tone="warning", title="移入回收站？", words="选中的 3 条记录会移入回收站。",
        detail="三十天内可以恢复。", verbs=verbs,
    )  # fmt: skip


def _line(around: Around) -> QDialog:
    words = "导出的内容超过五十个手机号，请写明用途。"
    return LinePrompt(around.shell, "说明用途", words, label="用途", yes="继续", given="")


def _plan(around: Around) -> QDialog:
    library = CATALOG.libraries[0]
    typed = {one.key: "？" for one in CATALOG.surface(library)[:8]}
    plan = around.desk.bulk.plan(library, dict.fromkeys(around.first(library, 3), typed))
    return PlanDialog(around.shell, around.desk, "粘贴", plan, around.theme)


def _keys(around: Around) -> QDialog:
    session = Session.of(around.profile.demo)
    return KeysDialog(around.shell, session, around.desk.identity, around.theme, around.asking)


def _history(around: Around) -> QDialog:
    library = CATALOG["land"]
    (plot,) = around.first(library)
    return HistoryDialog(around.shell, around.desk, library, plot, around.theme, around.asking)


def _drafts(around: Around) -> QDialog:
    library = CATALOG["land"]
    for record in (None, *around.first(library)):
        around.desk.drafts.keep(library, record, {"name": "示例：夔门街道 12 号地块", "note": "周五前补齐"})
    dialog = DraftsDialog(around.shell, around.desk, around.asking, around.desk.drafts.all())
    for record in (None, *around.first(library)):
        around.desk.drafts.drop(library, record)
    return dialog


def _duplicates(around: Around) -> QDialog:
    library = CATALOG["companies"]
    return DuplicatesDialog(around.shell, around.desk, library, around.theme, around.asking)


def _told_apart(around: Around) -> QDialog:
    library = CATALOG["companies"]
    around.desk.duplicates.not_same(library, *around.first(library, 2))
    dialog = ToldApartDialog(around.shell, around.desk, library, around.theme, around.asking)
    around.settle()
    around.desk.duplicates.ask_again(library, *around.first(library, 2))
    return dialog


def _bulk(around: Around, page: MainWindow) -> Screens:
    """The table's own command opens it for the selected rows."""
    page.show_library("land")
    tab = page.tab("land")
    around.settle()
    table = part(tab, QTableView, "table")
    table.selectRow(0)
    menu = part(tab, QToolButton, "tool.more").menu()
    next(one for one in menu.actions() if one.text() == "批量修改…").trigger()
    dialog = part(tab, BulkDialog, "bulk")
    yield "bulk", dialog
    dialog.close()


def _backups(around: Around) -> Screens:
    """The demo desk keeps no backups; a small desk of its own does."""
    session = Session.of(Profile(around.profile.folder / "backed"))
    key, _ = session.create("YRD", "示例员", _PHRASE)
    desk = session.open(key)
    if desk.backups is not None:
        desk.backups.make()
        dialog = BackupDialog(around.shell, desk.backups, desk.clock, around.theme, around.asking)
        dialog.show()
        yield "backup", dialog
        dialog.close()
        around.settle()
    desk.close()


def import_steps(around: Around) -> Screens:
    """Five steps of one file, the list of fields under a column's button, and the same file once more."""
    file = around.profile.folder / "示例名单.csv"
    file.write_text(_LEDGER, encoding="utf-8")
    wizard = ImportWizard(around.desk, CATALOG["entrepreneurs"], around.theme, around.asking, around.shell)
    wizard.show()
    yield "import-file", wizard
    wizard.bring_in(file)
    for step in (SHEET, MAPPING, PREVIEW, RESULT):
        around.wait_for(_at(wizard, step))
        around.settle()
        yield f"import-{_STEPS[step]}", wizard
        if step == MAPPING:
            yield from _fields(wizard)
        part(wizard, QPushButton, "wizard.next").click()
    around.settle()
    again = ImportWizard(around.desk, CATALOG["entrepreneurs"], around.theme, around.asking, around.shell)
    again.show()
    again.bring_in(file)
    around.wait_for(_at(again, SHEET))
    part(again, QPushButton, "wizard.next").click()
    around.settle()
    yield "import-mapping-again", again
    again.close()


def _at(wizard: ImportWizard, step: int) -> Callable[[], bool]:
    return lambda: wizard.step == step


def _fields(wizard: ImportWizard) -> Screens:
    part(wizard, FieldBox, "mapping.field.0").asked.emit()
    popup = part(wizard, FieldPopup, "field.popup")
    yield "import-fields", popup
    popup.close()


_MAKERS = (
    _settings, _about, _audit, _columns, _filters, _prompt, _line, _plan, _keys, _history, _duplicates, _drafts,
    _told_apart, _tables, _past, _gate, _story, _match, _evening,
)  # fmt: skip
