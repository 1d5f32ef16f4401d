"""A file for a person is written whole or not at all."""

import errno
import os
import time
from pathlib import Path

import pytest

from fj_desktop.core.progress import Cancelled
from fj_desktop.errors import UserError
from fj_desktop.exchange.outfile import writing


def windows_error(code: int) -> PermissionError:
    error = PermissionError(errno.EACCES, "held")
    error.winerror = code  # type: ignore[attr-defined]
    return error


def write_half(out: Path, then: Exception) -> None:
    with writing(out) as temporary:
        temporary.write_bytes(b"half")
        raise then


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_finished_file_has_the_name_and_nothing_else_is_left(tmp_path: Path) -> None:
    with writing(tmp_path / "名单.xlsx") as temporary:
        assert temporary.parent == tmp_path
        assert temporary.suffix == ".xlsx"
        temporary.write_bytes(b"all")

    assert names(tmp_path) == ["名单.xlsx"]
    assert (tmp_path / "名单.xlsx").read_bytes() == b"all"


def test_an_existing_file_is_replaced_only_by_a_whole_one(tmp_path: Path) -> None:
    out = tmp_path / "名单.csv"
    out.write_bytes(b"old")

    with pytest.raises(Cancelled):
        write_half(out, Cancelled())

    assert out.read_bytes() == b"old"
    assert names(tmp_path) == ["名单.csv"]


def test_a_file_that_cannot_be_read_back_is_not_kept(tmp_path: Path) -> None:
    def refuse(path: Path) -> None:
        assert path.read_bytes() == b"torn"
        raise UserError("读不回来")

    with pytest.raises(UserError, match="读不回来"), writing(tmp_path / "a.pdf", verify=refuse) as temporary:
        temporary.write_bytes(b"torn")

    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "磁盘空间不够"),
        (errno.EROFS, "只读"),
        (errno.EACCES, "没有权限"),
        (errno.EIO, "断开或读写出错"),
        (errno.ENODEV, "断开或读写出错"),
        (errno.ENAMETOOLONG, "太长"),
        (errno.EBUSY, f"系统错误 {errno.EBUSY}"),
    ],
)
def test_a_fault_of_the_disk_is_said_in_plain_words(tmp_path: Path, code: int, words: str) -> None:
    with pytest.raises(UserError, match=words) as caught:
        write_half(tmp_path / "名单.xlsx", OSError(code, "fault"))

    assert "名单.xlsx" in caught.value.text
    assert names(tmp_path) == []


def test_a_fault_in_another_folder_is_not_blamed_on_the_file_being_written(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), writing(tmp_path / "a.pdf"):
        (tmp_path / "elsewhere" / "font.ttf").read_bytes()


def test_a_missing_folder_and_a_folder_in_place_of_the_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="不存在"), writing(tmp_path / "u盘" / "a.pdf"):
        pass
    with pytest.raises(UserError, match="是一个文件夹"), writing(tmp_path):
        pass


def test_a_file_held_by_another_program_is_tried_again_until_it_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [windows_error(32), windows_error(5), windows_error(33)]
    replace = Path.replace

    def busy(self: Path, target: Path) -> Path:
        if held:
            raise held.pop()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    waited: list[float] = []

    with writing(tmp_path / "a.xlsx", pause=waited.append) as temporary:
        temporary.write_bytes(b"x")

    assert waited == [0.05, 0.1, 0.2]
    assert names(tmp_path) == ["a.xlsx"]


def test_a_file_held_for_good_is_left_as_it_was_and_the_person_is_told_to_close_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.xlsx"
    out.write_bytes(b"old")

    def busy(self: Path, target: Path) -> Path:
        raise windows_error(32)

    monkeypatch.setattr(Path, "replace", busy)
    waited: list[float] = []

    with pytest.raises(UserError, match="WPS"), writing(out, pause=waited.append) as temporary:
        temporary.write_bytes(b"new")

    assert waited == [0.05, 0.1, 0.2, 0.4, 0.8, 1.0]
    assert out.read_bytes() == b"old"
    assert names(tmp_path) == ["a.xlsx"]


def test_what_a_killed_run_left_is_swept_but_a_running_one_is_not_disturbed(tmp_path: Path) -> None:
    old, young = tmp_path / ".fj-part-0.pdf", tmp_path / ".fj-part-1.pdf"
    old.write_bytes(b"secret")
    young.write_bytes(b"busy")
    os.utime(old, (time.time() - 7200,) * 2)

    with writing(tmp_path / "a.pdf") as temporary:
        temporary.write_bytes(b"x")

    assert names(tmp_path) == [".fj-part-1.pdf", "a.pdf"]
