"""Why an encrypted file does not open: which of its pages does the key authenticate?

SQLCipher 4 puts an HMAC-SHA512 at the end of each 4096-byte page; its key comes from the raw key and
the 16 bytes at the start of the file. Checking some pages by hand tells a wrong key from damage.
"""

import hashlib
import hmac
from pathlib import Path

PAGE_BYTES = 4096
SALT_BYTES = 16
PLAIN_HEADER = b"SQLite format 3\x00"
_TAG_BYTES = 64
_MOST_TRIED = 64
# 4096 random bytes hold 256 different values (3 standard deviations below: 255); text and tables far fewer.
_FEWEST_VALUES = 240


def looks_encrypted(page: bytes) -> bool:
    """Whether a first page could be one of an encrypted store: whole, not plain SQLite, evenly mixed."""
    return len(page) == PAGE_BYTES and not page.startswith(PLAIN_HEADER) and len(set(page)) >= _FEWEST_VALUES


def first_page(path: Path) -> bytes:
    """The first page, shorter when the file is."""
    with path.open("rb") as file:
        return file.read(PAGE_BYTES)


def authenticated(path: Path, key: bytes) -> int:
    """How many of the first pages belong to this key; 0 for a foreign key or a changed file start."""
    found = 0
    with path.open("rb") as file:
        salt = b""
        for number in range(1, _MOST_TRIED + 1):
            page = file.read(PAGE_BYTES)
            if len(page) < PAGE_BYTES:
                break
            salt = salt or page[:SALT_BYTES]
            found += _fits(page, number, _tag_key(key, salt))
    return found


def _tag_key(key: bytes, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)


def _fits(page: bytes, number: int, tag_key: bytes) -> bool:
    body = page[SALT_BYTES if number == 1 else 0 : -_TAG_BYTES] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.new(tag_key, body, hashlib.sha512).digest(), page[-_TAG_BYTES:])
