"""The declarations against the domain list: no field, label, enum, sensitivity or fair rule of it is lost."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from fj_desktop.core.catalog import Surface
from fj_desktop.core.clock import COUNTY_ZONE
from fj_desktop.core.defaults import OFFICES, Working, default_text
from fj_desktop.core.field import Field, Library
from fj_desktop.core.kinds import (
    Amount,
    Area,
    Choice,
    CreditCode,
    Day,
    Degrees,
    Email,
    IdNumber,
    Industry,
    Kind,
    Many,
    Mobile,
    Moment,
    Money,
    MuArea,
    Percent,
    Period,
    Phone,
    Ref,
    Region,
    Tag,
    Text,
    WebAddress,
    Whole,
    Year,
    YearMonth,
    YesNo,
)
from fj_desktop.core.text import squeeze
from fj_desktop.libraries import CATALOG, LIBRARIES

EXPECTED = list(
    csv.DictReader(Path(__file__).with_name("fields_expected.csv").read_text(encoding="utf-8").splitlines())
)

KINDS: dict[str, type[Kind]] = {
    "area": Area,
    "area_mu": MuArea,
    "bool": YesNo,
    "date": Day,
    "datetime": Moment,
    "dec": Amount,
    "div": Region,
    "email": Email,
    "enum": Choice,
    "gbt4754": Industry,
    "id18": IdNumber,
    "int": Whole,
    "longtext": Text,
    "lonlat": Degrees,
    "mobile": Mobile,
    "money": Money,
    "pct": Percent,
    "period": Period,
    "phone": Phone,
    "tag": Tag,
    "text": Text,
    "url": WebAddress,
    "year": Year,
    "ym": YearMonth,
}

OTHERWISE = {
    ("person", "name", "needed"): "complete",  # A name or a mobile is enough: a record rule.
    ("lib_expert", "fee_std", "kind"): Amount,  # Fees are in 元, not 万元.
    ("list_opportunity", "category", "enum"): "其他",  # The hint about eleven classes stands in the field's note.
    ("lib_outpost", "uscc", "kind"): CreditCode,
    ("company", "uscc", "kind"): CreditCode,
    ("contract", "party_b_uscc", "kind"): CreditCode,
}

BEYOND = {
    "company": {"contact_person", "contact_phone", "note"},
    "person": {"use_purpose"},
    "staff": {"note"},
    "chain": {"aliases", "note", "policy_doc_id"},
    "lib_outpost": {"company_id", "contact_phone", "note"},
    "lib_knowledge": {"note"},
    "lib_funding": {"industry_code", "contact_person", "contact_phone", "note"},
    "lib_land": {"built_m2", "leased_m2", "height_limit_m", "contact_phone", "note"},
    "list_scenario": {"note"},
    "list_opportunity": {"note"},
    "project": {
        "investor_note",
        "contact_person",
        "contact_phone",
        "reported_stage",
        "reported_progress",
        "reported_judgement",
        "node_id",
        "note",
    },
    "project_progress": {"checked_by", "checked_on", "photo_id", "note"},
    "visit": {"met_whom", "note"},
    "assessment": {"land_conditions_closed", "expert_opinion", "note"},
    "decision": {"note"},
    "problem": {"note"},
    "dispatch_meeting": {"place", "note"},
    "chain_target": {"source", "note"},
    "chain_node": {"note"},
    "task_force": {"note"},
    "service_request": {"note"},
    "fund": {"note"},
    "contract": {"note"},
    "exit_case": {"note"},
}
"""Fields that ledgers have and the domain list lacks."""


def _declared(row: dict[str, str]) -> Field:
    return CATALOG.of_table(row["table"]).fields[row["name"]]


def _name(row: dict[str, str]) -> str:
    return f"{row['table']}.{row['name']}"


@pytest.mark.parametrize("row", EXPECTED, ids=_name)
def test_a_field_of_the_domain_list_is_declared_with_its_facts(row: dict[str, str]) -> None:
    one = _declared(row)
    needed = OTHERWISE.get((row["table"], row["name"], "needed"), row["needed"])

    assert (one.label, one.needed, one.sensitivity, one.fair) == (row["label"], needed, row["sensitivity"], row["fair"])


@pytest.mark.parametrize("row", EXPECTED, ids=_name)
def test_a_field_of_the_domain_list_has_the_kind_of_its_type(row: dict[str, str]) -> None:
    kind = _declared(row).kind
    each = kind.each if isinstance(kind, Many) else kind
    wanted = row["type"].removesuffix("[]")

    assert kind.many == row["type"].endswith("[]")
    if wanted.startswith("ref:"):
        assert isinstance(each, Ref)
        assert each.target == wanted.removeprefix("ref:")
        return
    if wanted.startswith("str") and (row["table"], row["name"], "kind") not in OTHERWISE:
        assert isinstance(each, Text)
        assert each.longest == int(wanted.removeprefix("str"))
        return
    assert isinstance(each, OTHERWISE.get((row["table"], row["name"], "kind")) or KINDS[wanted])


@pytest.mark.parametrize("row", [row for row in EXPECTED if row["type"].startswith("enum")], ids=_name)
def test_a_closed_list_has_every_label_of_the_domain_list(row: dict[str, str]) -> None:
    kind = _declared(row).kind
    labels = row["enum"].split("|")
    last = OTHERWISE.get((row["table"], row["name"], "enum"), labels[-1])

    assert tuple(kind.choices()) == (*labels[:-1], last)
    assert all(kind.parse(label) for label in labels)


def test_fields_beyond_the_domain_list_are_the_known_ones() -> None:
    listed = {(row["table"], row["name"]) for row in EXPECTED}
    tables = {row["table"] for row in EXPECTED}
    beyond = {
        library.table: added
        for library in LIBRARIES
        if library.table in tables
        and (added := {name for name in library.fields if (library.table, name) not in listed})
    }

    assert beyond == BEYOND


def _all_fields() -> Iterator[tuple[Library, Field]]:
    for library in LIBRARIES:
        for one in library.fields.values():
            yield library, one


def test_every_field_but_a_link_has_its_english_label() -> None:
    lacking = [f"{library.table}.{one.name}" for library, one in _all_fields() if not one.english]

    assert lacking == [f"{library.table}.{link.name}" for library in LIBRARIES for link in library.links()]


def test_no_two_fields_of_a_library_share_an_english_label() -> None:
    for library in LIBRARIES:
        labels = [one.english for one in library.fields.values() if one.english]
        assert len(labels) == len(set(labels)), library.table


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda one: one.library)
def test_a_table_starts_with_a_handful_of_columns(library: Library) -> None:
    shown = [one.key for one in CATALOG.surface(library) if one.in_table]

    assert 3 <= len(shown) <= 14
    assert any(key in shown for key in library.naming)


@pytest.mark.parametrize("office", OFFICES)
def test_every_default_is_a_text_its_field_takes(office: str) -> None:
    import datetime as dt

    working = Working(office, "张三", dt.datetime(2026, 11, 23, 9, 0, tzinfo=COUNTY_ZONE))
    for library, one in _all_fields():
        text = default_text(one, working)
        each = one.kind.each if isinstance(one.kind, Many) else one.kind
        if text and not isinstance(each, Ref):
            assert one.kind.parse(text) is not None, f"{library.table}.{one.name}"


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda one: one.library)
def test_no_header_means_two_things_in_one_library(library: Library) -> None:
    """A spread's header may be its field's own label or English label; nothing else is claimed twice."""
    claims: dict[str, set[str]] = {}
    for one in CATALOG.surface(library):
        for header in _headers(one):
            claims.setdefault(squeeze(header), set()).add(one.key)
    for number, spread in enumerate(library.spreads):
        for header in spread.headers:
            owners = claims.setdefault(squeeze(header), set())
            assert owners <= set(spread.targets), f"{header} of {library.library} is also {owners}"
            owners.clear()
            owners.add(f"spread {number}")

    assert {header: keys for header, keys in claims.items() if len(keys) > 1} == {}


def _headers(one: Surface) -> list[str]:
    return [header for header in (one.label, one.field.english, *one.field.also) if header]


@pytest.mark.parametrize("label", ["秘密", "机密", "绝密", "秘密★10年", "机密级"])
def test_state_secrets_are_refused_with_the_reason(label: str) -> None:
    from fj_desktop.core.refusal import RefusalError

    kind = CATALOG["knowledge"].fields["secrecy"].kind

    with pytest.raises(RefusalError, match="不得录入国家秘密"):
        kind.parse(label)
    assert kind.parse("工作秘密") == "工作秘密"
