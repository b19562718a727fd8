"""The tables of tags: a row for each occurrence, for each box of an occurrence, and for each tag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from ...records import Document, Occurrence, Tag
from ...records.spans import covered_ms
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
    clock_column,
    flat,
    itself,
    places_of,
    span,
)

_NO_OCCURRENCES = (Occurrence(),)


def _parts(document: Document) -> Iterator[Sequence[Tag]]:
    """Some tags after the other, so many that a part has some rows and not all."""
    part: list[Tag] = []
    rows = 0
    for tag in document.tags:
        part.append(tag)
        rows += len(tag.occurrences) or 1
        if rows >= PART_ROWS:
            yield part
            part, rows = [], 0
    if part:
        yield part


def _occurrences(document: Document) -> Iterator[Levels]:
    """A row for each occurrence; a tag without any has a row too."""
    return map(_levels, _parts(document))


def _levels(tags: Sequence[Tag]) -> Levels:
    occurrences_of = [tag.occurrences or _NO_OCCURRENCES for tag in tags]
    occurrences = flat(occurrences_of)
    places = places_of(occurrences_of)
    scores = [each.score for each in occurrences]
    if None in scores:
        scores = [tags[place].score if score is None else score for score, place in zip(scores, places, strict=True)]
    return {
        "tag": Repeated(tags, places),
        "occurrence": Repeated(occurrences),
        "score": Repeated(scores),
        "boxes": Repeated([len(each.boxes) for each in occurrences]),
    }


def _boxes(document: Document) -> Iterator[Levels]:
    """A row for each box of each occurrence."""
    for tags in _parts(document):
        levels = _levels(tags)
        boxes_of = [occurrence.boxes for occurrence in levels["occurrence"].items]
        boxes, places = flat(boxes_of), places_of(boxes_of)
        yield {
            "tag": levels["tag"].at(places),
            "occurrence": levels["occurrence"].at(places),
            "boxed": Repeated(boxes),
            "box": Repeated([each.box or NO_BOX for each in boxes]),
        }


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
        Column("boxes", INT, "how many boxes it has", "boxes", itself),
    ),
    _occurrences,
)

BOXES = Table(
    "boxes",
    (
        Column("at_ms", INT, "the instant of the box, in milliseconds", "boxed"),
        clock_column("at", "at_ms", "boxed"),
        *_TAG,
        Column("score", FLOAT, "how sure the service is of the box, 0 to 1", "boxed"),
        *EDGES,
        _SOURCE,
        Column("start_ms", INT, "the start of its occurrence, in milliseconds", "occurrence"),
        Column("end_ms", INT, "the end of its occurrence, in milliseconds", "occurrence"),
    ),
    _boxes,
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
