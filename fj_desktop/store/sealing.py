"""Content of any length encrypted in chunks, so that a large file needs little memory.

The shape is that of age and of Rogaway's STREAM: one key per file, AES-256-GCM for each chunk, the nonce counts the
chunks and marks the last one. A chunk that was changed, moved, dropped or added is therefore found, and so is an end
that came too early. The cipher is imported where it is used, so that the unlock window stands sooner.
"""

import os
from collections.abc import Callable, Iterator
from typing import BinaryIO

CHUNK_BYTES = 256 << 10
_MAGIC = b"FJ-CONTENT-1\n"
_SALT_BYTES = 32
_TAG_BYTES = 16
_SEALED_CHUNK = CHUNK_BYTES + _TAG_BYTES
_LABEL = b"fj-desktop content 1: "


class BrokenContentError(Exception):
    """The sealed content is damaged, cut off, or of another key or name."""


def derived(key: bytes, label: bytes, salt: bytes | None = None) -> bytes:
    """A 32-byte key for one purpose."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), length=32, salt=salt, info=label).derive(key)


def seal(key: bytes, name: bytes, source: BinaryIO, out: BinaryIO, watch: Callable[[bytes], None]) -> None:
    """Encrypt all of ``source`` into ``out``; ``watch`` sees each plain chunk as it passes, and may raise.

    ``name`` says which content this is: opened under another name nothing comes out.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt = os.urandom(_SALT_BYTES)
    out.write(_MAGIC + salt)
    cipher = AESGCM(derived(key, _LABEL + name, salt))
    chunk, number = source.read(CHUNK_BYTES), 0
    while True:
        following = source.read(CHUNK_BYTES)
        watch(chunk)
        out.write(cipher.encrypt(_nonce(number, last=not following), chunk, None))
        if not following:
            return
        chunk, number = following, number + 1


def unseal(key: bytes, name: bytes, sealed: BinaryIO) -> Iterator[bytes]:
    """The plain chunks, each verified before it is given out.

    Raises:
        BrokenContentError: at the first chunk that is not as it was written, or missing.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    head = sealed.read(len(_MAGIC) + _SALT_BYTES)
    if not head.startswith(_MAGIC) or len(head) != len(_MAGIC) + _SALT_BYTES:
        raise BrokenContentError
    cipher = AESGCM(derived(key, _LABEL + name, head[len(_MAGIC) :]))
    chunk, number = sealed.read(_SEALED_CHUNK), 0
    while True:
        following = sealed.read(_SEALED_CHUNK)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), chunk, None)
        except (InvalidTag, ValueError) as error:
            raise BrokenContentError from error
        if not following:
            return
        chunk, number = following, number + 1


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
