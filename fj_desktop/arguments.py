"""What stands behind the commands of project tracking on the command line, and what all commands share."""

import argparse
from pathlib import Path
from typing import TypeAlias

from fj_desktop.usage import Parser

Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def shared() -> Parser:
    """Options that may stand behind the command as well as before it."""
    shared = Parser(add_help=False)
    shared.add_argument("--profile", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    shared.add_argument("--passphrase-file", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return shared


def count(text: str) -> int:
    """How many, from one up."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("应为 1 以上的整数")
    return int(text)


def add_dispatch(commands: Commands) -> None:
    """The week, month, quarter and year of dispatch."""
    made = commands.add_parser("dispatch", parents=[shared()], help="调度：周收集、月调度、季会商、年度，由记录算出")
    made.add_argument("kind", choices=("week", "month", "quarter", "year"), metavar="week | month | quarter | year")
    made.add_argument("--period", metavar="期间", help="如 2026-W47、2026-11、2026-Q4、2026（默认本期）")
    made.add_argument("--as-of", metavar="日期", help="按哪一天计算（默认今天）")
    made.add_argument("--out", type=Path, metavar="文件.xlsx | 文件.pdf", help="存为工作簿，或可打印的 PDF")
    made.add_argument("--json", action="store_true")


def add_queue(commands: Commands) -> None:
    """What waits today."""
    waiting = commands.add_parser("queue", parents=[shared()], help="今日工作：逾期、到期、停滞，可存为日历")
    waiting.add_argument("--mine", action="store_true", help="只列我和我单位的")
    waiting.add_argument("--as-of", metavar="日期", help="按哪一天判断（默认今天）")
    waiting.add_argument("--ics", type=Path, metavar="文件.ics", help="存为日历文件")
    waiting.add_argument("--json", action="store_true")


def add_chains(commands: Commands) -> None:
    """The map of a chain, and what fits whom."""
    out = commands.add_parser("publish", parents=[shared()], help="发布清单：审核通过、资料齐的条目编成新一期并定稿")
    out.add_argument("library", choices=("opportunities", "scenarios"), metavar="opportunities | scenarios")
    out.add_argument("--signer", default="", metavar="签发人")
    out.add_argument("--dry-run", action="store_true", help="只列出可以发布的和缺什么")
    become = commands.add_parser("to-project", parents=[shared()], help="已发布的机会转为项目，两边互相链接")
    become.add_argument("id", metavar="编号")
    match = commands.add_parser(
        "match", parents=[shared()], help="匹配：企业、项目与机会、场景、地块、基金，逐条说明理由"
    )
    match.add_argument("library", metavar="库")
    match.add_argument("id", metavar="编号")
    match.add_argument("--json", action="store_true")
    chain = commands.add_parser("chain-map", parents=[shared()], help="产业链图谱：存为一页 PDF 或图片")
    chain.add_argument("chain", metavar="产业链")
    chain.add_argument("out", metavar="文件.pdf | 文件.png")
    chain.add_argument("--paper", choices=("A3", "A4"), default="A3", help="纸张（默认 A3）")


def add_projects(commands: Commands) -> None:
    """Projects from the first report on."""
    acts = ("list", "show", "check", "move", "approve", "drop", "take-up", "rivals", "checklist")
    project = commands.add_parser(
        "project", parents=[shared()], help="招商项目：列出、查看、关口、转阶段、立项、退库，关口清单存为 PDF"
    )
    project.add_argument("act", choices=acts, metavar=" | ".join(acts))
    project.add_argument("id", nargs="?", metavar="编号")
    project.add_argument("to", nargs="?", metavar="阶段 | 文件.pdf", help="转到的阶段；checklist 时为文件")
    project.add_argument("asked", nargs="?", metavar="清单的阶段", help="checklist 问哪个阶段的关口（默认下一个）")
    project.add_argument("--stage", metavar="阶段", help="只列一个阶段的项目")
    project.add_argument("--on", metavar="日期", help="发生的日期（默认今天）")
    project.add_argument("--as-of", metavar="日期", help="按哪一天判断（默认今天）")
    project.add_argument("--reason", default="", help="退库原因，或越过关口的理由")
    project.add_argument("--override", action="store_true", help="越过关口（只有县中心管理员可以）")
    project.add_argument("--limit", type=count, metavar="N", help="最多列出几个")
    project.add_argument("--reveal", action="store_true", help="显示受保护的内容（会记入操作记录）")
    project.add_argument("--json", action="store_true")


def add_team(commands: Commands) -> None:
    """Papers of one page, evening sheets, handovers."""
    paper = commands.add_parser("print", parents=[shared()], help="一页 A4：企业一页纸、接待单、交接清单、关口清单")
    paper.add_argument("library", metavar="库")
    paper.add_argument("id", metavar="编号")
    paper.add_argument("out", metavar="文件.pdf")
    paper.add_argument("--reveal", action="store_true", help="写出受保护的内容，并留痕")
    paper.add_argument("--as-of", metavar="日期", help="按哪一天（默认今天）")
    settle = commands.add_parser("settle", parents=[shared()], help="行程晚间填报：已填内容或结果的站点各生成一条走访")
    settle.add_argument("id", metavar="行程编号")
    hand = commands.add_parser("hand-over", parents=[shared()], help="执行一条工作交接：移交人名下的项目、联系人、企业")
    hand.add_argument("id", metavar="交接编号")
    hand.add_argument("--dry-run", action="store_true", help="只列出会移交什么")
    duties = commands.add_parser("duties", parents=[shared()], help="职责矩阵：25 项条款由谁牵头、谁负责")
    duties.add_argument("--unit", default="", metavar="单位", help="只列一个单位的条款")
    duties.add_argument("--out", type=Path, metavar="文件.pdf", help="存为 PDF")
    draw = commands.add_parser("draw", parents=[shared()], help="为一次研判随机抽取专家，有利害关系的回避")
    draw.add_argument("id", metavar="研判编号")
    draw.add_argument("count", type=count, metavar="人数")
    sign = commands.add_parser("sign-in", parents=[shared()], help="驻外人员今日签到")
    sign.add_argument("--state", default="", metavar="状态", help="驻点办公、外出招商或回县汇报；不写为驻点办公")
    sign.add_argument("--place", default="", metavar="地点", help="签到地点")
    fill = commands.add_parser("fill-review", parents=[shared()], help="把当年成果填入一条年度效益评估")
    fill.add_argument("id", metavar="评估编号")
