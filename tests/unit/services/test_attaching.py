"""Attachments of a record: what is taken, found, undone, opened and saved."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from fj_desktop.core.progress import Cancelled, Unwatched
from fj_desktop.errors import RefusedFileError, UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.paths import Profile
from fj_desktop.services.attachment_sources import MOST_AT_ONCE, Source, gathered
from fj_desktop.services.attachment_view import Attached
from fj_desktop.services.desk import Desk
from fj_desktop.services.jumping import JumpService
from fj_desktop.store import attachments
from tests.support.attached import pdf_file, text_file
from tests.support.desks import open_desk

LAND, COMPANIES = CATALOG["land"], CATALOG["companies"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = open_desk(beside=tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def plot(desk: Desk) -> uuid.UUID:
    return desk.records.add(LAND, {"parcel_no": "示例-001"})


def attach(desk: Desk, record: uuid.UUID, *paths: Path) -> list[Attached]:
    done = desk.attachments.add(LAND, record, gathered(paths))
    assert done.refused == ()
    return [desk.attachments.one(one) for one in done.added]


def files(tmp_path: Path) -> list[Path]:
    return attachments.files(Profile(tmp_path / "desk"))


def test_files_of_several_kinds_are_attached_in_one_step(desk: Desk, plot: uuid.UUID, tmp_path: Path) -> None:
    attach(desk, plot, pdf_file(tmp_path / "合同.pdf", "words"), text_file(tmp_path / "记录.txt", "会议"))
    found = desk.attachments.of(LAND, plot)
    assert [(one.name, one.kind_title, one.warning, one.opens) for one in found] == [
        ("合同.pdf", "PDF", "", True),
        ("记录.txt", "文本", "", True),
    ]
    assert desk.attachments.content(found[1]) == "会议".encode()
    assert desk.undoing.undo().words == "已撤销：添加附件“记录.txt”等多条（附件）"
    assert desk.attachments.of(LAND, plot) == []
    desk.undoing.redo()
    assert len(desk.attachments.of(LAND, plot)) == 2


def test_the_same_content_is_kept_once_for_all_records(desk: Desk, plot: uuid.UUID, tmp_path: Path) -> None:
    other = desk.records.add(COMPANIES, {"name": "示例公司"})
    attach(desk, plot, text_file(tmp_path / "a.txt", "同样的内容"))
    desk.attachments.add(COMPANIES, other, gathered([text_file(tmp_path / "b.txt", "同样的内容")]))
    assert len(files(tmp_path)) == 1
    assert [one.name for one in desk.attachments.of(COMPANIES, other)] == ["b.txt"]


def test_dangerous_empty_and_missing_files_are_refused_and_the_rest_is_taken(
    desk: Desk, plot: uuid.UUID, tmp_path: Path
) -> None:
    (tmp_path / "程序.pdf").write_bytes(b"MZ\x90\0" + bytes(100))
    (tmp_path / "空.txt").write_bytes(b"")
    paths = [tmp_path / "程序.pdf", tmp_path / "空.txt", tmp_path / "没有.txt", text_file(tmp_path / "a.bat", "x")]
    done = desk.attachments.add(LAND, plot, gathered([*paths, text_file(tmp_path / "好.txt", "好")]))
    assert [name for name, _ in done.refused] == ["程序.pdf", "空.txt", "没有.txt", "a.bat"]
    assert [one.name for one in desk.attachments.of(LAND, plot)] == ["好.txt"]
    assert len(files(tmp_path)) == 1


def test_a_suffix_that_lies_is_told_and_such_a_file_is_not_opened(desk: Desk, plot: uuid.UUID, tmp_path: Path) -> None:
    (one,) = attach(desk, plot, pdf_file(tmp_path / "合同.docx", "x"))
    assert one.warning == "内容是 PDF，后缀却是 .docx"
    with pytest.raises(UserError, match="不能从这里打开"):
        desk.attachments.give_copy(one)


def test_the_words_inside_are_found_with_the_record_and_the_name(desk: Desk, plot: uuid.UUID, tmp_path: Path) -> None:
    (one,) = attach(desk, plot, pdf_file(tmp_path / "合同.pdf", "greenhouse"))
    found = desk.search.find("greenhouse")
    assert [(hit.library, hit.id, hit.title, hit.detail) for hit in found] == [
        (LAND, plot, "示例-001", "附件：合同.pdf")
    ]
    assert [hit.detail for hit in desk.search.find("合同")] == ["附件：合同.pdf"]
    assert [(hit.id, hit.detail) for hit in JumpService(desk.view.store).find("合同")] == [(plot, "附件：合同.pdf")]
    assert desk.search.find("land") == []
    desk.attachments.remove([one.id])
    assert desk.search.find("greenhouse") == []
    desk.undoing.undo()
    assert len(desk.search.find("greenhouse")) == 1
    desk.records.delete(LAND, [plot])
    assert desk.search.find("greenhouse") == []


def test_a_removed_attachment_can_be_listed_and_its_content_stays(desk: Desk, plot: uuid.UUID, tmp_path: Path) -> None:
    (one,) = attach(desk, plot, text_file(tmp_path / "a.txt", "x"))
    assert desk.attachments.remove([one.id]) == 1
    assert [gone.id for gone in desk.attachments.of(LAND, plot, deleted=True)] == [one.id]
    desk.attachments.sweep()
    assert desk.attachments.content(one) == b"x"


def test_an_attachment_has_the_visibility_of_its_record(desk: Desk, plot: uuid.UUID, tmp_path: Path) -> None:
    person = desk.records.add(CATALOG["people"], {"name": "张三"})
    desk.attachments.add(CATALOG["people"], person, [Source("a.txt", content=b"y")])
    attach(desk, plot, text_file(tmp_path / "a.txt", "x"))
    with desk.view.store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT owner_table, office_code, visibility FROM attachment").fetchall()
    assert {tuple(row) for row in rows} == {("person", "YRD", "office"), (LAND.table, "YRD", "county")}


def test_a_copy_for_another_program_is_wiped_when_the_desk_closes(desk: Desk, plot: uuid.UUID, tmp_path: Path) -> None:
    (one,) = attach(desk, plot, text_file(tmp_path / "a.txt", "x"))
    path = desk.attachments.give_copy(one)
    assert (path.name, path.read_bytes()) == ("a.txt", b"x")
    desk.attachments.wipe()
    assert not path.exists()
    assert desk.attachments.give_copy(one).exists()
    desk.close()
    assert not (tmp_path / "desk" / "opened").exists()


def test_saving_elsewhere_and_opening_are_kept_in_the_audit(desk: Desk, plot: uuid.UUID, tmp_path: Path) -> None:
    (one,) = attach(desk, plot, text_file(tmp_path / "a.txt", "x"))
    desk.attachments.save(one, tmp_path / "out.txt")
    desk.attachments.give_copy(one)
    assert (tmp_path / "out.txt").read_bytes() == b"x"
    with desk.view.store.reading() as connection:
        rows = connection.exec_driver_sql('SELECT act, library, "row" FROM _access ORDER BY no').fetchall()
    assert [(row[0], row[1], bytes(row[2])) for row in rows] == [
        ("save-attachment", "land", plot.bytes),
        ("open-attachment", "land", plot.bytes),
    ]


def test_a_stop_adds_nothing(desk: Desk, plot: uuid.UUID, tmp_path: Path) -> None:
    class Stop(Unwatched):
        def at(self, done: int, total: int | None, text: str = "") -> None:
            if done:
                raise Cancelled

    sources = gathered([text_file(tmp_path / "a.txt", "x"), text_file(tmp_path / "b.txt", "y")])
    with pytest.raises(Cancelled):
        desk.attachments.add(LAND, plot, sources, Stop())
    assert desk.attachments.of(LAND, plot) == []


def test_a_record_that_is_deleted_or_missing_takes_none(desk: Desk, plot: uuid.UUID) -> None:
    desk.records.delete(LAND, [plot])
    with pytest.raises(UserError, match="回收站"):
        desk.attachments.add(LAND, plot, [Source("a.txt", content=b"x")])
    with pytest.raises(UserError, match="没有编号"):
        desk.attachments.add(LAND, uuid.uuid4(), [Source("a.txt", content=b"x")])
    with pytest.raises(UserError, match="没有编号"):
        desk.attachments.one(uuid.uuid4())


def test_a_folder_gives_its_files_without_hidden_ones_and_links(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("in/b.txt", "in/deep/a.txt", "in/.hidden", "outside.txt"):
        text_file(tmp_path / name, "x")
    if os.name != "nt":
        (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "outside.txt")
        (tmp_path / "in" / "round").symlink_to(tmp_path)
    assert [one.name for one in gathered([tmp_path / "in"])] == ["b.txt", "a.txt"]


def test_too_many_at_once_are_refused_whole(tmp_path: Path) -> None:
    with pytest.raises(RefusedFileError, match="最多"):
        gathered([tmp_path / "a.txt"] * (MOST_AT_ONCE + 1))


def test_a_device_or_pipe_is_no_file_to_attach(desk: Desk, plot: uuid.UUID, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("no pipes in folders there")
    os.mkfifo(tmp_path / "a.txt")
    done = desk.attachments.add(LAND, plot, gathered([tmp_path / "a.txt"]))
    assert done.added == ()


def test_the_history_of_a_record_tells_of_its_attachments(desk: Desk, plot: uuid.UUID, tmp_path: Path) -> None:
    (one,) = attach(desk, plot, text_file(tmp_path / "a.txt", "x"))
    desk.attachments.remove([one.id])
    desk.undoing.undo()
    told = [
        (event.what, line.label, line.before, line.after)
        for event in desk.history.of(LAND, plot)
        for line in event.lines
    ]
    assert told[:3] == [
        ("撤销", "附件", "", "a.txt"),
        ("移除附件", "附件", "a.txt", ""),
        ("添加附件", "附件", "", "a.txt"),
    ]
    assert desk.history.of(COMPANIES, desk.records.add(COMPANIES, {"name": "示例公司"}))[0].what == "新增"


def test_a_record_with_many_attachments_takes_one_row_of_the_palette(desk: Desk, plot: uuid.UUID) -> None:
    sources = [Source(f"合同{at}.txt", content=str(at).encode()) for at in range(4)]
    desk.attachments.add(LAND, plot, sources)
    desk.records.change(LAND, plot, {"note": "合同"})
    assert [(hit.id, hit.detail.startswith("附件")) for hit in JumpService(desk.view.store).find("合同")] == [
        (plot, False)
    ]
    assert len(desk.search.find("合同")) == 5
