"""What is inside one value that may be wrapped: JSON text, base64 of it, an object of an SDK."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ... import lazy
from ..escaping import Peeled, decoded, peel
from ..wire.keys import Keys, normal
from ..wire.scalars import types_of

if TYPE_CHECKING:
    from ..texts import inside
else:
    (inside,) = lazy.modules(__package__.rpartition(".")[0], ".texts.inside")

_JSON = re.compile(r"\s*[{\[\"\\\ufeff]")
_LIKE_JSON = re.compile(r"\s*(?:\{\s*\\?\"|\[\s*\{\s*\\?\")")
_QUOTED = re.compile(
    r"""[\[{](?:\s|\\++[nrt])*+\\*+(?:["'\[{]|&(?:quot|\#34);|/[/*])|^\s*+"*+(?:<[?A-Za-z]|ey|ew|W3|Wy|Ww|W1)"""
)
"""How an object or a list begins between other text, or a text of elements."""
_BASE64_OF_JSON = re.compile(r"\s*(?:ey|ew|W3|Wy|Ww|W1|77u/)")
"""How base64 begins of text that begins with an object or a list, or with a byte order mark."""
_FLAGS = ("isBase64Encoded", "base64Encoded", "base64")
_NAMES_OF_ENCODINGS = ("encoding", "bodyEncoding", "contentEncoding", "messageBodyEncoding", "dataEncoding")
_TELLING = frozenset(map(normal, ("MessageBody", *_FLAGS, *_NAMES_OF_ENCODINGS)))


def opened(value: Any, path: str, *, is_base64: bool = False) -> Peeled:
    """The value without what is around it; `is_base64` says that text is base64 though it does not look like it.

    An object with a method `to_map`, as the SDKs of the service have it, is what that gives.
    """
    if callable(to_map := getattr(value, "to_map", None)):
        value = to_map()
    peeled = peel(_joined(value), path)
    if isinstance(peeled.value, str) and (text := _from_base64(peeled.value, is_base64)) is not None:
        within = peel(text, decoded(path))
        if not isinstance(within.value, str):
            return within
        return Peeled(text, decoded(path)) if is_base64 and _QUOTED.search(text) else peeled
    return peeled


def around_json(text: str) -> list[Any]:
    """The objects and lists in a text that is not JSON itself, such as a line of a log."""
    found: list[Any] = inside.values_inside(text) if _QUOTED.search(text) else []
    return found


def _joined(value: Any) -> Any:
    """One text where a value is a list of lines, as notebooks keep what was printed; any other as it is."""
    if isinstance(value, list) and len(value) > 1 and types_of(value) == {str}:
        return "".join(value) if all(line.endswith("\n") for line in value[:-1]) else value
    return value


def damaged_texts(value: Mapping[Any, Any]) -> Iterator[tuple[str, str]]:
    """The texts of an object that begin like JSON and are none: each with its key, and what is wrong."""
    for key, item in value.items():
        if isinstance(item, str) and _LIKE_JSON.match(item) and (reason := peel(item).reason):
            yield str(key), reason


def may_hold_more(value: Any, *, is_base64: bool = False) -> bool:
    """Whether there may be an object or a list in a value."""
    if value is None or isinstance(value, int | float):
        return False
    if isinstance(value, str):
        return bool(_JSON.match(value) or _BASE64_OF_JSON.match(value) or _QUOTED.search(value)) or is_base64
    if isinstance(value, dict | list | tuple | Mapping | bytes):
        return True
    return callable(getattr(value, "to_map", None))


def says_base64(value: Mapping[str, Any]) -> bool:
    """Whether an object says that a text in it is base64, or is a message of a queue, whose body often is."""
    if _TELLING.isdisjoint(map(normal, value)):
        return False
    keys = Keys(value)
    if "MessageBody" in keys or any(keys.peek(name) in (True, "true", "True") for name in _FLAGS):
        return True
    return any(str(keys.peek(name)).lower() == "base64" for name in _NAMES_OF_ENCODINGS)


def _from_base64(text: str, is_base64: bool) -> str | None:
    """The UTF-8 text in base64, where it is such text."""
    if not (is_base64 or _BASE64_OF_JSON.match(text)):
        return None
    try:
        return b64decode("".join(text.split()), validate=True).decode("utf-8-sig")
    except (binascii.Error, ValueError):
        return None
