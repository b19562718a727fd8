"""The table of knowledge: what graphs say about tags, a row for each fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ...records import Document, Tag
from ...records.as_json import json_text
from ...records.knowledge import OPEN, graph_of
from .columns import TEXT, Column, Levels, Repeated, Table


@attrs.frozen
class _Fact:
    """One thing that a graph says about a tag."""

    kind: str
    name: str | None
    graph: str
    field: str
    value: str


def _facts(tag: Tag) -> Iterator[_Fact]:
    """A fact for each field of the record that says something, and for each item of a list."""
    known, graph = tag.knowledge, graph_of(tag.knowledge) or OPEN
    if known is None:
        return
    fields = _fields_of(known)
    for field, value in fields.items():
        for each in value if isinstance(value, list | tuple) else (value,):
            if each is not None:
                yield _Fact(tag.kind, tag.name, graph, field, each if isinstance(each, str) else json_text(each))


def _fields_of(known: Any) -> Mapping[str, Any]:
    """The fields of a record of a graph, or of an open value; `value` is what has none."""
    if attrs.has(type(known)):
        own = {each.name: getattr(known, each.name) for each in attrs.fields(type(known)) if each.name != "extra"}
        return {**own, **known.extra}
    return {str(key): value for key, value in known.items()} if isinstance(known, Mapping) else {"value": known}


def _parts(document: Document) -> Iterator[Levels]:
    yield {"fact": Repeated([fact for tag in document.tags for fact in _facts(tag)])}


KNOWLEDGE = Table(
    "knowledge",
    (
        Column("kind", TEXT, "the kind of the tag", "fact"),
        Column("name", TEXT, "the tag that it is about", "fact"),
        Column("graph", TEXT, "film, music, person, landmark, thing, or other", "fact"),
        Column("field", TEXT, "what is said", "fact"),
        Column("value", TEXT, "the text, anything else as JSON; a list has a row for each item", "fact"),
    ),
    _parts,
)
