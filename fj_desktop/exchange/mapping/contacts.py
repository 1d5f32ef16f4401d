"""Columns headed 联系方式, 电话 or 联系人及电话: whose numbers they are."""

import re
from collections.abc import Iterable, Sequence

from fj_desktop.core.catalog import Surface
from fj_desktop.core.kinds import Mobile, Phone
from fj_desktop.exchange.mapping.synonyms import CALLS, OTHERS
from fj_desktop.exchange.reading.book import CellValue, cell_text

_SELF = re.compile(r"^(?:企业|项目|主要)?(?:联系人员?|本人|个人|校友|专家|企业家|姓名)的?")
_NAME_AND_CALL = re.compile(
    r"(?:企业|项目|主要|校友|专家|本人|单位)?(?:联系人|姓名|企业家|专家|校友)(?:姓名)?(?:以及|[及和与、/(+,，;&])+"
    r"(?:其|联系)?(?:电话|方式|手机|联系电话|联系方式)(?:号码?)?\)?"
)
_OTHER = f"(?:{'|'.join(OTHERS)})"
_OTHER_PERSON = re.compile(rf"{_OTHER}[^/]*(?:人|人员|员|者|领导|干部|专员)(?:姓名)?$|^{_OTHER}$")


def of_own_person(form: str) -> str:
    """The header without the words that only say it is the record's own person: 联系人职务 gives 职务."""
    return _SELF.sub("", form)


def is_call(forms: Iterable[str]) -> bool:
    """A header that promises a number or an address without saying which kind."""
    return any(form in CALLS or of_own_person(form) in CALLS for form in forms)


def is_name_and_call(forms: Iterable[str]) -> bool:
    """A header that promises a name and a number in one cell."""
    return any(_NAME_AND_CALL.fullmatch(form) for form in forms)


def names_other(text: str) -> bool:
    """An outer header that names somebody else than the one the record is about."""
    return any(word in text for word in OTHERS)


def is_other_person(header: str) -> bool:
    """A column of names of somebody else: 对接人, 招商员, 责任领导."""
    return _OTHER_PERSON.search(header) is not None


def call_key(surfaces: Iterable[Surface]) -> str:
    """The field for a number of any kind in a library that declares no division for it; a mobile's before a phone's."""
    found = [one for one in surfaces if isinstance(one.field.kind, (Mobile, Phone)) and not one.field.computed]
    return min(found, key=lambda one: isinstance(one.field.kind, Phone)).key if found else ""


def belongs_to_other(own: Sequence[CellValue], other: Sequence[CellValue]) -> bool:
    """Whether numbers beside names of other people are theirs: yes, unless the names repeat and the numbers don't."""
    names, numbers = {cell_text(one) for one in other}, {cell_text(one) for one in own}
    return not (len(names) < len(other) and len(numbers) > len(names))
