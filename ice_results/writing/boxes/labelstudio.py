"""Label Studio: tags of a video as a task to import, with boxes to follow and stretches on the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import attrs

from ...errors import NoMaterial
from ...findings import Change
from ...records import Box, Document, TrackBox
from ...records.as_json import json_text
from ...records.frame_rates import frame_rate
from ...text.cleaning import one_line
from ...text.values import counted
from ..options import VideoBoxOptions
from ..outputs import Output
from ..timecode import DEFAULT_RATE, RATE_ASSUMED
from .model import TimedOccurrence, clipped, facts, label_of, number, tag_name, timed_occurrences

_SIZE_NEEDED = "percentages need the size of the picture: frame_size, --frame-size 1920x1080"
_LENGTH_UNKNOWN = "the length of the media is not known: framesCount and duration end with the last of the tags"
# Label Studio plays what its browser can fetch: paths and oss:// are imported and then show nothing.
_WEB = ("http://", "https://")


@attrs.frozen
class _Canvas:
    """What frames and percentages are counted by; the size is of no use where there are no boxes."""

    rate: Fraction
    size: tuple[int, int]

    def frame_at(self, ms: int) -> int:
        """The frame that Label Studio shows at an instant: the nearest, and its first is called 1."""
        return max(int(ms * self.rate / 1000 + Fraction(1, 2)), 1)

    def seconds(self, frame: int) -> float:
        """The instant by which Label Studio calls for a frame."""
        return float(frame / self.rate)


def write_labelstudio(document: Document, options: VideoBoxOptions) -> Iterable[Output]:
    """A list of one task with predictions: a box for each occurrence that has some, else a stretch on the timeline.

    It fits a project with this labelling configuration, which takes the labels and the frame rate from the task:

        <View>
          <Video name="video" value="$video" framerate="$fps"/>
          <VideoRectangle name="box" toName="video"/>
          <Labels name="labels" toName="video" value="$labels"/>
          <TimelineLabels name="timeline" toName="video" value="$labels"/>
        </View>

    A box is there from the first frame of its occurrence to the last; between the instants that the service
    gave, Label Studio moves it evenly; before and after them it does not move. The rest that is known of an
    occurrence, with its milliseconds, is the text of the region's `meta`. `data.video` is the URL of the
    media where the job names it.

    Raises `NoMaterial` where there are boxes and no `frame_size`, and where no tag has a time.
    """
    changes: list[Change] = []
    found = timed_occurrences(document, changes)
    if document.tags and not found:
        raise NoMaterial("labelstudio.json", "tags", "no tag of the document has a start, and the task is of a video")
    if not found:
        return
    if options.frame_size is None and any(boxed.box for seen in found for boxed in seen.occurrence.boxes):
        raise NoMaterial("labelstudio.json", "tags", _SIZE_NEEDED)
    canvas = _Canvas(frame_rate(options.fps) or DEFAULT_RATE, options.frame_size or (1, 1))
    assumed = [RATE_ASSUMED] if options.fps is None else []
    task = {
        "data": _data(document, found, canvas, changes),
        "predictions": [{"model_version": "ice-results", "result": _regions(found, canvas, changes)}],
    }
    content = f"{json_text([task], indented=True)}\n"
    yield Output(content, None, (*assumed, *changes, Change(None, _LENGTH_UNKNOWN)))


def _data(
    document: Document, found: Iterable[TimedOccurrence], canvas: _Canvas, changes: list[Change]
) -> dict[str, Any]:
    """What the labelling configuration takes from the task."""
    url = (document.job.media_url or "") if document.job else ""
    if not url.startswith(_WEB):
        changes.append(Change(None, f"data.video is {one_line(url) or 'empty'}: it has to be a web URL"))
    rate = canvas.rate
    return {
        "video": url,
        "fps": int(rate) if rate.denominator == 1 else float(rate),
        "labels": [{"value": label} for label in dict.fromkeys(label_of(seen.tag) for seen in found)],
    }


def _regions(found: Iterable[TimedOccurrence], canvas: _Canvas, changes: list[Change]) -> list[dict[str, Any]]:
    """A region for each occurrence; where boxes were held still, one change for all of them."""
    drawn = [(seen, _boxes_by_frame(seen, canvas, changes)) for seen in found]
    last_frame = max(max([canvas.frame_at(seen.last_ms), *boxes]) for seen, boxes in drawn)
    still = sum(1 for seen, boxes in drawn if boxes and set(boxes) < {*boxes, *_edges(seen, boxes, canvas)})
    if still:
        regions = counted(still, "region")
        changes.append(Change(None, f"boxes were held still where nothing says how they move: {regions}"))
    return [
        {
            "id": f"tag-{at}",
            "to_name": "video",
            **(_tracked(seen, boxes, last_frame, canvas) if boxes else _stretch(seen, canvas)),
            **_said(seen, changes),
        }
        for at, (seen, boxes) in enumerate(drawn, 1)
    ]


def _boxes_by_frame(seen: TimedOccurrence, canvas: _Canvas, changes: list[Change]) -> dict[int, Box]:
    """The boxes of an occurrence by their frames; those without an instant are at its start."""
    boxes: dict[int, Box] = {}
    for each in seen.occurrence.boxes:
        box = clipped(each, seen.tag, canvas.size, changes)
        if box is None:
            continue
        if each.at_ms is None:
            changes.append(
                Change(seen.start_ms, f"a box without an instant was put at the start: {tag_name(seen.tag)}")
            )
        frame = canvas.frame_at(seen.start_ms if each.at_ms is None else each.at_ms)
        if frame in boxes:
            changes.append(Change(each.at_ms, f"a second box in one frame was left out: {tag_name(seen.tag)}"))
        boxes.setdefault(frame, box)
    return dict(sorted(boxes.items()))


def _edges(seen: TimedOccurrence, boxes: Iterable[int], canvas: _Canvas) -> tuple[int, int]:
    """The first and the last frame in which the boxes are there."""
    frames = (canvas.frame_at(seen.start_ms), canvas.frame_at(seen.last_ms), *boxes)
    return min(frames), max(frames)


def _tracked(seen: TimedOccurrence, boxes: Mapping[int, Box], last_frame: int, canvas: _Canvas) -> dict[str, Any]:
    """A box that moves: `enabled` is false in its last frame, behind which Label Studio shows it no more."""
    first, last = _edges(seen, boxes, canvas)
    given = list(boxes.values())
    places = {first: given[0], **boxes}
    places.setdefault(last, given[-1])
    return {
        "from_name": "box",
        "type": "videorectangle",
        "value": {
            "framesCount": last_frame,
            "duration": canvas.seconds(last_frame),
            "sequence": [_place(frame, box, frame < last, canvas) for frame, box in places.items()],
            "labels": [label_of(seen.tag)],
        },
    }


def _place(frame: int, box: Box, goes_on: bool, canvas: _Canvas) -> dict[str, Any]:
    """Where the box is in one frame, in hundredths of the picture."""
    width, height = canvas.size
    return {
        "frame": frame,
        "enabled": goes_on,
        "x": 100 * box.left / width,
        "y": 100 * box.top / height,
        "width": 100 * (box.right - box.left) / width,
        "height": 100 * (box.bottom - box.top) / height,
        "rotation": 0,
        "time": canvas.seconds(frame),
    }


def _stretch(seen: TimedOccurrence, canvas: _Canvas) -> dict[str, Any]:
    """A stretch of the timeline, both frames included."""
    return {
        "from_name": "timeline",
        "type": "timelinelabels",
        "value": {
            "ranges": [{"start": canvas.frame_at(seen.start_ms), "end": canvas.frame_at(seen.last_ms)}],
            "timelinelabels": [label_of(seen.tag)],
        },
    }


def _said(seen: TimedOccurrence, changes: list[Change]) -> dict[str, Any]:
    """The score, and what else is known in lines that the region's details show."""
    said = facts(seen.tag, seen.occurrence, changes)
    times = {"start_ms": seen.start_ms, "end_ms": seen.end_ms}
    lines = [f"{key}: {value}" for key, value in {**said, **times}.items() if value is not None]
    lines += [_box_line(each, seen, changes) for each in seen.occurrence.boxes]
    score = {"score": said["score"]} if "score" in said else {}
    return {**score, "meta": {"text": lines}}


def _box_line(boxed: TrackBox, seen: TimedOccurrence, changes: list[Change]) -> str:
    """Which boxes the service gave, beside those that Label Studio makes of them."""
    score = number(boxed.score, "score", seen.tag, boxed.at_ms, changes)
    at = "" if boxed.at_ms is None else f" at {boxed.at_ms} ms"
    return f"box{at}" if score is None else f"box{at}, score {score}"
