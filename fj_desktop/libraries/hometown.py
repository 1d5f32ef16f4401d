"""乡情资源库: people from Fengjie who live elsewhere (notice 2025-18, mechanism five, item one; clause 1.3)."""

from fj_desktop.core.field import Record, Spread, field
from fj_desktop.core.kinds import Choice, Day, Link, Ref, Text, Year
from fj_desktop.core.splitting import fitting
from fj_desktop.core.splitting.columns import TRADES, WARES, in_note, person_columns
from fj_desktop.core.splitting.words import headers, said

# A table: one field, its facts, then the other headers it has in ledgers; ruff would give each fact a line.
# fmt: off
_RETURN = Choice(
    "无", "观望", "有意向", "已返乡",
    also=said({
        "无": "无意向|没有|暂无|暂无意向|否|不愿意", "观望": "了解中|考虑中|待定|不确定",
        "有意向": "有|是|意向|愿意|强烈|意向强烈|有返乡意向", "已返乡": "已回乡|返乡|已返乡创业",
    }),
)
_RETURN_KIND = Choice(
    "创业人才回引", "技能人才回归", "高校毕业生回乡", "投资办厂", "公益",
    also=said({
        "创业人才回引": "返乡创业|创业|回乡创业", "技能人才回归": "技能|就业|返乡就业",
        "高校毕业生回乡": "毕业生回乡|大学生回乡", "投资办厂": "投资|办厂|返乡投资",
        "公益": "捐赠|捐资|公益捐赠|捐资助学",
    }),
)


class Townsman(Record):
    """One person in the role of somebody from the county."""

    table = "lib_hometown"
    library = "hometown"
    title = "乡情资源库"
    shelf = "八库"
    clause = "5.1"
    purpose = "奉节籍在外人士在哪里、愿不愿意回来"
    icon = "home"
    naming = ("person_name", "person_mobile")
    keys = ("person_mobile", "person_name")
    spreads = (
        *person_columns(town="hometown_town", village="hometown_village"),
        *in_note(
            {
                "从事行业": TRADES + WARES + headers("从事职业|职业|从业情况|经营情况|企业规模"),
                "所属商会": "所属商会/同乡会|所属商会|所属同乡会|商会/同乡会|同乡会|商会|所在商会",
                "对接情况": (
                    "对接情况|联系情况|走访情况|工作开展情况|跟进情况|进展情况|拟投资项目|意向项目|投资意向|合作意向|"
                    "可提供资源|帮扶意向|乡情联络情况"
                ),
            },
            "person_note",
        ),
        Spread(
            headers(
                "返乡意向|返乡意愿|回乡意向|回乡意愿|返乡投资意向|返乡创业意愿|返乡创业意向|是否有返乡意愿|"
                "是否有返乡意向|回归意愿|回引意向"
            ),
            ("return_intent", "person_note"), fitting(_RETURN, "return_intent", "person_note", "返乡意向"),
        ),
        Spread(
            headers("返乡方式|回乡方式|回归方式|返乡意向方式|返乡类型|回引方式"), ("return_kind", "person_note"),
            fitting(_RETURN_KIND, "return_kind", "person_note", "返乡方式"),
        ),
    )

    person_id = field(
        "人员",
        Link("person", "person_", without=("native_town",), table=("name", "org_name", "title", "mobile", "city")),
        needed="save", sensitivity="S1", fair="mask",
    )
    hometown_town = field(
        "祖籍乡镇街道", Ref("town"), en="Town of origin", needed="complete", sensitivity="S1", in_table=True,
        group="乡情", note="限奉节县的乡镇和街道",
        also=headers(
            "祖籍乡镇|祖籍乡镇(街道)|籍贯乡镇|户籍乡镇|所属乡镇|乡镇街道|乡镇(街道)|乡镇|镇街|家乡乡镇|所在乡镇|"
            "原籍乡镇|街道|属地|上报乡镇|填报乡镇"
        ),
    )
    hometown_village = field(
        "祖籍村(社区)", Text(80), en="Village of origin", sensitivity="S2", group="乡情",
        also=headers("祖籍村|祖籍村社区|村(社区)|村社区|村/社区|村社|村|村居|籍贯村|户籍村|所属村|社区|所在村|村组"),
    )
    person_kind = field(
        "人员类别",
        Choice(
            "党政", "企业经营管理", "专业技术", "高技能", "社会工作", "高学历", "务工创业",
            also=said({
                "党政": "党政干部|党政人才|党政机关|公务员|领导干部",
                "企业经营管理": "企业家|企业经营管理人才|企业管理|经营管理|经商|经商办企业|企业主",
                "专业技术": "专业技术人才|专家学者|专技人才", "高技能": "高技能人才|技能人才",
                "社会工作": "社会工作人才|社工", "高学历": "高学历人才|博士|硕士|大学生",
                "务工创业": "务工|务工人员|外出务工|创业|创业人员|务工创业人员|农民工",
            }),
        ),
        en="Kind of person", needed="complete", sensitivity="S1", in_table=True, group="乡情",
        also=headers("类别|人才类别|人员类型|人才类型|身份类别|从业类别|类型|人员分类"),
    )
    left_year = field(
        "外出年份", Year(), en="Left in", sensitivity="S1", group="乡情",
        also=headers("外出时间|离乡时间|离乡年份|外出务工时间|外出创业时间"),
    )
    return_intent = field(
        "返乡意向", _RETURN, en="Wish to return", needed="complete", sensitivity="S2", in_table=True, group="返乡",
    )
    return_kind = field(
        "返乡方式", _RETURN_KIND, en="Way of return", sensitivity="S1", in_table=True, group="返乡",
        note="条款 1.3 三类回引，另加投资办厂和公益",
    )
    family_contact = field(
        "本地亲属联系", Text(100), en="Family contact", sensitivity="S3", group="返乡",
        note="非必要不收集；只对指定人员可见",
        also=headers(
            "家乡联系人|本地亲属|亲属联系方式|家乡联系人及电话|家属联系方式|亲属姓名及电话|家庭联系人|家庭联系人及电话|本地联系人|"
            "家人联系方式"
        ),
    )
    visited_on = field(
        "最近走访慰问", Day(), en="Last visited", sensitivity="S1", group="返乡",
        also=headers("走访慰问时间|最近走访|最近走访时间|走访时间|走访日期|慰问时间|慰问日期"),
    )
