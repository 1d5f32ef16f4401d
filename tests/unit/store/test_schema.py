"""The tables are the declarations: what migrations lay is what the libraries declare."""

import pytest
import sqlalchemy as sa

from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Ref
from fj_desktop.libraries import CATALOG
from fj_desktop.store.schema import METADATA, VISIBILITIES, parents_first, record_table
from tests.support.desks import fresh_engine, open_store
from tests.support.history import rows


@pytest.fixture(scope="module")
def laid() -> sa.Inspector:
    return sa.inspect(fresh_engine())


@pytest.mark.parametrize("table", sorted(METADATA.tables))
def test_the_migrations_lay_every_declared_table_with_its_columns_and_indexes(laid: sa.Inspector, table: str) -> None:
    declared = METADATA.tables[table]

    # A field declared later stands last in the store, wherever people read it.
    assert {column["name"] for column in laid.get_columns(table)} == {column.name for column in declared.columns}
    needed = {column["name"] for column in laid.get_columns(table) if not column["nullable"]}
    assert needed == {column.name for column in declared.columns if not column.nullable}
    assert {tuple(index["column_names"]) for index in laid.get_indexes(table)} == {
        tuple(column.name for column in index.columns) for index in declared.indexes
    }


@pytest.mark.parametrize("library", list(CATALOG), ids=lambda library: library.library)
def test_every_reference_is_kept_by_the_store(laid: sa.Inspector, library: Library) -> None:
    declared = {(name, one.kind.target) for name, one in library.fields.items() if isinstance(one.kind, Ref)}
    kept = {(key["constrained_columns"][0], key["referred_table"]) for key in laid.get_foreign_keys(library.table)}

    assert kept == declared


@pytest.mark.parametrize("library", list(CATALOG), ids=lambda library: library.library)
def test_every_record_has_an_owner_a_visibility_dates_a_mark_and_its_origin(library: Library) -> None:
    common = {
        "id", "office_code", "visibility", "group_id", "created_at", "created_by", "updated_at", "updated_by",
        "deleted", "import_batch", "source_row",
    }  # fmt: skip

    assert common <= {column.name for column in record_table(library).columns}
    assert library.visibility in VISIBILITIES


def test_no_business_value_is_unique_in_the_store(laid: sa.Inspector) -> None:
    for table in METADATA.tables:
        assert laid.get_unique_constraints(table) == []
        assert not any(index["unique"] for index in laid.get_indexes(table))


def test_what_may_leave_the_office_to_whom_is_laid_from_the_first_migration() -> None:
    assert rows(open_store(), "SELECT sensitivity, role FROM _travel ORDER BY 1, 2") == [
        ("S0", "any"), ("S1", "any"), ("S2", "HQ"), ("S2", "owner"), ("S3", "named"),
    ]  # fmt: skip


def test_rows_are_written_behind_the_rows_they_refer_to() -> None:
    ordered = parents_first([one.table for one in CATALOG.everything])
    for library in CATALOG.everything:
        for column in record_table(library).columns:
            for key in column.foreign_keys:
                parent = key.column.table.name
                assert parent == library.table or ordered.index(parent) < ordered.index(library.table), column
