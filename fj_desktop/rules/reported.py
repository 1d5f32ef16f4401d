"""What a line of a weekly ledger tells of a project: a step, why nothing moved, a visit (notice 2025-18, 3.3)."""

import datetime as dt
import re
from dataclasses import dataclass

from fj_desktop.core.text import clean, fold

NO_PROGRESS = "无进展"
_DATE = re.compile(r"(?:(20\d{2})\s*[年./-]\s*)?(1[0-2]|0?[1-9])\s*[月./-]\s*(3[01]|[12]\d|0?[1-9])\s*[日号]?(?!\d)")
_NOTHING = re.compile(r"^(?:暂?无(?:新?进展|变化)|没有进展|未有进展)\s*[:：,，;；。]?\s*")
_STATE = re.compile(r"^(?:待|已|正在|拟)?(?:初审|研判|评价|审议|签约|上会)(?:中|完成)?$")
_VISITS = (
    (re.compile(r"来奉|来访|到访|来县|赴奉|实地考察|接待"), "企业到访"),
    (re.compile(r"拜访|走访|登门|上门|赴|前往"), "外出拜访"),
    (re.compile(r"电话|通话|致电"), "电话"),
    (re.compile(r"视频|线上"), "视频"),
    (re.compile(r"座谈|对接|会谈|面谈"), "会议"),
)
_KINDS = (
    (re.compile(r"投产|试生产|达产"), "投产"), (re.compile(r"设备"), "设备"), (re.compile(r"开工|动工|奠基"), "开工"),
    (re.compile(r"到资|到位资金|资金到位|注资"), "到资"), (re.compile(r"供地|摘牌|挂牌|出让"), "供地"),
    (re.compile(r"签约|签订|签署"), "签约"), (re.compile(r"审议|常务会|联席会|上会"), "审议"),
    (re.compile(r"备案|环评|规划许可|施工许可|手续|注册公司|工商"), "手续"),
    (re.compile(r"建设|施工|主体|封顶"), "建设"),
    (re.compile(r"协议文本|合同文本|谈判|磋商|洽谈"), "谈判"), (re.compile(r"考察"), "考察"),
    (re.compile(r"方案|可研|资料|材料"), "材料"),
)  # fmt: skip
_AHEAD = re.compile(r"^\s*(?:拟|计划|预计|将|下周|下月|争取)")


@dataclass(frozen=True)
class Told:
    """What a line tells: the step and its day, why nothing moved, and the kind of a visit if it was one.

    ``kind`` is empty for a line that only names a state: it is kept and counts as no progress.
    """

    kind: str
    happened_on: dt.date
    summary: str
    reason: str = ""
    visit: str = ""


def told_by(text: str, reported_on: dt.date) -> Told | None:
    """What a line of a ledger tells that was filled in on a day; None for a blank one."""
    whole = clean(text)
    if not whole:
        return None
    if nothing := _NOTHING.match(whole):
        return Told(NO_PROGRESS, reported_on, whole, whole[nothing.end() :].strip() or "未说明")
    if _STATE.fullmatch(whole):
        return Told("", reported_on, whole)
    done = _done_part(whole)
    day = _day_in(done, reported_on)
    visit = next((kind for pattern, kind in _VISITS if pattern.search(done)), "") if day is not None else ""
    kind = next((kind for pattern, kind in _KINDS if pattern.search(done)), "接洽")
    return Told(kind, day or reported_on, whole, visit=visit)


def _done_part(text: str) -> str:
    """The clauses that tell what was done; what is only intended is left out."""
    return "，".join(part for part in re.split(r"[，,；;。\n]", text) if part and not _AHEAD.match(part))


def _day_in(text: str, reported_on: dt.date) -> dt.date | None:
    """The first day in a text; one without a year is the last such day up to the report."""
    for match in _DATE.finditer(fold(text)):
        year, month, day = match.groups()
        for guess in (int(year),) if year else (reported_on.year, reported_on.year - 1):
            try:
                found = dt.date(guess, int(month), int(day))
            except ValueError:
                continue
            if found <= reported_on:
                return found
    return None
