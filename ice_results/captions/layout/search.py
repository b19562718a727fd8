"""One search for the cues of a text and the lines inside them, at the least cost.

Dynamic programming over the places where the text may be broken. What a cue costs contains what its own best line
breaks cost, so that cues are not cut where their lines cannot be. A cue ends where it no longer fits, and at most
`MOST_PLACES` places after it begins, so the time is linear in the text: for each place the cues that end there, for
each of these the places inside it.

Costs are in bad breaks: a line that ends at a place which is bad for certain costs 1.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import inf

import attrs

from ..limits import HARD_PAUSE_MS, ORPHAN_SHARE, Limits

MOST_PLACES = 64
"""The most places inside one cue: a bound for profiles without a width."""

CUE_END = 1.5
"""What a bad end of a cue costs: the eye has gone when the rest comes."""

_UNEVEN = 0.15
_ROOM_LEFT = 0.05
_ORPHAN_CUE = 2.0
_NARROW_CUE = 0.6
_ORPHAN_LINE = 1.0
_TOO_FAST = 0.3
_TOO_LONG = 4.0
_TOO_SHORT = 2.0
_TOO_WIDE = 100.0


@attrs.frozen
class Passage:
    """A text at its places, which are counted from 0, its start, to `last`, its end.

    `begins[n]` is the width of the text before place n, `ends[n]` the same without the white space just before the
    place: the width from place a to place b is `ends[b] - begins[a]`. `costs[n]` is what a line costs that ends
    there. What is before place n is said until `ends_ms[n]`, what is after it from `starts_ms[n]`.
    """

    begins: Sequence[float]
    ends: Sequence[float]
    costs: Sequence[float]
    ends_ms: Sequence[int]
    starts_ms: Sequence[int]

    @property
    def last(self) -> int:
        """The number of the end of the text."""
        return len(self.begins) - 1

    def width(self, first: int, last: int) -> float:
        """The width from one place to another, without white space at the end."""
        return self.ends[last] - self.begins[first]


def best_cues(passage: Passage, limits: Limits, cue_price: float) -> list[tuple[int, ...]]:
    """The cues of a text, each as the places at which its lines begin and, last, where it ends."""
    totals: list[float] = [0.0]
    cues: list[tuple[int, ...]] = [(0,)]
    earliest = 0
    for last in range(1, passage.last + 1):
        if last > 1 and passage.starts_ms[last - 1] - passage.ends_ms[last - 1] >= HARD_PAUSE_MS:
            earliest = last - 1
        ending = CUE_END * passage.costs[last] if last < passage.last else 0.0
        total, found = _best_end(passage, limits, last, max(earliest, last - MOST_PLACES), totals, cue_price)
        totals.append(total + ending)
        cues.append(found)
    return _traced(cues)


def whole_cue(passage: Passage, first: int, last: int, limits: Limits) -> tuple[int, ...] | None:
    """A stretch as one cue, the places at which its lines begin and where it ends; `None` where it does not fit one."""
    if passage.width(first, last) <= limits.line_width:
        return first, last
    return (
        (first, *line_breaks(passage, first, last, limits)[1], last)
        if may_fit_lines(passage, first, last, limits)
        else None
    )


def _best_end(
    passage: Passage, limits: Limits, last: int, earliest: int, totals: Sequence[float], cue_price: float
) -> tuple[float, tuple[int, ...]]:
    """The least cost of a text up to a place where a cue ends, and the places of that cue."""
    begins, width_limit, two = passage.begins, limits.line_width, limits.lines == 2
    end, end_ms = passage.ends[last], passage.ends_ms[last]
    best: float = inf
    found: tuple[int, ...] = (last - 1, last)
    for first in range(last - 1, earliest - 1, -1):
        width = end - begins[first]
        fits_line = width <= width_limit or first == last - 1
        if not fits_line and not (width <= 2 * width_limit if two else may_fit_lines(passage, first, last, limits)):
            break
        cost = totals[first] + cue_price
        if cost >= best:
            continue
        cost += cue_cost(width, end_ms - passage.starts_ms[first], limits)
        if fits_line:
            if cost < best:
                best, found = cost, (first, last)
        elif cost < best:
            # Of two lines it is quicker to see by the search for their break whether they fit.
            breaks_cost, breaks = (
                _two_lines(passage, first, last, width_limit, best - cost)
                if two
                else line_breaks(passage, first, last, limits)
            )
            if cost + breaks_cost < best:
                best, found = cost + breaks_cost, (first, *breaks, last)
    return best, found


def may_fit_lines(passage: Passage, first: int, last: int, limits: Limits) -> bool:
    """Whether a stretch that is wider than a line can be set in the lines that a cue may have."""
    width, lines = limits.line_width, limits.lines
    if lines is not None and passage.width(first, last) > lines * width:
        return False
    needed = lines_needed(passage, first, last, width)
    return needed is not None and (lines is None or needed <= lines)


def lines_needed(passage: Passage, first: int, last: int, limit: float) -> int | None:
    """The fewest lines that a stretch takes, `None` where something in it is wider than a line."""
    count = 0
    while first < last:
        reached = bisect_right(passage.ends, passage.begins[first] + limit, first + 1, last + 1) - 1
        if reached <= first:
            return None
        first, count = reached, count + 1
    return count


def cue_cost(width: float, duration_ms: int, limits: Limits) -> float:
    """What a cue costs beside its breaks: room that it leaves, haste, and being too narrow, too long or too short."""
    line = limits.line_width if limits.line_width < inf else max(width, 1.0)
    room = line * (limits.lines or 1)
    cost = _ROOM_LEFT * (1 - width / room) ** 2 if width < room else 0.0
    if width * 2 < line:
        cost += _NARROW_CUE * (1 - 2 * width / line)
        if width * ORPHAN_SHARE < line:
            cost += _ORPHAN_CUE * (1 - ORPHAN_SHARE * width / line)
    if duration_ms < limits.min_duration_ms:
        cost += _TOO_SHORT * (1 - max(duration_ms, 0) / limits.min_duration_ms)
    elif limits.is_too_long(duration_ms) and limits.max_duration_ms and width * ORPHAN_SHARE >= 2 * line:
        cost += _TOO_LONG * duration_ms / limits.max_duration_ms
    readable_ms = width * 1000 / limits.characters_per_second
    if readable_ms > duration_ms:
        cost += _TOO_FAST * min(readable_ms / duration_ms - 1, 1.0) if duration_ms > 0 else _TOO_FAST
    return cost


def line_breaks(passage: Passage, first: int, last: int, limits: Limits) -> tuple[float, tuple[int, ...]]:
    """The least cost of breaking a stretch into the fewest lines that hold it, and where."""
    begins, ends, limit = passage.begins, passage.ends, limits.line_width
    count = lines_needed(passage, first, last, limit) or 2
    if count == 2:
        return _two_lines(passage, first, last, limit)
    even = passage.width(first, last) / count
    best: dict[int, tuple[float, tuple[int, ...]]] = {first: (0.0, ())}
    for line in range(1, count):
        left = (count - line) * limit
        low = bisect_left(begins, ends[last] - left, first + 1, last)
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for place in range(low, last):
            found = _cheapest(passage, best, place, even, limit)
            if found is None:
                break
            reached[place] = (found[0] + passage.costs[place], (*found[1], place))
        best = reached
    return _cheapest(passage, best, last, even, limit) or (inf, ())


def _two_lines(
    passage: Passage, first: int, last: int, limit: float, most: float = inf
) -> tuple[float, tuple[int, ...]]:
    """The same for two lines, the usual case: the places at which both fit, infinity where none costs less than
    `most`."""
    begins, ends, costs = passage.begins, passage.ends, passage.costs
    begin, end = begins[first], ends[last]
    even = (end - begin) / 2
    best = most
    found: tuple[int, ...] = ()
    for place in range(bisect_left(begins, end - limit, first + 1, last), last):
        before = ends[place] - begin
        if before > limit:
            break
        if costs[place] < best:
            cost = costs[place] + line_cost(before, even, limit) + line_cost(end - begins[place], even, limit)
            if cost < best:
                best, found = cost, (place,)
    return (best if found else inf), found


def _cheapest(
    passage: Passage, best: dict[int, tuple[float, tuple[int, ...]]], place: int, even: float, limit: float
) -> tuple[float, tuple[int, ...]] | None:
    """The cheapest way to end a line at a place, `None` where no line that fits ends there."""
    end = passage.ends[place]
    return min(
        (
            (cost + line_cost(end - passage.begins[start], even, limit), breaks)
            for start, (cost, breaks) in best.items()
            if start < place and end - passage.begins[start] <= limit
        ),
        default=None,
    )


def line_cost(width: float, even: float, limit: float) -> float:
    """What a line costs beside its break: being wider or narrower than the others, or very narrow."""
    cost = _UNEVEN / 2 * ((width - even) / even) ** 2
    return cost + _ORPHAN_LINE * (1 - ORPHAN_SHARE * width / limit) if width * ORPHAN_SHARE < limit else cost


def _traced(cues: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The cues that led to the last one."""
    found = [cues[-1]]
    while found[-1][0] > 0:
        found.append(cues[found[-1][0]])
    return found[::-1]
