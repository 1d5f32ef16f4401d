"""What of a record tells whether it is the same as another, drawn from the library's declaration."""

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from fj_desktop.core.field import Field, Library, per_library
from fj_desktop.core.kinds import Choice, Coded, CreditCode, IdNumber, Mobile, Phone, Ref, Text, YesNo
from fj_desktop.core.text import squeeze

_LONGEST = 200
_EMPLOYER, _EMPLOYERS_NAME = "company_id", "org_name"


class Nature(Enum):
    """What a library keeps: people are told by mobiles, organisations by credit codes, things by their names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two records are alike.

    Attributes:
        score: 0 to 1; pairs are shown in this order.
        reasons: what speaks for it and against it, in the words of the screen.
        sure: they may be merged without asking.
    """

    score: float
    reasons: tuple[str, ...]
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """One record as it is compared.

    Attributes:
        name: as stored.
        codes: by label, official numbers: equal ones are the same thing, different ones are two.
        mobiles: of the record itself.
        phones: every other number in it.
        employer: for people, where they work.
        facts: by label, words, days and amounts that two records hardly share by chance.
        traits: by label, choices and places that many share, but one record has only once.
        filled: how many fields hold something.
    """

    id: uuid.UUID
    name: str
    codes: Mapping[str, str]
    mobiles: frozenset[str]
    phones: frozenset[str]
    employer: str
    facts: Mapping[str, str]
    traits: Mapping[str, str]
    filled: int


@per_library
def nature_of(library: Library) -> Nature:
    """What the declared keys say of a library."""
    kinds = {type(library.fields[key].kind) for key in library.keys if key in library.fields}
    if Mobile in kinds:
        return Nature.PERSON
    return Nature.ORGANISATION if CreditCode in kinds else Nature.THING


def compared(library: Library) -> tuple[str, ...]:
    """The fields that are looked at."""
    return tuple(name for name, one in library.fields.items() if not one.kind.many and not one.computed)


def subject_of(library: Library, record: uuid.UUID, values: Mapping[str, Any], employer: str = "") -> Subject:
    """A record as it is compared.

    Args:
        library: where it stands.
        record: its id.
        values: stored values by field name.
        employer: the name of the company a person refers to.
    """
    parts: dict[str, dict[str, str]] = {"code": {}, "mobile": {}, "phone": {}, "fact": {}, "trait": {}}
    filled = 0
    for name, part, one in _parts(library):
        value = values.get(name)
        if value in (None, ""):
            continue
        filled += 1
        if part:
            parts[part][one.label] = _normal(one, value, part)
    naming = (values.get(name) for name in library.naming if _is_name(library, name))
    return Subject(
        record, str(next((one for one in naming if one), "")), parts["code"], frozenset(parts["mobile"].values()),
        frozenset(parts["phone"].values()), employer or str(values.get(_EMPLOYERS_NAME) or ""),
        parts["fact"], parts["trait"], filled,
    )  # fmt: skip


def _is_name(library: Library, name: str) -> bool:
    return name in library.fields and isinstance(library.fields[name].kind, Text)


@per_library
def _parts(library: Library) -> tuple[tuple[str, str, Field], ...]:
    return tuple((name, _part(library, library.fields[name]), library.fields[name]) for name in compared(library))


def _part(library: Library, one: Field) -> str:
    kind = one.kind
    if isinstance(kind, CreditCode | IdNumber) or (one.name in library.keys and one.name not in library.naming):
        return "mobile" if isinstance(kind, Mobile) else "code"
    if isinstance(kind, Mobile):
        return "mobile"
    if isinstance(kind, Phone):
        return "phone"
    # A name or an employer is compared by rules of its own; what every new record starts with says nothing.
    if one.name in (*library.naming, _EMPLOYER, _EMPLOYERS_NAME) and one.name in ("name", _EMPLOYER, _EMPLOYERS_NAME):
        return ""
    if one.default or (isinstance(kind, Text) and kind.longest > _LONGEST):
        return ""
    return "trait" if isinstance(kind, Choice | Coded | Ref | YesNo) else "fact"


def _normal(one: Field, value: Any, part: str) -> str:
    text = squeeze(one.kind.show(value) if not isinstance(one.kind, Ref) else str(value))
    if part in ("mobile", "phone"):
        return re.sub(r"\D", "", text)
    return re.sub(r"[\W_]", "", text) if part == "fact" else text
