"""XML parts are looked through before a parser sees them: no entities, no odd encodings, no deep nesting."""

import codecs
import pyexpat
import re
from collections.abc import Iterable, Iterator

from fj_desktop.exchange.reading import limits
from fj_desktop.exchange.reading.limits import refuse

# Parsers agree on these; any other lets a part hide its declarations from this check.
_ENCODINGS = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be"})
_UTF_16_BEGINNINGS = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)[\"']")
_DECLARATION_BYTES = 1024
_LONGEST_TAG = 16 << 20

_ALL_BUT_TAGS = bytes(set(range(256)) - {0x3C, 0x02, 0x03})

_DECLARES = "文件中藏有 XML 实体声明，这是攻击文件的写法，没有打开。请核实来源，或让对方用 WPS/Excel 另存为 .xlsx。"
_ODD = "文件内部的文字编码不正常，没有打开。请用 WPS/Excel 打开后另存为 .xlsx 再导入。"
_NO_XML = "文件的内容已损坏，读不出来。请用 WPS/Excel 打开后另存为 .xlsx 再导入。"
_DEEP = f"文件内部嵌套超过 {limits.MAX_NESTING} 层，像是攻击文件，没有打开。请核实来源。"


def is_xml(name: str, first: bytes) -> bool:
    """A part is XML by its name or by its first sign."""
    if name.casefold().endswith((".xml", ".rels", ".vml", ".rdf", ".xsd", ".xsl")):
        return True
    return first.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"<" or first.startswith(_UTF_16_BEGINNINGS)


def checked(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pass on the part in pieces that begin with a tag and hold whole tags, in UTF-8.

    Raises:
        RefusedFileError: a DOCTYPE or entity, an encoding that hides them, or nesting beyond 64.
    """
    depth = 0
    for piece in _whole_tags(_in_utf_8(pieces)):
        if b"!" in piece and (b"<!DOCTYPE" in piece or b"<!ENTITY" in piece):
            raise refuse(_DECLARES)
        if b"\0" in piece:
            raise refuse(_ODD)
        highest, depth = _depths(piece, depth)
        if highest > limits.MAX_NESTING:
            raise refuse(_DEEP)
        yield piece


def well_formed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pass on checked pieces; some readers never come to an end where an element doesn't.

    Raises:
        RefusedFileError: the part is no XML.
    """
    parser = pyexpat.ParserCreate("utf-8")
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            yield piece
        parser.Parse(b"", True)
    except pyexpat.ExpatError as error:
        raise refuse(_NO_XML) from error


def _in_utf_8(pieces: Iterable[bytes]) -> Iterator[bytes]:
    stream = iter(pieces)
    first = b""
    for piece in stream:
        first += piece
        if len(first) >= _DECLARATION_BYTES:
            break
    if not first.startswith(_UTF_16_BEGINNINGS):
        _check_declared(first)
        yield first
        yield from stream
        return
    little = first[:1] in (b"\xff", b"<")
    decoder = codecs.getincrementaldecoder("utf-16-le" if little else "utf-16-be")()
    try:
        yield decoder.decode(first).encode()
        for piece in stream:
            yield decoder.decode(piece).encode()
        decoder.decode(b"", final=True)
    except UnicodeError as error:
        raise refuse(_ODD) from error


def _check_declared(first: bytes) -> None:
    declared = _DECLARED.match(first.removeprefix(codecs.BOM_UTF8))
    if declared and declared[1].decode("ascii", "replace").casefold() not in _ENCODINGS:
        raise refuse(_ODD)


def _whole_tags(pieces: Iterable[bytes]) -> Iterator[bytes]:
    begun = b""
    for piece in pieces:
        begun += piece
        cut = begun.rfind(b"<")
        if cut > 0:
            yield begun[:cut]
            begun = begun[cut:]
        elif len(begun) > _LONGEST_TAG:
            yield begun
            begun = b""
    if begun:
        yield begun


def _depths(piece: bytes, depth: int) -> tuple[int, int]:
    """Highest nesting reached in the piece and the nesting at its end, given that at its start.

    Tags are told apart by one byte each; then each round of replacing takes the innermost elements away at the
    speed of ``bytes.replace``: a parser that calls back for every element takes as long as reading the sheet.
    """
    # One byte is looked for at the speed of memory, two only at that of the many "<" of a sheet.
    if b"!" in piece and b"<!" in piece:
        piece = _without_text(piece)
    tags = piece.replace(b"</", b"\x02").replace(b"/>", b"\x03")
    for mark, sign in ((b"<?", b"?"), (b"<!", b"!")):
        if sign in piece:
            tags = tags.replace(mark, b"")
    tags = tags.translate(None, _ALL_BUT_TAGS)
    empty = b"<\x03" in tags
    tags = tags.replace(b"<\x03", b"").replace(b"\x03", b"")
    levels = 1 if empty else 0
    while b"<\x02" in tags and levels <= limits.MAX_NESTING:
        tags = tags.replace(b"<\x02", b"")
        levels += 1
    opened, closed = tags.count(b"<"), tags.count(b"\x02")
    return depth + opened + levels, depth + opened - closed


def _without_text(piece: bytes) -> bytes:
    """The piece without its comments and CDATA sections, whose text may look like tags."""
    kept: list[bytes] = []
    at = 0
    while (begin := piece.find(b"<!", at)) >= 0:
        closing = b"]]>" if piece.startswith(b"<![CDATA[", begin) else b"-->"
        end = piece.find(closing, begin)
        if end < 0:
            break
        kept.append(piece[at:begin])
        at = end + len(closing)
    kept.append(piece[at:])
    return b"".join(kept)
