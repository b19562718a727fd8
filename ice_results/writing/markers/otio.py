"""Markers in OpenTimelineIO, the form that editing programs and pipelines exchange timelines in."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from ...errors import MissingExtra
from ...records import Document
from ..options import TimelineOptions
from ..outputs import Output
from .model import COLORS, TimedMarker
from .sequence import Sequence, sequence_of, with_cut_said

NAMESPACE = "ice_results"


def write_otio(document: Document, options: TimelineOptions) -> Iterable[Output]:
    """A timeline with one clip of the media and a marker for each place, coloured by its kind.

    A marker is an exact number of frames; its milliseconds, its kind and its note are in its
    metadata under `ice_results`.

    Raises `MissingExtra` where opentimelineio is not installed.
    """
    sequence = with_cut_said(sequence_of("markers.otio", document, options))
    yield Output(_timeline(sequence, _library()).to_json_string(), None, sequence.changes)


def _library() -> Any:
    """OpenTimelineIO; raises `MissingExtra` where it is not installed."""
    try:
        return import_module("opentimelineio")
    except ModuleNotFoundError:
        raise MissingExtra("OpenTimelineIO files", "opentimelineio", "otio") from None


def _timeline(sequence: Sequence, otio: Any) -> Any:
    rate = float(sequence.timeline.rate)
    timeline = otio.schema.Timeline(
        name=sequence.name,
        global_start_time=otio.opentime.RationalTime(sequence.timeline.start_frame, rate),
    )
    track = otio.schema.Track(name="V1", kind=otio.schema.TrackKind.Video)
    track.append(_clip(sequence, rate, otio))
    timeline.tracks.append(track)
    timeline.tracks.markers.extend(_marker(each, rate, otio) for each in sequence.markers)
    return timeline


def _clip(sequence: Sequence, rate: float, otio: Any) -> Any:
    """The whole media: by its URL where that is known, else as media that is missing."""
    whole = _range(0, sequence.length_frames, rate, otio)
    media = (
        otio.schema.MissingReference(available_range=whole)
        if sequence.media_url is None
        else otio.schema.ExternalReference(target_url=sequence.media_url, available_range=whole)
    )
    return otio.schema.Clip(name=sequence.name, media_reference=media, source_range=whole)


def _marker(timed: TimedMarker, rate: float, otio: Any) -> Any:
    marker = timed.marker
    facts = {"kind": marker.kind, "start_ms": marker.start_ms, "end_ms": marker.end_ms, "note": marker.note}
    return otio.schema.Marker(
        name=marker.title,
        marked_range=_range(timed.frame, timed.duration_frames, rate, otio),
        color=COLORS[marker.kind].otio,
        comment=marker.note,
        metadata={NAMESPACE: facts},
    )


def _range(start: int, frames: int, rate: float, otio: Any) -> Any:
    return otio.opentime.TimeRange(otio.opentime.RationalTime(start, rate), otio.opentime.RationalTime(frames, rate))
