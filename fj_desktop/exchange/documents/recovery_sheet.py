"""The printed recovery code: one page to print, sign and lock away."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from fj_desktop.exchange.documents.fonts import typeface
from fj_desktop.exchange.documents.installed_fonts import Role
from fj_desktop.exchange.documents.page import (
    MM,
    OFFICIAL,
    PROGRAM_NAME,
    Imprint,
    Paper,
    check_pdf,
    minute_text,
)
from fj_desktop.exchange.documents.text_flow import lines_of
from fj_desktop.exchange.outfile import writing

_TITLE = "恢复码保管单"
_BODY_SIZE = 11.0
_BODY_LEADING = 16.5
_HEAD_SIZE = 12.0
_GROUPS_IN_A_ROW = 4
_CODE_SIZE = 19.0
_CODE_BOX = 12.5 * MM

_WHAT = (
    "忘记口令时，用本页的恢复码可以打开这份加密台账（包括它的备份），并重新设置口令。"
    "恢复码与口令效力相同：谁拿到这张纸和这台电脑，谁就能看到台账的全部内容。"
    "程序和任何单位都不留底；口令和恢复码都丢失，台账就再也打不开，也无法补发。"
)
_HOW = (
    "1．打开程序，在解锁窗口选“使用恢复码”。",
    "2．从第 1 组起按顺序输入；不分大小写，空格和横线可以不输。",
    "3．按提示设置新口令。",
)
_WHERE = (
    "1．打印一份，填好下面的保管栏，放进本单位的保险柜，不与电脑放在一起。",
    "2．不拍照，不用微信、QQ、邮件、网盘传送。",
    "3．打印后删除这个 PDF 文件，并清空回收站。",
    "4．人员交接时当面移交，并在交接单上写明。",
    "5．遗失或怀疑被人看到，立即报告县中心，更换口令和恢复码。",
    "6．本台账不得录入国家秘密；这张纸按内部资料保管。",
)


def write_recovery_sheet(
    out: Path,
    code_groups: Sequence[str],
    office: str,
    person: str,
    created_at: dt.datetime,
    store_name: str,
) -> None:
    """Write the recovery code as a one-page A4 PDF.

    The code stands in the file as plain text: the caller asks the person to delete it after printing.

    Args:
        out: where the person wants the file.
        code_groups: the code in the order it is typed; shown with the number of each group.
        office: name of the office the desk belongs to.
        person: who works at the desk.
        created_at: aware moment.
        store_name: how the person knows the desk, e.g. ``长三角办事处台账``.

    Raises:
        UserError: the file could not be written; nothing of it is left.
    """
    with writing(out, verify=check_pdf) as temporary:
        paper = Paper(temporary, OFFICIAL, Imprint(_TITLE, f"{office}　{person}", created_at))
        paper.new_page()
        _draw(paper, code_groups, (office, person, store_name, minute_text(created_at)))
        paper.finish()


def _draw(paper: Paper, code_groups: Sequence[str], facts: tuple[str, str, str, str]) -> None:
    y = OFFICIAL.top + 10
    paper.text(Role.TITLE, 22, OFFICIAL.width / 2, y, _TITLE, "center")
    paper.text(Role.KAI, 12, OFFICIAL.width / 2, y + 22, f"（{PROGRAM_NAME}）", "center")
    y = _facts(paper, y + 50, facts)
    y = _section(paper, y, "一、这是什么", (_WHAT,), indent=2)
    y = _code(paper, _heading(paper, y, "二、恢复码"), code_groups)
    y = _section(paper, y, "三、怎样使用", _HOW)
    y = _section(paper, y, "四、怎样保管", _WHERE)
    _signature(paper, y + 12)


def _facts(paper: Paper, y: float, facts: tuple[str, str, str, str]) -> float:
    for label, value in zip(("办事处：", "使用人：", "台　账：", "生　成："), facts, strict=True):
        paper.text(Role.HEADING, _BODY_SIZE, OFFICIAL.left, y, label)
        left = OFFICIAL.left + 4.5 * _BODY_SIZE
        y = paper.block(Role.BODY, _BODY_SIZE, left, y, OFFICIAL.text_right - left, value, _BODY_LEADING)
    return y + 4


def _heading(paper: Paper, y: float, heading: str) -> float:
    paper.text(Role.HEADING, _HEAD_SIZE, OFFICIAL.left, y + 3, heading)
    return y + 3 + _BODY_LEADING + 1


def _section(paper: Paper, y: float, heading: str, paragraphs: tuple[str, ...], indent: int = 0) -> float:
    y = _heading(paper, y, heading)
    for paragraph in paragraphs:
        y = _indented(paper, y, paragraph, indent) if indent else _numbered(paper, y, paragraph)
    return y + 4


def _indented(paper: Paper, y: float, text: str, indent: int) -> float:
    # Two ideographs of indent: the first line is broken shorter by giving it blanks of the same width.
    face = typeface(Role.BODY)
    for line in lines_of("　" * indent + face.printable(text), OFFICIAL.text_width / _BODY_SIZE, face.em):
        left = OFFICIAL.left + (indent * _BODY_SIZE if line.startswith("　") else 0)
        paper.text(Role.BODY, _BODY_SIZE, left, y, line)
        y += _BODY_LEADING
    return y


def _numbered(paper: Paper, y: float, text: str) -> float:
    number, sentence = text[:2], text[2:]
    hang = OFFICIAL.left + 1.7 * _BODY_SIZE
    paper.text(Role.BODY, _BODY_SIZE, OFFICIAL.left, y, number)
    return paper.block(Role.BODY, _BODY_SIZE, hang, y, OFFICIAL.text_right - hang, sentence, _BODY_LEADING)


def _code(paper: Paper, y: float, groups: Sequence[str]) -> float:
    """Numbered boxes, four in a row; first run asks for one group by its number."""
    top = y - _BODY_SIZE
    box = OFFICIAL.text_width / _GROUPS_IN_A_ROW
    size = min(_CODE_SIZE, (box - 10 * MM) / max(0.6 * len(group) for group in groups))
    for place, group in enumerate(groups):
        row, column = divmod(place, _GROUPS_IN_A_ROW)
        left, upper = OFFICIAL.left + column * box, top + row * _CODE_BOX
        paper.frame(left, upper, box, _CODE_BOX)
        paper.text(Role.TABLE, 8, left + 3, upper + 10, str(place + 1))
        paper.text(Role.CODE, size, left + box / 2 + 2 * MM, upper + _CODE_BOX / 2 + size * 0.36, group, "center")
    rows = -(-len(groups) // _GROUPS_IN_A_ROW)
    return top + rows * _CODE_BOX + _BODY_LEADING + 2


def _signature(paper: Paper, y: float) -> None:
    third = OFFICIAL.text_width / 3
    for place, label in enumerate(("保管人：", "存放处：", "日　期：")):
        left = OFFICIAL.left + place * third
        paper.text(Role.HEADING, _BODY_SIZE, left, y, label)
        paper.rule(left + 4 * _BODY_SIZE, y + 3, left + third - 8, y + 3)
