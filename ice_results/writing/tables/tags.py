"""The tables of tags: a row for each box of each occurrence, and a row for each tag."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

import attrs

from ...records import Document, Occurrence, Tag, TrackBox
from .columns import (
    EDGES,
    FLOAT,
    INT,
    NO_BOX,
    PART_ROWS,
    TEXT,
    Column,
    Levels,
    Repeated,
    Table,
    flat,
    itself,
    places_of,
    span,
)

_NO_OCCURRENCES = (Occurrence(),)
_NO_BOXES = (TrackBox(),)


def _parts(document: Document) -> Iterator[Levels]:
    """Some tags after the other, so many that a part has some rows and not all."""
    part: list[Tag] = []
    rows = 0
    for tag in document.tags:
        part.append(tag)
        rows += len(tag.occurrences) or 1
        if rows >= PART_ROWS:
            yield _levels(part)
            part, rows = [], 0
    if part:
        yield _levels(part)


def _levels(tags: Sequence[Tag]) -> Levels:
    """A row for each box of each occurrence; what has no occurrences, or no boxes, has a row too."""
    occurrences_of = [tag.occurrences or _NO_OCCURRENCES for tag in tags]
    occurrences = flat(occurrences_of)
    tag_places = places_of(occurrences_of)
    scores = [each.score for each in occurrences]
    if None in scores:
        scores = [
            tags[place].score if score is None else score for score, place in zip(scores, tag_places, strict=True)
        ]
    boxes, places = _boxes(occurrences)
    return {
        "tag": Repeated(tags, tag_places).at(places),
        "occurrence": Repeated(occurrences, places),
        "score": Repeated(scores, places),
        "boxed": boxes,
        "box": Repeated([each.box or NO_BOX for each in boxes.items], boxes.places),
    }


def _boxes(occurrences: Sequence[Occurrence]) -> tuple[Repeated[TrackBox], array[int] | None]:
    """The boxes of occurrences, and the places of their occurrences where some have several."""
    boxes_of = [occurrence.boxes for occurrence in occurrences]
    if not any(boxes_of):
        return Repeated(_NO_BOXES, places_of([occurrences])), None
    if not all(boxes_of):
        boxes_of = [boxes or _NO_BOXES for boxes in boxes_of]
    boxes = flat(boxes_of)
    return Repeated(boxes), places_of(boxes_of) if len(boxes) > len(occurrences) else None


_TAG = (
    Column("kind", TEXT, "person, object tag, classification, category, …", "tag"),
    Column("level1", TEXT, "the level above the name", "tag"),
    Column("level2", TEXT, "the level between level1 and the name", "tag"),
    Column("name", TEXT, "the most specific label", "tag"),
)
_SHARE = Column("share", FLOAT, "in how much of the media it appears, 0 to 1", "tag")
_SOURCE = Column("source", TEXT, "the payload that it comes from", "tag")

TAGS = Table(
    "tags",
    (
        *span("occurrence"),
        *_TAG,
        Column("score", FLOAT, "how sure the service is of the occurrence, else of the tag, 0 to 1", "score", itself),
        _SHARE,
        _SOURCE,
        Column("scene", TEXT, "the shot type of a person", "occurrence", lambda all_: [each.scene for each in all_]),
        Column(
            "box_ms",
            INT,
            "the instant of the box, in milliseconds",
            "boxed",
            lambda all_: [each.at_ms for each in all_],
        ),
        *EDGES,
    ),
    _parts,
)


@attrs.frozen
class OccurrenceSummary:
    """The occurrences of a tag in short; a time is `None` where no occurrence says it."""

    count: int
    first_ms: int | None
    last_ms: int | None
    total_ms: int | None


def _summarised(tag: Tag) -> OccurrenceSummary:
    starts = [each.start_ms for each in tag.occurrences if each.start_ms is not None]
    ends = [each.end_ms for each in tag.occurrences if each.end_ms is not None]
    spans = [
        (each.start_ms, each.end_ms)
        for each in tag.occurrences
        if each.start_ms is not None and each.end_ms is not None
    ]
    last = max([*starts, *ends], default=None)
    return OccurrenceSummary(
        len(tag.occurrences), min(starts, default=None), last, covered_ms(spans) if spans else None
    )


def covered_ms(spans: Iterable[tuple[int, int]]) -> int:
    """How much time the spans cover together, what they share counted once."""
    total, reached = 0, None
    for start, end in sorted(spans):
        begin = start if reached is None else max(start, reached)
        total += max(end - begin, 0)
        reached = max(end, begin)
    return total


def _summary(document: Document) -> Iterator[Levels]:
    yield {"tag": Repeated(document.tags), "seen": Repeated(tuple(map(_summarised, document.tags)))}


SUMMARY = Table(
    "tags.summary",
    (
        *_TAG,
        _SOURCE,
        _SHARE,
        Column("score", FLOAT, "how sure the service is of it, 0 to 1", "tag"),
        Column("count", INT, "how many occurrences it has", "seen"),
        Column("first_ms", INT, "the start of the first, in milliseconds", "seen"),
        Column("last_ms", INT, "the end of the last, in milliseconds", "seen"),
        Column("total_ms", INT, "the time that they cover together, in milliseconds", "seen"),
    ),
    _summary,
)
