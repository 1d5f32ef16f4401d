"""One window for each profile: a second start raises the first and hands over its arguments.

Who is first is decided by the lock file alone; the socket only carries the message.
"""

import hashlib
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from fj_desktop.errors import UserError

_LARGEST_BYTES = 64 * 1024
_MOST_ARGUMENTS = 64
_POLL_S = 0.05
_CONNECT_MS = 300
_TAKEN = b"taken\n"


class SingleInstance(QObject):
    """``started_again`` carries the arguments of another start; the window should come to the front."""

    started_again = Signal(list)

    def __init__(self, profile: Path, take_lock: Callable[[], None], *, wait_s: float = 2.0) -> None:
        """Claim nothing before ``claim``.

        Args:
            profile: the folder of the profile; two profiles run beside each other.
            take_lock: takes the profile's lock and keeps it, or raises ``UserError`` saying who holds it.
            wait_s: how long a second start tries to reach the first or to take over from a dead one.
        """
        super().__init__()
        self._name = socket_name(profile)
        self._take_lock = take_lock
        self._wait_s = wait_s
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self, arguments: Sequence[str]) -> bool:
        """Become the one instance, or hand ``arguments`` to it.

        Returns:
            True: this is the first start. False: another runs, has the arguments, and this start should end.

        Raises:
            UserError: another holds the profile and does not answer (a headless command, another machine).
        """
        until = time.monotonic() + self._wait_s
        while True:
            try:
                self._take_lock()
            except UserError:
                if self._hand_over(arguments, until):
                    return False
                if time.monotonic() >= until:
                    raise
                time.sleep(_POLL_S)
            else:
                self._listen()
                return True

    def close(self) -> None:
        """Answer no more."""
        self._server.close()

    def _listen(self) -> None:
        # We hold the lock, so a socket of that name is what a killed program left.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def _hand_over(self, arguments: Sequence[str], until: float) -> bool:
        if not _is_ours(self._name):
            return False
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_CONNECT_MS):
            return False
        socket.write(json.dumps(list(arguments)).encode() + b"\n")
        while not socket.canReadLine() and time.monotonic() < until:
            if not socket.waitForReadyRead(max(1, int((until - time.monotonic()) * 1000))):
                break
        return bytes(socket.readLine().data()) == _TAKEN

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Caller(self, socket)


class _Caller(QObject):
    """One start that talks to us; goes with its socket."""

    def __init__(self, instance: SingleInstance, socket: QLocalSocket) -> None:
        super().__init__(socket)
        self._instance = instance
        self._socket = socket
        socket.setReadBufferSize(_LARGEST_BYTES)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        self._read()

    def _read(self) -> None:
        if self._socket.canReadLine():
            arguments = _parsed(bytes(self._socket.readLine().data()))
            if arguments is not None:
                self._socket.write(_TAKEN)
                self._socket.flush()
                self._instance.started_again.emit(arguments)
            self._socket.disconnectFromServer()
        elif self._socket.bytesAvailable() >= _LARGEST_BYTES:
            self._socket.abort()


def socket_name(profile: Path) -> str:
    """The name of a profile's socket: of this account, the same for every spelling of the folder."""
    spelling = os.path.normcase(profile.resolve())
    account = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    name = "fj-desktop-" + hashlib.sha256(f"{account}\0{spelling}".encode()).hexdigest()[:24]
    if os.name == "nt":
        return name
    private = Path(os.environ.get("XDG_RUNTIME_DIR") or QDir.tempPath())
    return str((private if private.is_dir() else Path(QDir.tempPath())) / name)


def _is_ours(name: str) -> bool:
    """Whether the socket belongs to this account; a foreign one in a shared folder gets nothing from us."""
    if os.name == "nt":
        return True
    try:
        return Path(name).stat().st_uid == os.getuid()
    except OSError:
        return False


def _parsed(line: bytes) -> list[str] | None:
    try:
        arguments = json.loads(line)
    except ValueError:
        return None
    if isinstance(arguments, list) and len(arguments) <= _MOST_ARGUMENTS and all(isinstance(a, str) for a in arguments):
        return arguments
    return None
