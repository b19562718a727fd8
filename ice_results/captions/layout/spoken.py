"""A text with what the search wants to know of its places: their widths, their times, and what a break costs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

import attrs

from ...records import Word
from ...text.widths import widths_reached
from ..cues import Cue
from ..limits import Limits
from .passages import places_of
from .search import Passage


@attrs.frozen
class Spoken:
    """A text and its places: `indices[n]` is the index of the first character after place n."""

    text: str
    indices: Sequence[int]
    passage: Passage

    def stretch(self, first: int, last: int) -> str:
        """The text from one place to another, without white space around it."""
        return self.text[self.indices[first] : self.indices[last]].strip()


def spoken_of(
    cue: Cue,
    text: str,
    words: Sequence[tuple[int, int, Word]],
    begin: int,
    limits: Limits,
    clause_ends: Collection[int] = (),
) -> Spoken:
    """The text of a cue with its places; there are none within a label of `begin` characters."""
    places = places_of(text, limits, [end for _, end, _ in words], begin, clause_ends)
    indices = (0, *(index for index, _ in places), len(text))
    reached = widths_reached(text, limits.group)
    begins, ends = [0.0], [0.0]
    for first, last in pairwise(indices):
        ends.append(reached[first + len(text[first:last].rstrip())])
        begins.append(reached[last])
    costs = (0.0, *(cost for _, cost in places), 0.0)
    return Spoken(text, indices, Passage(begins, ends, costs, *_times(indices, begins, cue, words)))


def _times(
    indices: Sequence[int], begins: Sequence[float], cue: Cue, words: Sequence[tuple[int, int, Word]]
) -> tuple[Sequence[int], Sequence[int]]:
    """Until when what is before each place is said, and from when what is after it: by the words inside the cue,
    else shared out by width; never against the order."""
    total, last = begins[-1] or 1.0, len(indices) - 1
    shared = [cue.start_ms + round((cue.end_ms - cue.start_ms) * begin / total) for begin in begins]
    if not words:
        return shared, shared
    ends, starts = list(shared), list(shared)
    number = 0
    for place in range(1, last):
        while number < len(words) and words[number][1] <= indices[place]:
            number += 1
        end_ms = words[number - 1][2].end_ms if number else None
        start_ms = words[number][2].start_ms if number < len(words) else None
        if end_ms is not None and cue.start_ms <= end_ms <= cue.end_ms:
            ends[place] = end_ms
        if start_ms is not None and cue.start_ms <= start_ms <= cue.end_ms:
            starts[place] = start_ms
    reached = cue.start_ms
    for place in range(1, last):
        ends[place] = reached = min(max(ends[place], reached), cue.end_ms)
        starts[place] = reached = min(max(starts[place], reached), cue.end_ms)
    return ends, starts
