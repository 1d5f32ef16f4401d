"""Blocks of cells from and to the clipboard, as spreadsheet programs put them there; bounded, and never a formula."""

from fj_desktop.exchange.clipboard.giving import as_html, as_tabs
from fj_desktop.exchange.clipboard.sizes import MOST_CELLS
from fj_desktop.exchange.clipboard.taking import Block, read_block

__all__ = ["MOST_CELLS", "Block", "as_html", "as_tabs", "read_block"]
