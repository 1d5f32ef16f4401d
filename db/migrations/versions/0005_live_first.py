"""Tables open and sort from indexes alone: each knows which records are live."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_SUFFIX = "_updated_at"
_KEPT = ("import_batch",)


def upgrade() -> None:
    """Bring the store forward; record tables are those with an index of the last change."""
    run = op.get_bind().exec_driver_sql
    tables = run("SELECT tbl_name FROM sqlite_master WHERE type = 'index' AND name = 'ix_' || tbl_name || ?", (_SUFFIX,))
    for (table,) in tables.fetchall():
        op.execute(f'DROP INDEX "ix_{table}{_SUFFIX}"')
        op.execute(f'CREATE INDEX "ix_{table}_live" ON "{table}" (updated_at) WHERE deleted IS 0')
        op.execute(f'CREATE INDEX "ix_{table}_gone" ON "{table}" (updated_at) WHERE deleted IS 1')
        listed = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql LIKE '%(%'"
        for (index,) in run(listed, (table,)).fetchall():
            columns = [str(row[2]) for row in run(f'PRAGMA index_info("{index}")')]
            if len(columns) == 1 and columns[0] not in (*_KEPT, "updated_at"):
                op.execute(f'DROP INDEX "{index}"')
                op.execute(f'CREATE INDEX "{index}" ON "{table}" ("{columns[0]}", deleted)')
