"""The values of a saved text: the one that it is, or the lines of JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ...errors import DecodeError
from ...findings import Problem
from ..escaping import decode, peel, plain


@attrs.frozen
class Found:
    """One value, or the text of a line that is not decoded yet, with its place among several.

    `notes` say how it was found where it was not the whole text.
    """

    value: Any
    place: str | None = None
    notes: tuple[Problem, ...] = ()

    def decoded(self) -> Any:
        """The value, a line that is still text decoded; raises `DecodeError`."""
        if self.place is None or not isinstance(self.value, str | bytes):
            return self.value
        inside = peel(self.value).value
        return inside if isinstance(inside, dict | list) else decode(self.value)


def values_of(source: Any) -> Iterator[Found]:
    """The one value of a source, or each of several with its place: lines of JSON Lines.

    The lines are not decoded yet, so that one that is broken does not stop the others.
    """
    value = source
    if isinstance(source, str | bytes | bytearray | memoryview):
        text = plain(source)
        try:
            value = decode(text)
        except DecodeError:
            if lines := _json_lines(text):
                yield from lines
                return
            value = peel(text).value
            if not isinstance(value, Mapping | list):
                raise
    yield Found(peel(value).value if isinstance(value, str) else value)


def _json_lines(text: str | bytes) -> list[Found]:
    """The lines of a text with one JSON value on each, and their places; none where it is no such text."""
    split: list[str | bytes] = [*text.split("\n")] if isinstance(text, str) else [*text.split(b"\n")]
    lines = [Found(line, f"line {number}") for number, line in enumerate(split, 1) if line.strip()]
    return lines if len(lines) > 1 and any(_is_json(line.value) for line in lines[:3]) else []


def _is_json(line: str | bytes) -> bool:
    return isinstance(peel(line).value, dict | list)
