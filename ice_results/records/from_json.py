"""Documents from the JSON that we wrote, through cattrs with exact types.

A file may have been changed by hand, by an attacker or by a newer release. What breaks the rules of a field, such as
a word that is none of ours or a time that no media has, is left out and listed, as it is in any other input.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, get_args, get_origin

import attrs
import orjson
from cattrs import Converter
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from . import Document, Tag
from .checking import cleaned, has_words_of_ours, is_number, is_time
from .knowledge import GRAPHS, OPEN


def document_of(fields: Mapping[str, Any]) -> Document:
    """The document with these fields; what breaks a rule in them is left out and listed in `problems`."""
    if (document := _sound(fields)) is not None:
        return document
    clean, problems = cleaned(fields)
    read: Document = _converter().structure(clean, Document)
    return attrs.evolve(read, problems=(*read.problems, *problems))


def _sound(fields: Mapping[str, Any]) -> Document | None:
    """The document, `None` where something breaks a rule, or is nested too deep for the fast way to write it."""
    try:
        orjson.dumps(fields)
        document: Document = _converter().structure(fields, Document)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError, ForbiddenExtraKeysError):
        return None
    return document if has_words_of_ours(document) else None


@lru_cache(1)
def _converter() -> Converter:
    """A converter that takes no value for another: cattrs alone makes "None" of null and 1 of 1.9."""
    converter = Converter(forbid_extra_keys=True, detailed_validation=False)
    converter.register_structure_hook(str, _checked(lambda value: type(value) is str))
    converter.register_structure_hook(int, _checked(is_time))
    converter.register_structure_hook(float, _checked(is_number))
    converter.register_structure_hook_func(_is_mapping, _mapping)
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_of(converter, get_args(kind)[0]))
    knowledge = override(struct_hook=lambda value, _: _knowledge(converter, value))
    converter.register_structure_hook_factory(
        lambda kind: kind is Tag, lambda _: make_dict_structure_fn(Tag, converter, knowledge=knowledge)
    )
    return converter


def _knowledge(converter: Converter, value: Any) -> Any:
    """What a tag's knowledge was written from: a record of a graph, or an open value."""
    if not isinstance(value, Mapping) or "graph" not in value:
        return value
    fields = {key: item for key, item in value.items() if key != "graph"}
    if value["graph"] == OPEN and fields.keys() == {"value"}:
        return fields["value"]
    return converter.structure(fields, GRAPHS[value["graph"]])


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) is Mapping


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _checked(fits: Callable[[Any], bool]) -> Callable[[Any, Any], Any]:
    """A hook that takes a value as it is, or refuses it."""

    def structure(value: Any, _: Any) -> Any:
        if not fits(value):
            raise ValueError
        return value

    return structure


def _tuple_of(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """A hook that makes a tuple of a list; cattrs alone makes one of whatever can be iterated."""
    item = converter.get_structure_hook(kind)

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise ValueError
        return tuple([item(each, kind) for each in value])

    return structure


def _mapping(value: Any, kind: Any) -> Any:
    if not isinstance(value, Mapping) or (float in get_args(kind) and not all(map(is_number, value.values()))):
        raise ValueError
    return value
