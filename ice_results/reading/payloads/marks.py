"""Marks of a media asset (ICE, GetMediaMarks and ListMediaMarks, `MediaMarks`): JSON text of a list.

`[{MarkId, MarkStartTime, MarkEndTime, MarkTag, MarkContent, MarkStatus}]`, times in seconds, as text in the
samples of the page. `MarkTitle` and `MediaMarkId` are names that people have seen in place of `MarkTag` and `MarkId`.
"""

from __future__ import annotations

from typing import Any

from ...records import Chapter, Document
from ..wire import IDENTIFIER, LABEL, SECONDS, ListOf, Schema, field, leftover
from .shapes import has_rows

_MARKS = ListOf(
    Schema(
        Chapter,
        start_ms=field(SECONDS, "MarkStartTime"),
        end_ms=field(SECONDS, "MarkEndTime"),
        title=field(LABEL, "MarkTitle", "MarkTag"),
        summary=field(LABEL, "MarkContent"),
        id=field(IDENTIFIER, "MarkId", "MediaMarkId"),
    )
)


def read_marks(value: Any, path: str) -> Document:
    """A chapter for each mark: its title is the tag of the mark, its summary what is said of it."""
    parsed = _MARKS.read(value, path)
    return Document(chapters=parsed.value or (), problems=parsed.problems, extra=leftover("MediaMarks", parsed))


def is_marks(value: Any) -> bool:
    """Whether this is a list of marks."""
    return has_rows(value, "MarkStartTime")
