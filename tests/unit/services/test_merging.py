"""Two records that are one: what stays, what moves along, and how it is taken back."""

import uuid
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from fj_desktop.core.progress import Unwatched
from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.libraries.attachments import Attachment
from fj_desktop.services.browse import Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.services.row_writer import RowWriter
from fj_desktop.store import queries
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

COMPANIES, PEOPLE, ENTREPRENEURS, LAND = (CATALOG[one] for one in ("companies", "people", "entrepreneurs", "land"))


def values(store: Store, library: type, record: uuid.UUID) -> dict:
    with store.reading() as connection:
        return queries.values(connection, library, record) or {}


def everything(store: Store) -> dict:
    with store.reading() as connection:
        return {
            library.table: {
                row.id: (row.deleted, queries.values(connection, library, row.id))
                for row in connection.execute(select(record_table(library)))
            }
            for library in CATALOG
        }


def live(desk: Desk, library: type) -> int:
    return len(desk.browse.open(library, Wanted()))


def test_the_one_that_stays_takes_what_it_lacks_and_what_was_chosen(desk: Desk, store: Store) -> None:
    keep = desk.records.add(PEOPLE, {"name": "张三", "mobile": "13900001234"})
    other = desk.records.add(PEOPLE, {"name": "张叁", "mobile": "13900005678", "wechat": "zs_001"})
    desk.merging.merge(PEOPLE, keep, other, {"name": "other"})
    found = values(store, PEOPLE, keep)
    assert (found["name"], found["mobile"], found["wechat"]) == ("张叁", "13900001234", "zs_001")
    assert live(desk, PEOPLE) == 1


def test_roles_follow_their_master_and_undo_and_redo_bring_everything_back(desk: Desk, store: Store) -> None:
    desk.records.add(ENTREPRENEURS, {"person_name": "张三", "person_mobile": "13900001234", "company_name": "夔门光学"})
    desk.records.add(ENTREPRENEURS, {"person_name": "李四", "person_mobile": "13900005678", "company_name": "夔州光学"})
    rows = everything(store)["company"]
    keep, other = rows
    before = everything(store)
    desk.merging.merge(COMPANIES, keep, other)
    after = everything(store)
    linked = {row[link.name] for _, row in after[ENTREPRENEURS.table].values() for link in ENTREPRENEURS.links()}
    assert keep in linked
    assert other not in linked
    assert after["company"][other][0]

    assert desk.undoing.undo().words.startswith("已撤销：合并“")
    assert everything(store) == before
    assert desk.undoing.redo().words.startswith("已重做：合并“")
    assert everything(store) == after


def test_attachments_move_to_the_one_that_stays(desk: Desk, store: Store) -> None:
    keep, other = (desk.records.add(LAND, {"parcel_no": f"地块 {one}"}) for one in (1, 2))
    with store.writing(desk.identity.staff, "attach") as write:
        writer = RowWriter(write, desk.identity)
        one = writer.add(Attachment, {"name": "红线图.pdf", "owner_table": LAND.table, "owner": str(other)})
        writer.flush()
    desk.merging.merge(LAND, keep, other)
    assert [found.id for found in desk.attachments.of(LAND, keep)] == [one]
    desk.undoing.undo()
    assert [found.id for found in desk.attachments.of(LAND, other)] == [one]


@pytest.mark.parametrize("library", list(CATALOG), ids=lambda one: one.table)
def test_every_reference_to_the_one_that_goes_is_moved_in_every_library(
    library: type, desk: Desk, store: Store
) -> None:
    """Derived from the declarations: a library or a reference that is declared later is tested too."""
    holders = [
        (holder, name)
        for holder in CATALOG
        for name, one in holder.fields.items()
        if getattr(getattr(one.kind, "each", one.kind), "target", None) == library.table
    ]
    with store.writing(desk.identity.staff, "add") as write:
        writer = RowWriter(write, desk.identity)
        keep, other = (writer.add(library, {}) for _ in "ab")
        writer.flush()
        held = [
            (holder, name, writer.add(holder, {name: (str(other),) if holder.fields[name].kind.many else other}))
            for holder, name in holders
        ]
        writer.flush()
    library_rules, library.rules = library.rules, ()
    try:
        desk.merging.merge(library, keep, other)
    finally:
        library.rules = library_rules
    for holder, name, record in held:
        found = values(store, holder, record)[name]
        assert found == ((str(keep),) if holder.fields[name].kind.many else keep), (holder.table, name)
    with store.reading() as connection:
        assert not [pair for pair in queries.references(connection, library.table) if pair[0] == other.bytes]


def test_a_merge_that_can_not_be_is_refused_and_changes_nothing(desk: Desk, store: Store) -> None:
    keep, other = (desk.records.add(LAND, {"parcel_no": f"地块 {one}"}) for one in (1, 2))
    before = everything(store)
    for pair, choices, words in (
        ((keep, keep), {}, "同一条"),
        ((keep, uuid.uuid4()), {}, "没有编号"),
        ((keep, other), {"nothing": "other"}, "没有“nothing”"),
        ((keep, other), {"parcel_no": "both"}, "只能取"),
    ):
        with pytest.raises(UserError, match=words):
            desk.merging.merge(LAND, *pair, choices)
    staff = CATALOG["staff"]
    colleague = desk.records.add(staff, {"name": "某同事"})
    with pytest.raises(UserError, match="本人"):
        desk.merging.merge(staff, colleague, desk.identity.staff)
    desk.undoing.undo()
    assert everything(store)[LAND.table] == before[LAND.table]


def test_values_that_contradict_each_other_are_refused(desk: Desk) -> None:
    keep = desk.records.add(PEOPLE, {"name": "张三"})
    other = desk.records.add(PEOPLE, {"mobile": "13900001234"})
    with pytest.raises(InvalidRecordError):
        desk.merging.merge(PEOPLE, keep, other, {"name": "other", "mobile": "keep"})
    assert live(desk, PEOPLE) == 2


def test_the_deleted_one_is_refused(desk: Desk, tmp_path: Path) -> None:
    keep, other = (desk.records.add(LAND, {"parcel_no": f"地块 {one}"}) for one in (1, 2))
    desk.records.delete(LAND, [other])
    with pytest.raises(UserError, match="回收站"):
        desk.merging.merge(LAND, keep, other)


def test_erasing_a_person_erases_what_was_merged_into_them_too(desk: Desk, store: Store) -> None:
    keep, middle, other = (desk.records.add(PEOPLE, {"name": "张三", "wechat": f"zs_{one}_secret"}) for one in "abc")
    desk.merging.merge(PEOPLE, middle, other)
    desk.merging.merge(PEOPLE, keep, middle)
    desk.personal.erase(keep, "本人书面要求")
    for one in (keep, middle, other):
        assert not any(values(store, PEOPLE, one).values())


def test_merging_many_notes_what_the_other_said_and_leaves_what_no_note_may_hold(desk: Desk, store: Store) -> None:
    rows = [
        {"name": "夔门光学有限公司", "legal_rep": "张三"}, {"name": "夔门光学有限责任公司", "legal_rep": "李四", "note": "旧"},
        {"name": "白帝有限公司", "uscc": "91500236MA5U8Q2K4D"}, {"name": "白帝有限公司", "uscc": "91500236MA60B1TE7X"},
        {"name": "草堂有限公司", "net_profit_wan": Decimal(1)}, {"name": "草堂有限公司", "net_profit_wan": Decimal(2)},
    ]  # fmt: skip
    with store.writing(desk.identity.staff, "import") as write:
        writer = RowWriter(write, desk.identity)
        one = [writer.add(COMPANIES, {**row}) for row in rows]
        writer.flush()
    pairs = [(COMPANIES, one[at], one[at + 1]) for at in (0, 2, 4)]
    before = everything(store)
    assert desk.merging.merge_all(pairs, Unwatched()) == 1
    found = values(store, COMPANIES, one[0])
    assert found["legal_rep"] == "张三"
    assert found["note"] == "旧\n合并时另一条记录的内容：\n企业名称：夔门光学有限责任公司\n法定代表人：李四"
    desk.undoing.undo()
    assert everything(store) == before
