"""What goes out: what was asked for, covered unless revealed, whole or not at all, and never unnoticed."""

from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from fj_desktop.core.progress import Cancelled
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.browse import Filter, Wanted
from fj_desktop.services.desk import Desk
from fj_desktop.store.transactions import Store
from tests.support.history import rows

LAND, ENTREPRENEURS = CATALOG["land"], CATALOG["entrepreneurs"]


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """One entrepreneur and two plots."""
    desk.records.add(
        ENTREPRENEURS,
        {"person_name": "张三", "person_mobile": "13900001234", "company_name": "=甲公司", "chain_id": "脐橙"},
    )
    for name in ("一号", "二号"):
        desk.records.add(LAND, {"name": name, "floor_price_wan_mu": "12.3456"})
    return desk


def accesses(store: Store) -> list[tuple[object, ...]]:
    return rows(store, 'SELECT act, library, "row", detail FROM _access')


def sheet(path: Path) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(path)
    return [row for row in book.worksheets[0].iter_rows(values_only=True) if any(cell is not None for cell in row)]


def test_a_workbook_holds_every_field_with_personal_values_covered(desk: Desk, store: Store, tmp_path: Path) -> None:
    out = tmp_path / "企业家.xlsx"

    assert desk.exporting.export(ENTREPRENEURS, out) == 1

    header, row = sheet(out)[:2]
    assert [str(one) for one in header] == [one.heading for one in CATALOG.surface(ENTREPRENEURS)]
    assert (row[header.index("手机")], row[header.index("企业名称")]) == ("139****1234", "=甲公司")
    assert "脐橙" in str(row[header.index("匹配产业链")])
    assert accesses(store) == [("export", "entrepreneurs", None, "1 rows, .xlsx")]


def test_revealed_values_go_out_only_when_asked_for_and_it_is_kept(desk: Desk, store: Store, tmp_path: Path) -> None:
    out = tmp_path / "土地.csv"

    desk.exporting.export(LAND, out)
    assert "12.3456" not in out.read_text("utf-8-sig")
    desk.exporting.export(LAND, out, reveal=True)
    assert "12.3456" in out.read_text("utf-8-sig")

    assert [act for act, *_ in accesses(store)] == ["export", "export-revealed"]


def test_a_view_goes_out_as_it_is_filtered_ordered_and_chosen(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "土地.csv"
    wanted = Wanted((Filter("name", "contains", ("号",)),), order=(("name", True),))

    assert desk.exporting.export(LAND, out, wanted=wanted, keys=["supply_status", "name"]) == 2

    assert out.read_text("utf-8-sig").split() == ["供应状态,名称", "可供,二号", "可供,一号"]


def test_a_list_to_print_names_its_maker_and_its_records(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "土地.pdf"

    desk.exporting.export(LAND, out)

    document = pypdfium2.PdfDocument(out)
    text = "".join(document[page].get_textpage().get_text_range() for page in range(len(document)))
    document.close()
    assert all(words in text for words in ("可招商土地库", "一号", "二号", "长三角", "示例员"))
    assert "12.3456" not in text


def test_a_template_is_blank_and_offers_what_may_be_picked(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "模板.xlsx"

    desk.exporting.template(LAND, out)

    book = openpyxl.load_workbook(out)
    assert "*名称" in [str(cell.value) for row in book.worksheets[0].iter_rows(max_row=3) for cell in row]
    assert any("永乐镇" in str(cell.value) for one in book.worksheets for row in one.iter_rows() for cell in row)


def test_another_kind_of_file_is_refused_by_its_name(desk: Desk, store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"不认识的文件类型“\.docx”"):
        desk.exporting.export(LAND, tmp_path / "土地.docx")

    assert (list(tmp_path.iterdir()), accesses(store)) == ([], [])


class _Stopped:
    """Stops at the first look."""

    def check(self) -> None:
        raise Cancelled

    def at(self, done: int, total: int | None, text: str = "") -> None:
        raise Cancelled


@pytest.mark.parametrize("kind", ["xlsx", "csv", "pdf"])
def test_a_stopped_export_leaves_no_file(desk: Desk, tmp_path: Path, kind: str) -> None:
    with pytest.raises(Cancelled):
        desk.exporting.export(LAND, tmp_path / f"土地.{kind}", progress=_Stopped())

    assert list(tmp_path.iterdir()) == []
