"""One sheet column that fills several fields."""

import pytest

from fj_desktop.core.kinds import Choice, MultiChoice
from fj_desktop.core.splitting import (
    also_fitting,
    bounds,
    chain_of,
    contact,
    coordinates,
    either,
    employer,
    fitting,
    industries,
    industry,
    noted,
    period,
    phones,
    place,
    position,
    region_of,
    served,
    town_or,
    trade,
    work_region,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.0-2.0", {"low": "1.0", "high": "2.0"}),
        ("１．０～２．０", {"low": "1.0", "high": "2.0"}),
        ("1.0≤R≤2.0", {"low": "1.0", "high": "2.0"}),
        ("≥1.0且≤2.0", {"low": "1.0", "high": "2.0"}),
        ("≥1.0", {"low": "1.0"}),
        ("不低于1.0", {"low": "1.0"}),
        ("1.0以上", {"low": "1.0"}),
        ("≤2.0", {"high": "2.0"}),
        ("1.2", {"low": "1.2", "high": "1.2"}),
        ("现状", {"low": "现状"}),
    ],
)
def test_a_limit_fills_the_bounds_it_names(text: str, found: dict[str, str]) -> None:
    assert bounds("low", "high")(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("奉节", {"place": "奉节"}),
        ("奉节县吐祥镇", {"place": "重庆市奉节县", "town": "吐祥镇"}),
        ("重庆市奉节县永安街道", {"place": "重庆市奉节县", "town": "永安街道"}),
        ("吐祥镇", {"place": "重庆市奉节县", "town": "吐祥镇"}),
        ("奉节太和乡", {"place": "重庆市奉节县", "town": "太和土家族乡"}),
        ("重庆奉节长安", {"place": "重庆市奉节县", "town": "长安土家族乡"}),
        ("奉节县吐祥镇石庙村", {"place": "重庆市奉节县", "town": "吐祥镇", "note": "籍贯：奉节县吐祥镇石庙村"}),
        ("浙江温州", {"place": "浙江温州"}),
        ("四川省眉山市青龙镇", {"place": "四川省眉山市", "note": "籍贯：四川省眉山市青龙镇"}),
        ("朝阳区", {"place": "朝阳区"}),
        ("川东", {"place": "川东"}),
    ],
)
def test_a_native_place_gives_the_county_and_the_town(text: str, found: dict[str, str]) -> None:
    assert place("place", "town", "note")(text) == found


def test_a_village_behind_the_town_goes_to_its_own_field() -> None:
    divided = place("place", "town", "note", "village")("奉节县吐祥镇石庙村")

    assert divided == {"place": "重庆市奉节县", "town": "吐祥镇", "village": "石庙村"}


def test_an_address_gives_its_region_and_stays_in_the_note() -> None:
    divide = region_of("city", "note", "地址")

    assert divide("上海市") == {"city": "上海市"}
    assert divide("浙江省温州市瓯海区某路1号") == {
        "city": "浙江省温州市瓯海区",
        "note": "地址：浙江省温州市瓯海区某路1号",
    }


def test_where_a_plot_lies_gives_the_town_it_names() -> None:
    assert position("address", "town")("草堂镇示例地块") == {"address": "草堂镇示例地块", "town": "草堂镇"}
    assert position("address", "town")("高铁生态城") == {"address": "高铁生态城"}
    assert town_or("town", "note", "区域")("朱衣片区") == {"note": "区域：朱衣片区"}
    assert town_or("town", "note", "区域")("朱衣镇") == {"town": "朱衣镇"}


def test_coordinates_are_told_apart_by_their_range() -> None:
    assert coordinates("lon", "lat")("31.0182，109.4647") == {"lon": "109.4647", "lat": "31.0182"}
    assert coordinates("lon", "lat")("东经109°30′15″ 北纬31°1′2″") == {"lon": "东经109°30′15″", "lat": "北纬31°1′2″"}


def test_a_work_region_may_be_told_by_a_city() -> None:
    divide = work_region("region", Choice("长三角", "中部地区"), "city", "note")

    assert divide("长三角") == {"region": "长三角"}
    assert divide("杭州") == {"city": "杭州", "region": "长三角"}
    assert divide("第一组") == {"note": "区域：第一组"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("13800138000", {"mobile": "13800138000"}),
        ("13800138000.0", {"mobile": "13800138000"}),
        ("023-5655 0000", {"phone": "023-56550000"}),
        ("13800138000/023-56550000", {"mobile": "13800138000", "phone": "023-56550000"}),
        ("13800138000 13900139000", {"mobile": "13800138000", "phone": "13900139000"}),
        ("手机：13800138000 邮箱：a@b.com", {"mobile": "13800138000", "email": "a@b.com"}),
        ("13800138000（微信同号）", {"mobile": "13800138000", "note": "联系方式：13800138000（微信同号）"}),
        ("1380013800", {"mobile": "1380013800"}),
        ("张总", {"mobile": "张总"}),
    ],
)
def test_numbers_of_any_kind_go_where_they_belong(text: str, found: dict[str, str]) -> None:
    assert phones("mobile", "phone", "note", "email")(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("张三 13800138000", {"name": "张三", "mobile": "13800138000"}),
        ("张三13800138000", {"name": "张三", "mobile": "13800138000"}),
        ("张三（董事长）13800138000", {"name": "张三", "title": "董事长", "mobile": "13800138000"}),
        ("李四：023-56550000", {"name": "李四", "phone": "023-56550000"}),
        ("联系人：张三，电话：13800138000", {"name": "张三", "mobile": "13800138000"}),
        ("张三", {"name": "张三"}),
        ("13800138000", {"mobile": "13800138000"}),
    ],
)
def test_a_name_and_its_number_are_told_apart(text: str, found: dict[str, str]) -> None:
    assert contact("name", "mobile", "phone", "note", "title")(text) == found


def test_two_people_in_one_cell_stay_whole_in_the_note() -> None:
    found = contact("name", "mobile", "phone", "note")("张三 13800138000；李四 13900139000")

    assert (found["name"], found["mobile"]) == ("张三", "13800138000")
    assert found["note"] == "联系人：张三 13800138000；李四 13900139000"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("重庆示例有限公司董事长", {"org": "重庆示例有限公司", "post": "董事长"}),
        ("奉节县农业农村委 主任", {"org": "奉节县农业农村委", "post": "主任"}),
        ("某某大学教授、博士生导师", {"org": "某某大学", "post": "教授、博士生导师"}),
        ("示例（集团）股份有限公司副总经理", {"org": "示例（集团）股份有限公司", "post": "副总经理"}),
        ("示例公司", {"org": "示例公司"}),
        ("自由职业", {"org": "自由职业"}),
    ],
)
def test_an_employer_is_divided_from_the_post_only_when_both_are_clear(text: str, found: dict[str, str]) -> None:
    assert employer("org", "post")(text) == found


def test_a_trade_in_free_words_is_kept_and_names_its_chain() -> None:
    assert trade("words", "chain", "code")("眼镜") == {"words": "眼镜", "chain": "眼镜"}
    assert trade("words", "chain", "code")("食品") == {"words": "食品"}
    assert trade("words", "chain", "code")("脐橙深加工") == {"words": "脐橙深加工", "chain": "脐橙（小水果）"}
    assert trade("words", "chain", "code")("中药材、肉兔") == {"words": "中药材、肉兔"}


def test_an_industry_column_takes_codes_names_and_free_words() -> None:
    divide = industry("code", "chain", "words")

    assert divide("C3587 眼镜制造") == {"code": "C3587 眼镜制造"}
    assert divide("装备制造") == {"words": "装备制造"}
    assert divide("C9999") == {"code": "C9999"}
    assert industries("codes", "note", "产业方向")("眼镜制造、光学") == {"codes": "眼镜制造", "note": "产业方向：光学"}


def test_a_chain_is_known_by_its_ledger_names() -> None:
    assert chain_of("chain")("脐橙产业链") == {"chain": "脐橙（小水果）"}
    assert chain_of("chain")("新材料") == {"chain": "新材料"}


def test_words_that_do_not_fit_go_to_the_note_behind_the_name_of_their_column() -> None:
    intent = Choice("无", "有意向")

    assert fitting(intent, "intent", "note", "投资意向")("有意向") == {"intent": "有意向"}
    assert fitting(intent, "intent", "note", "投资意向")("拟建厂") == {"note": "投资意向：拟建厂"}
    assert also_fitting("title", Choice("副高", also={"高级工程师": "副高"}), "grade")("高级工程师") == {
        "title": "高级工程师",
        "grade": "高级工程师",
    }
    assert noted("民族", "note")("土家族") == {"note": "民族：土家族"}
    assert noted("民族", "note")("/") == {}


def test_words_of_two_fields_under_one_header_find_theirs() -> None:
    divide = either(Choice("工业", "居住"), "use", Choice("标准厂房"), "kind")

    assert divide("工业") == {"use": "工业"}
    assert divide("标准厂房") == {"kind": "标准厂房"}
    assert divide("其他用途") == {"use": "其他用途"}


def test_seven_connections_stand_for_their_parts() -> None:
    kind = MultiChoice("通水", "通电", "通路", "通信", "排水", "通气", "通热", "平整")

    assert served(kind, "utilities", "note")("三通一平") == {"utilities": "通水；通电；通路；平整"}
    assert served(kind, "utilities", "note")("靠近码头") == {"note": "配套条件：靠近码头"}


def test_a_period_gives_its_two_days() -> None:
    assert period("start", "end")("2025.1.1-2027.12.31") == {"start": "2025.1.1", "end": "2027.12.31"}
    assert period("start", "end")("2025年1月至2027年12月") == {"start": "2025年1月", "end": "2027年12月"}
    assert period("start", "end")("2025-01-01至2027-12-31") == {"start": "2025-01-01", "end": "2027-12-31"}
    assert period("start", "end")("2025-01-01") == {"start": "2025-01-01"}
