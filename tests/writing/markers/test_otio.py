"""Markers in OpenTimelineIO: what the library and its adapters find in the file."""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import ice_results
from ice_results import Chapter, Document, Highlight, Job, MissingExtra, NoMaterial, Notes, Occurrence, Tag
from ice_results.findings import Change
from ice_results.text.values import described
from ice_results.writing.convert import write
from ice_results.writing.markers.model import timeline_markers
from ice_results.writing.options import MARKER_KINDS, TimelineOptions

from ...judges.installed import judge
from ...judges.markers import (
    AWKWARD,
    MARKED,
    MEDIA_URL,
    RATES,
    WITH_MEDIA,
    FoundMarker,
    adapters_with,
    any_chapters,
    as_found,
    assert_read_back,
    in_a_row,
    places,
    timeline_by_otio,
    timeline_by_otio_and_fcp_xml,
)

NO_LENGTH = "the length of the media is not known: the clip ends with the last that the document speaks of"


@pytest.fixture(autouse=True)
def _otio() -> None:
    """Every timeline here is written with OpenTimelineIO."""
    judge("opentimelineio")


def opened(text: str) -> Any:
    """The timeline as the library itself has it."""
    return judge("opentimelineio").adapters.read_from_string(text, "otio_json")


def written(given: Document, **options: Any) -> str:
    """The text of the file."""
    content = ice_results.convert(given, "markers.otio", **options)
    assert isinstance(content, str)
    return content


def test_markers_are_on_the_timeline_in_frames_and_colours() -> None:
    """A marker has the frame nearest to its start, its kind's colour, and its note as its comment."""
    found = timeline_by_otio(written(MARKED, fps="25", markers=MARKER_KINDS))
    assert found[:4] == ("云岭小学的钟楼", Fraction(25), 90_000, 93_125)
    assert found.markers == [
        FoundMarker(0, 500, "开场", "林老师介绍钟楼", "BLUE"),
        FoundMarker(500, 531, "钟 <b>&amp;</b> \"bell\" 'x'", "", "BLUE"),
        FoundMarker(525, 26, "钟停了。", "", "YELLOW"),
        FoundMarker(750, 25, "=钟", "hotword", "GREEN"),
        FoundMarker(833, 1, "请修钟", "", "RED"),
        FoundMarker(833, 1, "买灯", "", "RED"),
        FoundMarker(90_000, 3_086, "散场", "", "BLUE"),
    ]


def test_exact_times_are_in_the_metadata() -> None:
    """Frames round: the milliseconds, the kind and the note are kept beside them, under our own name."""
    timeline = opened(written(MARKED, markers="actions,tags"))
    assert [dict(marker.metadata) for marker in timeline.tracks.markers] == [
        {"ice_results": {"kind": "tags", "start_ms": 30_000, "end_ms": 31_000, "note": "hotword"}},
        {"ice_results": {"kind": "actions", "start_ms": 33_333, "end_ms": None, "note": ""}},
        {"ice_results": {"kind": "actions", "start_ms": 33_334, "end_ms": 33_340, "note": ""}},
    ]


@pytest.mark.parametrize("name", RATES)
def test_every_rate_is_read_back(name: str) -> None:
    """The library finds the rate, the start and each marker as they are meant; its timecode is the one asked for."""
    rate, start = RATES[name]
    fps = name.split()[0]
    timeline, markers, _ = timeline_markers(MARKED, TimelineOptions(MARKER_KINDS, fps, start))
    text = written(MARKED, fps=fps, start_timecode=start, markers=MARKER_KINDS)
    found = timeline_by_otio(text)
    assert (found.rate, found.start_frame) == (rate, timeline.start_frame)
    assert places(found.markers) == [as_found(each) for each in markers]
    for each, timed in zip(found.markers, markers, strict=True):
        assert abs(each.frame / rate - Fraction(timed.marker.start_ms, 1000)) <= 1 / rate / 2
    beginning = opened(text).global_start_time
    assert judge("opentimelineio").opentime.to_timecode(beginning, beginning.rate, ";" in start) == start


@pytest.mark.parametrize("name", RATES)
def test_the_adapter_for_final_cut_7_takes_the_timeline(name: str) -> None:
    """OpenTimelineIO turns the file into Final Cut Pro 7's XML and back, with every marker in its place."""
    fps, start = name.split()[0], RATES[name][1]
    given = attrs.evolve(MARKED, jobs=(WITH_MEDIA,))
    text = written(given, fps=fps, start_timecode=start, markers=MARKER_KINDS)
    expected, found = timeline_by_otio(text), timeline_by_otio_and_fcp_xml(text)
    assert found[:4] == expected[:4]
    assert [each[:3] for each in found.markers] == [each[:3] for each in expected.markers]


@pytest.mark.parametrize("adapter", ["fcpx_xml", "cmx_3600"])
@pytest.mark.parametrize("jobs", [(), (WITH_MEDIA,)])
def test_other_adapters_take_the_timeline(adapter: str, jobs: tuple[Job, ...]) -> None:
    """The adapters that keep no markers of a timeline still find its one clip, with and without media."""
    given = attrs.evolve(MARKED, jobs=jobs)
    timeline = opened(written(given, fps="25"))
    assert "云岭小学的钟楼" in adapters_with(adapter).write_to_string(timeline, adapter)


def test_the_clip_is_the_media_where_its_url_is_known() -> None:
    """The one clip is as long as the timeline and refers to the job's media, and it is said where it was cut."""
    (output,) = write(attrs.evolve(MARKED, jobs=(WITH_MEDIA,)), "markers.otio", fps=25)
    (clip,) = opened(str(output.content)).find_clips()
    assert clip.media_reference.target_url == MEDIA_URL
    assert (clip.source_range.start_time.value, clip.source_range.duration.value) == (0, 93_125)
    assert output.changes == (Change(None, NO_LENGTH),)


@pytest.mark.parametrize("jobs", [(), (Job(),), (Job(media_url=""),)])
def test_the_clip_is_missing_media_where_no_url_is_known(jobs: tuple[Job, ...]) -> None:
    """Without a URL the clip says that its media is missing, and nothing is said of a cut."""
    (output,) = write(attrs.evolve(MARKED, jobs=jobs), "markers.otio", fps=25)
    (clip,) = opened(str(output.content)).find_clips()
    assert clip.media_reference.is_missing_reference
    assert output.changes == ()


def test_awkward_titles_are_read_back() -> None:
    """Titles and notes come back on one line, through the library and through the adapter for Final Cut Pro 7."""
    text = written(in_a_row(list(AWKWARD)), fps="25")
    titles = [(at * 50, 50, title) for at, title in enumerate(AWKWARD.values())]
    assert [each[:3] for each in timeline_by_otio(text).markers] == titles
    assert [each[:3] for each in timeline_by_otio_and_fcp_xml(text).markers] == titles
    notes = [each.note for each in timeline_by_otio(text).markers]
    assert notes == [*list(AWKWARD.values())[:-2], "", ""]


def test_what_xml_cannot_hold_is_left_out_and_said() -> None:
    """A character that would stop the next program in the chain is taken out, with a word where."""
    (output,) = write(in_a_row(["good", "not\ufffea character", "half \ud83d"]), "markers.otio", fps=25)
    said = "characters that XML cannot hold were left out of a marker:"
    assert output.changes == (Change(2_000, f"{said} nota character"), Change(4_000, f"{said} half"))


def test_three_hundred_markers_are_read_back() -> None:
    """There is no limit to the number of markers."""
    titles = [f"第{number}章" for number in range(300)]
    found = timeline_by_otio(written(in_a_row(titles), fps="29.97"))
    assert [each.title for each in found.markers] == titles


def test_a_document_without_a_title_gives_a_timeline_called_markers() -> None:
    """A timeline needs a name: it has the document's title on one line, or says what it holds."""
    nameless = Document(notes=Notes(actions=(Highlight(start_ms=1_000, text="修钟"),)))
    assert timeline_by_otio(written(nameless)).name == "markers"
    assert timeline_by_otio(written(attrs.evolve(nameless, title=" two\nlines\ufffe"))).name == "two lines"


def test_without_markers_there_is_no_file() -> None:
    """A document that has nothing of the kinds that are asked for says so."""
    for nothing, kinds in ((Document(), MARKER_KINDS), (attrs.evolve(MARKED, tags=()), "tags")):
        with pytest.raises(NoMaterial, match=r"nothing to write as markers\.otio: "):
            ice_results.convert(nothing, "markers.otio", markers=kinds)


def test_the_library_is_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without OpenTimelineIO the message says what to install."""
    monkeypatch.setitem(sys.modules, "opentimelineio", None)
    with pytest.raises(MissingExtra) as error:
        written(MARKED)
    assert str(error.value) == "OpenTimelineIO files need opentimelineio: pip install 'ice-results[otio]'"


@given(any_chapters, st.sampled_from(list(RATES)))
def test_any_titles_at_any_time_are_read_back(chapters: tuple[Chapter, ...], name: str) -> None:
    """Whatever the titles, times and rate: as many markers, at these frames, under these titles; always JSON."""
    fps, start = name.split()[0], RATES[name][1]
    text = written(Document(chapters=chapters), fps=fps, start_timecode=start)
    json.loads(text)
    found = timeline_by_otio(text)
    assert_read_back(chapters, RATES[name][0], found.markers)
    assert places(timeline_by_otio_and_fcp_xml(text).markers) == [(*each[:3], "") for each in found.markers]


@pytest.mark.parametrize("far_ms", [2**63, 10**400, 10**5000], ids=described)
def test_times_that_no_program_can_keep_are_left_out(far_ms: int) -> None:
    """A time beyond the library's whole numbers costs its own marker only, and makes no timeline endless."""
    chapters = Chapter(start_ms=1_000, end_ms=far_ms, title="kept"), Chapter(start_ms=far_ms, title="lost")
    seen = Tag(kind="hotword", occurrences=(Occurrence(start_ms=far_ms),))
    found = timeline_by_otio(written(Document(chapters=chapters, tags=(seen,)), fps=120, markers=MARKER_KINDS))
    assert [(each.frame, each.title) for each in found.markers] == [(120, "kept")]
    assert found.length_frames == 240
