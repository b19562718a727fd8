"""Markers in FCPXML 1.10, which Final Cut Pro and DaVinci Resolve import."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from ...findings import Change
from ...records import Document
from ...records.frame_rates import FRAME_RATES
from ..options import PictureOptions
from ..outputs import Output
from ..xml import xml_document
from .model import TimedMarker
from .sequence import Sequence, sequence_of, with_cut_said

_FORMAT, _ASSET = "r1", "r2"
_LOOKS = {"chapters": ("chapter-marker", {"posterOffset": "0s"}), "actions": ("marker", {"completed": "0"})}
_RATES = tuple(FRAME_RATES[name] for name in ("23.976", "24", "25", "29.97", "30", "50", "59.94", "60"))
_USUAL_SIZE = 1920, 1080
_SIZE_ASSUMED = Change(None, "1920x1080 pixels were assumed: set frame_size to the video's own")


def write_fcpxml(document: Document, options: PictureOptions) -> Iterable[Output]:
    """A project with one clip of the media, or a gap where its URL is not known, and markers in it.

    Chapters are chapter markers, actions are to-do markers that are not done, all others are plain
    markers: FCPXML has no colours, the kind of a marker gives it its look. Every time is a whole
    number of frames.
    """
    sequence = with_cut_said(sequence_of("markers.fcpxml", document, options))
    assumed = () if options.frame_size else (_SIZE_ASSUMED,)
    root = _root(sequence, options.frame_size or _USUAL_SIZE)
    yield Output(xml_document(root), None, (*sequence.changes, *assumed, *_rate_said(sequence)))


def _rate_said(sequence: Sequence) -> tuple[Change, ...]:
    rate = sequence.timeline.rate
    return () if rate in _RATES else (Change(None, f"Final Cut Pro has no projects of {rate} frames a second"),)


def _root(sequence: Sequence, frame_size: tuple[int, int]) -> Element:
    root = Element("fcpxml", version="1.10")
    resources = SubElement(root, "resources")
    width, height = map(str, frame_size)
    SubElement(
        resources, "format", {"id": _FORMAT, "frameDuration": _time(1, sequence), "width": width, "height": height}
    )
    if sequence.media_url is not None:
        resources.append(_asset(sequence, sequence.media_url))
    event = SubElement(SubElement(root, "library"), "event", name=sequence.name)
    SubElement(event, "project", name=sequence.name).append(_sequence(sequence))
    return root


def _asset(sequence: Sequence, media_url: str) -> Element:
    """The media; its picture is counted in the timeline's frames, and where there is speech it has sound."""
    asset = Element("asset", {"id": _ASSET, "name": sequence.name, "start": "0s", **_length(sequence)})
    asset.attrib |= {"hasVideo": "1", "format": _FORMAT} | ({"hasAudio": "1"} if sequence.has_speech else {})
    SubElement(asset, "media-rep", kind="original-media", src=media_url)
    return asset


def _sequence(sequence: Sequence) -> Element:
    start = _time(sequence.timeline.start_frame, sequence)
    counting = {"tcStart": start, "tcFormat": "DF" if sequence.timeline.drop_frame else "NDF"}
    element = Element("sequence", {"format": _FORMAT, **_length(sequence), **counting})
    what = {"ref": _ASSET} if sequence.media_url is not None else {}
    place = {"name": sequence.name, "offset": start, "start": "0s", **_length(sequence)}
    clip = SubElement(SubElement(element, "spine"), "asset-clip" if what else "gap", {**what, **place})
    clip.extend(_marker(each, sequence) for each in sequence.markers)
    return element


def _marker(timed: TimedMarker, sequence: Sequence) -> Element:
    """A marker in the time of its clip, which begins with 0."""
    marker = timed.marker
    tag, looks = _LOOKS.get(marker.kind, ("marker", {}))
    times = {"start": _time(timed.frame, sequence), "duration": _time(timed.duration_frames, sequence)}
    return Element(tag, {**times, "value": marker.title, **looks, **({"note": marker.note} if marker.note else {})})


def _length(sequence: Sequence) -> dict[str, str]:
    return {"duration": _time(sequence.length_frames, sequence)}


def _time(frames: int, sequence: Sequence) -> str:
    """So many frames as seconds: a fraction, or a whole number where it is one."""
    return f"{frames / sequence.timeline.rate}s"
