"""Words, units and columns of land ledgers; used by the declaration of 可招商土地库."""

from decimal import Decimal

from fj_desktop.core.field import Spread
from fj_desktop.core.kinds import Choice, MultiChoice
from fj_desktop.core.splitting import (
    bounds,
    contact,
    coordinates,
    either,
    fitting,
    industries,
    phones,
    position,
    served,
    town_or,
)
from fj_desktop.core.splitting.columns import CHAINS, CONTACTS, PHONES, TRADES, in_note
from fj_desktop.core.splitting.words import headers, said

# Lists are read as lists; ruff would give each word a line.
# fmt: off
_MU_PER_HECTARE, _YUAN = Decimal(15), Decimal("0.0001")
_M2_PER_MU = Decimal(2000) / Decimal(3)
PER_MU = {
    "万/亩": Decimal(1), "元/亩": _YUAN, "元/㎡": _YUAN * _M2_PER_MU, "元/平方米": _YUAN * _M2_PER_MU,
    "元/平米": _YUAN * _M2_PER_MU, "万元/公顷": 1 / _MU_PER_HECTARE, "亿元/平方公里": 100 / _MU_PER_HECTARE,
    "亿元/km²": 100 / _MU_PER_HECTARE,
}
PER_MU_YEAR = {
    "万元/亩": Decimal(1), "万/亩": Decimal(1), "万元/亩/年": Decimal(1), "万元/亩.年": Decimal(1),
    "万元/年·亩": Decimal(1), "万元/年/亩": Decimal(1), "万元/(亩·年)": Decimal(1),
}
PER_M2_MONTH = {
    "元/㎡": Decimal(1), "元/平方米": Decimal(1), "元/平米": Decimal(1), "元/㎡/月": Decimal(1),
    "元/㎡.月": Decimal(1), "元/月/㎡": Decimal(1), "元/月·㎡": Decimal(1), "元/平方米·月": Decimal(1),
    "元/平方米/月": Decimal(1), "元/平方米.月": Decimal(1), "元/平米·月": Decimal(1), "元/平米/月": Decimal(1),
}
PER_M2_LOAD = {
    "t/㎡": Decimal(1), "吨/平方米": Decimal(1), "吨/平米": Decimal(1), "kg/㎡": Decimal("0.001"),
    "公斤/㎡": Decimal("0.001"), "kn/㎡": Decimal("0.102"),
}
METRES = {"m": Decimal(1), "厘米": Decimal("0.01"), "cm": Decimal("0.01")}
KILOMETRES = {
    "公里": Decimal(1), "千米": Decimal(1), "米": Decimal("0.001"), "m": Decimal("0.001"), "里": Decimal("0.5"),
}
INDUSTRIAL = frozenset({"工业", "一类工业", "二类工业", "三类工业"})
TENURE = Choice(
    "国有出让", "国有划拨", "集体", "园区自持", "企业自有",
    also=said({
        "国有出让": "出让|国有建设用地出让", "国有划拨": "划拨|国有建设用地划拨",
        "集体": "集体土地|集体所有|集体建设用地", "园区自持": "园区自有|园区|园区所有|平台公司|自持",
        "企业自有": "企业|企业所有|私有|自有",
    }),
)
UTILITIES = MultiChoice(
    "通路", "通电", "通水", "排水", "通信", "通气", "通热", "平整", "污水处理",
    also=said({
        "通路": "路|道路|通道路", "通电": "电|供电", "通水": "水|供水|给水|通给水",
        "排水": "通排水|雨水|排污|雨污管网", "通信": "讯|通讯|网络|宽带|通网络",
        "通气": "气|燃气|天然气|通燃气|供气|通天然气", "通热": "热|供热|蒸汽", "平整": "场平|场地平整|土地平整",
        "污水处理": "污水|污水厂|污水处理厂",
    }),
)
ASSET_KINDS = Choice(
    "净地", "存量用地", "标准厂房", "闲置厂房", "楼宇", "农业用地", "文旅资源",
    also=said({
        "净地": "空地|熟地|土地|储备土地|出让地块", "存量用地": "存量土地|低效用地|闲置土地", "标准厂房": "标准化厂房",
        "闲置厂房": "空置厂房|旧厂房", "楼宇": "写字楼|商务楼宇|办公楼|办公楼宇|商业楼宇", "农业用地": "农用地|农业",
        "文旅资源": "文旅|旅游资源|景区",
    }),
)
LAND_USES = Choice(
    "工业", "仓储物流", "商业服务", "科研", "农业设施", "文旅", "居住", "其他", "一类工业", "二类工业", "三类工业",
    also=said({
        "工业": "工业用地|工矿用地|工业用地(M)|M", "一类工业": "一类工业用地|M1|M1一类工业用地",
        "二类工业": "二类工业用地|M2|M2二类工业用地", "三类工业": "三类工业用地|M3|M3三类工业用地",
        "仓储物流": "仓储|物流|仓储用地|物流用地|物流仓储|物流仓储用地|仓储物流用地|W|W1",
        "商业服务": (
            "商业|商服|商服用地|商业用地|商务用地|商业服务业|商业服务业用地|商业服务业设施用地|商业商务用地|B|B1"
        ),
        "科研": "科研用地|科教用地|教育科研用地",
        "农业设施": "农业|农用地|农业用地|农业设施用地|设施农用地|设施农业用地",
        "文旅": "旅游|文化旅游|旅游用地|文旅用地|文化旅游用地", "居住": "住宅|住宅用地|居住用地|城镇住宅用地|R|R2",
        "其他": "其它|其他用地|混合用地|建设用地|商住|商住用地",
    }),
)
PLAN_CHECKS = Choice(
    "符合", "需调整", "不符合", "待核查",
    also=said({
        "符合": "是|已符合|符合规划", "不符合": "否", "需调整": "调整|待调整", "待核查": "未核查|待核实|核查中",
    }),
)
SUPPLY = Choice(
    "可供", "洽谈锁定", "已供", "收储中", "停用",
    also=said({
        "可供": "可供应|可供地|可出让|待出让|待供|可招商|招商中|待招商|可出租|待租|招租中|空置|闲置|未出让|净地可供",
        "洽谈锁定": "洽谈|洽谈中|在谈|锁定|已锁定|意向锁定|预留|已预留",
        "已供": "已供地|已供应|已出让|已出租|已租|已出售|已入驻",
        "收储中": "收储|待收储|未收储|征收中|征地中|已征待拆", "停用": "停止|停供|暂停",
    }),
)

LAND_COLUMNS = (
    Spread(
        headers("容积率|规划容积率|容积率要求|容积率控制|FAR|Plot ratio"), ("far_min", "far_max"),
        bounds("far_min", "far_max"),
    ),
    Spread(
        headers(
            "位置|地块位置|具体位置|坐落|土地坐落|坐落位置|座落|地理位置|所在位置|宗地位置|地块坐落|详细地址|地址|"
            "厂房地址|四至|四至范围|位置(四至)|位置四至|所在地|所在地址|项目位置|Location|Address"
        ),
        ("address", "town_id"), position("address", "town_id"),
    ),
    Spread(
        headers(
            "用地性质|土地用途|规划用途|规划用地性质|规划用地|土地性质|用地类型|规划性质|土地规划用途|地类|用途|"
            "用地分类|土地用途性质|Use"
        ),
        ("land_use", "asset_kind"), either(LAND_USES, "land_use", ASSET_KINDS, "asset_kind"),
    ),
    Spread(
        headers("区域|所在区域|所属区域|片区|所在片区|所属片区|所属园区|所在园区|园区|板块|组团"), ("town_id", "note"),
        town_or("town_id", "note", "区域"),
    ),
    Spread(
        headers("经纬度|坐标|地理坐标|中心坐标|位置坐标|经纬度坐标|中心点坐标|Coordinates"), ("lon", "lat"),
        coordinates("lon", "lat"),
    ),
    Spread(
        TRADES + headers(
            "产业定位|主导产业|招商方向|适合产业|适宜产业|意向产业|产业导向|规划产业|适用产业|招商业态|适宜业态|"
            "拟招商产业|适合行业|招商产业|产业规划|业态"
        ),
        ("industry_codes", "note"), industries("industry_codes", "note", "产业方向"),
    ),
    Spread(
        headers(
            "配套条件|配套|基础设施|基础设施配套|基础设施条件|配套情况|配套设施|场地条件|开发程度|供地条件|基础配套|"
            "公共配套|通平情况|几通一平|七通一平|五通一平|三通一平|要素保障情况"
        ),
        ("utilities", "note"), served(UTILITIES, "utilities", "note"),
    ),
    Spread(
        headers(
            "权属|权属性质|土地权属|产权性质|权属情况|产权|产权情况|权利性质|使用权类型|土地性质(权属)|土地权属性质"
        ),
        ("tenure", "note"), fitting(TENURE, "tenure", "note", "权属"),
    ),
    Spread(
        headers("联系人") + CONTACTS, ("contact_person_id", "contact_phone", "note"),
        contact("contact_person_id", "contact_phone", "contact_phone", "note"),
    ),
    Spread(PHONES, ("contact_phone", "note"), phones("contact_phone", "contact_phone", "note")),
    *in_note(
        {
            "产业链": CHAINS,
            "产权单位": "产权单位|权属单位|业主|业主单位|土地使用权人|土地权利人|使用权人|产权人|运营单位|权属人",
            "现状": "现状|土地现状|现状情况|地块现状|场地现状|利用现状|当前用途|现状用途",
            "栋数": "标准厂房(栋)|办公楼宇(栋)|厂房栋数|楼栋|栋数|楼栋号|办公楼宇|标准厂房",
            "入驻企业": "入驻企业|入驻企业数|已入驻企业|意向企业|在谈企业|承租企业|使用单位",
            "简介": (
                "简介|地块简介|园区简介|厂房简介|基本情况|地块情况|概况|优势|周边情况|交通条件|交通情况|区位优势|"
                "交通区位"
            ),
            "上市时间": "预计上市时间|上市时间|拟出让时间|挂牌时间|预计出让时间|计划出让时间|预计挂牌时间",
            "征拆情况": "征拆情况|征地情况|拆迁情况|征收情况|报批情况|土地报批情况",
            "结构": "结构|建筑结构|厂房结构|结构形式", "建成时间": "建成时间|竣工时间|建成年份|建设时间",
            "收费": "物业费|物管费|水价|电价|气价|水电气价格", "租期": "租期|租赁期限|起租期",
            "出让方式": "出让方式|供地方式|供应方式|招商方式|合作方式",
        },
        "note",
    ),
)
