"""What is never taken as an attachment: programs, scripts, shortcuts, installers, by suffix and by content (S-11)."""

import re

from fj_desktop.core.filenames import cleaned, suffix_of

_SUFFIXES = """
    exe com scr pif cpl msi msp mst msc msix msixbundle appx appxbundle appinstaller application gadget dll ocx sys drv
    bat cmd ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psm1 psh vb vbs vbe vba js jse mjs ws wsf wsc wsh sct hta htc
    lnk url website scf desktop library-ms search-ms settingcontent-ms theme themepack rdp
    reg inf ins isp job crx xpi jar jnlp class chm hlp mht mhtml
    sh bash zsh csh ksh command run bin elf so out app apk ipa dmg pkg deb rpm appimage osx workflow action
    py pyc pyo pyw pyz pl rb php phar lua ade adp mda mde mdb accda accde accdr accdu accdb xll xlam xla xlm wll
    ppam ppa iso img vhd vhdx udf cab diagcab diagpkg one onepkg grp hpj prg bas svg svgz htm html xhtml shtml xht xbap
"""
REFUSED_SUFFIXES = frozenset(_SUFFIXES.split())
"""Windows, macOS and Linux would run these, install them, follow them elsewhere, or run what they carry."""

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x7fELF", "程序"),
    (b"\xcf\xfa\xed\xfe", "程序"),
    (b"\xce\xfa\xed\xfe", "程序"),
    (b"\xfe\xed\xfa\xce", "程序"),
    (b"\xfe\xed\xfa\xcf", "程序"),
    (b"\xca\xfe\xba\xbe", "程序"),
    (b"\0asm", "程序"),
    (b"dex\n", "程序"),
    (b"\x4c\x00\x00\x00\x01\x14\x02\x00", "快捷方式"),
    (b"ITSF\x03", "帮助文件程序"),
    (b"MSCF", "安装包"),
    (b"!<arch>", "安装包"),
    (b"\xed\xab\xee\xdb", "安装包"),
    (b"REGEDIT4", "注册表脚本"),
)
_TEXTS = re.compile(
    r"\A\s*(?:(?P<script>#![ \t]*/|@echo\s+o|<\?php|<%@|<job\b|<package\b|<component\b|on error resume next)"
    r"|(?P<registry>windows registry editor)|(?P<shortcut>\[(?:internetshortcut|desktop entry|shell)\])"
    r"|(?P<page><!doctype html|<html|<head|<body|<script|<hta:|<svg))",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"<hta:application|<script[\s>]|<svg[\s>]", re.IGNORECASE)
_WHAT = {"script": "脚本", "registry": "注册表脚本", "shortcut": "快捷方式", "page": "网页"}
# The class of a Windows Installer database as it stands in the root entry of its compound file.
_INSTALLER = bytes.fromhex("84100c0000000000c000000000000046")
_EXECUTABLE = re.compile(rb"\AMZ")


def refused_name(raw: str) -> str:
    """Why a file of this name is refused, or nothing; every way to hide the suffix is looked through."""
    for part in re.split(r"[:/\\\x00]", raw):
        suffix = suffix_of(cleaned(part))
        if suffix in REFUSED_SUFFIXES:
            return f"是 .{suffix} 文件，可能是程序、脚本或网页，为安全起见不能作为附件"
    return ""


def refused_content(head: bytes) -> str:
    """Why a file that begins so is refused, or nothing; ``head`` is its first 64 KiB, or all."""
    what = _bytes_are(head) or _text_is(head)
    return f"的内容其实是{what}，为安全起见不能作为附件" if what else ""


def _bytes_are(head: bytes) -> str:
    for beginning, what in _BEGINNINGS:
        if head.startswith(beginning):
            return what
    if _EXECUTABLE.match(head) and b"\0" in head[:512]:
        return "程序"
    if head.startswith(b"\xd0\xcf\x11\xe0") and _INSTALLER in head:
        return "安装包"
    return ""


def _text_is(head: bytes) -> str:
    if b"\0" in head[:512] and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ""
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    text = head.decode(encoding, "replace").lstrip("\ufeff")
    found = _TEXTS.match(text)
    if found and found.lastgroup:
        return _WHAT[found.lastgroup]
    return "网页" if text.lstrip().startswith("<") and _WITHIN.search(text) else ""
