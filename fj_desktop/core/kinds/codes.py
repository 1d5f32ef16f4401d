"""Values picked from reference tables: regions (GB/T 2260) and industries (GB/T 4754-2017)."""

import re
import unicodedata
from abc import abstractmethod
from typing import Any

from sqlalchemy import String
from sqlalchemy.types import TypeEngine

from fj_desktop.core import reference, regions
from fj_desktop.core.kinds.base import Kind
from fj_desktop.core.kinds.choices import Many
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import clean, squeeze


class Coded(Kind):
    """A code of a reference table, shown by name; typed as code, name, full name or picked from suggestions."""

    closed = True
    hint = "编码、名称、拼音或首字母"
    excel_width = 20

    @abstractmethod
    def table(self) -> reference.CodeTable:
        """The reference table behind this kind."""

    def offered(self, entry: reference.Entry) -> str:
        """What picking an entry puts into the field."""
        return self.show(entry.code)

    def column_type(self) -> TypeEngine[Any]:
        return String(12)

    def glance(self, value: Any) -> str:
        entry = self.table().get(str(value))
        return entry.name if entry else str(value)

    def to_json(self, value: Any) -> Any:
        return self.show(value)

    def search_text(self, value: Any) -> str:
        return f"{value} {self.glance(value)}"


class Region(Coded):
    """A province, city or county by its six-digit code, or a country by its three letters."""

    excel_width = 18

    def table(self) -> reference.CodeTable:
        return reference.divisions()

    def parse(self, text: str) -> str:
        found = regions.meant_by(text)
        if not found:
            raise RefusalError("没有这个地区，请写省市县名称，例如 重庆市奉节县、杭州市")
        if len(found) > 1:
            where = "、".join(entry.path for entry in found[:4])
            raise RefusalError(f"有 {len(found)} 个同名地区（{where}），请写上省市")
        return found[0].code

    def show(self, value: Any) -> str:
        entry = self.table().get(str(value))
        if entry is None:
            return str(value)
        found = regions.meant_by(entry.path)
        return entry.path if [one.code for one in found] == [entry.code] else entry.code

    def glance(self, value: Any) -> str:
        entry = self.table().get(str(value))
        return entry.path if entry else str(value)


_LEADING_CODE = re.compile(r"([A-Ta-t]?)(\d{0,4})(?![0-9A-Za-z])[\s\-—:：.]*(.*)", re.DOTALL)


class Industry(Coded):
    """An industry of GB/T 4754-2017 at any level; shown as code and name."""

    excel_width = 26
    hint = "行业代码、名称、拼音或首字母，如 C3587"

    def table(self) -> reference.CodeTable:
        return reference.industries()

    def parse(self, text: str) -> str:
        bare = unicodedata.normalize("NFKC", clean(text))
        found = self._by_code(bare) or max(self.table().named(bare), key=lambda one: len(one.code), default=None)
        if found is None:
            raise RefusalError("没有这个行业，请写 GB/T 4754-2017 的代码或名称，例如 C3587 眼镜制造")
        return found.code

    def _by_code(self, text: str) -> reference.Entry | None:
        match = _LEADING_CODE.fullmatch(text)
        letter, digits, name = match.groups() if match else ("", "", "")
        if digits and not letter:
            fits = [one for one in "ABCDEFGHIJKLMNOPQRST" if self.table().get(one + digits)]
            letter = fits[0] if len(fits) == 1 else ""
        entry = self.table().get(letter.upper() + digits) if letter else None
        if entry is None or squeeze(name) in ("", squeeze(entry.name)):
            return entry
        if digits:
            raise RefusalError(f"{entry.code} 是“{entry.name}”，与所写名称不符，请核对")
        return None

    def show(self, value: Any) -> str:
        entry = self.table().get(str(value))
        return f"{entry.code} {entry.name}" if entry else str(value)


class Industries(Many):
    """Several industries."""

    hint = "多个行业用“；”隔开"

    def __init__(self) -> None:
        super().__init__(Industry())
