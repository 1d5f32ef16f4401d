"""Which cells of a planned row are bad: refusals name a column of the sheet or a field, the preview shows fields."""

from dataclasses import dataclass

from fj_desktop.core.catalog import Surface
from fj_desktop.services.importing import BadValue, ImportPlan, PlannedRow


@dataclass(frozen=True)
class Bad:
    """A refused cell of a row; ``is_blanked`` when the row goes in without it."""

    value: BadValue
    is_blanked: bool


class Marks:
    """Finds the field that a refusal speaks of."""

    def __init__(self, plan: ImportPlan, surface: dict[str, Surface]) -> None:
        self._keys_of = _keys_of(plan, surface)
        self.keys = self._shown(plan, surface)

    def first(self, column: str) -> str | None:
        """The shown field of a column as a refusal names it."""
        return next((key for key in self._keys_of.get(column, ()) if key in self.keys), None)

    def bad(self, row: PlannedRow, key: str) -> Bad | None:
        """What is wrong with one field of a row, or None."""
        for one in row.refusals:
            if key in self._marked(one, row):
                return Bad(one, is_blanked=False)
        for one in row.blanked:
            if key in self._marked(one, row):
                return Bad(one, is_blanked=not row.refusals)
        return None

    def _marked(self, bad: BadValue, row: PlannedRow) -> list[str]:
        """Of a divided column, the first field that got nothing."""
        keys = self._keys_of.get(bad.column, [])
        empty = [key for key in keys if key not in row.typed]
        return empty[:1] if len(keys) > 1 and empty else keys[:1]

    def _shown(self, plan: ImportPlan, surface: dict[str, Surface]) -> list[str]:
        """Mapped fields in the order of the sheet, then fields that are refused because nothing fills them."""
        used = {key for row in plan.rows for key in row.typed}
        mapped = [
            key
            for column in plan.proposal.columns
            for key in column.targets
            if key in surface and (key in used or len(column.targets) == 1)
        ]
        refused = [key for row in plan.rows for bad in row.refusals for key in self._keys_of.get(bad.column, [])[:1]]
        return list(dict.fromkeys([*mapped, *refused]))


def _keys_of(plan: ImportPlan, surface: dict[str, Surface]) -> dict[str, list[str]]:
    """The fields by what a refusal may call them: a column's header, several headers joined, or the field's label."""
    found: dict[str, list[str]] = {one.label: [one.key] for one in surface.values()}
    shared: dict[str, list[str]] = {}
    for column in plan.proposal.columns:
        keys = [key for key in column.targets if key in surface]
        if keys:
            found[column.title] = keys
        if column.spread is None:
            for key in keys:
                shared.setdefault(key, []).append(column.title)
    return {"、".join(titles): [key] for key, titles in shared.items() if len(titles) > 1} | found
