"""Documents and kept values put together without loss, in time that grows with what there is to keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from . import NO_EXTRA, Document

if TYPE_CHECKING:
    from . import Notes


class Extras:
    """Kept values by their keys: another value under a key that is taken gets a number behind it.

    A value that equals the first or the latest one under its key is there already. Looking at all of
    them would make thousands of results under one name cost the square of their number.
    """

    def __init__(self, given: Mapping[str, Any] = NO_EXTRA) -> None:
        self.values: dict[str, Any] = dict(given)
        self._latest: dict[str, int] = {}

    def add(self, more: Mapping[str, Any]) -> None:
        """Add what is not there yet."""
        for key, value in more.items():
            if key not in self.values:
                self.values[key] = value
            elif value not in (self.values[key], self.values[self._name(key)]):
                self.values[self._free_name(key)] = value

    def _name(self, key: str) -> str:
        """The name of the latest value under a key."""
        return f"{key}#{self._latest[key]}" if key in self._latest else key

    def _free_name(self, key: str) -> str:
        self._latest[key] = self._latest.get(key, 1) + 1
        while self._name(key) in self.values:
            self._latest[key] += 1
        return self._name(key)


def combine(documents: Iterable[Document]) -> Document:
    """One document from parts of it: what is a tuple is joined, of single values the first one stays."""
    parts = tuple(documents)
    title = next((part.title for part in parts if part.title), None)
    extra = Extras()
    for part in parts:
        extra.add({"title": part.title} if part.title and part.title != title else {})
        extra.add(part.extra)
    return Document(
        **_joined(parts, Document),
        notes=_combined_notes([part.notes for part in parts if part.notes]),
        title=title,
        page=next((part.page for part in parts if part.page), None),
        source=next((part.source for part in parts if part.source), None),
        extra=extra.values or NO_EXTRA,
    )


def _joined(parts: Sequence[Any], record: type[Any]) -> dict[str, tuple[Any, ...]]:
    """Every field of the records that is a tuple, joined."""
    names = [each.name for each in attrs.fields(record) if each.default == ()]
    return {name: tuple([item for part in parts for item in getattr(part, name)]) for name in names}


def _combined_notes(parts: Sequence[Notes]) -> Notes | None:
    """All notes in one: lists joined, single values of the first that has one, what they displace in `extra`."""
    if len(parts) < 2:
        return parts[0] if parts else None
    fields: dict[str, Any] = dict(_joined(parts, type(parts[0])))
    extra = Extras(parts[0].extra)
    single = [each.name for each in attrs.fields(type(parts[0])) if each.default != () and each.name != "extra"]
    for name in single:
        fields[name] = next((value for part in parts if (value := getattr(part, name))), getattr(parts[0], name))
    for part in parts[1:]:
        for name in single:
            said = getattr(part, name)
            extra.add({name: said} if said and said != fields[name] else {})
        extra.add(part.extra)
    return attrs.evolve(parts[0], **fields, extra=extra.values or NO_EXTRA)


def merged(*parts: Mapping[str, Any]) -> dict[str, Any]:
    """All of the mappings in one; where two have another value under one key, both are kept."""
    extra = Extras()
    for part in parts:
        extra.add(part)
    return extra.values
