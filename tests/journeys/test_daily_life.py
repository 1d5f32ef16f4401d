"""From an empty profile to an open desk; a slip and its correction; a forgotten passphrase."""

from pathlib import Path

from PIL import Image, ImageChops

from tests.journeys.founding import first_run
from tests.journeys.places import Places
from tests.journeys.program import Program


def test_a_first_run_by_mouse_and_keyboard_leaves_an_open_desk_and_a_code_on_paper(
    program: Program, places: Places, tmp_path: Path
) -> None:
    paper = tmp_path / "code.pdf"

    code = first_run(program, places, paper)

    assert len(code) == 8
    assert program.headless("list", "staff", "--json")[0]["name"] == "Ran Shili"
    assert program.quit() == 0


def test_a_mistyped_field_says_why_and_after_correction_the_record_is_stored(
    program: Program, places: Places, tmp_path: Path
) -> None:
    first_run(program, places, tmp_path / "code.pdf")
    form = places.new_form("entrepreneurs")
    program.keys("ctrl+1", "ctrl+n")
    program.write("Zhang Shili")
    program.click(form("person_mobile"))
    program.write("1390000012")
    program.keys("ctrl+s")
    assert program.headless("list", "entrepreneurs", "--json") == []

    program.click(form("person_mobile"))
    program.keys("End")
    program.write("3")
    program.keys("ctrl+s")

    program.until(lambda: len(program.headless("list", "entrepreneurs", "--json")) == 1)
    stored = program.headless("list", "entrepreneurs", "--json", "--reveal")[0]
    assert (stored["person_name"], stored["person_mobile"]) == ("Zhang Shili", "13900000123")
    assert program.quit() == 0


def test_a_locked_desk_opens_with_the_recovery_code_and_gets_a_new_passphrase(
    program: Program, places: Places, tmp_path: Path
) -> None:
    code = first_run(program, places, tmp_path / "code.pdf")
    open_desk = program.screen()
    program.keys("ctrl+l")
    assert program.screen() != open_desk
    program.click(places.locked()("unlock.other"))
    program.write("-".join(code).lower())
    program.keys("Return")
    program.still()
    program.write("a-new-river-in-2027-orange")
    program.keys("Tab", "Tab")
    program.write("a-new-river-in-2027-orange")
    program.keys("Return")
    program.until(lambda: program.run("check", passphrase="a-new-river-in-2027-orange").returncode == 0)

    assert program.run("check").returncode == 3
    program.until(lambda: _alike(program.screen(), open_desk))
    assert program.quit() == 0


def _alike(now: Image.Image, before: Image.Image) -> bool:
    """The open desk stands on the screen again; the cursor may blink."""
    box = ImageChops.difference(now.convert("L"), before.convert("L")).getbbox()
    return box is None or (box[2] - box[0]) * (box[3] - box[1]) < 20_000
