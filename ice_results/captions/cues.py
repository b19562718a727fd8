"""One cue for each segment, with times that every format can hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from ..records import NO_EXTRA, Segment, Word
from .text import caption_lines, one_line

MISSING_END_MS = 1000
"""How long a cue is shown whose end is missing or not after its start, unless the next begins earlier."""


@attrs.frozen(kw_only=True)
class Cue:
    """Text on screen from `start_ms` to `end_ms`; `lines` are clean, and at least one.

    `words` are the words of the service that it consists of, where they are known. `sources` are the places of
    its segments among those that can be shown.
    """

    start_ms: int
    end_ms: int
    lines: tuple[str, ...]
    speaker: str | None = None
    words: tuple[Word, ...] = attrs.field(default=(), eq=False)
    sources: tuple[int, ...] = attrs.field(default=(), eq=False, repr=False)


@attrs.frozen
class Change:
    """Something that is written other than the service gave it; `at_ms` says where, if that is known."""

    at_ms: int | None
    message: str

    def __str__(self) -> str:
        return self.message if self.at_ms is None else f"at {self.at_ms} ms: {self.message}"


@attrs.frozen
class Cues:
    """The cues of one track in the order of time, and every change that was made for them."""

    cues: tuple[Cue, ...]
    changes: tuple[Change, ...] = ()


def cues_of(segments: Iterable[Segment], speaker_names: Mapping[str, str] = NO_EXTRA) -> Cues:
    """A cue for every segment that has a start and a text, none of them ending before it starts.

    Speakers are shown by their names where `speaker_names` has one for their id.
    """
    changes: list[Change] = []
    shown = [segment for segment in segments if _can_be_shown(segment, changes)]
    in_time = sorted(shown, key=_start)
    if shown != in_time:
        shown = in_time
        changes.append(Change(None, "segments were put in the order of time"))
    starts = [max(_start(segment), 0) for segment in shown]
    cues = [
        _cue(place, segment, start, following, speaker_names, changes)
        for place, (segment, start, following) in enumerate(zip(shown, starts, [*starts[1:], None], strict=False))
    ]
    return Cues(tuple(cues), tuple(changes))


def _start(segment: Segment) -> int:
    return segment.start_ms or 0


def _can_be_shown(segment: Segment, changes: list[Change]) -> bool:
    if not caption_lines(segment.text):
        changes.append(Change(segment.start_ms, "a segment without text was left out"))
        return False
    if segment.start_ms is None:
        changes.append(Change(None, f"a segment without a start was left out: {one_line(segment.text)}"))
        return False
    return True


def _cue(
    place: int, segment: Segment, start: int, following: int | None, names: Mapping[str, str], changes: list[Change]
) -> Cue:
    end = segment.end_ms
    if _start(segment) < 0:
        changes.append(Change(start, f"a start of {segment.start_ms} ms became 0"))
    if end is None or end <= start:
        given = "no end" if end is None else f"an end of {end} ms"
        end = start + MISSING_END_MS
        if following is not None and start < following < end:
            end = following
        changes.append(Change(start, f"a segment with {given} ends at {end} ms"))
    speaker = names.get(segment.speaker, segment.speaker) if segment.speaker else None
    lines = caption_lines(segment.text)
    return Cue(start_ms=start, end_ms=end, lines=lines, speaker=speaker, words=segment.words, sources=(place,))
