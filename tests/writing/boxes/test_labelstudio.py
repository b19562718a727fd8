"""Boxes for Label Studio: regions by its rules, at their frames and places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from ice_results import Box, Document, Job, NoMaterial, Tag, TrackBox
from ice_results.findings import Change
from ice_results.writing.boxes.labelstudio import write_labelstudio
from ice_results.writing.convert import write

from ...judges.boxes import drawn_by_label_studio, importable
from .seen import DOCUMENTS, NAMES, PERSON, PLACE, at, changes, content_or_reason, named, tags, written


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
        Change(None, "boxes were held still where nothing says how they move: 1 region")
    ]


def test_label_studio_draws_a_region_from_its_first_frame_to_its_last() -> None:
    """It does not move until the first instant that is known, moves evenly to the next, and is gone after the end."""
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
        Change(None, "25 frames per second were assumed: set fps to the video's own rate"),
        Change(None, "data.video is empty: it has to be a web URL"),
        Change(None, "the length of the media is not known: framesCount and duration end with the last of the tags"),
    )
    assert importable(written(tags(at(0, 1)), "labelstudio.json", fps="29.97"))["data"]["fps"] == 30000 / 1001


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("https://media.example.com/a.mp4", []),
        ("oss://shelf/a.mp4", ["data.video is oss://shelf/a.mp4: it has to be a web URL"]),
        (None, ["data.video is empty: it has to be a web URL"]),
    ],
)
def test_the_task_names_the_video(url: str | None, said: list[str]) -> None:
    """The URL of the job's media is taken as it is; where a browser cannot play it, that is listed."""
    given = Document(jobs=(Job(media_url=url),), tags=(PLACE,))
    (output,) = write(given, "labelstudio.json", fps=25)
    assert importable(str(output.content))["data"]["video"] == (url or "")
    assert [each.message for each in output.changes][:-1] == said


def test_invalid_boxes_for_label_studio_are_listed() -> None:
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
    """What the documentation says to set up has the names that regions and data refer to."""
    tags_in_it = dict(re.findall(r'<(\w+) name="(\w+)"', write_labelstudio.__doc__ or ""))
    assert tags_in_it == {"Video": "video", "VideoRectangle": "box", "Labels": "labels", "TimelineLabels": "timeline"}
    task = importable(written(Document(tags=(PERSON, PLACE)), "labelstudio.json"))
    assert set(re.findall(r"\$(\w+)", write_labelstudio.__doc__ or "")) == set(task["data"])
    assert {region["from_name"] for region in task["predictions"][0]["result"]} == {"box", "timeline"}


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
