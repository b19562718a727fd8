"""Lines of a cue: as few as it takes, broken at the best places, of even length."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import attrs

from ...text.widths import widths_reached
from ..limits import Limits
from .breaks import INSIDE, SENTENCE, BreakPoint

BREAK_COST = (0.0, 0.02, 0.14, 0.18, 0.4, 1.2)
"""What a break costs by the quality of its place, beside the unevenness of the lines (0 to 1)."""


@attrs.frozen
class Measured:
    """A text that is ready to be cut at its places, which are counted from 0, its start, to `last`, its end.

    `begins[n]` is the width of the text before place n, `ends[n]` the same without the white space just
    before the place: the width from place a to place b is `ends[b] - begins[a]`.
    """

    text: str
    indices: tuple[int, ...]
    qualities: tuple[int, ...]
    begins: tuple[float, ...]
    ends: tuple[float, ...]

    @property
    def last(self) -> int:
        """The number of the end of the text."""
        return len(self.indices) - 1

    def width(self, first: int, last: int) -> float:
        """The width from one place to another, without white space at the end."""
        return self.ends[last] - self.begins[first]

    def stretch(self, first: int, last: int) -> str:
        """The text from one place to another, without white space around it."""
        return self.text[self.indices[first] : self.indices[last]].strip()


def whole_words(places: Sequence[BreakPoint], text: str, limits: Limits) -> list[BreakPoint]:
    """The places but those inside words, which are kept only in a word that is wider than a line."""
    kept: list[BreakPoint] = []
    pending: list[BreakPoint] = []
    start = 0
    for place in [*places, BreakPoint(len(text), SENTENCE)]:
        if place.quality == INSIDE:
            pending.append(place)
            continue
        if pending and not limits.fits_line(text[start : place.index].strip()):
            kept += pending
        pending, start = [], place.index
        kept.append(place)
    return kept[:-1]


def measured(text: str, places: Sequence[BreakPoint], language: str) -> Measured:
    """A text without white space around it, measured once, so that any stretch of it has its width at once."""
    indices = (0, *(place.index for place in places), len(text))
    reached = widths_reached(text, language)
    begins, ends = [0.0], [0.0]
    for first, last in pairwise(indices):
        ends.append(reached[first + len(text[first:last].rstrip())])
        begins.append(reached[last])
    return Measured(text, indices, (0, *(place.quality for place in places), 0), tuple(begins), tuple(ends))


def lines_needed(text: Measured, first: int, last: int, limit: float) -> int:
    """The fewest lines that a stretch takes; what is wider than a line and has no place takes one of its own."""
    count = 1
    while True:
        reached = bisect_right(text.ends, text.begins[first] + limit, first + 1, last + 1) - 1
        if reached >= last:
            return count
        first = max(reached, first + 1)
        if first >= last:
            return count
        count += 1


def wrapped(text: Measured, first: int, last: int, limit: float, most: int) -> tuple[str, ...]:
    """The lines of a stretch: the fewest that hold it, at the places that cost least.

    Where it does not fit, it has `most` lines at most, and the widest is as narrow as can be.
    """
    count = min(lines_needed(text, first, last, limit), most, last - first)
    edges = [first, *_best_cuts(text, first, last, limit, count), last]
    return tuple(line for line in (text.stretch(*edge) for edge in pairwise(edges)) if line)


def _best_cuts(text: Measured, first: int, last: int, limit: float, count: int) -> tuple[int, ...]:
    """Where to cut a stretch into `count` lines: dynamic programming over the places, line by line."""
    if count == 1:
        return ()
    even = text.width(first, last) / count or 1.0
    best: dict[int, tuple[float, tuple[int, ...]]] = {
        place: (line_cost(text.width(first, place), even, limit) + BREAK_COST[text.qualities[place]], (place,))
        for place in range(first + 1, last)
    }
    for _ in range(count - 2):
        best = {
            place: (cost + BREAK_COST[text.qualities[place]], (*cuts, place))
            for place in range(first + 1, last)
            if (found := _cheapest(text, best, place, even, limit))
            for cost, cuts in [found]
        }
    found = _cheapest(text, best, last, even, limit)
    return found[1] if found else ()


def _cheapest(
    text: Measured, best: dict[int, tuple[float, tuple[int, ...]]], place: int, even: float, limit: float
) -> tuple[float, tuple[int, ...]] | None:
    """The cheapest way to end a line at a place."""
    return min(
        (
            (cost + line_cost(text.width(start, place), even, limit), cuts)
            for start, (cost, cuts) in best.items()
            if start < place
        ),
        default=None,
    )


def line_cost(width: float, even: float, limit: float) -> float:
    """How uneven a line is; one that is too wide costs more than anything else."""
    return ((width - even) / even) ** 2 + max(width - limit, 0.0) * 100
