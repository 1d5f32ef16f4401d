"""Check that every locked package has a wheel for every platform and Python that dev.py accepts.

Nothing is installed: uv resolves the lock file once for each of them with source builds forbidden. A package that
would have to be compiled on somebody's laptop is named, and the exit code is 1.
"""

import os
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parent / "requirements-dev.lock"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# Debian 12 has glibc 2.36; macOS 13 is the oldest that Qt 6.11 supports.
PLATFORMS = {
    "Windows x64": "x86_64-pc-windows-msvc",
    "Linux x86-64, Debian 12": "x86_64-manylinux_2_36",
    "Linux arm64, Debian 12": "aarch64-manylinux_2_36",
    "Linux arm64, Debian 13": "aarch64-manylinux_2_40",
    "macOS arm64": "aarch64-apple-darwin",
    "macOS Intel": "x86_64-apple-darwin",
}
# PySide6 for Python 3.14 on Linux ARM asks for glibc 2.39.
KNOWN_GAPS = {("Linux arm64, Debian 12", "3.14")}


def refusal(platform: str, python: str) -> str:
    """Why the lock file cannot be installed from wheels alone; empty when it can."""
    command = [sys.executable, "-m", "uv", "pip", "compile", str(LOCK), "--quiet", "--no-deps", "--only-binary=:all:"]
    command += [f"--python-platform={platform}", f"--python-version={python}", f"--output-file={os.devnull}"]
    environment = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": "13.0"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    return "" if done.returncode == 0 else done.stderr.strip()


def main() -> int:
    """Print one line for each platform and Python; returns the exit code."""
    failed = False
    for name, platform in PLATFORMS.items():
        for python in PYTHONS:
            why = refusal(platform, python)
            known = (name, python) in KNOWN_GAPS
            failed |= bool(why) and not known
            state = "ok" if not why else "known gap" if known else f"MISSING\n{why}"
            print(f"{name}, Python {python}: {state}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
