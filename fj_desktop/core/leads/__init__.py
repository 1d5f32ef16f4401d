"""Leads out of free text: one line, a pasted chat, a business card, a list of people."""

from fj_desktop.core.leads.dividing import read_text
from fj_desktop.core.leads.lead import MOST_LEADS, MOST_SIGNS, Lead

__all__ = ["MOST_LEADS", "MOST_SIGNS", "Lead", "read_text"]
