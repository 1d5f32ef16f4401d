"""Which records are worth comparing: those that share a number, a name, its sound, or all of it but one sign.

Costs grow with the records: a group of many (one switchboard, one common name) is ordered and only
neighbours in it are compared.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fj_desktop.rules.likeness.humans import human
from fj_desktop.rules.likeness.organisations import organisation
from fj_desktop.rules.likeness.subject import Nature, Subject
from fj_desktop.rules.likeness.words import spoken, without_one

_CROWD = 24
_NEIGHBOURS = 8
_SHORTEST, _LONGEST = 4, 24
_SHARED_BY_MANY = 8

Pair = tuple[int, int]


def without_switchboards(subjects: Sequence[Subject]) -> list[Subject]:
    """The records without numbers that many share: these tell nothing of one."""
    shared: dict[str, int] = defaultdict(int)
    for one in subjects:
        for number in one.phones | one.mobiles:
            shared[number] += 1
    many = frozenset(number for number, count in shared.items() if count > _SHARED_BY_MANY)
    return [
        replace(one, phones=one.phones - many, mobiles=one.mobiles - many) if many & (one.phones | one.mobiles) else one
        for one in subjects
    ]


def candidates(nature: Nature, subjects: Sequence[Subject]) -> Iterator[set[Pair]]:
    """Pairs of places in ``subjects`` to compare, group by group; a pair may come more than once."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(subjects):
        for key in _keys(nature, one):
            groups[key].append(at)
    names = [_ordered_by(nature, one) for one in subjects]
    for members in groups.values():
        if len(members) > 1:
            yield _pairs(members, names)
    if nature is not Nature.PERSON:
        yield _neighbours(sorted(range(len(subjects)), key=names.__getitem__), _NEIGHBOURS)


def _pairs(members: list[int], names: Sequence[str]) -> set[Pair]:
    if len(members) > _CROWD:
        return _neighbours(sorted(members, key=names.__getitem__), _NEIGHBOURS)
    return {(one, two) for place, one in enumerate(members) for two in members[place + 1 :] if one != two}


def _neighbours(ordered: Sequence[int], reach: int) -> set[Pair]:
    found = set()
    for place, one in enumerate(ordered):
        for two in ordered[place + 1 : place + 1 + reach]:
            if one != two:
                found.add((min(one, two), max(one, two)))
    return found


def _ordered_by(nature: Nature, one: Subject) -> str:
    if nature is not Nature.PERSON:
        return organisation(one.name).core
    return " ".join((human(one.name)[0], _employer(one), min(one.mobiles, default="")))


def _employer(one: Subject) -> str:
    return organisation(one.employer).core if one.employer else ""


def _keys(nature: Nature, one: Subject) -> Iterator[str]:
    for label, value in one.codes.items():
        yield f"c{label}={value}"
    for number in one.mobiles | one.phones:
        yield f"p={number}"
    for label, value in one.facts.items():
        if len(value) >= 6:
            yield f"f{label}={value}"
    yield from _name_keys(nature, one)


def _name_keys(nature: Nature, one: Subject) -> Iterator[str]:
    if nature is Nature.PERSON:
        bare, short = human(one.name)
        return _human_keys(one, bare, is_surname=short) if bare else iter(())
    return _core_keys(organisation(one.name).core)


def _human_keys(one: Subject, bare: str, *, is_surname: bool) -> Iterator[str]:
    if not is_surname:
        yield f"s={spoken(bare).replace(' ', '')}"
    if employer := _employer(one):
        yield f"e={employer} {bare[0]}"
    # A number with one digit wrong is right before it or behind it.
    for mobile in one.mobiles:
        for part in (mobile[:7], mobile[4:]):
            yield f"m={part} {bare[0]}"


def _core_keys(core: str) -> Iterator[str]:
    if core:
        yield f"n={core}"
        yield f"s={spoken(core)}"
    if _SHORTEST <= len(core) <= _LONGEST:
        for part in without_one(core):
            yield f"d={part}"
