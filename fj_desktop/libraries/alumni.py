"""高校校友资源库 (notice 2025-18): TODO."""

from fj_desktop.core.field import Record, field
from fj_desktop.core.kinds import Choice, Link, MultiChoice, Ref, Text, Year


class Alumnus(Record):
    """TODO."""

    table = "lib_alumni"
    library = "alumni"
    title = "高校校友资源库"
    naming = ("person_name", "person_mobile")
    keys = ("person_mobile", "person_name")

    person_id = field("人员", Link("person", "person_"), needed="save", sensitivity="S1", fair="mask")
    school = field("毕业院校", Text(100), needed="complete", sensitivity="S1", fair="show")
    campus_kind = field("院校类别", Choice("在渝高校", "985", "211", "双一流", "行业院校", "职业院校", "海外高校", "奉节籍学子"), sensitivity="S1", fair="show")
    college = field("院系", Text(100), sensitivity="S1")
    major = field("专业", Text(100), sensitivity="S1")
    degree = field("学历", Choice("专科", "本科", "硕士", "博士", "博士后", "其他"), sensitivity="S1")
    enroll_year = field("入学年份", Year(), sensitivity="S1")
    grad_year = field("毕业年份", Year(), sensitivity="S1")  # >= enroll_year
    alumni_org = field("校友会名称", Text(100), sensitivity="S0", fair="show")
    alumni_post = field("校友会职务", Text(80), sensitivity="S1")
    research_field = field("研究/从业领域", Text(200), sensitivity="S1", fair="show")
    tech_results = field("可转化成果", Text(2000, lines=4), sensitivity="S2")
    chain_id = field("匹配产业链", Ref("chain"), sensitivity="S0", fair="show")
    help_kind = field("可提供帮助", MultiChoice("引荐企业", "技术合作", "人才引进", "融资", "宣传", "捐资助学"), sensitivity="S1")
