"""All fields a column can fill, grouped as in the form, found by name or pinyin initials."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Amount, Area, Degrees, Percent
from fj_desktop.core.text import fold, initials
from fj_desktop.libraries import CATALOG
from fj_desktop.services.importing import ROW_NUMBER_KEY, ColumnMapping

NOT_IMPORTED = "不导入"
ROW_NUMBER = "序号（只作来源记录）"
_ROLE_FIRST = "基本信息"


@dataclass(frozen=True)
class Target:
    """One thing a column can be: the keys it fills, its words, the group it stands in, and other words for it."""

    keys: tuple[str, ...]
    words: str
    group: str = ""
    others: tuple[str, ...] = ()

    def answers(self, typed: str) -> bool:
        """Whether it is meant by what was typed: part of its words, or their pinyin initials."""
        wanted = fold(typed)
        if not wanted or any(wanted in fold(words) for words in (self.words, *self.others)):
            return True
        return wanted.isascii() and wanted in initials(self.words)


def targets_of(library: Library) -> list[Target]:
    """Every field that can be filled, in the groups and order of the form."""
    found: dict[str, list[Target]] = {}
    for one in CATALOG.surface(library):
        if not one.field.from_sheets:
            continue
        group = one.via.label if one.via is not None else one.field.group or _ROLE_FIRST
        target = Target((one.key,), one.label, group, one.field.also)
        found.setdefault(group, []).append(target)
    return [target for group in found.values() for target in group]


def fixed_targets(column: ColumnMapping, library: Library) -> list[Target]:
    """What stands above the fields: not imported, as proposed when divided, and a row number."""
    found = [Target((), NOT_IMPORTED)]
    if len(column.targets) > 1:
        found.append(Target(column.targets, f"自动拆分：{words_of(column.targets, library)}"))
    found.append(Target((ROW_NUMBER_KEY,), ROW_NUMBER))
    return found


def words_of(keys: Iterable[str], library: Library) -> str:
    """The labels of some keys as a person reads them; none is 不导入."""
    surface = CATALOG.by_key(library)
    words = {key: one.label for key, one in surface.items()} | {ROW_NUMBER_KEY: ROW_NUMBER}
    return "、".join(words.get(key, key) for key in keys) or NOT_IMPORTED


def units_of(column: ColumnMapping, library: Library) -> dict[str, str]:
    """Units that bare numbers of a column can have, each with its words; ``""`` stands for none given.

    Empty for what is no measure, or has only one unit.
    """
    if len(column.targets) != 1 or column.targets[0] not in CATALOG.by_key(library):
        return {}
    kind = CATALOG.by_key(library)[column.targets[0]].field.kind
    if not isinstance(kind, Amount) or isinstance(kind, (Percent, Degrees)):
        return {}
    names = {Decimal(1): kind.unit}
    for name, factor in kind.units.items():
        names.setdefault(factor, name.replace("km2", "平方公里").replace("m2", "㎡"))
    if len(names) == 1:
        return {}
    nothing = "请选" if isinstance(kind, Area) else f"默认（{kind.unit}）"
    found = {"": nothing} | {name: name for name in names.values()}
    return found | ({column.unit: column.unit} if column.unit else {})
