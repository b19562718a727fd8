"""A part of the media cut out: everything that is in it, and nothing that is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import attrs

from ..errors import InvalidOption
from ..findings import Problem
from ..records import Chapter, Document, Highlight, Notes, Occurrence, Segment, Tag, Transcript, Word
from ..records.document import check_document
from ..text.values import counted
from .times import moved, whole_ms
from .words import positions_of

Span = TypeVar("Span", Segment, Word, Chapter, Highlight, Occurrence)


def cut(document: Document, start_ms: int, end_ms: int, *, rebase: bool = True) -> Document:
    """What lies from `start_ms` up to `end_ms`, in milliseconds; with `rebase` its times count from the cut's start.

    Whatever crosses an edge ends there. Sentences with word times are cut between words; of those without, the text
    is kept whole, which a note counts. Instants and frames at `start_ms` are in, those at `end_ms` are not. What has
    no time at all, such as a summary, stays. Raises `InvalidOption` where the end is not after the start.
    """
    check_document(document)
    if whole_ms(end_ms, "end_ms") <= whole_ms(start_ms, "start_ms"):
        raise InvalidOption("end_ms", f"a time after start_ms, {start_ms}", repr(end_ms))
    part = _Part(start_ms, end_ms)
    transcripts = tuple(part.transcript(each) for each in document.transcripts)
    found = attrs.evolve(
        document,
        transcripts=tuple(
            new for new, old in zip(transcripts, document.transcripts, strict=True) if new.segments or not old.segments
        ),
        tags=tuple(tag for each in document.tags for tag in part.tag(each)),
        frames=tuple(each for each in document.frames if each.at_ms is None or part.has(each.at_ms)),
        chapters=tuple(part.spans(document.chapters)),
        notes=part.notes(document.notes) if document.notes else None,
        problems=(*document.problems, *part.remarks()),
    )
    return moved(found, lambda at_ms: at_ms - start_ms) if rebase and start_ms else found


@attrs.define
class _Part:
    """The part that is cut out, and how many sentences were kept whole at its edges."""

    start_ms: int
    end_ms: int
    kept_whole: int = 0

    def has(self, at_ms: int) -> bool:
        """Whether an instant is in the part."""
        return self.start_ms <= at_ms < self.end_ms

    def touches(self, record: Span) -> bool:
        """Whether some of a span is in the part; what has no start or no length is where its other time is."""
        start = record.end_ms if record.start_ms is None else record.start_ms
        if start is None:
            return True
        if record.end_ms is None or record.end_ms <= start:
            return self.has(start)
        return start < self.end_ms and record.end_ms > self.start_ms

    def holds(self, record: Span) -> bool:
        """Whether a span does not cross an edge."""
        start, end = record.start_ms, record.end_ms
        return (start is None or start >= self.start_ms) and (end is None or end <= self.end_ms)

    def clipped(self, record: Span) -> Span:
        """As much of a span as is in the part."""
        if self.holds(record):
            return record
        start = None if record.start_ms is None else max(record.start_ms, self.start_ms)
        end = None if record.end_ms is None else min(record.end_ms, self.end_ms)
        return attrs.evolve(record, start_ms=start, end_ms=end)

    def spans(self, records: Iterable[Span]) -> Iterator[Span]:
        """The spans that are in the part."""
        return (self.clipped(each) for each in records if self.touches(each))

    def transcript(self, transcript: Transcript) -> Transcript:
        """The sentences in the part."""
        segments = tuple(each for given in transcript.segments if self.touches(given) for each in self.segment(given))
        return attrs.evolve(transcript, segments=segments)

    def segment(self, segment: Segment) -> Iterator[Segment]:
        """What of a sentence is said in the part: its words, where their times are known."""
        if self.holds(segment):
            yield segment
        elif any(word.start_ms is not None for word in segment.words):
            kept = [place for place, at_ms in enumerate(_middles(segment.words)) if at_ms is None or self.has(at_ms)]
            if kept:
                said = _words_from_to(segment, kept[0], kept[-1] + 1)
                yield attrs.evolve(self.clipped(said), words=tuple(map(self.clipped, said.words)))
        else:
            self.kept_whole += 1
            yield self.clipped(segment)

    def tag(self, tag: Tag) -> Iterator[Tag]:
        """The tag with its occurrences in the part; none where it occurs elsewhere only."""
        occurrences = tuple(
            attrs.evolve(
                each, boxes=tuple(boxed for boxed in each.boxes if boxed.at_ms is None or self.has(boxed.at_ms))
            )
            for each in self.spans(tag.occurrences)
        )
        if occurrences or not tag.occurrences:
            yield attrs.evolve(tag, occurrences=occurrences)

    def notes(self, notes: Notes) -> Notes:
        """The notes with the key sentences and actions of the part."""
        return attrs.evolve(
            notes, key_sentences=tuple(self.spans(notes.key_sentences)), actions=tuple(self.spans(notes.actions))
        )

    def remarks(self) -> Iterator[Problem]:
        """What was cut less exactly than one might think."""
        if self.kept_whole:
            sentences = counted(self.kept_whole, "sentence")
            message = f"{sentences} without word times at an edge of the cut: the whole text was kept"
            yield Problem(path="", message=message, severity="note")


def _middles(words: Sequence[Word]) -> list[int | None]:
    """The instant in the middle of each word; a word without times is where the one before it is."""
    found: list[int | None] = []
    for word in words:
        start = word.start_ms if word.start_ms is not None else word.end_ms
        end = word.end_ms if word.end_ms is not None else start
        middle = None if start is None or end is None else (start + end) // 2
        found.append(middle if middle is not None or not found else found[-1])
    return found


def _words_from_to(segment: Segment, first: int, last: int) -> Segment:
    """The sentence with its words from one place up to another, and the text that they make up."""
    words = segment.words[first:last]
    return attrs.evolve(
        segment,
        start_ms=segment.start_ms if first == 0 else _first_known(word.start_ms for word in words),
        end_ms=segment.end_ms if last == len(segment.words) else _first_known(word.end_ms for word in reversed(words)),
        text=_text_of(segment, first, last),
        words=words,
    )


def _first_known(times: Iterable[int | None]) -> int | None:
    return next((each for each in times if each is not None), None)


def _text_of(segment: Segment, first: int, last: int) -> str:
    """The text of some words: as it is written, with the punctuation behind them, where they are found in it."""
    positions = positions_of(segment.words, segment.text)
    if positions is None:
        return "".join(word.text for word in segment.words[first:last])
    begin = 0 if first == 0 else positions[first]
    end = len(segment.text) if last == len(segment.words) else positions[last]
    return segment.text[begin:end] if begin == 0 and end == len(segment.text) else segment.text[begin:end].strip()
