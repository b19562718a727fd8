"""Documents as JSON and back without loss, through cattrs with exact types."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, get_origin

import orjson

from ..text.values import is_huge
from . import Document

RECORDS_FORMAT = "ice_results.records/1"
"""The value of `format` by which a document of ours is recognised."""


@lru_cache(1)
def _converter() -> Any:
    """A converter that leaves out what is at its default."""
    from cattrs.preconf.orjson import make_converter

    converter = make_converter()
    converter.register_unstructure_hook_func(_is_mapping, dict)
    converter.register_unstructure_hook_factory(_is_record, lambda record: _writing(record, converter))
    return converter


def _writing(record: type, converter: Any) -> Callable[[Any], dict[str, Any]]:
    """How a record is written; of a tag's knowledge it is also said in which graph that is."""
    from cattrs.gen import make_dict_unstructure_fn, override

    if record.__name__ != "Tag":
        return make_dict_unstructure_fn(record, converter, _cattrs_omit_if_default=True)
    knowledge = override(unstruct_hook=lambda value: _plain_knowledge(value, converter.unstructure(value)))
    return make_dict_unstructure_fn(record, converter, _cattrs_omit_if_default=True, knowledge=knowledge)


def _plain_knowledge(value: Any, plain: Any) -> Any:
    """Knowledge as plain values, with the word for its graph; an open value that has such a word one level lower."""
    from .knowledge import OPEN, graph_of

    if graph := graph_of(value):
        return {"graph": graph, **plain}
    return {"graph": OPEN, "value": plain} if isinstance(value, Mapping) and "graph" in value else plain


def _is_record(candidate: Any) -> bool:
    return hasattr(candidate, "__attrs_attrs__")


def _is_mapping(candidate: Any) -> bool:
    return get_origin(candidate) is Mapping


def document_to_json(document: Document) -> dict[str, Any]:
    """The document as plain values, what is at its default left out."""
    return {"format": RECORDS_FORMAT, **_converter().unstructure(document)}


def document_from_json(value: Mapping[str, Any]) -> Document:
    """The document that `document_to_json` gave; what breaks a rule in it is left out and listed in `problems`."""
    from .from_json import document_of  # here, as no answer of the service needs it

    return document_of({key: item for key, item in value.items() if key != "format"})


def json_text(value: Any, *, indented: bool = False) -> str:
    """A value as JSON; what orjson cannot write, such as whole numbers beyond 64 bits, in the slower way."""
    try:
        return orjson.dumps(value, option=orjson.OPT_INDENT_2 if indented else None).decode()
    except TypeError:
        separators = None if indented else (",", ":")
        return json.dumps(_plain(value), ensure_ascii=False, indent=2 if indented else None, separators=separators)


def _plain(value: Any) -> Any:
    """What only Python can hold as what JSON can: keys as text, whole numbers of thousands of digits in hexadecimal."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if is_huge(value):
        return hex(value)
    return value if value is None or isinstance(value, str | int | float) else str(value)
