"""node of a project."""

from alembic import op

revision = "0010"
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the store forward."""
    op.execute('ALTER TABLE project ADD COLUMN node_id BLOB CONSTRAINT fk_project_node_id REFERENCES chain_node (id) DEFERRABLE INITIALLY DEFERRED')
