"""The columns of a library's template, and what to mind in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fj_desktop.core.catalog import Catalog, Surface
from fj_desktop.core.field import Library
from fj_desktop.core.kinds import Kind
from fj_desktop.exchange.sheets_out.examples import example_of

REQUIRED_MARK = "*"


@dataclass(frozen=True)
class Entry:
    """One column of a template.

    Attributes:
        section: the group of fields it stands in.
        place: of the section, counted from 0; gives its tint.
        required: without it the row is refused.
        options: what the dropdown offers; empty for none.
    """

    surface: Surface
    section: str
    place: int
    required: bool
    options: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        """The kind of its field."""
        return self.surface.field.kind

    @property
    def heading(self) -> str:
        """The heading of its column; the mark of a required one means nothing to an import."""
        return f"{REQUIRED_MARK if self.required else ''}{self.surface.heading}"

    @property
    def example(self) -> str:
        """Text that the column takes; nothing where any text will do."""
        return example_of(self.kind)

    @property
    def wanted(self) -> str:
        """How much it is wanted: 必填, before a stage, 建议填写, or nothing."""
        if self.required:
            return "必填"
        needed = self.surface.field.needed
        return {"save": "", "complete": "建议填写", "": ""}.get(needed, f"{needed}前要补上")

    def advice(self) -> list[str]:
        """What to mind when filling it in, one line each."""
        field, via, several = self.surface.field, self.surface.via, self.kind.many
        told = "多项用“；”隔开" if several and "；" not in self.kind.hint else ""
        group = f"填了“{via.label}”的任一列时必填" if via and field.needed == "save" and not self.required else ""
        hint = "" if self.options and not several else self.kind.hint
        return [line for line in (hint, told, field.note, group) if line]


def entries_of(library: Library, catalog: Catalog, options: Mapping[str, Sequence[str]]) -> list[Entry]:
    """The columns of a library's template in the order of its surface."""
    entries: list[Entry] = []
    places: dict[str, int] = {}
    for one in catalog.surface(library):
        if not one.field.from_sheets:
            continue
        section = _section(one, library)
        place = places.setdefault(section, len(places))
        offered = tuple(options.get(one.key, ())) or tuple(one.field.kind.choices())
        entries.append(Entry(one, section, place, _is_required(one), offered))
    return entries


def _section(one: Surface, library: Library) -> str:
    if one.via is None:
        return one.field.group or library.title
    return f"{one.via.label}·{one.field.group}" if one.field.group else one.via.label


def _is_required(one: Surface) -> bool:
    return one.field.needed == "save" and (one.via is None or one.via.needed == "save")
