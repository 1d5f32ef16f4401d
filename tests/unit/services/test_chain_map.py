"""The map of a chain: its links with companies and projects, as a PDF whose words can be found, as a picture."""

from pathlib import Path

import pypdfium2
import pytest

from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk

NODES = CATALOG["nodes"]


@pytest.fixture
def mapped(desk: Desk) -> Desk:
    for name in ("温州示例光学有限公司", "上海示例化工有限公司"):
        desk.records.add(CATALOG["companies"], {"name": name})
    desk.records.add(
        CATALOG["projects"], {"name": "树脂项目", "company_id": "上海示例化工有限公司", "chain_id": "眼镜"}
    )
    top = desk.records.add(NODES, {"chain_id": "眼镜", "name": "树脂单体", "position": "上游", "gap": "缺失",
                                   "target_company_ids": "上海示例化工有限公司"})  # fmt: skip
    desk.records.add(NODES, {"chain_id": "眼镜", "name": "成镜装配", "position": "中游", "gap": "已有",
                             "local_company_ids": "温州示例光学有限公司", "parent_id": str(top)})  # fmt: skip
    return desk


def test_a_link_tells_who_is_here_who_is_wanted_and_which_projects(mapped: Desk) -> None:
    made = mapped.chain_map.of(mapped.chain_map.named("眼镜"))
    assert made.about == "环节 2 个，缺失 1 个，薄弱 0 个，项目 1 个"
    lines = {one.name: [words for _, words in one.lines] for one in made.nodes}
    assert lines == {
        "树脂单体": ["树脂单体（缺失）", "○ 上海示例化工有限公司", "▶ 树脂项目（线索）"],
        "成镜装配": ["成镜装配", "● 温州示例光学有限公司"],
    }


@pytest.mark.parametrize(("paper", "wide"), [("A3", 1191), ("A4", 842)])
def test_the_pdf_is_one_page_whose_words_can_be_found(mapped: Desk, tmp_path: Path, paper: str, wide: int) -> None:
    out = tmp_path / "图谱.pdf"
    mapped.chain_map.write(out, mapped.chain_map.named("眼镜"), paper)
    with pypdfium2.PdfDocument(out) as document:
        assert len(document) == 1
        assert round(document[0].get_width()) == wide
        words = document[0].get_textpage().get_text_range()
    assert all(one in words for one in ("眼镜产业链图谱", "树脂单体（缺失）", "上海示例化工有限公司", "成镜装配"))


def test_the_picture_is_of_the_same_page(mapped: Desk, tmp_path: Path) -> None:
    out = tmp_path / "图谱.png"
    mapped.chain_map.write(out, mapped.chain_map.named("眼镜"), "A4")
    assert out.read_bytes().startswith(b"\x89PNG")
    assert [one.name for one in tmp_path.iterdir()] == ["图谱.png"]


def test_what_can_not_be_printed_is_refused_in_words(mapped: Desk, tmp_path: Path) -> None:
    chain = mapped.chain_map.named("眼镜")
    with pytest.raises(UserError, match=r"只能存为 .pdf 或 .png"):
        mapped.chain_map.write(tmp_path / "x.docx", chain)
    with pytest.raises(UserError, match="还没有环节"):
        mapped.chain_map.write(tmp_path / "x.pdf", mapped.chain_map.named("清洁能源"))
    with pytest.raises(UserError, match="没有“锂电”这条产业链"):
        mapped.chain_map.named("锂电")
