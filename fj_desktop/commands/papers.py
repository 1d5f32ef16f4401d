"""Headless: records as documents of one page."""

import argparse
from pathlib import Path

from fj_desktop.commands.common import day, record_id
from fj_desktop.errors import UserError
from fj_desktop.services.desk import Desk
from fj_desktop.services.papers import PAPERS

Given = argparse.Namespace


def write_paper(given: Given, desk: Desk, code: str, out: Path | None, *, stage: str = "") -> int:
    """Write one document of the record given by ``id``.

    Raises:
        UserError: no file named, or as :meth:`fj_desktop.services.papers.service.PaperService.write`.
    """
    kind = next(one for one in PAPERS if one.code == code)
    if out is None:
        raise UserError(f"请写明存到哪个文件，例如 {kind.title}.pdf。")
    as_of = day(given.as_of) if given.as_of else None
    desk.papers.write(kind, record_id(given.id), out, stage=stage, reveal=given.reveal, as_of=as_of)
    print(f"{kind.title}已存到：{out}")
    return 0
