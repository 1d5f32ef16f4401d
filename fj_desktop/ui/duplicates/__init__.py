"""Finding records that are kept twice, looking at two side by side, and merging them."""

from fj_desktop.ui.duplicates.dialog import DuplicatesDialog

__all__ = ["DuplicatesDialog"]
