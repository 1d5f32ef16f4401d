"""可招商土地库 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Amount, Area, Choice, Day, Degrees, Industries, MultiChoice, Percent, Ref, Text, Whole, YesNo


class Land(Record):
    """TODO."""

    table = "lib_land"
    library = "land"
    title = "可招商土地库"

    parcel_no = field("地块编号", Text(40), needed="发布", sensitivity="S0", fair="show")  # unique per office
    asset_kind = field("资产类型", Choice("净地", "存量用地", "标准厂房", "闲置厂房", "楼宇", "农业用地", "文旅资源"), needed="complete", sensitivity="S0", fair="show")
    name = field("名称", Text(100), needed="save", sensitivity="S0", fair="show")
    town_id = field("所在乡镇/园区", Ref("town"), needed="发布", sensitivity="S0", fair="show")
    address = field("位置四至", Text(200), needed="发布", sensitivity="S0", fair="show")
    lon = field("经度", Degrees(73, 136), sensitivity="S1")  # CGCS2000; coarse (2 decimals) when shared
    lat = field("纬度", Degrees(3, 54), sensitivity="S1")
    area_m2 = field("面积", Area(), needed="发布", sensitivity="S0", fair="show")  # ㎡ stored; 亩 shown = m2*3/2000
    net_area_m2 = field("净用地面积", Area(), sensitivity="S0", fair="show")  # <= area_m2
    land_use = field("用地性质", Choice("工业", "仓储物流", "商业服务", "科研", "农业设施", "文旅", "居住", "其他", "一类工业", "二类工业", "三类工业"), needed="发布", sensitivity="S0", fair="show")
    tenure = field("权属", Choice("国有出让", "国有划拨", "集体", "园区自持", "企业自有"), sensitivity="S1")
    plan_compliance = field("三区三线核查", Choice("符合", "需调整", "不符合", "待核查"), needed="发布", sensitivity="S1")
    supply_status = field("供应状态", Choice("可供", "洽谈锁定", "已供", "收储中", "停用"), needed="complete", sensitivity="S0", fair="show")
    lock_until = field("锁定到期", Day(), sensitivity="S1")  # auto-release
    far_min = field("容积率下限", Amount(), sensitivity="S0", fair="show")  # >=0
    far_max = field("容积率上限", Amount(), sensitivity="S0", fair="show")  # >= far_min
    building_coef_pct = field("建筑系数", Percent(), sensitivity="S0", fair="show")
    green_max_pct = field("绿地率上限", Percent(), sensitivity="S0", fair="show")
    service_area_pct = field("服务设施占比", Percent(), sensitivity="S0", fair="show")
    invest_intensity_min = field("固定资产投资强度下限", Amount("万元/亩"), sensitivity="S0", fair="show")  # 万元/亩
    output_intensity_min = field("土地产出率下限", Amount("万元/亩"), sensitivity="S0", fair="show")  # 万元/亩
    tax_intensity_min = field("亩均税收下限", Amount("万元/亩·年"), sensitivity="S0", fair="show")  # 万元/亩·年
    energy_std = field("单位能耗增加值标准", Amount("万元/吨标煤"), sensitivity="S0", fair="show")  # 万元/吨标煤
    env_std = field("环境标准/准入清单", Text(2000, lines=4), sensitivity="S0", fair="show")
    industry_codes = field("产业方向", Industries(), needed="发布", sensitivity="S0", fair="show")
    term_years = field("使用年限", Whole(), sensitivity="S0", fair="show")  # <=50 industrial
    ref_price_wan_mu = field("参考价", Amount("万元/亩"), sensitivity="S2")  # 万元/亩; bargaining floor is S3
    floor_price_wan_mu = field("底价", Amount(), sensitivity="S3")  # never leaves HQ role
    rent_yuan_m2_month = field("厂房租金", Amount("元/㎡·月"), sensitivity="S1", fair="mask")  # 元/㎡·月
    floor_load = field("楼面荷载", Amount("吨/㎡"), sensitivity="S0", fair="show")  # 吨/㎡
    clear_height = field("层高", Amount("米"), sensitivity="S0", fair="show")  # 米
    utilities = field("配套条件", MultiChoice("通路", "通电", "通水", "排水", "通信", "通气", "通热", "平整", "污水处理"), needed="发布", sensitivity="S0", fair="show")
    power_kva = field("可供电容", Whole("kVA"), sensitivity="S0", fair="show")  # kVA
    gas_ok = field("天然气", YesNo(), sensitivity="S0", fair="show")
    distance_rail_km = field("距铁路货站", Amount("km"), sensitivity="S0", fair="show")  # km
    distance_port_km = field("距港口", Amount("km"), sensitivity="S0", fair="show")  # km
    distance_hwy_km = field("距高速出入口", Amount("km"), sensitivity="S0", fair="show")  # km
    contact_dept = field("联系单位", Ref("unit"), needed="发布", sensitivity="S0", fair="show")
    verified_on = field("核实日期", Day(), needed="发布", sensitivity="S0", fair="show")  # stale if >90 days
    ready_on = field("可交付日期", Day(), sensitivity="S0", fair="show")
    floors = field("层数", Whole(), sensitivity="S0", fair="show")
    vacant_m2 = field("空置面积", Area(), sensitivity="S0", fair="show")
    min_lease_m2 = field("最小起租面积", Area(), sensitivity="S0", fair="show")
    building_density_pct = field("建筑密度", Percent(), sensitivity="S0", fair="show")
    contact_person_id = field("对接人", Ref("staff"), sensitivity="S0", fair="show")
