"""How well a short text fits what was typed: as words, as pinyin initials, as full pinyin, or nearly."""

from dataclasses import dataclass
from functools import cached_property

from fj_desktop.core.sounds import syllables
from fj_desktop.core.text import fold, initials

_NEAR = 82
_SHORTEST_NEAR = 3


@dataclass(frozen=True)
class Worded:
    """A text prepared for being found."""

    words: str

    @cached_property
    def folded(self) -> str:
        return "".join(fold(self.words).split())

    @cached_property
    def initials(self) -> str:
        return initials(self.words)

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """The pinyin from each syllable to the end."""
        parts = syllables(self.words)
        return tuple("".join(parts[at:]) for at in range(len(parts)))

    def fits(self, query: str) -> int:
        """0 for not at all, up to 100; every word of the query must fit."""
        marks = [self._fits(word) for word in fold(query).split()]
        return min(marks, default=0)

    def _fits(self, word: str) -> int:
        if (at := self.folded.find(word)) >= 0:
            return 100 - min(at, 9)
        if (at := self.initials.find(word)) >= 0:
            return 85 - 3 * min(at, 12)
        starts = [at for at, rest in enumerate(self.spoken) if rest.startswith(word)]
        if starts:
            return 75 - 3 * min(starts[0], 11)
        if len(word) > 1 and (_in_order(word, self.folded) or _in_order(word, self.initials)):
            return 40
        return 30 if self._is_near(word) else 0

    def _is_near(self, word: str) -> bool:
        """One letter wrong or left out, in words that are long enough to tell."""
        from rapidfuzz import fuzz

        if len(word) < _SHORTEST_NEAR:
            return False
        texts = (self.folded, self.spoken[0] if self.spoken else "")
        return any(len(text) >= len(word) and fuzz.partial_ratio(word, text) >= _NEAR for text in texts)


def _in_order(word: str, text: str) -> bool:
    """Whether all signs stand in the text in this order."""
    rest = iter(text)
    return all(sign in rest for sign in word)
