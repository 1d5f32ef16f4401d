"""Pictures of a virtual screen, taken so cheaply that the program under watch is not slowed."""

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageChops

WIDTH, HEIGHT = 1366, 768
_ALL_PLANES = ctypes.c_ulong(-1)
_Z_PIXMAP = 2
_VIEWABLE = 2
_SMALLEST = 200


class _XImage(ctypes.Structure):
    """The beginning of Xlib's XImage."""

    _fields_ = (
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.c_void_p),
    )


class _Attributes(ctypes.Structure):
    """Xlib's XWindowAttributes."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("class_", "bit_gravity", "win_gravity", "backing_store")),
        *((name, ctypes.c_ulong) for name in ("backing_planes", "backing_pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("map_installed", "map_state")),
        *((name, ctypes.c_long) for name in ("all_event_masks", "your_event_mask", "do_not_propagate_mask")),
        ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    )


class Screen:
    """One connection to a display."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XGetImage.restype = ctypes.POINTER(_XImage)
        self._on_error = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(_nothing)
        self._x.XSetErrorHandler(self._on_error)
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(name.encode()))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    def picture(self) -> bytes:
        """All pixels, four bytes each."""
        taken = self._x.XGetImage(self._display, self._root, 0, 0, WIDTH, HEIGHT, _ALL_PLANES, _Z_PIXMAP)
        pixels = ctypes.string_at(taken.contents.data, WIDTH * HEIGHT * 4)
        self._x.XDestroyImage(taken)
        return pixels

    def has_window(self) -> bool:
        """Whether a window of some size is mapped on the screen, drawn or not."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        told = [ctypes.byref(one) for one in (root, parent, children, count)]
        self._x.XQueryTree(self._display, self._root, *told)
        windows = [children[at] for at in range(count.value)]
        if windows:
            self._x.XFree(children)
        return any(self._is_shown(window) for window in windows)

    def _is_shown(self, window: int) -> bool:
        about = _Attributes()
        found = self._x.XGetWindowAttributes(self._display, ctypes.c_ulong(window), ctypes.byref(about))
        return bool(found and about.map_state == _VIEWABLE and about.width > _SMALLEST and about.height > _SMALLEST)

    def close(self) -> None:
        """End the connection."""
        self._x.XCloseDisplay(self._display)


def _nothing(_display: int, _error: int) -> int:
    """A window may go while it is asked for."""
    return 0


def alike(before: bytes, now: bytes) -> bool:
    """Equal but for a blinking cursor."""
    if before == now:
        return True
    pictures = [Image.frombuffer("RGB", (WIDTH, HEIGHT), one, "raw", "BGRX", 0, 1) for one in (before, now)]
    box = ImageChops.difference(*pictures).getbbox()
    return box is None or (box[2] - box[0] <= 3 and box[3] - box[1] <= 40)


@contextmanager
def screen() -> Iterator[Screen]:
    """A virtual screen of the smallest size that is served, with nothing else on it."""
    reader, writer = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        f"{WIDTH}x{HEIGHT}x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    server = subprocess.Popen(command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            opened = Screen(f":{answer.readline().strip()}")
        yield opened
        opened.close()
    finally:
        server.terminate()
        server.wait()
