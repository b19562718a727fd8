"""Where text is in the picture: the same place, near by, in one row."""

from __future__ import annotations

from math import isfinite

from ...records import Box


def usable(box: Box | None) -> Box | None:
    """A box whose corners are in order, `None` where a coordinate is no finite number."""
    if box is None or not isfinite(box.left + box.top + box.right + box.bottom):
        return None
    if box.left <= box.right and box.top <= box.bottom:
        return box
    (left, right), (top, bottom) = sorted((box.left, box.right)), sorted((box.top, box.bottom))
    return Box(left, top, right, bottom)


def middle(box: Box) -> float:
    """The height of the middle of a box, in pixels from the top."""
    return (box.top + box.bottom) / 2


def in_one_row(box: Box, other: Box) -> bool:
    """Whether two boxes share at least half the height of the lower one."""
    if box.top > other.bottom or other.top > box.bottom:
        return False
    shared = min(box.bottom, other.bottom) - max(box.top, other.top)
    return shared >= min(box.bottom - box.top, other.bottom - other.top) / 2


def same_place(box: Box | None, other: Box | None) -> bool:
    """Whether two boxes are in one row and touch; a box that is not known may be anywhere."""
    if box is None or other is None:
        return True
    return box.left <= other.right and other.left <= box.right and in_one_row(box, other)


def between(box: Box | None, other: Box | None) -> Box | None:
    """The box half-way between two, or the one that is known."""
    if box is None or other is None:
        return box or other
    return Box(
        (box.left + other.left) / 2,
        (box.top + other.top) / 2,
        (box.right + other.right) / 2,
        (box.bottom + other.bottom) / 2,
    )


def one_edge(box: Box | None, other: Box | None) -> bool:
    """Whether two boxes begin, or end, at the same place in their row, give or take half a character."""
    if box is None or other is None:
        return True
    slack = max(box.bottom - box.top, other.bottom - other.top) / 2
    return min(abs(box.left - other.left), abs(box.right - other.right)) <= slack


def stacked(upper: Box, lower: Box) -> bool:
    """Whether a box is right below another: less than a line's height between them."""
    height = min(upper.bottom - upper.top, lower.bottom - lower.top)
    return lower.top - upper.bottom <= height and upper.left <= lower.right and lower.left <= upper.right
