"""Documents and kept values put together without loss."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from . import NO_EXTRA, Document

if TYPE_CHECKING:
    from . import Notes


def combine(documents: Iterable[Document]) -> Document:
    """One document from parts of it: what is a tuple is joined, of single values the first one stays."""
    fields: dict[str, Any] = {}
    notes: Notes | None = None
    extra: dict[str, Any] = {}
    for part in documents:
        for name in _JOINED:
            fields[name] = (*fields.get(name, ()), *getattr(part, name))
        if fields.get("title") and part.title:
            add_extra(extra, {"title": part.title})
        fields["title"] = fields.get("title") or part.title
        fields["source"] = fields.get("source") or part.source
        notes = _combine_notes(notes, part.notes)
        add_extra(extra, part.extra)
    return Document(**fields, notes=notes, extra=extra or NO_EXTRA)


_JOINED = tuple(each.name for each in attrs.fields(Document) if each.default == ())


def _combine_notes(first: Notes | None, second: Notes | None) -> Notes | None:
    """Both notes in one: lists joined, single values of the first, what they displace in `extra`."""
    if first is None or second is None:
        return first or second
    fields: dict[str, Any] = {}
    extra = dict(first.extra)
    for each in attrs.fields(type(first)):
        ours, theirs = getattr(first, each.name), getattr(second, each.name)
        if each.default == ():
            fields[each.name] = (*ours, *theirs)
        elif each.name != "extra":
            fields[each.name] = ours or theirs
            if ours and theirs and ours != theirs:
                add_extra(extra, {each.name: theirs})
    add_extra(extra, second.extra)
    return attrs.evolve(first, **fields, extra=extra or NO_EXTRA)


def merged(*parts: Mapping[str, Any]) -> dict[str, Any]:
    """All of the mappings in one; where two have another value under one key, both are kept."""
    extra: dict[str, Any] = {}
    for part in parts:
        add_extra(extra, part)
    return extra


def add_extra(extra: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Add what is not there yet; another value under a key that is taken gets a number behind it."""
    for key, value in more.items():
        name, number = key, 1
        while name in extra and extra[name] != value:
            number += 1
            name = f"{key}#{number}"
        extra[name] = value
