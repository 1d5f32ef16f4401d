"""Contents beside the store: each once, encrypted, proved whole, and never lost while something names them."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fj_desktop.core.progress import Cancelled, Unwatched
from fj_desktop.errors import UserError
from fj_desktop.paths import Profile
from fj_desktop.store import attachments, plain_copies, sealing
from fj_desktop.store.attachments import Contents, MissingContentError
from fj_desktop.store.sealing import CHUNK_BYTES, BrokenContentError, seal, unseal
from fj_desktop.store.vault import Vault

KEY = bytes(range(32))
MOST = 4 << 20
DAY = 86_400.0


@pytest.fixture
def contents(tmp_path: Path) -> Contents:
    return Contents(Profile(tmp_path), KEY)


def kept(contents: Contents, content: bytes) -> str:
    return contents.put(io.BytesIO(content), MOST)[0]


def only(contents: Contents) -> Path:
    (path,) = attachments.files(contents.profile)
    return path


def sealed(content: bytes) -> bytes:
    out = io.BytesIO()
    seal(KEY, b"name", io.BytesIO(content), out, lambda _: None)
    return out.getvalue()


def opened(content: bytes, name: bytes = b"name", key: bytes = KEY) -> bytes:
    return b"".join(unseal(key, name, io.BytesIO(content)))


@given(st.binary(max_size=300), st.integers(0, 3), st.integers(-1, 1))
@settings(max_examples=40)
def test_any_bytes_come_back_as_they_were(some: bytes, chunks: int, more: int) -> None:
    content = (some or b"-") * (chunks * CHUNK_BYTES // max(1, len(some)) + more + 1)
    assert opened(sealed(content)) == content


def test_a_content_of_exactly_some_chunks_and_an_empty_one_come_back() -> None:
    for content in (b"", b"a" * CHUNK_BYTES, b"b" * 2 * CHUNK_BYTES):
        assert opened(sealed(content)) == content


@given(st.integers(0, 2 * CHUNK_BYTES + 200), st.integers(1, 255))
@settings(max_examples=60)
def test_a_changed_byte_is_found(place: int, change: int) -> None:
    content = bytearray(SEALED)
    content[place % len(content)] ^= change
    with pytest.raises(BrokenContentError):
        opened(bytes(content))


SEALED = sealed(os.urandom(2 * CHUNK_BYTES + 100))


def test_a_missing_added_or_moved_chunk_is_found() -> None:
    head, step = len(SEALED) - 2 * (CHUNK_BYTES + 16) - 116, CHUNK_BYTES + 16
    first, second, last = SEALED[head : head + step], SEALED[head + step : head + 2 * step], SEALED[head + 2 * step :]
    begin = SEALED[:head]
    assert len(opened(begin + first + second + last)) == 2 * CHUNK_BYTES + 100
    for wrong in (first + second, first + last, second + first + last, first + second + last + last, first, b""):
        with pytest.raises(BrokenContentError):
            opened(begin + wrong)


def test_a_content_opens_under_its_own_name_and_key_only() -> None:
    for name, key in ((b"other", KEY), (b"name", bytes(32))):
        with pytest.raises(BrokenContentError):
            opened(SEALED, name, key)


def test_a_content_is_kept_once_under_a_name_that_tells_nothing(contents: Contents) -> None:
    digest = kept(contents, "合同正文".encode())
    assert kept(contents, "合同正文".encode()) == digest
    path = only(contents)
    assert contents.read(digest, MOST) == "合同正文".encode()
    assert digest not in str(path)
    assert "合同正文".encode() not in path.read_bytes()
    assert path.parent.name == path.name[:2]


def test_another_desk_gives_the_same_content_another_name(contents: Contents, tmp_path: Path) -> None:
    kept(contents, b"same")
    other = Contents(Profile(tmp_path / "other"), bytes(32))
    kept(other, b"same")
    assert only(contents).name != only(other).name


def test_a_damaged_or_missing_content_says_so_and_is_mended_when_it_comes_again(contents: Contents) -> None:
    digest = kept(contents, b"content")
    path = only(contents)
    path.write_bytes(path.read_bytes()[:-1])
    assert not contents.is_whole(digest)
    with pytest.raises(MissingContentError, match="从备份恢复"):
        contents.read(digest, MOST)
    kept(contents, b"content")
    assert contents.is_whole(digest)
    path.unlink()
    with pytest.raises(MissingContentError):
        contents.read(digest, MOST)


def test_a_content_in_the_place_of_another_is_found(contents: Contents) -> None:
    one, two = kept(contents, b"one"), kept(contents, b"two")
    first, second = attachments.files(contents.profile)
    content = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(content)
    assert not contents.is_whole(one)
    assert not contents.is_whole(two)


def test_a_file_beyond_the_limit_is_refused_and_leaves_nothing(contents: Contents) -> None:
    with pytest.raises(UserError, match="超过 4 MB"):
        contents.put(io.BytesIO(bytes(MOST + 1)), MOST)
    assert attachments.files(contents.profile) == []


class _Growing(io.BytesIO):
    """A file to which somebody writes between the two readings."""

    def seek(self, place: int, whence: int = 0) -> int:
        if place == 0 and self.tell():
            super().seek(0, 2)
            self.write(b"more")
        return super().seek(place, whence)


def test_a_file_that_changes_while_it_is_read_is_refused(contents: Contents) -> None:
    with pytest.raises(UserError, match="被改动"):
        contents.put(_Growing(b"content"), MOST)
    assert attachments.files(contents.profile) == []
    assert list((contents.profile.attachments / "drafts").iterdir()) == []


class _Stop(Unwatched):
    def __init__(self, after: int) -> None:
        self.left = after

    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_a_stop_leaves_nothing(contents: Contents) -> None:
    content = os.urandom(3 * CHUNK_BYTES)
    for after in range(6):
        with pytest.raises(Cancelled):
            contents.put(io.BytesIO(content), MOST, _Stop(after))
        assert attachments.files(contents.profile) == []
        drafts = contents.profile.attachments / "drafts"
        assert not drafts.is_dir() or list(drafts.iterdir()) == []


def test_what_nothing_names_goes_aside_and_only_after_a_month_for_good(contents: Contents) -> None:
    used, unused = kept(contents, b"used"), kept(contents, b"unused")
    now = only_time = max(path.stat().st_mtime for path in attachments.files(contents.profile))
    assert contents.sweep({used}, lambda: only_time + 60) == 0
    assert len(attachments.files(contents.profile)) == 2

    assert contents.sweep({used}, lambda: now + DAY) == 0
    assert len(attachments.files(contents.profile)) == 1
    assert contents.is_whole(unused)
    assert contents.sweep({used}, lambda: now + 30 * DAY) == 0
    assert contents.sweep({used}, lambda: now + 32 * DAY) == 1
    assert contents.is_whole(used)
    assert not contents.is_whole(unused)


def test_what_is_named_again_comes_back_from_aside(contents: Contents) -> None:
    digest = kept(contents, b"content")
    now = only(contents).stat().st_mtime
    contents.sweep(set(), lambda: now + DAY)
    assert attachments.files(contents.profile) == []
    contents.sweep({digest}, lambda: now + 50 * DAY)
    assert only(contents).parent.name != "unused"
    assert contents.is_whole(digest)


def test_a_plain_copy_is_private_read_only_and_goes_with_the_wipe(contents: Contents) -> None:
    digest = kept(contents, b"plain")
    path = plain_copies.give(contents, digest, "合同.pdf")
    assert path.read_bytes() == b"plain"
    assert path.name == "合同.pdf"
    if os.name != "nt":
        assert [one.stat().st_mode & 0o777 for one in (path, path.parent, path.parent.parent)] == [0o400, 0o700, 0o700]
    assert plain_copies.wipe(contents.profile)
    assert not contents.profile.opened.exists()


def test_the_next_start_clears_what_a_kill_left(contents: Contents) -> None:
    digest = kept(contents, b"plain")
    plain_copies.give(contents, digest, "a.txt")
    draft = contents.profile.attachments / "drafts" / "half"
    draft.write_bytes(b"half")
    vault = Vault(contents.profile)
    vault.settle()
    assert not contents.profile.opened.exists()
    assert not draft.exists()
    assert contents.is_whole(digest)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=2000))
def test_whatever_is_kept_can_be_read_again(contents: Contents, content: bytes) -> None:
    assert contents.read(kept(contents, content), MOST) == content


def test_keys_for_different_purposes_differ() -> None:
    assert sealing.derived(KEY, b"one") != sealing.derived(KEY, b"two")


def test_windows_is_told_that_a_copy_came_from_outside(tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("there it is no file of its own")
    plain_copies.mark_as_from_outside(tmp_path / "a.docx", "win32")
    assert b"ZoneId=3" in (tmp_path / "a.docx:Zone.Identifier").read_bytes()
    plain_copies.mark_as_from_outside(tmp_path / "b.docx", "linux")
    assert len(list(tmp_path.iterdir())) == 1
