"""The real window killed five seconds after the last key: nothing that was typed is lost (R-05)."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.session import Session
from tests.support import killing_typing
from tests.support.cheap_keys import PASSPHRASE, cheap_vault

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the kill needs a signal that can't be caught")
LAND, COMPANIES = CATALOG["land"], CATALOG["companies"]


def test_what_was_typed_is_offered_after_a_kill(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    session = Session(profile, cheap_vault(profile))
    key, _ = session.create("YRD", "示例员", PASSPHRASE)
    with closing(session.open(key)) as desk:
        record = desk.records.add(LAND, {"parcel_no": "示例-001"})
    command = [sys.executable, killing_typing.__file__, str(profile.folder), key.hex(), str(record), "5"]
    places = {"PYTHONPATH": os.pathsep.join(sys.path), "QT_QPA_PLATFORM": "offscreen"}

    killed = subprocess.run(command, check=False, env=os.environ | places, stdout=subprocess.PIPE, timeout=60)

    assert (killed.stdout.split(), killed.returncode) == ([b"typed"], -9)
    session = Session(profile, cheap_vault(profile))
    session.vault.settle()
    with closing(session.open(key, check=True)) as desk:
        found = {(one.library, one.record): dict(one.texts) for one in desk.drafts.all()}
    whole = killing_typing.FIRST + killing_typing.SECOND + killing_typing.THIRD
    assert found == {(LAND, record): {"note": killing_typing.FIRST}, (COMPANIES, None): {"name": whole}}
