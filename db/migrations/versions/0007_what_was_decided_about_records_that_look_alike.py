"""What was decided about records that look alike."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the store forward."""
    op.create_table('verdict',
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
    sa.Column('verdict', sa.String(length=10), nullable=True),
    sa.Column('of_table', sa.String(length=40), nullable=True),
    sa.Column('first', sa.String(length=36), nullable=True),
    sa.Column('second', sa.String(length=36), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('verdict', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_verdict_first'), ['first', 'deleted'], unique=False)
        batch_op.create_index('ix_verdict_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_verdict_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_verdict_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_verdict_second'), ['second', 'deleted'], unique=False)
