"""A sentence that does not fit, cut into cues: the best of all ways, not the first that comes along.

Dynamic programming over the places where the text may be broken. A cue is as wide as the limits allow
at most, so every place has a bounded number of places before it, and the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from ..limits import HARD_PAUSE_MS, ORPHAN_SHARE, Limits
from .lines import Measured, lines_needed

_CUE = 0.6
_END_COST = (0.0, 0.25, 0.8, 1.2, 2.5, 3.5)
"""What it costs to end a cue, by the quality of the place."""
_ORPHAN = 2.0
_TOO_FAST = 0.6
_TOO_LONG = 4.0
_ROOM_LEFT = 0.3
_NEVER = 1e6
_MOST_PLACES = 64
"""The most places inside one cue: a bound for profiles without a width."""


@attrs.frozen
class Spoken:
    """A measured text with the time at each of its places: where what is before it ends, and what is after starts."""

    text: Measured
    ends_ms: tuple[int, ...]
    starts_ms: tuple[int, ...]


def pieces_of(spoken: Spoken, limits: Limits) -> list[tuple[int, int]]:
    """The stretches of a text that become cues, from place to place, at the least cost."""
    text = spoken.text
    pauses = [start - end >= HARD_PAUSE_MS for start, end in zip(spoken.starts_ms, spoken.ends_ms, strict=True)]
    costs, origins = [0.0], [0]
    for last in range(1, text.last + 1):
        ending = _END_COST[text.qualities[last]] if last < text.last else 0.0
        end, end_ms = text.ends[last], spoken.ends_ms[last]
        cheapest, origin, across = float("inf"), last - 1, 0.0
        for first in range(last - 1, max(last - _MOST_PLACES, 0) - 1, -1):
            width = end - text.begins[first]
            if last - first > 1 and not _fits(text, first, last, width, limits):
                break
            across += _NEVER if first + 1 < last and pauses[first + 1] else 0.0
            cost = costs[first] + across + _cost(width, end_ms - spoken.starts_ms[first], limits)
            if cost < cheapest:
                cheapest, origin = cost, first
        costs.append(cheapest + ending)
        origins.append(origin)
    return _traced(origins)


def fits(text: Measured, first: int, last: int, limits: Limits) -> bool:
    """Whether a stretch can be set in the lines of the profile."""
    return _fits(text, first, last, text.width(first, last), limits)


def _fits(text: Measured, first: int, last: int, width: float, limits: Limits) -> bool:
    limit, lines = limits.line_width, limits.lines
    if width <= limit:
        return True
    if lines is not None and (width > limit * lines or lines_needed(text, first, last, limit) > lines):
        return False
    return all(text.ends[place + 1] - text.begins[place] <= limit for place in range(first, last))


def _cost(width: float, duration_ms: int, limits: Limits) -> float:
    """What a cue costs beside its end: itself, orphans, haste, and what is too long or too short."""
    line = limits.line_width if limits.has_line_width else max(width, 1.0)
    room = line * (limits.lines or 1)
    cost = _CUE + (_ROOM_LEFT * (1 - width / room) ** 2 if width < room else 0.0)
    if width < line / ORPHAN_SHARE:
        cost += _ORPHAN * (1 - ORPHAN_SHARE * width / line)
    if duration_ms < limits.min_duration_ms:
        cost += _ORPHAN * (1 - (duration_ms / limits.min_duration_ms if duration_ms > 0 else 0.0))
    if limits.max_duration_ms is not None and duration_ms > limits.max_duration_ms:
        cost += _TOO_LONG * duration_ms / limits.max_duration_ms
    speed = limits.characters_per_second
    if width * 1000 > speed * duration_ms:
        haste = width * 1000 / (speed * duration_ms) - 1 if duration_ms > 0 else 1.0
        cost += _TOO_FAST * (haste if haste < 1 else 1.0)
    return cost


def _traced(origins: Sequence[int]) -> list[tuple[int, int]]:
    """The way that led to the end."""
    edges = [len(origins) - 1]
    while edges[-1] > 0:
        edges.append(origins[edges[-1]])
    return list(pairwise(reversed(edges)))
