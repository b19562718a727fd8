"""Where a person was found (ICE, SearchMediaClipByFace, `MediaClipList`), in seconds and pixels.

`[{LabelName, Category, EntityId, Score, OccurrencesInfos[] {StartTime, EndTime, Expression, TrackData[] {Timestamp,
BoxPosition {X, Y, W, H}}}}]`; `X` and `Y` are the upper left corner.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ...records import Box, Document, Occurrence, Tag, TrackBox
from ..escaping import peel
from ..wire import LABEL, SCORE, SECONDS, ListOf, Parsed, ReadOnly, Schema, field, leftover, mismatch
from ..wire.keys import Keys
from ..wire.scalars import number
from .shapes import has_rows

_SIDES = ("X", "Y", "W", "H")


@attrs.frozen
class _CornerAndSize(ReadOnly):
    """A box as `{X, Y, W, H}`."""

    def read(self, value: Any, path: str) -> Parsed[Box | None]:
        peeled = peel(value, path)
        if peeled.value in (None, {}):
            return Parsed(None)
        keys = Keys(peeled.value if isinstance(peeled.value, Mapping) else {})
        try:
            left, top, width, height = (number(keys.take(name)) for name in _SIDES)
        except ValueError:
            return mismatch("a box {X, Y, W, H}", value, path)
        return Parsed(Box(left, top, left + width, top + height), (), keys.unused() or None)


_TRACK_BOX = Schema(
    TrackBox, at_ms=field(SECONDS, "Timestamp"), box=field(_CornerAndSize(), "BoxPosition"), score=field(SCORE, "Score")
)
_OCCURRENCE = Schema(
    Occurrence,
    start_ms=field(SECONDS, "StartTime"),
    end_ms=field(SECONDS, "EndTime"),
    boxes=field(ListOf(_TRACK_BOX), "TrackData"),
)
_CLIPS = ListOf(
    Schema(
        Tag,
        {"kind": "person", "source": "MediaClipList"},
        level1=field(LABEL, "Category"),
        name=field(LABEL, "LabelName"),
        score=field(SCORE, "Score"),
        occurrences=field(ListOf(_OCCURRENCE), "OccurrencesInfos"),
    )
)


def read_face_clips(value: Any, path: str) -> Document:
    """A tag for each person that was found, with the clips as occurrences."""
    parsed = _CLIPS.read(value, path)
    return Document(tags=parsed.value or (), problems=parsed.problems, extra=leftover("MediaClipList", parsed))


def is_face_clips(value: Any) -> bool:
    """Whether this is a list of `{OccurrencesInfos}`."""
    return has_rows(value, "OccurrencesInfos")
