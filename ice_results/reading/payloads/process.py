"""The raw file behind a smart tag job (QuerySmarttagJob, type `Process`), where it was saved with it.

A list of `{name, result: [{content: {data: [...]}}]}`; `name` is tag, sbd, asr, ocr or video_ocr, and
the rows of `data` have `startTime` and `endTime` in seconds. Rows of a kind that has no record are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ...records import (
    NO_EXTRA,
    Box,
    Document,
    Link,
    Occurrence,
    Segment,
    Tag,
    TextFrame,
    TextLine,
    TrackBox,
    Transcript,
)
from ...records.merging import combine, merged
from ..escaping import Peeled, at
from ..wire import (
    LABEL,
    SCORE,
    SECONDS,
    TEXT,
    Keys,
    ListOf,
    Mapped,
    Parsed,
    Schema,
    field,
    kept,
    leftover,
    mismatch,
)
from ..wire.boxes import CORNERS_IN_A_ROW
from ..wire.keys import first_objects
from .graphs import KNOWLEDGE
from .media import is_url
from .shapes import has_rows

_SPEECH = ListOf(
    Schema(
        Segment,
        start_ms=field(SECONDS, "startTime"),
        end_ms=field(SECONDS, "endTime"),
        text=field(TEXT, "text", "content"),
    )
)


@attrs.frozen(kw_only=True)
class _WireOccurrence:
    """One stretch in which a label was seen, or one instant in which a text was."""

    start_ms: int | None = None
    end_ms: int | None = None
    text: str | None = None
    level1: str | None = None
    level2: str | None = None
    score: float | None = None
    box: Box | None = None
    knowledge: Any = None
    extra: Mapping[str, Any] = NO_EXTRA


_TEXT = field(LABEL, "label", "text", "content", "name")
_START, _SCORE, _BOX = field(SECONDS, "startTime"), field(SCORE, "score"), field(CORNERS_IN_A_ROW, "bbox")
_SEEN_LABEL = Schema(
    _WireOccurrence,
    start_ms=_START,
    end_ms=field(SECONDS, "endTime"),
    text=_TEXT,
    level1=field(LABEL, "labelLevel1"),
    level2=field(LABEL, "labelLevel2"),
    score=_SCORE,
    box=_BOX,
    knowledge=field(KNOWLEDGE, "knowledgeInfo"),
)
_SEEN_TEXT = Schema(_WireOccurrence, start_ms=_START, text=_TEXT, score=_SCORE, box=_BOX)


def _tag(given: _WireOccurrence) -> Tag:
    boxes = (TrackBox(box=given.box),) if given.box else ()
    return Tag(
        kind="label",
        level1=given.level1,
        level2=given.level2,
        name=given.text,
        occurrences=(Occurrence(start_ms=given.start_ms, end_ms=given.end_ms, score=given.score, boxes=boxes),),
        knowledge=given.knowledge,
        source="Process",
        extra=given.extra,
    )


def _frame(given: _WireOccurrence) -> TextFrame:
    line = TextLine(text=given.text or "", box=given.box, score=given.score)
    return TextFrame(at_ms=given.start_ms, lines=(line,), extra=given.extra)


def read_process(value: Any, path: str) -> Document:
    """What the file says of speech, text and tags; a URL where it is only linked."""
    if is_url(value):
        return Document(links=(Link("Process", value.strip()),))
    parts = value if isinstance(value, list | tuple) else [value]
    return combine(document for place, part in enumerate(parts) for document in _read_part(part, at(path, place)))


def _read_part(part: Any, path: str) -> Iterator[Document]:
    """The rows of every result of one part, and what stands beside them."""
    if not isinstance(part, Mapping):
        odd = mismatch("an object {name, result}", part, path)
        yield combine([Document(problems=odd.problems), _beside("part", leftover("part", odd), path)])
        return
    keys = Keys(part)
    key, name = keys.take_named("name")
    _, results = keys.open(path, "result")
    word = name if isinstance(name, str) else "part"
    yield _beside(word, {key: name, **keys.unused()}, path)
    for place, item in enumerate(results.value if isinstance(results.value, list | tuple) else [results.value]):
        result = Keys(item if isinstance(item, Mapping) else {"content": item})
        _, content = result.open(at(results.path, place), "content")
        rows = Keys(content.value if isinstance(content.value, Mapping) else {"data": content.value})
        key, data = rows.open(content.path, "data")
        document, odd = _read_rows(word, data)
        yield document
        yield _beside(word, merged(result.unused(), rows.unused(), leftover(key, odd)), content.path)


def _beside(name: str, rest: Mapping[str, Any], path: str) -> Document:
    """What stands beside the rows of a part, under its name."""
    extra, lost = kept({key: value for key, value in rest.items() if value is not None}, path)
    return Document(problems=lost, extra={f"Process.{name}": extra} if extra else {})


def _read_rows(name: str, rows: Peeled) -> tuple[Document, Parsed[Any]]:
    """The rows of a part as records, and what of them is none."""
    if name == "asr":
        lines = _SPEECH.read(rows.value, rows.path)
        transcript = Transcript(kind="asr", segments=lines.value or (), source="Process")
        return Document(transcripts=(transcript,) if lines.value else (), problems=lines.problems), lines
    if name in ("ocr", "video_ocr"):
        frames = ListOf(Mapped(_SEEN_TEXT, _frame)).read(rows.value, rows.path)
        return Document(frames=frames.value or (), problems=frames.problems), frames
    if name == "tag":
        tags = ListOf(Mapped(_SEEN_LABEL, _tag)).read(rows.value, rows.path)
        return Document(tags=tags.value or (), problems=tags.problems), tags
    return Document(), Parsed(None, (), rows.value)


def is_process(value: Any) -> bool:
    """Whether this is a list of `{name, result}` with results that have `content`, or a known name."""
    parts = [keys for keys in map(Keys, first_objects(value)) if "name" in keys and "result" in keys]
    return any(keys.peek("name") in _NAMES or has_rows(keys.peek("result"), "content") for keys in parts)


_NAMES = ("tag", "sbd", "asr", "ocr", "video_ocr")
