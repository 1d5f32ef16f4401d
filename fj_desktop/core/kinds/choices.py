"""One or several out of a closed list, yes or no, and free tags."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Boolean, String
from sqlalchemy.types import TypeEngine

from fj_desktop.core.kinds.base import CellOut, Kind
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import clean, squeeze

_STRONG = str.maketrans({"；": "\n", ";": "\n", "|": "\n"})
_WEAK = str.maketrans({"、": "\n", "，": "\n", ",": "\n", "/": "\n"})


def split_members(text: str) -> list[str]:
    """The members of a typed set: separated by ； 、 ， / | or a new line, blanks and repeats left out."""
    return _parts(text.translate(_STRONG | _WEAK))


def _parts(text: str) -> list[str]:
    parts = (clean(part) for part in text.split("\n"))
    return list(dict.fromkeys(part for part in parts if part))


class Choice(Kind):
    """Exactly one label of a closed list.

    ``also`` maps words seen in ledgers to a label; ``refuses`` maps a word to the reason why a text
    that holds it must not be entered here.
    """

    closed = True

    def __init__(
        self, *options: str, also: Mapping[str, str] | None = None, refuses: Mapping[str, str] | None = None
    ) -> None:
        self.options = options
        self._refuses = refuses or {}
        self._found = {squeeze(option): option for option in options}
        for word, option in (also or {}).items():
            self._found.setdefault(squeeze(word), option)

    def parse(self, text: str) -> str:
        found = self._found.get(squeeze(text))
        if found is None:
            for word, reason in self._refuses.items():
                if word in squeeze(text):
                    raise RefusalError(reason)
            few = "、".join(self.options[:12]) + ("……" if len(self.options) > 12 else "")
            raise RefusalError(f"应为下列之一：{few}")
        return found

    def choices(self) -> Sequence[str]:
        return self.options

    def column_type(self) -> TypeEngine[Any]:
        return String(60)


class YesNo(Kind):
    """是 or 否."""

    searched = False
    excel_width = 8
    _YES = frozenset({"是", "有", "y", "yes", "true", "1", "√", "✓", "对", "在用", "具备", "齐备", "在岗", "在职"})
    _NO = frozenset({"否", "无", "没有", "n", "no", "false", "0", "×", "不是", "停用", "不具备", "离岗", "离职"})

    def parse(self, text: str) -> bool:
        word = squeeze(text)
        if word in self._YES:
            return True
        if word in self._NO:
            return False
        raise RefusalError("应为“是”或“否”")

    def show(self, value: Any) -> str:
        return "是" if value else "否"

    def to_json(self, value: Any) -> bool:
        return bool(value)

    def choices(self) -> Sequence[str]:
        return ("是", "否")

    def column_type(self) -> TypeEngine[Any]:
        return Boolean()


class Many(Kind):
    """A set of values of another kind; each member is a child row, so additions of two offices merge."""

    many = True
    excel_width = 24

    def __init__(self, each: Kind) -> None:
        self.each = each

    def parse(self, text: str) -> tuple[str, ...]:
        found: list[str] = []
        for part in self._parts(text):
            value = str(self.each.parse(part))
            if value not in found:
                found.append(value)
        if not found:
            raise RefusalError("没有可见文字")
        if len(found) > 100:
            raise RefusalError("最多 100 项")
        return tuple(sorted(found))

    def _parts(self, text: str) -> list[str]:
        """Names of a closed list may hold a 、 or / themselves, so a part that is one is not divided further."""
        if not self.each.closed:
            return split_members(text)
        found: list[str] = []
        for part in _parts(text.translate(_STRONG)):
            found += [part] if self._is_one(part) else split_members(part)
        return found

    def _is_one(self, text: str) -> bool:
        try:
            self.each.parse(text)
        except RefusalError:
            return False
        return True

    def show(self, value: Iterable[str]) -> str:
        return "；".join(self.each.show(one) for one in value)

    def glance(self, value: Iterable[str]) -> str:
        return "、".join(self.each.glance(one) for one in value)

    def to_json(self, value: Iterable[str]) -> list[Any]:
        return [self.each.to_json(one) for one in value]

    def to_cell(self, value: Any) -> CellOut:
        return self.show(value)

    def search_text(self, value: Iterable[str]) -> str:
        return " ".join(self.each.search_text(one) for one in value)

    def choices(self) -> Sequence[str]:
        return self.each.choices()


class MultiChoice(Many):
    """Several labels of a closed list."""

    def __init__(self, *options: str, also: Mapping[str, str] | None = None) -> None:
        super().__init__(Choice(*options, also=also))


class Tag(Kind):
    """One free tag; commas and semicolons separate tags and can't be part of one."""

    def parse(self, text: str) -> str:
        bare = " ".join(clean(text).split())
        if not 0 < len(bare) <= 30:
            raise RefusalError("每个标签 1 至 30 字")
        if split_members(bare) != [bare]:
            raise RefusalError("标签里不能有“；”“、”“，”“/”“|”")
        return bare


class Tags(Many):
    """Free tags."""

    hint = "多个标签用“；”隔开"

    def __init__(self) -> None:
        super().__init__(Tag())
