"""可招商土地库: the declaration in ``plot``, the words and columns of its ledgers in ``words``."""

from fj_desktop.libraries.land.plot import Land

__all__ = ["Land"]
