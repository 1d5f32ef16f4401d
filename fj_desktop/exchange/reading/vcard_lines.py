"""vCard 2.1, 3.0 and 4.0 as phones and mail programs really write them: cards of named, decoded values.

Written here because the usual parser drops a whole address book for one odd line (quoted-printable in small letters,
a card without its end, one wrong byte), and Chinese phones write such lines.
"""

import binascii
import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from fj_desktop.exchange.reading import limits
from fj_desktop.exchange.reading.limits import refuse

# Pictures, sounds and keys are passed over unread.
_UNREAD = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_CODECS = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8", "gbk": "gb18030", "gb2312": "gb18030", "gb18030": "gb18030",
    "cp936": "gb18030", "big5": "big5", "iso-8859-1": "latin-1", "windows-1252": "cp1252",
}  # fmt: skip
# Possessive, so that unpaired quotes cost one pass.
_HEAD = re.compile(rb"((?:[^\":]++|\"[^\"]*+\")*+):")
_LONGEST_HEAD = 2048
_LONGEST_VALUE = limits.MAX_CELL_CHARACTERS * 4
_MOST_LINES = 25 * limits.MAX_CARDS
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_UTF_16 = {
    codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be", b"B\0": "utf-16-le", b"\0B": "utf-16-be",
}  # fmt: skip

_TOO_LONG = f"有一项内容超过 {limits.MAX_CELL_CHARACTERS:,} 个字，不像联系人。请重新从手机或邮箱导出通讯录。"
_TOO_MANY_LINES = f"内容超过 {_MOST_LINES:,} 项，不像通讯录。请分几次导出后再导入。"


@dataclass(frozen=True, slots=True)
class Line:
    """One value of a card: ``types`` in capitals (CELL, WORK …), ``group`` joins it to its label (item1)."""

    name: str
    types: frozenset[str]
    group: str
    value: str

    @property
    def text(self) -> str:
        return _plain(self.value).strip()

    @property
    def parts(self) -> list[str]:
        """The components of a value such as N, ORG and ADR."""
        return [_plain(part).strip() for part in _split(self.value, ";")]


@dataclass(slots=True)
class Card:
    """One person of an address book."""

    lines: list[Line] = field(default_factory=list)
    is_whole: bool = False

    def all(self, *names: str) -> list[Line]:
        return [line for line in self.lines if line.name in names]

    def first(self, name: str) -> str:
        return next((line.text for line in self.lines if line.name == name and line.text), "")


def cards(data: bytes) -> Iterator[Card]:
    """Each card in turn; what stands outside of cards is passed over, and so is a card within a card.

    Raises:
        RefusedFileError: one value is longer than a cell may be, or there are more values than in any address book.
    """
    card = Card()
    depth = 0
    for line in filter(None, map(_parsed, _logical_lines(_lines(data)))):
        if line.name == "BEGIN":
            depth += 1
            card = card if depth > 1 else Card()
        elif line.name == "END" and depth:
            depth -= 1
            if not depth:
                card.is_whole = True
                yield card
        elif depth == 1 and line.value:
            card.lines.append(line)
    if depth:
        yield card


def _lines(data: bytes) -> list[bytes]:
    for mark, codec in _UTF_16.items():
        if data.startswith(mark):
            data = data.decode(codec, "replace").encode("utf-8", "replace")
    data = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if data.count(b"\n") - data.count(b"\n ") - data.count(b"\n\t") > _MOST_LINES:
        raise refuse(_TOO_MANY_LINES)
    return data.split(b"\n")


def _logical_lines(lines: list[bytes]) -> Iterator[bytes]:
    """Join what was folded: at a blank for all lines, after a final ``=`` for quoted-printable."""
    at = 0
    while at < len(lines):
        joined = [lines[at]]
        at += 1
        if b"QUOTED-PRINTABLE" in joined[0].partition(b":")[0].upper():
            while joined[-1].endswith(b"=") and at < len(lines):
                joined[-1] = joined[-1][:-1]
                joined.append(lines[at].lstrip(b" \t"))
                at += 1
        while at < len(lines) and lines[at][:1] in (b" ", b"\t"):
            joined.append(lines[at][1:])
            at += 1
        yield b"".join(joined)


def _parsed(raw: bytes) -> Line | None:
    head, value = _head_and_value(raw)
    if not head:
        return None
    name, *params = _split(head.decode("utf-8", "replace"), ";")
    group, _, name = name.strip().upper().rpartition(".")
    if name in _UNREAD:
        return None
    if len(value) > _LONGEST_VALUE:
        raise refuse(_TOO_LONG)
    types: set[str] = set()
    charset, is_quoted = "", False
    for param in params:
        key, equals, text = param.strip().upper().partition("=")
        values = [part.strip().strip('"') for part in (text if equals else key).split(",")]
        if key == "CHARSET":
            charset = values[0].casefold()
        elif "QUOTED-PRINTABLE" in values:
            is_quoted = True
        elif not equals or key in ("TYPE", "X-SERVICE-TYPE"):
            types.update(values)
    return Line(name, frozenset(types), group, _decoded(value, charset, is_quoted=is_quoted))


def _head_and_value(raw: bytes) -> tuple[bytes, bytes]:
    """Split at the first colon outside of double quotes; a head no program writes makes the line unreadable."""
    quoted = _HEAD.match(raw)
    head, colon, value = (quoted[1], b":", raw[quoted.end() :]) if quoted else raw.partition(b":")
    return (head, value) if colon and len(head) <= _LONGEST_HEAD else (b"", b"")


def _decoded(value: bytes, charset: str, *, is_quoted: bool) -> str:
    if is_quoted:
        value = binascii.a2b_qp(value)
    for codec in (_CODECS.get(charset, "utf-8"), "utf-8", "gb18030"):
        try:
            return value.decode(codec)
        except UnicodeDecodeError:
            continue
    return value.decode("utf-8", "replace")


def _split(text: str, at: str) -> list[str]:
    """Split at a sign that is neither escaped nor quoted."""
    if "\\" not in text and '"' not in text:
        return text.split(at)
    parts, begin, quoted, place = [], 0, False, 0
    while place < len(text):
        sign = text[place]
        if sign == "\\":
            place += 1
        elif sign == '"':
            quoted = not quoted
        elif sign == at and not quoted:
            parts.append(text[begin:place])
            begin = place + 1
        place += 1
    parts.append(text[begin:])
    return parts


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], text.replace("\r\n", "\n"))
