"""JSON between other text: values one after the other, behind log prefixes or HTTP headers, in code fences.

Every character is looked at a bounded number of times: behind a value that is broken the search goes on where the
decoder stopped, and nothing inside it counts as a value of its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import attrs

from ...errors import DecodeError
from ...text.values import counted
from ..escaping import decode, peel
from .found import Found, note

_BLANKS = r"(?:\s|\\[nrt])*"
_START = re.compile(rf'\{{\s*"|\[\s*(?:\{{\s*"|"\s*[\[{{])|"{_BLANKS}(?:\[{_BLANKS})?\{{{_BLANKS}\\+"')
"""An object with a key, a list of objects or of JSON as text, and JSON as text."""
_START_OF_LINE = re.compile(r"(?<=\n)[\[{]")
_BETWEEN = " \t\r\n,;\x1e"
"""What may be between values without being other text."""
_UNFINISHED = ("{", "[", ",", ":")
_LOOK_BACK = 200
_LENIENT_SHARE = 4
"""How much of a text is decoded once more with control characters in strings, in times its length."""
_HEADERS = re.compile(r"(?m)^[<> ]*HTTP/\d")
_CALL = re.compile(r"\s*(?:/\*\*/\s*)?([\w$.]+)\s*\(\s*\Z")
_FENCE = re.compile(r"(?m)^[ \t]*(?:```|~~~)[^\n]*\n\s*\Z")

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
class _Span:
    """A value or the error of a broken one, and where it begins and ends."""

    start: int
    end: int
    value: Any = None
    error: str | None = None


def values_between_text(text: str) -> list[Found]:
    """Every value between other text, each with its place and how it was found; none where there is none.

    Raises `DecodeError` where all JSON is broken and there is other text before it.
    """
    spans = list(_spans(text))
    places, ends = (_places_of(text, each) for each in ([span.start for span in spans], [span.end for span in spans]))
    if all(span.error for span in spans):
        if spans and text[: spans[0].start].strip():
            line, column = places[0]
            raise DecodeError("", f"the JSON at line {line} column {column} is broken {_reason(spans[0], ends[0])}")
        return []
    gaps = [text[first.end : second.start] for first, second in pairwise([_Span(0, 0), *spans])]
    is_loose = any(gap.strip(_BETWEEN) for gap in (*gaps, text[spans[-1].end :]))
    rows = zip(spans, gaps, places, ends, _labels(places), range(1, len(spans) + 1))
    return [
        Found(
            span.value,
            label if len(spans) > 1 else None,
            note(_how(gap, place) if is_loose else _in_a_row(number, len(spans), place)),
            is_loose,
            DecodeError("", f"no valid JSON {_reason(span, end)}") if span.error else None,
        )
        for span, gap, place, end, label, number in rows
    ]


def _spans(text: str) -> Iterator[_Span]:
    """The values of a text in order, and those that are broken."""
    text = _Uncounted(text)
    place, lenient = 0, _LENIENT_SHARE * len(text)
    while match := _START.search(text, place):
        start = match.start()
        span = _span_at(text, start, _STRICT)
        # Line ends inside strings are left to fail: they are more often the end of a broken value than part of a text.
        if span.error and span.error.startswith("Invalid control") and text[span.end] not in "\r\n" and lenient > 0:
            span = _span_at(text, start, _LENIENT)
            lenient -= span.end - start
        if span.error or isinstance(span.value, dict | list):
            yield span
        place = _after_broken(text, span) if span.error else span.end


def _span_at(text: str, start: int, decoder: json.JSONDecoder) -> _Span:
    try:
        value, end = decoder.raw_decode(text, start)
        value = peel(value).value if isinstance(value, str) else decode(text[start:end])
    except json.JSONDecodeError as error:
        return _Span(start, error.pos, error=error.msg)
    except RecursionError:
        return _Span(start, len(text), error="nested too deep")
    return _Span(start, end, value)


def _after_broken(text: str, span: _Span) -> int:
    """Where to look for the next value: on the next line, behind a value of several lines where one begins a line."""
    end_of_line = text.find("\n", span.start)
    if span.end <= end_of_line:
        return end_of_line
    for match in _START_OF_LINE.finditer(text, span.end):
        before = text[max(span.start, match.start() - _LOOK_BACK) : match.start()]
        if not before.rstrip().endswith(_UNFINISHED):
            return match.start()
    return len(text)


def _places_of(text: str, positions: Iterable[int]) -> list[tuple[int, int]]:
    """The line and the column of each of some positions in ascending order."""
    line, begin, last = 1, 0, 0
    found: list[tuple[int, int]] = []
    for position in positions:
        if (newline := text.rfind("\n", last, position)) >= 0:
            line += text.count("\n", last, position)
            begin = newline + 1
        last = position
        found.append((line, position - begin + 1))
    return found


def _labels(places: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The names of places: by the line, and by the column too where several are on one line."""
    lines = [line for line, _ in places]
    for index, (line, column) in enumerate(places):
        shares = line in (lines[index - 1] if index else 0, *lines[index + 1 : index + 2])
        yield f"line {line} column {column}" if shares else f"line {line}"


def _reason(span: _Span, end: tuple[int, int]) -> str:
    """Where a value is broken, and what is wrong there."""
    line, column = end
    what = str(span.error).removesuffix(" at").removesuffix(" starting")
    return f"at line {line} column {column}: {what[:1].lower()}{what[1:]}"


def _in_a_row(number: int, count: int, place: tuple[int, int]) -> str:
    if count == 1:
        return "a comma or semicolon beside the JSON was passed over"
    return f"JSON value {number} of {count} in a row, at line {place[0]} column {place[1]}"


def _how(gap: str, place: tuple[int, int]) -> str:
    """How a value was found, from the text before it."""
    line, column = place
    if headers := _HEADERS.search(gap):
        count = sum(1 for each in gap[headers.start() :].split("\n") if each.strip())
        return f"JSON found after {counted(count, 'line')} of HTTP headers"
    tail = gap[-_LOOK_BACK:]
    if call := _CALL.match(tail):
        return f"JSON found in a call of {call[1]}()"
    if _FENCE.search(tail):
        return f"JSON found in a Markdown code fence, at line {line}"
    return f"JSON found between other text, at line {line} column {column}"
