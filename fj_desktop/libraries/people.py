"""人员总库 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Email, IdNumber, Mobile, Phone, Ref, Region, Tags, Text, YearMonth


class Person(Record):
    """TODO."""

    table = "person"
    library = "people"
    title = "人员总库"

    name = field("姓名", Text(50), needed="save", sensitivity="S1", fair="mask")  # name or mobile
    gender = field("性别", Choice("男", "女", "未说明"), sensitivity="S1")
    birth_ym = field("出生年月", YearMonth(), sensitivity="S2")
    native_place = field("籍贯", Region(), sensitivity="S1")
    native_town = field("祖籍乡镇(街道)", Ref("town"), sensitivity="S1")  # 链接到奉节乡镇
    company_id = field("所在企业", Ref("company"), sensitivity="S1", fair="mask")
    org_name = field("工作单位", Text(200), sensitivity="S1", fair="mask")
    title_ = field("职务", Text(80), sensitivity="S1", fair="mask")
    city = field("现居城市", Region(), sensitivity="S1")
    region = field("所属重点区域", Choice("长三角", "粤港澳大湾区", "京津冀", "中部地区", "重庆市内", "其他省市", "境外"), needed="complete", sensitivity="S1")  # default: own office region
    mobile = field("手机", Mobile(), sensitivity="S2")  # 1[3-9]\d{9} or +country
    phone = field("固定电话", Phone(), sensitivity="S1")
    wechat = field("微信", Text(50), sensitivity="S2")
    email = field("邮箱", Email(), sensitivity="S2")
    id_no = field("身份证号", IdNumber(), sensitivity="S3")  # GB 11643 checksum; default off; only if a unit needs it; never in sync to fairs
    home_address = field("家庭住址", Text(200), sensitivity="S3")  # default off
    political_org = field("政协/人大/商会任职", Text(200), sensitivity="S2")
    influence = field("影响力等级", Choice("A", "B", "C"), sensitivity="S1")
    relation_owner_id = field("对接人", Ref("staff"), needed="complete", sensitivity="S1")  # default: me
    last_contact_on = field("最近联系", Day(), sensitivity="S1")  # stored when a ledger supplies it; shown as the latest of it and the visits
    next_contact_on = field("下次联系", Day(), sensitivity="S1")
    consent_status = field("个人信息处理依据", Choice("本人同意", "履行法定职责", "公开信息", "待取得"), needed="complete", sensitivity="S1")  # default: 待取得
    consent_on = field("取得日期", Day(), sensitivity="S1")
    source = field("来源", Choice("名片", "展会", "商会推荐", "乡镇摸排", "校友会", "亲友介绍", "公开信息", "导入", "驻点走访", "微信", "企业来电"), needed="complete", sensitivity="S1")  # default: last used
    tags = field("标签", Tags(), sensitivity="S1")
    note = field("备注", Text(2000, lines=4), sensitivity="S2")
