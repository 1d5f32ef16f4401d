"""企业一页纸: what the desk knows of a company, on one page, to be read before a visit (notice 2025-18, clause 1.2)."""

import uuid
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from fj_desktop.core.field import Library
from fj_desktop.libraries import CATALOG
from fj_desktop.rules.matching import Fit
from fj_desktop.services.papers.desk_reader import DeskReader, Texts, labelled

if TYPE_CHECKING:
    from fj_desktop.exchange.documents.one_page import Grid, OnePage
    from fj_desktop.services.papers.service import Maker

COMPANIES, PEOPLE, PROJECTS = CATALOG["companies"], CATALOG["people"], CATALOG["projects"]
VISITS, LINKS = CATALOG["visits"], CATALOG["leader-links"]
_HEAD = (
    "uscc", "legal_rep", "established_on", "nature", "reg_capital_wan", "staff_count", "industry_code", "chain_id",
    "listing", "tier", "revenue_wan", "net_profit_wan", "credit_flags", "credit_checked_on", "reg_address",
    "main_products", "invest_pref", "linked_leader", "service_officer_id",
)  # fmt: skip
_MOST_PEOPLE, _MOST_PROJECTS, _MOST_VISITS, _MOST_ASKS, _MOST_FITS = 6, 6, 6, 3, 5
_COVERED = "带 * 号或写“已遮盖”的内容受保护，需要时在台账里查看。"


def brief(maker: "Maker", reader: DeskReader, company: uuid.UUID, fits: Sequence[Fit]) -> "OnePage":
    """The page; ``fits`` is what the county can offer this company, best first.

    Raises:
        UserError: there is no such company.
    """
    from fj_desktop.exchange.documents.one_page import Facts, Part, Words

    told = reader.one(COMPANIES, company)
    profile = [Words("企业简介", [told["profile"]])] if told.get("profile") else []
    page_parts: tuple[Part, ...] = (
        Facts(labelled(COMPANIES, told, *_HEAD)), *profile,
        _grid("人员", ("姓名", "职务", "最近联系", "对接人"), (2, 4, 2, 2),
              _people(reader, company), "台账里还没有这家企业的人员。"),
        _grid("在谈和已落地的项目", ("项目", "阶段", "总投资", "跟进人", "下次跟进"), (5, 1.5, 2, 1.7, 2),
              _projects(reader, company), "还没有项目。"),
        _grid("最近的走访对接", ("日期", "类型", "谈了什么", "结果", "下次跟进"), (2, 1.7, 6.5, 1.7, 2),
              _visits(reader, company), "还没有走访记录，这是第一次接触。"),
        *_asks(reader, company),
        _grid("可以谈的机会、场景、地块和基金", ("名称", "所在清单", "理由"), (4, 2, 7),
              [(one.offer.title, CATALOG[one.offer.library].title, "；".join(reason.words for reason in one.reasons))
               for one in fits[:_MOST_FITS]], "没有匹配到；先给企业填上产业链和行业。"),
    )  # fmt: skip
    notes = ["内容取自本机台账。", *([] if reader.reveal else [_COVERED])]
    subtitle = f"拜访前阅　{reader.today.year}年{reader.today.month}月{reader.today.day}日"
    return maker.page(told.get("name", ""), subtitle, page_parts, notes=notes, watermark=reader.reveal)


def _grid(
    heading: str, titles: Sequence[str], shares: Sequence[float], rows: Sequence[Sequence[str]], nothing: str
) -> "Grid":
    from fj_desktop.exchange.documents.one_page import Column, Grid

    columns: list[Column] = [Column(title, share) for title, share in zip(titles, shares, strict=True)]
    return Grid(heading, columns, rows, nothing)


def _newest(reader: DeskReader, library: Library, company: uuid.UUID, by: str, most: int) -> list[Texts]:
    found = reader.belonging(library, "company_id", [company], by, most)
    return reader.some(library, [one["id"] for one in found])


def _cells(texts: Iterable[Texts], *keys: str) -> list[tuple[str, ...]]:
    return [tuple(one.get(key, "") for key in keys) for one in texts]


def _people(reader: DeskReader, company: uuid.UUID) -> list[tuple[str, ...]]:
    found = _newest(reader, PEOPLE, company, "last_contact_on", _MOST_PEOPLE)
    return _cells(found, "name", "title", "last_contact_on", "relation_owner_id")


def _projects(reader: DeskReader, company: uuid.UUID) -> list[tuple[str, ...]]:
    found = _newest(reader, PROJECTS, company, "next_on", _MOST_PROJECTS)
    return _cells(found, "name", "stage", "total_invest_wan", "owner_id", "next_on")


def _visits(reader: DeskReader, company: uuid.UUID) -> list[tuple[str, ...]]:
    found = _newest(reader, VISITS, company, "visit_on", _MOST_VISITS)
    return _cells(found, "visit_on", "kind", "topics", "result", "next_on")


def _asks(reader: DeskReader, company: uuid.UUID) -> list["Grid"]:
    found = _newest(reader, LINKS, company, "linked_on", _MOST_ASKS)
    rows = _cells(found, "linked_on", "leader", "asks", "answer")
    return [_grid("领导联系和诉求", ("日期", "领导", "诉求", "答复"), (2, 2, 5, 5), rows, "")] if rows else []
