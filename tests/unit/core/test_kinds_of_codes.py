"""Regions and industries by code, name, short name, and what is not clear."""

import pytest

from fj_desktop.core.kinds import Industries, Industry, Region
from fj_desktop.core.refusal import RefusalError


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("500236", "500236"),
        ("奉节", "500236"),
        ("奉节县", "500236"),
        ("重庆市奉节县", "500236"),
        ("重庆奉节", "500236"),
        ("上海", "310000"),
        ("上海市", "310000"),
        ("重庆", "500000"),
        ("杭州市", "330100"),
        ("浙江温州", "330300"),
        ("浙江省温州市瓯海区", "330304"),
        ("深圳南山", "440305"),
        ("重庆渝北区", "500112"),
        ("湖北恩施", "422800"),
        ("内蒙古赤峰", "150400"),
        ("吉林", "220000"),
        ("北京市朝阳区", "110105"),
        ("香港", "810000"),
        ("美国", "USA"),
        ("usa", "USA"),
    ],
)
def test_a_region_is_found_by_whole_short_and_joined_names(typed: str, code: str) -> None:
    assert Region().parse(typed) == code


def test_every_region_and_industry_is_offered_once() -> None:
    for table in (Region().table(), Industry().table()):
        codes = [entry.code for entry in table.entries]
        assert len(codes) == len(set(codes))


def test_a_name_that_several_places_share_asks_for_the_province() -> None:
    with pytest.raises(RefusalError, match="2 个同名地区（北京市朝阳区、吉林省长春市朝阳区）"):
        Region().parse("朝阳区")


@pytest.mark.parametrize("typed", ["川东", "市辖区", "县", "奉节县吐祥镇", "某地"])
def test_what_is_no_region_is_refused(typed: str) -> None:
    with pytest.raises(RefusalError, match="没有这个地区"):
        Region().parse(typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("C3587", "C3587"),
        ("3587", "C3587"),
        ("眼镜制造", "C3587"),
        ("C3587 眼镜制造", "C3587"),
        ("c3587-眼镜制造", "C3587"),
        ("Ｃ３５８７", "C3587"),
        ("27", "C27"),
        ("制造业", "C"),
        ("农、林、牧、渔业", "A"),
    ],
)
def test_an_industry_is_found_by_code_or_name(typed: str, code: str) -> None:
    assert Industry().parse(typed) == code


@pytest.mark.parametrize("typed", ["眼镜", "食品", "Tesla", "A股", "C9999", "2025年"])
def test_words_that_name_no_industry_are_refused(typed: str) -> None:
    with pytest.raises(RefusalError, match="没有这个行业"):
        Industry().parse(typed)


def test_a_code_beside_another_industry_s_name_is_refused() -> None:
    with pytest.raises(RefusalError, match="C3587 是“眼镜制造”"):
        Industry().parse("C3587 服装")


def test_several_industries_keep_names_that_hold_separators_themselves() -> None:
    kind = Industries()

    assert kind.parse("A 农、林、牧、渔业；C3587 眼镜制造") == ("A", "C3587")
    assert kind.parse("眼镜制造、医药制造业") == ("C27", "C3587")
    assert kind.parse(kind.show(("A", "C3587"))) == ("A", "C3587")
