"""JSON with comments, trailing commas or backslashes at line ends, and JSON5 where a library for it is installed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress

from ...errors import DecodeError, MissingExtra
from ..escaping import decode
from .found import Found, note

MAX_JSON5 = 1 << 18
"""The longest text in characters that is read as JSON5: the library takes seconds for so much."""

_STRING = r'"(?:[^"\\]|\\.?)*+(?:"|\Z)'
_COMMENT = re.compile(rf"{_STRING}|(//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z))", re.DOTALL)
_TRAILING_COMMA = re.compile(rf"{_STRING}|(,)(?=\s*[\]}}])", re.DOTALL)
_LINE_END = re.compile(rf"{_STRING}|(\\)(?=[ \t]*\r?\n)", re.DOTALL)
_UNQUOTED_KEY = re.compile(r"\s*(?:\[\s*)?\{\s*(?:[A-Za-z_$][\w$]*|'[^'\n]*')\s*:")


def relaxed_value(text: str) -> list[Found]:
    """The value of a text that is JSON but for comments, trailing commas or keys without quotes; none in any other.

    Raises `MissingExtra` where a key has no quotes and json5 is not installed.
    """
    if not text.lstrip().startswith(("{", "[", "//", "/*")):
        return []
    plain = _COMMENT.sub(_blanked, text)
    joined = _LINE_END.sub(_blanked, plain)
    strict = _TRAILING_COMMA.sub(_blanked, joined)
    passed = [name for name, is_there in _passed(text, plain, joined, strict) if is_there]
    if passed:
        with suppress(DecodeError):
            return [Found(decode(strict), notes=note(f"{' and '.join(passed)} were passed over"))]
    return _json5_value(text) if _UNQUOTED_KEY.match(plain) else []


def _passed(text: str, plain: str, joined: str, strict: str) -> Iterable[tuple[str, bool]]:
    """What was passed over on the way from a text to strict JSON, step by step."""
    yield "comments", plain != text
    yield "backslashes at the ends of lines", joined != plain
    yield "trailing commas", strict != joined


def _blanked(match: re.Match[str]) -> str:
    """A string as it is, anything else as blanks and line ends: what follows keeps its place."""
    return re.sub(r"[^\n]", " ", match.group()) if match.group(1) else match.group()


def _json5_value(text: str) -> list[Found]:
    if len(text) > MAX_JSON5:
        reason = f"keys without quotes, in {len(text)} characters, more than the {MAX_JSON5} that we read"
        raise DecodeError("", reason, "save it as JSON")
    try:
        import json5
    except ImportError:
        raise MissingExtra("keys without quotes", "json5", "json5") from None
    try:
        value = json5.loads(text)
    except (ValueError, RecursionError):
        return []
    return [Found(value, notes=note("read as JSON5: keys without quotes"))]
