"""The libraries as a whole: their order, what the program alone fills, who sees them."""

from fj_desktop.core.field import Field
from fj_desktop.core.kinds import Link
from fj_desktop.libraries import CATALOG, LIBRARIES


def _fields() -> dict[tuple[str, str], Field]:
    return {(library.table, one.name): one for library in LIBRARIES for one in library.fields.values()}


def test_the_libraries_stand_in_the_order_of_the_tabs() -> None:
    assert [one.title for one in LIBRARIES if one.shelf in ("八库", "两清单", "总库")] == [
        "企业家资源库",
        "高校校友资源库",
        "乡情资源库",
        "驻外招商资源库",
        "招商知识库",
        "招商项目资金需求库",
        "可招商土地库",
        "招商专家库",
        "应用场景清单",
        "产业高质量发展机会清单",
        "企业总库",
        "人员总库",
    ]
    assert [one.library for one in LIBRARIES if one.shelf == "项目跟踪"] == [
        "projects",
        "visits",
        "assessments",
        "problems",
        "meetings",
        "chains",
        "service-requests",
    ]
    assert [one.library for one in LIBRARIES if one.shelf == "合同履约"] == ["contracts"]
    assert [one.library for one in LIBRARIES if one.shelf == "基础"] == [
        "staff",
        "units",
        "towns",
        "offices",
        "thresholds",
    ]
    assert {one.shelf for one in LIBRARIES} == {"八库", "两清单", "项目跟踪", "合同履约", "总库", "基础", ""}
    assert all(bool(one.shelf) != bool(one.under) for one in LIBRARIES)


def test_first_reports_are_fixed_and_figures_of_the_program_are_computed() -> None:
    assert {key for key, one in _fields().items() if one.fixed} == {
        ("lib_entrepreneur", "first_reported_by"),
        ("lib_entrepreneur", "first_reported_at"),
        ("project", "office_id"),
        ("project", "first_reporter_id"),
        ("project", "first_reported_at"),
    }
    open_tables = {library.table for library in LIBRARIES if not library.closed}

    assert {key for key, one in _fields().items() if one.computed and key[0] in open_tables} == COMPUTED


COMPUTED = {
    ("company", "is_local_landed"),
    ("lib_outpost", "leads_provided"),
    ("lib_expert", "reviews_count"),
    *(
        ("project", name)
        for name in (
            "code",
            "stage",
            "outcome",
            "approved_on",
            "arrived_total_wan",
            "energy_intensity",
            "first_received_at",
            "negotiated_on",
            "signed_on",
            "actual_start_on",
            "actual_prod_on",
            "last_substantive_on",
            "exit_way",
            "exit_reason",
            "dropped_reason",
        )
    ),
    ("project_progress", "period"),
    ("trip_stop", "visit_id"),
    *(("handover", name) for name in ("project_count", "contact_count", "promise_count", "detail")),
    ("assessment", "score_total"),
    ("benefit_review", "cost_per_project_wan"),
    ("benefit_review", "cost_per_yi_wan"),
    ("contract", "counted"),
    ("performance_check", "capability_score"),
    ("exit_case", "exit_class_suggested"),
    ("exit_case", "urge_count"),
}


def test_what_the_program_alone_writes_has_no_field_to_type_in() -> None:
    closed = [one for one in LIBRARIES if one.closed]

    assert [one.table for one in closed] == ["stage_move", "list_issue"]
    assert all(one.computed for library in closed for one in library.fields.values())


def test_people_leads_and_visits_stay_with_their_office_and_libraries_are_seen_by_the_county() -> None:
    assert {one.visibility for one in LIBRARIES} == {"office", "county"}
    assert all(one.visibility == "county" for one in LIBRARIES if one.shelf in ("八库", "两清单", "基础"))
    assert {CATALOG[name].visibility for name in ("people", "projects", "visits", "progress")} == {"office"}


def test_a_link_shows_its_master_no_more_openly_than_it_may() -> None:
    funding = CATALOG.by_key(CATALOG["funding"])
    alumni = CATALOG.by_key(CATALOG["alumni"])

    assert funding["company_id"].fair == "mask"
    assert alumni["person_name"].fair == "mask"
    assert alumni["person_mobile"].fair == "hide"


def test_links_are_the_roles_of_people_and_their_companies() -> None:
    linked = {
        (library.table, one.name)
        for library in LIBRARIES
        for one in library.fields.values()
        if isinstance(one.kind, Link)
    }

    assert linked == {
        ("lib_entrepreneur", "person_id"),
        ("lib_entrepreneur", "company_id"),
        ("lib_alumni", "person_id"),
        ("lib_hometown", "person_id"),
        ("lib_expert", "person_id"),
    }
