"""The names every field of a library goes by, and the fields a header can mean."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from fj_desktop.core.catalog import Surface
from fj_desktop.exchange.mapping.header import bare, canonical, caption
from fj_desktop.exchange.mapping.synonyms import ALIASES, IDLE, MEANINGFUL

_LABEL, _ALSO, _ENGLISH, _INNER = 1.0, 0.98, 0.92, 0.86
_LINKED, _CANONICAL, _ALIAS, _IDLE = 0.005, 0.03, 0.06, 0.12
_ALIASES = {canonical(word): labels for word, labels in ALIASES.items()} | dict(ALIASES)
_FUZZY_CUTOFF, _FUZZY_MARGIN, _FUZZY_SHORTEST = 87.0, 6.0, 4


@dataclass(frozen=True)
class Meaning:
    """A field a header can mean; ``confidence`` 1 is its own heading, below 0.9 a guess from a like name."""

    key: str
    confidence: float

    @property
    def guessed(self) -> bool:
        """Whether the cells below should be looked at before it is believed."""
        return self.confidence < 0.84


class NameTable:
    """All names of one library's surface."""

    def __init__(self, surfaces: Iterable[Surface]) -> None:
        self.surfaces = {one.key: one for one in surfaces}
        self._headings = {bare(one.heading): one.key for one in self.surfaces.values()}
        self._plain: dict[str, dict[str, float]] = {}
        self._canonical: dict[str, dict[str, float]] = {}
        self._found: dict[str, tuple[Meaning, ...]] = {}
        self._sure: dict[str, float] = {}
        for surface in self.surfaces.values():
            for text, confidence in _names_of(surface):
                self._learn(surface.key, text, confidence)

    def headed(self, name: str) -> str:
        """The field whose own heading a folded name is, or nothing."""
        return self._headings.get(name, "")

    def exact(self, name: str) -> tuple[Meaning, ...]:
        """Fields that go by exactly this folded name; best first."""
        return _ranked(self._plain.get(name, {}))

    @staticmethod
    def instead(name: str) -> tuple[str, ...]:
        """Labels to try in the place of a folded name, best first."""
        return _ALIASES.get(name) or _ALIASES.get(canonical(name), ())

    def sureness(self, name: str) -> float:
        """The confidence of the best field a name can mean, like names left aside; 0 for none."""
        if name not in self._sure:
            found = [*self._known(name).values(), *(confidence for _, confidence in self._aliases(name))]
            self._sure[name] = max(found, default=0.0)
        return self._sure[name]

    def meanings(self, name: str) -> tuple[Meaning, ...]:
        """Fields that a folded name can mean, best first: exact, by another word, or much alike."""
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> tuple[Meaning, ...]:
        known = self._known(name)
        aliases = dict(self._aliases(name))
        if known or aliases:
            return _ranked(aliases | known)
        return _ranked(self._known(_idle_free(name), _IDLE)) or self._alike(name)

    def _known(self, name: str, loss: float = 0.0) -> dict[str, float]:
        found = self._plain.get(name) or self._canonical.get(canonical(name)) or {}
        return {key: confidence - loss for key, confidence in found.items()}

    def _aliases(self, name: str) -> Iterator[tuple[str, float]]:
        taken: set[str] = set()
        for place, word in enumerate(self.instead(name)):
            for key, confidence in self._known(word, _ALIAS + place / 100).items():
                if key not in taken:
                    taken.add(key)
                    yield key, confidence

    def _alike(self, name: str) -> tuple[Meaning, ...]:
        """The one field whose name differs by a sign or two that change nothing; none when two come close."""
        best: dict[str, float] = {}
        for wanted, known in ((name, self._plain), (canonical(name), self._canonical)):
            for other, score in _close(wanted, known):
                same = _same_meaning(wanted, other)
                for key in known[other]:
                    best[key] = max(best.get(key, 0.0), score if same else 0.0)
        ranked = sorted(best.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < _FUZZY_CUTOFF:
            return ()
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _FUZZY_MARGIN:
            return ()
        return (Meaning(ranked[0][0], 0.8),)

    def _learn(self, key: str, text: str, confidence: float) -> None:
        for form, _ in caption(text).forms:
            self._plain.setdefault(form, {}).setdefault(key, confidence)
        for form in dict.fromkeys(canonical(form) for form, _ in caption(text).forms):
            if form:
                self._canonical.setdefault(form, {}).setdefault(key, confidence - _CANONICAL)


def _names_of(surface: Surface) -> Iterator[tuple[str, float]]:
    field = surface.field
    loss = _LINKED if surface.via is not None else 0.0
    yield surface.key, _LABEL
    yield surface.heading, _LABEL
    yield surface.label, _LABEL - loss
    for name in field.also:
        yield name, _ALSO - loss
    if field.english:
        yield field.english, _ENGLISH - loss
    if field.label != surface.label:
        yield field.label, _INNER
    yield field.name, _INNER


def _ranked(found: dict[str, float]) -> tuple[Meaning, ...]:
    ranked = sorted(found.items(), key=lambda item: -item[1])
    return tuple(Meaning(key, round(confidence, 3)) for key, confidence in ranked)


def _close(name: str, known: Mapping[str, object]) -> list[tuple[str, float]]:
    """Known names much like a name, with their likeness out of 100."""
    from rapidfuzz import fuzz, process

    if len(name) < _FUZZY_SHORTEST:
        return []
    cutoff = _FUZZY_CUTOFF - _FUZZY_MARGIN
    hits = process.extract(name, list(known), scorer=fuzz.ratio, score_cutoff=cutoff, limit=8)
    return [(other, score) for other, score, _ in hits]


def _idle_free(name: str) -> str:
    for word in IDLE:
        name = name.replace(word, "")
    return bare(name)


def _same_meaning(one: str, other: str) -> bool:
    first, second = Counter(one), Counter(other)
    return not any(sign in MEANINGFUL or sign.isdigit() for sign in (first - second) + (second - first))
