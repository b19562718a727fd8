"""Text that stays for most of the time, and text that scrolls: both are no captions of their moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from ...findings import Change
from .geometry import middle, same_place
from .runs import TextRun
from .sequence import FrameSequence

SCROLLING, FIXED = "scrolling", "fixed"
_CAPTION_MS = 7000
"""The longest that a caption is shown; static text is there for longer."""


def is_scrolling(run: TextRun) -> bool:
    """Whether a text moves steadily up or down by more than its height, in several small steps.

    A caption that jumps by a line when the next one comes is still in between. What the service
    calls fixed does not scroll.
    """
    boxes = [box for frame in run.frames if (box := run.boxes[frame])]
    if len(boxes) < 3 or run.style == FIXED:
        return False
    steps = [middle(later) - middle(earlier) for earlier, later in pairwise(boxes)]
    way, net = sum(map(abs, steps)), abs(sum(steps))
    moving = sum(1 for each in steps if each)
    # Credits move all the time and one way; a caption that jumps once by a line has one large step and many of none.
    return (
        net >= max(boxes[0].bottom - boxes[0].top, 1)
        and net >= 0.9 * way
        and max(map(abs, steps)) <= 0.6 * net
        and 2 * moving >= len(steps)
    )


def static_runs(runs: Iterable[TextRun], sequence: FrameSequence) -> list[TextRun]:
    """Runs that the service calls fixed, or whose text is in the same box most of the time."""
    found = []
    for group in _same_text_same_box(runs):
        lasting = _lasts(group, sequence)
        for run in group:
            if lasting or run.style == FIXED:
                why = "is in the same place most of the time" if lasting else "is marked as fixed by the service"
                run.changes.append(
                    Change(sequence.times[run.first], f"“{run.text}” {why}: it was moved to the static track")
                )
                found.append(run)
    return found


def _same_text_same_box(runs: Iterable[TextRun]) -> Iterable[list[TextRun]]:
    groups: dict[str, list[list[TextRun]]] = defaultdict(list)
    for run in runs:
        box = run.box
        for group in groups[run.key]:
            if same_place(group[0].box, box):
                group.append(run)
                break
        else:
            groups[run.key].append([run])
    return (group for several in groups.values() for group in several)


def _lasts(group: list[TextRun], sequence: FrameSequence) -> bool:
    """Whether runs of one text fill more than half of all frames, for longer than a caption would."""
    frames = sum(len(run.frames) for run in group)
    if 2 * frames <= len(sequence.times):
        return False
    return sequence.times[group[-1].last] + sequence.step_ms - sequence.times[group[0].first] > _CAPTION_MS
