"""How the whole window looks: Fusion, one palette, one style sheet made from the palette's tokens, one font."""

import re
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from fj_desktop.assets import asset
from fj_desktop.ui.icons import Icons
from fj_desktop.ui.palettes import DARK, LIGHT, PALETTES, Tokens

SYSTEM = "system"
CHOICES = {SYSTEM: "跟随系统", "light": "浅色", "dark": "深色", "contrast": "高对比"}

_BASE_POINTS = 10.0
_POINTS = {"pt_small": 9.0, "pt_base": 10.0, "pt_lead": 11.0, "pt_heading": 12.5, "pt_title": 18.0}
# Heights that hold one line of text, and of icons beside it; they grow with it, so that larger text is never cut.
_HEIGHTS = {"row": 20, "line_row": 30, "icon_side": 16, "arrow_side": 14}
_FALLBACK_FAMILIES = (
    "Noto Sans SC", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC",
    "WenQuanYi Micro Hei", "Droid Sans Fallback",
)  # fmt: skip
_TOKEN = re.compile(r"@([a-z_]+)")


class Theme(QObject):
    """The look of the running program; ``changed`` tells hand-painted widgets to read ``tokens`` again."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = SYSTEM, text_percent: int = 100) -> None:
        """Dress the program; ``choice`` is a key of ``CHOICES``, ``text_percent`` is 100 to 200."""
        super().__init__()
        self._app = app
        self._choice = choice if choice in CHOICES else SYSTEM
        self._text_percent = text_percent
        self._families = _chinese_families()
        self._tokens = self._chosen_tokens()
        self.icons = Icons(self._current)
        app.setStyle("Fusion")
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def tokens(self) -> Tokens:
        """The palette in use."""
        return self._tokens

    @property
    def choice(self) -> str:
        """What the person chose: a key of ``CHOICES``."""
        return self._choice

    @property
    def text_percent(self) -> int:
        """Size of text; 100 is the designed size."""
        return self._text_percent

    def choose(self, choice: str) -> None:
        """Use another palette, or follow the system; takes effect at once."""
        self._choice = choice
        self._apply()

    def scale_text(self, percent: int) -> None:
        """Make all text larger, 100 to 200 percent; takes effect at once."""
        self._text_percent = min(200, max(100, percent))
        self._apply()

    def colour(self, token: str) -> QColor:
        """One colour of the palette in use, e.g. ``colour("danger")``, for painting by hand."""
        return QColor(getattr(self._tokens, token))

    def _current(self) -> Tokens:
        return self._tokens

    def _chosen_tokens(self) -> Tokens:
        if self._choice != SYSTEM:
            return PALETTES[self._choice]
        hints = QGuiApplication.styleHints()
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _follow_system(self) -> None:
        if self._choice == SYSTEM and self._chosen_tokens() is not self._tokens:
            self._apply()

    def _apply(self) -> None:
        self._tokens = self._chosen_tokens()
        font = QFont()
        font.setFamilies(self._families)
        font.setPointSizeF(_BASE_POINTS * self._text_percent / 100)
        self._app.setFont(font)
        self._app.setPalette(qt_palette(self._tokens))
        self._app.setStyleSheet(style_sheet(self._tokens, self._text_percent))
        self.changed.emit()


def qt_palette(tokens: Tokens) -> QPalette:
    """The tokens as Qt's own palette, for everything the style sheet leaves alone."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window, role.WindowText: tokens.text, role.Base: tokens.surface,
        role.AlternateBase: tokens.window, role.Text: tokens.text, role.PlaceholderText: tokens.muted,
        role.Button: tokens.raised, role.ButtonText: tokens.text, role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.raised, role.ToolTipText: tokens.text,
        role.Highlight: tokens.selection, role.HighlightedText: tokens.on_selection,
        role.Link: tokens.primary, role.LinkVisited: tokens.primary, role.Accent: tokens.primary,
        role.Light: tokens.raised, role.Midlight: tokens.line, role.Mid: tokens.line,
        role.Dark: tokens.edge, role.Shadow: tokens.edge,
    }  # fmt: skip
    palette = QPalette()
    for colour_role, colour in colours.items():
        palette.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(tokens.faint))
    return palette


def style_sheet(tokens: Tokens, text_percent: int = 100) -> str:
    """The style sheet with every ``@token`` replaced.

    Raises:
        KeyError: the sheet names a token that does not exist; a fault of the sheet.
    """
    values = tokens.colours()
    values["images"] = asset(f"resources/theme/{tokens.name}").as_posix()
    values |= {name: f"{points * text_percent / 100:.1f}pt" for name, points in _POINTS.items()}
    values |= {name: f"{height * text_percent // 100}px" for name, height in _HEIGHTS.items()}
    template = asset("resources/theme/desk.qss").read_text(encoding="utf-8")
    return _TOKEN.sub(lambda found: values[found.group(1)], template)


def speak_chinese(app: QApplication) -> None:
    """Let Qt's own texts (copy, paste, file prompt, wizard) be Chinese whatever the system's language is."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def _chinese_families() -> list[str]:
    loaded: list[str] = []
    for path in _bundled_fonts():
        identifier = QFontDatabase.addApplicationFont(str(path))
        loaded += [family for family in QFontDatabase.applicationFontFamilies(identifier) if family not in loaded]
    return list(dict.fromkeys([*loaded, *_FALLBACK_FAMILIES]))


def _bundled_fonts() -> list[Path]:
    # Windows and macOS always have a well-hinted Chinese font and map megabytes less at start without ours.
    if sys.platform in ("win32", "darwin"):
        return []
    try:
        return sorted(asset("resources/fonts").glob("*Sans*.ttf"))
    except FileNotFoundError:
        return []
