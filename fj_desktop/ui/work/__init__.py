"""Pages that are no library: what a person works with over all of them."""

from fj_desktop.ui.work.pages import PAGES, WorkPages

__all__ = ["PAGES", "WorkPages"]
