"""The usual case of breaking lines, at a fraction of the work: a text that fits one or two of them.

Only the places at which both lines fit are looked at. `in_lines` is the fast path of `break_points`, `whole_words`,
`measured` and `wrapped` after each other: it gives what they give, or `None` for what is not as usual.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...text.widths import widths_reached
from ..limits import Limits
from .breaks import INSIDE, BreakPoint, break_points, phrase_ends
from .lines import BREAK_COST, line_cost

_UNUSUAL_SPACE = re.compile("[^\\S \u3000]")


def in_lines(text: str, after: int, word_ends: Sequence[int], limits: Limits) -> tuple[str, ...] | None:
    """The lines of a text that fits one or two of them, broken behind its first `after` characters."""
    width = limits.width(text)
    if 0 < width <= limits.line_width:
        return (text,)
    if limits.lines == 1 or width > 2 * limits.line_width:
        return None
    return in_two_lines(text, after, word_ends, limits.line_width, limits.language)


def in_two_lines(
    text: str, after: int, word_ends: Sequence[int], limit: float, language: str
) -> tuple[str, str] | None:
    """The two lines of a text that is wider than one, broken behind its first `after` characters.

    A place at which both lines fit is cheaper than any at which one does not, and where there is one, no word is
    wider than a line: so the other places need not be known. That holds for limits of whole and half characters.
    """
    widths = widths_reached(text, language)
    total = widths[-1]
    if not limit < total <= 2 * limit or limit * 2 % 1 or _UNUSUAL_SPACE.search(text):
        return None
    first, last = max(bisect_left(widths, total - limit), after + 1), bisect_right(widths, limit) - 1
    while text[last] in " \u3000":
        last += 1
    phrases = phrase_ends(text, language, first - 1, last)
    places = [place for place in break_points(text, word_ends, phrases, first, last) if place.quality != INSIDE]
    if not places:
        return None
    even = total / 2

    def cost(place: BreakPoint) -> float:
        before, behind = widths[len(text[: place.index].rstrip())], total - widths[place.index]
        return line_cost(before, even, limit) + BREAK_COST[place.quality] + line_cost(behind, even, limit)

    cut = min(places, key=cost).index
    return text[:cut].rstrip(), text[cut:]
