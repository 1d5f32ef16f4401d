"""The program as a process: real keys, real streams, real exit codes."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.command_line import ROOT, Done, run_program

PASSPHRASE = "夔门脐橙 orchard lantern 47"


def run(profile: Path, *arguments: str, passphrase: str = PASSPHRASE) -> Done:
    return run_program("--profile", str(profile), *arguments, passphrase=passphrase)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk under a real key with one record in it."""
    folder = tmp_path_factory.mktemp("founded") / "desk"
    made = run(folder, "init", "--office", "YRD", "--person", "示例员", "--no-keyring")
    assert (made.code, made.err) == (0, "")
    assert run(folder, "add", "land", "name=一号地块", "floor_price_wan_mu=12.3456").code == 0
    return folder


@pytest.fixture
def profile(founded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(founded, tmp_path / "desk"))


def test_what_one_process_stored_another_lists_from_a_foreign_folder(founded: Path, tmp_path: Path) -> None:
    done = run_program("list", "land", "--json", "--profile", str(founded), passphrase=PASSPHRASE, folder=tmp_path)

    assert (done.code, done.err) == (0, "")
    assert [(one["name"], one["floor_price_wan_mu"]) for one in done.json] == [("一号地块", "＊＊＊")]


def test_a_wrong_passphrase_ends_with_three_and_says_nothing_of_the_desk(profile: Path) -> None:
    done = run(profile, "list", "land", "--json", passphrase="别的口令 entirely 8")

    assert (done.code, done.out) == (3, "")
    assert "口令" in done.err
    assert "别的口令" not in done.err


def test_a_damaged_store_ends_with_four(profile: Path) -> None:
    with (profile / "desk.fjdb").open("r+b") as file:
        file.seek(4096)
        file.write(bytes(64))

    done = run(profile, "check")

    assert done.code == 4
    assert "Traceback" not in done.out + done.err


def test_no_argument_ever_holds_the_passphrase(profile: Path) -> None:
    done = run_program("--profile", str(profile), "--passphrase", PASSPHRASE, "list", "land")
    asked = run_program("--profile", str(profile), "list", "land")

    assert (done.code, asked.code) == (2, 3)


def test_the_streams_are_utf_8_wherever_the_program_is_started(founded: Path) -> None:
    places = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = run_program("--profile", str(founded), "list", "land", passphrase=PASSPHRASE, places=places)

    assert done.code == 0
    assert "一号地块" in done.out
    assert "共 1 条" in done.err


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="a closed pipe ends a process elsewhere by other means")
def test_a_reader_that_has_enough_ends_the_list_quietly(founded: Path) -> None:
    command = [sys.executable, "-m", "fj_desktop", "--profile", str(founded), "list", "units", "--json"]
    environment = os.environ | {"FJ_PASSPHRASE": PASSPHRASE, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""

    assert process.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="core dumps are set per system; Linux is the one tested")
def test_no_command_runs_without_core_dumps_being_off(founded: Path) -> None:
    code = (
        "import resource, sys, fj_desktop.cli as cli\n"
        "assert cli.main(sys.argv[1:]) == 0\n"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)\n"
    )
    command = [sys.executable, "-c", code, "--profile", str(founded), "list", "land"]
    environment = os.environ | {"FJ_PASSPHRASE": PASSPHRASE, "PYTHONPATH": str(ROOT)}

    assert subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0


def test_an_import_killed_while_it_is_stored_is_there_as_a_whole_or_not_at_all(profile: Path) -> None:
    ledger, rows = profile.parent / "land.csv", 2000
    ledger.write_text("地块名称\n" + "".join(f"新 {number} 号\n" for number in range(rows)), "utf-8")
    command = [sys.executable, "-m", "fj_desktop", "--profile", str(profile), "import", "land", str(ledger)]
    environment = os.environ | {"FJ_PASSPHRASE": PASSPHRASE, "PYTHONPATH": str(ROOT)}
    log = profile / "desk.fjdb-wal"
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None and not (log.exists() and log.stat().st_size > 100_000):
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.005)
        process.kill()

    assert run(profile, "check").out == "台账完好。\n"
    assert run(profile, "add", "land", "name=之后").code == 0
    names = [one["name"] for one in run(profile, "list", "land", "--json").json]
    assert (names[0], names[-1]) == ("之后", "一号地块")
    assert len(names) in (2, 2 + rows)
