"""Columns headed 联系方式, 电话 or 联系人及电话: whose numbers they are, and into which fields they go."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Spread
from fj_desktop.core.kinds import Email, Mobile, Phone, Text
from fj_desktop.core.text import clean
from fj_desktop.exchange.mapping.sniffing import EMAIL, LINE, MOBILE, calls
from fj_desktop.exchange.mapping.synonyms import CALLS, OTHERS
from fj_desktop.exchange.reading.book import CellValue, cell_text

_SELF = re.compile(r"^(?:企业|项目|主要)?(?:联系人员?|本人|个人|校友|专家|企业家|姓名)的?")
_NAME_AND_CALL = re.compile(
    r"(?:企业|项目|主要|校友|专家)?(?:联系人|姓名|企业家|专家|校友)(?:姓名)?(?:[及和与、/(+,，;]|以及)+"
    r"(?:联系)?(?:电话|方式|手机)(?:号码?)?\)?"
)
_WORDS = re.compile(r"微信同号|同微信|手机号?码?|移动电话|(?:联系)?电话|座机|固话|办公|邮箱|电邮|传真|e-?mail|mobile|tel|phone", re.IGNORECASE)
_BETWEEN = re.compile(r"[()（）\s,，、;；/|:：.·和及\-]")


def is_call(forms: Iterable[str]) -> bool:
    """A header that promises a number or an address without saying which kind."""
    return any(form in CALLS or _SELF.sub("", form) in CALLS for form in forms)


def is_name_and_call(forms: Iterable[str]) -> bool:
    """A header that promises a name and a number in one cell."""
    return any(_NAME_AND_CALL.fullmatch(form) for form in forms)


def names_other(text: str) -> bool:
    """A header that names somebody else than the one the record is about."""
    return any(word in text for word in OTHERS)


def call_keys(surfaces: Iterable[Surface]) -> dict[str, str]:
    """The first mobile, phone and e-mail field of a surface, by ``mobile``, ``phone``, ``email``."""
    found: dict[str, str] = {}
    for one in surfaces:
        for what, kind in (("mobile", Mobile), ("phone", Phone), ("email", Email)):
            if isinstance(one.field.kind, kind) and not one.field.computed:
                found.setdefault(what, one.key)
    return found


def name_key(surfaces: Iterable[Surface]) -> str:
    """The field for the name of the person to call, or nothing."""
    for one in surfaces:
        if isinstance(one.field.kind, Text) and one.field.label in ("姓名", "联系人"):
            return one.key
    return ""


def settle(values: Sequence[CellValue], free: Mapping[str, str]) -> tuple[tuple[str, ...], Spread | None]:
    """The fields of a column of numbers: one when all cells are alike, a spread over the free ones otherwise.

    Args:
        values: some cells of the column; none for a blank sheet.
        free: the fields not yet filled by another column, by ``mobile``, ``phone``, ``email``.
    """
    seen = calls(values)
    if len(seen) == 1 and (only := free.get(next(iter(seen)))):
        return (only,), None
    wanted = {what: key for what, key in free.items() if what != "email" or "email" in seen}
    if len(wanted) == 1 or (wanted and "mobile" not in wanted):
        return (wanted.get("phone") or next(iter(wanted.values())),), None
    if not wanted:
        return (), None
    targets = tuple(wanted.values())
    return targets, Spread((), targets, divider(wanted))


def divider(keys: Mapping[str, str], name: str = "") -> Callable[[str], Mapping[str, str]]:
    """Divide a cell into numbers and addresses by their look, and a name when a field for it is given.

    A cell that holds more than the fields can take goes whole to the first field, which refuses it.
    """

    def divide(text: str) -> Mapping[str, str]:
        found, rest = _taken(clean(text), keys)
        left = _BETWEEN.sub("", _WORDS.sub("", rest))
        if name and left and (named := _one_name(rest)):
            return {name: named, **found}
        if left or not found:
            return {keys.get("mobile") or next(iter(keys.values())): text}
        return found

    return divide


def _taken(text: str, keys: Mapping[str, str]) -> tuple[dict[str, str], str]:
    found: dict[str, str] = {}
    for what, shape in (("email", EMAIL), ("mobile", MOBILE), ("phone", MOBILE), ("phone", LINE), ("mobile", LINE)):
        key = keys.get(what)
        if key is None or key in found or (what == "mobile" and shape is LINE and "phone" in keys):
            continue
        if match := shape.search(text):
            found[key] = match.group().strip()
            text = f"{text[: match.start()]} {text[match.end() :]}"
    return found, text


def _one_name(text: str) -> str:
    """The one name left beside the numbers; nothing when there may be more, such as a post."""
    words = _BETWEEN.sub(" ", _WORDS.sub(" ", text)).split()
    if any(sign.isdigit() for word in words for sign in word):
        return ""
    if len(words) > 1 and any(len(word) > 1 for word in words) and not all(word.isascii() for word in words):
        return ""
    return " ".join(words)


def name_and_call(surfaces: Sequence[Surface]) -> Spread | None:
    """The spread of a column that holds name and number, when the library has fields for both."""
    keys, name = call_keys(surfaces), name_key(surfaces)
    if not name or not keys:
        return None
    return Spread((), tuple(dict.fromkeys((name, *keys.values()))), divider(keys, name))


def belongs_to_other(own: Sequence[CellValue], other: Sequence[CellValue]) -> bool:
    """Whether numbers beside a column of other people's names are theirs: yes, unless the names repeat and these don't."""
    names, numbers = {cell_text(one) for one in other}, {cell_text(one) for one in own}
    return not (len(names) < len(other) and len(numbers) > len(names))
