"""first libraries."""

import sqlalchemy as sa
import sqlcipher3.dbapi2
from alembic import op

revision = "0002"
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the store forward."""
    op.create_table('lib_knowledge',
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
    sa.Column('doc_no', sa.String(length=60), nullable=True),
    sa.Column('issuer', sa.String(length=100), nullable=True),
    sa.Column('issued_on', sa.Date(), nullable=True),
    sa.Column('valid_until', sa.Date(), nullable=True),
    sa.Column('status', sa.String(length=60), nullable=True),
    sa.Column('summary', sa.Text(), nullable=True),
    sa.Column('body', sa.Text(), nullable=True),
    sa.Column('secrecy', sa.String(length=60), nullable=True),
    sa.Column('reviewed_on', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('lib_knowledge', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_lib_knowledge_doc_no'), ['doc_no'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_knowledge_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_knowledge_title'), ['title'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_knowledge_updated_at'), ['updated_at'], unique=False)

    op.create_table('member',
    sa.Column('id', sa.LargeBinary(16), nullable=False),
    sa.Column('owner', sa.LargeBinary(16), nullable=False),
    sa.Column('field', sa.String(length=80), nullable=False),
    sa.Column('value', sa.String(length=80), nullable=False),
    sa.Column('deleted', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('member', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_member_owner'), ['owner'], unique=False)
        batch_op.create_index(batch_op.f('ix_member_value'), ['value'], unique=False)

    op.create_table('office',
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
    sa.Column('code', sa.String(length=10), nullable=True),
    sa.Column('name', sa.String(length=60), nullable=True),
    sa.Column('aliases', sa.String(length=200), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('office', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_office_code'), ['code'], unique=False)
        batch_op.create_index(batch_op.f('ix_office_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_office_name'), ['name'], unique=False)
        batch_op.create_index(batch_op.f('ix_office_updated_at'), ['updated_at'], unique=False)

    op.create_table('office_group',
    sa.Column('id', sa.LargeBinary(16), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('deleted', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('town',
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
    sa.Column('kind', sa.String(length=60), nullable=True),
    sa.Column('code_stats', sa.String(length=12), nullable=True),
    sa.Column('code_civil', sa.String(length=12), nullable=True),
    sa.Column('aliases', sa.String(length=200), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('town', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_town_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_town_name'), ['name'], unique=False)
        batch_op.create_index(batch_op.f('ix_town_updated_at'), ['updated_at'], unique=False)

    op.create_table('unit',
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
    sa.Column('aliases', sa.String(length=200), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('unit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_unit_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_unit_name'), ['name'], unique=False)
        batch_op.create_index(batch_op.f('ix_unit_updated_at'), ['updated_at'], unique=False)

    op.create_table('chain',
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
    sa.Column('code', sa.String(length=10), nullable=True),
    sa.Column('name', sa.String(length=60), nullable=True),
    sa.Column('track', sa.String(length=60), nullable=True),
    sa.Column('leader_name', sa.String(length=50), nullable=True),
    sa.Column('dept_unit_id', sa.LargeBinary(16), nullable=True),
    sa.Column('aliases', sa.String(length=200), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['dept_unit_id'], ['unit.id'], name=op.f('fk_chain_dept_unit_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('chain', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_chain_code'), ['code'], unique=False)
        batch_op.create_index(batch_op.f('ix_chain_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_chain_name'), ['name'], unique=False)
        batch_op.create_index(batch_op.f('ix_chain_updated_at'), ['updated_at'], unique=False)

    op.create_table('office_group_member',
    sa.Column('id', sa.LargeBinary(16), nullable=False),
    sa.Column('group_id', sa.LargeBinary(16), nullable=False),
    sa.Column('office_code', sa.String(length=3), nullable=False),
    sa.Column('deleted', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['office_group.id'], name=op.f('fk_office_group_member_group_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    op.create_table('staff',
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
    sa.Column('name', sa.String(length=50), nullable=True),
    sa.Column('unit_id', sa.LargeBinary(16), nullable=True),
    sa.Column('office_id', sa.LargeBinary(16), nullable=True),
    sa.Column('role', sa.String(length=60), nullable=True),
    sa.Column('mobile', sa.String(length=16), nullable=True),
    sa.Column('posted_from', sa.Date(), nullable=True),
    sa.Column('posted_to', sa.Date(), nullable=True),
    sa.Column('key_fingerprint', sa.String(length=64), nullable=True),
    sa.Column('active', sa.Boolean(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_staff_office_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_staff_unit_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('staff', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_staff_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_staff_mobile'), ['mobile'], unique=False)
        batch_op.create_index(batch_op.f('ix_staff_name'), ['name'], unique=False)
        batch_op.create_index(batch_op.f('ix_staff_updated_at'), ['updated_at'], unique=False)

    op.create_table('company',
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
    sa.Column('uscc', sa.String(length=18), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=True),
    sa.Column('former_names', sa.Text(), nullable=True),
    sa.Column('legal_rep', sa.String(length=50), nullable=True),
    sa.Column('reg_capital_wan', sa.BigInteger(), nullable=True),
    sa.Column('paid_in_capital_wan', sa.BigInteger(), nullable=True),
    sa.Column('currency', sa.String(length=60), nullable=True),
    sa.Column('established_on', sa.Date(), nullable=True),
    sa.Column('reg_division', sa.String(length=12), nullable=True),
    sa.Column('reg_address', sa.String(length=200), nullable=True),
    sa.Column('office_address', sa.String(length=200), nullable=True),
    sa.Column('nature', sa.String(length=60), nullable=True),
    sa.Column('listing', sa.String(length=60), nullable=True),
    sa.Column('stock_code', sa.String(length=12), nullable=True),
    sa.Column('industry_code', sa.String(length=12), nullable=True),
    sa.Column('chain_id', sa.LargeBinary(16), nullable=True),
    sa.Column('main_products', sa.Text(), nullable=True),
    sa.Column('revenue_wan', sa.BigInteger(), nullable=True),
    sa.Column('net_profit_wan', sa.BigInteger(), nullable=True),
    sa.Column('tax_wan', sa.BigInteger(), nullable=True),
    sa.Column('assets_wan', sa.BigInteger(), nullable=True),
    sa.Column('liabilities_wan', sa.BigInteger(), nullable=True),
    sa.Column('fin_year', sa.Integer(), nullable=True),
    sa.Column('staff_count', sa.BigInteger(), nullable=True),
    sa.Column('credit_checked_on', sa.Date(), nullable=True),
    sa.Column('invest_pref', sa.Text(), nullable=True),
    sa.Column('is_local_landed', sa.Boolean(), nullable=True),
    sa.Column('service_officer_id', sa.LargeBinary(16), nullable=True),
    sa.Column('linked_leader', sa.String(length=50), nullable=True),
    sa.Column('website', sa.String(), nullable=True),
    sa.Column('org_kind', sa.String(length=60), nullable=True),
    sa.Column('profile', sa.Text(), nullable=True),
    sa.Column('parent_id', sa.LargeBinary(16), nullable=True),
    sa.Column('contact_person', sa.String(length=50), nullable=True),
    sa.Column('contact_phone', sa.String(length=24), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['chain_id'], ['chain.id'], name=op.f('fk_company_chain_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['parent_id'], ['company.id'], name=op.f('fk_company_parent_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['service_officer_id'], ['staff.id'], name=op.f('fk_company_service_officer_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('company', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_company_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_company_name'), ['name'], unique=False)
        batch_op.create_index(batch_op.f('ix_company_updated_at'), ['updated_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_company_uscc'), ['uscc'], unique=False)

    op.create_table('lib_land',
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
    sa.Column('parcel_no', sa.String(length=40), nullable=True),
    sa.Column('asset_kind', sa.String(length=60), nullable=True),
    sa.Column('name', sa.String(length=100), nullable=True),
    sa.Column('town_id', sa.LargeBinary(16), nullable=True),
    sa.Column('address', sa.String(length=200), nullable=True),
    sa.Column('lon', sa.BigInteger(), nullable=True),
    sa.Column('lat', sa.BigInteger(), nullable=True),
    sa.Column('area_m2', sa.BigInteger(), nullable=True),
    sa.Column('net_area_m2', sa.BigInteger(), nullable=True),
    sa.Column('built_m2', sa.BigInteger(), nullable=True),
    sa.Column('vacant_m2', sa.BigInteger(), nullable=True),
    sa.Column('leased_m2', sa.BigInteger(), nullable=True),
    sa.Column('min_lease_m2', sa.BigInteger(), nullable=True),
    sa.Column('land_use', sa.String(length=60), nullable=True),
    sa.Column('tenure', sa.String(length=60), nullable=True),
    sa.Column('plan_compliance', sa.String(length=60), nullable=True),
    sa.Column('far_min', sa.BigInteger(), nullable=True),
    sa.Column('far_max', sa.BigInteger(), nullable=True),
    sa.Column('building_coef_pct', sa.BigInteger(), nullable=True),
    sa.Column('building_density_pct', sa.BigInteger(), nullable=True),
    sa.Column('green_max_pct', sa.BigInteger(), nullable=True),
    sa.Column('service_area_pct', sa.BigInteger(), nullable=True),
    sa.Column('height_limit_m', sa.BigInteger(), nullable=True),
    sa.Column('supply_status', sa.String(length=60), nullable=True),
    sa.Column('lock_until', sa.Date(), nullable=True),
    sa.Column('ready_on', sa.Date(), nullable=True),
    sa.Column('term_years', sa.BigInteger(), nullable=True),
    sa.Column('ref_price_wan_mu', sa.BigInteger(), nullable=True),
    sa.Column('floor_price_wan_mu', sa.BigInteger(), nullable=True),
    sa.Column('rent_yuan_m2_month', sa.BigInteger(), nullable=True),
    sa.Column('invest_intensity_min', sa.BigInteger(), nullable=True),
    sa.Column('output_intensity_min', sa.BigInteger(), nullable=True),
    sa.Column('tax_intensity_min', sa.BigInteger(), nullable=True),
    sa.Column('energy_std', sa.BigInteger(), nullable=True),
    sa.Column('env_std', sa.Text(), nullable=True),
    sa.Column('power_kva', sa.BigInteger(), nullable=True),
    sa.Column('gas_ok', sa.Boolean(), nullable=True),
    sa.Column('distance_rail_km', sa.BigInteger(), nullable=True),
    sa.Column('distance_port_km', sa.BigInteger(), nullable=True),
    sa.Column('distance_hwy_km', sa.BigInteger(), nullable=True),
    sa.Column('floors', sa.BigInteger(), nullable=True),
    sa.Column('clear_height', sa.BigInteger(), nullable=True),
    sa.Column('floor_load', sa.BigInteger(), nullable=True),
    sa.Column('contact_dept', sa.LargeBinary(16), nullable=True),
    sa.Column('contact_person_id', sa.LargeBinary(16), nullable=True),
    sa.Column('contact_phone', sa.String(length=24), nullable=True),
    sa.Column('verified_on', sa.Date(), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['contact_dept'], ['unit.id'], name=op.f('fk_lib_land_contact_dept'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['contact_person_id'], ['staff.id'], name=op.f('fk_lib_land_contact_person_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['town_id'], ['town.id'], name=op.f('fk_lib_land_town_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('lib_land', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_lib_land_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_land_name'), ['name'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_land_parcel_no'), ['parcel_no'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_land_updated_at'), ['updated_at'], unique=False)

    op.create_table('list_opportunity',
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
    sa.Column('seq', sa.BigInteger(), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=True),
    sa.Column('category', sa.String(length=60), nullable=True),
    sa.Column('chain_id', sa.LargeBinary(16), nullable=True),
    sa.Column('industry_code', sa.String(length=12), nullable=True),
    sa.Column('kind', sa.String(length=60), nullable=True),
    sa.Column('background', sa.Text(), nullable=True),
    sa.Column('content', sa.Text(), nullable=True),
    sa.Column('total_invest_wan', sa.BigInteger(), nullable=True),
    sa.Column('land_need_mu', sa.BigInteger(), nullable=True),
    sa.Column('location', sa.String(length=200), nullable=True),
    sa.Column('build_months', sa.BigInteger(), nullable=True),
    sa.Column('benefit', sa.Text(), nullable=True),
    sa.Column('irr_pct', sa.BigInteger(), nullable=True),
    sa.Column('preliminary', sa.String(length=60), nullable=True),
    sa.Column('plan_review', sa.String(length=60), nullable=True),
    sa.Column('owner_unit', sa.LargeBinary(16), nullable=True),
    sa.Column('contact_person', sa.String(length=50), nullable=True),
    sa.Column('contact_phone', sa.String(length=24), nullable=True),
    sa.Column('status', sa.String(length=60), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['chain_id'], ['chain.id'], name=op.f('fk_list_opportunity_chain_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['owner_unit'], ['unit.id'], name=op.f('fk_list_opportunity_owner_unit'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('list_opportunity', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_list_opportunity_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_list_opportunity_name'), ['name'], unique=False)
        batch_op.create_index(batch_op.f('ix_list_opportunity_updated_at'), ['updated_at'], unique=False)

    op.create_table('lib_funding',
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
    sa.Column('project_name', sa.String(length=200), nullable=True),
    sa.Column('industry_code', sa.String(length=12), nullable=True),
    sa.Column('purpose', sa.String(length=60), nullable=True),
    sa.Column('total_invest_wan', sa.BigInteger(), nullable=True),
    sa.Column('self_fund_wan', sa.BigInteger(), nullable=True),
    sa.Column('need_wan', sa.BigInteger(), nullable=True),
    sa.Column('term_months', sa.BigInteger(), nullable=True),
    sa.Column('acceptable_rate_pct', sa.BigInteger(), nullable=True),
    sa.Column('equity_offer_pct', sa.BigInteger(), nullable=True),
    sa.Column('needed_by', sa.Date(), nullable=True),
    sa.Column('financials_ok', sa.Boolean(), nullable=True),
    sa.Column('match_status', sa.String(length=60), nullable=True),
    sa.Column('arrived_wan', sa.BigInteger(), nullable=True),
    sa.Column('closed_reason', sa.Text(), nullable=True),
    sa.Column('contact_person', sa.String(length=50), nullable=True),
    sa.Column('contact_phone', sa.String(length=24), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_lib_funding_company_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('lib_funding', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_lib_funding_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_funding_project_name'), ['project_name'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_funding_updated_at'), ['updated_at'], unique=False)

    op.create_table('list_scenario',
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
    sa.Column('seq', sa.BigInteger(), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=True),
    sa.Column('side', sa.String(length=60), nullable=True),
    sa.Column('scene_field', sa.String(length=60), nullable=True),
    sa.Column('content', sa.Text(), nullable=True),
    sa.Column('tech_need', sa.Text(), nullable=True),
    sa.Column('owner_unit', sa.LargeBinary(16), nullable=True),
    sa.Column('location', sa.String(length=200), nullable=True),
    sa.Column('budget_wan', sa.BigInteger(), nullable=True),
    sa.Column('fund_source', sa.String(length=60), nullable=True),
    sa.Column('start_on', sa.Date(), nullable=True),
    sa.Column('deadline', sa.Date(), nullable=True),
    sa.Column('contact_person', sa.String(length=50), nullable=True),
    sa.Column('contact_phone', sa.String(length=24), nullable=True),
    sa.Column('status', sa.String(length=60), nullable=True),
    sa.Column('matched_company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('legal_check', sa.String(length=60), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['matched_company_id'], ['company.id'], name=op.f('fk_list_scenario_matched_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['owner_unit'], ['unit.id'], name=op.f('fk_list_scenario_owner_unit'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('list_scenario', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_list_scenario_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_list_scenario_name'), ['name'], unique=False)
        batch_op.create_index(batch_op.f('ix_list_scenario_updated_at'), ['updated_at'], unique=False)

    op.create_table('person',
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
    sa.Column('name', sa.String(length=50), nullable=True),
    sa.Column('gender', sa.String(length=60), nullable=True),
    sa.Column('birth_ym', sa.String(length=7), nullable=True),
    sa.Column('native_place', sa.String(length=12), nullable=True),
    sa.Column('native_town', sa.LargeBinary(16), nullable=True),
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('org_name', sa.String(length=200), nullable=True),
    sa.Column('title', sa.String(length=80), nullable=True),
    sa.Column('city', sa.String(length=12), nullable=True),
    sa.Column('region', sa.String(length=60), nullable=True),
    sa.Column('mobile', sa.String(length=16), nullable=True),
    sa.Column('phone', sa.String(length=24), nullable=True),
    sa.Column('wechat', sa.String(length=50), nullable=True),
    sa.Column('email', sa.String(), nullable=True),
    sa.Column('id_no', sa.String(length=18), nullable=True),
    sa.Column('home_address', sa.String(length=200), nullable=True),
    sa.Column('political_org', sa.String(length=200), nullable=True),
    sa.Column('influence', sa.String(length=60), nullable=True),
    sa.Column('relation_owner_id', sa.LargeBinary(16), nullable=True),
    sa.Column('last_contact_on', sa.Date(), nullable=True),
    sa.Column('next_contact_on', sa.Date(), nullable=True),
    sa.Column('consent_status', sa.String(length=60), nullable=True),
    sa.Column('consent_on', sa.Date(), nullable=True),
    sa.Column('source', sa.String(length=60), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_person_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['native_town'], ['town.id'], name=op.f('fk_person_native_town'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['relation_owner_id'], ['staff.id'], name=op.f('fk_person_relation_owner_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_person_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_person_mobile'), ['mobile'], unique=False)
        batch_op.create_index(batch_op.f('ix_person_name'), ['name'], unique=False)
        batch_op.create_index(batch_op.f('ix_person_updated_at'), ['updated_at'], unique=False)

    op.create_table('lib_alumni',
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
    sa.Column('person_id', sa.LargeBinary(16), nullable=True),
    sa.Column('school', sa.String(length=100), nullable=True),
    sa.Column('campus_kind', sa.String(length=60), nullable=True),
    sa.Column('college', sa.String(length=100), nullable=True),
    sa.Column('major', sa.String(length=100), nullable=True),
    sa.Column('degree', sa.String(length=60), nullable=True),
    sa.Column('enroll_year', sa.Integer(), nullable=True),
    sa.Column('grad_year', sa.Integer(), nullable=True),
    sa.Column('alumni_org', sa.String(length=100), nullable=True),
    sa.Column('alumni_post', sa.String(length=80), nullable=True),
    sa.Column('research_field', sa.String(length=200), nullable=True),
    sa.Column('tech_results', sa.Text(), nullable=True),
    sa.Column('chain_id', sa.LargeBinary(16), nullable=True),
    sa.ForeignKeyConstraint(['chain_id'], ['chain.id'], name=op.f('fk_lib_alumni_chain_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_lib_alumni_person_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('lib_alumni', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_lib_alumni_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_alumni_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_alumni_updated_at'), ['updated_at'], unique=False)

    op.create_table('lib_entrepreneur',
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
    sa.Column('person_id', sa.LargeBinary(16), nullable=True),
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('role_in_company', sa.String(length=60), nullable=True),
    sa.Column('industry_code', sa.String(length=12), nullable=True),
    sa.Column('chain_id', sa.LargeBinary(16), nullable=True),
    sa.Column('invest_intent', sa.String(length=60), nullable=True),
    sa.Column('intent_amount_wan', sa.BigInteger(), nullable=True),
    sa.Column('intent_note', sa.Text(), nullable=True),
    sa.Column('expansion_plan', sa.Text(), nullable=True),
    sa.Column('relation_level', sa.String(length=60), nullable=True),
    sa.Column('introducer_id', sa.LargeBinary(16), nullable=True),
    sa.Column('first_reported_by', sa.LargeBinary(16), nullable=True),
    sa.Column('first_reported_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['chain_id'], ['chain.id'], name=op.f('fk_lib_entrepreneur_chain_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_lib_entrepreneur_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['first_reported_by'], ['office.id'], name=op.f('fk_lib_entrepreneur_first_reported_by'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['introducer_id'], ['person.id'], name=op.f('fk_lib_entrepreneur_introducer_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_lib_entrepreneur_person_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('lib_entrepreneur', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_lib_entrepreneur_company_id'), ['company_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_entrepreneur_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_entrepreneur_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_entrepreneur_updated_at'), ['updated_at'], unique=False)

    op.create_table('lib_expert',
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
    sa.Column('person_id', sa.LargeBinary(16), nullable=True),
    sa.Column('expert_kind', sa.String(length=60), nullable=True),
    sa.Column('prof_title', sa.String(length=60), nullable=True),
    sa.Column('years', sa.BigInteger(), nullable=True),
    sa.Column('term_from', sa.Date(), nullable=True),
    sa.Column('term_to', sa.Date(), nullable=True),
    sa.Column('avoid_note', sa.Text(), nullable=True),
    sa.Column('fee_std', sa.BigInteger(), nullable=True),
    sa.Column('reviews_count', sa.BigInteger(), nullable=True),
    sa.Column('last_review_on', sa.Date(), nullable=True),
    sa.Column('score_avg', sa.BigInteger(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_lib_expert_person_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('lib_expert', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_lib_expert_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_expert_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_expert_updated_at'), ['updated_at'], unique=False)

    op.create_table('lib_hometown',
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
    sa.Column('person_id', sa.LargeBinary(16), nullable=True),
    sa.Column('hometown_town', sa.LargeBinary(16), nullable=True),
    sa.Column('hometown_village', sa.String(length=80), nullable=True),
    sa.Column('person_kind', sa.String(length=60), nullable=True),
    sa.Column('left_year', sa.Integer(), nullable=True),
    sa.Column('return_intent', sa.String(length=60), nullable=True),
    sa.Column('return_kind', sa.String(length=60), nullable=True),
    sa.Column('family_contact', sa.String(length=100), nullable=True),
    sa.Column('visited_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['hometown_town'], ['town.id'], name=op.f('fk_lib_hometown_hometown_town'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_lib_hometown_person_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('lib_hometown', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_lib_hometown_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_hometown_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_hometown_updated_at'), ['updated_at'], unique=False)

    op.create_table('lib_outpost',
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
    sa.Column('office_id', sa.LargeBinary(16), nullable=True),
    sa.Column('resource_kind', sa.String(length=60), nullable=True),
    sa.Column('name', sa.String(length=200), nullable=True),
    sa.Column('uscc', sa.String(length=18), nullable=True),
    sa.Column('company_id', sa.LargeBinary(16), nullable=True),
    sa.Column('city', sa.String(length=12), nullable=True),
    sa.Column('contact_person_id', sa.LargeBinary(16), nullable=True),
    sa.Column('contact_phone', sa.String(length=24), nullable=True),
    sa.Column('member_company_count', sa.BigInteger(), nullable=True),
    sa.Column('leads_provided', sa.BigInteger(), nullable=True),
    sa.Column('last_contact_on', sa.Date(), nullable=True),
    sa.Column('rating', sa.String(length=60), nullable=True),
    sa.Column('note', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['company_id'], ['company.id'], name=op.f('fk_lib_outpost_company_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['contact_person_id'], ['person.id'], name=op.f('fk_lib_outpost_contact_person_id'), initially='DEFERRED', deferrable=True),
    sa.ForeignKeyConstraint(['office_id'], ['office.id'], name=op.f('fk_lib_outpost_office_id'), initially='DEFERRED', deferrable=True),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('lib_outpost', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_lib_outpost_import_batch'), ['import_batch'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_outpost_name'), ['name'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_outpost_updated_at'), ['updated_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_lib_outpost_uscc'), ['uscc'], unique=False)
