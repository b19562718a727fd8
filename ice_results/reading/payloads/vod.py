"""Payloads of the video-on-demand service.

ListAIJob, `Data`: `{OrigASRData: {AsrTextList: [{StartTime, EndTime, Text, ChannelId, SpeechRate}],
Duration}}`, milliseconds. GetAIVideoTagResult and the AIVideoTagComplete callback: `{Keyword, Person,
Location, Category, Time: [{Tag, Times, FaceUrl}]}`, instants in milliseconds as text.
GetMediaAiAnalysis: `[{chapterId, chapterTitle, startTime, endTime, summary}]`, milliseconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ...records import NO_EXTRA, Chapter, Document, Occurrence, Segment, Tag, Transcript
from ...records.merging import merged
from ..escaping import at, peel
from ..wire import (
    IDENTIFIER,
    LABEL,
    MILLISECONDS,
    TEXT,
    Keys,
    ListOf,
    Mapped,
    Parsed,
    ReadOnly,
    Schema,
    field,
    kept,
    leftover,
)
from .labels import read_tag_lists
from .plausible import with_plausible_times
from .shapes import has_rows

_ASR_LINES = ListOf(
    Schema(
        Segment,
        start_ms=field(MILLISECONDS, "StartTime"),
        end_ms=field(MILLISECONDS, "EndTime"),
        text=field(TEXT, "Text"),
        id=field(IDENTIFIER, "SentenceId"),
        speaker=field(IDENTIFIER, "SpeakerId"),
    )
)
_CHAPTERS = ListOf(
    Schema(
        Chapter,
        start_ms=field(MILLISECONDS, "startTime"),
        end_ms=field(MILLISECONDS, "endTime"),
        title=field(LABEL, "chapterTitle"),
        summary=field(LABEL, "summary"),
        id=field(IDENTIFIER, "chapterId"),
    )
)


@attrs.frozen
class _Instants(ReadOnly):
    """Instants in milliseconds: one, a list of them, or texts inside the list that are lists again."""

    def read(self, value: Any, path: str) -> Parsed[tuple[Occurrence, ...] | None]:
        peeled = peel(value, path)
        items = peeled.value if isinstance(peeled.value, list | tuple) else [peeled.value]
        flat = [each for item in map(_opened, items) for each in (item if isinstance(item, list) else [item])]
        parsed = [MILLISECONDS.read(item, at(peeled.path, place)) for place, item in enumerate(flat)]
        return Parsed(
            tuple(Occurrence(start_ms=each.value) for each in parsed if each.value is not None),
            tuple(problem for each in parsed for problem in each.problems),
            [each.unused for each in parsed if each.unused is not None] or None,
        )


def _opened(value: Any) -> Any:
    return peel(value).value


@attrs.frozen(kw_only=True)
class _TimedTag:
    """A tag of the older service: its name and the instants at which it was seen."""

    name: str | None = None
    occurrences: tuple[Occurrence, ...] = ()
    extra: Mapping[str, Any] = NO_EXTRA


_TIMED_TAG = Schema(_TimedTag, name=field(LABEL, "Tag"), occurrences=field(_Instants(), "Times"))
_TAG_KINDS = ("Keyword", "Person", "Location", "Category", "Time")


def _of_kind(kind: str) -> Mapped[_TimedTag, Tag]:
    def tag(seen: _TimedTag) -> Tag:
        return Tag(kind=kind, name=seen.name, occurrences=seen.occurrences, source="AIVideoTag", extra=seen.extra)

    return Mapped(_TIMED_TAG, tag)


_TAG_LISTS = {name: _of_kind(name.lower()) for name in _TAG_KINDS}


def read_original_asr(value: Any, path: str) -> Document:
    """The lines of a speech recognition job."""
    keys = Keys(value if isinstance(value, Mapping) else {"OrigASRData": {"AsrTextList": value}})
    outer, data = keys.take_named("OrigASRData")
    peeled = peel(data, at(path, outer))
    inner = Keys(peeled.value if isinstance(peeled.value, Mapping) else {"AsrTextList": peeled.value})
    key, lines = inner.take_named("AsrTextList")
    parsed = _ASR_LINES.read(lines, at(peeled.path, key))
    extra, lost = kept(merged(keys.unused(), inner.unused(), leftover(key, parsed)), path)
    transcript = Transcript(kind="asr", segments=parsed.value or (), source="OrigASRData", extra=extra)
    problems = (*parsed.problems, *lost)
    if not transcript.segments:
        return Document(problems=problems, extra={"OrigASRData": extra} if extra else {})
    return with_plausible_times(Document(transcripts=(transcript,), problems=problems), path)


def read_video_tags(value: Any, path: str) -> Document:
    """Keywords, persons, places, categories and times, with the instants at which they were seen."""
    return read_tag_lists("AIVideoTag", _TAG_LISTS, value, path)


def read_media_chapters(value: Any, path: str) -> Document:
    """The chapters of a media analysis."""
    parsed = _CHAPTERS.read(value, path)
    return Document(chapters=parsed.value or (), problems=parsed.problems, extra=leftover("media_chapters", parsed))


def is_original_asr(value: Any) -> bool:
    """Whether this has `OrigASRData`, or is its list of `{StartTime, EndTime, Text}`."""
    return (isinstance(value, Mapping) and "OrigASRData" in Keys(value)) or has_rows(
        value, "StartTime", "EndTime", "Text"
    )


def is_video_tags(value: Any) -> bool:
    """Whether this has lists of `{Tag}`."""
    return isinstance(value, Mapping) and any(has_rows(Keys(value).take(name), "Tag") for name in _TAG_KINDS)


def is_media_chapters(value: Any) -> bool:
    """Whether this is a list of `{chapterTitle, startTime}`."""
    return has_rows(value, "chapterTitle", "startTime")
