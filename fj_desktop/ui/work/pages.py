"""Which pages of work there are, each made when first shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from fj_desktop.services.desk import Desk
from fj_desktop.ui.asking import Asking
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.work.page import PageKind, WorkPage

PAGES = (
    PageKind("today", "今日工作", "逾期、到期、超过时限和停滞的事项，和今年的概况", "home", "Alt+1"),
    PageKind("weekly", "周收集", "每周每个项目一行，从上周接着填，审核后导出周报", "calendar", "Alt+2"),
    PageKind("dispatch", "调度", "周收集、月调度、季会商和年度，全部由记录算出", "dispatch", "Alt+3"),
    PageKind("chain-map", "产业链图谱", "上中下游和配套的环节、本地企业、缺口、目标企业和项目", "chain", "Alt+4"),
    PageKind("duties", "职责", "通知的 25 项条款由谁牵头、谁负责，我的单位排在最前", "unit", "Alt+5"),
)  # fmt: skip
"""In the order they stand on the left, above the libraries."""


class WorkPages:
    """The pages of one desk by name."""

    def __init__(
        self, desk: Desk, theme: Theme, asking: Asking, stack: QStackedWidget, joined: Callable[[WorkPage], None]
    ) -> None:
        """``stack`` takes in the pages that are made; ``joined`` connects one with the window around it."""
        self._around = (desk, theme, asking)
        self._stack, self._joined = stack, joined
        self._made: dict[str, WorkPage] = {}

    def __contains__(self, name: object) -> bool:
        return any(one.library == name for one in PAGES)

    def page(self, name: str) -> WorkPage:
        """A page, made when first asked for."""
        if name not in self._made:
            self._made[name] = _make(name, *self._around)
            self._joined(self._made[name])
            self._stack.addWidget(self._made[name])
        return self._made[name]

    def heard(self, table: str) -> None:
        """Records of a table changed."""
        for page in self._made.values():
            page.heard(table)


def _make(name: str, desk: Desk, theme: Theme, asking: Asking) -> WorkPage:
    from fj_desktop.ui.work.chain_page import ChainPage
    from fj_desktop.ui.work.dispatch_page import DispatchPage
    from fj_desktop.ui.work.duties_page import DutiesPage
    from fj_desktop.ui.work.today_page import TodayPage
    from fj_desktop.ui.work.week_page import WeekPage

    makers: dict[str, Callable[[Desk, Theme, Asking], WorkPage]] = {
        "chain-map": ChainPage,
        "today": TodayPage,
        "weekly": WeekPage,
        "dispatch": DispatchPage,
        "duties": DutiesPage,
    }
    return makers[name](desk, theme, asking)
