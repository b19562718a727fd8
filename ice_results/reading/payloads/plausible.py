"""Times that cannot be meant: seconds where milliseconds are due, and the other way round."""

from __future__ import annotations

import attrs

from ...findings import Problem
from ...records import Document, Transcript
from ..escaping import whole

_SAMPLED = 200
_FEWEST_CHARACTERS = 40
_FASTEST_PER_SECOND = 100
_SLOWEST_PER_MINUTE = 10


def with_plausible_times(document: Document, path: str) -> Document:
    """The document, with a warning for each transcript that is spoken impossibly fast or slowly.

    Times are never changed: speech at a hundred characters a second, or below ten a minute, is said.
    """
    warnings = [
        Problem(path=whole(path), message=message, severity="warning")
        for transcript in document.transcripts
        if (message := _doubt(transcript))
    ]
    return attrs.evolve(document, problems=(*document.problems, *warnings)) if warnings else document


def _doubt(transcript: Transcript) -> str | None:
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
        pace = f"{characters} characters in {spoken_ms // 60_000} minutes of speech"
        return _message(pace, "milliseconds where seconds are due")
    return None


def _message(pace: str, guess: str) -> str:
    return f"{pace}: these look like {guess}; the times were taken as they are"
