"""Free text in its lengths, web addresses and stock codes."""

import re
from typing import Any

from sqlalchemy import String
from sqlalchemy import Text as TextColumn
from sqlalchemy.types import TypeEngine

from fj_desktop.core import reference
from fj_desktop.core.kinds.base import Kind
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import clean


class Text(Kind):
    """Text up to a stated number of characters; ``lines`` above one makes a tall editor.

    ``wide`` is the usual width of a column in characters, where the longest text says too little of it.
    """

    def __init__(self, longest: int, lines: int = 1, *, searched: bool = True, wide: int = 0) -> None:
        self.searched = searched
        self.longest = longest
        self.lines = lines
        self.excel_width = wide or (40 if lines > 1 else min(32, max(12, longest // 4)))

    def parse(self, text: str) -> str:
        bare = clean(text)
        if self.lines == 1 and len(words := bare.split()) > 1:
            bare = " ".join(words)
        if not bare:
            raise RefusalError("没有可见文字")
        if len(bare) > self.longest:
            raise RefusalError(f"最多 {self.longest} 字，现有 {len(bare)} 字")
        return bare

    def column_type(self) -> TypeEngine[Any]:
        return TextColumn() if self.lines > 1 else String(self.longest)

    def glance(self, value: Any) -> str:
        first = str(value).split("\n", 1)[0]
        return first if len(first) <= 80 else first[:79] + "…"

    def mask(self, value: Any) -> str:
        return str(value)[:1] + "＊＊"


class School(Text):
    """The name of a school: universities are offered while one types, any other name may be written."""

    hint = "院校名称、拼音或首字母"

    def table(self) -> reference.CodeTable:
        """The universities that are offered."""
        return reference.universities()

    def offered(self, entry: reference.Entry) -> str:
        """What picking a university puts into the field: its name, which is what is stored."""
        return entry.name


class WebAddress(Kind):
    """An http or https address."""

    hint = "https://…"
    excel_width = 28
    _SHAPE = re.compile(r"https?://[^\s<>\"']{3,500}", re.IGNORECASE)

    def parse(self, text: str) -> str:
        bare = clean(text)
        if bare and "://" not in bare and re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", bare, re.ASCII):
            bare = "https://" + bare
        if not self._SHAPE.fullmatch(bare):
            raise RefusalError("应为 http:// 或 https:// 开头的网址")
        return bare


class Email(Kind):
    """One e-mail address; a plain subset of RFC 5322."""

    hint = "name@example.com"
    excel_width = 24
    _SHAPE = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(\.[\w-]+)+")

    def parse(self, text: str) -> str:
        bare = clean(text).replace("＠", "@")
        if len(bare) > 254 or not self._SHAPE.fullmatch(bare):
            raise RefusalError("应为邮箱地址，例如 name@example.com")
        return bare

    def mask(self, value: Any) -> str:
        user, _, host = str(value).partition("@")
        return f"{user[:1]}＊＊＊@{host}"
