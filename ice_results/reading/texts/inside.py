"""The JSON in a text that is a value itself: a line of a log in a field, a cell of a notebook, an element of XML."""

from __future__ import annotations

import html
import re
from typing import Any

from ...errors import DecodeError
from .found import Found, note
from .literals import python_literals
from .relaxed import relaxed_value
from .scanning import values_between_text
from .spans import START

ENTITIES = re.compile(r"[\[{]\s*+(?:\{\s*+)?&(?:quot|#34|#x22);")
_PERCENT = re.compile(r"%(?:7B|5B%7B)(?:%0A|%20|\+)*+%22", re.IGNORECASE)
_ENCODED = re.compile(rb"%([0-9A-Fa-f]{2})")


def values_inside(text: str) -> list[Any]:
    """The objects and lists in a text, without those that are broken; nothing where there are none."""
    if not START.search(text) and not ENTITIES.search(text):
        return []
    for form in (python_literals, relaxed_value, values_between_text, values_with_entities):
        try:
            found = form(text)
        except DecodeError:
            continue
        if found:
            return [each.value for each in found if each.error is None and not isinstance(each.value, str)]
    return []


def values_with_entities(text: str) -> list[Found]:
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
