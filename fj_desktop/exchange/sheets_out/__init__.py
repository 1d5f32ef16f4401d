"""Sheets out: typed workbook, CSV, blank template, refused rows. Text of a person never becomes a formula."""

from fj_desktop.exchange.sheets_out.delimited import write_csv
from fj_desktop.exchange.sheets_out.plain import PlainSheet, write_sheets
from fj_desktop.exchange.sheets_out.refused_rows import REASON_HEADING, write_refused
from fj_desktop.exchange.sheets_out.template import write_template
from fj_desktop.exchange.sheets_out.workbook import Stamp, write_workbook

__all__ = [
    "REASON_HEADING", "PlainSheet", "Stamp", "write_csv", "write_refused", "write_sheets", "write_template",
    "write_workbook",
]  # fmt: skip
