"""招商知识库 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Industries, Refs, Text


class Knowledge(Record):
    """TODO."""

    table = "lib_knowledge"
    library = "knowledge"
    title = "招商知识库"
    naming = ("title",)
    keys = ("doc_no", "title")

    title_ = field("标题", Text(200), needed="save", sensitivity="S0", fair="show")
    kind = field("类别", Choice("产业研究", "政策法规", "行业标准", "案例", "话术问答", "流程指引", "合同范本", "竞品地区", "县情资料"), needed="complete", sensitivity="S0", fair="show")
    doc_no = field("文号", Text(60), sensitivity="S0", fair="show")
    issuer = field("发布单位", Text(100), sensitivity="S0", fair="show")
    issued_on = field("发布日期", Day(), sensitivity="S0", fair="show")
    valid_until = field("有效期至", Day(), sensitivity="S0", fair="show")
    status = field("效力状态", Choice("现行有效", "已修改", "废止", "待核实"), needed="complete", sensitivity="S0", fair="show")
    industry_codes = field("适用行业", Industries(), sensitivity="S0", fair="show")
    chain_ids = field("适用产业链", Refs("chain"), sensitivity="S0", fair="show")
    summary = field("摘要", Text(2000, lines=4), needed="complete", sensitivity="S0", fair="show")
    body = field("正文", Text(100_000, lines=12), sensitivity="S1")  # full text indexed
    secrecy = field("密级标识", Choice("公开", "内部", "工作秘密"), needed="complete", sensitivity="S0")  # must not hold state secrets; app refuses 秘密 and above
    reviewed_on = field("最近复核", Day(), sensitivity="S1")  # warn if older than 365 days
