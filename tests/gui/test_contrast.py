"""Contrast of everything written and drawn, computed from the palettes and the style sheet (WCAG 2.2)."""

import re
from pathlib import Path

import pytest

import fj_desktop.ui
from fj_desktop.assets import asset
from fj_desktop.ui.palettes import PALETTES, Tokens, contrast

_GROUNDS = ("window", "surface", "raised", "sunken", "hover")
_SIGNALS = ("primary", "danger", "warning", "success", "info")
_TEXT_PAIRS = [
    *((text, ground) for text in ("text", "muted", "accent_text", *_SIGNALS) for ground in _GROUNDS),
    *((signal, f"{signal}_soft") for signal in _SIGNALS),
    *(("text", f"{signal}_soft") for signal in (*_SIGNALS, "accent")),
    ("accent_text", "accent_soft"),
    ("on_primary", "primary"), ("on_primary", "primary_hover"), ("on_primary", "primary_pressed"),
    *(("muted", f"{signal}_soft") for signal in (*_SIGNALS, "accent")),
    ("on_danger", "danger"), ("on_selection", "selection"), ("on_brand", "brand"), ("on_brand_muted", "brand"),
]  # fmt: skip
_PART_PAIRS = [
    *((part, ground) for part in ("edge", "focus", "primary") for ground in _GROUNDS),
    *((part, f"{signal}_soft") for part in ("edge", "focus") for signal in ("danger", "primary")),
    *((chunk, "sunken") for chunk in ("primary", "danger", "warning", "success")),
    ("on_selection", "selection"), ("on_primary", "primary"), ("on_danger", "danger"),
]  # fmt: skip
_TEXT, _TEXT_IN_HIGH_CONTRAST, _PARTS = 4.5, 7.0, 3.0
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STATE = re.compile(r":{1,2}[\w-]+")
# What can't be used just now may be faint, unless it is read all the same.
_UNUSABLE = re.compile(r"(?:QPushButton|QToolButton|QMenu|QCheckBox|QRadioButton).*:disabled")
_WORDLESS = re.compile(
    r"::indicator|::handle|::chunk|::separator|::corner|QSplitter|QProgressBar|line\"|QToolBar|brand\""
)


def _least(palette: Tokens) -> float:
    return _TEXT_IN_HIGH_CONTRAST if palette.name == "contrast" else _TEXT


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_u18_text_stands_out_from_every_ground(palette: Tokens) -> None:
    colours = palette.colours()
    poor = [pair for pair in _TEXT_PAIRS if contrast(colours[pair[0]], colours[pair[1]]) < _least(palette)]
    assert poor == []


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_u18_borders_and_focus_stand_out_at_least_three_to_one(palette: Tokens) -> None:
    colours = palette.colours()
    assert [pair for pair in _PART_PAIRS if contrast(colours[pair[0]], colours[pair[1]]) < _PARTS] == []


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_u18_every_rule_of_the_style_sheet_writes_what_can_be_read(palette: Tokens) -> None:
    colours, rules = palette.colours(), _rules()
    poor = []
    for selector, (text, ground) in rules.items():
        if _UNUSABLE.search(selector) or _WORDLESS.search(selector):
            continue
        plain = rules.get(_STATE.sub("", selector), ("", ""))
        text, ground = text or plain[0] or "text", ground or plain[1]
        own = text.removeprefix("on_").removesuffix("_muted") if text.startswith("on_") else ""
        grounds = [ground or own] if ground or own else _GROUNDS
        poor += [(selector, text, one) for one in grounds if contrast(colours[text], colours[one]) < _least(palette)]
    assert "\n".join(map(str, poor)) == ""


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_nothing_that_is_read_is_painted_faint() -> None:
    root = Path(fj_desktop.ui.__file__).parent
    painters = [
        path for path in root.rglob("*.py") if path.name not in ("palettes.py", "theme.py", "icons.py", "empty.py")
    ]
    assert [path.name for path in painters if '"faint"' in path.read_text(encoding="utf-8")] == []


def _rules() -> dict[str, tuple[str, str]]:
    """Token of the text and of the ground by selector, of every rule that sets either; empty where not set."""
    sheet = _COMMENT.sub("", asset("resources/theme/desk.qss").read_text(encoding="utf-8"))
    found: dict[str, tuple[str, str]] = {}
    for selectors, body in _RULE.findall(sheet):
        text = re.search(r"(?<![\w-])color: @(\w+)", body)
        ground = re.search(r"(?<![\w-])background: @(\w+)", body)
        if not (text or ground):
            continue
        for selector in (one.strip() for one in selectors.split(",")):
            was = found.get(selector, ("", ""))
            found[selector] = (text.group(1) if text else was[0], ground.group(1) if ground else was[1])
    return found
