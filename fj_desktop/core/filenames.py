"""Names of files from outside: what is shown, and what may be written to a disk; never a path."""

import re
import unicodedata

LONGEST = 120
_LONGEST_BYTES = 240
_LONGEST_SUFFIX = 12
_NAMELESS = "附件"
# What Windows takes for a device, alone or before any suffix; the small raised digits count as digits there.
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|CLOCK\$|(?:COM|LPT)[0-9¹²³])", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def cleaned(raw: str) -> str:
    """The name as it may be shown and written on any system: one part, no signs that hide or turn others.

    Folders before it are dropped; controls, bidirectional marks and unpaired surrogates go; what Windows forbids
    becomes ``_``; device names get one before them; a long name loses its middle, never its suffix.
    """
    name = re.split(r"[/\\]", unicodedata.normalize("NFC", raw).rstrip("/\\"))[-1]
    seen = "".join(" " if sign.isspace() else sign for sign in name if sign.isspace() or _is_seen(sign))
    name = _FORBIDDEN.sub("_", " ".join(seen.split())).strip(". ")
    stem = name.split(".", 1)[0].rstrip(" ")
    if _DEVICE.fullmatch(stem):
        name = f"_{name}"
    return _shortened(name) or _NAMELESS


def suffix_of(name: str) -> str:
    """The last suffix of a cleaned name in small letters, without its dot; empty when there is none."""
    stem, dot, suffix = name.rpartition(".")
    return unicodedata.normalize("NFKC", suffix).strip().casefold() if dot and stem else ""


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign) not in _UNSEEN


def _shortened(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    if not dot or not stem or len(suffix) > _LONGEST_SUFFIX:
        stem, suffix = name, ""
    end = f".{suffix}" if suffix else ""
    while len(stem) + len(end) > LONGEST or len((stem + end).encode()) > _LONGEST_BYTES:
        stem = stem[:-1]
    return stem.rstrip(". ") + end if end else stem.strip(". ")
