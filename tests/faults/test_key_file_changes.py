"""No change to a key file ever yields another key (S-01: 1,000 of 1,000 changes noticed)."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fj_desktop.errors import UserError
from fj_desktop.store.keyheader import canonical
from fj_desktop.store.keyslots import DamagedKeysError, KeyFile
from tests.support.cheap_keys import CHEAP, PASSPHRASE

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.keys"


@pytest.fixture
def code(path: Path) -> str:
    keys, code = KeyFile.create(path, KEY, PASSPHRASE, kdf=CHEAP)
    keys.add_keyring(KEY)
    return code


def test_every_changed_byte_is_noticed_before_a_passphrase_is_asked_for(path: Path, code: str) -> None:
    whole = path.read_bytes()
    accepted = []
    for place in range(len(whole)):
        for change in (0x01, 0x20):
            content = bytearray(whole)
            content[place] ^= change
            path.write_bytes(content)
            try:
                KeyFile.load(path, kdf=CHEAP)
                accepted.append(place)
            except DamagedKeysError:
                continue

    assert len(whole) * 2 > 1000
    assert accepted == []


def test_every_truncation_and_appendix_is_noticed(path: Path, code: str) -> None:
    whole = path.read_bytes()
    for content in [*(whole[:length] for length in range(len(whole))), whole + b"\n", whole + b" ", whole * 2]:
        path.write_bytes(content)
        with pytest.raises(DamagedKeysError):
            KeyFile.load(path, kdf=CHEAP)


def long_texts(value: Any) -> Iterator[tuple[Any, Any]]:
    """Where ids, salts, nonces, boxes and the MAC stand: the containers and their keys."""
    if not isinstance(value, dict | list):
        return
    for name, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, str) and len(inner) >= 24 and name != "suite":
            yield value, name
        yield from long_texts(inner)


def forged(header: dict[str, Any]) -> Iterator[bytes]:
    """The header with each hex digit of each part changed and the plain digest made to fit again."""
    for home, name in list(long_texts(header)):
        text = home[name]
        for place in range(len(text)):
            home[name] = text[:place] + ("0" if text[place] != "0" else "f") + text[place + 1 :]
            yield canonical(header | {"sha256": hashlib.sha256(canonical(header)).hexdigest()})
        home[name] = text


def test_a_forger_who_mends_the_digest_gets_no_other_key_either(path: Path, code: str) -> None:
    header = json.loads(path.read_bytes())
    del header["sha256"]
    tried = 0
    for content in forged(header):
        path.write_bytes(content)
        tried += 1
        for way in ("passphrase", "recovery"):
            try:
                keys = KeyFile.load(path, kdf=CHEAP)
                opened = keys.open_with_passphrase(PASSPHRASE) if way == "passphrase" else keys.open_with_recovery(code)
            except UserError:
                continue
            pytest.fail(f"opened {opened == KEY} by {way}")

    assert tried > 500
