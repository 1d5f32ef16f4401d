"""What several headless commands share: ids as typed, JSON as printed."""

import datetime as dt
import json
import uuid
from collections.abc import Sequence
from typing import Any

from fj_desktop.core.kinds import Day
from fj_desktop.core.refusal import RefusalError
from fj_desktop.errors import UserError


def record_id(text: str) -> uuid.UUID:
    """The id of a record as typed.

    Raises:
        UserError: it is none.
    """
    try:
        return uuid.UUID(text)
    except ValueError:
        raise UserError(f"“{text[:40]}”不是记录编号。编号可用 list --json 查到。") from None


def day(text: str) -> dt.date:
    """A day as typed.

    Raises:
        UserError: it is none.
    """
    try:
        return Day().parse(text)
    except RefusalError as refusal:
        raise UserError(f"“{text[:40]}”不是日期：{refusal.reason}。") from None


def print_json(value: Any) -> None:
    """Print a value as ``--json`` does."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def typed_values(values: Sequence[str]) -> dict[str, str]:
    """``field=text`` as typed, by field.

    Raises:
        UserError: one of them is not written so.
    """
    typed = {}
    for one in values:
        key, equals, text = one.partition("=")
        if not equals:
            raise UserError(f"“{one[:40]}”应写成 字段=值，例如 person_name=张三。")
        typed[key.strip()] = text
    return typed
