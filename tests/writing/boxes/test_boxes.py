"""Boxes in every format: bytes that do not change, what is missing, times that are put right."""

from __future__ import annotations

import math
import re
from typing import Any

import pytest

import ice_results
from ice_results import Box, Document, NoMaterial, Occurrence, Tag, TextFrame, TrackBox
from ice_results.findings import Change

from .seen import ODD_TIMES, PERSON, PLACE, at, changes, tags, written

FORMATS = ["tags.vtt", "labelstudio.json", "coco.json"]


def test_the_same_document_gives_the_same_bytes() -> None:
    """Order and numbers come from the document alone."""
    given = Document(tags=(PERSON, PLACE))
    for name in FORMATS:
        again = ice_results.parse(ice_results.convert(given, "records.json"))
        assert written(given, name) == written(again, name)


@pytest.mark.parametrize("name", FORMATS)
def test_without_tags_there_is_no_file(name: str) -> None:
    """A document without tags says so, also where it has text in frames."""
    for nothing in (Document(), Document(frames=(TextFrame(at_ms=0),))):
        with pytest.raises(NoMaterial) as error:
            written(nothing, name)
        assert str(error.value) == f"nothing to write as {name}: the document has no tags"


@pytest.mark.parametrize(
    ("name", "given", "options", "reason"),
    [
        ("tags.vtt", tags(), {}, "no tag of the document has a start"),
        ("tags.vtt", tags(at(None, 5)), {}, "no tag of the document has a start"),
        (
            "labelstudio.json",
            tags(at(None, None, TrackBox(box=Box(0, 0, 9, 9)))),
            {"frame_size": None},
            "no tag of the document has a start, and the task is of a video",
        ),
        (
            "labelstudio.json",
            Document(tags=(PERSON,)),
            {"frame_size": None},
            "percentages need the size of the picture: frame_size, --frame-size 1920x1080",
        ),
        ("coco.json", Document(tags=(PLACE,)), {}, "no tag of the document has a box"),
        (
            "coco.json",
            Document(tags=(PERSON,)),
            {"frame_size": None},
            "COCO wants the size of the pictures: frame_size, --frame-size 1920x1080",
        ),
        (
            "coco.json",
            tags(at(0, 1, TrackBox(at_ms=0, box=Box(5, 5, 5, 9)))),
            {},
            "no box of the document has an area in the picture",
        ),
    ],
)
def test_what_is_missing_is_said(name: str, given: Document, options: dict[str, Any], reason: str) -> None:
    """Where nothing can be written the message says what is missing, and how to give it."""
    with pytest.raises(NoMaterial) as error:
        written(given, name, **options)
    assert str(error.value) == f"nothing to write as {name}: {reason}"


@pytest.mark.parametrize("name", FORMATS)
def test_numbers_that_json_does_not_know_are_left_out(name: str) -> None:
    """Infinity and what is no number leave a gap, which is listed; the rest of the occurrence stays."""
    kept = TrackBox(at_ms=200, box=Box(1, 2, 3, 4), score=math.nan)
    lost = TrackBox(at_ms=100, box=Box(1, 2, math.inf, 4))
    occurrence = Occurrence(start_ms=0, end_ms=900, score=math.inf, boxes=(lost, kept))
    given = Document(tags=(Tag(kind="person", name="甲", share=math.nan, occurrences=(occurrence,)),))
    assert not re.search("nan|inf(?!o)|null", written(given, name), re.IGNORECASE)
    listed = changes(given, name)
    assert sorted(each.message for each in listed if "held still" not in each.message) == [
        "a box without four numbers was left out: 甲",
        "a score of inf was left out, JSON has no such number: 甲",
        "a score of nan was left out, JSON has no such number: 甲",
        "a share of nan was left out, JSON has no such number: 甲",
    ]


ODD_TIMES_LISTED = [
    Change(None, "an occurrence without a start was left out: 灯"),
    Change(0, "a start of -5 ms became 0: 灯"),
    Change(300, "an end of 100 ms before the start was left out: 灯"),
    Change(0, "a start of -9 ms became 0: 灯"),
    Change(0, "an end of -2 ms before the start was left out: 灯"),
]


@pytest.mark.parametrize("name", ["tags.vtt", "labelstudio.json"])
def test_unusual_times_are_put_right_and_listed(name: str) -> None:
    """What has no start is left out, what begins before 0 begins there, what ends before it starts is an instant."""
    assert [each for each in changes(ODD_TIMES, name) if "instant" not in each.message] == ODD_TIMES_LISTED


@pytest.mark.parametrize("name", ["tags.vtt", "labelstudio.json"])
def test_a_tag_that_is_nowhere_is_listed(name: str) -> None:
    """A tag of the media as a whole has no place in time."""
    given = Document(tags=(PLACE, Tag(kind="classification", level1="美食\n<b>")))
    assert changes(given, name) == [Change(None, "a tag without occurrences was left out: 美食 <b>")]


def test_numbers_beyond_all_floats_are_left_out_of_every_format() -> None:
    """A box or a score that no float holds, and a time that no program keeps, cost nothing but themselves."""
    far = 10**5000
    lamp = at(0, 40, TrackBox(at_ms=0, box=Box(1, 1, 3, 3), score=far), TrackBox(at_ms=0, box=Box(0, 0, far, 9)))
    late = at(far, -far, TrackBox(at_ms=far, box=Box(1, 1, 3, 3)))
    given = tags(lamp, late)
    listed_there = {
        Change(0, "a score of a number of thousands of digits was left out, JSON has no such number: 灯"),
        Change(0, "a box without four numbers was left out: 灯"),
        Change(None, "a start of a number of thousands of digits ms, more than programs count, was left out: 灯"),
        Change(None, "an end of a number of thousands of digits ms, more than programs count, was left out: 灯"),
        Change(
            None,
            "a box with an instant of a number of thousands of digits ms, more than programs count, was left out: 灯",
        ),
    }
    for name in ("tags.vtt", "labelstudio.json", "coco.json"):
        assert listed_there <= set(changes(given, name))
        assert '"灯"' in written(given, name)
