"""招商知识库: studies, rules, cases and answers, searchable in full (notice 2025-18, mechanism five, item one)."""

from fj_desktop.core.field import Record, Spread, field
from fj_desktop.core.kinds import Choice, Day, Industries, Refs, Text
from fj_desktop.core.splitting import industries
from fj_desktop.core.splitting.columns import TRADES, in_note
from fj_desktop.core.splitting.words import headers, said

# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
_REFUSED = "本软件不得录入国家秘密：秘密、机密、绝密级文件请按保密规定另行保管"


class Knowledge(Record):
    """One document or note; state secrets must not be entered."""

    table = "lib_knowledge"
    library = "knowledge"
    title = "招商知识库"
    shelf = "八库"
    clause = "5.1"
    purpose = "政策、产业研究、案例、问答和范本，全文可查"
    icon = "book"
    naming = ("title",)
    keys = ("doc_no", "title")
    spreads = (
        Spread(
            TRADES + headers("适用行业|相关行业|涉及行业|适用产业|涉及产业"), ("industry_codes", "note", "chain_ids"),
            industries("industry_codes", "note", "适用行业", "chain_ids"),
        ),
        *in_note(
            {
                "原文链接": "原文链接|链接|网址|来源网址|出处|URL|Link", "关键词": "关键词|标签|主题词|Tags|Keywords",
                "适用对象": "适用对象|适用范围|支持对象|适用企业", "附件": "附件|附件名称|文件路径|存放位置",
            },
            "note",
        ),
    )

    title_ = field(
        "标题", Text(200), en="Title", needed="save", sensitivity="S0", fair="show", in_table=True, group="文件",
        also=headers(
            "名称|文件名称|文件名|资料名称|文件标题|政策名称|政策标题|题目|题名|主题|标准名称|案例名称|Name|Subject"
        ),
    )
    kind = field(
        "类别",
        Choice(
            "产业研究", "政策法规", "行业标准", "案例", "话术问答", "流程指引", "合同范本", "竞品地区", "县情资料",
            also=said({
                "产业研究": "研究报告|产业报告|行业研究|产业分析", "政策法规": "政策|法规|政策文件|法律法规",
                "行业标准": "标准|国家标准", "案例": "招商案例|典型案例",
                "话术问答": "问答|话术|招商话术|常见问题|faq", "流程指引": "流程|办事指南|办事流程|指引",
                "合同范本": "合同|范本|模板|协议范本", "竞品地区": "竞争地区|对标地区|周边区县",
                "县情资料": "县情|县情介绍|县情概况",
            }),
        ),
        en="Kind", needed="complete", sensitivity="S0", fair="show", in_table=True, group="文件",
        also=headers("类型|分类|资料类别|资料类型|文件类型|文件类别|知识类别|政策类别|Category|Type"),
    )
    doc_no = field(
        "文号", Text(60), en="Document number", sensitivity="S0", fair="show", in_table=True, group="文件",
        also=headers("发文字号|发文文号|文件号|文件编号|文件字号|发文号|标准号|编号|Document no"),
    )
    issuer = field(
        "发布单位", Text(100), en="Issued by", sensitivity="S0", fair="show", in_table=True, group="文件",
        also=headers(
            "发文单位|发文机关|发布机构|发布机关|制定单位|印发单位|来源单位|来源|编制单位|出台单位|作者|Source|Author"
        ),
    )
    issued_on = field(
        "发布日期", Day(), en="Issued on", sensitivity="S0", fair="show", in_table=True, group="文件",
        also=headers("发布时间|发文日期|发文时间|印发日期|印发时间|成文日期|出台时间|日期|时间|Date"),
    )
    valid_until = field(
        "有效期至", Day(), en="Valid until", sensitivity="S0", fair="show", group="文件",
        also=headers("有效期|有效期限|失效日期|失效时间|到期日期|截止日期|有效截止日期|执行期限"),
    )
    status = field(
        "效力状态",
        Choice(
            "现行有效", "已修改", "废止", "待核实",
            also=said({
                "现行有效": "有效|现行|在用|执行中", "已修改": "修订|已修订|修改", "废止": "失效|已失效|已废止|作废",
                "待核实": "未核实|待确认",
            }),
        ),
        en="Validity", needed="complete", sensitivity="S0", fair="show", default="=待核实", in_table=True,
        group="文件",
        also=headers("状态|效力|有效性|时效性|是否有效|时效|Status"),
    )
    industry_codes = field("适用行业", Industries(), en="Industries", sensitivity="S0", fair="show", group="内容")
    chain_ids = field(
        "适用产业链", Refs("chain"), en="Chains", sensitivity="S0", fair="show", group="内容",
        also=headers("产业链|相关产业链|所属产业链|关联产业链|适用链条|对应产业链|链条"),
    )
    summary = field(
        "摘要", Text(2000, lines=4), en="Summary", needed="complete", sensitivity="S0", fair="show", group="内容",
        also=headers("内容摘要|内容提要|主要内容|内容概要|概要|要点|政策要点|核心内容|简介|内容简介|概述|Abstract"),
    )
    body = field(
        "正文", Text(30_000, lines=12), en="Text", sensitivity="S1", group="内容", note="全文可查；不得录入国家秘密",
        also=headers("全文|内容|原文|正文内容|文本|具体内容|政策内容|详细内容|Body|Content"),
    )
    secrecy = field(
        "密级标识",
        Choice(
            "公开", "内部", "工作秘密",
            also=said({"公开": "主动公开|公开件|无", "内部": "依申请公开|不予公开|内部资料|内部文件|非公开"}),
            refuses={"秘密": _REFUSED, "机密": _REFUSED, "绝密": _REFUSED},
        ),
        en="Confidentiality", needed="complete", sensitivity="S0", default="=内部", in_table=True, group="管理",
        note="不得录入国家秘密：秘密、机密、绝密级一律不收",
        also=headers("密级|保密级别|保密等级|涉密等级|公开属性|公开方式"),
    )
    reviewed_on = field(
        "最近复核", Day(), en="Last reviewed", sensitivity="S1", group="管理", note="超过 365 天未复核会提醒",
        also=headers("复核日期|复核时间|核实日期|核实时间|更新时间|更新日期|最近更新|Updated"),
    )
    note = field(
        "备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="管理",
        also=headers("备注说明|说明|其他|其它|其他说明|Remarks|Remark|Note|Comment|Comments|Memo"),
    )
