"""A key in the command palette over a large store: ranking the commands and finding records."""

import time
from statistics import median

from fj_desktop.core.ranking import Worded
from fj_desktop.libraries import CATALOG
from fj_desktop.services.capturing import DEFAULT, Entry
from tests.benchmark.board import Board, percentile
from tests.benchmark.conftest import ROWS, Imported

_BUDGET_S = 0.050
_TYPED = [
    "q",
    "qy",
    "qyj",
    "重",
    "重庆",
    "重庆机械",
    "ch",
    "chongq",
    "chongqing",
    "jixie",
    "ji",
    "zhang",
    "有限公司",
    "gs",
    "1",
    "138",
    "没有",
]
_SIZE = f"{ROWS:,} records"


def test_a_key_in_the_palette_is_answered_at_once(board: Board, large_desk: Imported) -> None:
    words = [f"{verb}{one.title}" for one in CATALOG for verb in ("打开", "新增")] + [
        "撤销",
        "重做",
        "设置",
        "导出 Excel",
    ]
    commands = [Worded(one) for one in words]
    for one in commands:
        one.fits("qyj")
    took: dict[str, float] = {}
    for typed in _TYPED:
        rounds = []
        for _ in range(3):
            started = time.perf_counter()
            for one in commands:
                one.fits(typed)
            large_desk.desk.jumps.find(typed)
            rounds.append(time.perf_counter() - started)
        took[typed] = median(rounds)
    slowest = max(took, key=lambda one: took[one])
    worst, usual = took[slowest], percentile(list(took.values()), 0.5)
    board.ratio("a key in the palette, slowest query", "50 ms", worst, _BUDGET_S, size=_SIZE, gate=1.0, aim=0.5)
    board.remark(
        f"palette: slowest for “{slowest}”, median of all queries {usual * 1e3:.1f} ms; runs off the window's thread"
    )


def test_five_leads_are_read_and_looked_up_at_once(board: Board, large_desk: Imported) -> None:
    service = large_desk.desk.capturing
    text = "\n".join(f"{at}. 张三{'一二三四五'[at]} 1380013800{at} 某某光学{at} 想看地" for at in range(5))
    service.read(text)
    started = time.perf_counter()
    service.plan([Entry(lead, CATALOG[DEFAULT]) for lead in service.read(text)])
    board.ratio("five leads read and looked up", "100 ms", time.perf_counter() - started, 0.1, size=_SIZE, gate=1.0)
