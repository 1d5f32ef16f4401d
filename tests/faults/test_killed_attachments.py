"""A process killed at any step while files are attached: all or nothing, and what is named is there (R-05, S-11)."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.session import Session
from fj_desktop.store import attachments
from tests.support import killing_attachments
from tests.support.cheap_keys import PASSPHRASE, cheap_vault

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the kills need fork")
LAND = CATALOG["land"]
CONTENTS = {one.name: one.content for one in killing_attachments.SOURCES}


def test_a_killed_adding_is_nothing_or_whole_and_can_be_done_again(tmp_path: Path) -> None:
    prepared = Profile(tmp_path / "prepared")
    session = Session(prepared, cheap_vault(prepared))
    key, _ = session.create("YRD", "示例员", PASSPHRASE)
    with closing(session.open(key)) as desk:
        record = desk.records.add(LAND, {"parcel_no": "示例-001"})
    out = tmp_path / "out"
    command = [sys.executable, killing_attachments.__file__, str(prepared.folder), str(out), key.hex()]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)})

    counts = []
    for folder in sorted(out.iterdir()):
        profile = Profile(folder)
        session = Session(profile, cheap_vault(profile))
        session.vault.settle()
        assert not (profile.attachments / "drafts").exists()
        with closing(session.open(key, check=True)) as desk:
            found = desk.attachments.of(LAND, record)
            assert {one.name: desk.attachments.content(one) for one in found} in ({}, CONTENTS)
            assert len(desk.search.find("greenhouse")) == len(found)
            counts.append(len(found))
        assert session.verify(key) == []
        assert len(attachments.files(profile)) <= len(CONTENTS)

    assert len(counts) > 20
    assert set(counts) == {0, len(CONTENTS)}
