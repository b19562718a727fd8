"""The values of a saved text: the one that it is, the lines of JSON Lines, or the JSON inside other text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ... import lazy
from ...errors import DecodeError, InvalidOption
from ..compression import uncompressed
from ..encodings import text_of
from ..escaping import decode, peel
from .choosing import documents_among
from .found import Found

if TYPE_CHECKING:
    from . import other
else:
    (other,) = lazy.modules(__name__, ".other")  # JSON itself needs nothing of it

__all__ = ["Found", "documents_among", "values_of"]


def values_of(source: Any, encoding: str | None = None) -> Iterator[Found]:
    """The one value of a source, or each of several with its place; what is no text is a value itself.

    A value or line that is broken does not stop the others: its error comes when it is decoded. `encoding` is
    that of bytes. Raises `DecodeError` where there is no JSON at all, `InvalidOption` for an encoding that does not
    exist or a source that has none, and `MissingExtra` where a library is missing that reads it.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        yield from _values_of_bytes(uncompressed(bytes(source)), encoding)
    elif encoding is not None:
        raise InvalidOption("encoding", "nothing where the source is no bytes", repr(encoding))
    elif isinstance(source, str):
        yield from _values_of_text(source)
    else:
        yield Found(source)


def _values_of_bytes(data: bytes, encoding: str | None) -> Iterator[Found]:
    try:
        text, notes = text_of(data, encoding)
        value = decode(text)
    except DecodeError:
        yield from other.values_in_other_bytes(data, encoding)
    else:
        yield Found(peel(value).value if isinstance(value, str) else value, notes=notes)


def _values_of_text(text: str) -> Iterator[Found]:
    try:
        value = decode(text)
    except DecodeError as error:
        yield from other.values_in_other_text(text, error)
    else:
        yield Found(peel(value).value if isinstance(value, str) else value)
