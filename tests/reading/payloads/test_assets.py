"""Marks, faces and searches of media assets as the exact records that they become."""

from __future__ import annotations

import json
from typing import Any

import pytest

import ice_results
from ice_results.findings import Problem
from ice_results.records import Box, Chapter, Link, Occurrence, Page, Segment, Tag, TrackBox, Transcript

from ...answers import smart_job, text

MARK = {
    "MarkId": "m-1",
    "MarkStartTime": "12.1",
    "MarkEndTime": 14,
    "MarkTag": "gate",
    "MarkContent": "The gate opens.",
    "MarkStatus": "online",
}


@pytest.mark.parametrize("marks", [[MARK], json.dumps([MARK])])
def test_a_mark_is_a_chapter(marks: Any) -> None:
    """A mark has its times in seconds, also as text; its tag is the title and its content the summary."""
    document = ice_results.parse({"RequestId": "r", "MediaId": "a-1", "MediaMarks": marks})
    assert document.chapters == (
        Chapter(start_ms=12100, end_ms=14000, title="gate", summary="The gate opens.", id="m-1"),
    )
    assert document.chapters[0].extra == {"MarkStatus": "online"}
    assert [(job.operation, job.media_id) for job in document.jobs] == [("GetMediaMarks", "a-1")]
    assert document.problems == ()


def test_the_title_of_a_mark_comes_before_its_tag() -> None:
    """Where a mark has a title and a tag, the title is that of the chapter and the tag is kept."""
    document = ice_results.parse([{**MARK, "MarkTitle": "The gate", "MarkStartTime": "soon"}])
    assert document.chapters == (Chapter(end_ms=14000, title="The gate", summary="The gate opens.", id="m-1"),)
    assert document.chapters[0].extra == {"MarkTag": "gate", "MarkStatus": "online", "MarkStartTime": "soon"}
    assert [str(each) for each in document.problems] == [
        '[0].MarkStartTime: expected seconds as a number, found "soon"'
    ]


def test_media_without_marks_has_no_chapters() -> None:
    """An empty list of marks is an answer with an empty result."""
    document = ice_results.parse({"MediaId": "a-1", "MediaMarks": "[]"})
    assert document.chapters == ()
    assert [str(each) for each in document.problems] == ["the result is only the media a-1"]


CLIP = {
    "StartTime": 4.5,
    "EndTime": "10.25",
    "Expression": "laugh",
    "TrackData": [{"Timestamp": 4.5, "BoxPosition": {"X": 10, "Y": "20", "W": 30, "H": 40}}],
}
FOUND = {
    "Code": "200",
    "Success": "true",
    "Total": 1,
    "MediaClipList": [
        {"Category": "custom", "EntityId": "e-1", "LabelName": "Ottilie", "Score": 0.75, "OccurrencesInfos": [CLIP]}
    ],
}


def test_a_face_that_was_found_is_a_tag_with_its_clips() -> None:
    """Each clip is an occurrence; a box is given by its corner, width and height."""
    document = ice_results.parse(FOUND)
    box = Box(10, 20, 40, 60)
    assert document.tags == (
        Tag(
            kind="person",
            level1="custom",
            name="Ottilie",
            score=0.75,
            source="MediaClipList",
            occurrences=(Occurrence(start_ms=4500, end_ms=10250, boxes=(TrackBox(at_ms=4500, box=box),)),),
        ),
    )
    assert document.tags[0].extra == {"EntityId": "e-1"}
    assert document.tags[0].occurrences[0].extra == {"Expression": "laugh"}
    assert document.page == Page(total_count=1)
    assert [job.operation for job in document.jobs] == ["SearchMediaClipByFace"]
    assert document.problems == ()


def test_a_box_without_a_size_is_listed() -> None:
    """What is no box costs only the box, with a problem that says where."""
    clip = {**CLIP, "TrackData": [{"Timestamp": 4.5, "BoxPosition": {"X": 10, "Y": 20}}]}
    document = ice_results.parse({"MediaClipList": [{"LabelName": "Ottilie", "OccurrencesInfos": [clip]}]})
    assert document.tags[0].occurrences[0].boxes == (TrackBox(at_ms=4500),)
    assert document.tags[0].occurrences[0].boxes[0].extra == {"BoxPosition": {"X": 10, "Y": 20}}
    assert document.problems == (
        Problem(
            path="MediaClipList[0].OccurrencesInfos[0].TrackData[0].BoxPosition",
            message="expected a box {X, Y, W, H}",
            found="an object with the keys X, Y",
        ),
    )


def labelled(position: Any) -> dict[str, Any]:
    """An answer of SearchMediaByAILabel with one label, and where it is."""
    tracks = [{"Timestamp": 1.4, "Position": position, "Size": 50}]
    label = {"LabelName": "Ottilie", "Category": "custom", "Occurrences": [{"From": 1, "To": 2, "Tracks": tracks}]}
    return {
        "RequestId": "r",
        "Total": "12",
        "MediaList": [{"MediaId": "a-1", "Title": "Low tide", "AiData": {"AiLabelInfo": [label]}}],
    }


def test_media_with_a_label_have_its_boxes() -> None:
    """SearchMediaByAILabel has the index of each media; the corners of a box are text with semicolons."""
    document = ice_results.parse(labelled("468.0;67.5;615.0;267.0"))
    boxes = (TrackBox(at_ms=1400, box=Box(468.0, 67.5, 615.0, 267.0)),)
    assert document.tags == (
        Tag(
            kind="label",
            level1="custom",
            name="Ottilie",
            source="AiLabelInfo",
            occurrences=(Occurrence(start_ms=1000, end_ms=2000, boxes=boxes),),
        ),
    )
    assert document.tags[0].occurrences[0].boxes[0].extra == {"Size": 50}
    assert (document.title, document.page) == ("Low tide", Page(total_count=12))
    assert [(job.operation, job.media_id) for job in document.jobs] == [("SearchMediaByAILabel", "a-1")]
    assert document.problems == ()


@pytest.mark.parametrize("position", ["1;2;3", "1,2,3,4", "left;top;right;bottom", [1, 2, 3, 4], 5])
def test_a_position_that_is_no_box_is_listed(position: Any) -> None:
    """Only four numbers with semicolons between them are a box; what else there is is kept and listed."""
    document = ice_results.parse(labelled(position))
    (box,) = document.tags[0].occurrences[0].boxes
    assert box == TrackBox(at_ms=1400)
    assert box.extra == {"Size": 50, "Position": position}
    assert [(each.path, each.message) for each in document.problems] == [
        ("MediaList[0].AiData.AiLabelInfo[0].Occurrences[0].Tracks[0].Position", "expected a box x1;y1;x2;y2")
    ]


def test_an_avatar_with_a_mask_has_lines_in_other_keys() -> None:
    """Newer answers of AvatarVideo have the URLs of video and mask, and lines of `{Text, Start, End}` in seconds."""
    clips = json.dumps([{"Text": "Welcome aboard.", "Start": 0, "End": 1.5}])
    payload = {"MediaURL": "https://v.invalid/a.mp4", "MaskURL": "https://v.invalid/m.mp4", "SubtitleClips": clips}
    document = ice_results.parse(text(smart_job(payload, "AvatarVideo")))
    assert document.transcripts == (
        Transcript(
            kind="avatar", source="AvatarVideo", segments=(Segment(start_ms=0, end_ms=1500, text="Welcome aboard."),)
        ),
    )
    assert document.links == (Link("MediaURL", "https://v.invalid/a.mp4"), Link("MaskURL", "https://v.invalid/m.mp4"))
    assert document.problems == ()
