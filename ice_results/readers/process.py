"""The raw file behind a smart tag job (QuerySmarttagJob, type `Process`), where it was saved with it.

A list of `{name, result: [{content: {data: [...]}}]}`; `name` is tag, sbd, asr, ocr or video_ocr, and
the rows of `data` have `startTime` and `endTime` in seconds. Rows of a kind that has no record are kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ..peel import at, peel
from ..records import NO_EXTRA, Document, Link, Occurrence, Segment, Tag, TextFrame, TextLine, Transcript, combine
from ..wire import CORNERS_IN_A_ROW, DECODED, LABEL, SCORE, SECONDS, TEXT, Keys, Many, Row, Via, field, kept, mismatch
from .media import is_address
from .shapes import has_rows

_SPEECH = Many(
    Row(
        Segment,
        start_ms=field(SECONDS, "startTime"),
        end_ms=field(SECONDS, "endTime"),
        text=field(TEXT, "text", "content"),
    )
)


@attrs.frozen(kw_only=True)
class _Seen:
    """One stretch in which a label or a text was seen."""

    start_ms: int | None = None
    end_ms: int | None = None
    text: str | None = None
    level1: str | None = None
    level2: str | None = None
    score: float | None = None
    box: Any = None
    knowledge: Any = None
    extra: Mapping[str, Any] = NO_EXTRA


_SEEN = Row(
    _Seen,
    start_ms=field(SECONDS, "startTime"),
    end_ms=field(SECONDS, "endTime"),
    text=field(LABEL, "label", "text", "content", "name"),
    level1=field(LABEL, "labelLevel1"),
    level2=field(LABEL, "labelLevel2"),
    score=field(SCORE, "score"),
    box=field(CORNERS_IN_A_ROW, "bbox"),
    knowledge=field(DECODED, "knowledgeInfo"),
)


def _tag(seen: _Seen) -> Tag:
    return Tag(
        kind="label",
        level1=seen.level1,
        level2=seen.level2,
        name=seen.text,
        occurrences=(Occurrence(start_ms=seen.start_ms, end_ms=seen.end_ms, score=seen.score),),
        knowledge=seen.knowledge,
        source="Process",
        extra=seen.extra if seen.box is None else {**seen.extra, "bbox": attrs.astuple(seen.box)},
    )


def _frame(seen: _Seen) -> TextFrame:
    line = TextLine(text=seen.text or "", box=seen.box, score=seen.score)
    beside = {} if seen.end_ms is None else {"end_ms": seen.end_ms}
    return TextFrame(at_ms=seen.start_ms, lines=(line,), extra={**seen.extra, **beside})


def read_process(value: Any, path: str) -> Document:
    """What the file says of speech, text and tags; an address where it is only linked."""
    if is_address(value):
        return Document(links=(Link("Process", value.strip()),))
    parts = value if isinstance(value, list | tuple) else [value]
    return combine(document for place, part in enumerate(parts) for document in _read_part(part, at(path, place)))


def _read_part(part: Any, path: str) -> Iterator[Document]:
    """The rows of every result of one part, and what stands beside them."""
    if not isinstance(part, Mapping):
        yield Document(problems=mismatch("an object {name, result}", part, path).problems)
        return
    keys = Keys(part)
    name = str(keys.take("name"))
    key, results = keys.take_named("result")
    peeled = peel(results, at(path, key))
    yield _beside(name, keys.rest(), path)
    for place, item in enumerate(peeled.value if isinstance(peeled.value, list | tuple) else [peeled.value]):
        result = Keys(item if isinstance(item, Mapping) else {"content": item})
        content = peel(result.take("content")).value
        rows = Keys(content if isinstance(content, Mapping) else {"data": content})
        yield _read_rows(name, rows.take("data"), at(at(at(peeled.path, place), "content"), "data"))
        yield _beside(name, {**result.rest(), **rows.rest()}, at(peeled.path, place))


def _beside(name: str, rest: Mapping[str, Any], path: str) -> Document:
    extra, lost = kept(rest, path)
    return Document(problems=lost, extra={f"Process.{name}": extra} if extra else {})


def _read_rows(name: str, rows: Any, path: str) -> Document:
    if name == "asr":
        lines = _SPEECH.read(rows, path)
        transcript = Transcript(kind="asr", segments=lines.value or (), source="Process")
        return Document(transcripts=(transcript,), problems=lines.problems)
    if name in ("ocr", "video_ocr"):
        frames = Many(Via(_SEEN, _frame)).read(rows, path)
        return Document(frames=frames.value or (), problems=frames.problems)
    if name == "tag":
        tags = Many(Via(_SEEN, _tag)).read(rows, path)
        return Document(tags=tags.value or (), problems=tags.problems)
    return _beside(name, {"data": rows}, path)


def is_process(value: Any) -> bool:
    """Whether this is a list of `{name, result}`."""
    return has_rows(value, "name", "result")
