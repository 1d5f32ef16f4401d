"""Every job without a window: what it prints, where it prints it, and how it ends."""

import uuid
from pathlib import Path

import pytest

from fj_desktop.paths import Profile
from fj_desktop.services.session import Session
from tests.support.cheap_keys import PASSPHRASE
from tests.support.command_line import good, refused, run_here

ZHANG = ("person_name=张三", "person_mobile=13900001234", "company_name=白帝眼镜有限公司")


def test_a_new_desk_is_made_and_its_code_shown_once(tmp_path: Path) -> None:
    done = good(tmp_path / "new", "init", "--office", "粤港澳大湾区", "--person", "冉示例", "--no-keyring")

    assert len([line for line in done.out.splitlines() if line.count("-") == 7]) == 1
    staff = good(tmp_path / "new", "list", "staff", "--json").json
    assert [(one["name"], one["office_id"]) for one in staff] == [("冉示例", "粤港澳大湾区")]


@pytest.mark.parametrize("name", ["code.txt", "code.pdf"])
def test_the_code_goes_into_a_file_instead_of_the_terminal(tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    done = good(
        tmp_path / "new", "init", "--office", "yrd", "--person", "冉示例", "--recovery-out", str(out), "--no-keyring"
    )

    assert not [line for line in done.out.splitlines() if line.count("-") == 7]
    assert out.stat().st_size > 40


def test_a_code_that_no_file_takes_is_shown_instead_of_lost(tmp_path: Path) -> None:
    out = str(tmp_path / "nowhere" / "code.pdf")
    done = run_here(
        tmp_path / "new", "init", "--office", "YRD", "--person", "甲", "--recovery-out", out, "--no-keyring"
    )

    assert done.code == 0
    assert "不存在" in done.err
    code = next(line for line in done.out.splitlines() if line.count("-") == 7)
    (tmp_path / "code").write_text(code, "utf-8")
    (tmp_path / "next").write_text("石榴树下 umbrella 雪人 19", "utf-8")
    files = ("--recovery-file", str(tmp_path / "code"), "--new-passphrase-file", str(tmp_path / "next"))
    assert good(tmp_path / "new", "passphrase", *files).out
    assert good(tmp_path / "new", "--passphrase-file", str(tmp_path / "next"), "check").out == "台账完好。\n"
    assert run_here(tmp_path / "new", "list", "staff").code == 3


@pytest.mark.parametrize(("office", "person", "says"), [("上海", "甲", "没有办事处“上海”"), ("YRD", " ", "请填写姓名")])
def test_a_desk_without_office_or_person_is_not_made(tmp_path: Path, office: str, person: str, says: str) -> None:
    assert says in refused(tmp_path / "new", "init", "--office", office, "--person", person, "--no-keyring")
    assert not (tmp_path / "new" / "desk.fjdb").exists()


def test_a_second_desk_in_the_same_place_is_refused(profile: Path) -> None:
    assert "已有台账" in refused(profile, "init", "--office", "YRD", "--person", "甲", "--no-keyring")


def test_a_record_is_added_changed_deleted_and_brought_back(profile: Path) -> None:
    record = good(profile, "add", "entrepreneurs", *ZHANG).out.strip()
    assert str(uuid.UUID(record)) == record

    assert good(profile, "set", "entrepreneurs", record, "person_title=董事长", "intent_amount_wan=1.2亿").out == ""
    found = good(profile, "show", "entrepreneurs", record, "--json", "--reveal").json
    assert (found["person_title"], found["intent_amount_wan"]) == ("董事长", "12000")

    good(profile, "delete", "entrepreneurs", record)
    assert good(profile, "list", "entrepreneurs", "--json").json == []
    assert [one["id"] for one in good(profile, "list", "entrepreneurs", "--deleted", "--json").json] == [record]
    assert "用到它" not in run_here(profile, "delete", "people", record).err

    good(profile, "restore", "entrepreneurs", record)
    assert [one["id"] for one in good(profile, "list", "entrepreneurs", "--json").json] == [record]


def test_the_id_of_a_new_record_is_given_as_json_too(profile: Path) -> None:
    record = good(profile, "add", "land", "name=一号", "--json").json["id"]

    assert good(profile, "list", "land", "--json").json[0]["id"] == record


def test_a_list_is_an_array_of_objects_with_covered_values(profile: Path) -> None:
    good(profile, "add", "entrepreneurs", *ZHANG)
    good(profile, "add", "entrepreneurs", "person_name=李四", "person_mobile=13900005678")

    found = good(profile, "list", "entrepreneurs", "--json").json
    assert [one["person_name"] for one in found] == ["李四", "张三"]
    assert {one["person_mobile"] for one in found} == {"139****1234", "139****5678"}
    assert len(good(profile, "list", "entrepreneurs", "--json", "--limit", "1").json) == 1
    revealed = good(profile, "list", "entrepreneurs", "--json", "--reveal").json
    assert {one["person_mobile"] for one in revealed} == {"13900001234", "13900005678"}


def test_a_list_for_people_has_its_count_apart_from_the_rows(profile: Path) -> None:
    good(profile, "add", "entrepreneurs", *ZHANG)

    done = run_here(profile, "list", "entrepreneurs")

    assert (done.code, done.err.strip()) == (0, "共 1 条")
    assert "张三" in done.out
    assert "13900001234" not in done.out


def test_one_record_is_shown_with_its_labels(profile: Path) -> None:
    plot = good(profile, "add", "land", "name=一号", "area_m2=30亩").out.strip()

    assert "面积（㎡）：30 亩" in good(profile, "show", "land", plot).out.splitlines()


def test_a_search_goes_over_all_libraries(profile: Path) -> None:
    good(profile, "add", "entrepreneurs", *ZHANG)

    found = good(profile, "search", "bdyj", "--json").json
    assert [(one["library"], one["title"]) for one in found] == [("companies", "白帝眼镜有限公司")]
    assert {one["library"] for one in good(profile, "search", "1234", "--json").json} == {"entrepreneurs", "people"}
    assert "张三" in good(profile, "search", "张三").out
    assert good(profile, "search", '" OR *', "--json").json == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("add", "land", "note=无名"), "“名称”必填"),
        (("add", "land", "name=一号", "area_m2=20"), "“面积”缺少单位"),
        (("add", "land", "name=一号", "colour=红"), "没有这个字段"),
        (("add", "land", "一号"), "应写成 字段=值"),
        (("add", "plots", "name=一号"), "没有名为“plots”的库"),
        (("set", "land", "一号", "name=二号"), "不是记录编号"),
        (("show", "land", "00000000-0000-0000-0000-000000000001", "--json"), "没有编号为"),
        (("delete", "land", "00000000-0000-0000-0000-000000000001"), "没有编号为"),
        (("undo-import", "00000000-0000-0000-0000-000000000001"), "没有编号为"),
        (("export", "land", "out.docx"), "不认识的文件类型"),
        (("export", "land", "nowhere/out.xlsx"), "不存在"),
        (("import", "land", "nowhere.xlsx"), "nowhere.xlsx"),
    ],
)
def test_what_can_not_be_done_is_refused_in_words(profile: Path, arguments: tuple[str, ...], says: str) -> None:
    assert says in refused(profile, *arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",), ("add",), ("list",), ("list", "land", "--limit", "0"), ("list", "land", "--limit", "-1"),
        ("import", "land", "a.csv", "--on-duplicate", "merge"), ("init", "--office", "YRD"),
        ("list", "land", "--passphrase", PASSPHRASE),
    ],
)  # fmt: skip
def test_a_wrong_use_ends_with_two(profile: Path, arguments: tuple[str, ...]) -> None:
    done = run_here(profile, *arguments)

    assert (done.code, done.out) == (2, "")
    assert "--help 查看用法" in done.err


def test_a_wrong_passphrase_ends_with_three(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FJ_PASSPHRASE", PASSPHRASE + "x")
    done = run_here(profile, "list", "land", "--json")

    assert (done.code, done.out) == (3, "")
    assert "口令" in done.err


def test_without_any_passphrase_and_terminal_it_ends_with_three(profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FJ_PASSPHRASE")
    done = run_here(profile, "list", "land")

    assert done.code == 3
    assert "--passphrase-file" in done.err


@pytest.mark.parametrize("content", [PASSPHRASE, PASSPHRASE + "\n", "\ufeff" + PASSPHRASE + "\r\nsecond line\n"])
def test_a_passphrase_may_stand_in_the_first_line_of_a_file(
    profile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    monkeypatch.delenv("FJ_PASSPHRASE")
    file = tmp_path / "passphrase"
    file.write_bytes(content.encode())

    assert good(profile, "list", "land", "--json", "--passphrase-file", str(file)).json == []
    assert good(profile, "--passphrase-file", str(file), "list", "land", "--json").json == []


def test_a_passphrase_file_that_can_not_be_read_is_named(profile: Path) -> None:
    assert "nowhere" in refused(profile, "list", "land", "--passphrase-file", "nowhere")


def test_a_missing_desk_is_told_where(tmp_path: Path) -> None:
    assert str(tmp_path / "empty") in refused(tmp_path / "empty", "list", "land")
    assert not (tmp_path / "empty").exists()


@pytest.mark.parametrize("command", ["check", "list"])
def test_a_damaged_store_ends_with_four_and_stays_as_it_is(profile: Path, command: str) -> None:
    store = profile / "desk.fjdb"
    content = bytearray(store.read_bytes())
    content[100:200] = bytes(100)
    store.write_bytes(content)

    done = run_here(profile, command, *(["land", "--json"] if command == "list" else []))

    assert done.code == 4
    assert store.read_bytes() == bytes(content)
    assert "备份" in done.err + done.out


def test_damage_in_the_middle_is_found_by_the_check(profile: Path) -> None:
    store = profile / "desk.fjdb"
    content = bytearray(store.read_bytes())
    content[len(content) // 2] ^= 1
    store.write_bytes(content)

    done = run_here(profile, "check")

    assert done.code == 4
    assert "台账有损坏，请用备份恢复" in done.out


def test_a_whole_store_says_so(profile: Path) -> None:
    assert good(profile, "check").out == "台账完好。\n"


def test_the_profile_may_stand_before_and_behind_the_command(profile: Path, tmp_path: Path) -> None:
    assert good(profile, "list", "land", "--json").json == []
    assert good(tmp_path / "elsewhere", "list", "land", "--json", "--profile", str(profile)).json == []


def test_while_another_process_writes_only_reading_goes_on(profile: Path) -> None:
    with Session.of(Profile(profile)).hold("窗口"):
        assert good(profile, "list", "land", "--json").json == []
        assert refused(profile, "add", "land", "name=一号")


def test_the_help_is_chinese(profile: Path) -> None:
    done = run_here(profile, "--help")

    assert done.code == 0
    assert "导入 .xlsx .xls .ods .csv .vcf" in done.out


def test_past_imports_are_listed_with_their_state(profile: Path, tmp_path: Path) -> None:
    file = tmp_path / "地块.csv"
    file.write_text("名称\n甲地块\n乙地块\n", "utf-8-sig")
    batch = good(profile, "import", "land", str(file), "--json").json["batch"]
    (one,) = good(profile, "imports", "--json").json
    assert (one["batch"], one["file"], one["added"], one["undone_at"]) == (batch, "地块.csv", 2, "")
    good(profile, "undo-import", batch, "--json")
    assert "已收回" in good(profile, "imports").out
