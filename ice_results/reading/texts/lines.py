"""JSON Lines: a value on each line, some of which may be torn."""

from __future__ import annotations

from typing import Any

import attrs

from ..escaping import peel
from .found import Found

_SEEN = 3
"""So many lines are looked at for one that is whole."""
_OPENINGS = frozenset(["{", "[", '"', "\\", b"{", b"[", b'"', b"\\"])
_COMMAS = frozenset([",", b","])


def json_lines(text: str | bytes) -> list[Found]:
    """The lines of a text that all begin like JSON, each with its place; none where it is no such text.

    All but the first few are not decoded yet, so that one that is torn stops no other.
    """
    split: list[str | bytes] = [*text.split("\n")] if isinstance(text, str) else [*text.split(b"\n")]
    lines = [Found(line, f"line {number}") for number, line in enumerate(split, 1) if line.strip()]
    if len(lines) < 2 or not all(_begins_like_json(line.value) for line in lines):
        return []
    seen = [attrs.evolve(line, value=_whole(line.value)) for line in lines[:_SEEN]]
    return [*seen, *lines[_SEEN:]] if any(isinstance(line.value, dict | list) for line in seen) else []


def _begins_like_json(line: str | bytes) -> bool:
    """Whether a line begins with an object, a list or text, and is neither a bracket nor an item of a list."""
    stripped = line.strip()
    return stripped[:1] in _OPENINGS and stripped[-1:] not in _COMMAS and len(stripped) > 1


def _whole(line: str | bytes) -> Any:
    """The object or list on a line; the line itself where it is torn."""
    value = peel(line).value
    return value if isinstance(value, dict | list) else line
