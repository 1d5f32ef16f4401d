"""Offers what was typed and not saved before the program ended."""

from fj_desktop.ui.drafts.dialog import DraftsDialog
from fj_desktop.ui.drafts.offer import DraftOffer

__all__ = ["DraftOffer", "DraftsDialog"]
