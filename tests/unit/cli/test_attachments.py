"""Attachments without a window, and what the check says of them."""

from pathlib import Path

from fj_desktop.paths import Profile
from fj_desktop.store import attachments
from tests.support.attached import pdf_file, text_file
from tests.support.command_line import good, refused, run_here


def test_a_file_is_attached_listed_found_saved_removed_and_brought_back(profile: Path, tmp_path: Path) -> None:
    record = good(profile, "add", "land", "parcel_no=示例-001").out.strip()
    bad = text_file(tmp_path / "a.bat", "x")
    done = good(
        profile, "attach", "land", record, str(pdf_file(tmp_path / "合同.pdf", "greenhouse")), str(bad), "--json"
    )
    (one,) = done.json["added"]
    assert [line["name"] for line in done.json["refused"]] == ["a.bat"]
    (listed,) = good(profile, "attachments", "land", record, "--json").json
    assert (listed["id"], listed["name"], listed["kind"]) == (one, "合同.pdf", "pdf")
    assert "附件：合同.pdf" in good(profile, "search", "greenhouse").out

    good(profile, "attachment-save", one, str(tmp_path / "out.pdf"))
    assert (tmp_path / "out.pdf").read_bytes() == (tmp_path / "合同.pdf").read_bytes()
    good(profile, "detach", one)
    assert good(profile, "attachments", "land", record).out == ""
    assert one in good(profile, "attachments", "land", record, "--deleted").out
    good(profile, "undo")
    assert "合同.pdf\tPDF" in good(profile, "attachments", "land", record).out


def test_nothing_but_refused_files_ends_with_one(profile: Path, tmp_path: Path) -> None:
    record = good(profile, "add", "land", "parcel_no=示例-001").out.strip()
    done = run_here(profile, "attach", "land", record, str(text_file(tmp_path / "a.ps1", "x")))
    assert (done.code, "没有添加：“a.ps1”" in done.out) == (1, True)
    assert "没有编号" in refused(profile, "attachment-save", record, str(tmp_path / "out"))


def test_the_check_names_an_attachment_whose_content_is_missing_or_damaged(profile: Path, tmp_path: Path) -> None:
    record = good(profile, "add", "land", "parcel_no=示例-001").out.strip()
    good(profile, "attach", "land", record, str(text_file(tmp_path / "甲.txt", "x")))
    good(profile, "check")
    (content,) = attachments.files(Profile(profile))
    whole = content.read_bytes()
    content.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    done = run_here(profile, "check")
    assert (done.code, "附件核对：“甲.txt”的内容缺失或已损坏" in done.out) == (4, True)
    content.unlink()
    assert run_here(profile, "check").code == 4
    good(profile, "undo")
    good(profile, "check")
