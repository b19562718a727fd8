"""A sentence that does not fit, cut into cues: the best of all ways, not the first that comes along.

Dynamic programming over the places where the text may be broken. A cue is as wide as the limits allow
at most, so every place has a bounded number of places before it, and the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from ..profiles import Profile
from .lines import Measured, lines_needed

HARD_PAUSE_MS = 3000
"""A silence that no cue reaches across."""

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


def pieces_of(spoken: Spoken, profile: Profile, language: str) -> list[tuple[int, int]]:
    """The stretches of a text that become cues, from place to place, at the least cost."""
    text = spoken.text
    limit, speed = profile.width_for(language), profile.speed_for(language)
    pauses = [start - end >= HARD_PAUSE_MS for start, end in zip(spoken.starts_ms, spoken.ends_ms, strict=True)]
    costs, origins = [0.0], [0]
    for last in range(1, text.last + 1):
        ending = _END_COST[text.qualities[last]] if last < text.last else 0.0
        end, end_ms = text.ends[last], spoken.ends_ms[last]
        cheapest, origin, across = float("inf"), last - 1, 0.0
        for first in range(last - 1, max(last - _MOST_PLACES, 0) - 1, -1):
            width = end - text.begins[first]
            if last - first > 1 and not _fits(text, first, last, width, limit, profile.lines):
                break
            across += _NEVER if first + 1 < last and pauses[first + 1] else 0.0
            cost = costs[first] + across + _cost(width, end_ms - spoken.starts_ms[first], limit, speed, profile)
            if cost < cheapest:
                cheapest, origin = cost, first
        costs.append(cheapest + ending)
        origins.append(origin)
    return _traced(origins)


def fits(text: Measured, first: int, last: int, profile: Profile, language: str) -> bool:
    """Whether a stretch can be set in the lines of the profile."""
    return _fits(text, first, last, text.width(first, last), profile.width_for(language), profile.lines)


def _fits(text: Measured, first: int, last: int, width: float, limit: float | None, lines: int | None) -> bool:
    if limit is None or width <= limit:
        return True
    if lines is not None and (width > limit * lines or lines_needed(text, first, last, limit) > lines):
        return False
    return all(text.ends[place + 1] - text.begins[place] <= limit for place in range(first, last))


def _cost(width: float, duration_ms: int, limit: float | None, speed: float | None, profile: Profile) -> float:
    """What a cue costs beside its end: itself, orphans, haste, and what is too long or too short."""
    line = limit or max(width, 1.0)
    room = line * (profile.lines or 1)
    cost = _CUE + (_ROOM_LEFT * (1 - width / room) ** 2 if width < room else 0.0)
    if width < line / 5:
        cost += _ORPHAN * (1 - 5 * width / line)
    if duration_ms < profile.min_duration_ms:
        cost += _ORPHAN * (1 - (duration_ms / profile.min_duration_ms if duration_ms > 0 else 0.0))
    if profile.max_duration_ms is not None and duration_ms > profile.max_duration_ms:
        cost += _TOO_LONG * duration_ms / profile.max_duration_ms
    if speed is not None and width * 1000 > speed * duration_ms:
        haste = width * 1000 / (speed * duration_ms) - 1 if duration_ms > 0 else 1.0
        cost += _TOO_FAST * (haste if haste < 1 else 1.0)
    return cost


def _traced(origins: Sequence[int]) -> list[tuple[int, int]]:
    """The way that led to the end."""
    edges = [len(origins) - 1]
    while edges[-1] > 0:
        edges.append(origins[edges[-1]])
    return list(pairwise(reversed(edges)))
