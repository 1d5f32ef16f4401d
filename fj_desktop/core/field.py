"""A field and everything known about it, and the records that are made of fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from fj_desktop.core.kinds import Document, Documents, Kind, Link
from fj_desktop.core.refusal import Refused

RecordRule = Callable[[Mapping[str, Any], Mapping[str, str]], list[Refused]]
"""A check over the whole record: values by field name, labels by field name, gives refusals."""


class Field:
    """One declared field; see :func:`field` for the meaning of each fact."""

    name = ""

    def __init__(self, label: str, kind: Kind, **facts: Any) -> None:
        self.label = label
        self.kind = kind
        self.english: str = facts.pop("en", "")
        self.needed: str = facts.pop("needed", "")
        self.sensitivity: str = facts.pop("sensitivity", "S1")
        self.fair: str = facts.pop("fair", "hide")
        self.also: tuple[str, ...] = facts.pop("also", ())
        self.default: str = facts.pop("default", "")
        self.in_table: bool = facts.pop("in_table", False)
        self.main: bool = facts.pop("main", True)
        self.group: str = facts.pop("group", "")
        self.note: str = facts.pop("note", "")
        self.fixed: bool = facts.pop("fixed", False)
        self.computed: bool = facts.pop("computed", False)
        self.newest: bool = facts.pop("newest", False)
        if facts:
            raise TypeError(f"unknown facts of {label}: {sorted(facts)}")

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name.rstrip("_")

    @property
    def masked(self) -> bool:
        """Personal contacts and secrets are covered until revealed (S2, S3)."""
        return self.sensitivity in ("S2", "S3")

    @property
    def from_sheets(self) -> bool:
        """Whether a sheet may bring its values: not what the program computes, nor documents, which lie elsewhere."""
        return not (self.computed or isinstance(self.kind, Document | Documents))


def field(
    label: str,
    kind: Kind,
    *,
    en: str = "",
    needed: str = "",
    sensitivity: str = "S1",
    fair: str = "hide",
    also: tuple[str, ...] = (),
    default: str = "",
    in_table: bool = False,
    main: bool = True,
    group: str = "",
    note: str = "",
    fixed: bool = False,
    computed: bool = False,
    newest: bool = False,
) -> Field:
    """Declare one field, once, with everything known about it.

    Args:
        label: the Chinese label, without its unit; headers and forms add ``kind.unit``.
        kind: how the value is parsed, shown, stored and masked.
        en: English label, for what may be shown at a fair.
        needed: ``save`` stops a save; ``complete`` is only counted; else the stage or act it must be there before.
        sensitivity: S0 public, S1 internal, S2 personal or commercial (masked), S3 named persons only.
        fair: ``show``, ``mask`` or ``hide`` at a fair.
        also: other headers this column has in real ledgers, Chinese or English.
        default: ``=words`` for a constant, or a name of :mod:`fj_desktop.core.defaults`.
        in_table: shown as a column of the table unless the person chooses otherwise.
        main: shown in the form of a role that links to this master.
        group: the form section it stands in.
        note: help shown under the editor.
        fixed: set once, never changed afterwards (首报).
        computed: filled by the program; never typed or imported.
        newest: an import brings its value even where one stands (what a weekly ledger reports).
    """
    return Field(**locals())


@dataclass(frozen=True)
class Spread:
    """One sheet column that fills several fields: its headers, the fields by surface key, and how its text is divided.

    A spread's header goes before labels and synonyms of fields. ``divide`` gives only what it is sure
    of, so a field of its own column goes before it; what can't be placed stands under the target that refuses it.
    A town, chain or industry it found that no record has is left out and refuses nothing. Texts for
    one note, from several columns, stand on lines of their own.
    """

    headers: tuple[str, ...]
    targets: tuple[str, ...]
    divide: Callable[[str], Mapping[str, str]]


class Record:
    """One library: a class whose attributes are fields, in the order people read them.

    Class facts: ``table`` (name in the store), ``library`` (name on the command line), ``title``,
    ``shelf`` (group in the window's list), ``clause`` of the notice, ``purpose`` in one line,
    ``naming`` (fields that make up the record's name, first filled wins), ``name_from`` (fields the
    name is taken from when a sheet has none), ``keys`` (fields duplicates are found by, each alone),
    ``same_when`` (fields that make two records the same when all of them agree), ``indexed`` (further fields the store
    looks records up by), ``text_from`` (the field that names the stored content whose text the search knows too),
    ``under`` (the library in whose place of the window's list it stands as one of several tabs), ``part_of`` (the
    field that names the record it is a part of, shown on that record's page), ``closed`` (written by the program
    alone: no form, no import). A field whose name is also a class fact is written with an
    underscore behind (``title_``), which is not part of its name.
    """

    table: ClassVar[str]
    library: ClassVar[str]
    title: ClassVar[str]
    shelf: ClassVar[str] = ""
    under: ClassVar[str] = ""
    clause: ClassVar[str] = ""
    purpose: ClassVar[str] = ""
    icon: ClassVar[str] = ""
    naming: ClassVar[tuple[str, ...]] = ("name",)
    name_from: ClassVar[tuple[str, ...]] = ()
    keys: ClassVar[tuple[str, ...]] = ("name",)
    same_when: ClassVar[tuple[str, ...]] = ()
    indexed: ClassVar[tuple[str, ...]] = ()
    text_from: ClassVar[str] = ""
    part_of: ClassVar[str] = ""
    closed: ClassVar[bool] = False
    rules: ClassVar[tuple[RecordRule, ...]] = ()
    spreads: ClassVar[tuple[Spread, ...]] = ()
    visibility: ClassVar[str] = "county"
    fields: ClassVar[dict[str, Field]] = {}
    _links: ClassVar[tuple[Field, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls.fields = {value.name: value for value in vars(cls).values() if isinstance(value, Field)}
        cls._links = tuple(one for one in cls.fields.values() if isinstance(one.kind, Link))

    @classmethod
    def links(cls) -> tuple[Field, ...]:
        """The fields that bring a master record's fields along."""
        return cls._links


Library = type[Record]


T = TypeVar("T")


def per_library(work_out: Callable[[Library], T]) -> Callable[[Library], T]:
    """Work something out of a declaration once; declarations don't change while the program runs."""
    known: dict[Library, T] = {}

    def kept(library: Library) -> T:
        if library not in known:
            known[library] = work_out(library)
        return known[library]

    return kept
