"""Personal data: what a person's data is used for, and tombstones of what was erased."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the store forward."""
    op.add_column("person", sa.Column("use_purpose", sa.String(length=60), nullable=True))
    op.execute(
        'CREATE TABLE _erased ("row" BLOB PRIMARY KEY, at TEXT NOT NULL, actor BLOB, reason TEXT NOT NULL) WITHOUT ROWID'
    )
