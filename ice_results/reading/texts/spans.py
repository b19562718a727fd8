"""The value that begins at a place in a text: JSON, JSON in the quotes of another language, or what Python prints.

Brackets and quotes are followed to their end once: a place inside of what was followed in vain is not followed again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import attrs

from ...errors import DecodeError
from ..escaping import decode, peel
from . import literals
from .relaxed import relaxed_value

_BLANKS = r"(?:\s|\\[nrt])*+"
START = re.compile(
    rf'\{{\s*(?:"|/[/*])|\[\s*+(?:\[\s*+){{0,3}}+(?:\{{\s*"|"\s*[\[{{])|\[\s*+\[\s*+"|"{_BLANKS}(?:\[{_BLANKS}){{0,4}}+\{{{_BLANKS}\\+"'
    r"""|[\[{]\s*+(?:[\[{(]\s*+){0,3}+'|(?<!\\)'\s*+(?:\[\s*+)?\{\s*+\\*+\""""
)
"""An object with a key, a list of objects or of JSON as text, JSON as text, and the same in single quotes."""
_PIECE = re.compile(
    r"""[^"'/\[\](){}]++|[\[\](){}]|"(?:[^"\\]|\\.)*+(?:"|\Z)|'(?:[^'\\]|\\.)*+(?:'|\Z)"""
    r"""|//[^\n]*|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|/""",
    re.DOTALL,
)
"""What must be passed over or counted to find the bracket that closes another one: one piece follows the other."""
_SINGLE_QUOTES = re.compile(r"'((?:[^'\\]|\\.|'')*+)'", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}
_LENIENT_SHARE = 4
"""How much of a text is decoded once more with control characters in strings, in times its length."""

PYTHON = "read as what Python prints, not JSON"
_STRICT, _LENIENT = json.JSONDecoder(), json.JSONDecoder(strict=False)


class _Uncounted(str):
    """A text whose lines are not counted: an error of `json` does so from the beginning, each time."""

    __slots__ = ()

    def count(self, *_: Any) -> int:
        """No line."""
        return 0

    def rfind(self, *_: Any) -> int:
        """No line either."""
        return -1


@attrs.frozen
class Span:
    """A value or the error of a broken one, where it begins and ends, and how it was read where it is no plain JSON."""

    start: int
    end: int
    value: Any = None
    error: str | None = None
    how: str = ""


class Spans:
    """One pass over a text."""

    def __init__(self, text: str) -> None:
        self._text = _Uncounted(text)
        self._lenient = _LENIENT_SHARE * len(text)
        self._literals = literals.MAX_LITERAL
        self._followed = self._quoted = 0
        self._counted = self._quotes = 0

    def span_at(self, match: re.Match[str]) -> Span | None:
        """The value that begins at a match of `START`; nothing where only a value inside of it may be one."""
        start = match.start()
        if self._text[start] == "'" or match.group().endswith("'"):
            if self._is_quoted(start):
                return None
            return self._in_single_quotes(start) if self._text[start] == "'" else self._printed(start)
        span = self._strict(start)
        return next(self._otherwise(start), span) if span.error else span

    def _is_quoted(self, start: int) -> bool:
        """Whether there is an odd number of quotes on the line before a place: then all behind it is escaped."""
        if (newline := str.rfind(self._text, "\n", self._counted, start)) >= 0:
            self._counted, self._quotes = newline, 0
        self._quotes += str.count(self._text, '"', self._counted, start)
        self._quotes -= str.count(self._text, '\\"', self._counted, start)
        self._counted = start
        return self._quotes % 2 == 1

    def _strict(self, start: int) -> Span:
        span = self._decoded(start, _STRICT)
        # Line ends inside strings are left to fail: they are more often the end of a broken value than part of a text.
        control = span.error is not None and span.error.startswith("Invalid control")
        if control and self._text[span.end] not in "\r\n" and self._lenient > 0:
            span = self._decoded(start, _LENIENT)
            self._lenient -= span.end - start
        return span

    def _decoded(self, start: int, decoder: json.JSONDecoder) -> Span:
        try:
            value, end = decoder.raw_decode(self._text, start)
            value = peel(value).value if isinstance(value, str) else decode(self._text[start:end])
        except json.JSONDecodeError as error:
            return Span(start, error.pos, error=error.msg)
        except RecursionError:
            return Span(start, len(self._text), error="nested too deep")
        return Span(start, end, value)

    def _otherwise(self, start: int) -> Iterator[Span]:
        """What is no strict JSON: with comments or commas too many, or with every backslash doubled."""
        if (span := self._doubled(start)) is not None:
            yield span
        if self._text[start] != '"' and (end := self._closing(start)):
            for found in relaxed_value(self._text[start:end]):
                yield Span(start, end, found.value, how=found.notes[0].message)

    def _doubled(self, start: int) -> Span | None:
        """The value on a line of a table that databases copied out, in which every backslash is doubled."""
        end = self._text.find("\n", start)
        line = self._text[start : len(self._text) if end < 0 else end]
        if r"\\" not in line:
            return None
        try:
            value, length = _STRICT.raw_decode(line.replace(r"\\", "\\"))
        except (json.JSONDecodeError, RecursionError):
            return None
        taken = length + line.replace(r"\\", "\\")[:length].count("\\")
        return Span(start, start + taken, value)

    def _closing(self, start: int) -> int:
        """The end of what is in the brackets that open here; 0 where they are never closed, or were followed before."""
        if start < self._followed:
            return 0
        self._followed = len(self._text)
        place, depth = start, 0
        while piece := _PIECE.match(self._text, place):
            place = piece.end()
            depth += (piece.group() in "[{(") - (piece.group() in "]})")
            if not depth:
                self._followed = place
                return place
        return 0

    def _printed(self, start: int) -> Span | None:
        """The dict or list that Python printed."""
        end = self._closing(start)
        if not end or end - start > self._literals:
            return None
        self._literals -= end - start
        value = literals.literal(self._text[start:end])
        return None if value is None else Span(start, end, value, how=PYTHON)

    def _in_single_quotes(self, start: int) -> Span | None:
        """JSON in the quotes of a shell, of YAML or SQL (where a quote is doubled), or of JavaScript."""
        if start < self._quoted:
            return None
        match = _SINGLE_QUOTES.match(self._text, start)
        self._quoted = match.end() if match else len(self._text)
        for text in _unquoted(match[1]) if match else ():
            try:
                return Span(start, self._quoted, decode(text))
            except DecodeError:
                continue
        return None


def _unquoted(text: str) -> Iterator[str]:
    """What is in single quotes, first without doubled quotes, then without backslashes."""
    text = text.replace("''", "'")
    yield text
    if "\\" in text:
        yield _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[1]), text)
