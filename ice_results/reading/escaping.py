"""JSON text to plain values, through any number of escaped levels.

The service's answers hold JSON as escaped text, and people save them escaped once too often, or
already decoded. `decode` reads a whole file, `peel` one value, `peel_deep` everything below a value.
Scalars stay as they are: text is opened only where an object, a list or `null` is inside, so that an
id such as "0012" or a title in quotes is never turned into something else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import attrs
import orjson

from ..errors import DecodeError
from ..text.values import LONE_SURROGATE, described

MAX_BYTES = 1 << 30
"""The largest text that is decoded, in bytes (or characters of a `str`)."""

MAX_LEVELS = 32
"""The most escaping levels around one value."""

MAX_DEPTH = 100
"""The deepest nesting of a value that is kept as it came: deeper than any real one by far."""

ENCODING_ADVICE = 'name its encoding, as in --encoding big5 or parse(..., encoding="gb18030")'

_OPENING = ("{", "[", '"', "\\")
"""How JSON text begins in which an object or a list may be, escaped or not."""
_OBJECTS = (dict, Mapping)
_NESTED = (*_OBJECTS, list, tuple)
"""What holds other values; `dict` is in it because it is checked much faster than `Mapping`."""
_CONTROLS = {number: f"\\u{number:04x}" for number in range(0x20)}
_SINGLETON = r":\s*(?:None|True|False)\b"
_CALL = r"<?[A-Za-z_][\w.]*(?:\(|\sobject\sat\s)"
_SEEN = 1000
"""So many characters at the beginning of a text show what wrote it."""


@attrs.frozen
class Peeled:
    """A value without the escaping around it, the path through its levels, and why it stayed text."""

    value: Any
    path: str
    reason: str | None = None


def at(path: str, key: str | int) -> str:
    """The path of `key` below `path`: `Results.Result[3]`, `Data → entities`."""
    step = f"[{key}]" if isinstance(key, int) else _step(key)
    if path.endswith("→"):
        return f"{path} {step}"
    return f"{path}.{step}" if path and not step.startswith("[") else path + step


@lru_cache(1024)
def _step(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key) else f'["{key}"]'


def decoded(path: str) -> str:
    """The path of what was decoded from the text at `path`."""
    return path if not path or path.endswith("→") else f"{path} →"


def whole(path: str) -> str:
    """The path of a value itself, decoded or not: without the arrow that leads into it."""
    return path.removesuffix(" →")


def decode(text: str | bytes) -> Any:
    """The value of a whole JSON text, bytes being UTF-8; a byte order mark is passed over.

    NaN, Infinity, control characters inside strings and halves of surrogate pairs, which strict JSON
    forbids and real dumps contain, are read as well; half a pair becomes U+FFFD.
    Raises `DecodeError` where the text is no JSON, or larger or nested deeper than we read.
    """
    check_size(len(text))
    text = text.removeprefix("\ufeff") if isinstance(text, str) else text.removeprefix(b"\xef\xbb\xbf")
    try:
        return _loads(text)
    except orjson.JSONDecodeError as error:
        raise _decode_error(text, error) from None
    except RecursionError:
        raise DecodeError("", "nested too deep") from None


def peel(value: Any, path: str = "") -> Peeled:
    """The value inside `value`, if that is JSON text of any number of levels; else `value` as it is.

    Blank text and the text `null` are `None`. `reason` is set where text looks like JSON and is not.
    """
    inside, levels, reason = _peel(value)
    return Peeled(inside, decoded(path) if levels else path, reason)


def _peel(given: Any) -> tuple[Any, int, str | None]:
    """What is inside a value, how many levels were taken off, and why it stayed text."""
    value, levels = given, 0
    if isinstance(given, bytes):
        try:
            value = given.decode()
        except UnicodeDecodeError as error:
            return given, 0, f"no UTF-8 text ({error.reason} at byte {error.start})"
    while isinstance(value, str):
        text = value.strip()
        if text.startswith("\ufeff"):
            text = text.lstrip("\ufeff").strip()
        if text in ("", "null"):
            return None, levels, None
        # Most text is no JSON; looking at its first character is what keeps reading near the speed of decoding.
        if text[0] not in _OPENING:
            return given, 0, None
        if len(text) > MAX_BYTES or levels == MAX_LEVELS:
            limit = f"escaped more than {MAX_LEVELS} times" if levels == MAX_LEVELS else f"over {MAX_BYTES} bytes"
            return given, 0, limit
        try:
            value = _loads(text)
        except (orjson.JSONDecodeError, RecursionError) as error:
            # A level that was escaped but never quoted is no JSON by itself.
            inner = _unescaped(text)
            if inner is None:
                return given, 0, f"no valid JSON ({error})" if text[0] in "{[" else None
            value = inner
        levels += 1
    if value is None or isinstance(value, _NESTED):
        return value, levels, None
    return given, 0, None


def peel_deep(value: Any, depth: int = MAX_DEPTH) -> Any:
    """A copy of `value` with every text in it opened that holds an object or a list.

    Raises `DecodeError` where it is nested deeper than `depth`.
    """
    if depth < 0:
        raise DecodeError("", f"nested deeper than {MAX_DEPTH} levels")
    if isinstance(value, str):
        if not value.lstrip().startswith(_OPENING):
            return value
        inside = _peel(value)[0]
        if isinstance(inside, dict) or (isinstance(inside, list) and _worth_opening(inside)):
            value = inside
    if isinstance(value, _OBJECTS):
        return {str(key): peel_deep(item, depth - 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [peel_deep(item, depth - 1) for item in value]
    return value


def is_python_repr(text: str) -> bool:
    """Whether a text that is no JSON looks like what Python prints of an object."""
    head = text.lstrip()[:_SEEN]
    if head.startswith(("{", "[")) and re.search(_SINGLETON, head):
        return True
    return head.lstrip("[{( \t\r\n").startswith("'") or re.match(_CALL, head) is not None


def _worth_opening(values: list[Any]) -> bool:
    """A text such as "[1]" may be a title; a list of texts, lists or objects is data."""
    return not values or not isinstance(values[0], int | float)


def _loads(text: str | bytes) -> Any:
    """orjson first; what it refuses and the standard library reads, such as NaN, in the slow way.

    A zero byte is in no text that was saved whole, and behind an escape nothing is what it looks like: these are
    not among the control characters that are read.
    """
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        try:
            characters = text if isinstance(text, str) else text.decode()
            # json.loads, unlike orjson, reads NaN, control characters and half surrogate pairs, which services write.
            if "\0" not in characters and "\x1b$" not in characters:
                return _whole_characters(json.loads(characters, strict=False))
        except (ValueError, RecursionError):
            pass
        raise


def _whole_characters(value: Any) -> Any:
    """A copy of `value` without halves of surrogate pairs, which no file can hold."""
    if isinstance(value, str):
        return re.sub(LONE_SURROGATE, "�", value)
    if isinstance(value, dict):
        return {_whole_characters(key): _whole_characters(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_whole_characters(item) for item in value]
    return value


def _unescaped(text: str) -> str | None:
    """Text that was escaped once more but never quoted, such as `{\\"a\\":1}`, with that level taken off."""
    if '\\"' not in text:
        return None
    try:
        inner = orjson.loads(f'"{text.translate(_CONTROLS)}"')
    except orjson.JSONDecodeError:
        return None
    return inner if isinstance(inner, str) else None


def check_size(size: int) -> None:
    """Raise `DecodeError` for more bytes or characters than we read."""
    if size > MAX_BYTES:
        raise DecodeError("", f"{size} bytes is more than the {MAX_BYTES} that we read", "split the file")


def _decode_error(text: str | bytes, error: orjson.JSONDecodeError) -> DecodeError:
    """What is wrong with a text that is no JSON, and what to do about the mistakes that are common."""
    if isinstance(text, bytes):
        try:
            text = text.decode()
        except UnicodeDecodeError as wrong:
            reason = f"no valid UTF-8 text: byte {wrong.start} is {text[wrong.start]:#04x}"
            return DecodeError("", reason, ENCODING_ADVICE)
    if (place := text.find("\0")) >= 0:
        return DecodeError("", f"damaged text: character {place} is zero", "save or fetch the file again")
    if not text.strip():
        return DecodeError("", "the file is empty")
    if is_python_repr(text):
        return DecodeError(
            "",
            f"this is what Python prints, not JSON: {described(text.strip())}",
            "save json.dumps(response.body.to_map()) instead of str(response)",
        )
    where = f"line {error.lineno} column {error.colno}"
    return DecodeError("", f"no valid JSON at {where}: {error.msg}")
