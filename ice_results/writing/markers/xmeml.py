"""Markers in the XML of Final Cut Pro 7 (xmeml 5), which Premiere and DaVinci Resolve import."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from ...records import Document
from ..options import TimelineOptions
from ..outputs import Output
from ..timecode import Timeline
from ..xml import xml_document
from .model import COLORS, TimedMarker
from .sequence import Sequence, sequence_of


def write_xmeml(document: Document, options: TimelineOptions) -> Iterable[Output]:
    """A sequence without clips and a marker for each place, in frames from the sequence's beginning.

    The colour is Premiere's own, by the kind of the marker; the note is in its comment.
    """
    sequence = sequence_of("markers.xml", document, options)
    yield Output(xml_document(_root(sequence)), None, sequence.changes)


def _root(sequence: Sequence) -> Element:
    root = Element("xmeml", version="5")
    element = SubElement(root, "sequence", id="sequence-1")
    element.append(_leaf("name", sequence.name))
    element.append(_leaf("duration", sequence.length_frames))
    element.extend([_rate(sequence.timeline), _timecode(sequence.timeline), _media()])
    element.extend(map(_marker, sequence.markers))
    return root


def _rate(timeline: Timeline) -> Element:
    """Whole frames a second, and whether they run slower by 1000/1001 as NTSC does."""
    rate = Element("rate")
    ntsc = "FALSE" if timeline.rate == timeline.timebase else "TRUE"
    rate.extend([_leaf("timebase", timeline.timebase), _leaf("ntsc", ntsc)])
    return rate


def _timecode(timeline: Timeline) -> Element:
    """What the first frame is called."""
    element = Element("timecode")
    counting = "DF" if timeline.drop_frame else "NDF"
    frame = [_leaf("string", timeline.clock(0)), _leaf("frame", timeline.start_frame)]
    element.extend([_rate(timeline), *frame, _leaf("displayformat", counting)])
    return element


def _media() -> Element:
    """An empty track of pictures, and the format before it that Resolve looks for even where it says nothing."""
    media = Element("media")
    video = SubElement(media, "video")
    SubElement(video, "format")
    SubElement(video, "track")
    return media


def _marker(timed: TimedMarker) -> Element:
    """A marker as Premiere writes it; one without a length ends at -1."""
    marker = timed.marker
    out = -1 if marker.end_ms is None else timed.frame + timed.duration_frames
    element = Element("marker")
    texts = [_leaf("comment", marker.note), _leaf("name", marker.title)]
    element.extend([*texts, _leaf("in", timed.frame), _leaf("out", out)])
    element.append(_leaf("pproColor", COLORS[marker.kind].premiere))
    return element


def _leaf(tag: str, value: str | int) -> Element:
    element = Element(tag)
    element.text = str(value)
    return element
