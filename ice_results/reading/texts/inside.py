"""The JSON in a text that is a value itself: a line of a log in a field, a cell of a notebook, an element of XML."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from ... import lazy
from ...errors import DecodeError
from ..escaping import peel
from .found import Found, note
from .literals import python_literals
from .relaxed import relaxed_value
from .scanning import values_between_text
from .spans import START

if TYPE_CHECKING:
    from . import markup
else:
    (markup,) = lazy.modules(__package__, ".markup")

MAX_WRAPPED = 3
"""How many texts, one in the other, are searched for JSON: base64 in XML in a quoted text."""

ENTITIES = re.compile(r"[\[{]\s*+(?:\{\s*+)?&(?:quot|#34|#x22);")
_PERCENT = re.compile(r"%(?:7B|5B%7B)(?:%0A|%20|\+)*+%22", re.IGNORECASE)
_PIECE = re.compile(r'[^"]++|"(?:[^"\\]|\\.)*+(?:"|\Z)', re.DOTALL)
_MAY_HOLD = re.compile(r"[{<]")
_SHORTEST = 20
"""Shorter text in quotes holds no answer."""
_DECODER = json.JSONDecoder(strict=False)
_ENCODED = re.compile(rb"%([0-9A-Fa-f]{2})")


def values_inside(text: str, room: int = MAX_WRAPPED) -> list[Any]:
    """The objects and lists in a text, without those that are broken; nothing where there are none."""
    inside = peel(text).value
    if isinstance(inside, dict | list):
        return [inside]
    if room and text.lstrip().startswith('"') and (quoted := _decoded(text.strip())) is not None:
        return values_inside(quoted, room - 1)
    for form in _FORMS if room else ():
        try:
            found = form(text, room - 1)
        except DecodeError:
            continue
        if found:
            return [each.value for each in found if each.error is None and not isinstance(each.value, str)]
    return []


def _in_markup(text: str, room: int) -> list[Found]:
    found: list[Found] = markup.values_in_xml(text, room) or markup.value_in_base64(text, room)
    return found


def _in_text(text: str, room: int) -> list[Found]:
    if not START.search(text):
        return []
    return python_literals(text) or relaxed_value(text) or values_between_text(text)


def quoted_values(text: str, room: int = MAX_WRAPPED) -> list[Found]:
    """The JSON in the quoted texts of a text, where it is between other text once more; none in any other."""
    found: list[Any] = []
    for match in _pieces(text):
        if (
            len(match.group()) > _SHORTEST
            and _MAY_HOLD.search(match.group())
            and (inner := _decoded(match.group())) is not None
        ):
            found += values_inside(inner, room - 1)
    if not found:
        return []
    several = len(found) > 1
    places = [
        Found(value, f"quoted text {number}" if several else None, (), several) for number, value in enumerate(found, 1)
    ]
    return _noted(places, "JSON found in quoted text")


def _pieces(text: str) -> Iterator[re.Match[str]]:
    """The quoted texts of a text, and what is between them."""
    place = 0
    while match := _PIECE.match(text, place):
        yield match
        place = match.end()


def _decoded(quoted: str) -> str | None:
    try:
        value = _DECODER.decode(quoted)
    except ValueError:
        return None
    return value if isinstance(value, str) else None


def values_with_entities(text: str, room: int = 0) -> list[Found]:
    """The JSON in a text whose quotes are entities of HTML; none in any other."""
    if not ENTITIES.search(text):
        return []
    return _noted(values_between_text(html.unescape(text)), "JSON found in text with entities of HTML")


def url_encoded_values(text: str) -> list[Found]:
    """The JSON in a text that is encoded as in a URL or a form; none in any other."""
    if not _PERCENT.search(text):
        return []
    plain = _ENCODED.sub(lambda match: bytes.fromhex(match[1].decode()), text.replace("+", " ").encode())
    try:
        return _noted(values_between_text(plain.decode()), "JSON found in URL-encoded text")
    except UnicodeDecodeError:
        return []


def _noted(found: list[Found], message: str) -> list[Found]:
    """The same values, with one note on the first of them."""
    return [
        Found(each.value, each.place, note(message) if not place else (), each.is_loose, each.error)
        for place, each in enumerate(found)
    ]


_FORMS: tuple[Callable[[str, int], list[Found]], ...] = (
    _in_markup,
    _in_text,
    values_with_entities,
    quoted_values,
)
"""Each gives what it finds in a text of its form, and nothing for any other text."""
