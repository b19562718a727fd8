"""JSON inside XML and base64, as message queues deliver it.

XML is read by the standard library's parser and without entities.
"""

from __future__ import annotations

import re
from base64 import b64decode
from typing import Any
from xml.parsers import expat

import attrs

from ...errors import DecodeError
from ..escaping import peel
from .found import Found, note
from .inside import MAX_WRAPPED, values_inside

_XML = re.compile(r"\s*<(?:\?xml\s|!DOCTYPE\s(?!html\b)|[A-Za-z_][\w.:-]*[\s/>])")
_XML_BEGINS = re.compile(r"<(?:\?xml\s|[A-Za-z_][\w.:-]*+[\s/>])")
_BASE64_BEGINS = re.compile(r"(?<![A-Za-z0-9+/])(?:ey|ew|W3|Wy|Ww|W1|PD|PE)[A-Za-z0-9+/]{16,}+={0,2}")
"""Base64 of an object, a list or an element."""
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{16,}+={0,2}\s*\Z")


@attrs.define
class _Elements:
    """The texts of the elements that are open, and the JSON in those that were closed.

    `room` is how many texts, one in the other, are searched for it.
    """

    room: int

    names: list[str] = attrs.field(factory=list)
    texts: list[list[str]] = attrs.field(factory=list)
    found: list[tuple[str, Any]] = attrs.field(factory=list)

    def open(self, name: str, _: Any) -> None:
        self.names.append(name)
        self.texts.append([])

    def read(self, text: str) -> None:
        self.texts[-1].append(text)

    def close(self, name: str) -> None:
        if value := _json_in("".join(self.texts.pop()), self.room):
            self.found.append(("/" + "/".join(self.names), value))
        self.names.pop()

    def refuse(self, *_: Any) -> None:
        raise DecodeError("", "an XML document with a DTD, which is not read", "give the JSON in it")


def values_in_xml(text: str, room: int = MAX_WRAPPED) -> list[Found]:
    """The JSON in the elements of an XML document; none where a text is no XML.

    Raises `DecodeError` for a document without any, or with a DTD.
    """
    if not _XML.match(text):
        return []
    elements = _Elements(room)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = elements.open, elements.close
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = elements.read, elements.refuse
    try:
        parser.Parse(text.strip(), True)
    except (expat.ExpatError, UnicodeEncodeError):
        return []
    if not elements.found:
        raise DecodeError("", "an XML document without JSON in it", "ask the service for JSON, with Format=JSON")
    several = len(elements.found) > 1
    return [
        Found(value, path if several else None, note(f"JSON found in XML, in {path}"), is_loose=several)
        for path, value in elements.found
    ]


def value_in_base64(text: str, room: int = MAX_WRAPPED) -> list[Found]:
    """The JSON that a text is in base64; none for any other text."""
    value = _json_of_base64(text, room)
    return [] if value is None else [Found(value, notes=note("JSON found in base64"))]


def _json_in(text: str, room: int) -> Any:
    """The object or list in the text of an element, in base64 or not; `None` for other text."""
    value = peel(text).value
    return value if isinstance(value, dict | list) else _json_of_base64(text, room) or _around(text, room)


def _around(text: str, room: int) -> Any:
    """The object or list that is between other text, or several of them as a list."""
    values = values_inside(text, room)
    return values[0] if len(values) == 1 else values or None


def _json_of_base64(text: str, room: int) -> Any:
    if not _BASE64.match(text.strip()):
        return None
    try:
        inside = b64decode(text).decode()
    except ValueError:
        return None
    value = peel(inside).value
    return value if isinstance(value, dict | list) else _around(inside, room)


def markup_between_text(text: str, room: int = MAX_WRAPPED) -> list[Found]:
    """The JSON in XML, or in base64, that is between other text; none in any other."""
    start, end = _XML_BEGINS.search(text), text.rfind(">") + 1
    if start and start.start() and (found := values_in_xml(text[start.start() : end], room)):
        return found
    values = [_json_of_base64(match.group(), room) for match in _BASE64_BEGINS.finditer(text)]
    found = [Found(value, f"base64 text {number}", (), True) for number, value in enumerate(values, 1) if value]
    if len(found) == 1:
        found = [attrs.evolve(found[0], place=None, is_loose=False)]
    return [attrs.evolve(found[0], notes=note("JSON found in base64 between other text")), *found[1:]] if found else []
