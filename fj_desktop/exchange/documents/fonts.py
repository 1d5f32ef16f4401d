"""Fonts on paper: one chain of fonts per role, so that every character has a glyph or a visible stand-in."""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from fj_desktop.assets import asset
from fj_desktop.core.text import clean
from fj_desktop.exchange.documents.installed_fonts import Role, installed_font, installed_rare_font

# The mark Chinese printers set where a character is missing.
STAND_IN = "〓"

_BUNDLED = {
    Role.TITLE: "NotoSansSC-Bold",
    Role.HEADING: "NotoSansSC-Bold",
    Role.BODY: "NotoSerifSC-Regular",
    Role.KAI: "NotoSerifSC-Regular",
    Role.TABLE: "NotoSansSC-Regular",
    Role.TABLE_HEAD: "NotoSansSC-Bold",
    Role.CODE: "JetBrainsMono-Medium",
}
# Sans Regular is the fullest of the Chinese ones: it covers all of GB 18030 level 2.
_FALLBACKS = ("NotoSansSC-Regular", "NotoSerifSC-Regular", "NotoSansSymbols2-Regular", "NotoEmoji-Regular")
_VARIATION_MARKS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
_PRINTED_AS: dict[int, str | None] = {**dict.fromkeys(_VARIATION_MARKS), 0x09: " ", 0xA0: " "}


class Run(NamedTuple):
    """A piece of text that one font can print; ``em`` is its width at font size 1."""

    font: str
    text: str
    em: float


@dataclass(frozen=True)
class Face:
    """One font file registered for PDF output."""

    font: TTFont

    @property
    def name(self) -> str:
        return str(self.font.fontName)

    @cached_property
    def _widths(self) -> dict[int, float]:
        face = self.font.face
        # Glyph 0 is the empty box; a font that maps a character to it does not have the character.
        widths, common = face.charWidths, face.defaultWidth
        return {code: widths.get(code, common) / 1000 for code, glyph in face.charToGlyph.items() if glyph}

    def has(self, character: str) -> bool:
        return ord(character) in self._widths

    def em(self, character: str) -> float:
        """Width of a character at font size 1.

        Raises:
            KeyError: the font lacks the character.
        """
        return self._widths[ord(character)]


class Typeface:
    """The fonts of one role, best first; answers which of them prints a character, and how wide."""

    def __init__(self, faces: Iterable[Face]) -> None:
        self._faces = tuple(faces)
        self._known: dict[str, tuple[str, float] | None] = {}

    def _lookup(self, character: str) -> tuple[str, float] | None:
        try:
            return self._known[character]
        except KeyError:
            face = next((face for face in self._faces if face.has(character)), None)
            found = (face.name, face.em(character)) if face else None
            self._known[character] = found
            return found

    def printable(self, text: str, missing: set[str] | None = None) -> str:
        """The text with only signs that can be printed: cleaned, and ``〓`` for each character no font has.

        Args:
            text: anything a person typed.
            missing: collects the characters replaced, so that the page can name them.
        """
        bare = clean(text).translate(_PRINTED_AS)
        lost = {sign for sign in set(bare) if sign != "\n" and self._lookup(sign) is None}
        if not lost:
            return bare
        if missing is not None:
            missing |= lost
        return "".join(STAND_IN if sign in lost else sign for sign in bare)

    def em(self, text: str) -> float:
        """Width of printable text at font size 1; a character no font has counts as its stand-in."""
        return sum(self._shape(sign)[1] for sign in text)

    def runs(self, text: str) -> list[Run]:
        """Printable text cut where the font changes; every character is in exactly one run."""
        runs: list[Run] = []
        for sign in text:
            font, em = self._shape(sign)
            if runs and runs[-1].font == font:
                last = runs[-1]
                runs[-1] = Run(font, last.text + sign, last.em + em)
            else:
                runs.append(Run(font, sign, em))
        return runs

    def _shape(self, sign: str) -> tuple[str, float]:
        found = self._lookup(sign) or self._lookup(STAND_IN)
        if found is None:
            raise ValueError(f"no font of the chain has the stand-in {STAND_IN}")
        return found


@cache
def typeface(role: Role) -> Typeface:
    """The chain of fonts for a role, registered with reportlab once; the machine's own font first where it is fit."""
    return Typeface(_chain(role))


def _chain(role: Role) -> list[Face]:
    own, rare = installed_font(role), installed_rare_font()
    chain = [_machine_face(own)] if own else []
    chain += [_bundled_face(_BUNDLED[role]), *(_bundled_face(name) for name in _FALLBACKS)]
    chain += [_machine_face(rare)] if rare else []
    return [face for face in dict.fromkeys(chain) if face is not None]


@cache
def _bundled_face(name: str) -> Face:
    return _register(name, asset(f"resources/fonts/{name}.ttf"))


@cache
def _machine_face(path: Path) -> Face | None:
    # A font may forbid embedding or have outlines reportlab cannot take; the bundled one then serves.
    with contextlib.suppress(TTFError, OSError):
        return _register(f"own-{path.stem}", path)
    return None


def _register(name: str, path: Path) -> Face:
    font = TTFont(name, str(path), shapable=False)
    registerFont(font)
    return Face(font)
