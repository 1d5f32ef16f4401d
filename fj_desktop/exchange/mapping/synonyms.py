"""Words of ledger headers that mean the same in every library; what belongs to one field stands in its ``also``."""

from collections.abc import Mapping

ROW_NUMBER = frozenset({"序号", "序", "行号", "项次", "顺序号", "排序", "no", "num", "#", "rowno", "sn", "serialno"})
"""Headers of a column that only counts the rows."""

COUNTED = frozenset({"编号", "代号", "号", "id", "number", "index"})
"""Headers that count the rows only where the cells are 1, 2, 3."""

UNITS: Mapping[str, str] = {
    word: unit
    for unit, words in {
        "元": "元 人民币元 yuan rmb cny",
        "千元": "千元",
        "万元": "万元 万 人民币万元 万元人民币 rmb万元 wan 10krmb rmb10k 10kcny cny10k 10000yuan rmb10,000 10,000rmb tenthousandyuan",
        "百万元": "百万元 millionrmb rmbmillion millionyuan cnymillion",
        "千万元": "千万元",
        "亿元": "亿元 亿 人民币亿元 亿元人民币 rmb亿元 100millionyuan rmb100m 100mrmb",
        "美元": "美元 usd us$ $",
        "万美元": "万美元 usd10k 10kusd",
        "亿美元": "亿美元",
        "亩": "亩 mu",
        "㎡": "m2 m² 平方米 平方 平米 平 sqm sq.m sq.m. sqmetres sqmeters squaremetres squaremeters",
        "万㎡": "万m2 万平方米 万平方 万平米",
        "公顷": "公顷 ha hectares",
        "平方公里": "平方公里 平方千米 km2",
        "万亩": "万亩",
        "%": "% 百分比 pct percent",
        "‰": "‰",
        "万元/亩": "万元/亩 万/亩 rmb10k/mu",
        "元/亩": "元/亩",
        "亿元/亩": "亿元/亩",
        "万元/亩·年": "万元/亩·年 万元/亩.年 万元/亩年 万元/年·亩 万元/(亩·年) 万元/亩/年 万元/年/亩",
        "元/㎡": "元/m2 元/平方米",
        "元/㎡·月": "元/m2·月 元/m2.月 元/平方米·月 元/平方米/月 元/m2/月 元/月·m2 元/月/平方米 元/平方米.月 元/(m2·月)",
        "万元/吨标煤": "万元/吨标煤 万元/吨标准煤",
        "吨/㎡": "吨/m2 吨/平方米 t/m2",
        "kg/㎡": "kg/m2 公斤/m2 公斤/平方米 千克/平方米",
        "kn/㎡": "kn/m2 kn/平方米",
        "米": "米 m metres meters",
        "km": "km 公里 千米 kilometres kilometers",
        "kVA": "kva 千伏安",
        "kW": "kw 千瓦",
        "月": "月 个月 months",
        "年": "年 years",
        "天": "天 日 days",
        "人": "人 名 persons people",
        "家": "家 户",
        "个": "个 项 宗 块",
        "层": "层",
        "栋": "栋 幢",
        "次": "次",
        "周岁": "岁 周岁",
        "分": "分",
        "吨": "吨",
        "°": "° 度",
    }.items()
    for word in words.split()
}
"""Units as headers write them (folded, without blanks) and as the kinds know them."""

REMARKS = (
    "必填", "选填", "必选", "可选", "多选", "单选", "下拉", "如", "例", "格式", "填写", "请", "选择", "注", "可不填", "可空", "若有",
    "精确", "保留", "盖章", "截至", "单位", "没有", "required", "optional", "yyyy", "e.g", "eg", "mm/dd", "是/否", "打√", "打勾", "男/女",
    "不超过", "不少于", "字以内", "位数", "11位", "18位", "自动", "系统",
)  # fmt: skip
"""Beginnings of a remark in brackets that is no part of a column's name."""

REWRITES = (
    ("手机号码", "手机"), ("手机号", "手机"), ("移动电话", "手机"), ("手机电话", "手机"), ("联系手机", "手机"),
    ("联系电话号码", "联系电话"), ("电话号码", "电话"), ("联系号码", "联系电话"),
    ("社会统一信用代码", "信用代码"), ("统一社会信用代码", "信用代码"), ("统一社会信用号", "信用代码"), ("统一信用代码", "信用代码"),
    ("社会信用代码", "信用代码"), ("信用代码号", "信用代码"), ("信用代码证号", "信用代码"),
    ("公司", "企业"), ("法定代表人", "法人"), ("法人代表", "法人"), ("企业法人", "法人"), ("法人姓名", "法人"),
    ("注册资金", "注册资本"), ("电子邮箱", "邮箱"), ("电子邮件", "邮箱"), ("邮箱地址", "邮箱"), ("邮件地址", "邮箱"),
    ("微信号码", "微信"), ("微信号", "微信"), ("身份证号码", "身份证"), ("身份证号", "身份证"), ("官方网站", "官网"), ("官网地址", "官网"),
    ("网站地址", "官网"), ("网址", "官网"), ("网站", "官网"), ("职位", "职务"), ("时间", "日"), ("日期", "日"), ("年月日", "日"),
    ("乡镇(街道)", "乡镇"), ("乡(镇)街道", "乡镇"), ("乡镇街道", "乡镇"), ("乡镇/街道", "乡镇"), ("镇街道", "乡镇"), ("镇(街道)", "乡镇"),
    ("镇街", "乡镇"), ("街镇", "乡镇"), ("人数", "数"), ("数量", "数"), ("个数", "数"), ("额度", "额"), ("金额", "额"),
    ("毕业学校", "毕业院校"), ("政治面目", "政治面貌"),
)  # fmt: skip
"""Different words for one thing; applied to headers and to the names of fields alike, in this order."""

JOINTS = "的之及和与或、/,;，；&+·-—_.:：()[]【】《》<>“”\"' "
"""Signs and particles that join the words of a header and mean nothing themselves."""

IDLE = (
    "所在", "所属", "主要", "基本", "具体", "详细", "目前", "当前", "现任", "情况", "信息", "概况", "有关", "相关", "本人", "个人", "要求",
)  # fmt: skip
"""Words that may be there or not without a change of meaning."""

MEANINGFUL = frozenset(
    "上下起止始末开竣完前后左右大小高低多少正负内外进出收支人员数额率比量价费税亩年季月周日时地址号码名类型级副原曾非未已拟否省市县镇村区"
    "强单总均实净毛新旧男女父母不无入产销投融资租售买卖证权保"
)
"""Signs that change what a header means; two headers that differ in one of them are never taken for the same."""

ALIASES: Mapping[str, tuple[str, ...]] = {
    "名字": ("姓名",), "name": ("姓名", "名称"), "fullname": ("姓名",), "contactname": ("姓名", "联系人"), "formattedname": ("姓名",),
    "fn": ("姓名",), "gender": ("性别",), "sex": ("性别",), "birthday": ("出生年月",), "birth": ("出生年月",),
    "dateofbirth": ("出生年月",), "出生日": ("出生年月",), "生日": ("出生年月",),
    "mobile": ("手机",), "mobilephone": ("手机",), "cell": ("手机",), "cellphone": ("手机",), "mobileno": ("手机",),
    "mobilenumber": ("手机",), "cellular": ("手机",), "telcell": ("手机",),
    "workphone": ("固定电话", "联系电话"), "landline": ("固定电话", "联系电话"), "officephone": ("固定电话", "联系电话"), "座机": ("固定电话", "联系电话"),
    "固话": ("固定电话", "联系电话"), "办公电话": ("固定电话", "联系电话"), "单位电话": ("固定电话", "联系电话"), "座机号码": ("固定电话",),
    "email": ("邮箱",), "emailaddress": ("邮箱",), "mail": ("邮箱",), "wechat": ("微信",), "wechatid": ("微信",), "idnumber": ("身份证号",),
    "company": ("企业名称", "工作单位", "所在企业"), "companyname": ("企业名称", "工作单位", "所在企业"),
    "organization": ("工作单位", "企业名称", "所在企业"), "organisation": ("工作单位", "企业名称", "所在企业"), "org": ("工作单位", "企业名称"),
    "employer": ("工作单位", "企业名称", "所在企业"), "enterprise": ("企业名称",), "business": ("企业名称",),
    "单位": ("工作单位", "企业名称", "所在企业", "单位名称"), "单位名称": ("工作单位", "企业名称", "名称"), "企业": ("企业名称", "所在企业", "工作单位"),
    "工作单位": ("企业名称", "所在企业"), "所在单位": ("工作单位", "企业名称"), "现工作单位": ("工作单位", "企业名称"), "企业全称": ("企业名称",),
    "任职单位": ("工作单位", "企业名称"), "任职企业": ("企业名称", "工作单位", "所在企业"), "服务单位": ("工作单位", "企业名称"),
    "position": ("职务",), "jobtitle": ("职务",), "post": ("职务",), "title": ("标题", "职务"), "role": ("职务",), "职务职称": ("职务",),
    "creditcode": ("统一社会信用代码",), "uscc": ("统一社会信用代码",), "unifiedsocialcreditcode": ("统一社会信用代码",),
    "socialcreditcode": ("统一社会信用代码",), "businesslicenseno": ("统一社会信用代码",), "营业执照号": ("统一社会信用代码",),
    "legalrepresentative": ("法定代表人",), "legalperson": ("法定代表人",), "registeredcapital": ("注册资本",),
    "industry": ("行业", "行业代码"), "industrycode": ("行业代码", "行业"), "sector": ("行业", "行业代码"), "所属行业": ("行业", "行业代码"),
    "行业": ("行业代码",), "行业分类": ("行业", "行业代码"), "行业类别": ("行业", "行业代码"), "行业名称": ("行业", "行业代码"),
    "website": ("官网",), "homepage": ("官网",), "url": ("官网",), "web": ("官网",),
    "address": ("地址", "家庭住址", "办公地址", "注册地址"), "registeredaddress": ("注册地址",), "homeaddress": ("家庭住址",),
    "city": ("城市", "现居城市"), "所在城市": ("现居城市", "城市"), "居住城市": ("现居城市",), "现居住地": ("现居城市",), "现居地": ("现居城市",),
    "常住地": ("现居城市",), "常住城市": ("现居城市",), "工作城市": ("现居城市", "城市"), "hometown": ("籍贯",), "nativeplace": ("籍贯",),
    "notes": ("备注",), "note": ("备注",), "remark": ("备注",), "remarks": ("备注",), "comment": ("备注",), "comments": ("备注",), "memo": ("备注",),
    "其他": ("备注",), "其他说明": ("备注",), "备注说明": ("备注",), "说明": ("备注",), "附注": ("备注",), "其它": ("备注",),
    "tags": ("标签",), "categories": ("标签",), "source": ("来源",), "lastcontact": ("最近联系",), "lastcontacted": ("最近联系",),
    "area": ("面积",), "landuse": ("用地性质",), "status": ("状态", "供应状态"), "location": ("位置四至", "建设地点", "实施地点", "位置"),
    "contact": ("联系人",), "contactperson": ("联系人",), "summary": ("摘要",), "category": ("类别",), "type": ("类别",), "school": ("毕业院校",),
    "university": ("毕业院校",), "college": ("院系",), "major": ("专业",), "degree": ("学历",), "education": ("学历",),
}  # fmt: skip
"""Headers and the labels to try in their place, best first."""

DIRECT_CALLS = frozenset({"手机", "mobile", "mobilephone", "固定电话", "座机", "固话"})
"""Headers that already say which kind of number stands below."""

CALLS = frozenset(
    {"电话", "联系电话", "联系方式", "电话手机", "手机电话", "手机固话", "联系方法", "通讯方式", "联络方式", "联络电话", "通讯电话", "phone",
     "phonenumber", "phoneno", "tel", "telephone", "telephonenumber", "telno", "contactnumber", "contactno", "contactinfo", "contactdetails"}
)  # fmt: skip
"""Headers of a column that may hold mobiles, fixed lines and e-mail addresses alike."""

OTHERS = (
    "对接人", "驻点", "招商员", "责任人", "责任领导", "跟进", "填报", "首报", "联络员", "牵头", "包联", "挂钩", "联系领导", "推荐", "引荐", "专员", "经办",
    "审核", "上级", "亲属", "家属", "配偶", "紧急", "服务员", "报送", "介绍人", "帮扶", "分管", "指导", "工作人员", "负责人员", "走访人", "拜访人", "接待人",
)  # fmt: skip
"""Words of headers that name somebody else than the one the record is about."""

PLAIN_LEAVES = frozenset({"内容", "情况", "数值", "值", "数", "数量", "金额", "名称", "指标", "要求", "标准", "说明", "描述"})
"""Second-level headers that say nothing without the one above."""

PERSONAL_LEAVES = frozenset({"姓名", "名字", "电话", "手机", "联系电话", "联系方式", "职务", "单位", "手机号", "邮箱", "微信", "性别"})
"""Second-level headers whose meaning hangs on whom the header above names."""

TOTALS = ("合计", "小计", "总计", "共计", "累计", "总和", "平均")
"""Words that mark a row of sums."""

FOOTNOTES = (
    "说明", "注", "备注", "填表", "填报", "附注", "注释", "note", "制表", "审核", "单位负责人", "负责人", "联系人", "联系电话", "数据来源", "来源", "报送",
    "分管领导", "主要领导", "经办人", "复核", "签字", "盖章", "日期", "所属片组", "单位(", "截至", "统计",
)  # fmt: skip
"""Beginnings of rows that explain or sign a sheet."""
