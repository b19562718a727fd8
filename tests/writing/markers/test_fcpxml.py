"""Markers in FCPXML: valid by its document type, every time a whole number of frames, every marker read back."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

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
    faults_by_xmllint,
    in_a_row,
    places,
    plain_markers_by_fcpx_xml,
    timeline_by_element_tree,
)

SIZE_TAKEN = Change(None, "1920x1080 pixels were assumed: set frame_size to the video's own")
WITHOUT_MEDIA = MARKED
ON_MEDIA = attrs.evolve(MARKED, jobs=(WITH_MEDIA,))


def written(given: Document, **options: Any) -> str:
    """The text of the file."""
    content = ice_results.convert(given, "markers.fcpxml", **options)
    assert isinstance(content, str)
    return content


def faults(text: str, folder: Path) -> str:
    """What xmllint has against a text."""
    path = folder / "talk.markers.fcpxml"
    path.write_text(text, encoding="utf-8")
    return faults_by_xmllint(path)


def test_a_gap_carries_the_markers_where_no_media_is_known() -> None:
    """The project is one gap, in drop-frame timecode from one hour on, with the markers in the gap's own time."""
    chapter = Chapter(start_ms=0, end_ms=20_000, title="开场", summary="钟楼")
    given = attrs.evolve(MARKED, chapters=(chapter,), tags=(), transcripts=())
    assert written(given, fps="29.97") == (
        """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE fcpxml>
<fcpxml version="1.10">
  <resources>
    <format id="r1" frameDuration="1001/30000s" width="1920" height="1080" />
  </resources>
  <library>
    <event name="云岭小学的钟楼">
      <project name="云岭小学的钟楼">
        <sequence format="r1" duration="1001/30s" tcStart="8999991/2500s" tcFormat="DF">
          <spine>
            <gap name="云岭小学的钟楼" offset="8999991/2500s" start="0s" duration="1001/30s">
              <chapter-marker start="0s" duration="599599/30000s" value="开场" posterOffset="0s" note="钟楼" />
              <marker start="21021/1000s" duration="1001/1000s" value="钟停了。" />
              <marker start="333333/10000s" duration="1001/30000s" value="请修钟" completed="0" />
              <marker start="333333/10000s" duration="1001/30000s" value="买灯" completed="0" />
            </gap>
          </spine>
        </sequence>
      </project>
    </event>
  </library>
</fcpxml>
"""
    )


def test_the_clip_is_the_media_where_its_url_is_known() -> None:
    """An asset refers to the job's media and the clip to the asset; where the transcript is, there is sound."""
    text = written(ON_MEDIA, fps="25")
    name = 'name="云岭小学的钟楼"'
    assert f'<asset id="r2" {name} start="0s" duration="3725s" hasVideo="1" format="r1" hasAudio="1">' in text
    assert '<media-rep kind="original-media" src="https://media.example/talk%20one.mp4?a=1&amp;b=2" />' in text
    assert f'<asset-clip ref="r2" {name} offset="3600s" start="0s" duration="3725s">' in text
    assert "hasAudio" not in written(attrs.evolve(ON_MEDIA, transcripts=()), fps="25")


def test_markers_look_by_their_kind() -> None:
    """Chapters are chapter markers, actions are to be done, all others are plain."""
    found = timeline_by_element_tree(written(MARKED, fps="25", markers=MARKER_KINDS))
    assert found[:4] == ("云岭小学的钟楼", Fraction(25), 90_000, 93_125)
    assert found.markers == [
        FoundMarker(0, 500, "开场", "林老师介绍钟楼", "chapter-marker"),
        FoundMarker(500, 531, "钟 <b>&amp;</b> \"bell\" 'x'", "", "chapter-marker"),
        FoundMarker(525, 26, "钟停了。", "", "marker"),
        FoundMarker(750, 25, "=钟", "hotword", "marker"),
        FoundMarker(833, 1, "请修钟", "", "to-do"),
        FoundMarker(833, 1, "买灯", "", "to-do"),
        FoundMarker(90_000, 3_086, "散场", "", "chapter-marker"),
    ]


@pytest.mark.parametrize("given", [WITHOUT_MEDIA, ON_MEDIA], ids=["gap", "clip"])
@pytest.mark.parametrize("name", RATES)
def test_every_rate_is_valid_and_read_back(name: str, given: Document, tmp_path: Path) -> None:
    """The document type takes the file; each time is a whole number of frames, within half a frame of its instant."""
    rate, start = RATES[name]
    fps = name.split()[0]
    timeline, markers, _ = timeline_markers(given, TimelineOptions(MARKER_KINDS, fps, start))
    text = written(given, fps=fps, start_timecode=start, markers=MARKER_KINDS)
    assert faults(text, tmp_path) == ""
    found = timeline_by_element_tree(text)
    assert (found.rate, found.start_frame) == (rate, timeline.start_frame)
    assert f'tcFormat="{"DF" if ";" in start else "NDF"}"' in text
    assert places(found.markers) == [as_found(each) for each in markers]
    for each, timed in zip(found.markers, markers, strict=True):
        assert abs(each.frame / rate - Fraction(timed.marker.start_ms, 1000)) <= 1 / rate / 2


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<gap ", '<gap colour="red" '),
        ('posterOffset="0s"', 'completed="0"'),
        ("</gap>", "<gap /></gap>"),
        ('version="1.10"', 'version="1.9"'),
        ('<sequence format="r1"', '<sequence format="r9"'),
        ('tcFormat="NDF"', 'tcFormat="ND"'),
    ],
)
def test_the_document_type_finds_what_is_wrong(right: str, wrong: str, tmp_path: Path) -> None:
    """The document type that our files are held against does refuse a file."""
    text = written(WITHOUT_MEDIA, fps="25")
    assert right in text
    assert "does not validate" in faults(text.replace(right, wrong), tmp_path)


def test_awkward_titles_are_valid_and_read_back(tmp_path: Path) -> None:
    """Titles and notes come back on one line, whatever XML makes of their characters."""
    text = written(in_a_row(list(AWKWARD)), fps="25")
    assert faults(text, tmp_path) == ""
    found = timeline_by_element_tree(text)
    assert [each[:3] for each in found.markers] == [(at * 50, 50, title) for at, title in enumerate(AWKWARD.values())]
    assert [each.note for each in found.markers] == [*list(AWKWARD.values())[:-2], "", ""]


def test_opentimelineio_reads_the_plain_markers_of_a_clip() -> None:
    """The adapter for FCPXML finds title and state of the markers that it knows: not chapters, and none in gaps."""
    found = plain_markers_by_fcpx_xml(written(ON_MEDIA, fps="25", markers=MARKER_KINDS))
    assert found == [("钟停了。", "PURPLE"), ("=钟", "PURPLE"), ("请修钟", "RED"), ("买灯", "RED")]


def test_what_was_taken_is_said() -> None:
    """The size, the rate, a rate that Final Cut Pro does not have, and where the clip of the media ends."""
    (output,) = write(WITHOUT_MEDIA, "markers.fcpxml", fps=25)
    assert output.changes == (SIZE_TAKEN,)
    (output,) = write(ON_MEDIA, "markers.fcpxml")
    assert output.changes == (
        Change(None, "25 frames per second were assumed: set fps to the video's own rate"),
        Change(None, "the length of the media is not known: the clip ends with the last that the document speaks of"),
        SIZE_TAKEN,
    )
    (output,) = write(WITHOUT_MEDIA, "markers.fcpxml", fps="12")
    assert output.changes == (SIZE_TAKEN, Change(None, "Final Cut Pro has no projects of 12 frames a second"))


def test_three_hundred_markers_are_read_back() -> None:
    """There is no limit to the number of markers."""
    titles = [f"第{number}章" for number in range(300)]
    found = timeline_by_element_tree(written(in_a_row(titles), fps="23.976"))
    assert [each.title for each in found.markers] == titles


def test_without_markers_there_is_no_file() -> None:
    """A document that has nothing of the kinds that are asked for says so."""
    for nothing, kinds in ((Document(), MARKER_KINDS), (attrs.evolve(MARKED, tags=()), "tags")):
        with pytest.raises(NoMaterial, match=r"nothing to write as markers\.fcpxml: "):
            ice_results.convert(nothing, "markers.fcpxml", markers=kinds)


@given(any_chapters, st.sampled_from(list(RATES)))
def test_any_titles_at_any_time_are_read_back(chapters: tuple[Chapter, ...], name: str) -> None:
    """Whatever the titles, times and rate: as many markers, at these frames, under titles of one line."""
    fps, start = name.split()[0], RATES[name][1]
    found = timeline_by_element_tree(written(Document(chapters=chapters), fps=fps, start_timecode=start))
    assert_read_back(chapters, RATES[name][0], found.markers)
