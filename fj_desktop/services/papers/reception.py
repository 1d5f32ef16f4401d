"""接待单: a delegation's visit to the county on one page (notice 2025-18, clause 3.2): who, when, where, what next."""

import uuid
from typing import TYPE_CHECKING

from fj_desktop.libraries import CATALOG
from fj_desktop.services.papers.desk_reader import DeskReader, Texts, labelled

if TYPE_CHECKING:
    from fj_desktop.exchange.documents.one_page import OnePage, Words
    from fj_desktop.services.papers.service import Maker

RECEPTIONS = CATALOG["receptions"]
_HEAD = (
    "company_id", "project_id", "arrive_on", "leave_on", "guest_count", "letter_no", "leader", "hosts",
)  # fmt: skip
_LONG = ("guests", "schedule", "sites", "transport", "lodging")
_AFTER = ("result", "followups")
_SIGNATURES = ("承办人：", "审核：", "批准：", "日期：")
_NOTES = (
    "公务接待须有来函；来宾和陪同人数、用餐和住宿标准按国内公务接待的规定执行。",
    "办完后把接待结果、后续事项和下次跟进日期填回台账。",
)


def reception(maker: "Maker", reader: DeskReader, record: uuid.UUID) -> "OnePage":
    """The page; what is still blank is printed blank, to be written in by hand.

    Raises:
        UserError: there is no such reception.
    """
    from fj_desktop.exchange.documents.one_page import Facts, Part

    told = reader.one(RECEPTIONS, record)
    after = Facts(labelled(RECEPTIONS, told, "next_on", "cost_wan"), "办结")
    page_parts: tuple[Part, ...] = (
        Facts(labelled(RECEPTIONS, told, *_HEAD)),
        *_words(told, *_LONG),
        *_words(told, *_AFTER),
        after,
    )
    subtitle = "　".join(one for one in (told.get("arrive_on", ""), told.get("company_id", "")) if one)
    missing = [] if told.get("letter_no") else ["注：还没有来函文号。"]
    return maker.page(
        f"接待单：{told.get('name', '')}", subtitle, page_parts, notes=[*_NOTES, *missing], signatures=_SIGNATURES,
        watermark=reader.reveal,
    )  # fmt: skip


def _words(told: Texts, *keys: str) -> list["Words"]:
    from fj_desktop.exchange.documents.one_page import Words

    labels = dict(zip(keys, labelled(RECEPTIONS, told, *keys), strict=True))
    return [Words(labels[key][0], (told.get(key) or "　").splitlines()) for key in keys]
