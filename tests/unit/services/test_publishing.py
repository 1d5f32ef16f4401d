"""The lists go out as numbered issues that never change; an opportunity becomes a project and both keep the link."""

import hashlib
import json
import uuid

import pytest

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk

LIST, ISSUES, PROJECTS = CATALOG["opportunities"], CATALOG["list-issues"], CATALOG["projects"]
READY = {
    "category": "眼镜", "chain_id": "眼镜", "industry_code": "C3587", "kind": "招商项目", "background": "有基础",
    "content": "镜片镀膜", "total_invest_wan": "8000万元", "location": "朱衣镇", "cooperation": "独资",
    "owner_unit": "县商务委", "contact_person": "示例员", "contact_phone": "023-56550000", "plan_review": "四项均通过",
    "status": "审核",
}  # fmt: skip


def ready(desk: Desk, name: str, **typed: str) -> None:
    desk.records.add(LIST, {"name": name, **READY, **typed})


def test_what_lacks_nothing_goes_out_as_a_numbered_frozen_issue(desk: Desk) -> None:
    ready(desk, "镜片园")
    ready(desk, "未审的", plan_review="未审")
    waiting = {one.name: one.lacks for one in desk.publishing.candidates(LIST)}
    assert waiting == {"镜片园": (), "未审的": ("策划审核四项均通过（通知 6.1）",)}
    issue = desk.publishing.publish(LIST, "签发人甲")
    assert (issue.number, issue.count) == ("2026-01", 1)
    row = desk.view.json(ISSUES, issue.id, reveal=True)
    content = json.loads(row["content"])
    assert [one["机会名称"] for one in content] == ["镜片园"]
    assert row["content_hash"] == hashlib.sha256(row["content"].encode()).hexdigest() == issue.content_hash
    (out,) = [one for one in desk.view.rows_json(LIST, None, reveal=True, deleted=False) if one["name"] == "镜片园"]
    assert (out["status"], out["issue_no"], out["seq"]) == ("已发布", "2026-01", 1)
    desk.records.change(LIST, uuid.UUID(out["id"]), {"content": "后来改了"})
    assert "后来改了" not in desk.view.json(ISSUES, issue.id, reveal=True)["content"]
    ready(desk, "第二批")
    assert desk.publishing.publish(LIST, "签发人甲").number == "2026-02"


def test_nothing_ready_and_no_signer_are_refused_in_words(desk: Desk) -> None:
    with pytest.raises(UserError, match="没有可以发布的"):
        desk.publishing.publish(LIST, "甲")
    ready(desk, "缺的", plan_review="退回")
    with pytest.raises(UserError, match="· 缺的：缺策划审核"):
        desk.publishing.publish(LIST, "甲")
    with pytest.raises(UserError, match="签发人"):
        desk.publishing.publish(LIST, " ")
    with pytest.raises(UserError, match="不是清单"):
        desk.publishing.candidates(PROJECTS)


def test_an_opportunity_becomes_a_project_once(desk: Desk) -> None:
    ready(desk, "镜片园")
    (item,) = desk.publishing.candidates(LIST)
    with pytest.raises(UserError, match="请先发布"):
        desk.publishing.to_project(item.id)
    desk.publishing.publish(LIST, "甲")
    project = desk.publishing.to_project(item.id)
    shown = desk.view.read(PROJECTS, project).texts
    assert (shown["name"], shown["chain_id"], shown["source_kind"]) == ("镜片园", "眼镜", "机会清单")
    assert desk.view.read(LIST, item.id).texts["project_id"] == "镜片园"
    with pytest.raises(UserError, match="已经转为项目“镜片园”"):
        desk.publishing.to_project(item.id)
