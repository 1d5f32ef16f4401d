"""Programs, scripts, shortcuts and pages are refused by name and by content (S-11)."""

import pytest

from fj_desktop.exchange.looking.danger import refused_content, refused_name

SUFFIXES = [
    "exe",
    "com",
    "scr",
    "pif",
    "cpl",
    "msi",
    "msp",
    "msc",
    "bat",
    "cmd",
    "ps1",
    "psm1",
    "vb",
    "vbs",
    "vbe",
    "js",
    "jse",
    "wsf",
    "wsh",
    "wsc",
    "sct",
    "hta",
    "lnk",
    "url",
    "scf",
    "reg",
    "inf",
    "jar",
    "chm",
    "hlp",
    "application",
    "gadget",
    "appx",
    "desktop",
    "sh",
    "command",
    "app",
    "dmg",
    "deb",
    "rpm",
    "py",
    "pl",
    "php",
    "xll",
    "mde",
    "accde",
    "iso",
    "vhd",
    "img",
    "mht",
    "html",
    "svg",
]
HIDDEN = (
    "合同.pdf.exe", "合同.EXE", "合同.exe ", "合同.exe.", "合同.exe. . .", "合同.ｅｘｅ", "photo\u202egpj.exe", "合同.e\u200bxe",
    "a.txt:b.exe", "a.exe:Zone.Identifier", "a.exe::$DATA", "..\\a.exe", "dir/a.exe", "a.exe\0.pdf", "con.exe",
)  # fmt: skip
HARMLESS = (
    "合同.pdf",
    "合同.exe.pdf",
    "照片.jpg",
    "台账.xlsx",
    "无后缀",
    "exe",
    "a.dwg",
    "a.zip",
    "录音.m4a",
    "说明.md",
)
CONTENTS = {
    "pe": b"MZ\x90\0\x03\0\0\0" + bytes(64),
    "elf": b"\x7fELF\x02\x01\x01",
    "mach-o": b"\xcf\xfa\xed\xfe\x07\0",
    "class": b"\xca\xfe\xba\xbe\0\0\0\x34",
    "wasm": b"\0asm\x01\0\0\0",
    "lnk": b"L\0\0\0\x01\x14\x02\0" + bytes(60),
    "chm": b"ITSF\x03\0\0\0",
    "cab": b"MSCF\0\0\0\0",
    "msi": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + bytes.fromhex("84100c0000000000c000000000000046"),
    "shell": b"#!/bin/sh\nrm -rf ~",
    "shell with mark": b"\xef\xbb\xbf#!/bin/sh\n",
    "batch": b"  @ECHO OFF\r\ndel *",
    "php": b"<?php system('x');",
    "registry": "Windows Registry Editor Version 5.00".encode("utf-16"),
    "old registry": b"REGEDIT4\r\n",
    "url": b"[InternetShortcut]\r\nURL=file:///x",
    "desktop": b"[Desktop Entry]\nExec=x",
    "page": b"\n<!DOCTYPE html><html>",
    "hta": b"<?xml version='1.0'?><x><HTA:APPLICATION ID='a'/></x>",
    "svg": b"<?xml version='1.0'?>\n<svg onload='x'>",
}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_dangerous_suffix_is_refused(suffix: str) -> None:
    assert f".{suffix} 文件" in refused_name(f"合同.{suffix}")


def test_no_way_of_hiding_the_suffix_helps() -> None:
    assert len(SUFFIXES) > 40
    assert [name for name in HIDDEN if not refused_name(name)] == []


def test_names_of_papers_and_pictures_are_not_refused() -> None:
    assert [name for name in HARMLESS if refused_name(name)] == []


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS.keys())
def test_dangerous_content_is_refused_under_any_name(content: bytes) -> None:
    assert refused_content(content)


def test_content_of_papers_is_not_refused() -> None:
    harmless = [
        b"%PDF-1.7\n", b"PK\x03\x04", b"MZ: a note that begins so", "奉节".encode("gb18030"), "<奉节>".encode(),
        b"# title", "奉节".encode("utf-16"), b"<?xml version='1.0'?><kml/>", b"\xd0\xcf\x11\xe0" + bytes(600), b"a",
    ]  # fmt: skip
    assert [content for content in harmless if refused_content(content)] == []
