"""Caption tracks from recognised text: dialogue, other regions, scrolling and static text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from ...findings import Change
from ...records import Box, Segment, TextFrame
from .classify import SCROLLING, is_scrolling, static_runs
from .geometry import usable
from .keys import levenshtein
from .merging import merge_readings, without_flicker
from .regions import BOTTOM, DIALOGUE, REST, TOP, borders
from .runs import TextRun, runs_by_frame, runs_of_equal_keys
from .scrolling import Passage, passages
from .segments import ScreenText, screen_texts, segments_of
from .sequence import FrameSequence, frame_sequence

_NAME = "ocr"


@attrs.frozen(kw_only=True)
class OcrTrack:
    """Text of one part of the picture as segments in the order of time that never overlap.

    `name` is `ocr` for the dialogue, `ocr.top`, `ocr.bottom` or `ocr.rest` for other regions,
    `ocr.scrolling` for credits and tickers, `ocr.static` for what is there most of the time.
    Times are milliseconds; lines one above the other are joined with a line end, those beside each
    other with a space. `changes` has every merge and drop in the order of time.
    """

    name: str
    segments: tuple[Segment, ...] = ()
    changes: tuple[Change, ...] = ()


def ocr_tracks(frames: Iterable[TextFrame], region: Box | None = None) -> tuple[OcrTrack, ...]:
    """The tracks that the text in the frames of a video makes, the dialogue first, without empty ones.

    `region` is the part of the picture, in the pixels of the frames, where the dialogue is; without
    it that is the bottom, top or rest of the picture, whichever has most cues. Scrolling text is one
    segment for each passage. Frames may come in any order. Raises `ImportError` without rapidfuzz
    (`pip install 'ice-results[ocr]'`).
    """
    levenshtein()
    lost: list[Change] = []
    sequence = frame_sequence(frames, lost)
    still, moving = _still_and_moving(sequence)
    static = static_runs(still, sequence)
    others = {id(run) for run in static}
    tracks = _regional([run for run in still if id(run) not in others], sequence, usable(region))
    tracks.append(_scrolling(passages(moving, sequence), sequence))
    tracks.append(_track(f"{_NAME}.static", static, runs_by_frame(static), sequence))
    return _reported([track for track in tracks if track.segments], lost)


def _still_and_moving(sequence: FrameSequence) -> tuple[list[TextRun], list[TextRun]]:
    """The runs that do not move, their noise merged and dropped, and those that scroll."""
    runs = runs_of_equal_keys(sequence)
    said = [run for run in runs if run.style == SCROLLING]
    others = without_flicker(merge_readings([run for run in runs if run.style != SCROLLING], sequence), sequence)
    moving = {id(run) for run in others if is_scrolling(run)}
    still = [run for run in others if id(run) not in moving]
    return still, [*said, *(run for run in others if id(run) in moving)]


def _regional(runs: Sequence[TextRun], sequence: FrameSequence, region: Box | None) -> list[OcrTrack]:
    """A track for each region, the dialogue first."""
    boxes = {id(run): run.box for run in runs}
    lines = borders(runs, boxes, sequence.height, region)
    parts: dict[str, list[TextRun]] = defaultdict(list)
    for run in runs:
        parts[lines.region_of(boxes[id(run)])].append(run)
    seen = runs_by_frame(runs)
    tracks = {part: _track(f"{_NAME}.{part}", parts[part], seen, sequence) for part in (DIALOGUE, BOTTOM, TOP, REST)}
    # Of regions with as many cues the one lower down is the dialogue, where captions usually are.
    dialogue = DIALOGUE if region else max((BOTTOM, REST, TOP), key=lambda part: len(tracks[part].segments))
    first = attrs.evolve(tracks.pop(dialogue), name=_NAME)
    return [first, *tracks.values()]


def _track(
    name: str, runs: Sequence[TextRun], seen: Mapping[int, Sequence[TextRun]], sequence: FrameSequence
) -> OcrTrack:
    changes = [change for run in runs for change in run.merges(sequence)]
    shown = screen_texts(runs, seen, sequence, changes)
    segments = segments_of(shown, sequence.step_ms, changes)
    return OcrTrack(name=name, segments=segments, changes=tuple(changes))


def _scrolling(found: Sequence[Passage], sequence: FrameSequence) -> OcrTrack:
    """The track of passages; no two of them are there at the same time."""
    changes = [change for passage in found for line in passage.lines for change in line.merges(sequence)]
    changes += [
        Change(sequence.times[passage.first], f"{len(passage.lines)} lines of scrolling text are one cue")
        for passage in found
        if len(passage.lines) > 1
    ]
    shown = [
        ScreenText(sequence.times[each.first], sequence.times[each.last] + sequence.step_ms, each.text)
        for each in found
    ]
    return OcrTrack(
        name=f"{_NAME}.scrolling", segments=segments_of(shown, sequence.step_ms, changes), changes=tuple(changes)
    )


def _reported(tracks: Sequence[OcrTrack], lost: Sequence[Change]) -> tuple[OcrTrack, ...]:
    """The tracks with their changes in the order of time; the first has what could not be placed on any."""
    if lost and not tracks:
        tracks = [OcrTrack(name=_NAME)]
    return tuple(
        attrs.evolve(track, changes=tuple(sorted((*track.changes, *(() if number else lost)), key=_order)))
        for number, track in enumerate(tracks)
    )


def _order(change: Change) -> tuple[bool, int, str]:
    return (change.at_ms is not None, change.at_ms or 0, change.message)
