"""project tracking."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the store forward."""
    op.create_table('call_round',
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
    sa.Column('name', sa.String(length=60), nullable=True),
    sa.Column('list_kind', sa.String(length=60), nullable=True),
    sa.Column('called_on', sa.Date(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('call_round', schema=None) as batch_op:
        batch_op.create_index('ix_call_round_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_call_round_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_call_round_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('list_issue',
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
    sa.Column('issue_no', sa.String(length=20), nullable=True),
    sa.Column('list_kind', sa.String(length=20), nullable=True),
    sa.Column('published_on', sa.Date(), nullable=True),
    sa.Column('item_count', sa.BigInteger(), nullable=True),
    sa.Column('signer', sa.String(length=50), nullable=True),
    sa.Column('content', sa.Text(), nullable=True),
    sa.Column('content_hash', sa.String(length=64), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('list_issue', schema=None) as batch_op:
        batch_op.create_index('ix_list_issue_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_list_issue_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_list_issue_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('threshold',
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
    sa.Column('code', sa.String(length=40), nullable=True),
    sa.Column('title', sa.String(length=100), nullable=True),
    sa.Column('value', sa.String(length=40), nullable=True),
    sa.Column('unit', sa.String(length=20), nullable=True),
    sa.Column('mark', sa.String(length=60), nullable=True),
    sa.Column('source', sa.String(length=200), nullable=True),
    sa.Column('as_of', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('threshold', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_threshold_code'), ['code', 'deleted'], unique=False)
        batch_op.create_index('ix_threshold_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_threshold_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_threshold_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('dispatch_meeting',
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
    sa.Column('kind', sa.String(length=60), nullable=True),
    sa.Column('period', sa.String(length=8), nullable=True),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('chair', sa.String(length=50), nullable=True),
    sa.Column('place', sa.String(length=100), nullable=True),
    sa.Column('minutes_id', sa.LargeBinary(16), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['minutes_id'], ['attachment.id'], name=op.f('fk_dispatch_meeting_minutes_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('dispatch_meeting', schema=None) as batch_op:
        batch_op.create_index('ix_dispatch_meeting_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_dispatch_meeting_held_on'), ['held_on', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_dispatch_meeting_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_dispatch_meeting_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('trip',
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
    sa.Column('name', sa.String(length=100), nullable=True),
    sa.Column('start_on', sa.Date(), nullable=True),
    sa.Column('end_on', sa.Date(), nullable=True),
    sa.Column('office_id', sa.LargeBinary(16), nullable=True),
    sa.Column('leader', sa.String(length=50), nullable=True),
    sa.Column('route', sa.Text(), nullable=True),
    sa.Column('cost_wan', sa.BigInteger(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_trip_office_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('trip', schema=None) as batch_op:
        batch_op.create_index('ix_trip_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_trip_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_trip_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_trip_start_on'), ['start_on', 'deleted'], unique=False)

    op.create_table('chain_node',
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
    sa.Column('chain_id', sa.LargeBinary(16), nullable=True),
    sa.Column('parent_id', sa.LargeBinary(16), nullable=True),
    sa.Column('name', sa.String(length=80), nullable=True),
    sa.Column('position', sa.String(length=60), nullable=True),
    sa.Column('gap', sa.String(length=60), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['chain_id'], ['chain.id'], name=op.f('fk_chain_node_chain_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['parent_id'], ['chain_node.id'], name=op.f('fk_chain_node_parent_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('chain_node', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_chain_node_chain_id'), ['chain_id', 'deleted'], unique=False)
        batch_op.create_index('ix_chain_node_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_chain_node_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_chain_node_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('chain_target',
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
    sa.Column('chain_id', sa.LargeBinary(16), nullable=True),
    sa.Column('year', sa.Integer(), nullable=True),
    sa.Column('signed_yi', sa.BigInteger(), nullable=True),
    sa.Column('landed_count', sa.BigInteger(), nullable=True),
    sa.Column('arrived_yi', sa.BigInteger(), nullable=True),
    sa.Column('factory_wan_m2', sa.BigInteger(), nullable=True),
    sa.Column('source', sa.String(length=200), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['chain_id'], ['chain.id'], name=op.f('fk_chain_target_chain_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('chain_target', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_chain_target_chain_id'), ['chain_id', 'deleted'], unique=False)
        batch_op.create_index('ix_chain_target_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_chain_target_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_chain_target_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_chain_target_year'), ['year', 'deleted'], unique=False)

    op.create_table('handover',
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
    sa.Column('title', sa.String(length=200), nullable=True),
    sa.Column('from_id', sa.LargeBinary(16), nullable=True),
    sa.Column('to_id', sa.LargeBinary(16), nullable=True),
    sa.Column('handed_on', sa.Date(), nullable=True),
    sa.Column('project_count', sa.BigInteger(), nullable=True),
    sa.Column('contact_count', sa.BigInteger(), nullable=True),
    sa.Column('promise_count', sa.BigInteger(), nullable=True),
    sa.Column('detail', sa.Text(), nullable=True),
    sa.Column('signed_id', sa.LargeBinary(16), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['from_id'], ['staff.id'], name=op.f('fk_handover_from_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['signed_id'], ['attachment.id'], name=op.f('fk_handover_signed_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['to_id'], ['staff.id'], name=op.f('fk_handover_to_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('handover', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_handover_from_id'), ['from_id', 'deleted'], unique=False)
        batch_op.create_index('ix_handover_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_handover_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_handover_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('task_force',
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
    sa.Column('chain_id', sa.LargeBinary(16), nullable=True),
    sa.Column('name', sa.String(length=80), nullable=True),
    sa.Column('head_id', sa.LargeBinary(16), nullable=True),
    sa.Column('valid_from', sa.Date(), nullable=True),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['chain_id'], ['chain.id'], name=op.f('fk_task_force_chain_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['head_id'], ['staff.id'], name=op.f('fk_task_force_head_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('task_force', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_task_force_chain_id'), ['chain_id', 'deleted'], unique=False)
        batch_op.create_index('ix_task_force_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_task_force_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_task_force_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('force_member',
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
    sa.Column('task_force_id', sa.LargeBinary(16), nullable=True),
    sa.Column('staff_id', sa.LargeBinary(16), nullable=True),
    sa.Column('unit_id', sa.LargeBinary(16), nullable=True),
    sa.Column('duty', sa.String(length=100), nullable=True),
    sa.Column('from_on', sa.Date(), nullable=True),
    sa.Column('to_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_force_member_staff_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['task_force_id'], ['task_force.id'], name=op.f('fk_force_member_task_force_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_force_member_unit_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('force_member', schema=None) as batch_op:
        batch_op.create_index('ix_force_member_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_force_member_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_force_member_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_force_member_task_force_id'), ['task_force_id', 'deleted'], unique=False)

    op.create_table('fund',
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
    sa.Column('name', sa.String(length=100), nullable=True),
    sa.Column('kind', sa.String(length=60), nullable=True),
    sa.Column('size_wan', sa.BigInteger(), nullable=True),
    sa.Column('manager_id', sa.LargeBinary(16), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['manager_id'], ['company.id'], name=op.f('fk_fund_manager_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('fund', schema=None) as batch_op:
        batch_op.create_index('ix_fund_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_fund_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_fund_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_fund_name'), ['name', 'deleted'], unique=False)

    op.create_table('leader_link',
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
    sa.Column('leader', sa.String(length=50), nullable=True),
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('linked_on', sa.Date(), nullable=True),
    sa.Column('way', sa.String(length=60), nullable=True),
    sa.Column('asks', sa.Text(), nullable=True),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_leader_link_company_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('leader_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_leader_link_company_id'), ['company_id', 'deleted'], unique=False)
        batch_op.create_index('ix_leader_link_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_leader_link_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_leader_link_linked_on'), ['linked_on', 'deleted'], unique=False)
        batch_op.create_index('ix_leader_link_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('project',
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
    sa.Column('code', sa.String(length=30), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=True),
    sa.Column('public_alias', sa.String(length=100), nullable=True),
    sa.Column('stage', sa.String(length=60), nullable=True),
    sa.Column('status', sa.String(length=60), nullable=True),
    sa.Column('outcome', sa.String(length=60), nullable=True),
    sa.Column('chain_id', sa.LargeBinary(16), nullable=True),
    sa.Column('chain_effect', sa.String(length=60), nullable=True),
    sa.Column('industry_code', sa.String(length=12), nullable=True),
    sa.Column('is_major', sa.Boolean(), nullable=True),
    sa.Column('content', sa.Text(), nullable=True),
    sa.Column('likelihood', sa.String(length=60), nullable=True),
    sa.Column('shareable', sa.Boolean(), nullable=True),
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('investor_group', sa.String(length=200), nullable=True),
    sa.Column('investor_note', sa.Text(), nullable=True),
    sa.Column('local_company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('contact_person', sa.String(length=50), nullable=True),
    sa.Column('contact_phone', sa.String(length=24), nullable=True),
    sa.Column('origin_region', sa.String(length=60), nullable=True),
    sa.Column('origin_division', sa.String(length=12), nullable=True),
    sa.Column('capital_kind', sa.String(length=60), nullable=True),
    sa.Column('total_invest_wan', sa.BigInteger(), nullable=True),
    sa.Column('fixed_invest_wan', sa.BigInteger(), nullable=True),
    sa.Column('arrived_total_wan', sa.BigInteger(), nullable=True),
    sa.Column('expect_output_wan', sa.BigInteger(), nullable=True),
    sa.Column('expect_tax_wan', sa.BigInteger(), nullable=True),
    sa.Column('expect_jobs', sa.BigInteger(), nullable=True),
    sa.Column('rd_wan', sa.BigInteger(), nullable=True),
    sa.Column('value_added_wan', sa.BigInteger(), nullable=True),
    sa.Column('policy_asks', sa.Text(), nullable=True),
    sa.Column('negotiation_floor', sa.Text(), nullable=True),
    sa.Column('land_need_mu', sa.BigInteger(), nullable=True),
    sa.Column('factory_need_m2', sa.BigInteger(), nullable=True),
    sa.Column('landing_town_id', sa.LargeBinary(16), nullable=True),
    sa.Column('power_need_kva', sa.BigInteger(), nullable=True),
    sa.Column('water_need_t_day', sa.BigInteger(), nullable=True),
    sa.Column('gas_need_m3_day', sa.BigInteger(), nullable=True),
    sa.Column('labour_need', sa.BigInteger(), nullable=True),
    sa.Column('energy_tce', sa.BigInteger(), nullable=True),
    sa.Column('energy_intensity', sa.BigInteger(), nullable=True),
    sa.Column('env_category', sa.String(length=60), nullable=True),
    sa.Column('supplied_land_m2', sa.BigInteger(), nullable=True),
    sa.Column('planned_m2', sa.BigInteger(), nullable=True),
    sa.Column('built_m2', sa.BigInteger(), nullable=True),
    sa.Column('lead_unit_id', sa.LargeBinary(16), nullable=True),
    sa.Column('office_id', sa.LargeBinary(16), nullable=True),
    sa.Column('first_reporter_id', sa.LargeBinary(16), nullable=True),
    sa.Column('first_reported_at', sa.DateTime(), nullable=True),
    sa.Column('first_contact_on', sa.Date(), nullable=True),
    sa.Column('first_received_at', sa.DateTime(), nullable=True),
    sa.Column('owner_id', sa.LargeBinary(16), nullable=True),
    sa.Column('source_kind', sa.String(length=60), nullable=True),
    sa.Column('judged_on', sa.Date(), nullable=True),
    sa.Column('approved_on', sa.Date(), nullable=True),
    sa.Column('negotiated_on', sa.Date(), nullable=True),
    sa.Column('signed_on', sa.Date(), nullable=True),
    sa.Column('agreed_start_on', sa.Date(), nullable=True),
    sa.Column('actual_start_on', sa.Date(), nullable=True),
    sa.Column('agreed_prod_on', sa.Date(), nullable=True),
    sa.Column('actual_prod_on', sa.Date(), nullable=True),
    sa.Column('last_substantive_on', sa.Date(), nullable=True),
    sa.Column('next_on', sa.Date(), nullable=True),
    sa.Column('filing_no', sa.String(length=40), nullable=True),
    sa.Column('filing_on', sa.Date(), nullable=True),
    sa.Column('exit_way', sa.String(length=60), nullable=True),
    sa.Column('exit_reason', sa.Text(), nullable=True),
    sa.Column('dropped_reason', sa.Text(), nullable=True),
    sa.Column('lost_to', sa.String(length=12), nullable=True),
    sa.Column('reported_stage', sa.String(length=40), nullable=True),
    sa.Column('reported_progress', sa.Text(), nullable=True),
    sa.Column('reported_judgement', sa.String(length=40), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['chain_id'], ['chain.id'], name=op.f('fk_project_chain_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_project_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['first_reporter_id'], ['staff.id'], name=op.f('fk_project_first_reporter_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['landing_town_id'], ['town.id'], name=op.f('fk_project_landing_town_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['lead_unit_id'], ['unit.id'], name=op.f('fk_project_lead_unit_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['local_company_id'], ['company.id'], name=op.f('fk_project_local_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_project_office_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['owner_id'], ['staff.id'], name=op.f('fk_project_owner_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('project', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_project_chain_id'), ['chain_id', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_project_company_id'), ['company_id', 'deleted'], unique=False)
        batch_op.create_index('ix_project_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_project_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_project_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_project_name'), ['name', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_project_office_id'), ['office_id', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_project_owner_id'), ['owner_id', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_project_stage'), ['stage', 'deleted'], unique=False)

    op.create_table('service_request',
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
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('theme', sa.String(length=200), nullable=True),
    sa.Column('channel', sa.String(length=60), nullable=True),
    sa.Column('mode', sa.String(length=60), nullable=True),
    sa.Column('external_no', sa.String(length=40), nullable=True),
    sa.Column('officer_id', sa.LargeBinary(16), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('satisfied', sa.String(length=60), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_service_request_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['officer_id'], ['staff.id'], name=op.f('fk_service_request_officer_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('service_request', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_service_request_company_id'), ['company_id', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_service_request_due_on'), ['due_on', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_service_request_external_no'), ['external_no', 'deleted'], unique=False)
        batch_op.create_index('ix_service_request_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_service_request_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_service_request_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('assessment',
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
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('version', sa.BigInteger(), nullable=True),
    sa.Column('inspect_on', sa.Date(), nullable=True),
    sa.Column('basic', sa.Text(), nullable=True),
    sa.Column('score_scale', sa.BigInteger(), nullable=True),
    sa.Column('score_intensity', sa.BigInteger(), nullable=True),
    sa.Column('score_benefit', sa.BigInteger(), nullable=True),
    sa.Column('score_prospect', sa.BigInteger(), nullable=True),
    sa.Column('score_match', sa.BigInteger(), nullable=True),
    sa.Column('score_policy', sa.BigInteger(), nullable=True),
    sa.Column('score_total', sa.BigInteger(), nullable=True),
    sa.Column('land_check', sa.String(length=60), nullable=True),
    sa.Column('land_conditions_closed', sa.Boolean(), nullable=True),
    sa.Column('land_check_by', sa.LargeBinary(16), nullable=True),
    sa.Column('energy_check', sa.String(length=60), nullable=True),
    sa.Column('energy_region_avg', sa.BigInteger(), nullable=True),
    sa.Column('env_check', sa.String(length=60), nullable=True),
    sa.Column('env_opinion_id', sa.LargeBinary(16), nullable=True),
    sa.Column('due_diligence', sa.String(length=60), nullable=True),
    sa.Column('dd_report_id', sa.LargeBinary(16), nullable=True),
    sa.Column('expert_opinion', sa.Text(), nullable=True),
    sa.Column('conclusion', sa.String(length=60), nullable=True),
    sa.Column('opinion_doc_id', sa.LargeBinary(16), nullable=True),
    sa.Column('concluded_on', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['dd_report_id'], ['attachment.id'], name=op.f('fk_assessment_dd_report_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['env_opinion_id'], ['attachment.id'], name=op.f('fk_assessment_env_opinion_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['land_check_by'], ['attachment.id'], name=op.f('fk_assessment_land_check_by'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['opinion_doc_id'], ['attachment.id'], name=op.f('fk_assessment_opinion_doc_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_assessment_project_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('assessment', schema=None) as batch_op:
        batch_op.create_index('ix_assessment_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_assessment_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_assessment_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_assessment_project_id'), ['project_id', 'deleted'], unique=False)

    op.create_table('decision',
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
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('level', sa.String(length=60), nullable=True),
    sa.Column('body', sa.String(length=60), nullable=True),
    sa.Column('site_visit_on', sa.Date(), nullable=True),
    sa.Column('material_check_on', sa.Date(), nullable=True),
    sa.Column('defence_on', sa.Date(), nullable=True),
    sa.Column('energy_match', sa.String(length=60), nullable=True),
    sa.Column('finance_feasible', sa.String(length=60), nullable=True),
    sa.Column('policy_compliant', sa.String(length=60), nullable=True),
    sa.Column('legal_review_id', sa.LargeBinary(16), nullable=True),
    sa.Column('fair_review_id', sa.LargeBinary(16), nullable=True),
    sa.Column('meeting_on', sa.Date(), nullable=True),
    sa.Column('resolution', sa.String(length=60), nullable=True),
    sa.Column('minutes_no', sa.String(length=60), nullable=True),
    sa.Column('minutes_id', sa.LargeBinary(16), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['fair_review_id'], ['attachment.id'], name=op.f('fk_decision_fair_review_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['legal_review_id'], ['attachment.id'], name=op.f('fk_decision_legal_review_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['minutes_id'], ['attachment.id'], name=op.f('fk_decision_minutes_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_decision_project_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('decision', schema=None) as batch_op:
        batch_op.create_index('ix_decision_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_decision_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_decision_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_decision_project_id'), ['project_id', 'deleted'], unique=False)

    op.create_table('fund_investment',
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
    sa.Column('fund_id', sa.LargeBinary(16), nullable=True),
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('amount_wan', sa.BigInteger(), nullable=True),
    sa.Column('invested_on', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_fund_investment_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['fund_id'], ['fund.id'], name=op.f('fk_fund_investment_fund_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_fund_investment_project_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('fund_investment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_fund_investment_fund_id'), ['fund_id', 'deleted'], unique=False)
        batch_op.create_index('ix_fund_investment_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_fund_investment_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_fund_investment_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_fund_investment_project_id'), ['project_id', 'deleted'], unique=False)

    op.create_table('ledger_entry',
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
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('book', sa.String(length=60), nullable=True),
    sa.Column('side', sa.String(length=60), nullable=True),
    sa.Column('payer', sa.String(length=60), nullable=True),
    sa.Column('item', sa.String(length=60), nullable=True),
    sa.Column('year', sa.Integer(), nullable=True),
    sa.Column('basis', sa.String(length=60), nullable=True),
    sa.Column('amount_wan', sa.BigInteger(), nullable=True),
    sa.Column('source_ref', sa.String(length=200), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_ledger_entry_project_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('ledger_entry', schema=None) as batch_op:
        batch_op.create_index('ix_ledger_entry_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_ledger_entry_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_ledger_entry_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_ledger_entry_project_id'), ['project_id', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_ledger_entry_year'), ['year', 'deleted'], unique=False)

    op.create_table('letter',
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
    sa.Column('title', sa.String(length=200), nullable=True),
    sa.Column('kind', sa.String(length=60), nullable=True),
    sa.Column('number', sa.String(length=60), nullable=True),
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('sent_on', sa.Date(), nullable=True),
    sa.Column('receipt_on', sa.Date(), nullable=True),
    sa.Column('demand', sa.Text(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('file_id', sa.LargeBinary(16), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_letter_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['file_id'], ['attachment.id'], name=op.f('fk_letter_file_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_letter_project_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.create_index('ix_letter_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_letter_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_letter_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_letter_number'), ['number', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_letter_project_id'), ['project_id', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_letter_sent_on'), ['sent_on', 'deleted'], unique=False)

    op.create_table('meeting_decision',
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
    sa.Column('meeting_id', sa.LargeBinary(16), nullable=True),
    sa.Column('item', sa.Text(), nullable=True),
    sa.Column('duty_unit_id', sa.LargeBinary(16), nullable=True),
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('state', sa.String(length=60), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('proof', sa.Text(), nullable=True),
    sa.Column('proof_id', sa.LargeBinary(16), nullable=True),
    sa.ForeignKeyConstraint(['duty_unit_id'], ['unit.id'], name=op.f('fk_meeting_decision_duty_unit_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['meeting_id'], ['dispatch_meeting.id'], name=op.f('fk_meeting_decision_meeting_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_meeting_decision_project_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['proof_id'], ['attachment.id'], name=op.f('fk_meeting_decision_proof_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('meeting_decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meeting_decision_due_on'), ['due_on', 'deleted'], unique=False)
        batch_op.create_index('ix_meeting_decision_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_meeting_decision_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_meeting_decision_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_meeting_decision_meeting_id'), ['meeting_id', 'deleted'], unique=False)

    op.create_table('performance_check',
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
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('check_on', sa.Date(), nullable=True),
    sa.Column('method', sa.String(length=60), nullable=True),
    sa.Column('findings', sa.Text(), nullable=True),
    sa.Column('capability_score', sa.BigInteger(), nullable=True),
    sa.Column('breach', sa.Boolean(), nullable=True),
    sa.Column('breach_party', sa.String(length=60), nullable=True),
    sa.Column('breach_opinion_id', sa.LargeBinary(16), nullable=True),
    sa.Column('rectify_notice_id', sa.LargeBinary(16), nullable=True),
    sa.Column('rectify_due_on', sa.Date(), nullable=True),
    sa.Column('rectify_done_on', sa.Date(), nullable=True),
    sa.Column('third_party', sa.String(length=200), nullable=True),
    sa.ForeignKeyConstraint(['breach_opinion_id'], ['attachment.id'], name=op.f('fk_performance_check_breach_opinion_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_performance_check_project_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['rectify_notice_id'], ['attachment.id'], name=op.f('fk_performance_check_rectify_notice_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('performance_check', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_performance_check_check_on'), ['check_on', 'deleted'], unique=False)
        batch_op.create_index('ix_performance_check_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_performance_check_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_performance_check_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_performance_check_project_id'), ['project_id', 'deleted'], unique=False)

    op.create_table('problem',
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
    sa.Column('title', sa.String(length=200), nullable=True),
    sa.Column('category', sa.String(length=60), nullable=True),
    sa.Column('level', sa.String(length=60), nullable=True),
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('monitor_fact', sa.Text(), nullable=True),
    sa.Column('cause', sa.Text(), nullable=True),
    sa.Column('solution', sa.Text(), nullable=True),
    sa.Column('duty_unit_id', sa.LargeBinary(16), nullable=True),
    sa.Column('raised_on', sa.Date(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('status', sa.String(length=60), nullable=True),
    sa.Column('satisfied', sa.String(length=60), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_problem_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['duty_unit_id'], ['unit.id'], name=op.f('fk_problem_duty_unit_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_problem_project_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('problem', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_problem_due_on'), ['due_on', 'deleted'], unique=False)
        batch_op.create_index('ix_problem_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_problem_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_problem_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_problem_project_id'), ['project_id', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_problem_status'), ['status', 'deleted'], unique=False)

    op.create_table('project_emission',
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
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('pollutant', sa.String(length=60), nullable=True),
    sa.Column('amount_t', sa.BigInteger(), nullable=True),
    sa.Column('limit_t', sa.BigInteger(), nullable=True),
    sa.Column('basis', sa.String(length=200), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_project_emission_project_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('project_emission', schema=None) as batch_op:
        batch_op.create_index('ix_project_emission_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_project_emission_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_project_emission_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('project_permit',
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
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('kind', sa.String(length=60), nullable=True),
    sa.Column('state', sa.String(length=60), nullable=True),
    sa.Column('number', sa.String(length=60), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('file_id', sa.LargeBinary(16), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['file_id'], ['attachment.id'], name=op.f('fk_project_permit_file_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_project_permit_project_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('project_permit', schema=None) as batch_op:
        batch_op.create_index('ix_project_permit_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_project_permit_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_project_permit_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('project_phase',
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
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('name', sa.String(length=60), nullable=True),
    sa.Column('invest_wan', sa.BigInteger(), nullable=True),
    sa.Column('content', sa.Text(), nullable=True),
    sa.Column('start_on', sa.Date(), nullable=True),
    sa.Column('finish_on', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_project_phase_project_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('project_phase', schema=None) as batch_op:
        batch_op.create_index('ix_project_phase_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_project_phase_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_project_phase_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('project_progress',
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
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('happened_on', sa.Date(), nullable=True),
    sa.Column('period', sa.String(length=8), nullable=True),
    sa.Column('kind', sa.String(length=60), nullable=True),
    sa.Column('summary', sa.Text(), nullable=True),
    sa.Column('arrived_wan', sa.BigInteger(), nullable=True),
    sa.Column('arrived_proof_id', sa.LargeBinary(16), nullable=True),
    sa.Column('fixed_done_wan', sa.BigInteger(), nullable=True),
    sa.Column('next_step', sa.Text(), nullable=True),
    sa.Column('need_help', sa.Text(), nullable=True),
    sa.Column('no_progress_reason', sa.String(length=200), nullable=True),
    sa.Column('reporter_id', sa.LargeBinary(16), nullable=True),
    sa.Column('checked_by', sa.LargeBinary(16), nullable=True),
    sa.Column('checked_on', sa.Date(), nullable=True),
    sa.Column('photo_id', sa.LargeBinary(16), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['arrived_proof_id'], ['attachment.id'], name=op.f('fk_project_progress_arrived_proof_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['checked_by'], ['staff.id'], name=op.f('fk_project_progress_checked_by'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['photo_id'], ['attachment.id'], name=op.f('fk_project_progress_photo_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_project_progress_project_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['reporter_id'], ['staff.id'], name=op.f('fk_project_progress_reporter_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('project_progress', schema=None) as batch_op:
        batch_op.create_index('ix_project_progress_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_project_progress_happened_on'), ['happened_on', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_project_progress_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_project_progress_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_project_progress_project_id'), ['project_id', 'deleted'], unique=False)

    op.create_table('reception',
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
    sa.Column('name', sa.String(length=200), nullable=True),
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('arrive_on', sa.Date(), nullable=True),
    sa.Column('leave_on', sa.Date(), nullable=True),
    sa.Column('guests', sa.Text(), nullable=True),
    sa.Column('guest_count', sa.BigInteger(), nullable=True),
    sa.Column('letter_no', sa.String(length=60), nullable=True),
    sa.Column('leader', sa.String(length=100), nullable=True),
    sa.Column('schedule', sa.Text(), nullable=True),
    sa.Column('sites', sa.Text(), nullable=True),
    sa.Column('transport', sa.Text(), nullable=True),
    sa.Column('lodging', sa.Text(), nullable=True),
    sa.Column('cost_wan', sa.BigInteger(), nullable=True),
    sa.Column('result', sa.Text(), nullable=True),
    sa.Column('followups', sa.Text(), nullable=True),
    sa.Column('next_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_reception_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_reception_project_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('reception', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reception_arrive_on'), ['arrive_on', 'deleted'], unique=False)
        batch_op.create_index('ix_reception_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_reception_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_reception_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('stage_move',
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
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('from_stage', sa.String(length=10), nullable=True),
    sa.Column('to_stage', sa.String(length=10), nullable=True),
    sa.Column('moved_on', sa.Date(), nullable=True),
    sa.Column('moved_at', sa.DateTime(), nullable=True),
    sa.Column('mover_id', sa.LargeBinary(16), nullable=True),
    sa.Column('gate', sa.String(length=4), nullable=True),
    sa.Column('warned', sa.Text(), nullable=True),
    sa.Column('override_reason', sa.Text(), nullable=True),
    sa.Column('overridden', sa.Text(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['mover_id'], ['staff.id'], name=op.f('fk_stage_move_mover_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_stage_move_project_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('stage_move', schema=None) as batch_op:
        batch_op.create_index('ix_stage_move_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_stage_move_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_stage_move_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('talent_need',
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
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('kind', sa.String(length=60), nullable=True),
    sa.Column('post', sa.String(length=80), nullable=True),
    sa.Column('count', sa.BigInteger(), nullable=True),
    sa.Column('skill', sa.Text(), nullable=True),
    sa.Column('landed', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_talent_need_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_talent_need_project_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('talent_need', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_talent_need_company_id'), ['company_id', 'deleted'], unique=False)
        batch_op.create_index('ix_talent_need_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_talent_need_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_talent_need_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_talent_need_project_id'), ['project_id', 'deleted'], unique=False)

    op.create_table('visit',
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
    sa.Column('visit_on', sa.Date(), nullable=True),
    sa.Column('kind', sa.String(length=60), nullable=True),
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('met_whom', sa.String(length=200), nullable=True),
    sa.Column('our_leader', sa.String(length=50), nullable=True),
    sa.Column('leader_level', sa.String(length=60), nullable=True),
    sa.Column('office_id', sa.LargeBinary(16), nullable=True),
    sa.Column('place', sa.String(length=12), nullable=True),
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('topics', sa.Text(), nullable=True),
    sa.Column('result', sa.String(length=60), nullable=True),
    sa.Column('next_on', sa.Date(), nullable=True),
    sa.Column('trip_id', sa.LargeBinary(16), nullable=True),
    sa.Column('cost_wan', sa.BigInteger(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_visit_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_visit_office_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_visit_project_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['trip_id'], ['trip.id'], name=op.f('fk_visit_trip_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('visit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_visit_company_id'), ['company_id', 'deleted'], unique=False)
        batch_op.create_index('ix_visit_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_visit_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_visit_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_visit_project_id'), ['project_id', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_visit_visit_on'), ['visit_on', 'deleted'], unique=False)

    op.create_table('agenda_item',
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
    sa.Column('meeting_id', sa.LargeBinary(16), nullable=True),
    sa.Column('seq', sa.BigInteger(), nullable=True),
    sa.Column('topic', sa.String(length=200), nullable=True),
    sa.Column('unit_id', sa.LargeBinary(16), nullable=True),
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('problem_id', sa.LargeBinary(16), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['meeting_id'], ['dispatch_meeting.id'], name=op.f('fk_agenda_item_meeting_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['problem_id'], ['problem.id'], name=op.f('fk_agenda_item_problem_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_agenda_item_project_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_agenda_item_unit_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('agenda_item', schema=None) as batch_op:
        batch_op.create_index('ix_agenda_item_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_agenda_item_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_agenda_item_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_agenda_item_meeting_id'), ['meeting_id', 'deleted'], unique=False)

    op.create_table('contract',
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
    sa.Column('contract_no', sa.String(length=40), nullable=True),
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('kind', sa.String(length=60), nullable=True),
    sa.Column('parent_id', sa.LargeBinary(16), nullable=True),
    sa.Column('party_a', sa.String(length=200), nullable=True),
    sa.Column('party_b', sa.String(length=200), nullable=True),
    sa.Column('party_b_uscc', sa.String(length=18), nullable=True),
    sa.Column('amount_wan', sa.BigInteger(), nullable=True),
    sa.Column('counted', sa.Boolean(), nullable=True),
    sa.Column('signed_on', sa.Date(), nullable=True),
    sa.Column('effective_on', sa.Date(), nullable=True),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('agreed_start_on', sa.Date(), nullable=True),
    sa.Column('agreed_prod_on', sa.Date(), nullable=True),
    sa.Column('land_mu', sa.BigInteger(), nullable=True),
    sa.Column('intensity_min', sa.BigInteger(), nullable=True),
    sa.Column('tax_min_mu', sa.BigInteger(), nullable=True),
    sa.Column('breach_terms', sa.Text(), nullable=True),
    sa.Column('exit_terms', sa.Text(), nullable=True),
    sa.Column('bond_wan', sa.BigInteger(), nullable=True),
    sa.Column('decision_id', sa.LargeBinary(16), nullable=True),
    sa.Column('legal_opinion_id', sa.LargeBinary(16), nullable=True),
    sa.Column('scan_id', sa.LargeBinary(16), nullable=True),
    sa.Column('original_place', sa.String(length=100), nullable=True),
    sa.Column('status', sa.String(length=60), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['decision_id'], ['decision.id'], name=op.f('fk_contract_decision_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['legal_opinion_id'], ['attachment.id'], name=op.f('fk_contract_legal_opinion_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['parent_id'], ['contract.id'], name=op.f('fk_contract_parent_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_contract_project_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['scan_id'], ['attachment.id'], name=op.f('fk_contract_scan_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('contract', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_contract_contract_no'), ['contract_no', 'deleted'], unique=False)
        batch_op.create_index('ix_contract_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_contract_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_contract_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_contract_project_id'), ['project_id', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_contract_status'), ['status', 'deleted'], unique=False)

    op.create_table('decision_vote',
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
    sa.Column('decision_id', sa.LargeBinary(16), nullable=True),
    sa.Column('voter', sa.String(length=50), nullable=True),
    sa.Column('vote', sa.String(length=60), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['decision_id'], ['decision.id'], name=op.f('fk_decision_vote_decision_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('decision_vote', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_decision_vote_decision_id'), ['decision_id', 'deleted'], unique=False)
        batch_op.create_index('ix_decision_vote_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_decision_vote_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_decision_vote_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('dept_opinion',
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
    sa.Column('decision_id', sa.LargeBinary(16), nullable=True),
    sa.Column('unit_id', sa.LargeBinary(16), nullable=True),
    sa.Column('opinion', sa.String(length=60), nullable=True),
    sa.Column('given_on', sa.Date(), nullable=True),
    sa.Column('content', sa.Text(), nullable=True),
    sa.Column('file_id', sa.LargeBinary(16), nullable=True),
    sa.ForeignKeyConstraint(['decision_id'], ['decision.id'], name=op.f('fk_dept_opinion_decision_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['file_id'], ['attachment.id'], name=op.f('fk_dept_opinion_file_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_dept_opinion_unit_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('dept_opinion', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_dept_opinion_decision_id'), ['decision_id', 'deleted'], unique=False)
        batch_op.create_index('ix_dept_opinion_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_dept_opinion_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_dept_opinion_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))

    op.create_table('trip_stop',
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
    sa.Column('trip_id', sa.LargeBinary(16), nullable=True),
    sa.Column('stop_on', sa.Date(), nullable=True),
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('place_name', sa.String(length=200), nullable=True),
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('topics', sa.Text(), nullable=True),
    sa.Column('result', sa.String(length=60), nullable=True),
    sa.Column('next_on', sa.Date(), nullable=True),
    sa.Column('cost_wan', sa.BigInteger(), nullable=True),
    sa.Column('visit_id', sa.LargeBinary(16), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_trip_stop_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_trip_stop_project_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['trip_id'], ['trip.id'], name=op.f('fk_trip_stop_trip_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['visit_id'], ['visit.id'], name=op.f('fk_trip_stop_visit_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('trip_stop', schema=None) as batch_op:
        batch_op.create_index('ix_trip_stop_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_trip_stop_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_trip_stop_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_trip_stop_trip_id'), ['trip_id', 'deleted'], unique=False)

    op.create_table('commitment',
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
    sa.Column('contract_id', sa.LargeBinary(16), nullable=True),
    sa.Column('party', sa.String(length=60), nullable=True),
    sa.Column('kind', sa.String(length=60), nullable=True),
    sa.Column('clause_no', sa.String(length=20), nullable=True),
    sa.Column('content', sa.Text(), nullable=True),
    sa.Column('metric', sa.String(length=60), nullable=True),
    sa.Column('target_value', sa.BigInteger(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('due_rule', sa.String(length=100), nullable=True),
    sa.Column('duty_unit_id', sa.LargeBinary(16), nullable=True),
    sa.Column('actual_value', sa.BigInteger(), nullable=True),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('evidence_id', sa.LargeBinary(16), nullable=True),
    sa.Column('state', sa.String(length=60), nullable=True),
    sa.Column('legal_basis', sa.String(length=200), nullable=True),
    sa.Column('fair_checked', sa.String(length=60), nullable=True),
    sa.ForeignKeyConstraint(['contract_id'], ['contract.id'], name=op.f('fk_commitment_contract_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['duty_unit_id'], ['unit.id'], name=op.f('fk_commitment_duty_unit_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['evidence_id'], ['attachment.id'], name=op.f('fk_commitment_evidence_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('commitment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_commitment_contract_id'), ['contract_id', 'deleted'], unique=False)
        batch_op.create_index(batch_op.f('ix_commitment_due_on'), ['due_on', 'deleted'], unique=False)
        batch_op.create_index('ix_commitment_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_commitment_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_commitment_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_commitment_state'), ['state', 'deleted'], unique=False)

    op.create_table('exit_case',
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
    sa.Column('project_id', sa.LargeBinary(16), nullable=True),
    sa.Column('batch', sa.String(length=40), nullable=True),
    sa.Column('exit_class', sa.String(length=60), nullable=True),
    sa.Column('exit_class_suggested', sa.String(length=40), nullable=True),
    sa.Column('financing_flag', sa.Boolean(), nullable=True),
    sa.Column('urge_count', sa.BigInteger(), nullable=True),
    sa.Column('talk_on', sa.Date(), nullable=True),
    sa.Column('talk_minutes_id', sa.LargeBinary(16), nullable=True),
    sa.Column('termination_id', sa.LargeBinary(16), nullable=True),
    sa.Column('legal_case_no', sa.String(length=60), nullable=True),
    sa.Column('land_recovered_mu', sa.BigInteger(), nullable=True),
    sa.Column('subsidy_recovered_wan', sa.BigInteger(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['project_id'], ['project.id'], name=op.f('fk_exit_case_project_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['talk_minutes_id'], ['attachment.id'], name=op.f('fk_exit_case_talk_minutes_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['termination_id'], ['contract.id'], name=op.f('fk_exit_case_termination_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('exit_case', schema=None) as batch_op:
        batch_op.create_index('ix_exit_case_gone', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 1'))
        batch_op.create_index(batch_op.f('ix_exit_case_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index('ix_exit_case_live', ['updated_at'], unique=False, sqlite_where=sa.text('deleted IS 0'))
        batch_op.create_index(batch_op.f('ix_exit_case_project_id'), ['project_id', 'deleted'], unique=False)
    _refer("chain", "plan_doc_id", "attachment")
    _refer("chain", "policy_doc_id", "attachment")
    _refer("lib_funding", "project_id", "project")
    _refer("lib_land", "lock_project_id", "project")
    _refer("list_opportunity", "project_id", "project")


def _refer(table: str, column: str, target: str) -> None:
    """A reference added to a table that has rows; a batch would rebuild the table and its children with it."""
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {column} BLOB CONSTRAINT fk_{table}_{column} REFERENCES {target} (id) "
        "DEFERRABLE INITIALLY DEFERRED"
    )
