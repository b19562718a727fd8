"""Tags where and when they are seen, as every format of boxes takes them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from ...findings import Change
from ...records import Box, Document, Occurrence, Tag, TrackBox
from ...records.spans import countable, sound_span
from ...text.cleaning import one_line
from ...text.values import described


@attrs.frozen
class TimedOccurrence:
    """A tag in one stretch of the media; `end_ms` is `None` for an instant."""

    tag: Tag
    occurrence: Occurrence
    start_ms: int
    end_ms: int | None

    @property
    def last_ms(self) -> int:
        """The last instant of the stretch."""
        return self.start_ms if self.end_ms is None else self.end_ms


def timed_occurrences(document: Document, changes: list[Change]) -> list[TimedOccurrence]:
    """Every occurrence that has a start, in the order of time."""
    return in_order(seen for tag in document.tags for seen in _seen(tag, changes))


def in_order(found: Iterable[TimedOccurrence]) -> list[TimedOccurrence]:
    """In the order of time, the longer first where two start together, as the cues of a track are ordered."""
    return sorted(found, key=lambda seen: (seen.start_ms, -seen.last_ms))


def _seen(tag: Tag, changes: list[Change]) -> Iterator[TimedOccurrence]:
    """The occurrences of a tag, from 0 on and not ending before they start; what was changed for it is listed."""
    if not tag.occurrences:
        changes.append(Change(None, f"a tag without occurrences was left out: {tag_name(tag)}"))
    for each in countable_occurrences(tag, changes):
        start, end = sound_span(each.start_ms, each.end_ms, tag_name(tag), changes)
        if start is None:
            changes.append(Change(None, f"an occurrence without a start was left out: {tag_name(tag)}"))
            continue
        yield TimedOccurrence(tag, each, start, end)


def countable_occurrences(tag: Tag, changes: list[Change]) -> Iterator[Occurrence]:
    """The occurrences of a tag without the times that no program can keep, and the boxes that have them."""
    for each in tag.occurrences:
        start = countable(each.start_ms, "a start", tag_name(tag), changes)
        end = countable(each.end_ms, "an end", tag_name(tag), changes)
        boxes = tuple(boxed for boxed in each.boxes if _has_its_place(boxed, tag, changes))
        kept = (start, end, len(boxes)) == (each.start_ms, each.end_ms, len(each.boxes))
        yield each if kept else attrs.evolve(each, start_ms=start, end_ms=end, boxes=boxes)


def _has_its_place(boxed: TrackBox, tag: Tag, changes: list[Change]) -> bool:
    """Whether the box has no instant at all, or one that programs can keep."""
    return boxed.at_ms is None or countable(boxed.at_ms, "a box with an instant", tag_name(tag), changes) is not None


def tag_name(tag: Tag) -> str:
    """What a message calls a tag, on one line."""
    return one_line(tag.label) or one_line(tag.kind) or "Tag"


def label_of(tag: Tag) -> str:
    """What an annotation tool calls a tag, as given; never empty."""
    return tag.label or tag.kind or "Tag"


def facts(tag: Tag, occurrence: Occurrence, changes: list[Change]) -> dict[str, Any]:
    """What the service said of a tag and of this occurrence of it, by our names; an occurrence's own score counts."""
    score = tag.score if occurrence.score is None else occurrence.score
    found = {
        "kind": tag.kind,
        "level1": tag.level1,
        "level2": tag.level2,
        "name": tag.name,
        "score": number(score, "score", tag, occurrence.start_ms, changes),
        "share": number(tag.share, "share", tag, occurrence.start_ms, changes),
        "scene": occurrence.scene,
    }
    return {key: value for key, value in found.items() if value is not None}


def number(value: float | None, what: str, tag: Tag, at_ms: int | None, changes: list[Change]) -> float | None:
    """The value, but for infinity and the like, which JSON cannot hold."""
    if value is None or _is_finite(value):
        return value
    said = f"a {what} of {described(value)} was left out, JSON has no such number: {tag_name(tag)}"
    changes.append(Change(at_ms, said))
    return None


def _is_finite(value: float) -> bool:
    """Whether a float holds the value: JSON and Python have whole numbers that none does."""
    return abs(value) <= sys.float_info.max


def drawable(boxed: TrackBox, tag: Tag, changes: list[Change]) -> Box | None:
    """The box, if there is one with four numbers."""
    box = boxed.box
    if box is None or all(map(_is_finite, (box.left, box.top, box.right, box.bottom))):
        return box
    changes.append(Change(boxed.at_ms, f"a box without four numbers was left out: {tag_name(tag)}"))
    return None


def clipped(boxed: TrackBox, tag: Tag, size: tuple[int, int], changes: list[Change]) -> Box | None:
    """The box within a picture of this size, if there is anything of it in there."""
    box = drawable(boxed, tag, changes)
    if box is None:
        return None
    width, height = size
    across, down = _within(box.left, width), _within(box.top, height)
    inside = Box(across, down, _within(box.right, width), _within(box.bottom, height))
    if not max(inside.right - inside.left, 0) * max(inside.bottom - inside.top, 0):
        changes.append(Change(boxed.at_ms, f"a box without an area in the picture was left out: {tag_name(tag)}"))
        return None
    if inside != box:
        changes.append(Change(boxed.at_ms, f"a box that stuck out of the picture was cut: {tag_name(tag)}"))
    return inside


def _within(place: float, side: int) -> float:
    return min(max(place, 0), side)
