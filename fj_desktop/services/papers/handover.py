"""交接清单: what a leaver hands over, to be signed by three (notice 2025-18, clause 3.2)."""

import uuid
from typing import TYPE_CHECKING

from fj_desktop.libraries import CATALOG
from fj_desktop.services.papers.desk_reader import DeskReader, labelled

if TYPE_CHECKING:
    from fj_desktop.exchange.documents.one_page import OnePage
    from fj_desktop.services.papers.service import Maker

HANDOVERS = CATALOG["handovers"]
_HEAD = ("from_id", "to_id", "handed_on", "project_count", "contact_count", "promise_count")
_SIGNATURES = ("移交人：", "接收人：", "监交人：", "日期：")
_NOT_DONE = "注：还没有执行交接；在“工作交接”里选中这一条，执行“移交名下事项”后再打印。"


def handover(maker: "Maker", reader: DeskReader, record: uuid.UUID) -> "OnePage":
    """The page to sign.

    Raises:
        UserError: there is no such handover.
    """
    from fj_desktop.exchange.documents.one_page import Facts, Words

    told = reader.one(HANDOVERS, record)
    lines = told.get("detail", "").splitlines()
    page_parts = (Facts(labelled(HANDOVERS, told, *_HEAD)), Words("交接清单", lines or ["（空）"]))
    note = [] if lines else [_NOT_DONE]
    return maker.page(
        f"工作交接清单：{told.get('title', '')}", "", page_parts,
        notes=["移交人、接收人、监交人各执一份；签字后扫描，作为附件存入这条交接记录。", *note], signatures=_SIGNATURES,
    )  # fmt: skip
