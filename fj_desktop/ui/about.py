"""What this program is: versions of its parts, licences, and a button to copy them for a report."""

import platform
import sys

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fj_desktop import __version__
from fj_desktop.services.versions import store_versions
from fj_desktop.ui.theme import Theme
from fj_desktop.ui.widgets.brand import PRODUCT
from fj_desktop.ui.widgets.looks import button, text

_LICENCES = "本程序以 Apache-2.0 许可发布；界面库 Qt 以 LGPL-3.0 许可使用；字体为思源黑体、思源宋体（SIL OFL 1.1）。"
_ORIGIN = "依据奉节府办发〔2025〕18号《构建招商新格局十项工作机制》编制。不得录入国家秘密和工作秘密。"


def facts() -> dict[str, str]:
    """Versions of the program and its parts."""
    return {
        "程序": __version__,
        **store_versions(),
        "Qt": qVersion(),
        "Python": platform.python_version(),
        "系统": f"{platform.system()} {platform.release()} {platform.machine()} {sys.byteorder}",
    }


class AboutDialog(QDialog):
    """Closes with Esc."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle("关于")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(text(PRODUCT, "heading"))
        column.addWidget(text(_ORIGIN, "muted", wrap=True))
        table = QGridLayout()
        table.setHorizontalSpacing(20)
        table.setVerticalSpacing(6)
        table.setColumnStretch(1, 1)
        for line, (name, value) in enumerate(facts().items()):
            table.addWidget(text(name, "muted"), line, 0)
            table.addWidget(text(value, wrap=True), line, 1)
        column.addLayout(table)
        column.addWidget(text(_LICENCES, "small", wrap=True))
        row = QHBoxLayout()
        copy = button("复制", "quiet", icon=theme.icons.icon("copy"))
        copy.clicked.connect(self._copy)
        close = button("关闭", "primary")
        close.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addStretch()
        row.addWidget(close)
        column.addLayout(row)
        self.setMinimumWidth(460)
        wide = min(self.sizeHint().width(), parent.window().width())
        self.resize(wide, column.totalHeightForWidth(wide))

    @staticmethod
    def _copy() -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in facts().items()))
