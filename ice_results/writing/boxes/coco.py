"""COCO: boxes as annotations of pictures, one for each instant that the service looked at."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import Any, TypeVar

import attrs

from ...errors import NoMaterial
from ...findings import Change
from ...records import Box, Document, Occurrence, Tag, TrackBox
from ...records.as_json import json_text
from ...records.spans import from_zero
from ..options import BoxOptions
from ..outputs import Output
from .model import clipped, countable_occurrences, facts, label_of, number, tag_name

_SIZE_NEEDED = "COCO wants the size of the pictures: frame_size, --frame-size 1920x1080"
_ENDINGS = (".json", ".jsonl", ".ndjson", ".gz")
_UNFIT = re.compile(r"[^\w.-]+")


_Key = TypeVar("_Key", bound=Hashable)


@attrs.frozen
class _Placed:
    """A box in a picture; `at_ms` is `None` in the picture that is not of a video. `track` counts occurrences."""

    tag: Tag
    occurrence: Occurrence
    boxed: TrackBox
    box: Box
    at_ms: int | None
    track: int


def write_coco(document: Document, options: BoxOptions) -> Iterable[Output]:
    """One object with `images`, `annotations` and `categories`, as pycocotools reads it.

    There is an image for each instant with a box. Its `file_name` is that of the input with the instant,
    `talk-000012340ms.jpg`, and `at_ms` the instant: `ffmpeg -ss 12340ms -i talk.mp4 -frames:v 1
    talk-000012340ms.jpg` cuts it. Boxes that have no instant are those of a picture: `talk.jpg`.

    A category is a label, its `supercategory` the kind of tag. `track_id` is the same for all boxes of one
    occurrence, `score` the box's own or else that of the occurrence; `attributes` hold the rest that is known.
    Text in frames is not in it.

    Raises `NoMaterial` where no tag has a box, and where there is no `frame_size`.
    """
    if not document.tags:
        return
    if not any(boxed.box for tag in document.tags for each in tag.occurrences for boxed in each.boxes):
        raise NoMaterial("coco.json", "boxes", "no tag of the document has a box")
    if options.frame_size is None:
        raise NoMaterial("coco.json", "boxes", _SIZE_NEEDED)
    changes: list[Change] = []
    placed = _placed_boxes(document, options.frame_size, changes)
    if not placed:
        raise NoMaterial("coco.json", "boxes", "no box of the document has an area in the picture")
    yield Output(
        f"{json_text(_dataset(placed, document, options.frame_size, changes), indented=True)}\n", None, tuple(changes)
    )


def _dataset(
    placed: Sequence[_Placed], document: Document, size: tuple[int, int], changes: list[Change]
) -> dict[str, Any]:
    """Everything numbered from 1: images in the order of time, categories in that of their first box."""
    images = _numbered(each.at_ms for each in placed)
    categories = _numbered((each.tag.kind, label_of(each.tag)) for each in placed)
    stem = _UNFIT.sub("_", _without_endings((document.source or "").replace("\\", "/").rpartition("/")[2])) or "frame"
    url = document.job.media_url if document.job else None
    info = {"description": document.title, "url": url}
    return {
        "info": {key: value for key, value in info.items() if value is not None},
        "licenses": [],
        "images": [_image(number, at_ms, stem, size) for at_ms, number in images.items()],
        "annotations": [
            _annotation(at, images[each.at_ms], categories[each.tag.kind, label_of(each.tag)], each, changes)
            for at, each in enumerate(placed, 1)
        ],
        "categories": [
            {"id": number, "name": label or kind, "supercategory": kind} for (kind, label), number in categories.items()
        ],
    }


def _without_endings(name: str) -> str:
    """The name of a file without what says that it is saved JSON."""
    end = len(name)
    while ending := next((each for each in _ENDINGS if name[max(end - 7, 0) : end].lower().endswith(each)), ""):
        end -= len(ending)
    return name[:end]


def _numbered(keys: Iterable[_Key]) -> dict[_Key, int]:
    """A number for each key, from 1, in the order in which they come."""
    return {key: at for at, key in enumerate(dict.fromkeys(keys), 1)}


def _image(number: int, at_ms: int | None, stem: str, size: tuple[int, int]) -> dict[str, Any]:
    width, height = size
    image = {"id": number, "width": width, "height": height}
    if at_ms is None:
        return {**image, "file_name": f"{stem}.jpg"}
    return {**image, "file_name": f"{stem}-{at_ms:09}ms.jpg", "at_ms": at_ms}


def _annotation(at: int, image: int, category: int, placed: _Placed, changes: list[Change]) -> dict[str, Any]:
    """A box as left, top, width and height."""
    box, width, height = placed.box, placed.box.right - placed.box.left, placed.box.bottom - placed.box.top
    attributes = facts(placed.tag, placed.occurrence, changes)
    own = number(placed.boxed.score, "score", placed.tag, placed.at_ms, changes)
    score = attributes.pop("score", None) if own is None else own
    return {
        "id": at,
        "image_id": image,
        "category_id": category,
        "bbox": [box.left, box.top, width, height],
        "area": width * height,
        # pycocotools needs this key and the next, though services know no crowds and no outlines.
        "iscrowd": 0,
        "segmentation": [],
        "track_id": placed.track,
        **({} if score is None else {"score": score}),
        "attributes": attributes,
    }


def _placed_boxes(document: Document, size: tuple[int, int], changes: list[Change]) -> list[_Placed]:
    """Every box within the picture, in the order of time, those without an instant before all others."""
    seen = [
        (tag, each)
        for tag in document.tags
        for each in (countable_occurrences(tag, changes) if tag.occurrences else (Occurrence(),))
    ]
    placed: list[_Placed] = []
    for track, (tag, occurrence) in enumerate(seen, 1):
        if not any(boxed.box for boxed in occurrence.boxes):
            changes.append(Change(occurrence.start_ms, f"a tag without a box was left out: {tag_name(tag)}"))
        for boxed in occurrence.boxes:
            box = clipped(boxed, tag, size, changes)
            if box is not None:
                at_ms = _instant(boxed, tag, occurrence, changes)
                placed.append(_Placed(tag, occurrence, boxed, box, at_ms, track))
    return sorted(placed, key=lambda each: -1 if each.at_ms is None else each.at_ms)


def _instant(boxed: TrackBox, tag: Tag, occurrence: Occurrence, changes: list[Change]) -> int | None:
    """When the box is there: at the start of its occurrence if nothing else is said, and never before 0."""
    at_ms = boxed.at_ms
    if at_ms is None and occurrence.start_ms is not None:
        at_ms = occurrence.start_ms
        changes.append(Change(at_ms, f"a box without an instant was put at the start: {tag_name(tag)}"))
    return None if at_ms is None else from_zero(at_ms, "an instant", tag_name(tag), changes)
