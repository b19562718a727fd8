"""Timelines of markers through other people's eyes: OpenTimelineIO, its adapters, xmllint, and a strict reader."""

from __future__ import annotations

import math
import re
import subprocess
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from hypothesis import strategies as st

from ice_results import Chapter, Document, Highlight, Job, Notes, Occurrence, Segment, Tag, Transcript
from ice_results.writing.markers.model import TimedMarker

from .captions import is_visible
from .installed import judge, tool

RATES = {
    "23.976": (Fraction(24000, 1001), "01:00:00:00"),
    "24": (Fraction(24), "01:00:00:00"),
    "25": (Fraction(25), "01:00:00:00"),
    "29.97": (Fraction(30000, 1001), "01:00:00;00"),
    "29.97 non-drop": (Fraction(30000, 1001), "01:00:00:00"),
    "30": (Fraction(30), "10:59:59:29"),
    "50": (Fraction(50), "00:00:00:00"),
    "59.94": (Fraction(60000, 1001), "00:01:00;04"),
    "59.94 non-drop": (Fraction(60000, 1001), "00:01:00:00"),
    "60": (Fraction(60), "01:00:00:00"),
}
"""Every usual way to count frames: the exact rate, and what the first frame is called."""

MARKED = Document(
    title="云岭小学的钟楼",
    chapters=(
        Chapter(start_ms=0, end_ms=20_000, title="开场", summary="林老师介绍钟楼"),
        Chapter(start_ms=20_000, end_ms=41_234, title="钟 <b>&amp;</b> \"bell\" 'x'"),
        Chapter(start_ms=3_599_999, end_ms=3_723_456, title="散场"),
    ),
    notes=Notes(
        key_sentences=(Highlight(start_ms=21_017, end_ms=22_033, text="钟停了。"),),
        actions=(Highlight(start_ms=33_333, text="请修钟"), Highlight(start_ms=33_334, end_ms=33_340, text="买灯")),
    ),
    tags=(Tag(kind="hotword", name="=钟", occurrences=(Occurrence(start_ms=30_000, end_ms=31_000),)),),
    transcripts=(Transcript(kind="asr", segments=(Segment(start_ms=0, end_ms=3_725_000, text="大家好"),)),),
)
"""A talk with markers of every kind, an instant and one shorter than a frame among them."""

MEDIA_URL = "https://media.example/talk%20one.mp4?a=1&b=2"
WITH_MEDIA = Job(media_url=MEDIA_URL)

AWKWARD = {
    "back\\": "back\\",
    "a=b;c#d|e|": "a=b;c#d|e|",
    "x --> y": "x --> y",
    "<b>bold</b> &amp; ]]> <!-- no -->": "<b>bold</b> &amp; ]]> <!-- no -->",
    "<?xml version='1.0'?>": "<?xml version='1.0'?>",
    "'single' \"double\"": "'single' \"double\"",
    "  outer\t tab\there ": "outer tab here",
    "two\r\nlines\u2028three\x85four": "two lines three four",
    "nul\x00bell\x07escape\x1b[31m": "nul bell escape [31m",
    "not\ufffe a\uffff character": "not a character",
    "half \ud83d of a pair": "half of a pair",
    "🎬👩‍👩‍👧": "🎬👩‍👩‍👧",
    "\u202eright to left": "\u202eright to left",
    "=1+1": "=1+1",
    "章" * 400: "章" * 400,
    "": "Chapter 16",
    "\ufffe": "Marker",
}
"""Titles as a service could give them, and as a marker has them: on one line, with what XML can hold."""


_NEVER_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


class FoundMarker(NamedTuple):
    """One marker as a reader finds it; `look` is its colour or its kind, as the format says it."""

    frame: int
    frames: int
    title: str
    note: str
    look: str


class FoundTimeline(NamedTuple):
    """A timeline as a reader finds it; `start_frame` is the number of its first frame, by its timecode."""

    name: str
    rate: Fraction
    start_frame: int
    length_frames: int
    markers: list[FoundMarker]


def visible(title: str) -> str:
    """What is visible of a title once it is in XML: no white space, no control characters, nothing that is no text."""
    return "".join(each for each in title if is_visible(each) and not _NEVER_IN_XML.fullmatch(each))


def shown_titles(titles: Iterable[str]) -> list[str]:
    """What is visible of the titles that markers of chapters have, in the order of time."""
    return [
        visible(title) or ("Marker" if any(map(is_visible, title)) else f"Chapter{number}")
        for number, title in enumerate(titles, 1)
    ]


def in_a_row(titles: list[str]) -> Document:
    """A document with a chapter of two seconds for each title, and the titles as their summaries too."""
    return Document(
        chapters=tuple(
            Chapter(start_ms=at * 2_000, end_ms=(at + 1) * 2_000, title=title, summary=title)
            for at, title in enumerate(titles)
        )
    )


def places(markers: list[FoundMarker]) -> list[tuple[int, int, str, str]]:
    """What every format says of a marker: where it is, how long, its title and its note."""
    return [marker[:4] for marker in markers]


def as_found(timed: TimedMarker, instant_frames: int = 1) -> tuple[int, int, str, str]:
    """What a reader has to find of one of our markers; `instant_frames` is the length of one without an end."""
    marker = timed.marker
    frames = instant_frames if marker.end_ms is None else timed.duration_frames
    return timed.frame, frames, marker.title, marker.note


_PACKAGES = {
    "otio_json": "opentimelineio",
    "fcp_xml": "otio_fcp_adapter",
    "fcpx_xml": "otio_fcpx_xml_adapter",
    "cmx_3600": "otio_cmx3600_adapter",
}
"""The package that brings each adapter of OpenTimelineIO."""


def adapters_with(name: str) -> Any:
    """The adapters of OpenTimelineIO, with the one of this name among them."""
    judge(_PACKAGES[name])
    return judge("opentimelineio").adapters


def timeline_by_otio(text: str) -> FoundTimeline:
    """A timeline as the OpenTimelineIO library reads it."""
    timeline = _opened(text, "otio_json")
    looks = [marker.color for marker in timeline.tracks.markers]
    return _found(timeline, [marker.comment for marker in timeline.tracks.markers], looks, _frames(timeline.duration()))


def timeline_by_otio_and_fcp_xml(text: str) -> FoundTimeline:
    """A timeline of OpenTimelineIO, turned into Final Cut Pro 7's XML and back by the adapter for that."""
    xml = adapters_with("fcp_xml").write_to_string(_opened(text, "otio_json"), "fcp_xml")
    timeline = _opened(xml, "fcp_xml")
    unknown = ["" for _ in timeline.tracks.markers]
    return _found(timeline, unknown, unknown, _frames(timeline.duration()))


def timeline_by_fcp_xml(text: str) -> FoundTimeline:
    """Final Cut Pro 7's XML as OpenTimelineIO's adapter reads it; a sequence without clips has its length in a tag."""
    timeline = _opened(text, "fcp_xml")
    facts = [dict(marker.metadata["fcp_xml"]) for marker in timeline.tracks.markers]
    assert {frozenset(each) for each in facts} <= {frozenset({"comment", "pproColor"})}
    length = ElementTree.fromstring(text).findtext("sequence/duration")
    comments = [each["comment"] or "" for each in facts]
    return _found(timeline, comments, [each["pproColor"] for each in facts], int(length or ""))


def plain_markers_by_fcpx_xml(text: str) -> list[tuple[str, str]]:
    """Title and colour of the markers that OpenTimelineIO's adapter finds in FCPXML.

    It is as old as FCPXML 1.8: it knows neither chapter markers nor markers in a gap, cuts frame
    rates to whole numbers and rounds times down.
    """
    (timeline,) = _opened(text, "fcpx_xml")
    return [(marker.name, str(marker.color)) for clip in timeline.find_clips() for marker in clip.markers]


def frame_under(clock: str, rate: Fraction) -> int:
    """The frame under a timecode: drop-frame leaves numbers out at the start of every minute but each tenth."""
    hours, minutes, seconds, frames = map(int, re.split("[:;]", clock))
    counted, minutes = math.ceil(rate), 60 * hours + minutes
    left_out = counted // 15 * (minutes - minutes // 10) if ";" in clock else 0
    return (60 * minutes + seconds) * counted + frames - left_out


def timeline_by_element_tree(text: str) -> FoundTimeline:
    """FCPXML by its documented rules: every time is a whole number of frames, each marker inside its clip."""
    root = ElementTree.fromstring(text)
    formats = {each.attrib["id"]: _seconds(each.attrib["frameDuration"]) for each in root.iter("format")}
    (project,), (sequence,) = root.iter("project"), root.iter("sequence")
    (clip,) = sequence.iterfind("spine/*")
    frame = formats[sequence.attrib["format"]]
    assert clip.attrib["offset"] == sequence.attrib["tcStart"]
    assert clip.attrib["duration"] == sequence.attrib["duration"]
    length = _whole(_seconds(clip.attrib["duration"]) / frame)
    markers = [_fcpxml_marker(each, _seconds(clip.attrib["start"]), frame) for each in clip]
    assert all(each.frame >= 0 and each.frame + each.frames <= length for each in markers)
    start = _whole(_seconds(sequence.attrib["tcStart"]) / frame)
    return FoundTimeline(project.attrib["name"], 1 / frame, start, length, markers)


def faults_by_xmllint(path: Path) -> str:
    """What xmllint has against a file of FCPXML, by the part of its document type that is ours."""
    dtd = Path(__file__).parent / "fcpxml.dtd"
    command = (tool("xmllint"), "--noout", "--dtdvalid", str(dtd), str(path))
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL, text=True)
    assert (done.returncode == 0) == (done.stderr == "")
    return done.stderr


def _fcpxml_marker(element: ElementTree.Element, clip_start: Fraction, frame: Fraction) -> FoundMarker:
    place = _whole((_seconds(element.attrib["start"]) - clip_start) / frame)
    frames = _whole(_seconds(element.attrib["duration"]) / frame)
    look = "to-do" if element.get("completed") == "0" else element.tag
    return FoundMarker(place, frames, element.attrib["value"], element.get("note", ""), look)


def _seconds(time: str) -> Fraction:
    """The seconds of a time in FCPXML, which is never a decimal."""
    match = re.fullmatch(r"([0-9]+)(?:/([1-9][0-9]*))?s", time)
    assert match, time
    return Fraction(int(match[1]), int(match[2] or 1))


def _whole(number: Fraction) -> int:
    assert number.denominator == 1, f"{number} is no whole number of frames"
    return number.numerator


def _opened(text: str, adapter: str) -> Any:
    """What an adapter of OpenTimelineIO makes of a text."""
    return adapters_with(adapter).read_from_string(text, adapter)


def _found(timeline: Any, notes: list[str], looks: list[str], length: int) -> FoundTimeline:
    start = timeline.global_start_time
    markers = [
        FoundMarker(_frames(each.marked_range.start_time), _frames(each.marked_range.duration), each.name, note, look)
        for each, note, look in zip(timeline.tracks.markers, notes, looks, strict=True)
    ]
    assert {each.marked_range.start_time.rate for each in timeline.tracks.markers} <= {start.rate}
    return FoundTimeline(timeline.name, _exact_rate(start.rate), _frames(start), length, markers)


def _frames(time: Any) -> int:
    return _whole(Fraction(time.value))


def _exact_rate(rate: float) -> Fraction:
    """The rate that a float is nearest to, which the adapters round to two or three decimals."""
    exact = {frames for frames, _ in RATES.values()}
    return min(exact, key=lambda each: abs(each - Fraction(rate)))


any_chapters = st.builds(
    lambda titles, starts: tuple(
        Chapter(start_ms=start, title=title) for start, title in zip(starts, titles, strict=False)
    ),
    st.lists(st.text(max_size=8) | st.sampled_from(list(AWKWARD)), min_size=1, max_size=5),
    st.lists(st.integers(0, 30 * 3_600_000), min_size=5, max_size=5, unique=True),
)
"""A few chapters under any titles, at any times of thirty hours."""


def assert_read_back(chapters: Sequence[Chapter], rate: Fraction, markers: Sequence[FoundMarker]) -> None:
    """A reader finds as many markers as there are chapters, at their frames, under their titles on one line."""
    in_time = sorted((each.start_ms or 0, each.title or "") for each in chapters)
    assert [each.frame for each in markers] == [int(Fraction(ms, 1000) * rate + Fraction(1, 2)) for ms, _ in in_time]
    assert [visible(each.title) for each in markers] == shown_titles(title for _, title in in_time)
    assert all(each.title == " ".join(each.title.split()) for each in markers)
