"""Categories, entities, hotwords and free tags (QuerySmarttagJob, type `CPVLabel`).

Each has `labelLevel1`, `labelLevel2`, `label`, `appearanceProbability` and `detailInfo[]` with times
in seconds; an entity's `knowledgeInfo` is JSON text, its `trackData[]` has boxes in pixels.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...records import Document, Occurrence, Tag, TrackBox
from ..wire import DECODED, LABEL, SCORE, SECONDS, Keys, ListOf, Schema, field
from ..wire.boxes import CORNERS_IN_A_ROW
from .labels import read_tag_lists

_TRACK_BOX = Schema(
    TrackBox,
    at_ms=field(SECONDS, "timestamp"),
    box=field(CORNERS_IN_A_ROW, "bbox"),
    score=field(SCORE, "score"),
)
_OCCURRENCE = Schema(
    Occurrence,
    start_ms=field(SECONDS, "startTime"),
    end_ms=field(SECONDS, "endTime"),
    score=field(SCORE, "score"),
    boxes=field(ListOf(_TRACK_BOX), "trackData"),
)
_KINDS = {"cates": "category", "entities": "entity", "hotwords": "hotword", "freeTags": "free tag"}


def _row(kind: str) -> Schema[Tag]:
    return Schema(
        Tag,
        {"kind": kind, "source": "CPVLabel"},
        level1=field(LABEL, "labelLevel1"),
        level2=field(LABEL, "labelLevel2"),
        name=field(LABEL, "label"),
        share=field(SCORE, "appearanceProbability"),
        occurrences=field(ListOf(_OCCURRENCE), "detailInfo"),
        knowledge=field(DECODED, "knowledgeInfo"),
    )


_LISTS = {name: _row(kind) for name, kind in _KINDS.items()}


def read_cpv_label(value: Any, path: str) -> Document:
    """The four lists of tags."""
    return read_tag_lists("CPVLabel", _LISTS, value, path)


def is_cpv_label(value: Any) -> bool:
    """Whether this has one of the four lists."""
    return isinstance(value, Mapping) and any(name in Keys(value) for name in _KINDS)
