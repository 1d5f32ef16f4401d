"""What ``desk.keys`` holds: its shape, its bounds, and the three ways a change to it is noticed.

The file is canonical JSON: the same content has one spelling only. A plain digest finds damage before
a passphrase is asked for; each slot's box is bound to the slot and the store; a MAC under a key that
is derived from the data key covers everything, so that only a holder of the data key can write it.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass, replace
from typing import Any

MAGIC = "fj-desktop keys"
FORMAT = 1
SUITE = "argon2id-hkdf-sha256-aes256gcm"
LARGEST_BYTES = 64 * 1024

PASSPHRASE, RECOVERY, KEYRING = "passphrase", "recovery", "keyring"
_ALLOWED_KINDS = ([PASSPHRASE, RECOVERY], [PASSPHRASE, RECOVERY, KEYRING])
_MAC_DOMAIN = b"fj-desktop keys: header mac 1"

Json = dict[str, Any]


class NotAHeaderError(ValueError):
    """The bytes are not a header this program may use."""


class NewerHeaderError(NotAHeaderError):
    """The header is of a format or suite that only a newer program knows."""


@dataclass(frozen=True)
class Slot:
    """The data key in one box. ``params`` says how the box's key is derived (salt; cost for a passphrase)."""

    id: str
    kind: str
    params: Json
    nonce: bytes
    box: bytes

    def as_json(self) -> Json:
        named = {"id": self.id, "kind": self.kind, "params": self.params}
        return named | {"nonce": self.nonce.hex(), "box": self.box.hex()}


@dataclass(frozen=True)
class Header:
    """All of ``desk.keys``; ``recovery_confirmed`` once a person has proved to hold the recovery code."""

    store_id: str
    slots: tuple[Slot, ...]
    recovery_confirmed: bool = False
    mac: bytes = b""

    def slot(self, kind: str) -> Slot:
        """The slot of that kind; KeyError when there is none (a parsed header has all but the keyring)."""
        for slot in self.slots:
            if slot.kind == kind:
                return slot
        raise KeyError(kind)

    def has(self, kind: str) -> bool:
        return any(slot.kind == kind for slot in self.slots)

    def with_slot(self, new: Slot) -> "Header":
        """The same header with this slot in place of the one of its kind."""
        kept = [slot for slot in self.slots if slot.kind != new.kind]
        order = [PASSPHRASE, RECOVERY, KEYRING]
        return replace(self, slots=tuple(sorted([*kept, new], key=lambda slot: order.index(slot.kind))))

    def without(self, kind: str) -> "Header":
        return replace(self, slots=tuple(slot for slot in self.slots if slot.kind != kind))

    def sealed(self, data_key: bytes) -> "Header":
        return replace(self, mac=self._mac(data_key))

    def fits(self, data_key: bytes) -> bool:
        """Whether the MAC was made with this data key over exactly this content."""
        return hmac.compare_digest(self.mac, self._mac(data_key))

    def binding(self, slot_id: str, kind: str, params: Json) -> bytes:
        """The associated data of a slot's box: what the box cannot be moved away from."""
        slot = {"id": slot_id, "kind": kind, "params": params}
        return canonical({"format": FORMAT, "suite": SUITE, "store": self.store_id, "slot": slot})

    def to_bytes(self) -> bytes:
        body = self._body() | {"mac": self.mac.hex()}
        return canonical(body | {"sha256": hashlib.sha256(canonical(body)).hexdigest()})

    def _body(self) -> Json:
        return {
            "magic": MAGIC,
            "format": FORMAT,
            "suite": SUITE,
            "store": self.store_id,
            "slots": [slot.as_json() for slot in self.slots],
            "recovery_confirmed": self.recovery_confirmed,
        }

    def _mac(self, data_key: bytes) -> bytes:
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        key = HKDF(SHA256(), length=32, salt=self.store_id.encode(), info=_MAC_DOMAIN).derive(data_key)
        return hmac.new(key, canonical(self._body()), hashlib.sha256).digest()


def canonical(value: Json) -> bytes:
    """The one spelling of a JSON object."""
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"), allow_nan=False).encode()


def parse(content: bytes) -> Header:
    """Read a header and refuse everything this program would not have written.

    Raises:
        NewerHeaderError: a format or suite this program does not know.
        NotAHeaderError: anything else.
    """
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NotAHeaderError("not JSON") from error
    if not isinstance(value, dict) or value.get("magic") != MAGIC:
        raise NotAHeaderError("not a key file")
    if value.get("format") != FORMAT or value.get("suite") != SUITE:
        raise NewerHeaderError("other format or suite")
    try:
        header = _header(value)
        same = header.to_bytes() == content
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise NotAHeaderError("not of this shape") from error
    if not same:
        raise NotAHeaderError("digest or spelling differs")
    return header


def _header(value: Json) -> Header:
    slots = tuple(_slot(item) for item in value["slots"])
    if [slot.kind for slot in slots] not in _ALLOWED_KINDS:
        raise ValueError("slots")
    return Header(
        store_id=_hex(value["store"], 16).hex(),
        slots=slots,
        recovery_confirmed=value["recovery_confirmed"] is True,
        mac=_hex(value["mac"], 32),
    )


def _slot(item: Json) -> Slot:
    params: Json = {"salt": _hex(item["params"]["salt"], 16).hex()}
    if item["kind"] == PASSPHRASE:
        for name in ("memory_kib", "passes", "lanes"):
            if type(item["params"][name]) is not int:
                raise ValueError(name)
            params[name] = item["params"][name]
    return Slot(
        id=_hex(item["id"], 16).hex(),
        kind=item["kind"],
        params=params,
        nonce=_hex(item["nonce"], 12),
        box=_hex(item["box"], 48),
    )


def _hex(text: str, length: int) -> bytes:
    content = bytes.fromhex(text)
    if len(content) != length:
        raise ValueError("length")
    return content
