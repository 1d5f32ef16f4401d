"""Which experts stand back from a project: one rule for entry by hand, for the lot and for the gate (clause 7.1)."""

import uuid
from collections.abc import Sequence

from sqlalchemy import Connection, select

from fj_desktop.libraries import CATALOG
from fj_desktop.store import queries
from fj_desktop.store.schema import record_table

_EXPERTS = CATALOG["experts"]


def conflicting(connection: Connection, project: uuid.UUID, experts: Sequence[uuid.UUID]) -> set[uuid.UUID]:
    """Those of some experts who may not judge a project: its investor is their own company or one they avoid (7.1)."""
    projects, table, people = (record_table(CATALOG[one]) for one in ("projects", "experts", "people"))
    asked = select(projects.c.company_id, projects.c.local_company_id).where(projects.c.id == project)
    companies = {one for row in connection.execute(asked) for one in row if one is not None}
    avoided = queries.members(connection, f"{_EXPERTS.table}.avoid_company_ids", experts)
    own = select(table.c.id).join(people, people.c.id == table.c.person_id)
    employed = connection.execute(own.where(table.c.id.in_(experts), people.c.company_id.in_(companies))).scalars()
    named = {one for one in experts if companies & {uuid.UUID(str(company)) for company in avoided.get(one, ())}}
    return {*employed, *named}
