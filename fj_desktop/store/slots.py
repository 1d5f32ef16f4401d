"""The boxes of a key file: how the data key goes into a slot and comes out of it.

The ciphers are imported where they are used, so that the unlock window stands sooner.
"""

import os
import uuid

from fj_desktop.store.kdf import Cost, PassphraseKdf
from fj_desktop.store.keyheader import KEYRING, PASSPHRASE, RECOVERY, Header, Json, Slot

# A random secret needs no slow derivation; the labels keep the two kinds of secret apart.
_LABELS = {RECOVERY: b"fj-desktop keys: recovery slot 1", KEYRING: b"fj-desktop keys: keyring slot 1"}


def with_passphrase(header: Header, data_key: bytes, passphrase: str, kdf: PassphraseKdf) -> Header:
    """The header with a fresh passphrase slot at the cost this machine bears."""
    cost = kdf.calibrated()
    salt = os.urandom(16)
    params = {"salt": salt.hex(), "memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes}
    return _sealed(header, PASSPHRASE, params, kdf.key(passphrase, salt, cost), data_key)


def with_secret(header: Header, kind: str, data_key: bytes, secret: bytes) -> Header:
    """The header with a fresh recovery or keyring slot for a random secret."""
    params = {"salt": os.urandom(16).hex()}
    return _sealed(header, kind, params, _key_of_secret(kind, secret, params), data_key)


def cost_of(header: Header) -> Cost:
    """What the header's passphrase slot asks for."""
    params = header.slot(PASSPHRASE).params
    return Cost(params["memory_kib"], params["passes"], params["lanes"])


def by_passphrase(header: Header, passphrase: str, kdf: PassphraseKdf) -> bytes | None:
    """What the passphrase slot holds; None when the passphrase is another one."""
    slot = header.slot(PASSPHRASE)
    key = kdf.key(passphrase, bytes.fromhex(slot.params["salt"]), cost_of(header))
    return _unsealed(header, slot, key)


def by_secret(header: Header, kind: str, secret: bytes) -> bytes | None:
    """What the slot holds; None when the secret is another one."""
    slot = header.slot(kind)
    return _unsealed(header, slot, _key_of_secret(kind, secret, slot.params))


def _key_of_secret(kind: str, secret: bytes, params: Json) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    salt = bytes.fromhex(params["salt"])
    return HKDF(SHA256(), length=32, salt=salt, info=_LABELS[kind]).derive(secret)


def _sealed(header: Header, kind: str, params: Json, key: bytes, data_key: bytes) -> Header:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot_id, nonce = uuid.uuid4().hex, os.urandom(12)
    box = AESGCM(key).encrypt(nonce, data_key, header.binding(slot_id, kind, params))
    return header.with_slot(Slot(slot_id, kind, params, nonce, box))


def _unsealed(header: Header, slot: Slot, key: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(slot.nonce, slot.box, header.binding(slot.id, slot.kind, slot.params))
    except InvalidTag:
        return None
