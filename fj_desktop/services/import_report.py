"""The headless import: file in, report out as lines or JSON (INTERFACES.md)."""

import json
import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from fj_desktop.core.field import Library
from fj_desktop.errors import RefusedFileError, UserError
from fj_desktop.exchange.mapping import SheetProposal, mapped_report, unmapped_report, with_sheet
from fj_desktop.exchange.reading import Book
from fj_desktop.libraries import CATALOG
from fj_desktop.services.desk import Desk
from fj_desktop.services.import_plan import ImportPlan, ImportResult


def import_file(desk: Desk, given: Namespace) -> int:
    """Import one file as the command line asks; 0 also when some rows were refused, 1 when none was taken.

    Raises:
        UserError: the file, its sheet or its header can't be used.
    """
    library = CATALOG[given.library]
    book = desk.importing.read(given.file)
    proposal = _proposal(desk, book, library, given.sheet, fresh=given.fresh_mapping)
    plan = desk.importing.plan(book, proposal, library, given.on_duplicate, blank_bad_cells=given.blank_bad_cells)
    result = ImportResult(plan, None, plan.count("new"), plan.count("update"), plan.count("skip"))
    if not given.dry_run:
        result = desk.importing.apply(plan)
    if given.errors is not None and plan.refused:
        write_refused_rows(given.errors, book, plan)
    told = json.dumps(as_json(result), ensure_ascii=False, indent=2) if given.json else "\n".join(as_lines(result))
    sys.stdout.write(told + "\n")
    return 0 if result.added + result.updated + result.skipped or not plan.rows else 1


def _proposal(desk: Desk, book: Book, library: Library, wanted: str | None, *, fresh: bool) -> SheetProposal:
    """What the program guesses, with what a person chose for such a header before unless ``fresh``."""
    place = _place(book, wanted)
    trouble: RefusedFileError | None = None
    guess: SheetProposal | None = None
    try:
        guess = desk.importing.propose(book, library) if place is None else with_sheet(book, place, library, CATALOG)
    except RefusedFileError as refused:
        trouble = refused
    recalled = None if fresh else desk.importing.recall(book, library, guess, place)
    if recalled is not None:
        note = f"{recalled.words}；要重新识别，请加 --fresh-mapping。"
        return replace(recalled.proposal, notes=(note, *recalled.proposal.notes))
    if guess is None:
        raise trouble or RefusedFileError("文件中找不到表头。")
    return guess


def _place(book: Book, wanted: str | None) -> int | None:
    if wanted is None:
        return None
    names = [sheet.name for sheet in book.sheets]
    if wanted in names:
        return names.index(wanted)
    if wanted.isdigit() and 0 < int(wanted) <= len(names):
        return int(wanted) - 1
    raise UserError(f"文件里没有工作表“{wanted[:40]}”。现有：{'、'.join(names[:20])}")


def as_json(result: ImportResult) -> dict[str, Any]:
    """The report of INTERFACES.md; rows = added + updated + skipped + refused rows."""
    plan = result.plan
    return {
        "batch": str(result.batch) if result.batch else None,
        "library": plan.library.library,
        "rows": len(plan.rows),
        "added": result.added,
        "updated": result.updated,
        "skipped": result.skipped,
        "refused": [
            {"row": row.row, "column": bad.column, "value": bad.value, "reason": bad.reason}
            for row in plan.refused
            for bad in row.refusals
        ],
        "blanked": [
            {"row": row.row, "column": bad.column, "value": bad.value, "reason": bad.reason}
            for row in plan.rows
            if not row.refusals
            for bad in row.blanked
        ],
        "possible_duplicates": [
            {"row": row.row, "reason": row.possible, "candidates": [str(one.id) for one in row.likely]}
            for row in plan.rows
            if row.possible
        ],
        "mapped": mapped_report(plan.proposal),
        "unmapped": unmapped_report(plan.proposal),
        "notes": list(plan.proposal.notes),
    }


def as_lines(result: ImportResult) -> list[str]:
    """The same report for a person."""
    plan = result.plan
    lines = [
        f"{plan.library.title}：读到 {len(plan.rows)} 行，新增 {result.added}，更新 {result.updated}，"
        f"跳过 {result.skipped}，退回 {len(plan.refused)} 行。",
    ]
    lines += [
        f"第 {row.row} 行“{bad.column}”{bad.value}：{bad.reason}" for row in plan.refused[:50] for bad in row.refusals
    ]
    lines += [note for note in plan.proposal.notes if note.startswith("沿用上次")]
    if unmapped := unmapped_report(plan.proposal):
        lines.append(f"没有对应字段的列：{'、'.join(unmapped)}")
    lines.append(f"批次：{result.batch}（可用 undo-import 撤销）" if result.batch else "没有写入任何内容。")
    return lines


def write_refused_rows(out: Path, book: Book, plan: ImportPlan) -> None:
    """Give the refused rows back as they were, with the reasons in the last column."""
    from fj_desktop.exchange.sheets_out import write_refused

    sheet = book.sheets[plan.proposal.sheet_index]
    width = max((len(row) for row in sheet.rows), default=0)
    header = [""] * width
    for column in plan.proposal.columns:
        header[column.index] = column.header
    rows = []
    for one in plan.refused:
        cells = list(sheet.rows[one.row - sheet.first_row])
        reason = "；".join(f"“{bad.column}”{bad.reason}" for bad in one.refusals)
        rows.append((cells + [None] * (width - len(cells)), reason))
    write_refused(out, header, rows)
