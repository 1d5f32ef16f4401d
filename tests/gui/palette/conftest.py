"""The window of the palette and keys."""

from tests.gui.palette_desk import asked, desk, founded, window

__all__ = ["asked", "desk", "founded", "window"]
