"""Reference tables replaced by a file: checked whole, taken back, and never used when damaged."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from fj_desktop.assets import asset
from fj_desktop.core import reference
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.desk import Desk
from fj_desktop.services.reference_tables import TABLES, ReferenceTables
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
    tables.replace(proposal, NOON)
    assert reference.divisions().get("500299") is None
    assert tables.take_up() == []
    entry = reference.divisions().get("500299")
    assert entry is not None
    assert entry.path == "重庆市夔门新县"
    assert COMPANIES.fields["reg_division"].kind.parse("重庆市夔门新县") == "500299"
    standing = next(one for one in tables.listed() if one.table.name == "divisions")
    assert (standing.rows, standing.since, standing.source) == (len(rows), NOON, "新.csv")
    tables.reset("divisions")
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
        (b"code,name,level,parent\n11,x,p,\n", "第 2 行“code”"),
        (b"code,name,level,parent\n110000,,p,\n", "第 2 行“name”是空的"),
        (b"code,name,level,parent\n110000,x,p,\n110000,y,p,\n", "第 3 行的代码“110000”前面已经有了"),
        (b"code,name,level,parent\n110000,x,p,990000\n", "第 2 行的上级“990000”"),
        (b"code,name,level,parent\n110000,x,p,110000\n", "第 2 行的上级"),
        (b"code,name,level,parent\n110000,x,p,,more\n", "第 2 行"),
        (b"code,name,level,parent\n110000," + b"x" * 500 + b",p,\n", "过长"),
        ("code,name,level,parent\n110000,x\u202ey,p,\n".encode(), "控制字符"),
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
    tables.replace(proposal, NOON)
    tables.take_up()
    assert desk.view.read(COMPANIES, record).texts["reg_division"] == "500236"


def test_a_table_damaged_in_the_profile_is_told_and_not_used(
    tables: ReferenceTables, store: Store, tmp_path: Path
) -> None:
    rows = shipped("gbt4754_2017")
    tables.replace(tables.check("industries", written(tmp_path / "行业.csv", rows), store), NOON)
    (held,) = (tmp_path / "desk" / "reference").glob("*.csv")
    held.write_bytes(held.read_bytes()[:-9])
    assert "已损坏" in tables.take_up()[0]
    assert reference.industries().get("C3587") is not None
    (tmp_path / "desk" / "reference" / "versions.json").write_text("[", "utf-8")
    assert tables.take_up() == []


def test_an_unknown_table_or_file_is_told(tables: ReferenceTables, store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="divisions（行政区划"):
        tables.check("colours", tmp_path / "x", store)
    with pytest.raises(UserError, match="读不了"):
        tables.check("divisions", tmp_path / "没有", store)
