"""One cue for each segment, with times that every format can hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import ge

from ..findings import Change
from ..records import NO_EXTRA, Segment
from ..records.spans import from_zero
from ..text.cleaning import lines_of_each, one_line
from .cues import MISSING_END_MS, Cues, CueTable


def cues_of(segments: Iterable[Segment], speaker_names: Mapping[str, str] = NO_EXTRA) -> Cues:
    """A cue for every segment that has a start and a text, none of them ending before it starts.

    Speakers are shown by their names where `speaker_names` has one for their id.
    """
    changes: list[Change] = []
    shown, lines = _shown(tuple(segments), changes)
    starts = [segment.start_ms or 0 for segment in shown]
    if starts != sorted(starts):
        order = sorted(range(len(starts)), key=starts.__getitem__)
        starts.sort()
        shown, lines = [shown[row] for row in order], [lines[row] for row in order]
        changes.append(Change(None, "segments were put in the order of time"))
    starts, ends = _times(starts, [segment.end_ms for segment in shown], changes)
    speakers = [segment.speaker or None for segment in shown]
    if speaker_names:
        speakers = [speaker and speaker_names.get(speaker, speaker) for speaker in speakers]
    words = [segment.words for segment in shown]
    return Cues(CueTable(starts, ends, lines, speakers, words, list(zip(range(len(shown))))), tuple(changes))


def _shown(segments: Sequence[Segment], changes: list[Change]) -> tuple[Sequence[Segment], Sequence[tuple[str, ...]]]:
    """The segments that can be shown, and the lines of each."""
    lines = lines_of_each([segment.text for segment in segments])
    if all(lines) and None not in [segment.start_ms for segment in segments]:
        return segments, lines
    rows = [row for row, segment in enumerate(segments) if _can_be_shown(segment, lines[row], changes)]
    return [segments[row] for row in rows], [lines[row] for row in rows]


def _can_be_shown(segment: Segment, lines: tuple[str, ...], changes: list[Change]) -> bool:
    if not lines:
        changes.append(Change(segment.start_ms, "a segment without text was left out"))
        return False
    if segment.start_ms is None:
        changes.append(Change(None, f"a segment without a start was left out: {one_line(segment.text)}"))
        return False
    return True


def _times(given: list[int], ends: list[int | None], changes: list[Change]) -> tuple[list[int], list[int]]:
    """Starts of 0 or more, and ends after them; `given` are the starts in order."""
    sound = [end for end in ends if end is not None]
    # Fast path: nearly every track is sound, and that shows in four passes in C over whole columns.
    if len(sound) == len(given) and not any(map(ge, given, sound)) and (not given or given[0] >= 0):
        return given, sound
    starts = [max(start, 0) for start in given]
    sound = []
    for row, end in enumerate(ends):
        from_zero(given[row], "a start", "", changes)
        following = starts[row + 1] if row + 1 < len(starts) else None
        sound.append(_end(starts[row], end, following, changes))
    return starts, sound


def _end(start: int, end: int | None, following: int | None, changes: list[Change]) -> int:
    """An end that is after the start: as given if it is, else soon after, at the latest where the next begins."""
    if end is not None and end > start:
        return end
    found = start + MISSING_END_MS
    if following is not None and start < following < found:
        found = following
    given = "no end" if end is None else f"an end of {end} ms"
    changes.append(Change(start, f"a segment with {given} ends at {found} ms"))
    return found
