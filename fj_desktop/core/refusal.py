"""How the core says no: a reason in the person's words, beside the field it belongs to."""

from dataclasses import dataclass

from fj_desktop.errors import UserError


class RefusalError(ValueError):
    """A typed text that a kind does not take; ``reason`` is plain Chinese and stands beside the field."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Refused:
    """One refused field of one record: its key, its label as shown, and the reason."""

    key: str
    label: str
    reason: str


class InvalidRecordError(UserError):
    """At least one field of a record was refused; nothing of it was stored."""

    code = "FJ-1100"

    def __init__(self, refusals: list[Refused]) -> None:
        super().__init__("；".join(f"“{one.label}”{one.reason}" for one in refusals))
        self.refusals = refusals
