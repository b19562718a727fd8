"""All times of a document moved: later, earlier, slower, faster."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeVar

import attrs

from ..errors import InvalidOption
from ..records import Chapter, Document, Highlight, Notes, Occurrence, Segment, Tag, TextFrame, Transcript
from ..records.document import check_document
from ..records.frame_rates import EXPECTED_RATE, frame_rate

T = TypeVar("T")
Move = Callable[[int], int]
"""Where an instant in milliseconds goes."""


def shift(document: Document, ms: int) -> Document:
    """The document with every time later by `ms` milliseconds, earlier where that is negative.

    Times before 0 are kept: shifting back gives the document again, and every writer says what it does with them.
    Raises `InvalidOption` where `ms` is no whole number.
    """
    check_document(document)
    whole_ms(ms, "ms")
    return document if ms == 0 else moved(document, lambda at_ms: at_ms + ms)


def scale(document: Document, from_fps: str | float, to_fps: str | float) -> Document:
    """The document for media that was made at one frame rate and is played at another: 25 to 23.976 makes all later.

    Rates are exact (29.97 is 30000/1001), times are rounded half up. Raises `InvalidOption` for what is no rate.
    """
    check_document(document)
    factor = _rate("from_fps", from_fps) / _rate("to_fps", to_fps)
    return document if factor == 1 else moved(document, lambda at_ms: math.floor(at_ms * factor + Fraction(1, 2)))


def _rate(name: str, value: str | float) -> Fraction:
    rate = frame_rate(value)
    if rate is None:
        raise InvalidOption(name, EXPECTED_RATE, repr(value))
    return rate


def whole_ms(value: Any, name: str) -> int:
    """A time that a caller gave; raises `InvalidOption` where it is no whole number."""
    if type(value) is not int:
        raise InvalidOption(name, "whole milliseconds", repr(value))
    return value


def moved(document: Document, move: Move) -> Document:
    """The document with every time of its media where `move` puts it; instants of jobs are no times of media."""
    return attrs.evolve(
        document,
        transcripts=tuple(_transcript(each, move) for each in document.transcripts),
        tags=tuple(_tag(each, move) for each in document.tags),
        frames=tuple(_frame(each, move) for each in document.frames),
        chapters=tuple(_span(each, move) for each in document.chapters),
        notes=_notes(document.notes, move) if document.notes else None,
    )


def _moved(ms: int | None, move: Move) -> int | None:
    return None if ms is None else move(ms)


Span = TypeVar("Span", Segment, Chapter, Highlight, Occurrence)


def _span(record: Span, move: Move) -> Span:
    return attrs.evolve(record, start_ms=_moved(record.start_ms, move), end_ms=_moved(record.end_ms, move))


def _transcript(transcript: Transcript, move: Move) -> Transcript:
    return attrs.evolve(transcript, segments=tuple(_segment(each, move) for each in transcript.segments))


def _segment(segment: Segment, move: Move) -> Segment:
    words = tuple(
        attrs.evolve(word, start_ms=_moved(word.start_ms, move), end_ms=_moved(word.end_ms, move))
        for word in segment.words
    )
    return attrs.evolve(_span(segment, move), words=words)


def _tag(tag: Tag, move: Move) -> Tag:
    return attrs.evolve(tag, occurrences=tuple(_occurrence(each, move) for each in tag.occurrences))


def _occurrence(occurrence: Occurrence, move: Move) -> Occurrence:
    boxes = tuple(attrs.evolve(boxed, at_ms=_moved(boxed.at_ms, move)) for boxed in occurrence.boxes)
    return attrs.evolve(_span(occurrence, move), boxes=boxes)


def _frame(frame: TextFrame, move: Move) -> TextFrame:
    return attrs.evolve(frame, at_ms=_moved(frame.at_ms, move))


def _notes(notes: Notes, move: Move) -> Notes:
    return attrs.evolve(
        notes,
        key_sentences=tuple(_span(each, move) for each in notes.key_sentences),
        actions=tuple(_span(each, move) for each in notes.actions),
    )
