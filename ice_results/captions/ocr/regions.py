"""The bottom, the top and the rest of the picture, separated where the fewest lines are cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise

import attrs

from ...records import Box
from .geometry import middle, stacked
from .runs import TextRun, runs_by_frame

DIALOGUE, BOTTOM, TOP, REST = "dialogue", "bottom", "top", "rest"

# Rows fine enough that a border falls between two lines of text: a line is seldom below a fortieth of the height.
_ROWS = 120
_UPPER, _LOWER = range(30, 51), range(70, 91)
"""Where the borders may lie, in rows of the picture: around a third and around two thirds."""


@attrs.frozen
class Borders:
    """The heights, in pixels, where the rest of the picture begins and ends; `dialogue` is the user's region."""

    upper: float
    lower: float
    dialogue: Box | None = None

    def region_of(self, box: Box | None) -> str:
        """The region of a text by the middle of its box; a text without a box is in the rest."""
        if box is None:
            return REST
        if self.dialogue and _holds(self.dialogue, box):
            return DIALOGUE
        height = middle(box)
        return TOP if height < self.upper else BOTTOM if height >= self.lower else REST


def _holds(region: Box, box: Box) -> bool:
    centre = (box.left + box.right) / 2
    return region.left <= centre <= region.right and region.top <= middle(box) <= region.bottom


def borders(runs: Sequence[TextRun], boxes: Mapping[int, Box | None], height: float, dialogue: Box | None) -> Borders:
    """Borders near the thirds of the picture, where the fewest lines and pairs of lines would be cut.

    `boxes` has the box of each run by its `id`, `height` is in pixels.
    """
    if height <= 0:
        return Borders(0.0, 0.0, dialogue)
    changes = [0] * (_ROWS + 2)
    for extent, weight in _extents(runs, boxes).items():
        top, bottom = (int(min(max(edge / height, 0.0), 1.0) * _ROWS) for edge in extent)
        changes[top + 1] += weight
        changes[bottom + 1] -= weight
    cut = list(accumulate(changes))
    upper = min(_UPPER, key=lambda row: (cut[row], abs(row - _ROWS // 3)))
    lower = min(_LOWER, key=lambda row: (cut[row], abs(row - _ROWS * 2 // 3)))
    return Borders(upper * height / _ROWS, lower * height / _ROWS, dialogue)


def _extents(runs: Iterable[TextRun], boxes: Mapping[int, Box | None]) -> Counter[tuple[float, float]]:
    """From where to where text reaches, a line and the one below it as one, with the number of frames."""
    pictures: Counter[tuple[int, ...]] = Counter()
    for seen in runs_by_frame(runs).values():
        pictures[tuple(map(id, seen))] += 1
    found: Counter[tuple[float, float]] = Counter()
    for together, count in pictures.items():
        known = sorted((box for each in together if (box := boxes[each])), key=lambda box: (box.top, box.left))
        for box in known:
            found[box.top, box.bottom] += count
        for upper, lower in pairwise(known):
            if stacked(upper, lower):
                found[upper.top, max(upper.bottom, lower.bottom)] += count
    return found
