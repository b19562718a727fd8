"""Frames in the order of time, with the lines that can be read in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

import attrs

from ...findings import Change
from ...records import Box, TextFrame, TextLine
from ...text.cleaning import one_line
from ..cues import MISSING_END_MS
from .geometry import usable
from .keys import text_key

# At a dense sampling one and a half steps are a blink that recognition misses now and then.
_LEAST_BRIDGE_MS = 250
# A line without a score must count for something, or a single scored misreading would outvote it.
_UNKNOWN_SCORE = 0.5
_LEAST_SCORE = 0.01


@attrs.frozen
class Sighting:
    """One line as it was read in one frame.

    `frame` counts the frames in the order of time; `weight` is its say in the vote about the text:
    confidence times the milliseconds for which it was shown.
    """

    frame: int
    text: str
    key: str
    box: Box | None
    weight: float
    style: str | None


@attrs.frozen
class FrameSequence:
    """All sightings by frame, and the times in milliseconds that follow from the distance of frames.

    `bridge_ms` is how long a text may be missing after its end to count as having been there. `height` is
    that of the picture as far as text reaches, in pixels; 0 where no box is known.
    """

    times: tuple[int, ...]
    sightings: tuple[tuple[Sighting, ...], ...]
    step_ms: int
    bridge_ms: int
    height: float

    def gap_ms(self, earlier: int, later: int) -> int:
        """The time from the end of what was last seen in one frame to another frame."""
        return self.times[later] - self.times[earlier] - self.step_ms

    def bridges(self, earlier: int, later: int) -> bool:
        """Whether a text that was last seen in one frame may have been there until another."""
        return self.times[later] - self.times[earlier] <= self.step_ms + self.bridge_ms


def frame_sequence(frames: Iterable[TextFrame], changes: list[Change]) -> FrameSequence:
    """The frames that have a time, those of the same time as one; what is left out goes to `changes`."""
    lines_at = _lines_by_time(frames, changes)
    times = tuple(sorted(lines_at))
    distances = [later - earlier for earlier, later in pairwise(times)]
    step = max(round(median(distances)), 1) if distances else MISSING_END_MS
    lasting_ms = [*(min(distance, step) for distance in distances), step]
    sightings = tuple(
        tuple(_sightings(number, lines_at[at_ms], lasting_ms[number], at_ms, changes))
        for number, at_ms in enumerate(times)
    )
    bottoms = (each.box.bottom for frame in sightings for each in frame if each.box)
    bridge = max(step * 3 // 2, _LEAST_BRIDGE_MS)
    return FrameSequence(times, sightings, step, bridge, max(bottoms, default=0.0))


def _lines_by_time(frames: Iterable[TextFrame], changes: list[Change]) -> dict[int, list[TextLine]]:
    grouped: dict[int | None, list[tuple[TextLine, ...]]] = defaultdict(list)
    for frame in frames:
        grouped[frame.at_ms].append(frame.lines)
    lost = (one_line(line.text) for line in _in_a_fixed_order(grouped.pop(None, [])))
    changes.extend(Change(None, f"a line of a frame without a time was left out: {text}") for text in lost)
    return {at_ms: _in_a_fixed_order(several) for at_ms, several in grouped.items() if at_ms is not None}


def _in_a_fixed_order(several: list[tuple[TextLine, ...]]) -> list[TextLine]:
    """The lines of frames of one time, whichever of the frames was given first."""
    if len(several) > 1:
        several = sorted(several, key=repr)
    return [line for lines in several for line in lines]


def _sightings(
    frame: int, lines: Iterable[TextLine], lasting_ms: int, at_ms: int, changes: list[Change]
) -> list[Sighting]:
    """The lines of a frame from top to bottom, those without a box last and as they came."""
    found = []
    for line in lines:
        text = one_line(line.text)
        key = text_key(text)
        if key:
            weight = _confidence(line.score) * lasting_ms
            found.append(Sighting(frame, text, key, usable(line.box), weight, line.style))
        else:
            changes.append(Change(at_ms, f"a line without text was left out: “{text}”"))
    return sorted(found, key=_down_the_picture)


def _down_the_picture(sighting: Sighting) -> tuple[bool, float, float]:
    box = sighting.box
    return (False, box.top, box.left) if box else (True, 0.0, 0.0)


def _confidence(score: float | None) -> float:
    """A score that can be counted on: none at all is neither trusted nor discarded."""
    if score is None or not 0 <= score <= 1:
        return _UNKNOWN_SCORE
    return max(score, _LEAST_SCORE)
