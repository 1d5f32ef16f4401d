"""What a draft and the stored record say about the same fields, when the record was changed meanwhile."""

from collections.abc import Mapping

from fj_desktop.core.kinds import split_members
from fj_desktop.ui.form.field_row import FieldRow

_LISTED, _SIGNS = 6, 30


def draft_note(rows: Mapping[str, FieldRow], texts: Mapping[str, str], named: Mapping[str, str]) -> str:
    """Field by field what is stored now and what was typed; nothing of protected fields.

    Args:
        rows: the form as it shows the stored record.
        texts: what was typed, by key.
        named: names of picked records by the text of their id.
    """
    lines = []
    for key, words in texts.items():
        row = rows.get(key)
        typed = "；".join(named.get(part, part) for part in split_members(words)) if named else words
        if row is not None and row.editor.shown() != typed:
            kept, new = ("已保护", "已保护") if row.one.field.masked else (_short(row.editor.shown()), _short(typed))
            lines.append(f"“{row.one.label}”　台账现为：{kept}　草稿为：{new}")
    more = [f"另有 {len(lines) - _LISTED} 处不同"] if len(lines) > _LISTED else []
    head = "记录在草稿之后改过。保存后以草稿为准；要留台账现在的内容，请改回或放弃修改。"
    return "\n".join([head, *lines[:_LISTED], *more])


def _short(words: str) -> str:
    line = " ".join(words.split())
    return (line[:_SIGNS] + "…" if len(line) > _SIGNS else line) or "（空）"
