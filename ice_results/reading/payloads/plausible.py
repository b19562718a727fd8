"""Times that cannot be meant, such as seconds where milliseconds are due, and times that are not there at all."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

import attrs

from ...findings import Problem
from ...records import Document, Segment, Transcript
from ...text.values import counted, described
from ..escaping import whole
from ..wire import MILLISECONDS, SECONDS

_SAMPLED = 200
_FEWEST_CHARACTERS = 40
_FASTEST_PER_SECOND = 100
_SLOWEST_PER_MINUTE = 10
_SHOWN_KEYS = 6
_WRONG_TIMES = (f"expected {MILLISECONDS.expected}", f"expected {SECONDS.expected}")


def with_plausible_times(document: Document, path: str) -> Document:
    """The document, with a warning for each transcript that is spoken impossibly fast or slowly, or has no times.

    Times are never changed: speech at a hundred characters a second, or below ten a minute, is reported.
    """
    warnings = [
        Problem(path=whole(path), message=message, severity="warning")
        for transcript in document.transcripts
        for message in (_doubted_pace(transcript), _doubted_times(transcript, document.problems))
        if message
    ]
    return attrs.evolve(document, problems=(*document.problems, *warnings)) if warnings else document


def _doubted_times(transcript: Transcript, problems: Iterable[Problem]) -> str | None:
    """How many texts have no start and no problem that says why, and the keys of the first that nobody understood."""
    if None not in map(attrgetter("start_ms"), transcript.segments):
        return None
    reported = {each.found for each in problems if each.message in _WRONG_TIMES}
    untimed = [
        each
        for each in transcript.segments
        if each.text and each.start_ms is None and reported.isdisjoint(_shown(each))
    ]
    if not untimed:
        return None
    unknown = ", ".join(list(untimed[0].extra)[:_SHOWN_KEYS])
    message = f"no start in {len(untimed)} of {counted(len(transcript.segments), 'segment')}"
    return f"{message}; keys that were not understood: {unknown}" if unknown else message


def _shown(segment: Segment) -> Iterable[str]:
    """The values that a segment and its words keep, as a problem with one of them shows it."""
    kept = (segment.extra, *(word.extra for word in segment.words))
    return (described(value) for extra in kept for value in extra.values())


def _doubted_pace(transcript: Transcript) -> str | None:
    """What is wrong with the pace of up to 200 segments, taken evenly from the whole."""
    step = max(len(transcript.segments) // _SAMPLED, 1)
    characters = spoken_ms = 0
    for segment in transcript.segments[::step]:
        if segment.start_ms is not None and segment.end_ms is not None and segment.end_ms >= segment.start_ms:
            characters += len(segment.text)
            spoken_ms += segment.end_ms - segment.start_ms
    if characters < _FEWEST_CHARACTERS:
        return None
    if characters * 1000 > _FASTEST_PER_SECOND * spoken_ms:
        return _message(f"{characters} characters in {spoken_ms} ms of speech", "seconds where milliseconds are due")
    if characters * 60_000 < _SLOWEST_PER_MINUTE * spoken_ms:
        pace = f"{characters} characters in {counted(spoken_ms // 60_000, 'minute')} of speech"
        return _message(pace, "milliseconds where seconds are due")
    return None


def _message(pace: str, guess: str) -> str:
    return f"{pace}: these look like {guess}; the times were taken as they are"
