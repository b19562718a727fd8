"""What SearchMedia finds in a media (`AiData`): speech, text in frames, labels, all in seconds.

`AsrInfo[] {From, To, Content}`, `OcrInfo[] {From, To, Timestamp, Content}`, `AiLabelInfo[] {LabelName,
Category, Occurrences[] {From, To, Score, Tracks[] {Timestamp, Position, Size}}}`; `Position` is a box in pixels
as text, `x1;y1;x2;y2` (SearchMedia and SearchMediaByAILabel).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ...records import NO_EXTRA, Box, Document, Occurrence, Tag, TextFrame, TextLine, TrackBox, Transcript
from ...records.merging import combine
from ..escaping import at
from ..wire import (
    LABEL,
    SCORE,
    SECONDS,
    TEXT,
    Keys,
    ListOf,
    Mapped,
    NeedsSlowPath,
    Parsed,
    Schema,
    field,
    is_missing,
    kept,
    leftover,
    mismatch,
)
from ..wire.scalars import number
from .plausible import with_plausible_times
from .speech import LINE


@attrs.frozen(kw_only=True)
class _Shown:
    """A line of text with the time for which it is shown."""

    at_ms: int | None = None
    text: str = ""
    score: float | None = None
    extra: Mapping[str, Any] = NO_EXTRA


def _frame(shown: _Shown) -> TextFrame:
    """The line as a frame of its own; its instant is its time stamp, else its start."""
    return TextFrame(at_ms=shown.at_ms, lines=(TextLine(text=shown.text, score=shown.score),), extra=shown.extra)


_FRAMES = ListOf(
    Mapped(
        Schema(
            _Shown,
            at_ms=field(SECONDS, "Timestamp", "From"),
            text=field(TEXT, "Content"),
            score=field(SCORE, "Score"),
        ),
        _frame,
    )
)


@attrs.frozen
class _CornersAsText:
    """A box as `x1;y1;x2;y2`."""

    def read(self, value: Any, path: str) -> Parsed[Box | None]:
        if is_missing(value):
            return Parsed(None)
        try:
            return Parsed(_box(value))
        except (TypeError, ValueError):
            return mismatch("a box x1;y1;x2;y2", value, path)

    def column(self, values: list[Any]) -> Iterable[Box | None]:
        try:
            return [None if is_missing(value) else _box(value) for value in values]
        except (TypeError, ValueError):
            raise NeedsSlowPath from None


def _box(value: Any) -> Box:
    if not isinstance(value, str):
        raise TypeError
    left, top, right, bottom = map(number, value.split(";"))
    return Box(left, top, right, bottom)


_TRACK_BOX = Schema(TrackBox, at_ms=field(SECONDS, "Timestamp"), box=field(_CornersAsText(), "Position"))
_OCCURRENCE = Schema(
    Occurrence,
    start_ms=field(SECONDS, "From"),
    end_ms=field(SECONDS, "To"),
    score=field(SCORE, "Score"),
    boxes=field(ListOf(_TRACK_BOX), "Tracks"),
)
_LABELS = ListOf(
    Schema(
        Tag,
        {"kind": "label", "source": "AiLabelInfo"},
        level1=field(LABEL, "Category"),
        name=field(LABEL, "LabelName"),
        occurrences=field(ListOf(_OCCURRENCE), "Occurrences"),
    )
)
_LISTS = ("AsrInfo", "OcrInfo", "AiLabelInfo")


def read_search(value: Any, path: str) -> Document:
    """The three lists that are there."""
    keys = Keys(value if isinstance(value, Mapping) else {})
    (asr_key, asr), (ocr_key, ocr), (label_key, labels) = map(keys.take_named, _LISTS)
    lines = ListOf(LINE).read(asr, at(path, asr_key))
    frames = _FRAMES.read(ocr, at(path, ocr_key))
    tags = _LABELS.read(labels, at(path, label_key))
    unused = {**leftover(asr_key, lines), **leftover(ocr_key, frames), **leftover(label_key, tags)}
    extra, lost = kept({**keys.unused(), **unused}, path)
    speech = Document(
        transcripts=(Transcript(kind="asr", segments=lines.value, source="AsrInfo"),) if lines.value else ()
    )
    rest = Document(
        frames=frames.value or (),
        tags=tags.value or (),
        problems=(*lines.problems, *frames.problems, *tags.problems, *lost),
        extra={"AiData": extra} if extra else {},
    )
    return combine([with_plausible_times(speech, at(path, asr_key)), rest])


def is_search(value: Any) -> bool:
    """Whether this has one of the three lists."""
    return isinstance(value, Mapping) and any(name in Keys(value) for name in _LISTS)
