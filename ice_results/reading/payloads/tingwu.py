"""What Tingwu makes of speech beside an NLP result: written style, slides, and answers to prompts.

`TextPolish[] {FormalParagraphText, ParagraphId, SentenceIds[], Start, End}`, `PptExtraction {KeyFrameList[] {Id,
Start, End, FileUrl, Summary, SentenceIds[]}, PdfPath}`, `CustomPrompt[] {Name, Result, Truncated}`, in milliseconds
(Tingwu, "Text polishing", "PPT extraction and summary", "Custom prompts"; Model Studio, GetTask of tingwu-meeting).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ...findings import Problem
from ...records import NO_EXTRA, Chapter, Document, Segment, Transcript
from ..escaping import at, whole
from ..wire import IDENTIFIER, LABEL, MILLISECONDS, TEXT, Keys, ListOf, Schema, field, kept, leftover
from ..wire.keys import first_objects
from .links import take_links
from .plausible import with_plausible_times
from .shapes import has_rows, value_of

_START, _END = field(MILLISECONDS, "Start"), field(MILLISECONDS, "End")
_PARAGRAPHS = ListOf(
    Schema(
        Segment,
        start_ms=_START,
        end_ms=_END,
        text=field(TEXT, "FormalParagraphText"),
        id=field(IDENTIFIER, "ParagraphId"),
    )
)
_SLIDES = ListOf(
    Schema(Chapter, start_ms=_START, end_ms=_END, summary=field(LABEL, "Summary"), id=field(IDENTIFIER, "Id"))
)


@attrs.frozen(kw_only=True)
class _Answer:
    """What the model answered to a prompt."""

    result: str | None = None
    extra: Mapping[str, Any] = NO_EXTRA


_ANSWERS = ListOf(Schema(_Answer, result=field(LABEL, "Result")))


def read_text_polish(value: Any, path: str) -> Document:
    """The speech in written style, a segment for each paragraph: a track of the kind `polished`."""
    parsed = _PARAGRAPHS.read(value, path)
    segments = parsed.value or ()
    tracks = (Transcript(kind="polished", segments=segments, source="TextPolish"),) if segments else ()
    document = Document(transcripts=tracks, problems=parsed.problems, extra=leftover("TextPolish", parsed))
    return with_plausible_times(document, path)


def read_slides(value: Any, path: str) -> Document:
    """The slides of a talk: a chapter for each, with its summary and without a title, and the URLs of the pictures."""
    keys = Keys(value if isinstance(value, Mapping) else {"KeyFrameList": value})
    links, rest, problems = take_links(keys.unused(), ("FileUrl", "PdfPath"), path)
    keys = Keys(rest)
    key, rows = keys.take_named("KeyFrameList")
    parsed = _SLIDES.read(rows, at(path, key))
    extra, lost = kept({**keys.unused(), **leftover(key, parsed)}, path)
    return Document(
        chapters=parsed.value or (),
        links=links,
        problems=(*problems, *parsed.problems, *lost),
        extra={"PptExtraction": extra} if extra else {},
    )


def read_custom_prompt(value: Any, path: str) -> Document:
    """The answers of the model as texts; their names, and whether they were cut off, are kept."""
    parsed = _ANSWERS.read(value, path)
    answers = parsed.value or ()
    beside = [dict(each.extra) for each in answers if each.extra]
    extra = {"CustomPrompt": beside} if beside else leftover("CustomPrompt", parsed)
    texts = tuple(each.result for each in answers if each.result)
    return Document(texts=texts, problems=parsed.problems, extra=extra)


def without_slides(document: Document, path: str) -> Document:
    """Slides beside real chapters: they stay in `extra`, so that no list of chapters mixes both."""
    if not document.chapters:
        return document
    rows = [attrs.asdict(each, recurse=False, filter=lambda _, value: bool(value)) for each in document.chapters]
    note = Problem(path=whole(path), message="the slides are no chapters beside others: kept in extra", severity="note")
    extra = {**document.extra, "slides": rows}
    return attrs.evolve(document, chapters=(), extra=extra, problems=(*document.problems, note))


def is_text_polish(value: Any) -> bool:
    """Whether this is a list of paragraphs in written style."""
    return has_rows(value, "FormalParagraphText")


def is_slides(value: Any) -> bool:
    """Whether this is an object with a list of slides."""
    rows = Keys(value).take("KeyFrameList") if isinstance(value, Mapping) else None
    return has_rows(rows, "Start", "End")


def is_custom_prompt(value: Any) -> bool:
    """Whether this is a list of `{Name, Result}` with a text as result."""
    return has_rows(value, "Name", "Result") and all(
        isinstance(value_of(keys, "Result"), str | None) for keys in map(Keys, first_objects(value))
    )
