"""Words of ledger headers that mean the same in every library; what belongs to one field stands in its ``also``."""

from collections.abc import Mapping


def _words(joined: str) -> tuple[str, ...]:
    return tuple(joined.split("|"))


def _set(joined: str) -> frozenset[str]:
    return frozenset(joined.split("|"))


ROW_NUMBER = _set("序|序号|排序|行号|项次|顺序号|#|no|num|rowno|serialno|sn")
"""Headers of a column that only counts the rows."""

COUNTED = _set("代号|号|编号|id|index|number")
"""Headers that count the rows only where the cells are 1, 2, 3."""

REMARKS = _words(
    "必填|选填|必选|可选|多选|单选|下拉|如|例|格式|填写|请|选择|注|可不填|可空|若有|精确|保留|盖章|截至|单位|没有|"
    "required|optional|yyyy|e.g|eg|mm/dd|是/否|打√|打勾|男/女|不超过|不少于|字以内|位数|11位|18位|自动|系统"
)
"""Beginnings of a remark in brackets that is no part of a column's name."""

REWRITES: tuple[tuple[str, str], ...] = tuple(
    (word, instead)
    for instead, words in {
        "手机": "手机号码|手机号|移动电话|手机电话|联系手机",
        "联系电话": "联系电话号码|联系号码",
        "电话": "电话号码",
        "信用代码": (
            "社会统一信用代码|统一社会信用代码|统一社会信用号|统一信用代码|社会信用代码|信用代码号|信用代码证号"
        ),
        "企业": "公司",
        "法人": "法定代表人|法人代表|企业法人|法人姓名",
        "注册资本": "注册资金",
        "邮箱": "电子邮箱|电子邮件|邮箱地址|邮件地址",
        "微信": "微信号码|微信号",
        "身份证": "身份证号码|身份证号",
        "官网": "官方网站|官网地址|网站地址|网址|网站",
        "职务": "职位",
        "日": "时间|日期|年月日",
        "乡镇": "乡镇(街道)|乡(镇)街道|乡镇街道|乡镇/街道|镇街道|镇(街道)|镇街|街镇",
        "数": "人数|数量|个数",
        "额": "额度|金额",
        "毕业院校": "毕业学校",
        "政治面貌": "政治面目",
    }.items()
    for word in words.split("|")
)
"""Different words for one thing; applied to headers and to the names of fields alike, in this order."""

JOINTS = "的之及和与或、/,;，；&+·-—_.:：()[]【】《》<>“”\"' "
"""Signs and particles that join the words of a header and mean nothing themselves."""

IDLE = _words("所在|所属|主要|基本|具体|详细|目前|当前|现任|情况|信息|概况|有关|相关|本人|个人|要求")
"""Words that may be there or not without a change of meaning."""

MEANINGFUL = frozenset(
    "上下不买产亩人价低保入内净出前副区单卖原县右号名后否员周售地址均型外多大女始季完实小少左已市年开强总投拟支收"
    "数新无日旧时曾月未末权村止正母比毛父率男省租税竣类级融证负费资起进量销镇非额高"
)
"""Signs that change what a header means; two headers that differ in one are never taken for the same."""

ALIASES: Mapping[str, tuple[str, ...]] = {
    word: _words(labels)
    for labels, words in {
        "姓名": "名字|fullname|formattedname|fn",
        "姓名|名称": "name",
        "姓名|联系人": "contactname",
        "联系人|姓名": "企业联系人|项目联系人|单位联系人|公司联系人|联系人员|联系人姓名",
        "性别": "gender|sex",
        "出生年月": "birthday|birth|dateofbirth|出生日|生日",
        "手机": "mobile|mobilephone|cell|cellphone|mobileno|mobilenumber|cellular|telcell",
        "固定电话|联系电话": "workphone|landline|officephone|座机|固话|办公电话|单位电话",
        "固定电话": "座机号码",
        "邮箱": "email|emailaddress|mail",
        "微信": "wechat|wechatid",
        "身份证号": "idnumber",
        "企业名称|工作单位|所在企业": "company|companyname|任职企业",
        "工作单位|企业名称|所在企业": "organization|organisation|employer",
        "工作单位|企业名称": "org|所在单位|现工作单位|任职单位|服务单位",
        "企业名称": "enterprise|business|企业全称",
        "工作单位|企业名称|所在企业|单位名称": "单位",
        "工作单位|企业名称|名称": "单位名称",
        "企业名称|所在企业|工作单位": "企业",
        "企业名称|所在企业": "工作单位",
        "职务": "position|jobtitle|post|role|职务职称",
        "标题|职务": "title",
        "统一社会信用代码": "creditcode|uscc|unifiedsocialcreditcode|socialcreditcode|businesslicenseno|营业执照号",
        "法定代表人": "legalrepresentative|legalperson",
        "注册资本": "registeredcapital",
        "行业|行业代码": "industry|sector|所属行业|行业分类|行业类别|行业名称",
        "行业代码|行业": "industrycode",
        "行业代码": "行业",
        "官网": "website|homepage|url|web",
        "地址|家庭住址|办公地址|注册地址": "address",
        "注册地址": "registeredaddress",
        "家庭住址": "homeaddress",
        "城市|现居城市": "city",
        "现居城市|城市": "所在城市|工作城市",
        "现居城市": "居住城市|现居住地|现居地|常住地|常住城市",
        "籍贯": "hometown|nativeplace",
        "备注": "notes|note|remark|remarks|comment|comments|memo|其他|其他说明|备注说明|说明|附注|其它",
        "标签": "tags|categories",
        "来源": "source",
        "最近联系": "lastcontact|lastcontacted",
        "面积": "area",
        "用地性质": "landuse",
        "状态|供应状态": "status",
        "位置四至|建设地点|实施地点|位置": "location",
        "联系人": "contact|contactperson",
        "摘要": "summary",
        "类别": "category|type",
        "毕业院校": "school|university",
        "院系": "college",
        "专业": "major",
        "学历": "degree|education",
    }.items()
    for word in words.split("|")
}
"""Headers and the labels to try in their place, best first."""

CALLS = _set(
    "手机固话|手机电话|电话|电话手机|联系方式|联系方法|联系电话|联络方式|联络电话|通讯方式|通讯电话|contactdetails|"
    "contactinfo|contactno|contactnumber|phone|phoneno|phonenumber|tel|telephone|telephonenumber|telno"
)
"""Headers of a column that may hold mobiles, fixed lines and e-mail addresses alike."""

ANY_CALL, NAME_AND_CALL = "联系电话", "联系人及电话"
"""The headers under which a library declares how numbers, and names with numbers, are divided."""

IGNORED = _set("未导入原因|退回原因")
"""Headers that an import leaves out without a word: the reasons of an earlier one."""

SELF_GROUPS = _words("联系|人员|个人|本人|企业家|校友|专家|人才|信息|情况|通讯|资料|乡贤")
"""Words of an outer header that leave no doubt that the record's own person is meant."""

OTHERS = _words(
    "对接|驻点|招商员|责任人|责任领导|跟进|填报|首报|联络员|牵头|包联|挂钩|联系领导|推荐|引荐|专员|经办|审核|上级|"
    "亲属|家属|配偶|紧急|服务员|报送|介绍人|帮扶|分管|指导|工作人员|负责人员|走访人|拜访人|接待人"
)
"""Words of headers that name somebody else than the one the record is about."""

PLAIN_LEAVES = _set("值|内容|名称|情况|指标|描述|数|数值|数量|标准|要求|说明|金额")
"""Second-level headers that say nothing without the one above."""

PERSONAL_LEAVES = _set("单位|名字|姓名|微信|性别|手机|手机号|电话|职务|联系方式|联系电话|邮箱")
"""Second-level headers whose meaning hangs on whom the header above names."""

TOTALS = _words("合计|小计|总计|共计|累计|总和|平均")
"""Words that mark a row of sums."""

FOOTNOTES = _words(
    "说明|注|备注|填表|填报|附注|注释|note|制表|审核|单位负责人|负责人|联系人|联系电话|数据来源|来源|报送|分管领导|"
    "主要领导|经办人|复核|签字|盖章|日期|所属片组|单位(|截至|统计"
)
"""Beginnings of rows that explain or sign a sheet."""

EXAMPLES = _set("例|示例|样例|范例|填写示例|填报示例|填写样例|例如|example|sample")
"""First cells of a row that shows how to fill in the others."""
