"""The command palette: every action of the window and every record, by a few letters."""

from fj_desktop.ui.palette.box import PaletteBox

__all__ = ["PaletteBox"]
