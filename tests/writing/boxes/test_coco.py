"""Boxes in COCO: annotations read back by pycocotools."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import ice_results
from ice_results import Box, Document, Job, NoMaterial, Tag, TrackBox
from ice_results.findings import Change

from ...conftest import ROOT
from ...judges.boxes import FoundBox, boxes_by_pycocotools
from .seen import DOCUMENTS, NAMES, PERSON, SIZE, at, changes, content_or_reason, named, tags, written


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


def test_invalid_boxes_for_coco_are_listed() -> None:
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
