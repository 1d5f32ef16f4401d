"""Closed lists of projects, with the words ledgers say for them."""

from fj_desktop.core.kinds import Choice, MultiChoice
from fj_desktop.core.splitting.words import said

# Lists are read as lists; ruff would give each word a line.
# fmt: off
STAGE = Choice("线索", "洽谈", "签约", "开工", "投产", "退出")
"""The stages in their order (notice 2025-18, clause 3.2: 洽谈、签约、开工、投产全过程跟踪)."""

HEALTH = Choice("正常", "预警", "滞后", "停滞", "整改")
OUTCOME = Choice("推进中", "流失", "退库", "清退", "办结")
EFFECT = Choice("强链", "补链", "延链", "建链")
OBJECTS = MultiChoice("重点区域", "重点行业", "重点项目")
LIKELIHOOD = Choice("高", "中", "低", also=said({"高": "大|较大", "中": "一般", "低": "小|较小"}))
CAPITAL = Choice(
    "内资市内", "内资市外", "外资", "港澳台资",
    also=said({
        "内资市外": "内资|市外|市外内资", "内资市内": "市内|市内内资", "外资": "外商", "港澳台资": "港资|台资|港澳台",
    }),
)
SOURCE = Choice(
    "驻点走访", "展会", "以商招商", "商会", "校友", "乡情", "中介", "基金", "领导带队", "政策咨询", "机会清单",
    "场景清单", "上级推送", "网络",
    also=said({
        "驻点走访": "驻点招商|驻点|上门招商|小分队招商|走访", "展会": "活动招商|会展|展会招商|节会招商|推介会",
        "以商招商": "以商引商", "商会": "商会招商|协会|商会推荐|平台招商", "校友": "校友招商",
        "乡情": "乡情招商|乡贤招商|乡贤|亲情招商", "中介": "中介招商|委托招商", "基金": "基金招商|资本招商",
        "领导带队": "领导招商|高位招商", "上级推送": "上级交办|市级推送", "网络": "网上招商|线上",
    }),
)
ENV_CATEGORY = Choice("报告书", "报告表", "登记表", "豁免", "待定")
EXIT_WAY = Choice("约谈", "协议终止", "法律途径", "自然流失")
