"""What holds for every test: nothing of the person at this machine is read or written, and no network is used."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The program's and the desktop's places: own data, settings, caches, run-time files.
PLACES = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "LOCALAPPDATA")

settings.register_profile("short", deadline=None, print_blob=True)
settings.register_profile("long", deadline=None, print_blob=True, max_examples=2000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run the tests marked long, and more random examples")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("long" if config.getoption("--long") else "short")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ.pop("FJ_PASSPHRASE", None)
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _use_own_places(config)


def _use_own_places(config: pytest.Config) -> None:
    """Point every place of the person's at a folder that ends with the run."""
    folder = tempfile.TemporaryDirectory(prefix="fj-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    for place in PLACES:
        path = Path(folder.name, place.lower())
        path.mkdir(mode=0o700)
        os.environ[place] = str(path)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    for item in items:
        if "long" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="part of the long run: --long"))


class _NetworkGuard:
    """Refuses every connection to a network address while a test runs; local sockets are free."""

    running = False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.running and event in {"socket.connect", "socket.bind"} and isinstance(arguments[1], tuple):
            message = f"{event} {arguments[1]}: the program works without a network"
            raise PermissionError(message)


_guard = _NetworkGuard()
# An audit hook stays for the life of the process, so there is one, switched on and off.
sys.addaudithook(_guard)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Refuse network connections during each test."""
    _guard.running = True
    yield
    _guard.running = False
