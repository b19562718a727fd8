"""JSON between other text: values one after the other, behind log prefixes or HTTP headers, in code fences.

Every character is looked at a bounded number of times: behind a value that is broken the search goes on where the
decoder stopped, and nothing inside it counts as a value of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ...errors import DecodeError
from ...text.values import counted
from .found import Found, note
from .spans import PYTHON, START, Span, Spans

_START_OF_LINE = re.compile(r"(?<=\n)[\[{]")
_BETWEEN = " \t\r\n,;\x1e"
"""What may be between values without being other text."""
_UNFINISHED = ("{", "[", ",", ":")
_LOOK_BACK = 200
_HEADERS = re.compile(r"(?m)^[<> ]*HTTP/\d")
_CALL = re.compile(r"\s*(?:/\*\*/\s*)?([\w$.]+)\s*\(\s*\Z")
_FENCE = re.compile(r"(?m)^[ \t]*(?:```|~~~)[^\n]*\n\s*\Z")


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
    gaps = [text[first.end : second.start] for first, second in pairwise([Span(0, 0), *spans])]
    is_loose = any(gap.strip(_BETWEEN) for gap in (*gaps, text[spans[-1].end :]))
    rows = zip(spans, gaps, places, ends, _labels(places), range(1, len(spans) + 1))
    return [
        Found(
            span.value,
            label if len(spans) > 1 else None,
            note(_read_as(span, place) or _how(gap, place) if is_loose else _in_a_row(number, len(spans), place)),
            is_loose,
            DecodeError("", f"no valid JSON {_reason(span, end)}") if span.error else None,
        )
        for span, gap, place, end, label, number in rows
    ]


def _spans(text: str) -> Iterator[Span]:
    """The values of a text in order, and those that are broken."""
    spans = Spans(text)
    place = 0
    while match := START.search(text, place):
        span = spans.span_at(match)
        if span is None:
            place = match.start() + 1
            continue
        if span.error or isinstance(span.value, dict | list | tuple):
            yield span
        place = _after_broken(text, span) if span.error else span.end


def _after_broken(text: str, span: Span) -> int:
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


def _reason(span: Span, end: tuple[int, int]) -> str:
    """Where a value is broken, and what is wrong there."""
    line, column = end
    what = str(span.error).removesuffix(" at").removesuffix(" starting")
    return f"at line {line} column {column}: {what[:1].lower()}{what[1:]}"


def _read_as(span: Span, place: tuple[int, int]) -> str:
    """How a value was read that is no plain JSON."""
    if span.how == PYTHON:
        return f"{PYTHON}, between other text from line {place[0]} on"
    return f"{span.how}, in JSON between other text at line {place[0]} column {place[1]}" if span.how else ""


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
