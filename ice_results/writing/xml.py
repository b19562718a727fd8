"""XML documents: indented, in characters that XML has."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, indent, tostring

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text without the characters that XML 1.0 has no way to write: controls, lone surrogates, U+FFFE, U+FFFF."""
    return _NOT_XML.sub("", text)


def xml_document(root: Element) -> str:
    """A whole document with its declaration and a document type by the name of its root."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {root.tag}>\n{xml_fragment(root)}'


def xml_fragment(root: Element) -> str:
    """An element with a line for each element in it; it is indented in place."""
    indent(root)
    return tostring(root, encoding="unicode") + "\n"
