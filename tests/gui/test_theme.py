"""The look: contrast of every palette, a complete style sheet, icons that follow the palette."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

import fj_desktop.ui
from fj_desktop.assets import asset
from fj_desktop.libraries import LIBRARIES
from fj_desktop.ui.palettes import CONTRAST, DARK, LIGHT, PALETTES, Tokens
from fj_desktop.ui.theme import CHOICES, Theme, style_sheet

_WORN = re.compile(r'\bwear\([^,()]+, "(\w+)"\)|\blook="(\w+)"')


@pytest.fixture(autouse=True)
def _light_again(theme: Theme) -> Iterator[None]:
    yield
    theme.scale_text(100)
    theme.choose("light")


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_every_image_the_style_sheet_names_is_shipped(palette: Tokens) -> None:
    named = [line.split("url(")[1].split(")")[0] for line in style_sheet(palette).splitlines() if "url(" in line]
    assert named
    assert [path for path in named if not asset(f"resources/theme/{palette.name}/{path.split('/')[-1]}").exists()] == []


def test_choosing_a_palette_changes_the_running_program_at_once(theme: Theme, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert theme.tokens is DARK
    assert field.palette().text().color() == QColor(DARK.text)
    theme.choose("contrast")
    assert theme.tokens is CONTRAST


def test_larger_text_is_larger_everywhere(theme: Theme, qapp: QApplication) -> None:
    before = qapp.font().pointSizeF()
    theme.scale_text(150)
    assert qapp.font().pointSizeF() == pytest.approx(before * 1.5)
    theme.scale_text(500)
    assert theme.text_percent == 200


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_u18_a_squeezed_field_still_holds_its_line_of_text(theme: Theme, qtbot: QtBot, percent: int) -> None:
    theme.scale_text(percent)
    for widget in (QLineEdit("奉节"), QComboBox(), QPushButton("奉节")):
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert widget.minimumSizeHint().height() >= widget.fontMetrics().height(), type(widget).__name__


def test_every_choice_of_look_has_chinese_words() -> None:
    assert set(CHOICES) == {"system", *PALETTES}


def test_every_icon_draws_something_in_the_colour_asked_for(theme: Theme) -> None:
    for path in asset("resources/icons").glob("*.svg"):
        image = theme.icons.pixmap(path.stem, 96, "primary").toImage()
        assert QColor(LIGHT.primary).name() in _solid_colours(image), path.stem


def test_an_icon_already_shown_takes_the_colour_of_the_new_palette(theme: Theme) -> None:
    icon = theme.icons.icon("save")
    assert QColor(LIGHT.text).name() in _solid_colours(icon.pixmap(QSize(32, 32)).toImage())
    theme.choose("dark")
    assert QColor(DARK.text).name() in _solid_colours(icon.pixmap(QSize(32, 32)).toImage())
    disabled = icon.pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    assert QColor(DARK.faint).name() in _solid_colours(disabled)


def test_an_icon_is_sharp_on_a_fine_screen(theme: Theme) -> None:
    pixmap = theme.icons.icon("search").pixmap(QSize(20, 20), 1.5)
    assert pixmap.size() == QSize(30, 30)
    assert pixmap.devicePixelRatio() == 1.5


def test_an_unknown_icon_is_an_error_of_the_program(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icons.icon("no-such-icon")


def test_painting_icons_does_not_eat_references_to_none(theme: Theme) -> None:
    icon = theme.icons.icon("save")
    before = sys.getrefcount(None)
    for _ in range(2000):
        icon.pixmap(QSize(16, 16))
    assert sys.getrefcount(None) > before - 1000


def _solid_colours(image: QImage) -> set[str]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for x, y in points if (colour := image.pixelColor(x, y)).alpha() == 255}


def test_every_library_has_its_icon(theme: Theme) -> None:
    assert [library for library in LIBRARIES if theme.icons.icon(library.icon).isNull()] == []


def test_every_look_that_is_worn_stands_in_the_style_sheet() -> None:
    sheet = asset("resources/theme/desk.qss").read_text(encoding="utf-8")
    sources = [path.read_text(encoding="utf-8") for path in Path(fj_desktop.ui.__file__).parent.rglob("*.py")]
    worn = {look for source in sources for pair in _WORN.findall(source) for look in pair if look}
    assert worn
    assert sorted(look for look in worn if f'look="{look}"' not in sheet) == []
