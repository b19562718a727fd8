"""Scrolling text: the lines of credits, and the text that runs through a ticker, one cue for each passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

import attrs

from .geometry import same_place
from .keys import similarity, text_key
from .merging import is_misread
from .runs import PASSED, TextRun
from .sequence import FrameSequence

_LEAST_OVERLAP = 1 / 3
"""The share of the shorter of two windows of a ticker that they must have in common."""


@attrs.define
class Passage:
    """Scrolling lines without a pause between them, in the order in which they came into the picture."""

    lines: list[TextRun]
    last: int

    @property
    def first(self) -> int:
        """The frame in which it begins."""
        return self.lines[0].first

    @property
    def text(self) -> str:
        """Its lines from the first to the last."""
        return "\n".join(line.text for line in self.lines)


def passages(runs: Iterable[TextRun], sequence: FrameSequence) -> list[Passage]:
    """Scrolling runs as passages; windows of one ticker are put together to the text that ran through."""
    found: list[Passage] = []
    open_lines: list[TextRun] = []
    for run in sorted(runs, key=attrgetter("first")):
        open_lines = [line for line in open_lines if sequence.bridges(line.last, run.first)]
        begins = not found or not sequence.bridges(found[-1].last, run.first)
        if begins:
            found.append(Passage([], run.last))
        passage = found[-1]
        passage.last = max(passage.last, run.last)
        if begins or not _goes_into_one(run, open_lines):
            passage.lines.append(run)
            open_lines.append(run)
    return found


def _goes_into_one(run: TextRun, open_lines: Sequence[TextRun]) -> bool:
    """Whether a line takes a run in: as what it holds already, as what follows in the ticker, or misread."""
    for line in reversed(open_lines):
        if not line.boxes.keys().isdisjoint(run.frames):
            continue
        in_place = same_place(line.place_at(run.first), run.boxes[run.first])
        longer = _longer_text(line, run) if in_place else None
        if longer is not None:
            line.rewrite(longer, text_key(longer), PASSED)
            run.rewrite(longer, line.key, PASSED)
            line.absorb(run)
            return True
        if similarity(line.key, run.key) and is_misread(line, run):
            line.absorb(run)
            return True
    return False


def _longer_text(line: TextRun, run: TextRun) -> str | None:
    """The text of a ticker with its next window, `None` if the window does not follow on it."""
    if run.key in line.key:
        return line.text
    shorter = min(len(line.key), len(run.key))
    overlaps = range(shorter, max(int(shorter * _LEAST_OVERLAP), 1), -1)
    # The longest exact overlap first: it is cheap, and windows of a ticker are mostly read alike.
    exact = next((shared for shared in overlaps if line.key.endswith(run.key[:shared])), 0)
    shared = exact or _misread_overlap(line.key, run.key, overlaps)
    return line.text + _after(run.text, shared) if shared else None


def _misread_overlap(key: str, following: str, overlaps: Iterable[int]) -> int:
    """How many letters of two windows are most alike, 0 if nowhere alike enough."""
    rated = ((similarity(key[-shared:], following[:shared]), shared) for shared in overlaps)
    likeness, shared = max(rated, default=(0.0, 0))
    return shared if likeness else 0


def _after(text: str, letters: int) -> str:
    """What follows the first letters of a text, counted as in its key."""
    for place, sign in enumerate(text):
        if letters <= 0:
            return text[place:]
        letters -= len(text_key(sign)) if sign.isalnum() else 0
    return ""
