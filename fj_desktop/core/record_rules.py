"""Checks over a whole record, named in a library's ``rules``."""

from collections.abc import Mapping
from typing import Any

from fj_desktop.core.field import RecordRule
from fj_desktop.core.refusal import Refused


def at_least_one(*names: str) -> RecordRule:
    """At least one of the fields must be filled: a person needs a name or a mobile."""

    def check(values: Mapping[str, Any], labels: Mapping[str, str]) -> list[Refused]:
        if any(values.get(name) not in (None, "", ()) for name in names):
            return []
        either = "或".join(f"“{labels[name]}”" for name in names)
        return [Refused(names[0], labels[names[0]], f"{either}至少填一项")]

    return check


def not_above(low: str, high: str) -> RecordRule:
    """The first field may not exceed the second; an empty one is not compared."""

    def check(values: Mapping[str, Any], labels: Mapping[str, str]) -> list[Refused]:
        first, second = values.get(low), values.get(high)
        if first is None or second is None or first <= second:
            return []
        return [Refused(low, labels[low], f"不能大于“{labels[high]}”")]

    return check


def before(first: str, second: str) -> RecordRule:
    """The first date must lie before the second; an empty one is not compared."""

    def check(values: Mapping[str, Any], labels: Mapping[str, str]) -> list[Refused]:
        start, end = values.get(first), values.get(second)
        if start is None or end is None or start < end:
            return []
        return [Refused(second, labels[second], f"应晚于“{labels[first]}”")]

    return check


def at_most_for(name: str, most: int, by: str, options: frozenset[str]) -> RecordRule:
    """The field may not exceed a limit while another field has one of the options; an empty one is not compared."""

    def check(values: Mapping[str, Any], labels: Mapping[str, str]) -> list[Refused]:
        value, option = values.get(name), values.get(by)
        if value is None or option not in options or value <= most:
            return []
        return [Refused(name, labels[name], f"“{labels[by]}”为{option}时不能大于 {most}")]

    return check


def above_zero(name: str) -> RecordRule:
    """The field, when filled, must be more than zero."""

    def check(values: Mapping[str, Any], labels: Mapping[str, str]) -> list[Refused]:
        value = values.get(name)
        if value is None or value > 0:
            return []
        return [Refused(name, labels[name], "应大于 0")]

    return check


def complete_when(name: str, options: frozenset[str], *needed: str) -> RecordRule:
    """While a field has one of the options, the others must be filled: a problem is solved once it says how."""

    def check(values: Mapping[str, Any], labels: Mapping[str, str]) -> list[Refused]:
        if values.get(name) not in options:
            return []
        lacking = [one for one in needed if values.get(one) in (None, "", ())]
        words = f"“{labels[name]}”为{values[name]}时必须填写" if lacking else ""
        return [Refused(one, labels[one], words) for one in lacking]

    return check
