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
    sections = {one.title: one.lines for one in story.sections}
    assert [one.words for one in sections["项目进度"]] == ["建设　主体封顶", "供地　供地完成"]
    (promise,) = sections["承诺事项"]
    assert promise.words.endswith("未到期")
    assert "三年内投产" not in promise.words
    assert [one.words for one in sections["附件"]] == ["凭证.pdf"]
    assert set(sections) == {*(CATALOG[part.library].title for part in PARTS), "附件"}


def test_a_new_part_begins_with_its_project_its_company_and_its_only_contract(desk: Desk, store: Store) -> None:
    records = Records(desk, store)
    typed = {"name": "眼镜生产线", "company_id": "温州示例光学有限公司"}
    project = desk.records.add(CATALOG["projects"], typed)
    begun = {one.library: one.begun for one in desk.story.of(project).sections}
    assert (begun["stage-moves"], begun["commitments"]) == (None, None)
    visit, progress = begun["visits"], begun["progress"]
    assert visit is not None
    assert progress is not None
    assert set(visit.named.values()) == {"眼镜生产线", "温州示例光学有限公司"}
    assert progress.texts == {"project_id": str(project)}

    contract = records.add("contracts", project_id=project, contract_no="奉招商〔2026〕1号", party_b="示例")
    one = {one.library: one.begun for one in desk.story.of(project).sections}["commitments"]
    assert one is not None
    assert one.texts == {"contract_id": str(contract)}
    records.add("contracts", project_id=project, contract_no="奉招商〔2026〕2号", party_b="示例")
    several = {one.library: one.begun for one in desk.story.of(project).sections}["commitments"]
    assert several is not None
    assert several.texts == {}


def test_a_project_stands_on_the_link_it_names_else_on_those_of_its_company(desk: Desk) -> None:
    company = desk.records.add(CATALOG["companies"], {"name": "温州示例光学有限公司"})
    link = {"chain_id": "眼镜", "position": "中游", "gap": "薄弱", "target_company_ids": str(company)}
    for name in ("镜片镀膜", "成镜装配"):
        desk.records.add(CATALOG["nodes"], {"name": name, **link})
    typed = {"name": "眼镜生产线", "company_id": str(company), "chain_id": "眼镜"}
    project = desk.records.add(CATALOG["projects"], typed)
    assert ("图谱环节", "镜片镀膜、成镜装配") in dict(desk.story.of(project).facts)["做什么"]

    desk.records.change(CATALOG["projects"], project, {"node_id": "成镜装配"})
    assert ("图谱环节", "成镜装配") in dict(desk.story.of(project).facts)["做什么"]
    drawn = {one.name: one.projects for one in desk.chain_map.of(desk.chain_map.named("眼镜")).nodes}
    assert drawn == {"镜片镀膜": [], "成镜装配": ["眼镜生产线（线索）"]}
