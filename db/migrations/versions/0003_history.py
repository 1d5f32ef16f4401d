"""History: which transaction takes back which, and chains over changes and accesses."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the store forward; lines written before stay outside the chain."""
    op.execute("ALTER TABLE _txn ADD COLUMN undoes INTEGER")
    op.execute("ALTER TABLE _txn ADD COLUMN nonce TEXT")
    op.execute("ALTER TABLE _access ADD COLUMN tip TEXT")
