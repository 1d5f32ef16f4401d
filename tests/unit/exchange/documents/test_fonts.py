"""Every character on paper has a glyph or a visible stand-in."""

from pathlib import Path

import pytest

from fj_desktop.assets import asset
from fj_desktop.exchange.documents import fonts
from fj_desktop.exchange.documents.fonts import STAND_IN, Typeface, typeface
from fj_desktop.exchange.documents.installed_fonts import Role, installed_font, installed_rare_font


def gb2312() -> str:
    pairs = (bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)


@pytest.mark.parametrize("role", list(Role))
def test_every_role_prints_all_of_gb2312_and_the_signs_of_the_office(role: Role) -> None:
    text = gb2312() + "＋－℃㎡①⑳㈠Ⅳ±×÷≤≥‰￥€…—“”‘’〔〕《》【】●■□✓✔☑→😀冉覃瞿夔犇㙍䶮𬭳"
    missing: set[str] = set()

    assert typeface(role).printable(text, missing) == text
    assert missing == set()


def test_a_run_is_cut_where_the_font_changes_and_no_character_is_lost() -> None:
    runs = typeface(Role.BODY).runs("冉㙍甲✔2.5")

    assert [run.text for run in runs] == ["冉", "㙍", "甲", "✔", "2.5"]
    assert [run.font for run in runs[:3]] == ["NotoSerifSC-Regular", "NotoSansSC-Regular", "NotoSerifSC-Regular"]
    assert sum(run.em for run in runs) == pytest.approx(typeface(Role.BODY).em("冉㙍甲✔2.5"))


def test_a_character_no_font_has_becomes_a_visible_mark_and_is_reported() -> None:
    missing: set[str] = set()

    assert typeface(Role.TABLE).printable("瞿\U00021484", missing) == "瞿" + STAND_IN
    assert missing == {"\U00021484"}


def test_signs_that_print_nothing_are_left_out() -> None:
    assert typeface(Role.TABLE).printable("a\u200b\u202eb\x00\ufe0f\tc\ud800") == "ab c"


def test_an_ideograph_is_one_em_wide_and_the_code_font_gives_every_sign_the_same_width() -> None:
    assert typeface(Role.BODY).em("奉节") == 2.0
    assert len({typeface(Role.CODE).em(sign) for sign in "0O1IL8BA-"}) == 1


def test_the_machine_s_own_fonts_are_preferred_on_windows_only(tmp_path: Path) -> None:
    folder = tmp_path / "Fonts"
    folder.mkdir()
    for name in ("simfang.ttf", "simhei.ttf", "simsunb.ttf", "FZXBSJW.TTF"):
        (folder / name).write_bytes(b"")
    environ = {"WINDIR": str(tmp_path)}

    assert installed_font(Role.BODY, "win32", environ) == folder / "simfang.ttf"
    assert installed_font(Role.TITLE, "win32", environ) == folder / "FZXBSJW.TTF"
    assert installed_font(Role.KAI, "win32", environ) is None
    assert installed_font(Role.TABLE, "win32", environ) is None
    assert installed_rare_font("win32", environ) == folder / "simsunb.ttf"
    assert installed_font(Role.BODY, "linux", environ) is None
    assert installed_font(Role.BODY, "win32", {}) is None


def test_a_person_s_own_font_folder_is_searched_too(tmp_path: Path) -> None:
    folder = tmp_path / "Microsoft" / "Windows" / "Fonts"
    folder.mkdir(parents=True)
    (folder / "方正小标宋简体.ttf").write_bytes(b"")

    assert installed_font(Role.TITLE, "win32", {"LOCALAPPDATA": str(tmp_path)}) == folder / "方正小标宋简体.ttf"


def test_a_font_of_the_machine_that_cannot_be_embedded_gives_way_to_the_bundled_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "simfang.ttf"
    broken.write_bytes(b"OTTO not a TrueType font")
    monkeypatch.setattr(fonts, "installed_font", lambda role: broken)

    assert fresh(Role.BODY).runs("奉")[0].font == "NotoSerifSC-Regular"


def test_a_font_of_the_machine_leads_the_chain(monkeypatch: pytest.MonkeyPatch) -> None:
    own = asset("resources/fonts/JetBrainsMono-Medium.ttf")
    monkeypatch.setattr(fonts, "installed_font", lambda role: own)

    assert [run.font for run in fresh(Role.BODY).runs("A奉")] == ["own-JetBrainsMono-Medium", "NotoSerifSC-Regular"]


def fresh(role: Role) -> Typeface:
    """The chain as a program that just started would build it."""
    return typeface.__wrapped__(role)
