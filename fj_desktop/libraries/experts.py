"""招商专家库 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Amount, Choice, Day, Industries, Link, Money, Refs, Text, Whole


class Expert(Record):
    """TODO."""

    table = "lib_expert"
    library = "experts"
    title = "招商专家库"
    naming = ("person_name", "person_mobile")
    keys = ("person_mobile", "person_name")

    person_id = field("人员", Link("person", "person_"), needed="save", sensitivity="S1", fair="mask")
    expert_kind = field("专家类别", Choice("产业", "技术", "财务", "法律", "投资", "规划", "环保", "能源", "招商实务"), needed="聘任", sensitivity="S0", fair="show")
    fields_ = field("专业领域", Industries(), needed="聘任", sensitivity="S0", fair="show")
    prof_title = field("职称", Choice("正高", "副高", "中级", "其他"), sensitivity="S0", fair="show")
    years = field("从业年限", Whole(), sensitivity="S0")  # >=0
    term_from = field("聘期起", Day(), needed="聘任", sensitivity="S0")
    term_to = field("聘期止", Day(), needed="聘任", sensitivity="S0")  # > term_from
    avoid_company_ids = field("回避单位", Refs("company"), sensitivity="S2")  # block assignment to related project
    avoid_note = field("回避说明", Text(2000, lines=4), sensitivity="S2")
    fee_std = field("咨询费标准", Money(), sensitivity="S2")
    reviews_count = field("参评次数", Whole(), sensitivity="S1")  # computed
    last_review_on = field("最近参评", Day(), sensitivity="S1")
    score_avg = field("评价均分", Amount(), sensitivity="S2")  # 0-5
