"""The command line: every job also runs without a window; no subcommand opens the window.

Exit codes: 0 done, 1 refused input, 2 usage, 3 locked or wrong passphrase, 4 damaged store.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from fj_desktop import __version__
from fj_desktop.arguments import Commands, add_chains, add_dispatch, add_projects, add_queue, add_team, count, shared
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile, default_profile
from fj_desktop.store.hardening import harden_process
from fj_desktop.usage import Parser


def parser() -> argparse.ArgumentParser:
    """All commands and their arguments."""
    top = Parser(prog="fj-desktop", description="奉节招商工作台：不带命令时打开窗口。")
    top.add_argument("--version", action="version", version=f"fj-desktop {__version__}")
    top.add_argument("--profile", type=Path, help="台账所在文件夹（默认在本机应用数据目录）")
    top.add_argument("--passphrase-file", type=Path, help="口令文件（第一行）；也可用环境变量 FJ_PASSPHRASE")
    commands = top.add_subparsers(dest="command", metavar="命令")
    _add_founding(commands)
    _add_records(commands)
    _add_files(commands)
    _add_attachments(commands)
    _add_duplicates(commands)
    _add_reference(commands)
    add_projects(commands)
    add_dispatch(commands)
    add_queue(commands)
    add_chains(commands)
    add_team(commands)
    _add_rest(commands)
    _add_personal(commands)
    return top


def _add_founding(commands: Commands) -> None:
    init = commands.add_parser("init", parents=[shared()], help="新建加密台账")
    init.add_argument("--office", required=True, help="办事处：HQ YRD GBA JJJ CEN 或中文名")
    init.add_argument("--person", required=True, help="姓名")
    init.add_argument("--recovery-out", type=Path, help="把恢复码写入此文件（.pdf 为可打印的一页）；不给则显示在屏幕上")
    init.add_argument("--no-keyring", action="store_true", help="不使用系统钥匙串")
    change = commands.add_parser("passphrase", parents=[shared()], help="更换口令")
    change.add_argument("--new-passphrase-file", type=Path, required=True, help="新口令文件（第一行）")
    change.add_argument("--recovery-file", type=Path, help="用恢复码文件解锁（忘记口令时）")


def _add_records(commands: Commands) -> None:
    add = commands.add_parser("add", parents=[shared()], help="新增一条记录")
    add.add_argument("library")
    add.add_argument("values", nargs="+", metavar="字段=值")
    add.add_argument("--json", action="store_true")
    change = commands.add_parser("set", parents=[shared()], help="修改一条记录")
    change.add_argument("library")
    change.add_argument("id")
    change.add_argument("values", nargs="+", metavar="字段=值")
    bulk = commands.add_parser("bulk", parents=[shared()], help="一次修改许多记录的同一字段")
    bulk.add_argument("library")
    bulk.add_argument("--set", nargs="+", required=True, metavar="字段=值", help="新值；字段= 为清空")
    bulk.add_argument("--where", nargs="+", metavar="字段=值", help="只改符合的；字段= 为未填写的")
    bulk.add_argument("--text", help="只改能用这些字查到的")
    bulk.add_argument("--all", action="store_true", help="改全部记录")
    bulk.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    bulk.add_argument("--json", action="store_true")
    delete = commands.add_parser("delete", parents=[shared()], help="删除（可恢复）")
    delete.add_argument("library")
    delete.add_argument("id", nargs="+")
    restore = commands.add_parser("restore", parents=[shared()], help="恢复已删除的记录，或把台账恢复到一份备份")
    restore.add_argument("what", metavar="库 | 备份", help="库名；或备份的名称、序号、文件，newest 为最新一份")
    restore.add_argument("id", nargs="*", help="要恢复的记录；恢复备份时不给")
    restore.add_argument("--yes", action="store_true", help="恢复备份时不再询问")
    salvage = commands.add_parser("salvage", parents=[shared()], help="台账损坏又没有备份时，抢救还读得出的内容")
    salvage.add_argument("--yes", action="store_true", help="不再询问")
    listing = commands.add_parser("list", parents=[shared()], help="列出一个库")
    listing.add_argument("library")
    listing.add_argument("--limit", type=count, metavar="N", help="最多列出几条")
    listing.add_argument("--deleted", action="store_true", help="列出已删除的记录")
    listing.add_argument("--view", metavar="名称", help="按保存的视图列出")
    views = commands.add_parser("views", parents=[shared()], help="列出一个库保存的视图")
    views.add_argument("library")
    views.add_argument("--json", action="store_true")
    show = commands.add_parser("show", parents=[shared()], help="显示一条记录")
    show.add_argument("library")
    show.add_argument("id")
    for one in (listing, show):
        one.add_argument("--json", action="store_true")
        one.add_argument("--reveal", action="store_true", help="显示被遮盖的内容（会留下记录）")


def _add_files(commands: Commands) -> None:
    bring = commands.add_parser("import", parents=[shared()], help="导入 .xlsx .xls .ods .csv .vcf")
    bring.add_argument("library")
    bring.add_argument("file", type=Path)
    bring.add_argument("--sheet", help="工作表名称或序号（从 1 起）")
    bring.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    bring.add_argument("--errors", type=Path, metavar="OUT.xlsx", help="把被退回的行写入此表，末列为原因")
    bring.add_argument(
        "--on-duplicate", choices=("update", "new", "skip"), default="update", help="遇到重复：只补空白、另建、跳过"
    )
    bring.add_argument("--blank-bad-cells", action="store_true", help="有错的单元格留空，其余照收")
    bring.add_argument("--fresh-mapping", action="store_true", help="不沿用上次的列对应，重新识别")
    bring.add_argument("--json", action="store_true")
    out = commands.add_parser("export", parents=[shared()], help="导出为 .xlsx .csv .pdf")
    out.add_argument("library")
    out.add_argument("out", type=Path)
    out.add_argument("--view", metavar="名称", help="按保存的视图导出")
    out.add_argument("--reveal", action="store_true", help="导出被遮盖的内容（会留下记录）")
    out.add_argument("--purpose", default="", metavar="用途", help="带出 50 名以上联系人的完整联系方式时必填")
    blank = commands.add_parser("template", parents=[shared()], help="空白导入模板")
    blank.add_argument("library")
    blank.add_argument("out", type=Path)
    past = commands.add_parser("imports", parents=[shared()], help="过往导入：时间、文件、条数，是否已收回")
    past.add_argument("--json", action="store_true")
    undo = commands.add_parser("undo-import", parents=[shared()], help="撤销一次导入")
    undo.add_argument("batch")
    undo.add_argument("--json", action="store_true")


def _add_attachments(commands: Commands) -> None:
    attach = commands.add_parser("attach", parents=[shared()], help="给一条记录添加附件（文件或文件夹）")
    attach.add_argument("library")
    attach.add_argument("id")
    attach.add_argument("file", type=Path, nargs="+")
    attach.add_argument("--as", dest="field", metavar="字段", help="同时填入这个文件字段，例如 --as minutes_id")
    listing = commands.add_parser("attachments", parents=[shared()], help="列出一条记录的附件")
    listing.add_argument("library")
    listing.add_argument("id")
    listing.add_argument("--deleted", action="store_true", help="列出已移除的附件")
    for one in (attach, listing):
        one.add_argument("--json", action="store_true")
    save = commands.add_parser("attachment-save", parents=[shared()], help="另存一个附件（会留下记录）")
    save.add_argument("id")
    save.add_argument("out", type=Path)
    detach = commands.add_parser("detach", parents=[shared()], help="移除附件（可撤销）")
    detach.add_argument("id", nargs="+")


def _add_duplicates(commands: Commands) -> None:
    merge = commands.add_parser("merge", parents=[shared()], help="把两条重复的记录合并为一条（可撤销）")
    merge.add_argument("library")
    merge.add_argument("keep", metavar="保留的编号")
    merge.add_argument("other", metavar="并入的编号")
    merge.add_argument("--take", nargs="+", metavar="字段", help="这些字段取并入那一条的值")
    listing = commands.add_parser("duplicates", parents=[shared()], help="查重：列出一个库里相似的记录")
    listing.add_argument("library")
    listing.add_argument("--limit", type=int, default=200, help="最多列出多少对（默认 200）")
    listing.add_argument("--json", action="store_true")
    listing.add_argument("--merge-sure", action="store_true", help="合并所有确定重复的记录（一步，可撤销）")
    apart = commands.add_parser("not-same", parents=[shared()], help="记下两条记录不是同一个，查重不再提示")
    apart.add_argument("library")
    apart.add_argument("first", metavar="编号")
    apart.add_argument("second", metavar="另一个编号")


def _add_reference(commands: Commands) -> None:
    words = "参考表（行政区划、行业等）：列出、换成文件、恢复随附"
    tables = commands.add_parser("reference", parents=[shared()], help=words)
    tables.add_argument("act", choices=("list", "replace", "reset"), metavar="list | replace | reset")
    tables.add_argument("table", nargs="?", metavar="表")
    tables.add_argument("file", nargs="?", type=Path, metavar="文件.csv")
    tables.add_argument("--yes", action="store_true", help="有记录用到新表没有的代码时也换")
    tables.add_argument("--json", action="store_true")


def _add_rest(commands: Commands) -> None:
    capture = commands.add_parser("capture", parents=[shared()], help="速记：一句话、聊天、名片或名单存为线索")
    capture.add_argument("text", nargs="*", metavar="内容")
    capture.add_argument("--file", type=Path, help="从文本文件读取；- 为标准输入")
    capture.add_argument("--library", default="entrepreneurs", help="存入哪个库（默认 entrepreneurs）")
    capture.add_argument("--dry-run", action="store_true", help="只显示将要存入的内容，不写入")
    capture.add_argument("--json", action="store_true")
    history = commands.add_parser("history", parents=[shared()], help="一条记录的改动历史")
    history.add_argument("library")
    history.add_argument("id")
    history.add_argument("--json", action="store_true")
    audit = commands.add_parser("audit", parents=[shared()], help="操作记录：谁在何时改了、看了、导出了什么")
    audit.add_argument("--since", metavar="日期", help="从哪天起")
    audit.add_argument("--until", metavar="日期", help="到哪天止")
    audit.add_argument("--library", help="只看一个库")
    audit.add_argument("--text", help="只看涉及哪些记录，按名称等查找")
    audit.add_argument("--limit", type=count, metavar="N", default=200, help="最多列出几条（默认 200）")
    audit.add_argument("--json", action="store_true")
    commands.add_parser("undo", parents=[shared()], help="撤销最近一次操作")
    commands.add_parser("redo", parents=[shared()], help="重做刚才撤销的操作")
    find = commands.add_parser("search", parents=[shared()], help="在所有库中查找")
    find.add_argument("text")
    find.add_argument("--json", action="store_true")
    backup = commands.add_parser("backup", parents=[shared()], help="立即备份")
    backup.add_argument("--to", type=Path, metavar="文件夹", help="同时另存到别的磁盘")
    backups = commands.add_parser("backups", parents=[shared()], help="列出备份")
    backups.add_argument("--json", action="store_true")
    commands.add_parser("check", parents=[shared()], help="检查台账是否完好")
    commands.add_parser("take-over", parents=[shared()], help="确认另一台电脑已不再使用本台账后，由本机接管")
    screens = commands.add_parser("screens", parents=[shared()], help="把演示台账的每个界面存成图片")
    screens.add_argument("out", type=Path)
    screens.add_argument("--size", default="1366x768")
    screens.add_argument("--dark", action="store_true")
    demo = commands.add_parser("demo", parents=[shared()], help="打开演示台账")
    demo.set_defaults(command="demo")


def _add_personal(commands: Commands) -> None:
    out = commands.add_parser("person-export", parents=[shared()], help="导出一个人的全部信息（供本人查阅）")
    out.add_argument("id")
    out.add_argument("out", type=Path)
    erase = commands.add_parser("person-erase", parents=[shared()], help="按本人要求清空其全部信息，不能撤销")
    erase.add_argument("id")
    erase.add_argument("--reason", default="", metavar="依据", help="例如：本人 11 月 20 日书面要求")
    erase.add_argument("--yes", action="store_true", help="确认")
    erase.add_argument("--json", action="store_true")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window; returns the exit code."""
    harden_process()
    given_words = list(sys.argv[1:] if arguments is None else arguments)
    if given_words[:1] == ["read-file-from-outside"]:
        # A frozen build has no Python to start the reading worker with: it starts itself.
        from fj_desktop.exchange.reading import worker

        return worker.main(*given_words[1:2])
    if given_words[:1] == ["look-at-file-from-outside"]:
        from fj_desktop.exchange.looking import worker as looking_worker

        return looking_worker.main(*given_words[1:])
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    given = parser().parse_args(given_words)
    profile = Profile(given.profile.expanduser().absolute()) if given.profile else default_profile()
    if given.command is None or given.command == "demo":
        from fj_desktop.app import open_window

        return open_window(profile, demo=given.command == "demo")
    from fj_desktop.commands import run

    try:
        code = run(given, profile)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader (head, less) has enough; nothing is left to say, not even at the interpreter's end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except UserError as error:
        print(error.text, file=sys.stderr)
        return error.exit_code


if __name__ == "__main__":
    raise SystemExit(main())
