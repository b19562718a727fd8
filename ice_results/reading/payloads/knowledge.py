"""Categories, entities, hotwords and free tags (QuerySmarttagJob, type `CPVLabel`).

Each has `labelLevel1`, `labelLevel2`, `label`, `appearanceProbability` and `detailInfo[]` with times
in seconds; an entity's `knowledgeInfo` is JSON text, its `trackData[]` has boxes in pixels. Beside the
lists `type` says whether people helped to set the tags (hmi) or not (auto).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat
from typing import Any

import attrs

from ...records import Document, Occurrence, Tag, TrackBox
from ..escaping import at
from ..wire import LABEL, SCORE, SECONDS, Keys, ListOf, Schema, field, rebuilt
from ..wire.boxes import CORNERS_IN_A_ROW
from .graphs import KNOWLEDGE
from .labels import read_tag_lists
from .shapes import has_rows

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
        knowledge=field(KNOWLEDGE, "knowledgeInfo"),
    )


_LISTS = {name: _row(kind) for name, kind in _KINDS.items()}


def read_cpv_label(value: Any, path: str) -> Document:
    """The four lists of tags, each tag with the mode of all of them."""
    keys = Keys(value if isinstance(value, Mapping) else {})
    key, named = keys.take_named("type")
    mode = LABEL.read(named, at(path, key))
    document = read_tag_lists("CPVLabel", _LISTS, keys.unused(), path)
    problems = (*mode.problems, *document.problems)
    if mode.value and document.tags:
        tags = rebuilt(Tag, document.tags, {"mode": repeat(mode.value)})
        return attrs.evolve(document, tags=tuple(tags), problems=problems)
    beside = {key: named} if named is not None else {}
    extra = {**document.extra.get("CPVLabel", {}), **beside}
    return attrs.evolve(document, problems=problems, extra={"CPVLabel": extra} if extra else {})


def is_cpv_label(value: Any) -> bool:
    """Whether this has one of the four lists, and says how they were made or has rows with levels or appearances."""
    if not isinstance(value, Mapping):
        return False
    lists = [given for name in _KINDS if (given := Keys(value).peek(name)) is not None]
    if lists and Keys(value).peek("type") in ("auto", "hmi"):
        return True
    return any(has_rows(rows, "labelLevel1") or has_rows(rows, "label", "detailInfo") for rows in lists)
