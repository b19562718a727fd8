"""Chunks of speech with their times, for search and retrieval: JSON Lines that frameworks load as documents."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from ...records import Document, Segment
from ...records.tracks import speaker_names, tracks
from ...text.cleaning import caption_lines, joined, one_line
from ..options import ChunkOptions
from ..outputs import Output
from .turns import Section, sections_of

_SEEN = 4
"""As many characters of a text decide whether another follows it without a space."""
_PLACES = re.compile(r"(?<=[。！？…，、；：])\s*|\s+")
"""Where a sentence that is longer than a chunk may be cut: behind full-width punctuation, at spaces."""


@attrs.frozen
class _Piece:
    """A sentence, or a part of one that is longer than a chunk."""

    segment: Segment
    text: str
    start_ms: int | None
    end_ms: int | None


def write_chunks(document: Document, options: ChunkOptions) -> Iterable[Output]:
    """A line for each chunk: `text`, `start_ms`, `end_ms`, `speakers`, `chapter`, `title`, `source`, `segments`.

    A chunk has whole sentences of up to `chunk_size` characters and never reaches across a chapter, nor, with
    `one_speaker`, from one speaker to the next. With `overlap` it begins with as many of the last sentences before it
    as have that many characters. A sentence that is longer than a chunk is cut at its punctuation, and its time is
    shared out by length. `segments` are the ids of the sentences, or their numbers in the track where they have none.
    """
    names = speaker_names(document)
    source = document.source
    for track in tracks(document):
        numbers = {id(each): number for number, each in enumerate(track.transcript.segments, 1)}
        lines = [
            json.dumps(
                {
                    "text": joined([piece.text for piece in pieces]),
                    "start_ms": pieces[0].start_ms,
                    "end_ms": max((each.end_ms for each in pieces if each.end_ms is not None), default=None),
                    "speakers": _speakers(pieces, names),
                    "chapter": section.chapter.title if section.chapter else None,
                    "title": document.title,
                    "source": source,
                    "segments": list(
                        dict.fromkeys(each.segment.id or str(numbers[id(each.segment)]) for each in pieces)
                    ),
                },
                ensure_ascii=False,
            )
            for section in sections_of(document, track.transcript.segments, {})
            for pieces in _chunks(section, options)
        ]
        if lines:
            yield Output("\n".join(map(_on_one_line, lines)) + "\n", track.name)


def _on_one_line(text: str) -> str:
    """JSON without what some readers take for the end of a line."""
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def _speakers(pieces: Iterable[_Piece], names: dict[str, str]) -> list[str]:
    ids = dict.fromkeys(each.segment.speaker for each in pieces if each.segment.speaker)
    return [one_line(names.get(each, each)) for each in ids]


def _chunks(section: Section, options: ChunkOptions) -> Iterator[list[_Piece]]:
    """The pieces of a section in groups of the size that is asked for."""
    pending: list[_Piece] = []
    repeated, size = 0, _Size()
    for piece in (piece for turn in section.turns for each in turn.segments for piece in _pieces(each, options)):
        other = options.one_speaker and pending and pending[-1].segment.speaker != piece.segment.speaker
        # What is only repeated is no chunk of its own: something new has to follow it.
        if len(pending) > repeated and (other or size.with_more(piece.text).length > options.chunk_size):
            yield pending
            pending = [] if other else _overlap(pending, piece, options)
            repeated, size = len(pending), _size(pending)
        pending.append(piece)
        size = size.with_more(piece.text)
    if len(pending) > repeated:
        yield pending


def _overlap(pieces: Sequence[_Piece], following: _Piece, options: ChunkOptions) -> list[_Piece]:
    """The last of some pieces that have as many characters as chunks overlap by, and leave room for the next."""
    first = len(pieces)
    length = 0
    while first and length <= options.overlap:
        first -= 1
        length += _size(pieces[first : first + 2]).length - sum(
            len(each.text) for each in pieces[first + 1 : first + 2]
        )
    kept = list(pieces[first:])
    # Overlap gives way to the next sentence: a chunk that repeats much and adds nothing is of no use.
    while kept and (_size(kept).length > options.overlap or _size([*kept, following]).length > options.chunk_size):
        del kept[0]
    return kept


@attrs.frozen
class _Size:
    """How long the text of a chunk is, and its end, which decides whether a space follows.

    It grows with each piece: joining all of them again for each one would cost the square of the size.
    """

    length: int = 0
    end: str = ""

    def with_more(self, text: str) -> _Size:
        """The size with a text behind it."""
        grown = joined([self.end, text] if self.length else [text])
        return _Size(self.length - len(self.end) + len(grown), grown[-_SEEN:])


def _size(pieces: Sequence[_Piece]) -> _Size:
    text = joined([piece.text for piece in pieces])
    return _Size(len(text), text[-_SEEN:])


def _pieces(segment: Segment, options: ChunkOptions) -> Iterator[_Piece]:
    """A sentence, cut where it is longer than a chunk."""
    text = joined(caption_lines(segment.text))
    if len(text) <= options.chunk_size:
        yield _Piece(segment, text, segment.start_ms, segment.end_ms)
        return
    reached = 0
    for end in _cuts(text, options.chunk_size):
        yield _Piece(segment, text[reached:end].strip(), _time_at(segment, reached, text), _time_at(segment, end, text))
        reached = end


def _cuts(text: str, size: int) -> Iterator[int]:
    """Where a text is cut so that no part is longer than a size: at the last good place, else just there."""
    places = [match.end() for match in _PLACES.finditer(text)]
    begin = number = 0
    while len(text) - begin > size:
        last = begin
        while number < len(places) and places[number] <= begin + size:
            last = places[number]
            number += 1
        begin = last if last > begin else begin + size
        yield begin
    yield len(text)


def _time_at(segment: Segment, place: int, text: str) -> int | None:
    """The time at a place in the text, shared out by length."""
    if segment.start_ms is None or segment.end_ms is None:
        return segment.start_ms if place == 0 else segment.end_ms if place == len(text) else None
    return segment.start_ms + (segment.end_ms - segment.start_ms) * place // len(text)
