"""saved views."""

import sqlalchemy as sa
import sqlcipher3.dbapi2
from alembic import op

revision = "0008"
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the store forward."""
    op.create_table('saved_view',
    sa.Column('id', sa.LargeBinary(16), nullable=False),
    sa.Column('office_code', sa.String(length=3), nullable=False),
    sa.Column('visibility', sa.String(length=8), nullable=False),
    sa.Column('group_id', sa.LargeBinary(16), nullable=True),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('created_by', sa.LargeBinary(16), nullable=True),
    sa.Column('updated_at', sa.DateTime(), nullable=False),
    sa.Column('updated_by', sa.LargeBinary(16), nullable=True),
    sa.Column('deleted', sa.Boolean(), nullable=False),
    sa.Column('import_batch', sa.LargeBinary(16), nullable=True),
    sa.Column('source_row', sa.String(length=200), nullable=True),
    sa.Column('name', sa.String(length=40), nullable=True),
    sa.Column('of_table', sa.String(length=40), nullable=True),
    sa.Column('definition', sa.String(length=8000), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('saved_view', schema=None) as batch_op:
        batch_op.create_index('ix_saved_view_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_saved_view_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_saved_view_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_saved_view_of_table'), ['of_table', 'deleted'], unique=False)
