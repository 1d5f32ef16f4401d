"""Typed texts to stored values, all refusals at once; the same road for form, sheet, command line and package."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fj_desktop.core.field import Field, Library, per_library
from fj_desktop.core.kinds import Link
from fj_desktop.core.refusal import RefusalError, Refused
from fj_desktop.libraries import CATALOG
from fj_desktop.services.resolving import Resolver


@dataclass(slots=True)
class Parsed:
    """What was typed for one record: own values by field name, masters' values by link name, and refusals.

    A field typed blank is there with the value None, so that a change can empty it.
    """

    library: Library
    values: dict[str, Any] = field(default_factory=dict)
    linked: dict[str, dict[str, Any]] = field(default_factory=dict)
    refusals: list[Refused] = field(default_factory=list)


def parse(library: Library, typed: Mapping[str, str], resolver: Resolver) -> Parsed:
    """Ask every kind; unknown names are refused too, so that nothing typed is dropped without a word."""
    parsed = Parsed(library)
    readers = resolver.readers(library)
    for key, text in typed.items():
        found = readers.get(key)
        if found is not None:
            name, link, read = found
            holder = parsed.values if link is None else parsed.linked.setdefault(link, {})
            try:
                holder[name] = read(text)
            except RefusalError as refusal:
                parsed.refusals.append(Refused(key, CATALOG.by_key(library)[key].label, refusal.reason))
        elif key in library.fields and not library.fields[key].computed:
            _parse_link(parsed, library.fields[key], text, resolver)
        elif (one := CATALOG.by_key(library).get(key)) is not None:
            parsed.refusals.append(Refused(key, one.label, "由程序计算，不能填写"))
        else:
            parsed.refusals.append(Refused(key, key, "没有这个字段，请核对字段名"))
    return parsed


def resolve_again(parsed: Parsed, typed: Mapping[str, str], resolver: Resolver) -> None:
    """Look the references up anew: while planning, some stand for records that are only made on writing.

    One that finds nothing any more is left out.
    """
    surface = CATALOG.by_key(parsed.library)
    references = _references(parsed.library)
    for key in (key for key in typed if key in references):
        one = surface.get(key)
        if one is None:
            parsed.values.pop(key, None)
            _parse_link(parsed, parsed.library.fields[key], typed[key], resolver)
            continue
        holder = parsed.linked.setdefault(one.via.name, {}) if one.via is not None else parsed.values
        holder.pop(one.field.name, None)
        try:
            holder[one.field.name] = resolver.value(one.field.kind, typed[key])
        except RefusalError as refusal:
            parsed.refusals.append(Refused(key, one.label, refusal.reason))


@per_library
def _references(library: Library) -> frozenset[str]:
    surfaces = {one.key for one in CATALOG.surface(library) if one.ref_target}
    return frozenset(surfaces | {link.name for link in library.links()})


def _parse_link(parsed: Parsed, link: Field, text: str, resolver: Resolver) -> None:
    try:
        parsed.values[link.name] = resolver.value(link.kind, text)
    except RefusalError as refusal:
        parsed.refusals.append(Refused(link.name, link.label, refusal.reason))


def check_whole(library: Library, values: Mapping[str, Any], masters: Mapping[str, Mapping[str, Any]]) -> list[Refused]:
    """What is still missing or contradictory in the whole record: ``needed: save`` fields and record rules.

    Args:
        library: the declared class.
        values: the record's own values as they will stand.
        masters: values of the linked master records as they will stand, by link name.
    """
    refusals = _missing(library, values, "")
    if library.rules:
        labels = {one.name: one.label for one in library.fields.values()}
        for rule in library.rules:
            refusals += rule(values, labels)
    for link in library.links():
        refusals += _check_master(library, link, values, masters)
    return refusals


def _check_master(
    library: Library, link: Field, values: Mapping[str, Any], masters: Mapping[str, Mapping[str, Any]]
) -> list[Refused]:
    master = masters.get(link.name) or {}
    filled = any(value not in (None, ()) for value in master.values())
    if not filled and (link.needed != "save" or isinstance(values.get(link.name), uuid.UUID)):
        return []
    kind = link_kind(link)
    target = CATALOG.of_table(kind.target)
    surface = CATALOG.by_key(library)
    found = []
    for refused in check_whole(target, master, {}):
        key = kind.prefix + refused.key
        found.append(Refused(key, surface[key].label if key in surface else refused.label, refused.reason))
    return found


def link_kind(link: Field) -> Link:
    """The kind of a field that is known to be a link."""
    if not isinstance(link.kind, Link):
        raise TypeError(f"{link.name} is not a link")
    return link.kind


def _missing(library: Library, values: Mapping[str, Any], prefix: str) -> list[Refused]:
    lacking = [one for one in _required(library) if values.get(one.name) in (None, "", ())]
    return [Refused(prefix + one.name, one.label, "必填，请补上") for one in lacking]


@per_library
def _required(library: Library) -> tuple[Field, ...]:
    return tuple(one for one in library.fields.values() if one.needed == "save" and not isinstance(one.kind, Link))
