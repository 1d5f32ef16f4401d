"""What one desk writes to a sheet another desk reads as the same records, for every library (lossless)."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from fj_desktop.core.catalog import Surface
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Text
from fj_desktop.core.refusal import InvalidRecordError
from fj_desktop.core.text import squeeze
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from tests.properties.test_kinds import stored
from tests.support.desks import open_desk

_KNOWN = {
    "town": "永乐镇", "office": "长三角", "unit": "县投资促进中心", "chain": "脐橙", "staff": "示例员",
    "company": "夔门光学有限公司", "person": "引荐人甲", "project": "示例项目", "trip": "示例行程",
    "task_force": "示例专班", "fund": "示例基金", "decision": "示例纪要〔2026〕1号", "contract": "示例合同 1 号",
    "dispatch_meeting": "月调度",
}  # fmt: skip
_PARENTS = (
    ("projects", {"name": "示例项目"}), ("trips", {"name": "示例行程", "start_on": "2026-11-02"}),
    ("task-forces", {"name": "示例专班", "chain_id": "脐橙"}),
    ("funds", {"name": "示例基金", "kind": "社会基金", "mode": "以投促引"}),
    ("decisions", {"project_id": "示例项目", "minutes_no": "示例纪要〔2026〕1号"}),
    ("contracts", {"project_id": "示例项目", "contract_no": "示例合同 1 号", "kind": "正式合同", "party_b": "乙方"}),
    ("meetings", {
        "kind": "月调度", "period": "2026-10", "held_on": "2026-11-02", "chair": "示例员", "units": "县投资促进中心",
    }),
)  # fmt: skip
"""What parts are parts of stands in both desks."""
_TEXTS = st.text(st.sampled_from("甲乙丙丁 Aa1.，=+-@'\"%#<>&\t\n（）；/"), min_size=1, max_size=12)
_NAMED = ("name", "title", "project_name", "person_name", "company_name", "code")
_KEYS = {key for library in CATALOG for key in library.keys} | {"person_mobile", "company_uscc"}
_LIBRARIES = [one for one in CATALOG if one.library not in ("towns", "offices") and not one.closed]

_PAIRS = [(one, kind) for one in _LIBRARIES for kind in (("csv",) if one.under else ("xlsx",))]
"""Every library once; the kinds of files differ in how they write a cell, not in what a library is."""
_PAIRS += [(CATALOG["companies"], "csv"), (CATALOG["land"], "csv"), (CATALOG["progress"], "xlsx")]


def _texts_of(one: Surface) -> st.SearchStrategy[str] | None:
    """Texts a person may type into a field; None where the other desk has nothing to refer to."""
    kind = one.field.kind
    if one.ref_target:
        return st.just(_KNOWN[one.ref_target]) if one.ref_target in _KNOWN else None
    if isinstance(kind, Text):
        # A field with a default that is typed blank stays blank; from a sheet a blank cell takes the default.
        return _TEXTS.filter(lambda text: bool(squeeze(text))) if one.field.default else _TEXTS
    return stored(kind).map(kind.show)


@st.composite
def typed_records(draw: st.DrawFn, library: Library) -> list[dict[str, str]]:
    """Three records with other names: a full one, one with half of its fields, and one with hardly any."""
    asked = [(one, _texts_of(one)) for one in CATALOG.surface(library) if one.field.from_sheets]
    drawn = [(one, texts) for one, texts in asked if texts is not None]
    records: list[dict[str, str]] = []
    for number, share in enumerate((1.0, 0.5, 0.1)):
        typed = {
            one.key: draw(texts) for one, texts in drawn if one.field.needed == "save" or draw(st.floats(0, 1)) <= share
        }
        typed |= {one.key: f"样本{number}" for one, _ in drawn if one.key in _NAMED}
        doubled = {
            key for key in (_KEYS - {*_NAMED}) & typed.keys() if any(typed[key] == one.get(key) for one in records)
        }
        records.append({key: text for key, text in typed.items() if key not in doubled})
    # Two rows that agree in what makes records the same are one record in the other desk.
    told = {tuple(_told(library, one, key) for key in library.same_when) or at: one for at, one in enumerate(records)}
    return list(told.values())


def _told(library: Library, typed: dict[str, str], key: str) -> str:
    """What stands in a field once stored: a fixed default where nothing was typed."""
    default = library.fields[key].default
    return squeeze(typed.get(key) or (default.removeprefix("=") if default.startswith("=") else ""))


def _add(desk: Desk, library: Library, typed: dict[str, str]) -> None:
    """Store a record; fields that are refused (a rule over two of them, a text without a visible sign) are left out."""
    for _ in range(5):
        try:
            desk.records.add(library, typed)
        except InvalidRecordError as refused:
            gone = {one.key for one in refused.refusals}
            if not gone & typed.keys():
                return  # What it can't be without was refused just before.
            typed = {key: text for key, text in typed.items() if key not in gone}
        else:
            return
    raise AssertionError(typed)


@contextmanager
def _desks(library: Library) -> Iterator[tuple[Desk, Desk]]:
    first, second = open_desk(), open_desk()
    if library.visibility == "office" or library.under:
        for desk in (first, second):
            for name, typed in _PARENTS:
                desk.records.add(CATALOG[name], typed)
    yield first, second
    first.close()
    second.close()


def _records(desk: Desk, library: Library) -> list[dict[str, Any]]:
    found = desk.view.rows_json(library, None, reveal=True, deleted=False)
    # Each desk numbers its projects, and what a ledger reports of one is a step of the day it comes in.
    given = ("code", "last_substantive_on") if library.table == "project" else ()
    plain = [{key: value for key, value in one.items() if key not in ("id", "updated_at", *given)} for one in found]
    return sorted(plain, key=str)


@pytest.mark.parametrize(("library", "kind"), _PAIRS, ids=lambda one: one if isinstance(one, str) else one.library)
@given(data=st.data())
@settings(max_examples=2, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_a_library_written_by_one_desk_is_the_same_in_another(library: Library, kind: str, data: st.DataObject) -> None:
    with _desks(library) as (first, second), tempfile.TemporaryDirectory() as folder:
        for typed in data.draw(typed_records(library)):
            _add(first, library, typed)
        out = Path(folder, f"表.{kind}")
        first.exporting.export(library, out, reveal=True)

        book = second.importing.read(out)
        plan = second.importing.plan(book, second.importing.propose(book, library), library)
        second.importing.apply(plan)

        assert [(row.row, row.refusals) for row in plan.refused] == []
        assert _records(second, library) == _records(first, library)
