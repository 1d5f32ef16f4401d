"""Address books of phones and mail programs come in under the headers of the people's library; nothing is lost."""

from pathlib import Path

import pytest

from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import Book, read_book


def read(folder: Path, text: str | bytes, name: str = "通讯录.vcf") -> Book:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_book(path)


def people(folder: Path, text: str | bytes) -> list[dict[str, str]]:
    header, *rows = read(folder, text).sheets[0].rows
    return [{str(name): str(value) for name, value in zip(header, row, strict=True) if value} for row in rows]


def person(folder: Path, *lines: str) -> dict[str, str]:
    (found,) = people(folder, "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""]))
    return found


def test_the_headers_are_those_of_the_people_library(tmp_path: Path) -> None:
    book = read(tmp_path, "BEGIN:VCARD\nVERSION:3.0\nFN:张三\nNOTE:备注\nEND:VCARD\n")

    header = [
        "姓名",
        "手机",
        "固定电话",
        "邮箱",
        "工作单位",
        "职务",
        "家庭住址",
        "微信",
        "官网",
        "性别",
        "出生日期",
        "备注",
    ]
    assert book.sheets[0].rows[0] == header
    assert (book.kind, book.sheets[0].name) == ("vcf", "通讯录")


def test_a_card_of_an_iphone(tmp_path: Path) -> None:
    found = person(
        tmp_path,
        "PRODID:-//Apple Inc.//iPhone OS 17.5//EN",
        "N:冉;示例;;;",
        "FN:示例 冉",
        "ORG:某某光学有限公司;市场部",
        "TITLE:总经理",
        "item1.EMAIL;type=INTERNET;type=pref:a@example.com",
        "item1.X-ABLabel:_$!<Work>!$_",
        "TEL;type=CELL;type=VOICE;type=pref:138 0013 8000",
        "TEL;type=WORK;type=VOICE:023-56550000",
        "item2.ADR;type=HOME;type=pref:;;鱼复街道 1 号;重庆市;重庆市;404600;中国",
        "item3.URL;type=pref:https://example.com",
        "BDAY:1980-03-22",
        "NOTE:展会认识\\n想看地\\, 近期来",
    )

    assert found == {
        "姓名": "冉示例",
        "手机": "138 0013 8000",
        "固定电话": "023-56550000",
        "邮箱": "a@example.com",
        "工作单位": "某某光学有限公司",
        "职务": "总经理",
        "家庭住址": "重庆市鱼复街道 1 号（邮编 404600）",
        "官网": "https://example.com",
        "出生日期": "1980-03-22",
        "备注": "展会认识\n想看地, 近期来\n部门：市场部",
    }


def test_a_card_of_an_android_phone_in_quoted_printable(tmp_path: Path) -> None:
    text = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\n"
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=B8=89;;;\r\n"
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0=E4=B8=89\r\n"
        "TEL;CELL;PREF:13800138000\r\nTEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=E5=85=B6):13800138001\r\n"
        "NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=AC=AC=E4=B8=80=\r\n=E8=A1=8C=0D=0A=\r\n=E7=AC=AC=E4=BA=8C\r\n"
        "END:VCARD\r\n"
    )

    assert people(tmp_path, text) == [
        {"姓名": "张三", "手机": "13800138000", "备注": "第一行\n第二\n其他手机：13800138001"}
    ]


@pytest.mark.parametrize("charset", ["GBK", "gb2312", "GB18030"])
def test_quoted_printable_in_another_charset_and_small_letters(tmp_path: Path, charset: str) -> None:
    text = f"BEGIN:VCARD\nVERSION:2.1\nN;encoding=quoted-printable;charset={charset}:=D5=C5;=C8=FD\nEND:VCARD\n"

    assert people(tmp_path, text) == [{"姓名": "张三"}]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_whole_file_in_another_encoding(tmp_path: Path, encoding: str) -> None:
    text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:张三\r\nORG:奉节县某公司\r\nEND:VCARD\r\n"

    assert people(tmp_path, text.encode(encoding)) == [{"姓名": "张三", "工作单位": "奉节县某公司"}]


def test_a_value_folded_in_the_middle_of_a_character(tmp_path: Path) -> None:
    folded = "ORG:重庆市奉节县".encode()
    text = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:a\r\n" + folded[:6] + b"\r\n " + folded[6:] + b"\r\nEND:VCARD\r\n"

    assert people(tmp_path, text) == [{"姓名": "a", "工作单位": "重庆市奉节县"}]


def test_several_numbers_and_addresses_are_kept_in_the_remarks(tmp_path: Path) -> None:
    found = person(
        tmp_path,
        "FN:张三",
        "TEL;TYPE=WORK:+8613800138000",
        "TEL;TYPE=CELL:+852 9123 4567",
        "TEL;TYPE=HOME:02356550000",
        "TEL;TYPE=WORK:02356550001",
        "TEL;TYPE=WORK,FAX:02356550002",
        "EMAIL:a@example.com",
        "EMAIL:b@example.com",
        "ORG:甲公司",
        "ORG:乙公司",
        "TITLE:董事长",
        "ROLE:会长",
        "ADR;TYPE=WORK:;;西部大道 8 号;奉节县;重庆市;;",
        "X-QQ:10001",
        "NICKNAME:老张",
    )

    assert found["手机"] == "+8613800138000"
    assert found["固定电话"] == "02356550000"
    assert found["备注"].split("\n") == [
        "传真：02356550002",
        "其他手机：+852 9123 4567",
        "其他电话：02356550001",
        "其他单位：乙公司",
        "其他职务：会长",
        "其他邮箱：b@example.com",
        "单位地址：重庆市奉节县西部大道 8 号",
        "QQ：10001",
        "昵称：老张",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "X-WECHAT:zhang3",
        "IMPP;X-SERVICE-TYPE=WeChat:x-apple:zhang3",
        "IMPP:wechat:zhang3",
        "X-SOCIALPROFILE;TYPE=wechat:zhang3",
    ],
)
def test_a_wechat_name_in_any_of_its_ways(tmp_path: Path, line: str) -> None:
    assert person(tmp_path, "FN:张三", line) == {"姓名": "张三", "微信": "zhang3"}


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("N:欧阳;修;;;", "FN:修 欧阳"), "欧阳修"),
        (("N:张三;;;;",), "张三"),
        (("N:;张三;;;",), "张三"),
        (("FN:张 三",), "张三"),
        (("N:Smith;John;;;", "FN:John Smith"), "John Smith"),
        (("N:Smith;John;Q;;",), "John Q Smith"),
        (("N:张\\;三;;;;",), "张;三"),
    ],
)
def test_the_name_stands_as_it_is_said(tmp_path: Path, lines: tuple[str, ...], name: str) -> None:
    assert person(tmp_path, *lines)["姓名"] == name


def test_version_four_with_its_uris(tmp_path: Path) -> None:
    found = person(
        tmp_path, "FN:张三", 'TEL;VALUE=uri;TYPE="voice,cell":tel:+86-138-0013-8000', "GENDER:F", "BDAY:19800322"
    )

    assert found == {"姓名": "张三", "手机": "+86-138-0013-8000", "性别": "女", "出生日期": "1980-03-22"}


def test_pictures_are_passed_over(tmp_path: Path) -> None:
    picture = ["PHOTO;ENCODING=b;TYPE=JPEG:" + "/9j/" * 15, *[" " + "AAAA" * 18 for _ in range(2000)]]

    assert person(tmp_path, "FN:张三", *picture, "TEL:13800138000") == {"姓名": "张三", "手机": "13800138000"}


def test_odd_lines_do_not_lose_the_card(tmp_path: Path) -> None:
    found = person(tmp_path, "乱行", ":", ";;;:x", 'TEL;TYPE="CELL:1', "FN:张三", "N;CHARSET=x-unknown:张;三", "")

    assert found["姓名"] == "张三"


def test_a_last_card_without_its_end_is_kept_with_a_note(tmp_path: Path) -> None:
    book = read(tmp_path, "BEGIN:VCARD\nFN:甲\nEND:VCARD\nBEGIN:VCARD\nFN:乙\nTEL:138")

    assert [row[0] for row in book.sheets[0].rows] == ["姓名", "甲", "乙"]
    assert "没有结尾" in book.notes[0]


def test_a_card_within_a_card_is_passed_over(tmp_path: Path) -> None:
    assert person(tmp_path, "FN:甲", "AGENT:", "BEGIN:VCARD", "FN:乙", "END:VCARD", "TITLE:经理")["姓名"] == "甲"


def test_too_many_cards_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match="名片超过 20,000 张"):
        read(tmp_path, "BEGIN:VCARD\nFN:甲\nEND:VCARD\n" * 20_001)


def test_a_file_without_cards_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match="没有联系人名片"):
        read(tmp_path, "姓名,电话\n")
