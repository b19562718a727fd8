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
from .inside import values_inside

_XML = re.compile(r"\s*<(?:\?xml\s|!DOCTYPE\s(?!html\b)|[A-Za-z_][\w.:-]*[\s/>])")
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{16,}+={0,2}\s*\Z")


@attrs.define
class _Elements:
    """The texts of the elements that are open, and the JSON in those that were closed."""

    names: list[str] = attrs.field(factory=list)
    texts: list[list[str]] = attrs.field(factory=list)
    found: list[tuple[str, Any]] = attrs.field(factory=list)

    def open(self, name: str, _: Any) -> None:
        self.names.append(name)
        self.texts.append([])

    def read(self, text: str) -> None:
        self.texts[-1].append(text)

    def close(self, name: str) -> None:
        if value := _json_in("".join(self.texts.pop())):
            self.found.append(("/" + "/".join(self.names), value))
        self.names.pop()

    def refuse(self, *_: Any) -> None:
        raise DecodeError("", "an XML document with a DTD, which is not read", "give the JSON in it")


def values_in_xml(text: str) -> list[Found]:
    """The JSON in the elements of an XML document; none where a text is no XML.

    Raises `DecodeError` for a document without any, or with a DTD.
    """
    if not _XML.match(text):
        return []
    elements = _Elements()
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


def value_in_base64(text: str) -> list[Found]:
    """The JSON that a text is in base64; none for any other text."""
    value = _json_of_base64(text)
    return [] if value is None else [Found(value, notes=note("JSON found in base64"))]


def _json_in(text: str) -> Any:
    """The object or list in the text of an element, in base64 or not; `None` for other text."""
    value = peel(text).value
    return value if isinstance(value, dict | list) else _json_of_base64(text) or _around(text)


def _around(text: str) -> Any:
    """The object or list that is between other text, or several of them as a list."""
    values = values_inside(text)
    return values[0] if len(values) == 1 else values or None


def _json_of_base64(text: str) -> Any:
    if not _BASE64.match(text.strip()):
        return None
    try:
        inside = b64decode(text).decode()
    except ValueError:
        return None
    value = peel(inside).value
    return value if isinstance(value, dict | list) else _around(inside)
