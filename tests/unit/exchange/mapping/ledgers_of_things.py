"""Ledgers of plots, projects, documents and organisations as other counties keep them."""

from tests.unit.exchange.mapping.layout import Layout

# fmt: off  (a ledger is read as a ledger)
OF_THINGS = (
    Layout(
        "land: two-level header with merged groups, title and unit line",
        "land",
        """序号=# 地块名称=name 所属镇街=town_id 四至范围=address 用地面积(亩)=area_m2 规划条件>用地性质=land_use
        规划条件>容积率=far_min 规划条件>建筑密度(%)=building_density_pct 规划条件>绿地率(%)=green_max_pct
        规划条件>建筑限高（米）=height_limit_m 出让情况>供地方式=note 出让情况>起始价（万元/亩）=ref_price_wan_mu
        出让情况>出让年限=term_years 基础设施=utilities 联系人=contact_person_id 联系电话=contact_phone 备注=note""",
        (
            (
                "1|城东A-01地块|草堂镇|东至规划路|56.3|二类工业用地|1.0-2.0|40|20|24|挂牌|12.5|50|五通一平|张三|"
                "023-56560001|"
            ),
        ),
        above=("XX县2025年拟供应工业用地一览表", "填报单位：县自然资源局    单位：亩、万元    填报时间：2025年3月"),
        below=("注：以上面积以实测为准。",),
    ),
    Layout(
        "land: investment plots of a development zone",
        "land",
        """编号=# 地块编号=parcel_no 坐落=address 土地用途=land_use 面积/亩=area_m2 净用地面积/亩=net_area_m2
        投资强度（万元/亩）≥=invest_intensity_min 亩均产值（万元/亩）=output_intensity_min
        亩均税收（万元/亩）=tax_intensity_min 能耗标准=energy_std 环境准入=env_std 产业导向=industry_codes
        可供地时间=ready_on 土地现状=note 权属=tenure""",
        (
            "1|KQ-2025-01|康坪乡|工业|120|110|300|450|25||符合园区规划环评|眼镜制造|2025年6月|净地|国有出让",
            "2|KQ-2025-02|白帝镇|工业|80|75.5|250|400|20|||食品加工|2025.9|在征|集体",
        ),
    ),
    Layout(
        "land: standard factory buildings to let",
        "land",
        """序号=# 厂房名称=name 所在园区=town_id 建筑面积（㎡）=built_m2 空置面积（㎡）=vacant_m2
        已租赁面积（㎡）=leased_m2 层数=floors 层高（m）=clear_height 楼面荷载(吨/㎡)=floor_load
        租金（元/㎡·月）=rent_yuan_m2_month 最小起租面积(㎡)=min_lease_m2 配电容量（KVA）=power_kva
        是否通天然气=gas_ok 联系人及电话=contact_phone""",
        ("1|标准厂房3#楼|生态工业园|12000|3600|8400|5|4.5|1|8|500|800|是|李四 13900000001",),
        above=("XX县标准厂房招租台账",),
    ),
    Layout(
        "land: detail pages of a regional platform",
        "land",
        """名称=name 产业定位=industry_codes 地块面积（亩）=area_m2 规划用地性质=land_use 容积率=far_min
        建筑密度=building_density_pct 建筑高度=height_limit_m 绿化率=green_max_pct 所在区域=town_id
        具体位置=address 联系人=contact_person_id 联系电话=contact_phone 简介=note 经度=lon 纬度=lat""",
        (
            (
                "金冠工业园A区|眼镜制造|35|工业|1.5|40%|24|15%|永安街道|永安街道金冠路|王五|02356550001|临近高速|"
                "109.46|31.02"
            ),
        ),
    ),
    Layout(
        "land: English headers",
        "land",
        """No.=# Plot_number=parcel_no Name=name Town=town_id Address=address Area_(mu)=area_m2 Land_use=land_use
        Plot_ratio=far_min Guide_price_(RMB_10k/mu)=ref_price_wan_mu Remarks=note Status=supply_status""",
        ("1|FJ-01|Plot one|草堂镇|草堂镇|20|工业|1.2|12||可供",),
    ),
    Layout(
        "land: groups without merged cells, as a CSV has them",
        "land",
        """序号=# 地块编号=parcel_no 位置=address 面积>亩=area_m2 面积>平方米=area_m2 规划指标>容积率=far_min
        规划指标>绿地率=green_max_pct 指标要求>投资强度(万元/亩)=invest_intensity_min
        指标要求>亩均税收(万元/亩)=tax_intensity_min 备注=note""",
        (
            "1|A-1|草堂镇|20|13333.33|1.2|≤20%|150|8|",
            "2|A-2|朱衣镇|30|20000|1.5|≤20%|200|10|已净地",
        ),
        merged=False,
    ),
    Layout(
        "outposts: chambers and associations",
        "outposts",
        """序号=# 机构名称=name 机构类别=resource_kind 所在城市=city 会长=* 会员企业数（家）=member_company_count
        联系人=contact_person_id 联系电话=contact_phone 主要产业=covered_industries 合作方式=cooperation
        最近联系时间=last_contact_on 资源等级=rating 备注=note""",
        ("1|上海市重庆商会|商会|上海市|王|320|张三|021-60000000|食品制造业|信息共享|2025.5.6|A|",),
        above=("驻外招商资源一览表",),
    ),
    Layout(
        "outposts: intermediaries under contract",
        "outposts",
        """名称=name 统一社会信用代码=uscc 类型=resource_kind 所属办事处=office_id 地址=city
        联系人及联系方式=contact_phone 服务行业=covered_industries 协议情况=note 评级=rating""",
        ("示例咨询公司|91500236MA00000070|中介机构|长三角|杭州市|李四 13900000013|医药制造业|已签|B",),
    ),
    Layout(
        "outposts: English",
        "outposts",
        "Name=name Kind=resource_kind City=city Contact=contact_person_id Phone=contact_phone Remarks=note",
        ("Example Chamber|行业协会|上海市|Li Si|021-60000001|",),
    ),
    Layout(
        "knowledge: policy documents",
        "knowledge",
        """序号=# 文件名称=title 发文字号=doc_no 发文机关=issuer 印发日期=issued_on 有效期至=valid_until 类别=kind
        效力状态=status 适用行业=industry_codes 主要内容=summary 链接=note 密级=secrecy""",
        (
            (
                "1|示例政策|奉节府办发〔2025〕18号|县政府办|2025-04-02|2030-12-31|政策法规|现行有效|食品制造业|内容|"
                "https://example.com|公开"
            ),
        ),
        above=("招商政策文件汇编目录",),
    ),
    Layout(
        "knowledge: questions and answers",
        "knowledge",
        "编号=* 标题=title 分类=kind 内容=body 关键词=note 来源=issuer 更新时间=reviewed_on 备注=note",
        ("1|电价多少|话术问答|大工业电价…|电价|县发改委|2025.1.1|",),
    ),
    Layout(
        "funding: needs of enterprises",
        "funding",
        """序号=# 企业名称=company_id 项目名称=project_name 所属行业=industry_code 总投资（万元）=total_invest_wan
        自有资金（万元）=self_fund_wan 融资需求（万元）=need_wan 融资方式=finance_kind 融资期限（月）=term_months
        资金用途=purpose 可承受利率（%）=acceptable_rate_pct 抵押物=collateral 需求时间=needed_by
        联系人=contact_person 联系电话=contact_phone 对接进展=match_status 备注=note""",
        (
            (
                "1|示例公司|示例项目|食品制造业|5000|2000|3000|银行贷款|36|设备购置|4.5|厂房|2025年6月|张三|"
                "13900000014|对接中|"
            ),
        ),
        above=("企业融资需求汇总表", "单位：万元"),
        below=("合计",),
    ),
    Layout(
        "funding: bank matching, two levels",
        "funding",
        """序号=# 需求企业=company_id 融资项目名称=project_name 资金需求>总投资（亿元）=total_invest_wan
        资金需求>资金缺口（亿元）=need_wan 资金需求>已到位资金（亿元）=arrived_wan
        融资条件>意向融资方式=finance_kind 融资条件>拟出让股权比例=equity_offer_pct 融资条件>担保方式=collateral
        联系人及电话=contact_phone""",
        ("1|示例公司|示例项目|1.2|0.5|0.1|股权投资|10%|股权质押|张三13900000015",),
    ),
    Layout(
        "scenarios: list of application scenes",
        "scenarios",
        """序号=seq 场景名称=name 清单类型=side 场景领域=scene_field 场景描述=content 技术需求=tech_need
        业主单位=owner_unit 实施地点=location 投资估算（万元）=budget_wan 资金来源=fund_source
        合作方式=cooperation 拟启动时间=start_on 截止时间=deadline 联系人=contact_person 联系电话=contact_phone""",
        (
            (
                "1|示例场景|场景需求|低空经济|巡检|无人机|县文旅委|白帝城|200|财政|采购服务|2025.6|2025-12-31|张三|"
                "023-56550002"
            ),
        ),
        above=("奉节县应用场景清单（第一批）",),
    ),
    Layout(
        "scenarios: needs of departments",
        "scenarios",
        """批次=issue_no 编号=seq 应用场景=name 责任单位=owner_unit 领域=scene_field 建设内容=content
        需求内容=tech_need 投入金额（万元）=budget_wan 建设周期=note 负责人及电话=contact_phone 备注=note""",
        ("2025-1|1|示例场景|县大数据局|城市治理|内容|算法|50|6个月|张三 023-56550003|",),
    ),
    Layout(
        "opportunities: projects for investors",
        "opportunities",
        """序号=seq 项目名称=name 产业类别=* 所属产业链=chain_id 建设地点=location 建设内容及规模=content
        总投资（亿元）=total_invest_wan 用地面积（亩）=land_need_mu 建设期（月）=build_months 合作方式=cooperation
        效益分析=benefit 前期工作情况=preliminary 责任单位=owner_unit 联系人=contact_person 联系电话=contact_phone""",
        ("1|示例项目|眼镜|眼镜|草堂镇|建设|1.2|20|24|独资|好|可研|县招商中心|张三|023-56550004",),
        above=("2025年重点招商项目清单",),
        below=("说明：1.项目总投资为估算；", "2.联系人为单位经办人。"),
    ),
    Layout(
        "opportunities: booklet with returns",
        "opportunities",
        """期次=issue_no 序号=seq 机会名称=name 类别=category 行业=industry_code 机会类型=kind
        项目背景及优势=background 建设规模=content 投资总额（万元）=total_invest_wan 占地面积（亩）=land_need_mu
        内部收益率（%）=irr_pct 建设周期（月）=build_months 项目单位=owner_unit 联系方式=contact_phone 状态=status
        优惠政策=note""",
        ("1|1|示例机会|眼镜|眼镜制造|招商项目|好|大|8000|15|12.5|18|县经信委|023-56550005|已发布|有",),
    ),
    Layout(
        "companies: registry columns",
        "companies",
        """企业名称=name 统一社会信用代码=uscc 注册日期=established_on 企业类型=nature 法人代表=legal_rep
        注册资金=reg_capital_wan 经营范围=main_products 所在省份=reg_division 地区=* 注册地址=reg_address""",
        ("示例公司|91500236MA00000070|2010-05-06|有限责任公司|张三|5000万|眼镜|重庆市|奉节县|永安街道1号",),
    ),
    Layout(
        "companies: figures under a year and a unit in the group",
        "companies",
        """序号=# 企业名称=name 所属行业=industry_code 2024年主要指标（万元）>营业收入=revenue_wan
        2024年主要指标（万元）>净利润=net_profit_wan 2024年主要指标（万元）>纳税额=tax_wan 从业人数=staff_count
        上市情况=listing 企业资质=tier 联系人=contact_person 联系电话=contact_phone 备注=note""",
        ("1|示例公司|食品制造业|12000|800|300|150|未上市|专精特新|张三|13900000018|",),
        above=("重点企业台账",),
    ),
    Layout(
        "companies: English",
        "companies",
        """Company_Name=name Unified_Social_Credit_Code=uscc Legal_Representative=legal_rep
        Registered_Capital_(RMB_10k)=reg_capital_wan Industry=industry_code Registered_Address=reg_address
        Website=website Employees=staff_count""",
        ("示例公司|91500236MA00000070|Zhang|5000|食品制造业|Road 1|https://example.com|100",),
    ),
)
