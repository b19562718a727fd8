"""Documents as JSON and back without loss, through cattrs with exact types."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, get_origin

import orjson

from ..errors import DecodeError
from ..text.values import is_huge
from . import Document

RECORDS_FORMAT = "ice_results.records/1"
"""The value of `format` by which a document of ours is recognised."""


@lru_cache(1)
def _converter() -> Any:
    """A converter that takes no value for another: cattrs alone makes "None" of null and 1 of 1.9."""
    from cattrs.gen import make_dict_unstructure_fn
    from cattrs.preconf.orjson import make_converter

    converter = make_converter(forbid_extra_keys=True)
    for exact in (str, int):
        converter.register_structure_hook(exact, _exactly(exact))
    converter.register_structure_hook(float, _a_number)
    converter.register_structure_hook_func(_is_mapping, _a_mapping)
    converter.register_unstructure_hook_func(_is_mapping, dict)
    converter.register_unstructure_hook_factory(
        _is_record, lambda record: make_dict_unstructure_fn(record, converter, _cattrs_omit_if_default=True)
    )
    return converter


def _is_record(candidate: Any) -> bool:
    return hasattr(candidate, "__attrs_attrs__")


def _is_mapping(candidate: Any) -> bool:
    return get_origin(candidate) is Mapping


def _exactly(expected: type) -> Any:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not expected:
            raise ValueError(f"expected {expected.__name__}, found {value!r}")
        return value

    return structure


def _a_mapping(value: Any, _: Any) -> Any:
    if not isinstance(value, Mapping):
        raise ValueError(f"expected an object, found {value!r}")
    return value


def _a_number(value: Any, _: Any) -> Any:
    if type(value) not in (int, float):
        raise ValueError(f"expected a number, found {value!r}")
    return value


def document_to_json(document: Document) -> dict[str, Any]:
    """The document as plain values, what is at its default left out."""
    return {"format": RECORDS_FORMAT, **_converter().unstructure(document)}


def document_from_json(value: Mapping[str, Any]) -> Document:
    """The document that `document_to_json` gave; raises `DecodeError` for anything else."""
    from cattrs import transform_error
    from cattrs.errors import BaseValidationError

    fields = {key: item for key, item in value.items() if key != "format"}
    try:
        document: Document = _converter().structure(fields, Document)
    except BaseValidationError as error:
        raise DecodeError("", f"no document of ours: {transform_error(error)[0]}") from None
    except (AttributeError, TypeError, ValueError) as error:
        raise DecodeError("", f"no document of ours: {error}") from None
    return document


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
