"""Boxes through other people's eyes: what webvtt-py, the W3C's parser, pycocotools and Label Studio find in them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import webvtt

from .installed import by_node, judge

_PARSE = """
const { WebVTTParser } = require("webvtt-parser")
const { cues, errors } = new WebVTTParser().parse(require("fs").readFileSync(0, "utf8"), "metadata")
console.log(JSON.stringify({ errors, cues: cues.map((cue) => [cue.startTime, cue.endTime, JSON.parse(cue.text)]) }))
"""


class FoundTag(NamedTuple):
    """One cue of a metadata track as a reader finds it."""

    start_ms: int
    end_ms: int
    said: Any


def tags_by_webvtt(data: bytes) -> list[FoundTag]:
    """The cues that webvtt-py finds at its strictest, which must be all that there is in the file."""
    file = webvtt.from_buffer(io.BytesIO(data), strict=True)
    assert [*file.styles, *file.regions, *file.header_comments, *file.footer_comments, *file.metadata] == []
    assert [cue for cue in file.captions if cue.identifier or cue.settings or cue.comments] == []
    return [
        FoundTag(cue.start_time.in_milliseconds(), cue.end_time.in_milliseconds(), json.loads(cue.raw_text))
        for cue in file.captions
    ]


def tags_by_w3c(data: bytes) -> list[FoundTag]:
    """The cues that the parser of the W3C finds and calls valid, their text read by JavaScript's own JSON."""
    found = by_node(_PARSE, "webvtt-parser", data)
    assert found["errors"] == []
    return [FoundTag(round(start * 1000), round(end * 1000), said) for start, end, said in found["cues"]]


class FoundBox(NamedTuple):
    """One annotation of COCO as pycocotools finds it, with the picture and the category that it belongs to."""

    file_name: str
    kind: str
    name: str
    bbox: list[float]


def boxes_by_pycocotools(path: Path) -> list[FoundBox]:
    """The annotations of a file by way of pycocotools' own index."""
    index = judge("pycocotools.coco").COCO(str(path))
    assert {(image["width"] > 0, image["height"] > 0) for image in index.imgs.values()} == {(True, True)}
    assert all(each["area"] == each["bbox"][2] * each["bbox"][3] > 0 for each in index.anns.values())
    return list(_found_boxes(index, index.loadAnns(index.getAnnIds())))


def _found_boxes(index: Any, annotations: Iterable[Mapping[str, Any]]) -> Iterator[FoundBox]:
    for each in annotations:
        (image,), (category,) = index.loadImgs(each["image_id"]), index.loadCats(each["category_id"])
        yield FoundBox(image["file_name"], category["supercategory"], category["name"], each["bbox"])


BreakPoint = tuple[float, float, float, float]


def drawn_by_label_studio(sequence: list[dict[str, Any]], frame: int) -> BreakPoint | None:
    """Where Label Studio draws a region in a frame, by the rules of its editor, or `None` where it does not.

    The last keyframe up to the frame says whether the region is there: it is where that one is enabled,
    and in that frame itself. Between two keyframes it is moved evenly.
    """
    before = [each for each in sequence if each["frame"] <= frame]
    after = [each for each in sequence if each["frame"] > frame]
    if not before or not (before[-1]["enabled"] or before[-1]["frame"] == frame):
        return None
    start, end = before[-1], after[0] if after else before[-1]
    part = (frame - start["frame"]) / max(end["frame"] - start["frame"], 1)
    x, y, width, height = (start[key] + (end[key] - start[key]) * part for key in ("x", "y", "width", "height"))
    return x, y, width, height


def importable(content: str) -> dict[str, Any]:
    """The only task of a file for Label Studio, in which every rule of its forms is kept.

    They are those that its own package checks predictions by, and what its editor takes for granted.
    """
    (task,) = json.loads(content)
    labels = [each["value"] for each in task["data"]["labels"]]
    assert set(task) == {"data", "predictions"}
    assert isinstance(task["data"]["video"], str)
    assert type(task["data"]["fps"]) in (int, float)
    assert len(labels) == len(set(labels))
    (prediction,) = task["predictions"]
    assert set(prediction) == {"model_version", "result"}
    regions = prediction["result"]
    assert len({region["id"] for region in regions}) == len(regions) > 0
    for region in regions:
        assert set(region) <= {"id", "from_name", "to_name", "type", "value", "score", "meta"}
        assert all(isinstance(line, str) for line in region["meta"]["text"])
        used = _check_box(region, task["data"]["fps"]) if region["type"] == "videorectangle" else _check_range(region)
        assert len(used) == 1
        assert set(used) <= set(labels)
    return dict(task)


def _check_box(region: Mapping[str, Any], fps: float) -> list[str]:
    """A region of the picture: frames from 1 in rising order, percentages, seconds that fit the frames."""
    value = region["value"]
    assert (region["from_name"], region["to_name"]) == ("box", "video")
    assert set(value) == {"framesCount", "duration", "sequence", "labels"}
    frames = [each["frame"] for each in value["sequence"]]
    assert frames == sorted(set(frames))
    assert 1 <= frames[0] <= frames[-1] <= value["framesCount"]
    assert value["duration"] == pytest.approx(value["framesCount"] / fps)
    assert [each["enabled"] for each in value["sequence"]] == [True] * (len(frames) - 1) + [False]
    for each in value["sequence"]:
        assert set(each) == {"frame", "enabled", "x", "y", "width", "height", "rotation", "time"}
        assert each["rotation"] == 0
        assert each["time"] == pytest.approx(each["frame"] / fps)
        assert all(0 <= each[key] < 100 for key in ("x", "y"))
        assert all(0 < each[key] <= 100 for key in ("width", "height"))
        assert max(each["x"] + each["width"], each["y"] + each["height"]) <= 100 + 1e-9
    return list(value["labels"])


def _check_range(region: Mapping[str, Any]) -> list[str]:
    """A region of the timeline: one range of whole frames from 1."""
    value = region["value"]
    assert (region["type"], region["from_name"], region["to_name"]) == ("timelinelabels", "timeline", "video")
    assert set(value) == {"ranges", "timelinelabels"}
    ((start, end),) = [(each["start"], each["end"]) for each in value["ranges"]]
    assert (type(start), type(end)) == (int, int)
    assert 1 <= start <= end
    return list(value["timelinelabels"])
