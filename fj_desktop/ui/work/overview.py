"""The year in three charts: the funnel, targets against results, the offices side by side."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from fj_desktop.services.dispatch.sections import Dispatch
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.bars import Bar, Bars
from fj_desktop.ui.widgets.looks import wear

_YI = Decimal(10_000)
_ONWARD = 5


class Overview(QScrollArea):
    """Shows the figures of a year's dispatch."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._funnel = Bars(theme, "项目漏斗", "chart.funnel")
        self._chains = Bars(theme, "产业链签约：实绩与目标", "chart.chains")
        self._offices = Bars(theme, "各办事处本年", "chart.offices")
        inside = QWidget()
        wear(inside, "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for one in (self._funnel, self._chains, self._offices):
            column.addWidget(one)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_year(self, made: Dispatch) -> None:
        """Show a year's figures."""
        sections = {one.code: one for one in made.sections}
        funnel = [dict(zip(("stage", "count", "wan"), row, strict=True)) for row in sections["funnel"].rows[:_ONWARD]]
        self._funnel.show_bars(_scaled([(one["stage"], one["count"], one["wan"]) for one in funnel]))
        keys = [one.key for one in sections["chains"].heads]
        chains = [dict(zip(keys, row, strict=True)) for row in sections["chains"].rows]
        there = [one for one in chains if one["signed_wan"] or one["signed_wan_target"]]
        most = max((max(one["signed_wan"], one["signed_wan_target"]) for one in there), default=Decimal(0))
        self._chains.show_bars(
            [_chain_bar(one, most) for one in there], "竖线为年度目标" if there else "今年还没有签约"
        )
        keys = [one.key for one in sections["offices"].heads]
        offices = [dict(zip(keys, row, strict=True)) for row in sections["offices"].rows]
        self._offices.show_bars([_office_bar(one, offices) for one in offices], "首报线索 / 新签约 / 签约额")


def _scaled(rows: list[tuple[str, int, Decimal]]) -> list[Bar]:
    most = max((count for _, count, _ in rows), default=0)
    return [Bar(name, f"{count} 个  {_money(wan)}", count / most if most else 0.0) for name, count, wan in rows]


def _chain_bar(one: dict[str, Any], most: Decimal) -> Bar:
    target = one["signed_wan_target"]
    figure = f"{_money(one['signed_wan'])} / {_money(target)}" if target else _money(one["signed_wan"])
    reached = not target or one["signed_wan"] >= target
    mark = float(target / most) if target and most else None
    return Bar(
        one["chain"], figure, float(one["signed_wan"] / most) if most else 0.0, mark, "primary" if reached else "accent"
    )


def _office_bar(one: dict[str, Any], rows: list[dict[str, Any]]) -> Bar:
    most = max(row["leads"] for row in rows)
    figure = f"{one['leads']} / {one['signed']} / {_money(one['signed_wan'])}"
    return Bar(one["office"], figure, one["leads"] / most if most else 0.0)


def _money(wan: Decimal) -> str:
    """万元, or 亿元 from ten thousand on."""
    if wan >= _YI:
        return f"{(wan / _YI).quantize(Decimal('0.01')):f}亿元"
    return f"{wan.quantize(Decimal(1)):f}万元"
