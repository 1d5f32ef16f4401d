"""附件: files that belong to records of any library; what they hold lies encrypted beside the store."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Text, Whole

LONGEST_NAME = 120


class Attachment(Record):
    """One file of one record: what it is called, whose it is, and which content it has."""

    table = "attachment"
    library = "attachments"
    title = "附件"
    purpose = "记录所附的文件"
    icon = "file"
    keys = ()
    indexed = ("owner", "sha256")
    text_from = "sha256"

    name = field("文件名", Text(LONGEST_NAME), en="File name", needed="save")
    owner_table = field("所属库", Text(40, searched=False), en="Library", needed="save", sensitivity="S0")
    owner = field("所属记录", Text(36, searched=False), en="Record", needed="save", sensitivity="S0")
    kind = field("类型", Text(20, searched=False), en="Kind", sensitivity="S0")
    size = field("大小", Whole("字节"), en="Size", sensitivity="S0")
    sha256 = field("内容", Text(64, searched=False), en="Content", sensitivity="S0")
    marks = field("提示", Text(80, searched=False), en="Marks", sensitivity="S0")
    note = field("备注", Text(2000, lines=4), en="Notes")
