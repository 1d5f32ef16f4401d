"""Record ids: UUIDv7 made offline; seeded rows get the same UUIDv5 in every office."""

import uuid

import uuid6

_SEED_SPACE = uuid.UUID("5b0c4f0e-52a6-5c1b-9d4e-2f1d8a500236")


def new_id() -> uuid.UUID:
    """A fresh UUIDv7: unique without a network and ordered by the time it was made."""
    return uuid.UUID(int=uuid6.uuid7().int)


def seed_id(table: str, code: str) -> uuid.UUID:
    """The id of a seeded row, equal in all five offices (units, towns, chains, offices)."""
    return uuid.uuid5(_SEED_SPACE, f"{table}/{code}")


def member_id(owner: uuid.UUID, field: str, value: str) -> uuid.UUID:
    """The id of one member of a set, so that two offices adding the same member hold one row."""
    return uuid.uuid5(owner, f"{field}/{value}")
