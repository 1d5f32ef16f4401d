"""Build the wheel, install it into an empty environment and use it from a foreign folder.

Shows that the wheel carries everything the program reads at run time (``resources/`` and ``db/`` among it), that the
declared dependencies suffice, and that nothing leans on the checkout. Exit code 0 when all of that holds.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
PEOPLE = [
    {"姓名": "示例甲", "手机": "13800138001", "工作单位": "示例光学有限公司"},
    {"姓名": "示例乙", "手机": "13800138002", "工作单位": "示例食品有限公司"},
]


class Fault(Exception):  # noqa: N818 - a finding, told as it stands
    """The wheel does not do what it must."""


def call(command: list[str | Path], folder: Path) -> str:
    """Run one command in a folder that is not the checkout; returns what it printed.

    Raises:
        Fault: it ended with another exit code than 0.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "FJ_"))}
    environment |= {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(
        [str(part) for part in command], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        shown = " ".join(str(part) for part in command)
        raise Fault(f"{shown}\nexit code {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def build(folder: Path) -> Path:
    """The wheel of the checkout, built with what the environment already has."""
    arguments: list[str | Path] = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT]
    call([sys.executable, "-m", "pip", *arguments], folder)
    (wheel,) = folder.glob("fj_desktop-*.whl")
    return wheel


def install(wheel: Path, environment: Path) -> Path:
    """Install the locked dependencies and the wheel into an empty environment; returns its folder of programs."""
    folder = wheel.parent
    call([sys.executable, "-m", "venv", environment], folder)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    pip: list[str | Path] = [programs / "python", "-m", "pip"]
    call([*pip, "install", "--quiet", "--require-hashes", "--only-binary=:all:", "-r", LOCK], folder)
    call([*pip, "install", "--quiet", "--no-deps", "--no-index", wheel], folder)
    call([*pip, "check"], folder)
    return programs


def use(programs: Path, folder: Path) -> None:
    """Found a desk, bring two entrepreneurs in and list them, as a person at the command line does.

    Raises:
        Fault: the program refused, or did not give back what was put in.
    """
    passphrase, ledger, profile = folder / "passphrase.txt", folder / "企业家.csv", folder / "profile"
    passphrase.write_text("correct horse 电池 staple 42", "utf-8")
    with ledger.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.DictWriter(file, PEOPLE[0])
        rows.writeheader()
        rows.writerows(PEOPLE)
    desk: list[str | Path] = [programs / "fj-desktop", "--profile", profile]
    unlock: list[str | Path] = ["--passphrase-file", passphrase]
    recovery = folder / "recovery.txt"
    founding: list[str | Path] = ["--office", "YRD", "--person", "示例", "--no-keyring", "--recovery-out", recovery]
    call([*desk, "init", *founding, *unlock], folder)
    expect("the recovery code", recovery.is_file() and recovery.stat().st_size > 0, True)
    imported: dict[str, Any] = json.loads(call([*desk, "import", "entrepreneurs", ledger, "--json", *unlock], folder))
    expect("import: rows, added", (imported["rows"], imported["added"]), (2, 2))
    listed: list[dict[str, Any]] = json.loads(call([*desk, "list", "entrepreneurs", "--json", *unlock], folder))
    expect("list: names", sorted(row["person_name"] for row in listed), sorted(row["姓名"] for row in PEOPLE))


def expect(what: str, found: object, wanted: object) -> None:
    """Compare one result."""
    if found != wanted:
        raise Fault(f"{what}: {found!r} instead of {wanted!r}")


def main() -> int:
    """Returns the exit code; 1 with what went wrong on the error stream."""
    with tempfile.TemporaryDirectory(prefix="fj-wheel-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        try:
            wheel = build(folder)
            print(f"{wheel.name}: {wheel.stat().st_size / 2**20:.1f} MiB", flush=True)
            use(install(wheel, folder / "environment"), folder)
        except Fault as fault:
            print(fault, file=sys.stderr)
            return 1
    print("init, import and list work from the wheel")
    return 0


if __name__ == "__main__":
    sys.exit(main())
