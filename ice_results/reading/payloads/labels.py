"""Tags of a video, an image or a text (QuerySmarttagJob, types `VideoLabel`, `ImageLabel`, `TextLabel`).

Times are seconds, positions pixels. VideoLabel: `persons[]` with `occurrences[]`, `tags[]`,
`classifications[]`. ImageLabel: the same without times. TextLabel: `tags[] {name, value}`, the
values separated by commas, Chinese ones among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ...findings import Problem
from ...records import NO_EXTRA, Box, Document, Occurrence, Tag, TrackBox
from ..escaping import at
from ..wire import LABEL, SCORE, SECONDS, FieldType, Keys, ListOf, Mapped, Schema, field, kept, leftover
from ..wire.boxes import CORNERS
from .shapes import has_rows


@attrs.frozen(kw_only=True)
class _WireOccurrence:
    """An occurrence as it is on the wire: its box and the instant of the box beside the times."""

    start_ms: int | None = None
    end_ms: int | None = None
    score: float | None = None
    at_ms: int | None = None
    box: Box | None = None
    scene: str | None = None
    extra: Mapping[str, Any] = NO_EXTRA


def _occurrence(given: _WireOccurrence) -> Occurrence:
    boxed = given.box is not None or given.at_ms is not None
    return Occurrence(
        start_ms=given.start_ms,
        end_ms=given.end_ms,
        score=given.score,
        boxes=(TrackBox(at_ms=given.at_ms, box=given.box),) if boxed else (),
        scene=given.scene,
        extra=given.extra,
    )


_OCCURRENCE = Mapped(
    Schema(
        _WireOccurrence,
        start_ms=field(SECONDS, "from"),
        end_ms=field(SECONDS, "to"),
        score=field(SCORE, "score"),
        at_ms=field(SECONDS, "timestamp"),
        box=field(CORNERS, "position"),
        scene=field(LABEL, "scene"),
    ),
    _occurrence,
)


@attrs.frozen(kw_only=True)
class _Face:
    """A person in an image: where it stands is on the person itself."""

    name: str | None = None
    level1: str | None = None
    score: float | None = None
    box: Box | None = None
    scene: str | None = None
    extra: Mapping[str, Any] = NO_EXTRA


def _person_of(face: _Face) -> Tag:
    boxes = (TrackBox(box=face.box),) if face.box else ()
    return Tag(
        kind="person",
        level1=face.level1,
        name=face.name,
        score=face.score,
        occurrences=(Occurrence(boxes=boxes, scene=face.scene),) if boxes or face.scene else (),
        source="ImageLabel",
        extra=face.extra,
    )


def _object_tag(source: str) -> Schema[Tag]:
    return Schema(
        Tag,
        {"kind": "object tag", "source": source},
        level1=field(LABEL, "mainTagName"),
        name=field(LABEL, "subTagName"),
        share=field(SCORE, "ratio"),
        score=field(SCORE, "score"),
        occurrences=field(ListOf(_OCCURRENCE), "occurrences"),
    )


_VIDEO: dict[str, FieldType[Tag]] = {
    "persons": Schema(
        Tag,
        {"kind": "person", "source": "VideoLabel"},
        level1=field(LABEL, "category"),
        name=field(LABEL, "name"),
        share=field(SCORE, "ratio"),
        occurrences=field(ListOf(_OCCURRENCE), "occurrences"),
    ),
    "tags": _object_tag("VideoLabel"),
    "classifications": Schema(
        Tag,
        {"kind": "classification", "source": "VideoLabel"},
        level1=field(LABEL, "category1"),
        name=field(LABEL, "category2"),
        score=field(SCORE, "score"),
    ),
}
_IMAGE: dict[str, FieldType[Tag]] = {
    "persons": Mapped(
        Schema(
            _Face,
            level1=field(LABEL, "category"),
            name=field(LABEL, "name"),
            score=field(SCORE, "score"),
            box=field(CORNERS, "position"),
            scene=field(LABEL, "scene"),
        ),
        _person_of,
    ),
    "tags": _object_tag("ImageLabel"),
}
_OF_A_VIDEO = ("occurrences", "ratio")
_TEXT = Schema(
    Tag, {"kind": "text tag", "source": "TextLabel"}, level1=field(LABEL, "name"), name=field(LABEL, "value")
)


def read_tag_lists(source: str, shapes: Mapping[str, FieldType[Tag]], value: Any, path: str) -> Document:
    """Every list of tags of one payload, each in its own shape; what stands beside them is kept."""
    keys = Keys(value if isinstance(value, Mapping) else {})
    tags: list[Tag] = []
    problems: list[Problem] = []
    unused: dict[str, Any] = {}
    for name, shape in shapes.items():
        key, rows = keys.take_named(name)
        parsed = ListOf(shape).read(rows, at(path, key))
        tags += parsed.value or ()
        problems += parsed.problems
        unused |= leftover(key, parsed)
    extra, lost = kept({**keys.unused(), **unused}, path)
    return Document(tags=tuple(tags), problems=(*problems, *lost), extra={source: extra} if extra else {})


def read_video_label(value: Any, path: str) -> Document:
    """Persons, object tags and classifications of a video."""
    return read_tag_lists("VideoLabel", _VIDEO, value, path)


def read_image_label(value: Any, path: str) -> Document:
    """Persons and object tags of an image."""
    return read_tag_lists("ImageLabel", _IMAGE, value, path)


def read_text_label(value: Any, path: str) -> Document:
    """The tags of a text: one for each of the values that stand in one string."""
    document = read_tag_lists("TextLabel", {"tags": _TEXT}, value, path)
    return attrs.evolve(document, tags=tuple(tag for each in document.tags for tag in _one_by_one(each)))


def _one_by_one(tag: Tag) -> Iterable[Tag]:
    names = [name.strip() for name in split_values(tag.name or "")]
    return [attrs.evolve(tag, name=name) for name in names if name] or [attrs.evolve(tag, name=None)]


_COMMAS = ",，、"
_BRACKETS = dict(zip("([{（［【「『《〈“", ")]}）］】」』》〉”", strict=True))
"""The closing bracket or quotation mark of each opening one."""


def split_values(text: str) -> list[str]:
    """The values between the commas of a text; a comma inside of brackets belongs to its value."""
    if not any(sign in text for sign in _BRACKETS):
        return re.split(f"[{_COMMAS}]", text)
    edges: list[int] = []
    closing: list[str] = []
    for place, sign in enumerate(text):
        if closing and sign == closing[-1]:
            closing.pop()
        elif sign in _BRACKETS and _BRACKETS[sign] in text[place:]:
            closing.append(_BRACKETS[sign])
        elif sign in _COMMAS and not closing:
            edges.append(place)
    return [text[begin:end] for begin, end in zip([0, *(edge + 1 for edge in edges)], [*edges, len(text)], strict=True)]


def is_video_label(value: Any) -> bool:
    """Whether this is the label of a video: with occurrences, a share, classifications, or at least no score."""
    if not isinstance(value, Mapping):
        return False
    keys = Keys(value)
    if has_rows(keys.peek("classifications"), "category1"):
        return True
    persons, tags = keys.take("persons"), keys.take("tags")
    if any(has_rows(rows, "occurrences") or has_rows(rows, "ratio") for rows in (persons, tags)):
        return True
    return (has_rows(tags, "mainTagName") or has_rows(persons, "category")) and not _is_scored(persons, tags)


def is_image_label(value: Any) -> bool:
    """Whether this is the label of an image: with scores, or at least nothing that only a video has."""
    if not isinstance(value, Mapping):
        return False
    keys = Keys(value)
    persons, tags = keys.take("persons"), keys.take("tags")
    if "classifications" in keys or any(has_rows(rows, each) for rows in (persons, tags) for each in _OF_A_VIDEO):
        return False
    return _is_scored(persons, tags) or has_rows(tags, "mainTagName") or has_rows(persons, "category")


def _is_scored(persons: Any, tags: Any) -> bool:
    """Whether the persons or tags themselves have a score, as those of an image do."""
    return has_rows(persons, "score") or has_rows(tags, "mainTagName", "score")


def is_text_label(value: Any) -> bool:
    """Whether this is `{tags: [{name, value}]}`."""
    return isinstance(value, Mapping) and has_rows(Keys(value).take("tags"), "name", "value")
