"""可招商土地库: plots and buildings the county can offer (notice 2025-18, mechanism five, item one; clause 4.2)."""

from decimal import Decimal

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Amount, Area, Day, Degrees, Industries, Percent, Phone, Ref, Text, Whole, YesNo
from fj_desktop.core.record_rules import at_most_for, not_above
from fj_desktop.core.splitting.words import headers
from fj_desktop.libraries.land import words


# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
class Land(Record):
    """One plot, factory building, floor or other asset on offer."""

    table = "lib_land"
    library = "land"
    title = "可招商土地库"
    shelf = "八库"
    clause = "5.1"
    purpose = "现在能给企业的地块、厂房和楼宇，条件和标准一清二楚"
    icon = "land"
    name_from = ("address", "parcel_no")
    keys = ("parcel_no", "name")
    rules = (
        not_above("net_area_m2", "area_m2"),
        not_above("far_min", "far_max"),
        not_above("vacant_m2", "built_m2"),
        not_above("leased_m2", "built_m2"),
        at_most_for("term_years", 50, "land_use", words.INDUSTRIAL),
    )
    spreads = words.LAND_COLUMNS

    parcel_no = field(
        "地块编号", Text(40), en="Plot number", needed="发布", sensitivity="S0", fair="show", in_table=True,
        group="身份", note="本办事处内不重复",
        also=headers(
            "编号|地块号|宗地编号|宗地号|地块代码|宗地代码|资产编号|厂房编号|地块序号|宗地编码|Parcel|Parcel no|Code"
        ),
    )
    asset_kind = field(
        "资产类型", words.ASSET_KINDS, en="Kind of asset", needed="complete", sensitivity="S0", fair="show",
        in_table=True, group="身份",
        also=headers("资产类别|载体类型|载体类别|类型|类别|资源类型|土地类型|物业类型|地块类型|土地类别"),
    )
    name = field(
        "名称", Text(100), en="Name", needed="save", sensitivity="S0", fair="show", in_table=True, group="身份",
        note="表中没有名称时取位置或地块编号",
        also=headers(
            "地块名称|载体名称|项目名称|厂房名称|楼宇名称|园区名称|资产名称|宗地名称|土地名称|物业名称|地块|Plot name"
        ),
    )
    town_id = field(
        "所在乡镇/园区", Ref("town"), en="Town", needed="发布", sensitivity="S0", fair="show", in_table=True,
        group="位置",
        also=headers(
            "所在乡镇|所在乡镇(街道)|所属乡镇|乡镇|乡镇街道|乡镇(街道)|镇街|所在镇街|属地|属地乡镇|所属镇街|街道|"
            "乡镇/街道|Town"
        ),
    )
    address = field("位置四至", Text(200), en="Location", needed="发布", sensitivity="S0", fair="show", group="位置")
    lon = field(
        "经度", Degrees(73, 136), en="Longitude", sensitivity="S1", group="位置", note="CGCS2000；对外只给两位小数",
        also=headers("东经|经度(E)|经度坐标|Lng|Lon"),
    )
    lat = field(
        "纬度", Degrees(3, 54), en="Latitude", sensitivity="S1", group="位置",
        also=headers("北纬|纬度(N)|纬度坐标|Lat"),
    )
    area_m2 = field(
        "面积", Area(), en="Area", needed="发布", sensitivity="S0", fair="show", in_table=True, group="面积",
        note="按 ㎡ 保存，亩 = ㎡ × 3/2000",
        also=headers(
            "占地面积|用地面积|土地面积|地块面积|宗地面积|总面积|总用地面积|总占地面积|规划面积|规划用地面积|"
            "建设用地面积|可用面积|可供面积|可利用面积|可招商面积|面积（亩）|面积亩|亩数|占地|用地规模|Land area|"
            "Site area"
        ),
    )
    net_area_m2 = field(
        "净用地面积", Area(), en="Net area", sensitivity="S0", fair="show", group="面积", note="不大于面积",
        also=headers("净用地|净地面积|净面积|出让面积|可出让面积|实际可用面积"),
    )
    built_m2 = field(
        "建筑面积", Area(floor=True), en="Floor space", sensitivity="S0", fair="show", group="面积",
        also=headers("总建筑面积|厂房面积|厂房建筑面积|计容建筑面积|建面|楼宇面积"),
    )
    vacant_m2 = field(
        "空置面积", Area(floor=True), en="Vacant space", sensitivity="S0", fair="show", group="面积",
        also=headers("闲置面积|可租面积|可租赁面积|可出租面积|剩余面积|剩余可租面积|招租面积|未租面积|可用厂房面积"),
    )
    leased_m2 = field(
        "已租面积", Area(floor=True), en="Let space", sensitivity="S0", fair="show", group="面积",
        also=headers("已租赁面积|已出租面积|出租面积|已使用面积|入驻面积"),
    )
    min_lease_m2 = field(
        "最小起租面积", Area(floor=True), en="Smallest lease", sensitivity="S0", fair="show", group="面积",
        also=headers("起租面积|最小起租|最小分割面积|最小租赁面积|最小可租面积"),
    )
    land_use = field(
        "用地性质", words.LAND_USES, en="Land use", needed="发布", sensitivity="S0", fair="show", in_table=True,
        group="规划",
    )
    tenure = field("权属", words.TENURE, en="Tenure", sensitivity="S1", group="规划")
    plan_compliance = field(
        "三区三线核查", words.PLAN_CHECKS, en="Zoning check", needed="发布", sensitivity="S1", default="=待核查",
        group="规划",
        also=headers("三区三线|是否符合三区三线|是否符合规划|规划符合性|规划符合情况|符合规划情况"),
    )
    far_min = field(
        "容积率下限", Amount("", 2, most=20, bound=True), en="Plot ratio from", sensitivity="S0", fair="show",
        group="规划",
        also=headers("最小容积率|容积率最小值|容积率≥|最低容积率"),
    )
    far_max = field(
        "容积率上限", Amount("", 2, most=20, bound=True), en="Plot ratio to", sensitivity="S0", fair="show",
        in_table=True, group="规划", note="不小于容积率下限",
        also=headers("最大容积率|容积率最大值|容积率≤|最高容积率"),
    )
    building_coef_pct = field(
        "建筑系数", Percent(bound=True), en="Building coefficient", sensitivity="S0", fair="show", group="规划",
        also=headers("建筑系数要求"),
    )
    building_density_pct = field(
        "建筑密度", Percent(bound=True), en="Site coverage", sensitivity="S0", fair="show", group="规划",
        also=headers("建筑密度要求|规划建筑密度|Building density"),
    )
    green_max_pct = field(
        "绿地率上限", Percent(bound=True), en="Green space up to", sensitivity="S0", fair="show", group="规划",
        also=headers("绿地率|绿化率|绿地率要求|绿化率要求|规划绿地率|Green ratio"),
    )
    service_area_pct = field(
        "服务设施占比", Percent(bound=True), en="Service facilities", sensitivity="S0", fair="show", group="规划",
        also=headers(
            "行政办公及生活服务设施用地占比|行政办公及生活服务设施占比|生活服务设施占比|配套用地比例|配套设施比例|"
            "行政办公用地占比"
        ),
    )
    height_limit_m = field(
        "建筑限高", Amount("米", 2, most=600, bound=True, units=words.METRES), en="Height limit", sensitivity="S0",
        fair="show", group="规划",
        also=headers("限高|建筑高度|建筑控制高度|建筑高度控制|高度限制|规划限高"),
    )
    supply_status = field(
        "供应状态", words.SUPPLY, en="Supply", needed="complete", sensitivity="S0", fair="show", default="=可供",
        in_table=True, group="供应",
        also=headers(
            "状态|供地状态|供地情况|供应情况|地块状态|土地状态|使用状态|使用情况|招商状态|出让状态|出租状态|出租情况|"
            "租赁状态|供应情况状态|Status"
        ),
    )
    lock_project_id = field(
        "锁定项目", Ref("project"), en="Locked for", sensitivity="S1", group="供应", note="锁定到期自动解除",
    )
    lock_until = field(
        "锁定到期", Day(), en="Held until", sensitivity="S1", group="供应", note="到期自动释放",
        also=headers("锁定期|锁定期限|锁定截止|锁定至|锁定到期日|锁定截止日期"),
    )
    ready_on = field(
        "可交付日期", Day(), en="Ready on", sensitivity="S0", fair="show", in_table=True, group="供应",
        also=headers(
            "可交付时间|交付时间|交付日期|预计交付时间|交地时间|可交地时间|供地时间|可供地时间|可供时间|可入驻时间|"
            "预计供地时间|Available from"
        ),
    )
    term_years = field(
        "使用年限", Whole("年", most=99), en="Years of use", sensitivity="S0", fair="show", group="供应",
        note="工业用地不超过 50 年",
        also=headers("出让年限|年限|使用权年限|土地使用年限|土地使用年期|出让年期|剩余年限|剩余使用年限"),
    )
    ref_price_wan_mu = field(
        "参考价", Amount("万元/亩", 4, most=10_000, bound=True, units=words.PER_MU), en="Guide price",
        sensitivity="S2", group="价格", note="面议请留空",
        also=headers(
            "参考地价|参考价格|地价|土地价格|土地单价|出让价|出让价格|挂牌价|挂牌起始价|起始价|出让起始价|基准地价|"
            "售价|出售价格|价格|单价|Price"
        ),
    )
    floor_price_wan_mu = field(
        "底价", Amount("万元/亩", 4, most=10_000, units=words.PER_MU), en="Floor price", sensitivity="S3",
        group="价格", note="只在县中心指定人员间流转",
        also=headers("出让底价|最低价|成本价|谈判底价"),
    )
    rent_yuan_m2_month = field(
        "厂房租金", Amount("元/㎡·月", 2, most=10_000, bound=True, units=words.PER_M2_MONTH), en="Rent",
        sensitivity="S1", fair="mask", group="价格",
        also=headers("租金|租金单价|租金标准|月租金|参考租金|租赁价格|出租价格|租金价格|厂房租金标准|Monthly rent"),
    )
    invest_intensity_min = field(
        "固定资产投资强度下限", Amount("万元/亩", 2, most=100_000, bound=True, units=words.PER_MU),
        en="Investment per mu from", sensitivity="S0", fair="show", in_table=True, group="亩均标准",
        also=headers(
            "投资强度|固定资产投资强度|投资强度下限|投资强度要求|最低投资强度|亩均投资|亩均投资强度|亩均投资额|"
            "亩均固定资产投资|控制指标投资强度"
        ),
    )
    output_intensity_min = field(
        "土地产出率下限", Amount("万元/亩", 2, most=100_000, bound=True, units=words.PER_MU | words.PER_MU_YEAR),
        en="Output per mu from", sensitivity="S0", fair="show", group="亩均标准",
        also=headers("土地产出率|土地产出|产出强度|产出率|亩均产出|亩均产值|亩均产出强度|土地产出强度|土地产出率要求"),
    )
    tax_intensity_min = field(
        "亩均税收下限", Amount("万元/亩·年", 2, most=100_000, bound=True, units=words.PER_MU_YEAR),
        en="Tax per mu from", sensitivity="S0", fair="show", group="亩均标准",
        also=headers("亩均税收|亩均税收要求|税收强度|土地税收|亩产税收|地均税收|亩均税收强度"),
    )
    energy_std = field(
        "单位能耗增加值标准",
        Amount(
            "万元/吨标煤", 2, bound=True,
            units={"万元/吨": Decimal(1), "万元/tce": Decimal(1), "万元/吨标准煤": Decimal(1)},
        ),
        en="Value added per energy", sensitivity="S0", fair="show", group="亩均标准",
        also=headers("单位能耗增加值|能耗标准|单位能耗标准|能耗要求"),
    )
    env_std = field(
        "环境标准/准入清单", Text(2000, lines=4), en="Environmental standard", sensitivity="S0", fair="show",
        group="亩均标准",
        also=headers(
            "环境标准|准入清单|准入条件|产业准入|产业准入条件|准入要求|环保要求|环评要求|环境准入|单位排放增加值"
        ),
    )
    industry_codes = field(
        "产业方向", Industries(), en="Industries wanted", needed="发布", sensitivity="S0", fair="show", group="招商",
    )
    utilities = field(
        "配套条件", words.UTILITIES, en="Utilities", needed="发布", sensitivity="S0", fair="show", group="配套",
        note="可多选；七通一平等会拆开",
    )
    power_kva = field(
        "可供电容", Whole("kVA", units={"千伏安": Decimal(1), "MVA": Decimal(1000)}), en="Power", sensitivity="S0",
        fair="show", group="配套",
        also=headers("可供电容量|电力容量|供电容量|变压器容量|配电容量|用电容量|电容量|供电能力"),
    )
    gas_ok = field(
        "天然气", YesNo(), en="Gas", sensitivity="S0", fair="show", group="配套",
        also=headers("通气|是否通气|燃气|供气|是否通天然气|天然气接入"),
    )
    distance_rail_km = field(
        "距铁路货站", Amount("km", 2, most=5000, units=words.KILOMETRES), en="To the railway", sensitivity="S0",
        fair="show", group="配套",
        also=headers("距铁路货运站|距火车站|距高铁站|距铁路站|铁路距离|距铁路"),
    )
    distance_port_km = field(
        "距港口", Amount("km", 2, most=5000, units=words.KILOMETRES), en="To the port", sensitivity="S0", fair="show",
        group="配套",
        also=headers("距码头|港口距离|距港口码头|距货运码头"),
    )
    distance_hwy_km = field(
        "距高速出入口", Amount("km", 2, most=5000, units=words.KILOMETRES), en="To the motorway", sensitivity="S0",
        fair="show", group="配套",
        also=headers("距高速|距高速路口|距高速公路|距高速公路出入口|高速距离|距高速口|距高速互通"),
    )
    floors = field(
        "层数", Whole("层", most=200), en="Floors", sensitivity="S0", fair="show", group="厂房",
        also=headers("总层数|建筑层数|厂房层数|楼层数|楼层"),
    )
    clear_height = field(
        "层高", Amount("米", 2, most=600, bound=True, units=words.METRES), en="Clear height", sensitivity="S0",
        fair="show", group="厂房",
        also=headers("净高|厂房层高|厂房高度|首层层高|檐高"),
    )
    floor_load = field(
        "楼面荷载", Amount("吨/㎡", 3, most=1000, bound=True, units=words.PER_M2_LOAD), en="Floor load",
        sensitivity="S0", fair="show", group="厂房",
        also=headers("荷载|承重|楼板荷载|楼板承重|楼面承重|地面荷载|荷载标准|承重荷载"),
    )
    contact_dept = field(
        "联系单位", Ref("unit"), en="Contact unit", needed="发布", sensitivity="S0", fair="show", group="联系",
        also=headers("联系部门|责任单位|责任部门|主管部门|主管单位|招商单位|牵头单位|填报单位|管理单位|供地单位"),
    )
    contact_person_id = field(
        "对接人", Ref("staff", makes=True), en="Contact", sensitivity="S0", fair="show", in_table=True, group="联系",
        note="工作人员名单里没有时，导入会按姓名新建",
        also=headers("联系人姓名|负责人|责任人|招商联系人|对接人员|经办人|负责人姓名|专员|Contact person"),
    )
    contact_phone = field(
        "联系电话", Phone(), en="Contact number", sensitivity="S1", fair="show", group="联系", note="请填单位公开电话",
        also=headers("手机|手机号|手机号码|固定电话|座机|办公电话|移动电话|联系人手机"),
    )
    verified_on = field(
        "核实日期", Day(), en="Checked on", needed="发布", sensitivity="S0", fair="show", group="联系",
        note="超过 90 天未核实会提醒",
        also=headers("核实时间|更新时间|更新日期|填报时间|填报日期|数据更新时间|统计时间|核查日期"),
    )
    note = field(
        "备注", Text(2000, lines=4), en="Notes", sensitivity="S1", group="备注",
        also=headers("备注说明|说明|其他|其它|其他说明|情况说明|存在问题|Remarks|Remark|Note|Comment|Comments|Memo"),
    )
