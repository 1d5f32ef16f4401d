"""Reference tables replaced by a file: checked whole, taken back, and never used when damaged."""

import csv
import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from fj_desktop.assets import asset
from fj_desktop.core import reference
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.desk import Desk
from fj_desktop.services.reference_files import TABLES
from fj_desktop.services.reference_tables import ReferenceTables
from fj_desktop.store.transactions import Store
from tests.support.desks import NOON

COMPANIES = CATALOG["companies"]


@pytest.fixture
def tables(tmp_path: Path) -> Iterator[ReferenceTables]:
    yield ReferenceTables(Profile(tmp_path / "desk"))
    reference.use({})


def shipped(file: str) -> list[dict[str, str]]:
    text = asset(f"db/reference/{file}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def written(path: Path, rows: list[dict[str, str]], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_newer_table_is_used_from_the_next_start_and_can_be_taken_back(
    tables: ReferenceTables, store: Store, tmp_path: Path, encoding: str
) -> None:
    rows = [
        *shipped("divisions_cn_3level"),
        {"code": "500299", "name": "夔门新县", "level": "county", "parent": "500000"},
    ]
    proposal = tables.check("divisions", written(tmp_path / "新.csv", rows, encoding), store)
    tables.apply(proposal, NOON)
    assert reference.divisions().get("500299") is None
    assert tables.take_up() == []
    entry = reference.divisions().get("500299")
    assert entry is not None
    assert entry.path == "重庆市夔门新县"
    assert COMPANIES.fields["reg_division"].kind.parse("重庆市夔门新县") == "500299"
    standing = next(one for one in tables.listed() if one.table.name == "divisions")
    assert (standing.rows, standing.since, standing.source) == (len(rows), NOON, "新.csv")
    tables.apply(tables.check_reset("divisions", store), NOON)
    tables.take_up()
    assert reference.divisions().get("500299") is None


@pytest.mark.parametrize("table", TABLES, ids=lambda one: one.name)
def test_every_shipped_table_passes_its_own_check(tables: ReferenceTables, store: Store, table: object) -> None:
    file = asset(f"db/reference/{table.file}.csv")  # type: ignore[attr-defined]
    assert tables.check(table.name, file, store).orphaned == 0  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "缺少列"),
        (b"\xff\xfe\x00", "缺少列|不是文本"),
        (b"code,name\n110000,x\n", "缺少列：level、parent"),
        (b"code,name,level,parent\n", "一行内容也没有"),
        (b"code,name,level,parent\n11,x,province,\n", "第 2 行“code”"),
        (b"code,name,level,parent\n110000,,province,\n", "第 2 行“name”是空的"),
        (b"code,name,level,parent\n110000,x,province,\n110000,y,province,\n", "第 3 行的代码“110000”前面已经有了"),
        (b"code,name,level,parent\n110000,x,province,990000\n", "第 2 行的上级“990000”"),
        (b"code,name,level,parent\n110000,x,province,110000\n", "第 2 行的上级"),
        (b"code,name,level,parent\n110000,x,province,,more\n", "第 2 行有 5 格"),
        (b"code,name,level,parent\n110000,x\n", "第 2 行有 2 格，表头有 4 格"),
        (b"code,name,level,parent,name\n110000,x,province,,y\n", "列名“name”出现了两次"),
        (b"code,name,level,parent\n110000,x,town,\n", "第 2 行“level”应为 province、city、county 之一"),
        ("code,name,level,parent\n１１００００,x,province,\n".encode(), "第 2 行“code”"),
        (b"code,name,level,parent\n110000,x,province,\n120000,x,province,\n", "第 3 行的名称“x”前面已经有了"),
        (b"code,name,level,parent\n110000,x,province,120000\n120000,y,city,110000\n", "第 2 行的上级“120000”绕回"),
        (b"code,name,level,parent\n\n\n11,x,province,\n", "第 4 行“code”"),
        (b'code,name,level,parent\n110000,"x\n",province,\n', "第 2 行“name”过长或含有控制字符"),
        (b'code,name,level,parent\n110000,x,province,\n"120000', "不是规范的 CSV"),
        (b"code,name,level,parent\n110000," + b"x" * 500 + b",province,\n", "过长"),
        ("code,name,level,parent\n110000,x\u202ey,province,\n".encode(), "控制字符"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place_and_changes_nothing(
    tables: ReferenceTables, store: Store, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "坏.csv"
    file.write_bytes(content)
    with pytest.raises(UserError, match=said):
        tables.check("divisions", file, store)
    assert tables.take_up() == []
    assert all(one.since is None for one in tables.listed())


def test_codes_that_records_use_and_the_table_lacks_are_counted(
    tables: ReferenceTables, desk: Desk, store: Store, tmp_path: Path
) -> None:
    record = desk.records.add(COMPANIES, {"name": "夔门光学有限公司", "reg_division": "重庆市奉节县"})
    rows = [one for one in shipped("divisions_cn_3level") if one["code"] != "500236"]
    proposal = tables.check("divisions", written(tmp_path / "少.csv", rows), store)
    assert proposal.orphaned >= 1
    tables.apply(proposal, NOON)
    tables.take_up()
    assert desk.view.read(COMPANIES, record).texts["reg_division"] == "500236"


def test_a_table_damaged_in_the_profile_is_told_and_not_used(
    tables: ReferenceTables, store: Store, tmp_path: Path
) -> None:
    rows = shipped("gbt4754_2017")
    tables.apply(tables.check("industries", written(tmp_path / "行业.csv", rows), store), NOON)
    (held,) = (tmp_path / "desk" / "reference").glob("*.csv")
    held.write_bytes(held.read_bytes()[:-9])
    assert "已损坏" in tables.take_up()[0]
    assert reference.industries().get("C3587") is not None


@pytest.mark.parametrize(
    "content", ["[", "{}x", '{"industries": {"at": "gestern"}}', '{"industries": 3}', "[" * 100_000]
)
def test_a_damaged_list_of_what_was_replaced_is_told_and_kept_aside(
    tables: ReferenceTables, store: Store, tmp_path: Path, content: str
) -> None:
    rows = shipped("gbt4754_2017")
    proposal = tables.check("industries", written(tmp_path / "行业.csv", rows), store)
    tables.apply(proposal, NOON)
    notes = tmp_path / "desk" / "reference" / "versions.json"
    notes.write_text(content, "utf-8")

    assert "登记已损坏" in tables.take_up()[0]
    assert reference.industries().get("C3587") is not None
    tables.apply(proposal, NOON)
    assert tables.take_up() == []
    assert notes.with_name("versions-damaged.json").read_text("utf-8") == content


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_what_is_no_regular_file_is_refused_at_once(tables: ReferenceTables, store: Store, tmp_path: Path) -> None:
    pipe = tmp_path / "管道.csv"
    os.mkfifo(pipe)
    for path in (Path("/dev/zero"), pipe, tmp_path):
        with pytest.raises(UserError, match=r"不是普通文件|读不了"):
            tables.check("divisions", path, store)


def test_a_file_that_is_too_large_is_refused(tables: ReferenceTables, store: Store, tmp_path: Path) -> None:
    file = tmp_path / "大.csv"
    with file.open("wb") as out:
        out.truncate(21 * 1024 * 1024)
    with pytest.raises(UserError, match="超过 20 MB"):
        tables.check("divisions", file, store)


def test_parents_in_a_ring_end_the_path_and_not_the_program(tmp_path: Path) -> None:
    rows = [
        {"code": "110000", "name": "甲", "level": "province", "parent": "120000"},
        {"code": "120000", "name": "乙", "level": "city", "parent": "110000"},
    ]
    try:
        reference.use({"divisions_cn_3level": written(tmp_path / "环.csv", rows)})
        entry = reference.divisions().get("110000")
        assert entry is not None
        assert entry.path == "乙甲"
    finally:
        reference.use({})


def test_countries_in_use_are_counted_for_replacing_and_for_setting_back(
    tables: ReferenceTables, desk: Desk, store: Store, tmp_path: Path
) -> None:
    rows = shipped("countries_zh")
    desk.records.add(COMPANIES, {"name": "示例光学株式会社", "reg_division": "日本"})
    fewer = [one for one in rows if one["alpha3"] != "JPN"]
    assert tables.check("countries", written(tmp_path / "少.csv", fewer), store).orphaned == 1
    assert tables.check("countries", written(tmp_path / "同.csv", rows), store).orphaned == 0
    assert tables.check_reset("countries", store).orphaned == 0

    more = [
        *shipped("divisions_cn_3level"),
        {"code": "500299", "name": "夔门新县", "level": "county", "parent": "500000"},
    ]
    tables.apply(tables.check("divisions", written(tmp_path / "多.csv", more), store), NOON)
    tables.take_up()
    desk.records.add(COMPANIES, {"name": "夔门新县光学有限公司", "reg_division": "重庆市夔门新县"})
    assert tables.check_reset("divisions", store).orphaned == 1


def test_universities_are_offered_while_a_school_is_typed(desk: Desk) -> None:
    found = desk.view.suggest(CATALOG["alumni"], "school", "重庆大")
    assert "重庆大学" in [one.text for one in found]


def test_an_unknown_table_or_file_is_told(tables: ReferenceTables, store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="divisions（行政区划"):
        tables.check("colours", tmp_path / "x", store)
    with pytest.raises(UserError, match="读不了"):
        tables.check("divisions", tmp_path / "没有", store)
