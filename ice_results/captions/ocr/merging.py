"""Runs that are readings of one text, as one run; flicker of a single frame, as none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from ...findings import Change
from .geometry import one_edge, same_place
from .keys import differs_in_meaning, similarity
from .runs import GREW, TextRun, runs_by_frame
from .sequence import FrameSequence

_STAGE_MS = 1000
"""The longest that a text is shown before it grows by the next letters of a typewriter."""


def merge_readings(runs: Iterable[TextRun], sequence: FrameSequence) -> list[TextRun]:
    """Runs by the order in which they begin, each merged into an open one that it is a reading of.

    It is compared with the consensus of all readings so far, not with the first or last of them.
    """
    found: list[TextRun] = []
    open_runs: list[TextRun] = []
    for first, together in groupby(runs, key=attrgetter("first")):
        open_runs = [each for each in open_runs if sequence.bridges(each.last, first)]
        begun = [run for run in together if not _absorbed(run, open_runs, sequence)]
        found += begun
        open_runs += begun
    return found


def _absorbed(run: TextRun, open_runs: Iterable[TextRun], sequence: FrameSequence) -> bool:
    """Whether an open run takes a later one in."""
    target = _best(run, open_runs, sequence)
    if target is None:
        return False
    if _grows(target, run, sequence):
        target.rewrite(run.text, run.key, GREW)
        target.stage = run.first
    target.absorb(run)
    return True


def _best(run: TextRun, open_runs: Iterable[TextRun], sequence: FrameSequence) -> TextRun | None:
    """The open run that a later one goes into: the most similar, of equals the one seen last."""
    rated = [
        (likeness, each.last, -number, each)
        for number, each in enumerate(open_runs)
        if _takes_turns(each, run) and (likeness := _likeness(each, run, sequence))
    ]
    return max(rated, key=lambda item: item[:3])[3] if rated else None


def _takes_turns(earlier: TextRun, later: TextRun) -> bool:
    """Whether two runs are in the same place and never at the same time."""
    first = later.frames[0]
    if first in earlier.boxes or not same_place(earlier.place_at(first), later.boxes[first]):
        return False
    return first > earlier.frames[-1] or earlier.boxes.keys().isdisjoint(later.frames)


def _likeness(earlier: TextRun, later: TextRun, sequence: FrameSequence) -> float:
    """How sure it is that two runs are one text: 0 if they are not, over 1 if nothing was misread."""
    if earlier.key == later.key:
        return 3.0
    if _grows(earlier, later, sequence):
        return 2.0
    ratio = similarity(earlier.key, later.key)
    return ratio if ratio and is_misread(earlier, later) else 0.0


def is_misread(run: TextRun, other: TextRun) -> bool:
    """Whether the difference of two similar runs is noise: if it would change the meaning, one frame may lie."""
    # One frame may be misread, even in a digit; two frames that agree are a text that was shown.
    return min(len(run.frames), len(other.frames)) < 2 or not differs_in_meaning(run.key, other.key)


def _grows(earlier: TextRun, later: TextRun, sequence: FrameSequence) -> bool:
    """Whether a text goes on from where an earlier one ended, as a typewriter does.

    A text that is shown long before a longer one begins with the same letters is a caption of its own.
    """
    if earlier.last > later.first or len(later.key) <= len(earlier.key) or not later.key.startswith(earlier.key):
        return False
    shown_ms = sequence.times[earlier.last] - sequence.times[earlier.stage]
    in_line = one_edge(earlier.boxes[earlier.last], later.boxes[later.first])
    return in_line and shown_ms <= max(_STAGE_MS, 2 * sequence.step_ms)


def without_flicker(runs: Sequence[TextRun], sequence: FrameSequence) -> list[TextRun]:
    """Runs of more than one frame, and those of one that no other run surrounds, just before and after."""
    seen = runs_by_frame(runs)
    kept = []
    for run in runs:
        around = None if len(run.frames) > 1 else _around(run, seen)
        if around is None:
            kept.append(run)
        else:
            message = f"“{run.text}” was dropped: it is read in one frame only, “{around.text}” before and after it"
            around.changes += [*run.merges(sequence), Change(sequence.times[run.first], message)]
    return kept


def _around(run: TextRun, seen: dict[int, list[TextRun]]) -> TextRun | None:
    """The run that is in this one's place in the frames just before and after, but not in its own."""
    frame = run.first
    for other in seen.get(frame - 1, ()):
        if frame + 1 in other.boxes and frame not in other.boxes and same_place(other.place_at(frame), run.box):
            return other
    return None
