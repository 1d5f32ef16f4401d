"""Every library by name, its surface (own fields and those of its master records), and the start-up check."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from fj_desktop.core.field import Field, Library
from fj_desktop.core.kinds import Link, Many, Ref
from fj_desktop.errors import UserError


@dataclass(frozen=True)
class Surface:
    """One field as a library shows it: its own, or one of a master record's with a prefix (``person_mobile``)."""

    key: str
    label: str
    field: Field
    via: Field | None = None

    @property
    def heading(self) -> str:
        """The label with the unit a spreadsheet column carries, e.g. 面积（㎡）."""
        unit = self.field.kind.sheet_unit()
        return f"{self.label}（{unit}）" if unit and unit not in self.label else self.label

    @property
    def in_table(self) -> bool:
        """Whether the library's table shows it unless the person chooses otherwise."""
        if self.via is not None and isinstance(self.via.kind, Link):
            return self.field.name in self.via.kind.table
        return self.field.in_table

    @property
    def fair(self) -> str:
        """What a trade fair may see of it: the stricter of the field's rule and its link's."""
        rules = [self.field.fair] if self.via is None else [self.field.fair, self.via.fair]
        return min(rules, key=("hide", "mask", "show").index)

    @property
    def sorts(self) -> bool:
        """Whether rows can be put in its order; a set has none, and that of covered values would tell them."""
        return not (self.field.kind.many or self.field.masked)

    @property
    def ref_target(self) -> str | None:
        """The library this field refers to, or None."""
        kind = self.field.kind.each if isinstance(self.field.kind, Many) else self.field.kind
        return kind.target if isinstance(kind, Ref) else None


class Catalog:
    """The declared libraries; refuses to start when a declaration contradicts another.

    Iterating and names give the libraries that have a tab. ``beside`` are records that are stored, captured and
    exchanged like any other and have none; ``everything`` holds both.
    """

    def __init__(self, libraries: Iterable[Library], beside: Iterable[Library] = ()) -> None:
        self.libraries = tuple(libraries)
        self.everything = (*self.libraries, *beside)
        self._by_library = {one.library: one for one in self.libraries}
        self._by_table = {one.table: one for one in self.everything}
        self._surfaces: dict[str, tuple[Surface, ...]] = {}
        self._by_key: dict[str, dict[str, Surface]] = {}
        self._check()

    def __iter__(self) -> Iterator[Library]:
        return iter(self.libraries)

    def __getitem__(self, library: str) -> Library:
        """The library of a command-line name.

        Raises:
            UserError: there is none of this name; the text lists the names.
        """
        found = self._by_library.get(library)
        if found is None:
            raise UserError(f"没有名为“{library[:40]}”的库。可用：{'、'.join(self._by_library)}")
        return found

    def known(self, library: str) -> Library | None:
        """The library of a name that may be from elsewhere, or None."""
        return self._by_library.get(library)

    def of_table(self, table: str) -> Library:
        """The library stored in a table; the name is the program's own."""
        return self._by_table[table]

    def surface(self, library: Library) -> tuple[Surface, ...]:
        """All fields of a library as shown, masters' fields in the place of their link."""
        found = self._surfaces.get(library.table)
        if found is None:
            found = self._surfaces[library.table] = tuple(self._surface(library))
        return found

    def by_key(self, library: Library) -> dict[str, Surface]:
        """The surface by key; the same object each time, to be read only."""
        found = self._by_key.get(library.table)
        if found is None:
            found = self._by_key[library.table] = {one.key: one for one in self.surface(library)}
        return found

    def _surface(self, library: Library) -> Iterator[Surface]:
        own = [one for one in library.fields.values() if not isinstance(one.kind, Link)]
        taken = {one.label for one in own}
        for each in library.fields.values():
            if isinstance(each.kind, Link):
                yield from self._linked(each, each.kind, taken)
            else:
                yield Surface(each.name, each.label, each)

    def _linked(self, via: Field, link: Link, taken: set[str]) -> Iterator[Surface]:
        for inner in self._by_table[link.target].fields.values():
            if inner.name in link.without:
                continue
            label = inner.label if inner.label not in taken else f"{via.label}{inner.label}"
            taken.add(label)
            yield Surface(link.prefix + inner.name, label, inner, via)

    @cached_property
    def masters(self) -> frozenset[str]:
        """Tables that some role links to."""
        links = (link.kind for one in self.libraries for link in one.links())
        return frozenset(kind.target for kind in links if isinstance(kind, Link))

    def _check(self) -> None:
        if len(self._by_library) != len(self.libraries) or len(self._by_table) != len(self.everything):
            raise TypeError("two libraries share a name or a table")
        for library in self.everything:
            for one in library.fields.values():
                kind = one.kind.each if isinstance(one.kind, Many) else one.kind
                if isinstance(kind, Ref) and kind.target not in self._by_table:
                    raise TypeError(f"{library.table}.{one.name} refers to unknown table {kind.target}")
            self._check_surface(library)

    def _check_surface(self, library: Library) -> None:
        surface = self.surface(library)
        for what in ("key", "label"):
            values = [getattr(one, what) for one in surface]
            twice = {value for value in values if values.count(value) > 1}
            if twice:
                raise TypeError(f"{library.table}: {what} declared twice: {sorted(twice)}")
        known = {one.key for one in surface} | set(library.fields)
        for spread in library.spreads:
            if missing := set(spread.targets) - known:
                raise TypeError(f"{library.table}: spread to unknown fields {sorted(missing)}")
        if (
            missing := {*library.naming, *library.name_from, *library.keys, *library.same_when, *library.indexed}
            - known
        ):
            raise TypeError(f"{library.table}: named by unknown fields {sorted(missing)}")
