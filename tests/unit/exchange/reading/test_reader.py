"""Reading happens in another process whose every word is checked; it ends in a book or a reason, whatever happens."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from fj_desktop.core.progress import Cancelled
from fj_desktop.errors import RefusedFileError
from fj_desktop.exchange.reading import limits, read_book, reader

WHOLE = (
    'S{"name":"S","hidden":false,"rows":2}', 'R[["a",1,{"d":"2026-11-01"}],[]]', "M[[0,0,0,1]]", 'N"注"', 'Z"xlsx"',
)  # fmt: skip


class Stopping:
    """Progress that is stopped at once or after some reports."""

    def __init__(self, reports: int) -> None:
        self.left = reports
        self.texts: list[str] = []

    def check(self) -> None:
        if self.left <= 0:
            raise Cancelled

    def at(self, done: int, total: int | None, text: str = "") -> None:
        self.left -= 1
        self.texts.append(f"{text} {done}/{total}")
        self.check()


def script(text: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", text]


def saying(*lines: str) -> list[str]:
    return script(f"import sys; sys.stdout.buffer.write({chr(10).join([*lines, '']).encode()!r})")


@pytest.fixture
def some_file(tmp_path: Path) -> Path:
    path = tmp_path / "台账.csv"
    path.write_text("姓名,年\n张三,1\n", encoding="utf-8")
    return path


def refusal(path: Path, command: list[str]) -> str:
    with pytest.raises(RefusedFileError) as refused:
        read_book(path, worker_command=command)
    return refused.value.text


def test_a_whole_answer_becomes_a_book(some_file: Path) -> None:
    book = read_book(some_file, worker_command=saying(*WHOLE))

    assert book.kind == "xlsx"
    assert book.name == "台账.csv"
    assert book.notes == ["注"]
    assert [list(map(str, row)) for row in book.sheets[0].rows] == [["a", "1", "2026-11-01"], ["None"] * 3]
    assert book.sheets[0].merged == [(0, 0, 0, 1)]


@pytest.mark.parametrize(
    "line",
    [
        "garbage",
        "R[[1]]",
        'S{"name":7,"hidden":false,"rows":1}',
        'S["name"]',
        'S{"name":"S","hidden":false,"rows":1}\nR[[[1]]]',
        'S{"name":"S","hidden":false,"rows":1}\nR[1]',
        'S{"name":"S","hidden":false,"rows":1}\nR[[{"x":"1"}]]',
        'S{"name":"S","hidden":false,"rows":1}\nR[[{"d":"1"}]]',
        'S{"name":"S","hidden":false,"rows":1}\nR[[{"d":1}]]',
        'S{"name":"S","hidden":false,"rows":1}\nR[[NaN]]',
        'S{"name":"S","hidden":false,"rows":1}\nR[["a"',
        'S{"name":"S","hidden":false,"rows":1}\nR[[' + "1," * 256 + "1]]",
        'S{"name":"S","hidden":false,"rows":1}\nR' + "[" * 100_000,
        'S{"name":"S","hidden":false,"rows":1}\nR[[' + "9" * 5000 + "]]",
        'S{"name":"S","hidden":false,"rows":1}\nM[[1,2]]',
        'S{"name":"S","hidden":false,"rows":1}\nM7',
        'Z"exe"',
        "N{}",
        'S{"name":"S","hidden":false,"rows":1}\n' * 300,
    ],
)
def test_garbage_is_refused(some_file: Path, line: str) -> None:
    assert "回答不正常" in refusal(some_file, saying(line, 'Z"xlsx"'))


def test_bytes_that_are_no_text_are_refused(some_file: Path) -> None:
    assert "回答不正常" in refusal(some_file, script("import sys; sys.stdout.buffer.write(b'N\\xff\\n')"))


@pytest.mark.parametrize("command", ["pass", "raise SystemExit(3)", "import os; os._exit(9)"])
def test_a_worker_that_ends_without_an_answer_is_a_refusal(some_file: Path, command: str) -> None:
    assert refusal(some_file, script(command)) == (
        "“台账.csv”没有读入：读取时意外中断：内容已损坏、写法不规范，或大得超出允许的内存。"
        "请用 WPS/Excel 打开后另存为 .xlsx 再导入。"
    )


def test_half_an_answer_is_a_refusal(some_file: Path) -> None:
    assert "意外中断" in refusal(some_file, saying(*WHOLE[:-1]))


@pytest.mark.skipif(os.name != "posix", reason="signals are told apart on POSIX only")
@pytest.mark.parametrize(
    ("signal", "reason"), [("SIGABRT", "超出了允许的内存"), ("SIGXCPU", "秒还没有完成"), ("SIGKILL", "意外中断")]
)
def test_a_worker_that_is_killed_is_a_refusal(some_file: Path, signal: str, reason: str) -> None:
    command = script(
        "import os, signal, resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0));"
        f"os.kill(os.getpid(), signal.{signal})"
    )

    assert reason in refusal(some_file, command)


def test_a_worker_that_says_nothing_is_ended_in_time(some_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.3)

    assert "秒还没有完成" in refusal(some_file, script("import time; time.sleep(60)"))


def test_a_worker_that_never_ends_a_line_is_refused(some_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fj_desktop.exchange.reading.wire.MAX_LINE_BYTES", 1000)

    assert "回答不正常" in refusal(some_file, script("import sys; sys.stdout.write('Rx' * 10**6)"))


def test_a_stop_ends_the_worker(some_file: Path) -> None:
    with pytest.raises(Cancelled):
        read_book(some_file, progress=Stopping(0), worker_command=script("import time; time.sleep(60)"))


def test_a_stop_in_the_middle_ends_a_worker_that_has_more_to_say(some_file: Path) -> None:
    watched = Stopping(3)
    endless = script(
        'import sys\nprint(\'S{"name":"S","hidden":false,"rows":5000}\')\nwhile True: print(\'R[[1]]\', flush=True)'
    )

    with pytest.raises(Cancelled):
        read_book(some_file, progress=watched, worker_command=endless)

    assert watched.texts == ["正在读取文件 0/5000", "正在读取文件 1/5000", "正在读取文件 2/5000"]


def test_the_worker_gets_nothing_of_the_environment_and_an_empty_folder_of_its_own(
    some_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FJ_PASSPHRASE", "secret")
    telling = script(
        "import os, json; told = repr([sorted(os.environ), os.getcwd(), os.listdir()]);"
        "print('N' + json.dumps(told)); print('Z\"csv\"')"
    )

    (told,) = read_book(some_file, worker_command=telling).notes

    assert "FJ_PASSPHRASE" not in told
    assert "HOME" not in told
    assert "fj-read-" in told
    assert told.endswith("[]]")


def test_no_folder_is_left_behind(some_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))

    read_book(some_file)

    assert list(place.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="the stand-in for a frozen program is a shell script")
def test_a_frozen_build_calls_itself_with_the_word_for_it(
    monkeypatch: pytest.MonkeyPatch, some_file: Path, tmp_path: Path
) -> None:
    program = tmp_path / "desk"
    program.write_text('#!/bin/sh\nprintf \'N"%s"\\nZ"csv"\\n\' "$*"\n')
    program.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))

    assert read_book(some_file).notes == [f"{reader.WORKER_WORD} csv"]


def test_the_worker_takes_the_suffix_as_its_only_argument(some_file: Path) -> None:
    command = script(
        f"import sys; sys.path[:0] = {sys.path!r}\n"
        "from fj_desktop.exchange.reading import worker\n"
        "sys.exit(worker.main(sys.argv[1]))"
    )

    assert read_book(some_file, worker_command=command).sheets[0].rows == [["姓名", "年"], ["张三", "1"]]


def test_the_worker_imports_no_service_no_window_and_no_database() -> None:
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}\n"
        "import fj_desktop.exchange.reading.worker\n"
        "heavy = ('PySide6', 'sqlalchemy', 'openpyxl', 'python_calamine', 'fj_desktop.services', 'fj_desktop.store')\n"
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    assert ran.stdout.strip() == "[]"


def test_a_missing_file_a_folder_and_an_empty_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "空.xlsx").touch()

    for name, reason in (("没有.xlsx", "找不到"), ("", "找不到"), ("空.xlsx", "文件是空的")):
        with pytest.raises(RefusedFileError, match=reason):
            read_book(tmp_path / name)


def test_a_file_over_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "大.csv"
    with path.open("wb") as file:
        file.truncate(limits.MAX_FILE_BYTES + 1)

    with pytest.raises(RefusedFileError, match="文件超过 50 MB"):
        read_book(path, worker_command=["must-not-start"])


def test_a_name_with_an_odd_suffix_reaches_no_command_line(tmp_path: Path) -> None:
    path = tmp_path / "a.$(touch x)"
    path.write_text("a,b\n")

    with pytest.raises(RefusedFileError, match="不认识的文件类型"):
        read_book(path)
