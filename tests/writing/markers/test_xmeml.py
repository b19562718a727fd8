"""Markers in the XML of Final Cut Pro 7, as OpenTimelineIO's adapter for it reads them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import Chapter, Document, NoMaterial
from ice_results.findings import Change
from ice_results.writing.convert import write
from ice_results.writing.markers.model import timeline_markers
from ice_results.writing.options import MARKER_KINDS, TimelineOptions

from ...judges.markers import (
    AWKWARD,
    MARKED,
    RATES,
    WITH_MEDIA,
    FoundMarker,
    any_chapters,
    as_found,
    assert_read_back,
    in_a_row,
    places,
    timeline_by_fcp_xml,
)

BLUE, YELLOW, RED, GREEN = "4294741314", "4281049552", "4281740498", "4281828977"
"""The colours of markers in files that Premiere wrote: #428DFC, #D0A12B, #D22C36, and #718637, its own choice."""


def written(given: Document, **options: Any) -> str:
    """The text of the file."""
    content = ice_results.convert(given, "markers.xml", **options)
    assert isinstance(content, str)
    return content


def test_the_sequence_is_written_tag_by_tag() -> None:
    """The file is one sequence: its rate, its timecode, an empty track behind a format, and the markers."""
    given = attrs.evolve(MARKED, chapters=MARKED.chapters[:1], notes=None, transcripts=())
    assert written(given, fps="29.97", start_timecode="01:00:00;00") == (
        """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE xmeml>
<xmeml version="5">
  <sequence id="sequence-1">
    <name>云岭小学的钟楼</name>
    <duration>929</duration>
    <rate>
      <timebase>30</timebase>
      <ntsc>TRUE</ntsc>
    </rate>
    <timecode>
      <rate>
        <timebase>30</timebase>
        <ntsc>TRUE</ntsc>
      </rate>
      <string>01:00:00;00</string>
      <frame>107892</frame>
      <displayformat>DF</displayformat>
    </timecode>
    <media>
      <video>
        <format />
        <track />
      </video>
    </media>
    <marker>
      <comment>林老师介绍钟楼</comment>
      <name>开场</name>
      <in>0</in>
      <out>599</out>
      <pproColor>4294741314</pproColor>
    </marker>
  </sequence>
</xmeml>
"""
    )


def test_markers_are_in_the_sequence_in_frames_and_colours() -> None:
    """A marker has the frame nearest to its start and Premiere's colour of its kind; an instant has no length."""
    found = timeline_by_fcp_xml(written(MARKED, fps="25", markers=MARKER_KINDS))
    assert found[:4] == ("云岭小学的钟楼", Fraction(25), 90_000, 93_125)
    assert found.markers == [
        FoundMarker(0, 500, "开场", "林老师介绍钟楼", BLUE),
        FoundMarker(500, 531, "钟 <b>&amp;</b> \"bell\" 'x'", "", BLUE),
        FoundMarker(525, 26, "钟停了。", "", YELLOW),
        FoundMarker(750, 25, "=钟", "hotword", GREEN),
        FoundMarker(833, 0, "请修钟", "", RED),
        FoundMarker(833, 1, "买灯", "", RED),
        FoundMarker(90_000, 3_086, "散场", "", BLUE),
    ]


def test_an_instant_ends_at_minus_one() -> None:
    """A marker without a length is written as Premiere does it."""
    root = ElementTree.fromstring(written(MARKED, fps="25", markers="actions"))
    assert [(each.findtext("in"), each.findtext("out")) for each in root.iter("marker")] == [
        ("833", "-1"),
        ("833", "834"),
    ]


@pytest.mark.parametrize("name", RATES)
def test_every_rate_is_read_back(name: str) -> None:
    """The adapter finds the rate, the start and each marker as they are meant, within half a frame."""
    rate, start = RATES[name]
    fps = name.split()[0]
    timeline, markers, _ = timeline_markers(MARKED, TimelineOptions(MARKER_KINDS, fps, start))
    text = written(MARKED, fps=fps, start_timecode=start, markers=MARKER_KINDS)
    found = timeline_by_fcp_xml(text)
    assert (found.rate, found.start_frame) == (rate, timeline.start_frame)
    assert places(found.markers) == [as_found(each, instant_frames=0) for each in markers]
    for each, timed in zip(found.markers, markers, strict=True):
        assert abs(each.frame / rate - Fraction(timed.marker.start_ms, 1000)) <= 1 / rate / 2
    timecode = ElementTree.fromstring(text).find("sequence/timecode")
    assert timecode is not None
    counting = "DF" if ";" in start else "NDF"
    assert (timecode.findtext("string"), timecode.findtext("displayformat")) == (start, counting)


def test_awkward_titles_are_read_back() -> None:
    """Titles and notes come back on one line, whatever XML makes of their characters."""
    found = timeline_by_fcp_xml(written(in_a_row(list(AWKWARD)), fps="25"))
    assert [each[:3] for each in found.markers] == [(at * 50, 50, title) for at, title in enumerate(AWKWARD.values())]
    assert [each.note for each in found.markers] == [*list(AWKWARD.values())[:-2], "", ""]


def test_what_was_changed_is_said() -> None:
    """The rate that was taken, and characters that XML cannot hold; an empty sequence says nothing of its media."""
    (output,) = write(attrs.evolve(in_a_row(["good", "no\ufffft"]), jobs=(WITH_MEDIA,)), "markers.xml")
    assert output.changes == (
        Change(None, "25 frames per second were assumed: set fps to the video's own rate"),
        Change(2_000, "characters that XML cannot hold were left out of a marker: not"),
    )


def test_three_hundred_markers_are_read_back() -> None:
    """There is no limit to the number of markers."""
    titles = [f"第{number}章" for number in range(300)]
    assert [each.title for each in timeline_by_fcp_xml(written(in_a_row(titles))).markers] == titles


def test_without_markers_there_is_no_file() -> None:
    """A document that has nothing of the kinds that are asked for says so."""
    for nothing, kinds in ((Document(), MARKER_KINDS), (attrs.evolve(MARKED, tags=()), "tags")):
        with pytest.raises(NoMaterial, match=r"nothing to write as markers\.xml: "):
            ice_results.convert(nothing, "markers.xml", markers=kinds)


@given(any_chapters, st.sampled_from(list(RATES)))
def test_any_titles_at_any_time_are_read_back(chapters: tuple[Chapter, ...], name: str) -> None:
    """Whatever the titles, times and rate: as many markers, at these frames, under titles of one line."""
    fps, start = name.split()[0], RATES[name][1]
    found = timeline_by_fcp_xml(written(Document(chapters=chapters), fps=fps, start_timecode=start))
    assert_read_back(chapters, RATES[name][0], found.markers)
