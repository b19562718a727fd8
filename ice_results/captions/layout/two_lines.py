"""The usual case of breaking lines, at a fraction of the work: a text that fits one or two of them.

Only the places at which both lines fit are looked at. `in_lines` is the fast path of the search: it gives what that
gives, or `None` for what is not as usual. A cue of two lines that costs less than what two cues cost for being two is
the best there is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from math import inf

from ...text.kinsoku import SPACES
from ...text.widths import widths_reached
from ..limits import Limits
from .costs import CLAUSE, OPENING, costs_in, end_cost
from .models import cue_price
from .passages import free_places
from .search import cue_cost, line_cost


def in_lines(
    text: str,
    begin: int,
    word_ends: Sequence[int],
    duration_ms: int,
    limits: Limits,
    clause_ends: Collection[int] = (),
) -> tuple[str, ...] | None:
    """The lines of a text that fits one or two of them, broken behind its first `begin` characters; `clause_ends` are
    places that are known to end a clause."""
    width = limits.width(text)
    if 0 < width <= limits.line_width:
        return (text,)
    if limits.lines == 1 or width > 2 * limits.line_width:
        return None
    return _in_two_lines(text, begin, word_ends, duration_ms, limits, clause_ends)


def _in_two_lines(
    text: str, begin: int, word_ends: Sequence[int], duration_ms: int, limits: Limits, clause_ends: Collection[int]
) -> tuple[str, str] | None:
    """The two lines of a text that is wider than one, broken behind its first `begin` characters."""
    limit, widths = limits.line_width, widths_reached(text, limits.group)
    total = widths[-1]
    if not limit < total <= 2 * limit:
        return None
    even, cost_at, best, cut = total / 2, costs_in(limits.language), inf, 0
    within: list[tuple[int, float]] = []
    for index in free_places(text, limits, word_ends, *_reach(widths, limit, begin)):
        before, behind = widths[len(text[:index].rstrip(SPACES))], total - widths[index]
        if before > limit:
            break
        ending, cost = end_cost(text, index), line_cost(before, even, limit) + line_cost(behind, even, limit)
        if index in clause_ends:
            ending = CLAUSE if ending is None else min(ending, CLAUSE)
        if ending is None:
            within.append((index, cost))
        elif cost + ending < best:
            best, cut = cost + ending, index
    if best >= OPENING:  # else no place within a clause can cost less
        best, cut = min([(best, cut), *((cost + cost_at(text, index, word_ends), index) for index, cost in within)])
    if best + cue_cost(total, duration_ms, limits) > cue_price(limits.language):
        return None
    return text[:cut].rstrip(SPACES), text[cut:]


def _reach(widths: Sequence[float], limit: float, begin: int) -> tuple[int, int]:
    """The first and last place at which both lines of a text may fit."""
    return max(bisect_left(widths, widths[-1] - limit), begin + 1), bisect_right(widths, limit)
