"""What a document of one page is made of; filled by a service, free of files and fonts."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    """Labels with their values, two pairs side by side; a long value has a line of its own."""

    pairs: Sequence[tuple[str, str]]
    heading: str = ""


@dataclass(frozen=True)
class Column:
    """One column of a grid: its share of the width, and whether short marks stand in its middle, numbers at its end."""

    title: str
    share: float
    centred: bool = False
    at_end: bool = False


@dataclass(frozen=True)
class Grid:
    """A table; ``nothing`` stands in it when there are no rows."""

    heading: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    nothing: str = "没有记录。"


@dataclass(frozen=True)
class Words:
    """Paragraphs under a heading; ``strong`` for what the reader must see first."""

    heading: str
    lines: Sequence[str]
    strong: bool = False


Part = Facts | Grid | Words


@dataclass(frozen=True)
class OnePage:
    """A document that is one A4 page, whatever stands in it.

    Attributes:
        parts: what stands on it, from above.
        notes: sources, figures used and remarks, in small type below the parts.
        signatures: labels with a line to sign on, at the foot.
        made_by: office and person.
        made_at: aware moment.
        watermark: set slantwise behind the text; empty for none.
    """

    title: str
    subtitle: str
    parts: Sequence[Part]
    made_by: str
    made_at: dt.datetime
    notes: Sequence[str] = ()
    signatures: Sequence[str] = ()
    watermark: str = ""


@dataclass(frozen=True)
class Report:
    """A document of as many pages as it needs; tables repeat their heads. ``wide`` for landscape."""

    title: str
    subtitle: str
    parts: Sequence[Part]
    made_by: str
    made_at: dt.datetime
    notes: Sequence[str] = ()
    wide: bool = False
    watermark: str = ""
