"""Speech to read: the sentences of a track as turns of its speakers, below the chapters that they are in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from ...records import Document, Segment
from ...text.cleaning import caption_lines, joined, one_line
from ...text.kinsoku import COMPLETE_ENDS
from ..chapters.model import Marked, marked_chapters

_PAUSE_MS = 2000
"""A silence after which a paragraph begins: about as long as people wait for somebody else to speak."""
_LONG_PARAGRAPH = 500
"""Characters from which on a paragraph ends with its sentence: a screen of text is hard to find a place in."""


@attrs.frozen
class Turn:
    """What one speaker says without a break: its sentences, and the text of them on one line.

    `continues` says that the same speaker goes on from the turn before it.
    """

    speaker: str | None
    segments: tuple[Segment, ...]
    continues: bool = False

    @property
    def start_ms(self) -> int | None:
        """When it begins, where that is known."""
        return self.segments[0].start_ms

    @property
    def text(self) -> str:
        """Its sentences one after the other."""
        return joined([joined(caption_lines(segment.text)) for segment in self.segments])


@attrs.frozen
class Section:
    """The turns of a chapter; `chapter` is `None` for what is said before the first one, or where there are none."""

    chapter: Marked | None
    turns: tuple[Turn, ...]


def sections_of(document: Document, segments: Iterable[Segment], names: Mapping[str, str]) -> tuple[Section, ...]:
    """A section for each chapter of a document, those without a word too; speakers by their names.

    A sentence is in the chapter in which it begins. One without a start stays behind the one before it.
    """
    chapters = marked_chapters(document)[0]
    starts = [each.start_ms for each in chapters]
    grouped: list[list[Segment]] = [[] for _ in range(len(chapters) + 1)]
    place = 0
    for segment in segments:
        if caption_lines(segment.text):
            place = place if segment.start_ms is None else bisect_right(starts, segment.start_ms)
            grouped[place].append(segment)
    sections = zip([None, *chapters], grouped, strict=True)
    return tuple(Section(chapter, tuple(_turns(group, names))) for chapter, group in sections if chapter or group)


def _turns(segments: Sequence[Segment], names: Mapping[str, str]) -> Iterator[Turn]:
    pending: list[Segment] = []
    length = 0
    continues = False
    for segment in segments:
        if pending and _begins_a_turn(pending[-1], length, segment):
            yield Turn(_name(pending[0], names), tuple(pending), continues)
            continues = _same_speaker(pending[-1], segment)
            pending, length = [], 0
        pending.append(segment)
        length += len(segment.text)
    if pending:
        yield Turn(_name(pending[0], names), tuple(pending), continues)


def _begins_a_turn(last: Segment, length: int, segment: Segment) -> bool:
    """Whether somebody else speaks, or the same speaker after a pause, or the paragraph so far is long enough."""
    if not _same_speaker(last, segment):
        return True
    if None not in (last.end_ms, segment.start_ms) and (segment.start_ms or 0) - (last.end_ms or 0) >= _PAUSE_MS:
        return True
    return length >= _LONG_PARAGRAPH and last.text.rstrip().endswith(COMPLETE_ENDS)


def _same_speaker(earlier: Segment, later: Segment) -> bool:
    return (earlier.speaker or None) == (later.speaker or None)


def _name(segment: Segment, names: Mapping[str, str]) -> str | None:
    """The name of who speaks, the id where there is none or nothing can be seen of it."""
    speaker = segment.speaker or ""
    return one_line(names.get(speaker, "")) or one_line(speaker) or None
