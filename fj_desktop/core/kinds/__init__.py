"""All kinds of fields; a new kind is one class here and one branch in the window's editors."""

from fj_desktop.core.kinds.areas import Area, MuArea
from fj_desktop.core.kinds.base import CellOut, Kind
from fj_desktop.core.kinds.choices import (
    Choice,
    Many,
    MultiChoice,
    Tag,
    Tags,
    YesNo,
    split_members,
)
from fj_desktop.core.kinds.codes import Coded, Industries, Industry, Region
from fj_desktop.core.kinds.contacts import CreditCode, IdNumber, Mobile, Phone
from fj_desktop.core.kinds.dates import Day, Moment, Period, Year, YearMonth
from fj_desktop.core.kinds.numbers import Amount, Degrees, Money, Percent, Whole
from fj_desktop.core.kinds.refs import Document, Documents, Link, Ref, Refs
from fj_desktop.core.kinds.texts import Email, School, Text, WebAddress

__all__ = [
    "Amount",
    "Area",
    "CellOut",
    "Choice",
    "Coded",
    "CreditCode",
    "Day",
    "Degrees",
    "Document",
    "Documents",
    "Email",
    "IdNumber",
    "Industries",
    "Industry",
    "Kind",
    "Link",
    "Many",
    "Mobile",
    "Moment",
    "Money",
    "MuArea",
    "MultiChoice",
    "Percent",
    "Period",
    "Phone",
    "Ref",
    "Refs",
    "Region",
    "School",
    "Tag",
    "Tags",
    "Text",
    "WebAddress",
    "Whole",
    "Year",
    "YearMonth",
    "YesNo",
    "split_members",
]
