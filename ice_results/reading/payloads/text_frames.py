"""Recognised text in frames (QuerySmarttagJob, type `OCR`).

`details[] {timestamp, info[] {content, score, position, textType}}`, seconds and pixels.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...records import Document, TextFrame, TextLine
from ..escaping import at, peel
from ..wire import SCORE, SECONDS, TEXT, Keys, ListOf, Schema, field, kept, leftover, words_of
from ..wire.boxes import CORNERS
from ..wire.keys import first_objects
from .shapes import has_rows

_STYLES = words_of({"0": "normal", "1": "scrolling", "2": "fixed"})

_LINE = Schema(
    TextLine,
    text=field(TEXT, "content"),
    box=field(CORNERS, "position"),
    score=field(SCORE, "score"),
    style=field(_STYLES, "textType"),
)
_FRAMES = ListOf(Schema(TextFrame, at_ms=field(SECONDS, "timestamp"), lines=field(ListOf(_LINE), "info")))


def read_ocr(value: Any, path: str) -> Document:
    """The frames with their lines of text."""
    rest: dict[str, Any] = {}
    if isinstance(value, Mapping) and "details" in Keys(value):
        keys = Keys(value)
        key, value = keys.take_named("details")
        rest, path = keys.unused(), at(path, key)
    parsed = _FRAMES.read(value, path)
    extra, lost = kept({**rest, **leftover("details", parsed)}, path)
    return Document(
        frames=parsed.value or (),
        problems=(*parsed.problems, *lost),
        extra={"OCR": extra} if extra else {},
    )


def is_ocr(value: Any) -> bool:
    """Whether this is a list of `{timestamp, info}`, bare or in `details`."""
    if isinstance(value, Mapping):
        value = Keys(value).take("details")
    frames = [keys for keys in map(Keys, first_objects(value)) if "timestamp" in keys and "info" in keys]
    lines = [peel(keys.peek("info")).value for keys in frames]
    return any(isinstance(each, list | tuple) and (not each or has_rows(each, "content")) for each in lines)
