"""Sightings of the same key in frame after frame, as runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from operator import attrgetter

from ...records import Box
from .geometry import middle, same_place
from .run import Run
from .sequence import Footage, Sighting

_REACH = 1 / 3
"""How far a text may move from frame to frame and still be the same one, as a share of the height."""

Fits = Callable[[Box | None, Box | None], bool]


def runs_of_equal_keys(film: Footage) -> list[Run]:
    """A run for every text that stays, or moves a little, while its key stays the same."""
    runs: list[Run] = []
    known: dict[str, list[Run]] = defaultdict(list)
    near = partial(_near, film.height * _REACH)
    for sightings in film.sightings:
        for sighting in sightings:
            if same := known[sighting.key]:
                same[:] = [run for run in same if film.bridges(run.last, sighting.frame)]
        left = [each for each in sightings if not _continued(each, known[each.key], same_place)]
        left = [each for each in left if not _continued(each, known[each.key], near, moved=True)]
        for sighting in left:
            _begin(sighting, known[sighting.key], runs)
    return sorted(runs, key=attrgetter("first"))


def _begin(sighting: Sighting, known: list[Run], runs: list[Run]) -> None:
    if not _continued(sighting, known, same_place):
        run = Run(sighting.key, sighting.frame)
        run.add(sighting)
        runs.append(run)
        known.append(run)


def _near(reach: float, box: Box | None, other: Box | None) -> bool:
    return box is None or other is None or abs(middle(box) - middle(other)) <= reach


def _continued(sighting: Sighting, runs: Iterable[Run], fits: Fits, moved: bool = False) -> bool:
    """Whether a run takes a sighting in; what has moved cannot be in the frame already."""
    for run in runs:
        if fits(run.boxes[run.last], sighting.box) and not (moved and run.last == sighting.frame):
            run.add(sighting)
            return True
    return False


def runs_by_frame(runs: Iterable[Run]) -> dict[int, list[Run]]:
    """The runs that are seen in each frame."""
    seen: dict[int, list[Run]] = defaultdict(list)
    for run in runs:
        for frame in run.frames:
            seen[frame].append(run)
    return seen
