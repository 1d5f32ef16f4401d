"""The whole story of a project: facts, money, every part by its day, what is protected covered."""

import datetime as dt
from decimal import Decimal

from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.project_story import PARTS
from fj_desktop.store.transactions import Store
from tests.support.straight import Records


def test_a_project_tells_who_what_how_much_and_everything_that_happened(desk: Desk, store: Store) -> None:
    records = Records(desk, store)
    project = desk.records.add(CATALOG["projects"], {
        "name": "眼镜生产线", "company_id": "温州示例光学有限公司", "chain_id": "眼镜", "total_invest_wan": "1.2亿",
        "expect_output_wan": "3亿",
    })  # fmt: skip
    contract, _, _ = records.many([
        ("contracts", {"project_id": project, "kind": "正式合同", "party_b": "示例", "signed_on": dt.date(2026, 3, 1),
          "amount_wan": Decimal(10000)}),
        ("progress", {"project_id": project, "happened_on": dt.date(2026, 5, 1), "summary": "供地完成", "kind": "供地"}),
        ("progress", {"project_id": project, "happened_on": dt.date(2026, 6, 1), "summary": "主体封顶", "kind": "建设"}),
    ])  # fmt: skip
    records.add("commitments", contract_id=contract, content="三年内投产", due_on=dt.date(2027, 1, 1), state="未到期")
    records.proof(project)
    story = desk.story.of(project)
    facts = dict(story.facts)
    assert story.about.startswith("YRD-2026-0001　线索")
    assert ("投资主体", "温州示例光学有限公司") in facts["谁来投"]
    assert facts["多少钱"][:2] == [("总投资", "1.2亿元"), ("合同约定", "1亿元")]
    assert ("达产年产值", "已遮盖") in facts["多少钱"]
    sections = {title: lines for title, _, lines in story.sections}
    assert [one.words for one in sections["项目进度"]] == ["建设　主体封顶", "供地　供地完成"]
    (promise,) = sections["承诺事项"]
    assert promise.words.endswith("未到期")
    assert "三年内投产" not in promise.words
    assert [one.words for one in sections["附件"]] == ["凭证.pdf"]
    assert set(sections) == {*(CATALOG[part.library].title for part in PARTS), "附件"}
