"""人员总库: every human once; libraries of people are roles of these (notice 2025-18, mechanism five, item one)."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Email, IdNumber, Mobile, Phone, Ref, Region, Tags, Text, YearMonth
from fj_desktop.core.record_rules import at_least_one
from fj_desktop.core.splitting.columns import person_columns
from fj_desktop.core.splitting.words import REGIONS, headers, said


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Person(Record):
    """One human; a name or a mobile is enough to keep one."""

    table = "person"
    library = "people"
    title = "人员总库"
    shelf = "总库"
    clause = "5.1"
    purpose = "每个人只存一次：企业家、校友、乡友和专家都从这里取人"
    icon = "person"
    naming = ("name", "mobile", "wechat")
    keys = ("mobile", "name")
    rules = (at_least_one("name", "mobile"),)
    spreads = person_columns("")
    visibility = "office"

    name = field(
        "姓名", Text(50), en="Name", needed="complete", sensitivity="S1", fair="mask", in_table=True, group="身份",
        note="姓名和手机至少填一项",
        also=headers(
            "名字|姓名（全称）|联系人|联系人姓名|人员姓名|人员|客商姓名|客商|客户姓名|企业家姓名|企业家|校友姓名|"
            "校友|专家姓名|专家|乡贤姓名|乡贤|乡友姓名|在外人士|人才姓名|企业联系人|负责人|负责人姓名|企业负责人|"
            "主要负责人|投资人|Full name|Contact|Contact name|Contact person"
        ),
    )
    gender = field(
        "性别",
        Choice(
            "男", "女", "未说明",
            also=said({"男": "男性|男士|先生|m|male", "女": "女性|女士|小姐|f|female", "未说明": "未知|保密"}),
        ),
        en="Gender", sensitivity="S1", group="身份",
        also=headers("Sex"),
    )
    birth_ym = field(
        "出生年月", YearMonth(), en="Born", sensitivity="S2", group="身份", main=False,
        also=headers("出生日期|出生时间|出生|生日|出生年月日|Birthday|Date of birth|Birth date"),
    )
    native_place = field("籍贯", Region(), en="Native place", sensitivity="S1", in_table=True, group="身份")
    native_town = field(
        "祖籍乡镇(街道)", Ref("town"), en="Native town", sensitivity="S1", group="身份", note="限奉节县的乡镇和街道",
        also=headers(
            "祖籍乡镇|祖籍乡镇街道|籍贯乡镇|户籍乡镇|所属乡镇|乡镇街道|乡镇(街道)|乡镇|镇街|家乡乡镇|所在乡镇|"
            "原籍乡镇"
        ),
    )
    company_id = field(
        "所在企业", Ref("company", makes=True), en="Company", sensitivity="S1", fair="mask", in_table=True,
        group="任职", note="企业总库里没有时，导入会按名称新建",
        also=headers(
            "企业名称|公司名称|公司|企业|所在公司|任职企业|任职公司|所属企业|所属公司|就职企业|创办企业|企业全称|"
            "公司全称|Company name"
        ),
    )
    org_name = field(
        "工作单位", Text(200), en="Employer", sensitivity="S1", fair="mask", group="任职",
        note="机关、高校等不在企业总库的单位",
        also=headers(
            "单位|单位名称|所在单位|现工作单位|任职单位|就职单位|现单位|服务单位|工作机构|目前工作单位|工作单位名称|"
            "就业单位|Organization|Organisation|Work unit"
        ),
    )
    title_ = field(
        "职务", Text(80), en="Post", sensitivity="S1", fair="mask", in_table=True, group="任职",
        also=headers(
            "职位|岗位|现任职务|担任职务|职务名称|企业职务|单位职位|头衔|职务职级|Title|Position|Job title|Job"
        ),
    )
    city = field("现居城市", Region(), en="City of residence", sensitivity="S1", in_table=True, group="联系方式")
    region = field(
        "所属重点区域", REGIONS, en="Work region", needed="complete", sensitivity="S1", default="office_region",
        in_table=True, group="关系维护",
    )
    mobile = field(
        "手机", Mobile(), en="Mobile", sensitivity="S2", in_table=True, group="联系方式",
        also=headers(
            "手机号码|手机号|手机电话|移动电话|移动号码|联系手机|本人手机|联系手机号|手机联系方式|联系人手机|"
            "联系人手机号|手机号码1|Mobile phone|Mobile number|Cell|Cell phone|Cellphone"
        ),
    )
    phone = field(
        "固定电话", Phone(), en="Landline", sensitivity="S1", group="联系方式", main=False,
        also=headers(
            "座机|座机号码|固话|办公电话|办公室电话|单位电话|公司电话|座机电话|Office phone|Work phone|Fixed line|"
            "Business phone"
        ),
    )
    wechat = field(
        "微信", Text(50), en="WeChat", sensitivity="S2", group="联系方式",
        also=headers("微信号|微信号码|微信ID"),
    )
    email = field(
        "邮箱", Email(), en="E-mail", sensitivity="S2", group="联系方式",
        also=headers("电子邮箱|电子邮件|电子信箱|邮件|邮箱地址|电邮|Email|Mail|Email address"),
    )
    id_no = field(
        "身份证号", IdNumber(), en="Identity number", sensitivity="S3", group="身份", main=False,
        note="非必要不收集；只对指定人员可见，不随数据包外发",
        also=headers("身份证|身份证号码|公民身份号码|证件号码|证件号|ID number"),
    )
    home_address = field(
        "家庭住址", Text(200), en="Home address", sensitivity="S3", group="联系方式", main=False,
        note="非必要不收集；只对指定人员可见，不随数据包外发",
        also=headers("家庭地址|住址|家庭详细地址|户籍地址|现住址|详细住址|家庭详细住址|现居住址|居住地址"),
    )
    political_org = field(
        "政协/人大/商会任职", Text(200), en="Public offices", sensitivity="S2", group="任职", main=False,
        also=headers("社会职务|社会兼职|社会任职|政治身份|商会任职|商会职务|人大政协任职|兼职|其他任职|社会身份"),
    )
    influence = field(
        "影响力等级", Choice("A", "B", "C", also=said({"A": "A级|A类", "B": "B级|B类", "C": "C级|C类"})),
        en="Influence", sensitivity="S1", group="关系维护",
        also=headers("影响力|重要程度|重要等级|人员等级|客商等级"),
    )
    relation_owner_id = field(
        "对接人", Ref("staff", makes=True), en="Our contact", needed="complete", sensitivity="S1", default="me",
        in_table=True, group="关系维护",
        also=headers(
            "对接责任人|对接人员|跟进人|跟进人员|跟踪人|联络员|联络人|责任人|招商专员|招商员|招商人员|联系干部|"
            "包联干部|维护人|维护责任人|驻点人员|Owner"
        ),
    )
    last_contact_on = field(
        "最近联系", Day(), en="Last contact", sensitivity="S1", in_table=True, group="关系维护",
        also=headers(
            "最近联系时间|最近联系日期|上次联系|上次联系时间|最后联系时间|联系时间|联系日期|最近对接时间|对接时间|"
            "对接日期|最近拜访时间|最近拜访|拜访时间|拜访日期|最新联系时间|Last contacted"
        ),
    )
    next_contact_on = field(
        "下次联系", Day(), en="Next contact", sensitivity="S1", group="关系维护", main=False,
        also=headers("下次联系时间|下次联系日期|计划联系时间|下步联系时间|下次对接时间|下次拜访时间|拟拜访时间"),
    )
    consent_status = field(
        "个人信息处理依据",
        Choice(
            "本人同意", "履行法定职责", "公开信息", "待取得",
            also=said({
                "本人同意": "同意|已同意", "履行法定职责": "法定职责", "公开信息": "公开", "待取得": "未取得|未授权",
            }),
        ),
        en="Legal basis", needed="complete", sensitivity="S1", default="=待取得", group="个人信息",
        note="按《个人信息保护法》记明依据",
        also=headers("处理依据|授权情况|个人信息授权|信息授权情况"),
    )
    consent_on = field(
        "取得日期", Day(), en="Basis since", sensitivity="S1", group="个人信息", main=False,
        also=headers("依据取得日期|同意日期|授权日期|授权时间"),
    )
    use_purpose = field(
        "处理目的", Choice("招商洽谈", "乡情联络", "人才引进", "活动邀请", "政策服务"), en="Purpose of use",
        sensitivity="S1", default="=招商洽谈", group="个人信息", main=False,
        note="为了什么保存和使用这个人的信息", also=headers("使用目的|收集目的|信息用途"),
    )
    source = field(
        "来源",
        Choice(
            "名片", "展会", "商会推荐", "乡镇摸排", "校友会", "亲友介绍", "公开信息", "导入", "驻点走访", "微信",
            "企业来电",
            also=said({
                "名片": "交换名片", "展会": "展览|会展|展会活动", "商会推荐": "商会|协会|协会推荐",
                "乡镇摸排": "乡镇推荐|乡镇上报|摸排|摸底", "校友会": "校友|校友推荐",
                "亲友介绍": "亲友|朋友介绍|熟人介绍|亲友推荐", "公开信息": "网络|网上|网络收集|公开渠道",
                "驻点走访": "走访|拜访|上门拜访|外出拜访", "企业来电": "来电|企业自荐",
            }),
        ),
        en="Source", needed="complete", sensitivity="S1", default="last_used", group="个人信息",
        also=headers("信息来源|线索来源|来源渠道|获取渠道|信息来源渠道|渠道"),
    )
    tags = field("标签", Tags(), en="Tags", sensitivity="S1", group="备注", also=headers("关键词|标记|分类标签"))
    note = field(
        "备注", Text(2000, lines=4), en="Notes", sensitivity="S2", group="备注",
        also=headers(
            "备注说明|说明|其他|其它|其他说明|其他情况|情况说明|备注信息|附注|有关情况|Remarks|Remark|Note|Comment|"
            "Comments|Memo"
        ),
    )
