"""A sentence that does not fit, cut into cues: the best of all ways, not the first that comes along.

Dynamic programming over the places where the text may be broken. A cue is as wide as the limits allow
at most, so every place has a bounded number of places before it, and the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from .breaks import INSIDE
from .profiles import Profile
from .wrapping import Measured, lines_needed

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


@attrs.frozen
class Spoken:
    """A measured text with the time at each of its places: where what is before it ends, and what is after starts."""

    text: Measured
    ends_ms: tuple[int, ...]
    starts_ms: tuple[int, ...]


def pieces_of(spoken: Spoken, profile: Profile, language: str) -> list[tuple[int, int]]:
    """The stretches of a text that become cues, from place to place, at the least cost."""
    text = spoken.text
    pauses = [start - end >= HARD_PAUSE_MS for start, end in zip(spoken.starts_ms, spoken.ends_ms, strict=True)]
    costs, origins = [0.0], [0]
    for last in range(1, text.last + 1):
        ending = _END_COST[text.qualities[last]] if last < text.last else 0.0
        cheapest, origin, across = float("inf"), last - 1, 0.0
        for first in range(last - 1, -1, -1):
            if last - first > 1 and not fits(text, first, last, profile, language):
                break
            across += _NEVER if first + 1 < last and pauses[first + 1] else 0.0
            duration = spoken.ends_ms[last] - spoken.starts_ms[first]
            cost = costs[first] + across + _cost(text.width(first, last), duration, profile, language)
            if cost < cheapest:
                cheapest, origin = cost, first
        costs.append(cheapest + ending)
        origins.append(origin)
    return _traced(origins)


def fits(text: Measured, first: int, last: int, profile: Profile, language: str) -> bool:
    """Whether a stretch can be set in the lines of the profile."""
    limit = profile.width_for(language)
    if limit is None or profile.lines is None or text.width(first, last) <= limit:
        return True
    if text.width(first, last) > limit * profile.lines:
        return False
    if lines_needed(text, first, last, limit) > profile.lines or not _no_line_too_wide(text, first, last, limit):
        return False
    return profile.lines != 2 or _has_good_place(text, first, last, limit)


def _has_good_place(text: Measured, first: int, last: int, limit: float) -> bool:
    """Whether two lines can be had without breaking a word; a sentence of one word has no better place."""
    inside = text.qualities[first + 1 : last]
    return all(quality == INSIDE for quality in inside) or any(
        text.qualities[place] != INSIDE and text.width(first, place) <= limit and text.width(place, last) <= limit
        for place in range(first + 1, last)
    )


def _no_line_too_wide(text: Measured, first: int, last: int, limit: float) -> bool:
    return all(text.width(place, place + 1) <= limit for place in range(first, last))


def _cost(width: float, duration_ms: int, profile: Profile, language: str) -> float:
    """What a cue costs beside its end: itself, orphans, haste, and what is too long or too short."""
    limit = profile.width_for(language) or max(width, 1.0)
    cost = _CUE + _ROOM_LEFT * (1 - min(width / (limit * (profile.lines or 1)), 1.0)) ** 2
    if width < limit / 5:
        cost += _ORPHAN * (1 - 5 * width / limit)
    if duration_ms < profile.min_duration_ms:
        cost += _ORPHAN * (1 - max(duration_ms, 0) / profile.min_duration_ms)
    if profile.max_duration_ms is not None and duration_ms > profile.max_duration_ms:
        cost += _TOO_LONG * duration_ms / profile.max_duration_ms
    speed = profile.speed_for(language)
    if speed is not None and width * 1000 > speed * max(duration_ms, 1):
        cost += _TOO_FAST * min(width * 1000 / (speed * max(duration_ms, 1)) - 1, 1.0)
    return cost


def _traced(origins: Sequence[int]) -> list[tuple[int, int]]:
    """The way that led to the end."""
    edges = [len(origins) - 1]
    while edges[-1] > 0:
        edges.append(origins[edges[-1]])
    return list(pairwise(reversed(edges)))
