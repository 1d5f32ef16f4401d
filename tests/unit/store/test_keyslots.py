"""The key file: every slot alone opens it, nothing else does (R-12, R-13, S-01)."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from fj_desktop.errors import DamagedStoreError, LockedError
from fj_desktop.store import recovery_code
from fj_desktop.store.kdf import Cost, PassphraseKdf
from fj_desktop.store.keyheader import LARGEST_BYTES, canonical, parse
from fj_desktop.store.keyslots import DamagedKeysError, KeyFile
from tests.support.cheap_keys import CHEAP

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.keys"


def test_passphrase_recovery_code_and_keyring_each_open_alone(path: Path) -> None:
    keys, code = KeyFile.create(path, KEY, "一句口令", kdf=CHEAP)
    secret = keys.add_keyring(KEY)
    again = KeyFile.load(path, kdf=CHEAP)

    assert again.open_with_passphrase("一句口令") == KEY
    assert again.open_with_recovery(code) == KEY
    assert again.open_with_keyring(secret) == KEY
    assert again.store_id == keys.store_id


def test_a_wrong_secret_is_refused_by_every_slot(path: Path) -> None:
    keys, _ = KeyFile.create(path, KEY, "一句口令", kdf=CHEAP)
    keys.add_keyring(KEY)

    with pytest.raises(LockedError, match="口令不对"):
        keys.open_with_passphrase("另一句口令")
    with pytest.raises(LockedError, match="恢复码不对"):
        keys.open_with_recovery(recovery_code.shown(os.urandom(20)))
    with pytest.raises(LockedError, match="请输入口令"):
        keys.open_with_keyring(os.urandom(32))


def test_a_passphrase_typed_in_full_width_signs_is_the_same(path: Path) -> None:
    keys, _ = KeyFile.create(path, KEY, "Ａｂｃ－１２３ é", kdf=CHEAP)

    assert keys.open_with_passphrase("Abc-123 e\u0301") == KEY


def test_the_old_passphrase_stops_working_after_a_change(path: Path) -> None:
    keys, code = KeyFile.create(path, KEY, "旧口令", kdf=CHEAP)
    keys.change_passphrase(KEY, "新口令")
    again = KeyFile.load(path, kdf=CHEAP)

    assert again.open_with_passphrase("新口令") == KEY
    assert again.open_with_recovery(code) == KEY
    with pytest.raises(LockedError):
        again.open_with_passphrase("旧口令")


def test_a_new_recovery_code_replaces_the_old_and_waits_for_confirmation(path: Path) -> None:
    keys, old = KeyFile.create(path, KEY, "口令", kdf=CHEAP)
    keys.confirm_recovery(KEY)
    assert KeyFile.load(path, kdf=CHEAP).recovery_confirmed

    new = keys.new_recovery_code(KEY)
    again = KeyFile.load(path, kdf=CHEAP)

    assert not again.recovery_confirmed
    assert again.open_with_recovery(new) == KEY
    with pytest.raises(LockedError):
        again.open_with_recovery(old)


def test_the_keyring_slot_goes_and_the_others_stay(path: Path) -> None:
    keys, _ = KeyFile.create(path, KEY, "口令", kdf=CHEAP)
    secret = keys.add_keyring(KEY)
    keys.remove_keyring(KEY)
    again = KeyFile.load(path, kdf=CHEAP)

    assert not again.has_keyring
    assert again.open_with_passphrase("口令") == KEY
    with pytest.raises(LockedError):
        again.open_with_keyring(secret)


def test_a_wrong_data_key_is_never_wrapped(path: Path) -> None:
    keys, _ = KeyFile.create(path, KEY, "口令", kdf=CHEAP)
    before = path.read_bytes()

    with pytest.raises(LockedError):
        keys.change_passphrase(os.urandom(32), "新口令")

    assert path.read_bytes() == before


def test_the_file_is_private_and_holds_no_secret(path: Path) -> None:
    _, code = KeyFile.create(path, KEY, "纸船明烛照天烧", kdf=CHEAP)
    content = path.read_bytes()

    assert path.stat().st_mode & 0o777 == 0o600 or os.name == "nt"
    for secret in (KEY, KEY.hex().encode(), "纸船".encode(), code.encode(), code.split("-")[0].encode()):
        assert secret not in content


def test_a_box_moved_to_another_store_does_not_open(tmp_path: Path) -> None:
    KeyFile.create(tmp_path / "mine", KEY, "口令", kdf=CHEAP)
    KeyFile.create(tmp_path / "other", os.urandom(32), "口令", kdf=CHEAP)
    header, other = parse((tmp_path / "mine").read_bytes()), parse((tmp_path / "other").read_bytes())
    (tmp_path / "mine").write_bytes(header.with_slot(other.slot("passphrase")).to_bytes())

    with pytest.raises(LockedError):
        KeyFile.load(tmp_path / "mine", kdf=CHEAP).open_with_passphrase("口令")


def test_a_header_changed_by_someone_without_the_data_key_is_refused(path: Path) -> None:
    KeyFile.create(path, KEY, "口令", kdf=CHEAP)
    path.write_bytes(replace(parse(path.read_bytes()), recovery_confirmed=True).to_bytes())

    with pytest.raises(DamagedStoreError):
        KeyFile.load(path, kdf=CHEAP).open_with_passphrase("口令")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[" * 60_000,
        b"{}",
        b'{"magic":"fj-desktop keys","format":1,"suite":"argon2id-hkdf-sha256-aes256gcm"}',
        b'{"magic":"fj-desktop keys","format":1,"suite":"argon2id-hkdf-sha256-aes256gcm","slots":7}',
        b"PK\x03\x04" + bytes(100),
        b" " * (LARGEST_BYTES + 1),
        b"9" * 60_000,
    ],
)
def test_what_is_no_key_file_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(DamagedKeysError, match="备份"):
        KeyFile.load(path)

    assert path.read_bytes() == content


@pytest.mark.parametrize("change", [{"format": 2}, {"suite": "sm4"}])
def test_a_newer_key_file_asks_for_a_newer_program(path: Path, change: dict[str, object]) -> None:
    KeyFile.create(path, KEY, "口令", kdf=CHEAP)
    path.write_bytes(canonical(json.loads(path.read_bytes()) | change))

    with pytest.raises(DamagedKeysError, match="更新的程序"):
        KeyFile.load(path)


@pytest.mark.parametrize(
    "cost", [Cost(2**21, 3, 4), Cost(65536, 101, 4), Cost(65536, 3, 0), Cost(65536, 3, 99), Cost(2**20, 100, 4)]
)
def test_a_hostile_cost_is_refused_without_being_tried(path: Path, cost: Cost) -> None:
    KeyFile.create(path, KEY, "口令", kdf=CHEAP)
    header = parse(path.read_bytes())
    slot = header.slot("passphrase")
    params = slot.params | {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes}
    path.write_bytes(header.with_slot(replace(slot, params=params)).to_bytes())

    with pytest.raises(DamagedKeysError):
        KeyFile.load(path)


def test_the_program_takes_no_key_file_below_the_floor(path: Path) -> None:
    KeyFile.create(path, KEY, "口令", kdf=CHEAP)

    with pytest.raises(DamagedKeysError):
        KeyFile.load(path)


def test_the_floor_is_64_mib_and_3_passes_and_calibration_never_goes_below() -> None:
    in_no_time = PassphraseKdf(seconds=0.0).calibrated()

    assert in_no_time.memory_kib == 64 * 1024
    assert in_no_time.passes == 3


def test_calibration_fills_the_time_given() -> None:
    cost = PassphraseKdf(floor=Cost(64, 1, 1), seconds=0.1).calibrated()

    assert cost.memory_kib > 64 or cost.passes > 1
    assert cost.bearable()
