"""The plain text of speech and of generated texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...records import Document, Segment
from ...records.tracks import speaker_names, tracks
from ...text.cleaning import caption_lines, joined, lines_of_each, one_line
from ..options import FileOptions, TextOptions
from ..outputs import Output, stored
from ..timestamps import short_clock


def write_txt(document: Document, options: TextOptions) -> Iterable[Output]:
    """A file for each track: one segment a line, a paragraph for each turn of a speaker."""
    names = speaker_names(document)
    for track in tracks(document):
        lines = list(_lines(track.transcript.segments, names, options.times))
        if lines:
            yield Output(stored("\n".join(lines) + "\n", options), track.name)


def _lines(segments: Sequence[Segment], names: Mapping[str, str], times: bool) -> Iterable[str]:
    speaker: str | None = None
    shown = lines_of_each([segment.text for segment in segments])
    for place, segment in enumerate(segments):
        if segment.speaker and segment.speaker != speaker:
            yield from [""] if place else []
            yield f"{one_line(names.get(segment.speaker, segment.speaker))}:"
        speaker = segment.speaker or speaker
        text = joined(shown[place])
        if text:
            yield (
                f"[{short_clock(max(segment.start_ms, 0))}] {text}" if times and segment.start_ms is not None else text
            )


def write_texts(document: Document, options: FileOptions) -> Iterable[Output]:
    """The generated texts, one a paragraph."""
    texts = ["\n".join(lines) for lines in map(caption_lines, document.texts) if lines]
    if texts:
        yield Output(stored("\n\n".join(texts) + "\n", options))
