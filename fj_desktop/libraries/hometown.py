"""乡情资源库 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Day, Link, Ref, Text, Year


class Townsman(Record):
    """TODO."""

    table = "lib_hometown"
    library = "hometown"
    title = "乡情资源库"
    naming = ("person_name", "person_mobile")
    keys = ("person_mobile", "person_name")

    person_id = field("人员", Link("person", "person_"), needed="save", sensitivity="S1", fair="mask")
    hometown_town = field("祖籍乡镇街道", Ref("town"), needed="complete", sensitivity="S1")
    hometown_village = field("祖籍村(社区)", Text(80), sensitivity="S2")
    person_kind = field("人员类别", Choice("党政", "企业经营管理", "专业技术", "高技能", "社会工作", "高学历", "务工创业"), needed="complete", sensitivity="S1")
    left_year = field("外出年份", Year(), sensitivity="S1")
    return_intent = field("返乡意向", Choice("无", "观望", "有意向", "已返乡"), needed="complete", sensitivity="S2")
    return_kind = field("返乡方式", Choice("创业人才回引", "技能人才回归", "高校毕业生回乡", "投资办厂", "公益"), sensitivity="S1")
    family_contact = field("本地亲属联系", Text(100), sensitivity="S3")  # default off
    visited_on = field("最近走访慰问", Day(), sensitivity="S1")
