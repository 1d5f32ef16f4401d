"""What a container holds: its real kind, dangerous members, macros, a password; runs in the confined worker only."""

import io
import struct
import zipfile
from dataclasses import dataclass, field

from fj_desktop.core.filenames import cleaned, suffix_of
from fj_desktop.exchange.looking import kinds, limits
from fj_desktop.exchange.looking.danger import refused_name
from fj_desktop.exchange.looking.kinds import LOCKED, MACRO, NESTED, UNSEEN

_ARCHIVES = frozenset({"zip", "rar", "7z", "gz", "tgz", "tar", "bz2", "xz", "cab", "z"})
_MACRO_STORAGE = "_VBA_PROJECT".encode("utf-16-le")
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_LOCKED_FLAGS = 0x1 | 0x40


@dataclass
class Inside:
    """What was found: the kind, why it is refused if it is, and marks."""

    kind: kinds.FileKind
    refused: str = ""
    marks: list[str] = field(default_factory=list)


def inside(content: bytes) -> Inside:
    """Look into a file as far as its kind asks for."""
    kind = kinds.kind_of(content[: limits.HEAD_BYTES])
    if kind.code == "zip":
        return _zip(content)
    if kind.code == "ole":
        marks = [MACRO] if _MACRO_STORAGE in content else []
        return Inside(kind, marks=[*marks, LOCKED] if _ENCRYPTED_OFFICE in content else marks)
    if kind.code in ("rar", "7z", "gzip"):
        return Inside(kind, marks=[UNSEEN])
    if kind.code == "pdf":
        return Inside(kind, marks=[LOCKED] if _is_locked_pdf(content) else [])
    return Inside(kind)


def _zip(content: bytes) -> Inside:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, OSError):
        return Inside(kinds.BY_CODE["zip"], marks=[UNSEEN])
    if len(members) > limits.MOST_MEMBERS:
        return Inside(kinds.BY_CODE["zip"], f"压缩包里的文件超过 {limits.MOST_MEMBERS:,} 个，没有收下")
    names = [member.orig_filename for member in members]
    kind = kinds.zip_kind(frozenset(name.casefold() for name in names))
    found = Inside(kind, marks=[LOCKED] if any(member.flag_bits & _LOCKED_FLAGS for member in members) else [])
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        found.marks.append(MACRO)
    if kind.code == "zip":
        _look_at_names(names, found)
    return found


def _look_at_names(names: list[str], found: Inside) -> None:
    for name in names:
        if refused_name(name):
            found.refused = f"是压缩包，里面的“{cleaned(name)}”可能是程序、脚本或网页，为安全起见不能作为附件"
            return
    if any(suffix_of(cleaned(name)) in _ARCHIVES for name in names):
        found.marks.append(NESTED)


def _is_locked_pdf(content: bytes) -> bool:
    import pypdfium2
    import pypdfium2.raw

    try:
        pypdfium2.PdfDocument(content).close()
    except pypdfium2.PdfiumError as error:
        return bool(getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD)
    return False
