"""今日签到: the person at the desk signs in at their post, once a day (notice 2025-18, clause 10.2)."""

import uuid
from dataclasses import dataclass

from sqlalchemy import select

from fj_desktop.core.clock import today
from fj_desktop.errors import UserError
from fj_desktop.libraries import CATALOG
from fj_desktop.services.identity import Identity
from fj_desktop.services.records import RecordService
from fj_desktop.store import queries
from fj_desktop.store.schema import record_table
from fj_desktop.store.transactions import Store

POSTINGS, SIGN_INS = CATALOG["postings"], CATALOG["sign-ins"]


@dataclass(frozen=True)
class SignedIn:
    """The record of today, the office it is for, and whether it stood there already."""

    record: uuid.UUID
    office: str
    again: bool


class PostService:
    """Signs people in."""

    def __init__(self, store: Store, identity: Identity, records: RecordService) -> None:
        self._store, self._identity, self._records = store, identity, records

    def sign_in(self, state: str = "", place: str = "") -> SignedIn:
        """Sign the person at the desk in for today.

        Args:
            state: where they are, one of the choices of the field; 驻点办公 without it.
            place: in their own words.

        Raises:
            InvalidRecordError: there is no such state.
            UserError: the person is posted nowhere today.
        """
        day, me = today(self._store.clock), self._identity.staff
        post, made = record_table(POSTINGS), record_table(SIGN_INS)
        runs = (post.c.start_on <= day) & (post.c.end_on.is_(None) | (post.c.end_on >= day))
        mine = select(post.c.office_id).where(post.c.deleted.is_(False), post.c.staff_id == me, runs)
        there = select(made.c.id).where(made.c.deleted.is_(False), made.c.staff_id == me, made.c.signed_on == day)
        with self._store.reading() as connection:
            office = connection.execute(mine.order_by(post.c.start_on.desc())).scalar()
            record = connection.execute(there).scalar()
            names = queries.names(connection, CATALOG["offices"], [office] if office is not None else [])
        if office is None:
            raise UserError(
                f"{self._identity.name}今天没有在岗的派驻记录，请先在“驻外在岗”里新增一条（派驻人员、办事处、派驻起）。"
            )
        if record is not None:
            return SignedIn(record, names[str(office)], again=True)
        typed = {"staff_id": str(me), "office_id": str(office), "signed_on": day.isoformat(), "place": place}
        typed["state"] = state or "驻点办公"
        return SignedIn(self._records.add(SIGN_INS, typed), names[str(office)], again=False)
