#!/usr/bin/env python3
"""Set this checkout up and start, test or measure the program.

    python3 packaging/dev.py run [ARGS…]      set up, then start the program; ARGS are handed to it
    python3 packaging/dev.py test [ARGS…]     set up, then every check; --long adds the long run;
                                              other ARGS go to pytest, which then runs alone
    python3 packaging/dev.py bench [ARGS…]    set up, then the benchmarks
    python3 packaging/dev.py revision MESSAGE write the migration for what the declarations changed
    python3 packaging/dev.py wheel-check      build the wheel and use it from an empty environment
    python3 packaging/dev.py lock             resolve the dependencies anew and check every platform's wheels

One file on the standard library, for a machine that has git and Python and nothing else. Everything it
says goes to the error stream: the output of the program stays clean.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
TEST_LOCK = ROOT / "packaging" / "requirements-dev.lock"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
UNFINISHED = VENV / "setup-unfinished"

# Every locked package has wheels for these; sqlcipher3 has none for 3.15.
OLDEST, NEWEST = (3, 11), (3, 14)

# What the window needs of a Linux system: library, Debian's package that has it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# What the tests and the benchmarks start: program, Debian's package that has it.
TEST_PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth", "pdftotext": "poppler-utils", "xdotool": "xdotool"}
BENCH_PROGRAMS = {"keepassxc": "keepassxc"}

# Settings of the Python that runs this file; they would mislead the one in .venv.
FOREIGN_SETTINGS = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")


class Stop(Exception):  # noqa: N818 - not every stop is an error
    """Ends the command: what to tell, in Chinese and in English, and the exit code."""

    def __init__(self, chinese: str, english: str, code: int = 1) -> None:
        super().__init__(english)
        self.chinese, self.english, self.code = chinese, english, code


def say(chinese: str, english: str) -> None:
    """Tell one thing in both languages."""
    print(f"{chinese}\n{english}", file=sys.stderr, flush=True)


def clean_environment() -> dict[str, str]:
    """The environment for everything that runs from ``.venv``."""
    return {name: value for name, value in os.environ.items() if name not in FOREIGN_SETTINGS}


def stamp(kind: str) -> Path:
    """The file that says the set-up of one kind (``run`` or ``test``) is complete."""
    return VENV / f"setup-{kind}.stamp"


def fingerprint(kind: str) -> str:
    """One text for everything a set-up depends on; another text means: set up again."""
    digest = hashlib.sha256()
    locks = [LOCK] if kind == "run" else [LOCK, TEST_LOCK]
    for source in [Path(__file__), ROOT / "pyproject.toml", *locks]:
        digest.update(source.read_bytes())
    digest.update(repr((sys.version_info[:2], sys.platform, str(ROOT))).encode())
    return digest.hexdigest()


def is_set_up(kind: str) -> bool:
    """Whether the set-up of this kind is complete and current."""
    try:
        return stamp(kind).read_text("ascii") == fingerprint(kind) and PYTHON.exists()
    except OSError:
        return False


def write_stamp(kind: str) -> None:
    """Say, at once or not at all, that the set-up of this kind is complete."""
    draft = stamp(kind).with_suffix(".draft")
    draft.write_text(fingerprint(kind), "ascii")
    os.replace(draft, stamp(kind))  # noqa: PTH105 - the one call that replaces on every platform


def ensure(kind: str) -> None:
    """Do what is missing for ``run`` or ``test``; nothing when the stamp is current."""
    if is_set_up(kind):
        return
    with only_one_set_up() as holder:
        if not is_set_up(kind):
            set_up(kind, holder)


@contextlib.contextmanager
def only_one_set_up() -> Iterator[int]:
    """Wait until no other process sets this checkout up; the system drops the claim of a dead one."""
    with (ROOT / ".venv.lock").open("a+b") as file:
        claim(file)
        yield file.fileno()


def claim(file: IO[bytes]) -> None:
    """Lock the file, waiting as long as another process holds it."""
    if sys.platform == "win32":
        import msvcrt

        while True:
            with contextlib.suppress(OSError):  # raised after ten seconds of waiting
                file.seek(0)
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                return
    else:
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("另一个窗口正在准备本目录，等它完成……", "Another process is setting this folder up; waiting for it …")
            fcntl.flock(file, fcntl.LOCK_EX)


def set_up(kind: str, holder: int) -> None:
    """Install what is missing and stamp it last, so that an interrupted set-up is done again."""
    install_system_packages(missing_packages(kind))
    say("正在准备运行环境（首次约需几分钟）……", "Setting up (a few minutes the first time) …")
    if UNFINISHED.exists() or not is_usable():
        make_environment(holder)
    UNFINISHED.touch()
    pip(
        "install",
        "--require-hashes",
        "--only-binary=:all:",
        "-r",
        str(LOCK if kind == "run" else TEST_LOCK),
        holder=holder,
    )
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT), holder=holder)
    point_to_checkout()
    if hasattr(os, "sync"):
        os.sync()  # the files must be on the disk before the stamp is
    UNFINISHED.unlink()
    for each in {kind, "run"}:
        write_stamp(each)


def is_usable() -> bool:
    """Whether ``.venv`` has a Python of this version that starts, with pip."""
    probe = "import pip, sys; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, text=True, env=clean_environment())
    except OSError:
        return False
    return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]


def make_environment(holder: int) -> None:
    """Make ``.venv`` afresh; what an interrupted set-up left is put aside and removed."""
    if VENV.exists():
        try:
            VENV.rename(ROOT / f".venv.old-{time.time_ns()}")
        except OSError:
            raise Stop(
                f"无法更新 {VENV}：请先关闭正在运行的本程序，再试一次。",
                f"Cannot replace {VENV}: close the running program, then try again.",
            ) from None
    for old in ROOT.glob(".venv.old-*"):
        shutil.rmtree(old, ignore_errors=True)
    VENV.mkdir()
    UNFINISHED.touch()
    base = getattr(sys, "_base_executable", None) or sys.executable
    quietly([base, "-m", "venv", str(VENV)], holder)


def point_to_checkout() -> None:
    """Name the checkout relative to ``.venv``: Python reads this file in the system's encoding, not in UTF-8.

    With the whole path in it, as pip leaves it, no Python of ``.venv`` starts under a Chinese folder on Windows.
    """
    base = {"base": str(VENV), "platbase": str(VENV)}
    packages = Path(sysconfig.get_path("purelib", "venv", base))
    (packages / "_fj_desktop.pth").write_text(os.path.relpath(ROOT, packages) + "\n", "ascii")


def pip(*arguments: str, holder: int) -> None:
    """Run pip of ``.venv`` with the machine's own settings; refuse plainly when it fails."""
    quietly([str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments], holder)


def quietly(command: list[str], holder: int) -> None:
    """Run one step of the set-up, its words on the error stream.

    The child keeps the claim on the set-up: if this process is killed, the next start waits for the child.
    """
    keep: dict[str, Sequence[int]] = {} if os.name == "nt" else {"pass_fds": [holder]}
    done = subprocess.run(command, stdout=sys.stderr, env=clean_environment(), stdin=subprocess.DEVNULL, **keep)  # type: ignore[call-overload]
    if done.returncode:
        raise Stop(
            f"准备未完成，停在：{' '.join(command)}\n请检查网络与磁盘空间，然后重新执行；会接着做。",
            "The set-up did not finish (see above). Check network and disk space, then start again.",
        )


def missing_packages(kind: str) -> list[str]:
    """Debian's packages that hold what this machine lacks, each once."""
    if not sys.platform.startswith("linux"):
        return []
    packages = [package for library, package in LIBRARIES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        packages.append(f"python3.{sys.version_info[1]}-venv")
    if kind == "test":
        packages += [package for program, package in TEST_PROGRAMS.items() if shutil.which(program) is None]
    return packages


def loads(library: str) -> bool:
    """Whether the system's loader finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages(packages: list[str]) -> None:
    """Install Debian's packages when that needs no question; else say the line to type."""
    if not packages:
        return
    line = f"sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"
    if shutil.which("apt-get") is None:
        raise Stop(
            f"本系统缺少组件（Debian 名称）：{' '.join(packages)}\n请用本系统的软件管理器安装同类组件，再试一次。",
            f"Install this system's counterparts of these Debian packages: {' '.join(packages)}",
        )
    first = privileged()
    if first is None:
        raise Stop(
            f"缺少系统组件。请执行下面一行，再试一次：\n\n    {line}\n",
            "System packages are missing: type the line above.",
        )
    say(f"正在安装系统组件：{' '.join(packages)}", f"Installing system packages: {' '.join(packages)}")
    if not apt(first, packages):
        raise Stop(
            f"系统组件未装上。请执行下面一行，再试一次：\n\n    {line}\n", "apt-get failed: type the line above."
        )


def privileged() -> list[str] | None:
    """What to put before a command to run it as root without a question; None when that is not possible."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def apt(first: list[str], packages: list[str]) -> bool:
    """Install by apt-get, with a fresh list of packages when the present one does not do."""
    command = [*first, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    install = [*command, "install", "-y", "--no-install-recommends", *packages]
    has_lists = any(Path("/var/lib/apt/lists").glob("*_Packages*"))
    if has_lists and subprocess.run(install, stdout=sys.stderr, stdin=subprocess.DEVNULL).returncode == 0:
        return True
    subprocess.run([*command, "update"], stdout=sys.stderr, stdin=subprocess.DEVNULL)
    return subprocess.run(install, stdout=sys.stderr, stdin=subprocess.DEVNULL).returncode == 0


def run(arguments: list[str]) -> int:
    """Start the program; on POSIX this process becomes it."""
    ensure("run")
    if wants_window(arguments) and not has_display():
        raise Stop(
            "本机没有图形界面，不能打开窗口。可用命令行：\n"
            "    python3 packaging/dev.py run init --office YRD --person 姓名\n"
            "    python3 packaging/dev.py run import LIBRARY FILE\n"
            "    python3 packaging/dev.py run list LIBRARY --json\n"
            "    python3 packaging/dev.py run --help            （全部命令）",
            "There is no display to open a window on. The commands above work without one; --help lists them all.",
            code=2,
        )
    return become([str(PYTHON), "-P", "-m", "fj_desktop", *arguments])


def become(command: list[str]) -> int:
    """Replace this process by the command; on Windows wait for it and hand its exit code on."""
    if os.name != "nt":
        os.execve(command[0], command, clean_environment())  # noqa: S606 - no shell is meant
    with subprocess.Popen(command, env=clean_environment()) as program:
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # Ctrl+C is the program's to answer
                return program.wait()


def wants_window(arguments: list[str]) -> bool:
    """Whether the arguments open the window: they name no command, or the demo desk."""
    options = ("--profile", "--passphrase-file")
    if arguments and arguments[0] in options:
        return wants_window(arguments[2:])
    if arguments and arguments[0].startswith(tuple(f"{option}=" for option in options)):
        return wants_window(arguments[1:])
    return not arguments or arguments[0] == "demo"


def has_display() -> bool:
    """Whether a window can be opened on this machine."""
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in shown)


def test(arguments: list[str]) -> int:
    """Run every check in order and stop at the first that fails; pytest comes last and closes the output."""
    ensure("test")
    only_pytest = any(argument != "--long" for argument in arguments)
    for title, command in [] if only_pytest else checks():
        if code := step(title, command, clean_environment()):
            return code
    print("\n=== pytest", flush=True)
    with screen() as environment:
        if only_pytest:
            return subprocess.run([str(PYTHON), "-m", "pytest", *arguments], cwd=ROOT, env=environment).returncode
        return side_by_side(arguments, environment)


def side_by_side(arguments: list[str], environment: dict[str, str]) -> int:
    """Run the tests that need the screen beside those that need none; their output follows when both are done."""
    # The trials of faults need no screen; they go here so that both sides take about as long.
    on_screen, alone = ["tests/gui", "tests/faults"], "tests/journeys"
    # The others are told by what they are not, so that a new folder of tests is never left out.
    others = ["tests", *(f"--ignore={apart}" for apart in (*on_screen, alone, "tests/benchmark"))]
    pytest = [str(PYTHON), "-m", "pytest", *arguments]
    with tempfile.TemporaryFile() as said:
        windows = subprocess.Popen(
            [*pytest, *on_screen], cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        try:
            code = subprocess.run([*pytest, *others], cwd=ROOT, env=environment).returncode
            code = windows.wait() or code
        finally:
            windows.kill()
        said.seek(0)
        print("\n=== pytest on the screen", flush=True)
        sys.stdout.buffer.write(said.read())
        sys.stdout.flush()
    # Journeys wait for a real program as a person would, so nothing else runs meanwhile.
    return code or subprocess.run([*pytest, alone], cwd=ROOT, env=environment).returncode


def checks() -> list[tuple[str, list[str]]]:
    """The checks before pytest: title and command."""
    python, programs = str(PYTHON), PYTHON.parent
    return [
        ("ruff check", [python, "-m", "ruff", "check", "."]),
        ("ruff format --check", [python, "-m", "ruff", "format", "--check", "."]),
        ("mypy --strict", [python, "-m", "mypy"]),
        ("lint-imports", [str(programs / "lint-imports")]),
        ("wheel-check", [python, str(ROOT / "packaging" / "wheel_check.py")]),
    ]


def step(title: str, command: list[str], environment: dict[str, str]) -> int:
    """Run one check from the top of the checkout; say how long it took and, if so, that it failed."""
    print(f"\n=== {title}", flush=True)
    started = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL).returncode
    passed = "ok" if code == 0 else f"未通过 / FAILED, exit {code}"
    print(f"=== {title}: {passed} ({time.monotonic() - started:.1f} s)", file=sys.stderr, flush=True)
    return code


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment with a display for the tests: on Linux a virtual one that ends with them."""
    environment = clean_environment()
    if not sys.platform.startswith("linux"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        yield environment
        return
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()  # empty when the server ended instead
        if not number:
            raise Stop("虚拟屏幕 Xvfb 未能启动。", "The virtual screen Xvfb did not start.")
        environment.pop("WAYLAND_DISPLAY", None)
        with tempfile.TemporaryDirectory() as runtime:
            yield {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": runtime}
    finally:
        server.terminate()
        server.wait()


def bench(arguments: list[str]) -> int:
    """Run the benchmarks; those against another program are skipped when it cannot be had."""
    ensure("test")
    wanted = [package for program, package in BENCH_PROGRAMS.items() if shutil.which(program) is None]
    if sys.platform.startswith("linux") and wanted:
        try:
            install_system_packages(wanted)
        except Stop as stop:
            say(f"{stop.chinese}\n与该程序的对比将跳过。", "The comparison with that program is skipped.")
    with screen() as environment:
        command = [str(PYTHON), "-m", "pytest", "tests/benchmark", "--timeout=0", "-s", *arguments]
        return step("bench", command, environment)


def lock(arguments: list[str]) -> int:
    """Resolve the dependencies of pyproject.toml into the two lock files, then check the wheels."""
    ensure("test")
    compile_one = [str(PYTHON), "-m", "uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version=3.11"]
    compile_one += [
        "--upgrade",
        "--quiet",
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-emit-find-links",
        "--group=build",
    ]
    compile_one += ["--custom-compile-command=python3 packaging/dev.py lock", *arguments]
    more = ["--group=dev", f"--constraints={LOCK.relative_to(ROOT)}"]
    return (
        step("lock", [*compile_one, f"--output-file={LOCK}"], clean_environment())
        or step("lock (dev)", [*compile_one, *more, f"--output-file={TEST_LOCK}"], clean_environment())
        or step("wheels", [str(PYTHON), str(ROOT / "packaging" / "check_wheels.py")], clean_environment())
    )


def wheel_check(arguments: list[str]) -> int:
    """Build the wheel and use it from an empty environment in a foreign folder."""
    ensure("test")
    return step(
        "wheel-check", [str(PYTHON), str(ROOT / "packaging" / "wheel_check.py"), *arguments], clean_environment()
    )


def revision(arguments: list[str]) -> int:
    """Write the migration that follows from the declarations."""
    ensure("test")
    return step(
        "revision", [str(PYTHON), str(ROOT / "packaging" / "new_migration.py"), *arguments], clean_environment()
    )


def use_a_known_python(arguments: list[str]) -> int | None:
    """Hand over to a Python that the locked packages support; None when this one is.

    Raises:
        Stop: this Python is not supported and no other was found.
    """
    if OLDEST <= sys.version_info[:2] <= NEWEST and sys.maxsize > 2**32:
        return None
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        candidate = ["py", f"-3.{minor}"] if os.name == "nt" else [f"python3.{minor}"]
        program = shutil.which(candidate[0])
        probe = "import sys; sys.exit(sys.maxsize < 2**32)"
        if program and subprocess.run([program, *candidate[1:], "-c", probe], capture_output=True).returncode == 0:
            return become([program, *candidate[1:], str(Path(__file__).resolve()), *arguments])
    span = f"{OLDEST[0]}.{OLDEST[1]}–{NEWEST[0]}.{NEWEST[1]}"
    raise Stop(
        f"需要 64 位 Python {span}，当前为 {sys.version.split()[0]}。请安装后再试。",
        f"A 64-bit Python {span} is needed; this is {sys.version.split()[0]}.",
    )


COMMANDS = {
    "run": run,
    "test": test,
    "bench": bench,
    "lock": lock,
    "revision": revision,
    "wheel-check": wheel_check,
}


def main(arguments: list[str]) -> int:
    """Carry one command out; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        handed_over = use_a_known_python(arguments)
        return COMMANDS[arguments[0]](arguments[1:]) if handed_over is None else handed_over
    except Stop as stop:
        say(stop.chinese, stop.english)
        return stop.code
    except KeyboardInterrupt:
        say("已中断；下次执行会接着做。", "Interrupted; the next start goes on from here.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
