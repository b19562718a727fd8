"""What a text holds that is not one JSON value: each form that people save is tried, the plainest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from ...errors import DecodeError
from ...findings import Problem
from ...text.values import described
from ..encodings import checked_text, text_of
from ..escaping import decode, is_python_repr, peel
from .foreign import refuse_binary, refuse_table, refuse_text, refuse_text_without_json
from .found import Found
from .inside import ENTITIES, quoted_values, url_encoded_values, values_with_entities
from .lines import json_lines
from .literals import python_literals
from .markup import markup_between_text, value_in_base64, values_in_xml
from .relaxed import relaxed_value
from .scanning import values_between_text
from .spans import START

_NO_JSON = re.compile(r"\s*[^\s\[{\"\d-]")
_OTHER_FORMS: tuple[Callable[[str], Sequence[Found]], ...] = (
    values_in_xml,
    value_in_base64,
    python_literals,
    relaxed_value,
    values_between_text,
    values_with_entities,
    url_encoded_values,
)
"""Each gives what it finds in a text of its form, and nothing for any other text."""
_FORMS_WITHOUT_JSON: tuple[Callable[[str], Sequence[Found]], ...] = (quoted_values, markup_between_text)
"""The same, tried where the text does not begin with JSON: nothing in a broken value counts as a value of its own."""


def values_in_other_bytes(data: bytes, encoding: str | None) -> Iterator[Found]:
    """The values in bytes that are not the JSON text that they begin like; raises an error that says what they are."""
    refuse_binary(data)
    text, notes = text_of(data, encoding)
    if isinstance(text, bytes):
        try:
            text, notes = checked_text(data)
        except DecodeError:
            if not (lines := json_lines(data)):
                raise
            yield from lines
            return
    yield from _with_notes(_found_in(text), notes)


def values_in_other_text(text: str, error: DecodeError) -> Sequence[Found]:
    """The values in a text that is no JSON; raises `error`, or one that says what the text is instead."""
    return json_lines(text) or _in_other_form(text, error)


def _found_in(text: str) -> Sequence[Found]:
    """The value of a text whose encoding was not seen at once, or the values in it."""
    if lines := json_lines(text):
        return lines
    try:
        value = decode(text)
    except DecodeError as error:
        return _in_other_form(text, error)
    return [Found(peel(value).value if isinstance(value, str) else value)]


def _in_other_form(text: str, error: DecodeError) -> Sequence[Found]:
    if "\0" in text or not text.strip():
        raise error
    inside = peel(text).value
    if isinstance(inside, dict | list):
        return [Found(inside)]
    if not ENTITIES.search(text):
        refuse_text(text)
    refuse_table(text, only_with_json=True)
    forms = _OTHER_FORMS if START.match(text.lstrip()) else (*_OTHER_FORMS, *_FORMS_WITHOUT_JSON)
    for form in forms:
        if found := form(text):
            return found
    refuse_text_without_json(text)
    refuse_table(text)
    if _NO_JSON.match(text) and not is_python_repr(text):
        raise DecodeError("", f"no JSON in this text: {described(text.strip())}")
    raise error


def _with_notes(found: Iterable[Found], notes: tuple[Problem, ...]) -> Iterator[Found]:
    """The same, with the notes on the whole text before those of the first value."""
    for each in found:
        yield attrs.evolve(each, notes=(*notes, *each.notes))
        notes = ()
