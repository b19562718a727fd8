"""Boxes as other programs read them: every occurrence, at its time, in its place, under its name."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ice_results
from ice_results import Box, Document, Job, NoMaterial, Occurrence, Tag, TextFrame, TrackBox
from ice_results.findings import Change
from ice_results.writing.boxes.labelstudio import write_labelstudio
from ice_results.writing.convert import write

from ...conftest import ROOT
from ...judges.boxes import (
    FoundBox,
    FoundTag,
    boxes_by_pycocotools,
    drawn_by_label_studio,
    importable,
    tags_by_w3c,
    tags_by_webvtt,
)
from ...judges.captions import times_by_ffmpeg
from ..chapters.test_chapters_read_back import AWKWARD

FORMATS = ["tags.vtt", "labelstudio.json", "coco.json"]
SIZE = (200, 100)
NAMES = [*AWKWARD, "=1+1", "\ufffe\uffff", '{"kind": 1}', "\\u003c", "</script>", " ", "\ufeff-->\u2028"]
"""Names as a service could give them; they come back as they are."""

PERSON = Tag(
    kind="person",
    level1="celebrity",
    name="陆青棠",
    share=0.25,
    score=0.4,
    source="VideoLabel",
    occurrences=(
        Occurrence(
            start_ms=1000,
            end_ms=2500,
            score=0.9,
            scene="closeUp",
            boxes=(
                TrackBox(at_ms=1200, box=Box(20, 10, 60, 35), score=0.5),
                TrackBox(at_ms=1800, box=Box(40, 20, 80, 45)),
            ),
        ),
    ),
)
PLACE = Tag(
    kind="object tag", level1="场景", level2="茶园", score=0.75, occurrences=(Occurrence(start_ms=0, end_ms=1000),)
)


def options_of(name: str) -> dict[str, Any]:
    """What a format has to be told."""
    if name == "tags.vtt":
        return {}
    return {"frame_size": SIZE, "fps": 25} if name == "labelstudio.json" else {"frame_size": SIZE}


def written(given: Document, name: str, **options: Any) -> str:
    """The content of the only file of a format."""
    (output,) = write(given, name, **{**options_of(name), **options})
    assert output.track is None
    assert isinstance(output.content, str)
    return output.content


def changes(given: Document, name: str, **options: Any) -> list[Change]:
    """What was changed in a file, but for what Label Studio's always says."""
    (output,) = write(given, name, **{**options_of(name), **options})
    said = [each for each in output.changes if not each.message.startswith(("data.video", "the length of the media"))]
    assert len(output.changes) - len(said) == 2 * (name == "labelstudio.json")
    return said


def tags(*occurrences: Occurrence, name: str | None = "灯") -> Document:
    """A document with one tag."""
    return Document(tags=(Tag(kind="object tag", name=name, occurrences=occurrences),))


def at(start: int | None, end: int | None = None, *boxes: TrackBox) -> Occurrence:
    """An occurrence."""
    return Occurrence(start_ms=start, end_ms=end, boxes=boxes)


def named(names: list[str]) -> Document:
    """A document with a tag under each name, a second each, with a box in its middle."""
    return Document(
        tags=tuple(
            Tag(
                kind="object tag",
                level1=name,
                name=name,
                occurrences=(
                    at(number * 1000, number * 1000 + 1000, TrackBox(at_ms=number * 1000 + 500, box=Box(1, 2, 3, 4))),
                ),
            )
            for number, name in enumerate(names)
        )
    )


# What all of them share


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
    assert sorted(each.message for each in listed if "stand still" not in each.message) == [
        "a box without four numbers was left out: 甲",
        "a score of inf was left out, JSON has no such number: 甲",
        "a score of nan was left out, JSON has no such number: 甲",
        "a share of nan was left out, JSON has no such number: 甲",
    ]


ODD_TIMES = tags(at(None, 5), at(-5, 700), at(300, 100), at(900, 900), at(950, None), at(-9, -2))
ODD_TIMES_LISTED = [
    Change(None, "an occurrence without a start was left out: 灯"),
    Change(0, "a start of -5 ms became 0: 灯"),
    Change(300, "an end of 100 ms before the start was left out: 灯"),
    Change(0, "a start of -9 ms became 0: 灯"),
    Change(0, "an end of -2 ms before the start was left out: 灯"),
]


@pytest.mark.parametrize("name", ["tags.vtt", "labelstudio.json"])
def test_odd_times_are_put_right_and_listed(name: str) -> None:
    """What has no start is left out, what begins before 0 begins there, what ends before it starts is an instant."""
    assert [each for each in changes(ODD_TIMES, name) if "instant" not in each.message] == ODD_TIMES_LISTED


@pytest.mark.parametrize("name", ["tags.vtt", "labelstudio.json"])
def test_a_tag_that_is_nowhere_is_listed(name: str) -> None:
    """A tag of the media as a whole has no place in time."""
    given = Document(tags=(PLACE, Tag(kind="classification", level1="美食\n<b>")))
    assert changes(given, name) == [Change(None, "a tag without occurrences was left out: 美食 <b>")]


# WebVTT


def test_a_cue_says_what_the_service_said() -> None:
    """One line of JSON for each occurrence, in the order of time, without what is not known."""
    assert written(Document(tags=(PERSON, PLACE)), "tags.vtt") == (
        "WEBVTT\n\n"
        "00:00:00.000 --> 00:00:01.000\n"
        '{"kind":"object tag","level1":"场景","level2":"茶园","score":0.75}\n\n'
        "00:00:01.000 --> 00:00:02.500\n"
        '{"kind":"person","level1":"celebrity","name":"陆青棠","score":0.9,"share":0.25,"scene":"closeUp","boxes":['
        '{"at_ms":1200,"left":20,"top":10,"right":60,"bottom":35,"score":0.5},'
        '{"at_ms":1800,"left":40,"top":20,"right":80,"bottom":45}]}\n'
    )
    assert changes(Document(tags=(PERSON, PLACE)), "tags.vtt") == []


def test_nothing_in_a_cue_is_markup() -> None:
    """`&`, `<` and `>` are written by their numbers, and so is what some reader takes for the end of a line."""
    content = written(tags(at(0, 1), name="a --> <b>&amp;\u2028\x85\x7f\n\\"), "tags.vtt")
    assert content.splitlines()[3:] == [
        '{"kind":"object tag","name":"a --\\u003e \\u003cb\\u003e\\u0026amp;\\u2028\\u0085\\u007f\\n\\\\"}'
    ]


def test_awkward_names_are_read_back_from_webvtt(tmp_path: Path) -> None:
    """Three readers find every cue at its time, and the names are to the letter those of the document."""
    content = written(named(NAMES), "tags.vtt").encode()
    path = tmp_path / "talk.tags.vtt"
    path.write_bytes(content)
    box = {"left": 1, "top": 2, "right": 3, "bottom": 4}
    expected = [
        FoundTag(
            start,
            start + 1000,
            {
                "kind": "object tag",
                "level1": name,
                "name": name,
                "boxes": [{"at_ms": start + 500, **box}],
            },
        )
        for start, name in zip(range(0, 1000 * len(NAMES), 1000), NAMES, strict=True)
    ]
    assert tags_by_webvtt(content) == expected
    assert tags_by_w3c(content) == expected
    assert times_by_ffmpeg(path) == [(each.start_ms, each.end_ms) for each in expected]


def test_half_a_surrogate_pair_becomes_a_question_mark() -> None:
    """No file can hold it, and the cue around it stays."""
    ((_, _, said),) = tags_by_webvtt(written(tags(at(0, 1), name="a\ud800<"), "tags.vtt").encode())
    assert said["name"] == "a?<"


def test_an_instant_is_shown_for_a_second() -> None:
    """A player asks only a few times a second which cues are on, so an instant is made longer, and that is listed."""
    content = written(ODD_TIMES, "tags.vtt").encode()
    found = tags_by_w3c(content)
    assert found == tags_by_webvtt(content)
    assert [(each.start_ms, each.end_ms) for each in found] == [
        (0, 1000),
        (0, 700),
        (300, 1300),
        (900, 1900),
        (950, 1950),
    ]
    assert [each for each in changes(ODD_TIMES, "tags.vtt") if "instant" in each.message] == [
        Change(start, f"an instant is shown until {start + 1000} ms: 灯") for start in (0, 300, 900, 950)
    ]


def test_the_file_is_stored_as_asked() -> None:
    """With a byte order mark and the line ends of Windows it reads back the same."""
    given = named(NAMES)
    content = written(given, "tags.vtt", bom=True, crlf=True)
    assert content.startswith("\ufeffWEBVTT\r\n\r\n")
    assert content.count("\n") == content.count("\r\n")
    assert tags_by_webvtt(content.encode()) == tags_by_webvtt(written(given, "tags.vtt").encode())
    assert tags_by_w3c(content.encode()) == tags_by_w3c(written(given, "tags.vtt").encode())


NUMBERS = st.integers(-50, 250) | st.floats(-50, 250)
BOXES = st.builds(
    TrackBox,
    at_ms=st.none() | st.integers(-50, 9_000),
    box=st.none() | st.builds(Box, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    score=st.none() | st.floats(0, 1),
)
OCCURRENCES = st.builds(
    Occurrence,
    start_ms=st.none() | st.integers(-50, 9_000),
    end_ms=st.none() | st.integers(-50, 9_000),
    score=st.none() | st.floats(0, 1),
    boxes=st.lists(BOXES, max_size=3).map(tuple),
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=5) | st.sampled_from(NAMES)
DOCUMENTS = st.lists(
    st.builds(
        Tag,
        kind=st.sampled_from(["person", "object tag"]),
        name=st.none() | TEXT,
        occurrences=st.lists(OCCURRENCES, max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=4,
).map(lambda found: Document(tags=tuple(found)))


def content_or_reason(given: Document, name: str) -> str | NoMaterial:
    """The content of the file, or why there is none."""
    try:
        return written(given, name)
    except NoMaterial as reason:
        return reason


@settings(max_examples=150, deadline=None)
@given(given_document=DOCUMENTS)
def test_whatever_is_seen_is_read_back_from_webvtt(given_document: Document) -> None:
    """As many cues as occurrences with a start, none of them empty, with their names and all numbers of their boxes."""
    content = content_or_reason(given_document, "tags.vtt")
    seen = [(tag.name, each) for tag in given_document.tags for each in tag.occurrences if each.start_ms is not None]
    if isinstance(content, NoMaterial):
        assert seen == []
        return
    found = tags_by_webvtt(content.encode())
    assert all(0 <= each.start_ms < each.end_ms for each in found)
    assert [each.start_ms for each in found] == sorted(each.start_ms for each in found)
    assert sorted(map(repr, ((each.said.get("name"), each.said.get("boxes", [])) for each in found))) == sorted(
        repr((name, [said for box in each.boxes if (said := _said(box))])) for name, each in seen
    )


def _said(boxed: TrackBox) -> dict[str, Any]:
    """What a cue says of a box."""
    box = boxed.box
    sides = {} if box is None else {"left": box.left, "top": box.top, "right": box.right, "bottom": box.bottom}
    said = {"at_ms": boxed.at_ms, **sides, "score": boxed.score}
    return {key: value for key, value in said.items() if value is not None}


# Label Studio


def test_boxes_become_a_region_that_moves() -> None:
    """A region has a keyframe where it begins, where the service saw it and where it ends, in percent and frames."""
    task = importable(written(Document(tags=(PERSON,)), "labelstudio.json"))
    assert task["data"] == {"video": "", "fps": 25, "labels": [{"value": "陆青棠"}]}
    (region,) = task["predictions"][0]["result"]
    sequence = [
        {"frame": frame, "enabled": enabled, "x": x, "y": y, "width": 20, "height": 25, "rotation": 0, "time": time}
        for frame, enabled, x, y, time in [
            (25, True, 10, 10, 1.0), (30, True, 10, 10, 1.2), (45, True, 20, 20, 1.8), (63, False, 20, 20, 2.52)
        ]
    ]  # fmt: skip
    assert region == {
        "id": "tag-1",
        "from_name": "box",
        "to_name": "video",
        "type": "videorectangle",
        "value": {"framesCount": 63, "duration": 2.52, "sequence": sequence, "labels": ["陆青棠"]},
        "score": 0.9,
        "meta": {
            "text": [
                "kind: person",
                "level1: celebrity",
                "name: 陆青棠",
                "score: 0.9",
                "share: 0.25",
                "scene: closeUp",
                "start_ms: 1000",
                "end_ms: 2500",
                "box at 1200 ms, score 0.5",
                "box at 1800 ms",
            ]
        },
    }
    assert changes(Document(tags=(PERSON,)), "labelstudio.json") == [
        Change(None, "boxes were made to stand still where nothing says how they move: 1 regions")
    ]


def test_label_studio_draws_a_region_from_its_first_frame_to_its_last() -> None:
    """It stands still until the first instant that is known, moves evenly to the next, and is gone after the end."""
    task = importable(written(Document(tags=(PERSON,)), "labelstudio.json"))
    sequence = task["predictions"][0]["result"][0]["value"]["sequence"]
    assert [frame for frame in range(1, 100) if drawn_by_label_studio(sequence, frame)] == list(range(25, 64))
    assert [drawn_by_label_studio(sequence, frame) for frame in (25, 30, 33, 45, 63)] == [
        (10, 10, 20, 25), (10, 10, 20, 25), (12, 12, 20, 25), (20, 20, 20, 25), (20, 20, 20, 25)
    ]  # fmt: skip


def test_an_occurrence_without_boxes_is_a_stretch_of_the_timeline() -> None:
    """Frames count from 1 and both ends are in it; no size of the picture is needed for it."""
    given = Document(tags=(PLACE, Tag(kind="hotword", name="云", occurrences=(at(7, None),))))
    regions = importable(written(given, "labelstudio.json", frame_size=None))["predictions"][0]["result"]
    assert [region["value"] for region in regions] == [
        {"ranges": [{"start": 1, "end": 25}], "timelinelabels": ["茶园"]},
        {"ranges": [{"start": 1, "end": 1}], "timelinelabels": ["云"]},
    ]
    assert [region.get("score") for region in regions] == [0.75, None]


@pytest.mark.parametrize(
    ("fps", "ms", "frame"),
    [
        (25, 0, 1),
        (25, 40, 1),
        (25, 60, 2),
        (25, 3_600_000, 90_000),
        ("23.976", 1001, 24),
        ("23.976", 36_036_000, 864_000),
        ("30000/1001", 360_360_000, 10_800_000),
        (60, 8, 1),
    ],
)
def test_frames_are_counted_exactly(fps: float | str, ms: int, frame: int) -> None:
    """A frame is the one nearest to the instant, also after hours at rates that no decimal can say."""
    task = importable(written(tags(at(ms, None)), "labelstudio.json", fps=fps))
    assert task["predictions"][0]["result"][0]["value"]["ranges"] == [{"start": frame, "end": frame}]


def test_the_rate_that_was_taken_is_said() -> None:
    """Without fps there are 25 frames a second, in the task too, and that is listed."""
    (output,) = write(tags(at(1000, None)), "labelstudio.json")
    assert importable(str(output.content))["data"]["fps"] == 25
    assert output.changes == (
        Change(None, "25 frames a second were taken: fps names the video's own rate"),
        Change(None, "data.video is empty: it has to be an address of the web"),
        Change(None, "the length of the media is not known: framesCount and duration end with the last of the tags"),
    )
    assert importable(written(tags(at(0, 1)), "labelstudio.json", fps="29.97"))["data"]["fps"] == 30000 / 1001


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://media.example.com/a.mp4", []),
        ("oss://shelf/a.mp4", ["data.video is oss://shelf/a.mp4: it has to be an address of the web"]),
        (None, ["data.video is empty: it has to be an address of the web"]),
    ],
)
def test_the_task_names_the_video(url: str | None, said: list[str]) -> None:
    """The address of the job's media is taken as it is; where a browser cannot play it, that is listed."""
    given = Document(jobs=(Job(media_url=url),), tags=(PLACE,))
    (output,) = write(given, "labelstudio.json", fps=25)
    assert importable(str(output.content))["data"]["video"] == (url or "")
    assert [each.message for each in output.changes][:-1] == said


def test_odd_boxes_for_label_studio_are_listed() -> None:
    """What sticks out is cut, what has no area goes, and a frame has one box."""
    given = tags(
        at(
            1000,
            1000,
            TrackBox(at_ms=1000, box=Box(-20, 50, 400, 80)),
            TrackBox(at_ms=1001, box=Box(0, 0, 9, 9)),
            TrackBox(box=Box(3, 3, 3, 9)),
            TrackBox(at_ms=5000, box=Box(300, 300, 400, 400)),
        ),
        at(2000, 2000, TrackBox(box=Box(0, 0, 200, 100))),
        at(3000, 3000, TrackBox(at_ms=3000)),
    )
    regions = importable(written(given, "labelstudio.json"))["predictions"][0]["result"]
    boxes = [region["value"]["sequence"] for region in regions if region["type"] == "videorectangle"]
    assert [[(each["frame"], each["x"], each["width"]) for each in sequence] for sequence in boxes] == [
        [(25, 0, 100)],
        [(50, 0, 100)],
    ]
    assert [region["type"] for region in regions] == ["videorectangle", "videorectangle", "timelinelabels"]
    assert changes(given, "labelstudio.json") == [
        Change(1000, "a box that stuck out of the picture was cut: 灯"),
        Change(1001, "a second box in one frame was left out: 灯"),
        Change(None, "a box without an area in the picture was left out: 灯"),
        Change(5000, "a box without an area in the picture was left out: 灯"),
        Change(2000, "a box without an instant was put at the start: 灯"),
    ]


def test_a_region_reaches_as_far_as_its_boxes() -> None:
    """A box that was seen before or after its occurrence is there all the same, in the order of time."""
    boxes = [TrackBox(at_ms=each, box=Box(0, 0, 9, 9)) for each in (2400, 1400, 400)]
    given = tags(at(1000, 2000, *boxes))
    (region,) = importable(written(given, "labelstudio.json"))["predictions"][0]["result"]
    assert [each["frame"] for each in region["value"]["sequence"]] == [10, 35, 60]
    assert changes(given, "labelstudio.json") == []


def test_names_are_labels_to_the_letter() -> None:
    """Each name is a label of the task and the label of its region; without a name the kind is."""
    task = importable(written(named(NAMES), "labelstudio.json"))
    names = [name or "object tag" for name in NAMES]
    assert [each["value"] for each in task["data"]["labels"]] == list(dict.fromkeys(names))
    assert [region["value"]["labels"] for region in task["predictions"][0]["result"]] == [[name] for name in names]


def test_the_labelling_configuration_fits_the_task() -> None:
    """What the documentation tells to set up has the names that regions and data refer to."""
    tags_in_it = dict(re.findall(r'<(\w+) name="(\w+)"', write_labelstudio.__doc__ or ""))
    assert tags_in_it == {"Video": "video", "VideoRectangle": "box", "Labels": "labels", "TimelineLabels": "timeline"}
    task = importable(written(Document(tags=(PERSON, PLACE)), "labelstudio.json"))
    assert set(re.findall(r"\$(\w+)", write_labelstudio.__doc__ or "")) == set(task["data"])
    assert {region["from_name"] for region in task["predictions"][0]["result"]} == {"box", "timeline"}


@settings(max_examples=150, deadline=None)
@given(given_document=DOCUMENTS)
def test_whatever_is_seen_can_be_imported_into_label_studio(given_document: Document) -> None:
    """As many regions as occurrences with a start, under their labels; every rule of the forms is kept."""
    content = content_or_reason(given_document, "labelstudio.json")
    seen = [
        tag.label or tag.kind for tag in given_document.tags for each in tag.occurrences if each.start_ms is not None
    ]
    if isinstance(content, NoMaterial):
        assert seen == []
        return
    values = [region["value"] for region in importable(content)["predictions"][0]["result"]]
    assert sorted((value.get("labels") or value["timelinelabels"])[0] for value in values) == sorted(seen)


# COCO


def test_boxes_become_annotations() -> None:
    """Images by instants, categories by label, pixels; a box's own score goes before that of its occurrence."""
    given = Document(
        jobs=(Job(media_url="https://media.example.com/a.mp4"),), title="云岭", source="in/talk.v2.json", tags=(PERSON,)
    )
    known = {"kind": "person", "level1": "celebrity", "name": "陆青棠", "share": 0.25, "scene": "closeUp"}
    common = {"category_id": 1, "iscrowd": 0, "segmentation": [], "track_id": 1}
    first = {**common, "score": 0.5, "attributes": {**known, "score": 0.9}}
    second = {**common, "score": 0.9, "attributes": known}
    assert json.loads(written(given, "coco.json")) == {
        "info": {"description": "云岭", "url": "https://media.example.com/a.mp4"},
        "licenses": [],
        "images": [
            {"id": 1, "width": 200, "height": 100, "file_name": "talk.v2-000001200ms.jpg", "at_ms": 1200},
            {"id": 2, "width": 200, "height": 100, "file_name": "talk.v2-000001800ms.jpg", "at_ms": 1800},
        ],
        "annotations": [
            {"id": 1, "image_id": 1, "bbox": [20, 10, 40, 25], "area": 1000, **first},
            {"id": 2, "image_id": 2, "bbox": [40, 20, 40, 25], "area": 1000, **second},
        ],
        "categories": [{"id": 1, "name": "陆青棠", "supercategory": "person"}],
    }
    assert changes(given, "coco.json") == []


def test_awkward_names_are_read_back_from_coco(tmp_path: Path) -> None:
    """pycocotools finds every box in its picture, under the name to the letter."""
    path = tmp_path / "talk.coco.json"
    path.write_bytes(written(named(NAMES), "coco.json").encode())
    assert boxes_by_pycocotools(path) == [
        FoundBox(f"frame-{number * 1000 + 500:09}ms.jpg", "object tag", name or "object tag", [1, 2, 2, 2])
        for number, name in enumerate(NAMES)
    ]


def test_tags_that_share_a_name_but_not_the_kind_are_two_categories() -> None:
    """A category is a kind and a label, however many tags and occurrences have it."""
    box = at(5, 6, TrackBox(at_ms=5, box=Box(0, 0, 1, 1)))
    kinds = ["person", "object tag", "person"]
    given = Document(tags=tuple(Tag(kind=kind, name="桥", occurrences=(box, box)) for kind in kinds))
    found = json.loads(written(given, "coco.json"))
    assert [(each["id"], each["supercategory"]) for each in found["categories"]] == [(1, "person"), (2, "object tag")]
    assert [each["category_id"] for each in found["annotations"]] == [1, 1, 2, 2, 1, 1]
    assert [each["track_id"] for each in found["annotations"]] == [1, 2, 3, 4, 5, 6]
    assert len(found["images"]) == 1


def test_images_are_in_the_order_of_time() -> None:
    """The picture that has no instant comes before all others, whatever the order of the tags."""
    boxes = [TrackBox(at_ms=each, box=Box(0, 0, 1, 1)) for each in (90, None, 40)]
    found = json.loads(written(tags(at(None, None, *boxes)), "coco.json"))
    assert [each.get("at_ms") for each in found["images"]] == [None, 40, 90]
    assert [each["image_id"] for each in found["annotations"]] == [1, 2, 3]


def test_tags_of_a_picture_are_boxes_of_one_image(tmp_path: Path) -> None:
    """Where nothing has a time, the picture itself is the image, and has no instant."""
    given = ice_results.load(ROOT / "samples" / "smarttag_image_label.json")
    path = tmp_path / "p.coco.json"
    path.write_bytes(written(given, "coco.json", frame_size="4000x3000").encode())
    (found,) = boxes_by_pycocotools(path)
    assert (found.file_name, found.kind) == ("smarttag_image_label.jpg", "person")
    assert "at_ms" not in json.loads(path.read_bytes())["images"][0]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (None, "frame.jpg"),
        ("talk.json", "talk.jpg"),
        ("in/a b's 云岭.jsonl.gz", "a_b_s_云岭.jpg"),
        ("in\\talk.JSON", "talk.jpg"),
        ("a.zip:b/c.json", "c.jpg"),
        (".json", "frame.jpg"),
    ],
)
def test_pictures_are_named_after_the_input(source: str | None, name: str) -> None:
    """Its own name without folders and ending, and without what a command line would trip over."""
    tag = Tag(kind="person", occurrences=(at(None, None, TrackBox(box=Box(0, 0, 1, 1))),))
    assert json.loads(written(Document(source=source, tags=(tag,)), "coco.json"))["images"][0]["file_name"] == name


def test_odd_boxes_for_coco_are_listed() -> None:
    """What sticks out is cut, what has no area goes, and an instant before the media is its beginning."""
    given = Document(
        tags=(
            *tags(
                at(
                    70,
                    90,
                    TrackBox(at_ms=-40, box=Box(-20, 50, 400, 80)),
                    TrackBox(at_ms=80, box=Box(9, 3, 3, 9)),
                    TrackBox(box=Box(0, 0, 200, 100)),
                ),
                at(30, 40),
                at(50, 60, TrackBox(at_ms=50)),
            ).tags,
            Tag(kind="classification", level1="美食"),
        )
    )
    found = json.loads(written(given, "coco.json"))
    assert [(each["image_id"], each["bbox"], each["area"]) for each in found["annotations"]] == [
        (1, [0, 50, 200, 30], 6000),
        (2, [0, 0, 200, 100], 20000),
    ]
    assert [each["at_ms"] for each in found["images"]] == [0, 70]
    assert changes(given, "coco.json") == [
        Change(-40, "a box that stuck out of the picture was cut: 灯"),
        Change(0, "an instant of -40 ms became 0: 灯"),
        Change(80, "a box without an area in the picture was left out: 灯"),
        Change(70, "a box without an instant was put at the start: 灯"),
        Change(30, "a tag without a box was left out: 灯"),
        Change(50, "a tag without a box was left out: 灯"),
        Change(None, "a tag without a box was left out: 美食"),
    ]


@settings(max_examples=100, deadline=None)
@given(given_document=DOCUMENTS)
def test_whatever_has_a_box_is_read_back_from_coco(given_document: Document, tmp_path_factory: Any) -> None:
    """As many annotations as boxes with an area in the picture, in it, and under their names."""
    content = content_or_reason(given_document, "coco.json")
    boxes = [
        (tag.label or tag.kind, boxed.box)
        for tag in given_document.tags
        for each in tag.occurrences
        for boxed in each.boxes
        if boxed.box is not None and _has_area(boxed.box)
    ]
    if isinstance(content, NoMaterial):
        assert boxes == []
        return
    path = tmp_path_factory.mktemp("coco") / "any.coco.json"
    path.write_bytes(content.encode())
    found = boxes_by_pycocotools(path)
    assert sorted(each.name for each in found) == sorted(name for name, _ in boxes)
    for left, top, width, height in (each.bbox for each in found):
        assert left >= 0
        assert top >= 0
        assert left + width <= SIZE[0] + 1e-9
        assert top + height <= SIZE[1] + 1e-9


def _has_area(box: Box) -> bool:
    width, height = SIZE
    left, right = (min(max(each, 0), width) for each in (box.left, box.right))
    top, bottom = (min(max(each, 0), height) for each in (box.top, box.bottom))
    return max(right - left, 0) * max(bottom - top, 0) > 0


def test_numbers_beyond_all_floats_are_left_out_of_every_format() -> None:
    """A box or a score that no float holds, and a time that no program keeps, cost nothing but themselves."""
    far = 10**5000
    lamp = at(0, 40, TrackBox(at_ms=0, box=Box(1, 1, 3, 3), score=far), TrackBox(at_ms=0, box=Box(0, 0, far, 9)))
    late = at(far, -far, TrackBox(at_ms=far, box=Box(1, 1, 3, 3)))
    given = tags(lamp, late)
    told = {
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
        assert told <= set(changes(given, name))
        assert '"灯"' in written(given, name)
