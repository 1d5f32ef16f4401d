"""Lines of weekly ledgers: what they tell of a project."""

import datetime as dt

import pytest

from fj_desktop.rules.reported import told_by

REPORT = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "kind", "day", "reason", "visit"),
    [
        ("11月12日拜访，拟12月来奉考察", "接洽", dt.date(2026, 11, 12), "", "外出拜访"),
        ("2026年11月9日 已发邀请函", "接洽", dt.date(2026, 11, 9), "", ""),
        ("无进展：企业内部决策", "无进展", REPORT, "企业内部决策", ""),
        ("暂无新进展", "无进展", REPORT, "未说明", ""),
        ("待研判", "", REPORT, "", ""),
        ("11.18企业来奉实地考察", "考察", dt.date(2026, 11, 18), "", "企业到访"),
        ("12月28日签订合同文本", "签约", dt.date(2025, 12, 28), "", ""),
        ("拟12月签约", "接洽", REPORT, "", ""),
        ("正在办理环评手续", "手续", REPORT, "", ""),
        ("２０２６年１１月３日电话沟通", "接洽", dt.date(2026, 11, 3), "", "电话"),
        ("项目已于10月投产", "投产", REPORT, "", ""),
    ],
)
def test_a_line_of_a_ledger(text: str, kind: str, day: dt.date, reason: str, visit: str) -> None:
    told = told_by(text, REPORT)
    assert told is not None
    assert (told.kind, told.happened_on, told.reason, told.visit) == (kind, day, reason, visit)
    assert told.summary


def test_a_blank_line_tells_nothing() -> None:
    assert told_by(" \n　", REPORT) is None
