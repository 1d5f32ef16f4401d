"""node of a project, postings, reviews."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the store forward."""
    op.create_table('benefit_review',
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
    sa.Column('year', sa.Integer(), nullable=True),
    sa.Column('category', sa.String(length=60), nullable=True),
    sa.Column('office_id', sa.LargeBinary(16), nullable=True),
    sa.Column('budget_wan', sa.BigInteger(), nullable=True),
    sa.Column('spent_wan', sa.BigInteger(), nullable=True),
    sa.Column('signed_count', sa.BigInteger(), nullable=True),
    sa.Column('signed_wan', sa.BigInteger(), nullable=True),
    sa.Column('started_count', sa.BigInteger(), nullable=True),
    sa.Column('arrived_wan', sa.BigInteger(), nullable=True),
    sa.Column('filled_on', sa.Date(), nullable=True),
    sa.Column('cost_per_project_wan', sa.BigInteger(), nullable=True),
    sa.Column('cost_per_yi_wan', sa.BigInteger(), nullable=True),
    sa.Column('grade', sa.String(length=60), nullable=True),
    sa.Column('opinion', sa.Text(), nullable=True),
    sa.Column('unit_id', sa.LargeBinary(16), nullable=True),
    sa.Column('reviewed_on', sa.Date(), nullable=True),
    sa.Column('report_doc_id', sa.LargeBinary(16), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_benefit_review_office_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['report_doc_id'], ['attachment.id'], name=op.f('fk_benefit_review_report_doc_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_benefit_review_unit_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('benefit_review', schema=None) as batch_op:
        batch_op.create_index('ix_benefit_review_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_benefit_review_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_benefit_review_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_benefit_review_year'), ['year', 'deleted'], unique=False)

    op.create_table('posting',
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
    sa.Column('staff_id', sa.LargeBinary(16), nullable=True),
    sa.Column('office_id', sa.LargeBinary(16), nullable=True),
    sa.Column('start_on', sa.Date(), nullable=True),
    sa.Column('end_on', sa.Date(), nullable=True),
    sa.Column('duty', sa.String(length=100), nullable=True),
    sa.Column('order_no', sa.String(length=40), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_posting_office_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_posting_staff_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('posting', schema=None) as batch_op:
        batch_op.create_index('ix_posting_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_posting_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_posting_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_posting_staff_id'), ['staff_id', 'deleted'], unique=False)

    op.create_table('sign_in',
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
    sa.Column('staff_id', sa.LargeBinary(16), nullable=True),
    sa.Column('signed_on', sa.Date(), nullable=True),
    sa.Column('office_id', sa.LargeBinary(16), nullable=True),
    sa.Column('state', sa.String(length=60), nullable=True),
    sa.Column('place', sa.String(length=100), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_sign_in_office_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_sign_in_staff_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('sign_in', schema=None) as batch_op:
        batch_op.create_index('ix_sign_in_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_sign_in_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_sign_in_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_sign_in_signed_on'), ['signed_on', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_sign_in_staff_id'), ['staff_id', 'deleted'], unique=False)

    op.execute('ALTER TABLE project ADD COLUMN node_id BLOB CONSTRAINT fk_project_node_id REFERENCES chain_node (id) DEFERRABLE INITIALLY DEFERRED')
