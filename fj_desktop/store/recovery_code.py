"""The recovery code: 160 random bits a person can print, read aloud and type back.

Eight groups of five signs. Each group carries four signs of the secret and one check sign that
depends on the group's place, so a slip is found in its group and swapped groups are found too.
The signs are digits and capitals without 0, O, 1 and I.
"""

import secrets
import unicodedata

from fj_desktop.errors import UserError

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
GROUPS = 8
_SECRET_SIGNS = 4
_SECRET_BYTES = 20
_GROUP_SIGNS = _SECRET_SIGNS + 1


class MistypedCodeError(UserError):
    """What was typed cannot be a recovery code; no key was tried and no try is counted."""

    code = "FJ-2010"
    exit_code = 3


def new_secret() -> bytes:
    """160 fresh random bits."""
    return secrets.token_bytes(_SECRET_BYTES)


def shown(secret: bytes) -> str:
    """The code as it is printed: eight groups of five, joined by hyphens."""
    number = int.from_bytes(secret, "big")
    signs = [(number >> 5 * place) & 31 for place in reversed(range(GROUPS * _SECRET_SIGNS))]
    return "-".join(_group(index, signs[index * 4 : index * 4 + 4]) for index in range(GROUPS))


def _group(index: int, signs: list[int]) -> str:
    return "".join(ALPHABET[sign] for sign in [*signs, _check(index, signs)])


def _check(index: int, signs: list[int]) -> int:
    """A remainder in the field of 32 elements: any one wrong sign or swapped neighbours change it."""
    value = index + 1
    for sign in signs:
        value = _times_x(value) ^ sign
    return _times_x(value)


def _times_x(value: int) -> int:
    value <<= 1
    return value ^ 0b100101 if value & 0b100000 else value


def read(typed: str) -> bytes:
    """The secret of a typed code; case, spaces, hyphens and full-width signs do not matter.

    Raises:
        MistypedCodeError: wrong length, a sign that never occurs, or a group that does not add up.
    """
    signs = _signs(typed)
    if len(signs) != GROUPS * _GROUP_SIGNS:
        raise MistypedCodeError(
            f"恢复码应有 {GROUPS} 组、每组 {_GROUP_SIGNS} 位，共 {GROUPS * _GROUP_SIGNS} 位；现输入了 {len(signs)} 位。"
            "请对照打印的恢复码再输一遍。"
        )
    groups = [signs[start : start + _GROUP_SIGNS] for start in range(0, len(signs), _GROUP_SIGNS)]
    wrong = [str(index + 1) for index, group in enumerate(groups) if not _adds_up(index, group)]
    if wrong:
        raise MistypedCodeError(f"恢复码第 {'、'.join(wrong)} 组输入有误。请对照打印的恢复码改正。")
    number = 0
    for group in groups:
        for sign in group[:_SECRET_SIGNS]:
            number = number << 5 | ALPHABET.index(sign)
    return number.to_bytes(_SECRET_BYTES, "big")


def group_of(code: str, number: int) -> str:
    """Group 1 to 8 of a shown code; the first run asks for one of them."""
    return code.split("-")[number - 1]


def same_group(typed: str, group: str) -> bool:
    """Whether the person typed that group, forgiving what ``read`` forgives."""
    return _signs(typed) == group


def _signs(typed: str) -> str:
    """Letters and digits of what was typed, in capitals; a 1 or I can only have been meant as L."""
    folded = unicodedata.normalize("NFKC", typed).upper()
    return "".join(sign for sign in folded if sign.isalnum()).translate(str.maketrans("1I", "LL"))


def _adds_up(index: int, group: str) -> bool:
    signs = [ALPHABET.find(sign) for sign in group]
    return -1 not in signs and _check(index, signs[:_SECRET_SIGNS]) == signs[_SECRET_SIGNS]
