"""Dividing one sheet column into several fields.

Every divider gives only what the text says for sure; a text that fits nothing stands under the
target that will refuse it, so that nothing is dropped without a word.
"""

from fj_desktop.core.splitting.contacts import contact, employer, phones
from fj_desktop.core.splitting.general import (
    Divider,
    also_fitting,
    bounds,
    either,
    fitting,
    noted,
    period,
    served,
    whole,
)
from fj_desktop.core.splitting.places import coordinates, place, position, region_of, town_in, town_or, work_region
from fj_desktop.core.splitting.trades import chain_in, chain_of, industries, industry, trade

__all__ = [
    "Divider",
    "also_fitting",
    "bounds",
    "chain_in",
    "chain_of",
    "contact",
    "coordinates",
    "either",
    "employer",
    "fitting",
    "industries",
    "industry",
    "noted",
    "period",
    "phones",
    "place",
    "position",
    "region_of",
    "served",
    "town_in",
    "town_or",
    "trade",
    "whole",
    "work_region",
]
