"""Ledgers of people as other counties keep them."""

from tests.unit.exchange.mapping.layout import Layout

# fmt: off  (a ledger is read as a ledger)
OF_PEOPLE = (
    Layout(
        "entrepreneurs: business people of the region",
        "entrepreneurs",
        """序号=# 姓名=person_name 性别=person_gender 出生年月=person_birth_ym 籍贯=person_native_place
        企业名称=company_name 职务=person_title 联系电话=person_mobile 主营业务=company_main_products
        年产值（万元）=* 职工人数=company_staff_count 投资意向=invest_intent 意向投资额（亿元）=intent_amount_wan
        关注点=key_concern 备注=person_note""",
        ("1|赵六|男|1975.6|奉节县吐祥镇|重庆示例光学有限公司|董事长|13900000002|眼镜|8000|120|有意向|1.2|土地|",),
        above=("驻外企业家信息汇总表",),
        below=("填表人：张三", "审核人：李四"),
    ),
    Layout(
        "entrepreneurs: visiting list with the office's own contact",
        "entrepreneurs",
        """编号=# 公司名称=company_name 法人代表=company_legal_rep 注册资金（万元）=company_reg_capital_wan
        行业类别=industry_code 企业联系人=* 联系人职务=* 联系方式=person_mobile 拜访时间=person_last_contact_on
        洽谈情况=intent_note 下一步工作计划=intent_note 对接人=person_relation_owner_id 联系电话=-""",
        (
            "1|示例食品公司|甲|5000|食品制造业|乙|经理|13900000003|2025.3.4|已拜访|再访|招商员丙|13811110000",
            "2|示例药业公司|丁|800|医药制造业|戊|经理|13900000004|2025.3.5|已拜访|再访|招商员己|13811110001",
        ),
    ),
    Layout(
        "entrepreneurs: groups that say whose number it is",
        "entrepreneurs",
        """序号=# 企业信息>企业名称=company_name 企业信息>统一社会信用代码=company_uscc
        企业信息>注册资本（万元）=company_reg_capital_wan 联系人信息>姓名=person_name 联系人信息>职务=person_title
        联系人信息>手机=person_mobile 驻点招商员>姓名=- 驻点招商员>电话=- 投资意向=invest_intent""",
        ("1|示例公司|91500236MA00000070|1000|张三|总经理|13900000005|李四|13811110002|在谈",),
        above=("长三角驻点企业家台账",),
    ),
    Layout(
        "entrepreneurs: required marks, numbering and hints in headers",
        "entrepreneurs",
        """1.姓名（必填）=person_name 2.手机号码*=person_mobile 3.所在企业（请填写营业执照全称）=company_name
        4.统一社会信用代码（18位）=company_uscc 5.职务：=person_title 6.行业（从下拉框选择）=industry_code
        7.电子邮箱（选填）=person_email 8.微信号=person_wechat
        9.最近联系日期（格式：yyyy-mm-dd）=person_last_contact_on""",
        ("张三|13900000006|示例公司|91500236MA00000070|总经理|食品制造业|a@example.com|zhang3|2025-01-02",),
    ),
    Layout(
        "entrepreneurs: English card list",
        "entrepreneurs",
        """Full_Name=person_name Company=company_name Job_Title=person_title Mobile_Phone=person_mobile
        E-mail=person_email Industry=industry_code City=person_city Website=company_website Notes=person_note""",
        ("Zhang San|Example Ltd|CEO|13900000007|a@example.com|食品制造业|上海市|https://example.com|",),
    ),
    Layout(
        "alumni: graduates of a university",
        "alumni",
        """序号=# 姓名=person_name 性别=person_gender 毕业院校=school 院系=college 专业=major 学历=degree
        毕业时间=grad_year 工作单位=person_org_name 职务/职称=* 联系电话=person_mobile 所在城市=person_city
        校友会职务=alumni_post 研究方向=research_field 可提供资源=help_kind 备注=person_note""",
        (
            (
                "1|钱七|女|重庆大学|机械学院|机械工程|硕士|2008年|示例研究院|高级工程师|13900000008|重庆市|理事|"
                "光学|技术合作|"
            ),
        ),
        above=("奉节籍校友信息登记表", "学校：          填报日期：2025.4.1"),
    ),
    Layout(
        "alumni: association list",
        "alumni",
        """校友姓名=person_name 手机号=person_mobile 所属校友会=alumni_org 入学年份=enroll_year 毕业年份=grad_year
        所学专业=major 现工作单位=person_org_name 现任职务=person_title 常驻城市=person_city 微信=person_wechat
        匹配产业链=chain_id""",
        ("孙八|13900000009|西南大学奉节校友会|2001|2005|农学|示例农业公司|总经理|成都市|sun8|脐橙",),
    ),
    Layout(
        "alumni: unit and post in one cell",
        "alumni",
        """序号=# 姓名=person_name 民族=* 政治面貌=* 毕业院校及专业=* 工作单位及职务=person_org_name
        联系方式=person_mobile 籍贯=person_native_place 专业特长=* 备注=person_note""",
        ("1|周九|汉|党员|四川大学化学|示例公司总经理|13900000010|重庆市奉节县|新材料|",),
    ),
    Layout(
        "hometown: people from the towns",
        "hometown",
        """序号=# 乡镇（街道）=hometown_town 村（社区）=hometown_village 姓名=person_name 性别=person_gender
        出生年月=person_birth_ym 人才类别=person_kind 现居住地=person_city 工作单位=person_org_name
        职务=person_title 联系电话=person_mobile 返乡意向=return_intent 外出年份=left_year
        家庭联系人及电话=family_contact 最近走访时间=visited_on 备注=person_note""",
        ("1|吐祥镇|樱桃村|吴十|男|1980-05|企业家|深圳市|示例公司|董事长|13900000011|有意向|2001|吴父|2025.2.1|",),
        above=("在外乡贤人才摸排表",),
        below=("合计：1人",),
    ),
    Layout(
        "hometown: return of talents",
        "hometown",
        """编号=# 姓名=person_name 身份证号=person_id_no 祖籍=person_native_place 从事行业=* 务工地=person_city
        手机号码=person_mobile 是否有返乡意愿=return_intent 回引方式=return_kind
        对接责任人=person_relation_owner_id 对接情况=*""",
        ("1|郑一|500236197506010011|奉节县公平镇|建材|东莞市|13900000012|是|返乡创业|丙|已联系",),
    ),
    Layout(
        "experts: pool of advisers",
        "experts",
        """序号=# 姓名=person_name 性别=person_gender 工作单位=person_org_name 职务=person_title 职称=prof_title
        专业领域=fields 专家类别=expert_kind 从业年限（年）=years 联系电话=person_mobile 电子邮箱=person_email
        聘期=term_from 咨询费标准（元/次）=fee_std 回避单位=avoid_company_ids 备注=person_note""",
        ("1|冯二|男|示例大学|院长|教授|食品制造业|产业|20|13900000016|f@example.com|2025.1.1-2027.12.31|1000||",),
        above=("招商项目评审专家库",),
    ),
    Layout(
        "experts: appointment dates in two columns under a group",
        "experts",
        """姓名=person_name 手机=person_mobile 单位=person_org_name 职务职称=person_title 聘期>聘期起=term_from
        聘期>聘期止=term_to 擅长领域=fields 籍贯=person_native_place""",
        ("陈三|13900000017|示例事务所|合伙人|2025-01-01|2027-12-31|法律服务|重庆市",),
    ),
    Layout(
        "people: cards of a fair",
        "people",
        """姓名=name 单位=org_name 职务=title 手机=mobile 座机=phone 邮箱=email 微信=wechat 地址=* 来源=source
        备注=note""",
        ("张三|示例公司|经理|13900000019|021-60000002|a@example.com|z3|上海|名片|",),
    ),
    Layout(
        "people: a phone's address book",
        "people",
        """Name=name Mobile_Phone=mobile Work_Phone=phone E-mail_Address=email Organization=org_name Title=title
        Birthday=birth_ym Notes=note""",
        ("张三|13900000020|021-60000003|a@example.com|示例公司|经理|1980-01-02|",),
    ),
    Layout(
        "people: numbers of two kinds in one column",
        "people",
        """序号=# 名字=name 性别=gender 工作单位及职务=org_name 联系电话=mobile 籍贯=native_place
        对接人=relation_owner_id""",
        (
            "1|张三|男|示例公司总经理|13900000021、023-56550006|重庆市奉节县|李四",
            "2|王五|女|示例协会|023-56550007|重庆市|李四",
        ),
    ),
    Layout(
        "staff: residents of the offices",
        "staff",
        "序号=# 姓名=name 单位=unit_id 派驻办事处=office_id 角色=role 手机号码=mobile 派驻起=posted_from 备注=note",
        ("1|张三|县招商中心|长三角|驻点人员|13900000022|2025-01-01|",),
        above=("驻外招商人员名册",),
    ),
)
