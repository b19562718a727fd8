"""Runs: one text from the frame where it is first read to the frame where it is last read."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from operator import attrgetter

import attrs

from ...findings import Change
from ...records import Box
from .geometry import between, middle, same_place
from .keys import text_key
from .sequence import FrameSequence, Sighting

GREW = "grew into"
PASSED = "is part of"
# Two-line captions change their line by a tenth of the height; what moves further is another text of the same words.
_REACH = 1 / 3
"""How far a text may move from frame to frame and still be the same one, as a share of the height."""

Fits = Callable[[Box | None, Box | None], bool]


@attrs.define(eq=False)
class TextRun:
    """One text over time: where it was in each of its `frames`, and every reading with its weight.

    `readings` are weights by key and spelling, `key` the one that weighs most. `origins` has the first
    frame of every spelling, and a reason if it went into a longer text. `stage` is the frame since
    which the text has not grown. `doubled` counts the sightings beyond the first in a frame.
    """

    key: str
    stage: int
    frames: list[int] = attrs.field(factory=list)
    boxes: dict[int, Box | None] = attrs.field(factory=dict)
    readings: dict[str, dict[str, float]] = attrs.field(factory=dict)
    origins: dict[str, tuple[int, str]] = attrs.field(factory=dict)
    styles: dict[str | None, int] = attrs.field(factory=dict)
    changes: list[Change] = attrs.field(factory=list)
    doubled: int = 0

    @property
    def first(self) -> int:
        """The frame in which the text is first seen."""
        return self.frames[0]

    @property
    def last(self) -> int:
        """The frame in which the text is last seen."""
        return self.frames[-1]

    @property
    def text(self) -> str:
        """The spelling of the consensus that weighs most."""
        spellings = self.readings[self.key]
        if len(spellings) == 1:
            return next(iter(spellings))
        return max(spellings.items(), key=lambda item: (item[1], item[0]))[0]

    @property
    def box(self) -> Box | None:
        """Where the text is half-way through, `None` where it has no box at all."""
        box = self.boxes[self.frames[len(self.frames) // 2]]
        if box:
            return box
        known = [box for frame in self.frames if (box := self.boxes[frame])]
        return known[len(known) // 2] if known else None

    @property
    def style(self) -> str | None:
        """The style that the service gave most often."""
        return max(self.styles.items(), key=lambda item: (item[1], item[0] or ""))[0]

    def add(self, sighting: Sighting) -> None:
        """Take in the next sighting of the same key; a second one in a frame only adds its weight."""
        if self.frames and self.last == sighting.frame:
            self.doubled += 1
        else:
            self.frames.append(sighting.frame)
            self.boxes[sighting.frame] = sighting.box
        spellings = self.readings.setdefault(sighting.key, {})
        spellings[sighting.text] = spellings.get(sighting.text, 0.0) + sighting.weight
        self.origins.setdefault(sighting.text, (sighting.frame, ""))
        self.styles[sighting.style] = self.styles.get(sighting.style, 0) + 1

    def place_at(self, frame: int) -> Box | None:
        """Where the text would have been in a frame after its first in which it is not seen."""
        if frame > self.frames[-1]:
            return self.boxes[self.frames[-1]]
        after = bisect_left(self.frames, frame)
        return between(self.boxes[self.frames[after - 1]], self.boxes[self.frames[after]])

    def absorb(self, other: TextRun) -> None:
        """Take in another run that is never seen at the same time; the consensus is voted anew."""
        for frame in other.frames:
            insort(self.frames, frame)
        self.boxes.update(other.boxes)
        for text, origin in other.origins.items():
            self.origins.setdefault(text, origin)
        for key, spellings in other.readings.items():
            ours = self.readings.setdefault(key, {})
            for text, weight in spellings.items():
                ours[text] = ours.get(text, 0.0) + weight
        for style, count in other.styles.items():
            self.styles[style] = self.styles.get(style, 0) + count
        self.changes += other.changes
        self.doubled += other.doubled
        self.key = max(self.readings, key=lambda key: (sum(self.readings[key].values()), len(key), key))

    def rewrite(self, text: str, key: str, why: str) -> None:
        """Let one longer text stand for all readings so far."""
        self.origins = {spelling: (frame, why) for spelling, (frame, _) in self.origins.items()}
        weight = sum(sum(spellings.values()) for spellings in self.readings.values())
        self.readings, self.key = {key: {text: weight}}, key

    def merges(self, sequence: FrameSequence) -> list[Change]:
        """What went into this run beside its text, as it is in the end."""
        text = self.text
        spellings = [
            Change(sequence.times[frame], f"“{spelling}” {why or self._kinship(spelling)} “{text}”")
            for spelling, (frame, why) in self.origins.items()
            if spelling != text
        ]
        twice = f"readings of “{text}” in a frame that has it already, taken as one: {self.doubled}"
        return [*self.changes, *spellings, *([Change(sequence.times[self.first], twice)] if self.doubled else [])]

    def _kinship(self, spelling: str) -> str:
        return "is the same text as" if text_key(spelling) == self.key else "was merged as similar with"


def runs_of_equal_keys(sequence: FrameSequence) -> list[TextRun]:
    """A run for every text that stays, or moves a little, while its key stays the same."""
    runs: list[TextRun] = []
    known: dict[str, list[TextRun]] = defaultdict(list)
    near = partial(_near, sequence.height * _REACH)
    for sightings in sequence.sightings:
        for sighting in sightings:
            if same := known[sighting.key]:
                same[:] = [run for run in same if sequence.bridges(run.last, sighting.frame)]
        left = [each for each in sightings if not _continued(each, known[each.key], same_place)]
        left = [each for each in left if not _continued(each, known[each.key], near, moved=True)]
        for sighting in left:
            _begin(sighting, known[sighting.key], runs)
    return sorted(runs, key=attrgetter("first"))


def _begin(sighting: Sighting, known: list[TextRun], runs: list[TextRun]) -> None:
    if not _continued(sighting, known, same_place):
        run = TextRun(sighting.key, sighting.frame)
        run.add(sighting)
        runs.append(run)
        known.append(run)


def _near(reach: float, box: Box | None, other: Box | None) -> bool:
    return box is None or other is None or abs(middle(box) - middle(other)) <= reach


def _continued(sighting: Sighting, runs: Iterable[TextRun], fits: Fits, moved: bool = False) -> bool:
    """Whether a run takes a sighting in; what has moved cannot be in the frame already."""
    for run in runs:
        if fits(run.boxes[run.last], sighting.box) and not (moved and run.last == sighting.frame):
            run.add(sighting)
            return True
    return False


def runs_by_frame(runs: Iterable[TextRun]) -> dict[int, list[TextRun]]:
    """The runs that are seen in each frame."""
    seen: dict[int, list[TextRun]] = defaultdict(list)
    for run in runs:
        for frame in run.frames:
            seen[frame].append(run)
    return seen
