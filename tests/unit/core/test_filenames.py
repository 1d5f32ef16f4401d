"""Names of files from outside are shown and written without harm (S-10)."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fj_desktop.core.filenames import LONGEST, cleaned, suffix_of

HOSTILE = {
    "../../etc/passwd": "passwd",
    "..\\..\\Windows\\system32\\cmd.txt": "cmd.txt",
    "C:\\用户\\合同.pdf": "合同.pdf",
    "/": "附件",
    "..": "附件",
    ".": "附件",
    "": "附件",
    "   ": "附件",
    "...": "附件",
    "a/": "a",
    "CON": "_CON",
    "con.txt": "_con.txt",
    "NUL.tar.gz": "_NUL.tar.gz",
    "aux .txt": "_aux.txt",
    "COM1": "_COM1",
    "LPT9.pdf": "_LPT9.pdf",
    "COM¹.txt": "_COM¹.txt",
    "conout$": "_conout$",
    "CONTRACT.pdf": "CONTRACT.pdf",
    "a.txt:evil.exe": "a.txt_evil.exe",
    "a.txt::$DATA": "a.txt__$DATA",
    'a<b>c:d"e|f?g*h.txt': "a_b_c_d_e_f_g_h.txt",
    "trailing.txt. . ": "trailing.txt",
    ".bashrc": "bashrc",
    "photo\u202egnp.exe": "photognp.exe",
    "a\u200bb\ufeff.pdf": "ab.pdf",
    "line\nbreak\ttab.pdf": "line break tab.pdf",
    "nul\0byte.pdf": "nulbyte.pdf",
    "bell\x07.pdf": "bell.pdf",
    "\ud800合同.pdf": "合同.pdf",
    "\u2028合同.pdf": "合同.pdf",
    "cafe\u0301.pdf": "caf\u00e9.pdf",
    "　全角　空格　.pdf": "全角 空格.pdf",
    "~$合同.docx": "~$合同.docx",
    "-rf.txt": "-rf.txt",
    "％2e％2e.txt": "％2e％2e.txt",
}


@pytest.mark.parametrize(("raw", "shown"), HOSTILE.items(), ids=lambda one: repr(one)[:20])
def test_a_hostile_name_is_shown_without_harm(raw: str, shown: str) -> None:
    assert cleaned(raw) == shown


def test_a_long_name_keeps_its_suffix() -> None:
    shown = cleaned("长" * 500 + ".pdf")
    assert shown.endswith("长.pdf")
    assert len(shown) <= LONGEST
    assert len(shown.encode()) <= 240
    assert len(cleaned("长." + "b" * 500)) <= LONGEST


@given(st.text(st.characters(), max_size=300))
def test_any_name_becomes_one_safe_part(raw: str) -> None:
    name = cleaned(raw)
    assert name == cleaned(name)
    assert name
    assert len(name) <= LONGEST
    assert len(name.encode()) <= 255
    assert PurePosixPath(name).parts == (name,)
    assert PureWindowsPath(name).parts == (name,)
    assert not PureWindowsPath(name).drive
    assert not name.startswith(".")
    assert not name.endswith((".", " "))
    assert not set(name) & set('<>:"/\\|?*')
    assert all(unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for sign in name)


def test_the_suffix_is_the_last_one_in_small_letters() -> None:
    assert [suffix_of(name) for name in ("a.PDF", "a.tar.Gz", "a", "a.", ".pdf", "a.ｅｘｅ")] == [
        "pdf",
        "gz",
        "",
        "",
        "",
        "exe",
    ]


def test_no_device_name_is_left_with_or_without_a_suffix() -> None:
    devices = ["CON", "PRN", "AUX", "NUL", "CLOCK$", *(f"{port}{at}" for port in ("COM", "LPT") for at in range(10))]
    names = [
        form(device) for device in devices for form in (str, str.lower, "{}.txt".format, "{}. ".format, "x/{}".format)
    ]
    assert len(names) > 60
    assert [name for name in names if not cleaned(name).startswith("_")] == []
