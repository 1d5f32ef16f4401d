"""One attachment as it is shown: its facts in words, what is to be said about it, and what may be done with it."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fj_desktop.core.filenames import suffix_of
from fj_desktop.exchange.looking import kinds
from fj_desktop.exchange.looking.kinds import LOCKED, MACRO, NESTED, UNSEEN

_WORDS = {
    MACRO: "含有宏",
    LOCKED: "有密码",
    NESTED: "压缩包里还有压缩包，没有检查里层",
    UNSEEN: "里面的内容没有检查",
}
_NOT_OPENED = frozenset({MACRO, UNSEEN})


@dataclass(frozen=True)
class Attached:
    """One attachment. ``warning`` is empty when there is nothing to say."""

    id: uuid.UUID
    owner_table: str
    owner: uuid.UUID
    name: str
    kind: str
    size: int
    sha256: str
    marks: tuple[str, ...]
    note: str
    added_at: dt.datetime
    added_by: uuid.UUID | None
    deleted: bool

    @property
    def kind_title(self) -> str:
        """What kind of file it is, for a person."""
        return self._kind.title

    @property
    def shown_as(self) -> str:
        """``image`` or ``pages`` when the desk shows it itself, else empty."""
        return self._kind.shown

    @property
    def warning(self) -> str:
        """Content and suffix that disagree, macros, passwords, what could not be looked into."""
        wrong = kinds.contradicts(self.kind, suffix_of(self.name))
        return "；".join([*([wrong] if wrong else []), *(_WORDS[mark] for mark in self.marks if mark in _WORDS)])

    @property
    def opens(self) -> bool:
        """Whether the system's program may be asked to open it."""
        wrong = kinds.contradicts(self.kind, suffix_of(self.name))
        return self._kind.opens and not wrong and _NOT_OPENED.isdisjoint(self.marks)

    @property
    def size_words(self) -> str:
        """The size as people read it."""
        if self.size < 1000:
            return f"{self.size} 字节"
        kilo = self.size / 1024
        return f"{kilo:.0f} KB" if kilo < 1000 else f"{kilo / 1024:.1f} MB"

    @property
    def _kind(self) -> kinds.FileKind:
        return kinds.BY_CODE.get(self.kind, kinds.OTHER)


def attached(row: Mapping[str, Any]) -> Attached:
    """An attachment from its stored row."""
    return Attached(
        row["id"], row["owner_table"], uuid.UUID(row["owner"]), row["name"], row["kind"] or "other", row["size"] or 0,
        row["sha256"], tuple((row["marks"] or "").split()), row["note"] or "", row["created_at"], row["created_by"],
        row["deleted"],
    )  # fmt: skip
