"""What an attachment is and says, looked at by the confined worker."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas

from fj_desktop.core.progress import Cancelled, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.exchange.looking import kinds, limits, looker
from fj_desktop.exchange.looking.kinds import contradicts, kind_of
from fj_desktop.exchange.looking.looker import Facts, look, page


def pdf(*lines: str, password: str = "") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 400), encrypt=password or None)
    for line in lines:
        canvas.drawString(20, 300, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def word(text: str, **more: bytes) -> bytes:
    body = f'<w:document xmlns:w="u"><w:p><w:r><w:t>{text}</w:t></w:r></w:p><w:p><w:r><w:t>第二段</w:t></w:r></w:p></w:document>'
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": body.encode(), **more})


def looked(content: bytes, suffix: str = "") -> Facts:
    return look(lambda: [content[at : at + 70_000] for at in range(0, len(content), 70_000)] or [b""], suffix)


def test_the_words_of_a_pdf_are_taken() -> None:
    assert looked(pdf("first page", "second page")) == Facts("pdf", words="first page\nsecond page")


def test_the_words_of_word_excel_slides_and_text_are_taken() -> None:
    workbook, out = Workbook(), io.BytesIO()
    workbook.active.append(["地块", 12.5])
    workbook.save(out)
    slides = archive({"[Content_Types].xml": b"<Types/>", "ppt/slides/slide1.xml": b"<a:p><a:t>slide</a:t></a:p>"})
    assert looked(word("合同正文")) == Facts("docx", words="合同正文\n第二段")
    assert looked(out.getvalue()).words == "Sheet\n地块 12.5"
    assert looked(slides) == Facts("pptx", words="slide")
    assert looked("奉节的\r\n脐橙，很甜".encode("gb18030")) == Facts("text", words="奉节的\n脐橙，很甜")


def test_macros_passwords_and_what_is_not_looked_into_are_marked() -> None:
    assert looked(word("x", **{"word/vbaProject.bin": b"x"})).marks == ("macro",)
    assert looked(pdf("x", password="secret")).marks == ("locked",)
    assert looked(archive({"a.zip": b"x"})).marks == ("nested",)
    assert looked(b"Rar!\x1a\x07\x01\0" + bytes(100)).marks == ("unseen",)
    assert looked(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "_VBA_PROJECT".encode("utf-16-le")).marks == (
        "macro",
    )


def test_an_archive_with_a_dangerous_member_is_refused_by_name() -> None:
    assert "setup.exe" in looked(archive({"资料/说明.txt": b"x", "资料/setup.exe": b"x"})).refused
    assert "evil.js" in looked(archive({"..\\..\\evil.js": b"x"})).refused


def test_damaged_and_hostile_files_give_no_words_and_no_fault() -> None:
    bomb = archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": bytes(60 << 20)})
    entity = archive(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><t>&a;</t>'}
    )
    for content in (b"%PDF-1.7 nothing", pdf("x")[:200], bomb, entity, b"PK\x03\x04 cut", word("x")[:-30]):
        assert looked(content).words == ""
        assert looked(content).refused == ""


def test_only_so_many_words_are_taken() -> None:
    assert len(looked(("奉节 " * 60_000).encode()).words) <= limits.MOST_CHARACTERS


def test_a_page_is_drawn_as_wide_as_asked() -> None:
    drawn = page([pdf("one", "two")], 1, 600)
    assert (drawn.pages, drawn.width, drawn.height) == (2, 600, 800)
    assert len(drawn.pixels) == 600 * 800 * 3
    assert drawn.pixels[:3] == b"\xff\xff\xff"
    assert page([pdf("one")], 99, 90_000).width <= limits.WIDEST_PAGE


def test_a_page_that_cannot_be_drawn_says_so() -> None:
    for content in (b"no pdf", pdf("x", password="secret"), b""):
        with pytest.raises(UserError, match="显示不了"):
            page([content], 0, 100)


@pytest.mark.parametrize(
    "answer",
    [b"", b"\n", b"{}\n", b"[]\n", b'{"bytes": 5}\nabc', b'{"kind": "zz", "refused": "", "marks": [], "bytes": 0}\n',
     b'{"kind": "pdf", "refused": 1, "marks": [], "bytes": 0}\n', b"x" * 100_000],
)  # fmt: skip
def test_an_answer_that_makes_no_sense_leaves_what_the_first_bytes_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    told = tmp_path / "answer"
    told.write_bytes(answer)
    monkeypatch.setattr(looker, "own_command", lambda *_: ["cat", str(told)])
    assert looked(b"%PDF-1.7") == Facts("pdf")
    assert looked(archive({"a.exe": b"x"})) == Facts("zip", marks=("unseen",))
    with pytest.raises(UserError):
        page([b"%PDF-1.7"], 0, 100)


def test_a_stop_ends_the_worker_and_an_error_of_the_content_comes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stop(Unwatched):
        def check(self) -> None:
            raise Cancelled

    def broken() -> list[bytes]:
        raise UserError("gone")

    with pytest.raises(Cancelled):
        look(lambda: [b"%PDF-1.7"], "", Stop())
    with pytest.raises(UserError, match="gone"):
        page(_raising(broken), 0, 100)


def _raising(act: Callable[[], list[bytes]]):  # type: ignore[no-untyped-def]
    yield b"%PDF-"
    yield from act()


def test_kinds_are_told_by_their_first_bytes() -> None:
    heads = {
        b"\xff\xd8\xff\xe0": "jpeg", b"\x89PNG\r\n\x1a\n": "png", b"GIF89a": "gif", b"BM\x00\x10\0\0\0\0\0\0": "bmp",
        b"RIFF\0\0\0\0WEBP": "webp", b"RIFF\0\0\0\0WAVE": "audio", b"II*\0": "tiff", b"\0\0\0\x18ftypheic": "heic",
        b"\0\0\0\x18ftypisom": "video", b"junk%PDF-1.4": "pdf", b"AC1027\0": "dwg", b"7z\xbc\xaf\x27\x1c": "7z",
        b"{\\rtf1": "rtf", b"\xff\xfb\x90": "audio", "文字".encode(): "text", b"\x01\x02\x03\x04": "other", b"": "other",
    }  # fmt: skip
    assert {head: kind_of(head).code for head in heads} == heads
    assert kinds.BY_CODE["ofd"] is kinds.zip_kind(frozenset({"ofd.xml"}))


def test_a_suffix_that_promises_something_else_is_told() -> None:
    assert contradicts("pdf", "pdf") == ""
    assert contradicts("pdf", "docx") == "内容是 PDF，后缀却是 .docx"
    assert contradicts("jpeg", "") == "内容是 JPEG 图片，文件名没有后缀"
    assert contradicts("other", "pdf") == "内容不是 PDF，后缀却是 .pdf"
    assert contradicts("other", "xyz") == ""
