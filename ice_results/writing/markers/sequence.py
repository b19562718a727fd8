"""The timeline of one clip that editing programs get their markers on."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ...findings import Change
from ...records import Chapter, Document, Occurrence, Segment
from ...records.spans import is_countable
from ...text.cleaning import one_line
from ..options import TimelineOptions
from ..timecode import Timeline
from ..xml import xml_text
from .model import Marker, TimedMarker, no_markers, timeline_markers


@attrs.frozen
class Sequence:
    """A timeline with its name and length, the markers on it, and its media: the URL, and whether it has speech.

    Service answers do not say how long the media is: the sequence ends with the last that they speak of.
    """

    name: str
    timeline: Timeline
    length_frames: int
    media_url: str | None
    has_speech: bool
    markers: tuple[TimedMarker, ...]
    changes: tuple[Change, ...]


def sequence_of(
    name: str,
    document: Document,
    options: TimelineOptions,
) -> Sequence:
    """The sequence that the options describe, with the document's markers in the order of time.

    No text in it has characters that XML cannot hold: what passes timelines on goes through XML
    sooner or later, and such a character would cost the whole file.

    Raises `InvalidOption` where the frame rate and the start timecode do not fit together, `NoMaterial`
    where there are no markers.
    """
    timeline, found, changes = timeline_markers(document, options)
    if not found:
        raise no_markers(name, options, changes)
    left_out: list[Change] = []
    markers = tuple(attrs.evolve(each, marker=_for_xml(each.marker, left_out)) for each in found)
    ends = [each.frame + each.duration_frames for each in markers]
    return Sequence(
        name=one_line(xml_text(document.title or "")) or "markers",
        timeline=timeline,
        length_frames=max([*ends, timeline.frame_at(_last_ms(document))]),
        media_url=_media_url(document),
        has_speech=bool(document.transcripts),
        markers=markers,
        changes=(*changes, *left_out),
    )


def with_cut_said(sequence: Sequence) -> Sequence:
    """The sequence, with a word on where a clip of real media ends for want of a known length."""
    if sequence.media_url is None:
        return sequence
    said = "the length of the media is not known: the clip ends with the last that the document speaks of"
    return attrs.evolve(sequence, changes=(*sequence.changes, Change(None, said)))


def _media_url(document: Document) -> str | None:
    return (xml_text(document.job.media_url or "") or None) if document.job else None


def _for_xml(marker: Marker, changes: list[Change]) -> Marker:
    """The marker without the characters that XML cannot hold, and a word on it where it had some."""
    title, note = one_line(xml_text(marker.title)), one_line(xml_text(marker.note))
    if (title, note) == (marker.title, marker.note):
        return marker
    title = title or "Marker"
    changes.append(Change(marker.start_ms, f"characters that XML cannot hold were left out of a marker: {title}"))
    return attrs.evolve(marker, title=title, note=note)


def _last_ms(document: Document) -> int:
    """The last instant of the media that the document speaks of."""
    ends = (each.start_ms if each.end_ms is None else each.end_ms for each in _timed_records(document))
    return max((end for end in ends if end is not None and is_countable(end)), default=0)


def _timed_records(document: Document) -> Iterator[Chapter | Segment | Occurrence]:
    yield from document.chapters
    for transcript in document.transcripts:
        yield from transcript.segments
    for tag in document.tags:
        yield from tag.occurrences
