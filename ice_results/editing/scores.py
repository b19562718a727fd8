"""What the service is sure enough of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from ..errors import InvalidOption
from ..records import Document, Occurrence, Tag, TextFrame
from ..records.document import check_document


def above(document: Document, score: float) -> Document:
    """The document without tags, occurrences, boxes and recognised lines that score less than `score`, 0 to 1.

    What has no score stays: nothing says that it is doubtful. A tag whose occurrences all go, goes with them.
    Raises `InvalidOption` for a score out of range.
    """
    check_document(document)
    if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
        raise InvalidOption("score", "a number from 0 to 1", repr(score))
    return attrs.evolve(
        document,
        tags=tuple(tag for each in document.tags for tag in _tag(each, score)),
        frames=tuple(_frame(each, score) for each in document.frames),
    )


def _passes(record: Any, score: float) -> bool:
    return record.score is None or record.score >= score


def _tag(tag: Tag, score: float) -> Iterator[Tag]:
    if not _passes(tag, score):
        return
    occurrences = tuple(_occurrence(each, score) for each in tag.occurrences if _passes(each, score))
    if occurrences or not tag.occurrences:
        yield attrs.evolve(tag, occurrences=occurrences)


def _occurrence(occurrence: Occurrence, score: float) -> Occurrence:
    return attrs.evolve(occurrence, boxes=tuple(boxed for boxed in occurrence.boxes if _passes(boxed, score)))


def _frame(frame: TextFrame, score: float) -> TextFrame:
    return attrs.evolve(frame, lines=tuple(line for line in frame.lines if _passes(line, score)))
