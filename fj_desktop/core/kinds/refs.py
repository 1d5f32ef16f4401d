"""References to other records: plain, several, and links that bring the master's fields along."""

import uuid
from typing import Any

from sqlalchemy.types import TypeEngine

from fj_desktop.core.kinds.base import Kind
from fj_desktop.core.kinds.choices import Many
from fj_desktop.core.kinds.storing import IdType
from fj_desktop.core.refusal import RefusalError
from fj_desktop.core.text import clean


class Ref(Kind):
    """One record of another library, typed as its name or id, shown as its name.

    The kind itself knows ids only; names are looked up by the service (``makes`` lets an import make
    a missing record from its name alone).
    """

    excel_width = 20
    hint = "输入名称选取"

    def __init__(self, target: str, *, makes: bool = False) -> None:
        self.target = target
        self.makes = makes

    def parse(self, text: str) -> uuid.UUID:
        try:
            return uuid.UUID(clean(text))
        except ValueError:
            raise RefusalError("没有这条记录，请从列表中选取") from None

    def column_type(self) -> TypeEngine[Any]:
        return IdType()

    def to_json(self, value: Any) -> str:
        return str(value)


class Link(Ref):
    """A role's master record: its fields appear flat, with a prefix, in table, form, sheet and JSON.

    ``without`` names the master's fields that the role leaves out, ``table`` those that the role's
    table shows unless the person chooses otherwise.
    """

    def __init__(self, target: str, prefix: str, *, without: tuple[str, ...] = (), table: tuple[str, ...] = ()) -> None:
        super().__init__(target, makes=True)
        self.prefix = prefix
        self.without = without
        self.table = table


class Refs(Many):
    """Several records of another library."""

    hint = "多个名称用“；”隔开"

    def __init__(self, target: str, *, makes: bool = False) -> None:
        super().__init__(Ref(target, makes=makes))
        self.target = target
        self.makes = makes


class Document(Ref):
    """One of the record's own attachments, told apart by what it proves: an opinion, the minutes, a scan."""

    hint = "先在“附件”里添加文件，再从这里选取"

    def __init__(self) -> None:
        super().__init__("attachment")


class Documents(Refs):
    """Several of the record's own attachments."""

    hint = Document.hint

    def __init__(self) -> None:
        super().__init__("attachment")
