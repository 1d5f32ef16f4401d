"""Lines as people type them are read as a person would read them."""

import dataclasses

import pytest

from fj_desktop.core.leads import Lead, read_text
from tests.unit.core.leads.samples import SAMPLES

FIELDS = tuple(one.name for one in dataclasses.fields(Lead) if one.name not in ("origin", "via"))


def shown(lead: Lead, wanted: dict[str, str]) -> dict[str, str]:
    """The filled fields of a lead, the note only where it was told."""
    return {name: getattr(lead, name) for name in FIELDS if name != "note" or "note" in wanted}


@pytest.mark.parametrize(("text", "expected"), SAMPLES, ids=range(len(SAMPLES)))
def test_a_line_is_read_as_a_person_reads_it(text: str, expected: list[dict[str, str]]) -> None:
    leads = read_text(text, "示例员")
    wholes = [
        {name: wanted.get(name, "") for name in FIELDS if name != "note" or "note" in wanted} for wanted in expected
    ]
    assert [shown(lead, wanted) for lead, wanted in zip(leads, expected, strict=True)] == wholes
