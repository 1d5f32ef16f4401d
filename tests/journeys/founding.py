"""The first run, as every journey begins."""

from pathlib import Path

import pypdfium2

from fj_desktop.paths import Profile
from fj_desktop.store.vault import Vault
from tests.journeys.places import Places
from tests.journeys.program import PASSPHRASE, Program


def first_run(program: Program, places: Places, paper: Path) -> list[str]:
    """Go through the four steps; returns the groups of the recovery code, read from the saved page."""
    program.start()
    where = places.first_run()
    program.click(where("office.YRD"))
    program.click(where("person"))
    program.write("Ran Shili")
    program.keys("Return")
    program.write(PASSPHRASE)
    program.keys("Tab", "Tab")
    program.write(PASSPHRASE)
    program.keys("Return")
    program.until(lambda: (program.profile / "desk.fjdb").exists())
    program.still()
    program.keys("Return", "ctrl+a")
    program.write(str(paper))
    program.keys("Return")
    program.until(paper.exists)
    program.still()
    code = code_in(paper)
    program.click(where("next"))
    vault = Vault(Profile(program.profile))
    for group in code:
        if not vault.recovery_confirmed:
            program.write(group)
            asked = program.screen()
            program.keys("Return")
    assert vault.recovery_confirmed
    # That it is confirmed is kept before the desk is built: on a busy machine the page asking for it stands a while.
    program.opens(before=asked)
    return code


def code_in(paper: Path) -> list[str]:
    """The eight groups of the recovery code on a saved page, in the order they are numbered."""
    document = pypdfium2.PdfDocument(paper)
    page = document[0].get_textpage()
    shaped = (word for word in page.get_text_range().split() if len(word) == 5 and word.isascii())
    words = {word for word in shaped if word.isalnum() and word == word.upper()}
    placed = []
    for word in words:
        found = page.search(word).get_next()
        assert found is not None
        left, bottom, _, _ = page.get_charbox(found[0])
        placed.append((-round(bottom / 20), left, word))
    document.close()
    return [word for _, _, word in sorted(placed)]
