"""Payloads of the video-on-demand service, and the speech recognition of MPS, whose lines are the same.

ListAIJob, `Data`: `{OrigASRData: {AsrTextList: [{StartTime, EndTime, Text, ChannelId, SpeechRate}],
Duration}}`, milliseconds. MPS, QueryAsrJobList: `{AsrResult: {AsrTextList: {AsrText: [...]}, Duration}}`.
GetAIVideoTagResult and the AIVideoTagComplete callback: `{Keyword, Person,
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
from .shapes import has_keys, has_rows

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
_AROUND_LINES = ("OrigASRData", "AsrResult", "AsrTextList", "AsrText")
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
    """The lines of a speech recognition job, as deep as they are below the names of what holds them."""
    found, beside = peel(value, path), []
    of_mps = isinstance(found.value, Mapping) and "OrigASRData" not in Keys(found.value)
    source = "AsrResult" if of_mps else "OrigASRData"
    for name in _AROUND_LINES:
        if isinstance(found.value, Mapping) and name in (keys := Keys(found.value)):
            _, found = keys.open(found.path, name)
            beside.append(keys.unused())
    parsed = _ASR_LINES.read(found.value, found.path)
    extra, lost = kept(merged(*beside, leftover("AsrTextList", parsed)), path)
    transcript = Transcript(kind="asr", segments=parsed.value or (), source=source, extra=extra)
    problems = (*parsed.problems, *lost)
    if not transcript.segments:
        return Document(problems=problems, extra={source: extra} if extra else {})
    return with_plausible_times(Document(transcripts=(transcript,), problems=problems), path)


def read_video_tags(value: Any, path: str) -> Document:
    """Keywords, persons, places, categories and times, with the instants at which they were seen."""
    return read_tag_lists("AIVideoTag", _TAG_LISTS, value, path)


def read_media_chapters(value: Any, path: str) -> Document:
    """The chapters of a media analysis."""
    parsed = _CHAPTERS.read(value, path)
    return Document(chapters=parsed.value or (), problems=parsed.problems, extra=leftover("media_chapters", parsed))


def is_original_asr(value: Any) -> bool:
    """Whether this has the lines of a job below one of their names, or is a list of `{StartTime, EndTime, Text}`."""
    if isinstance(value, Mapping):
        keys = Keys(value)
        return (
            "OrigASRData" in keys or "AsrTextList" in keys or has_keys(keys.take("AsrResult"), "AsrTextList", least=1)
        )
    return has_rows(value, "StartTime", "EndTime", "Text")


def is_video_tags(value: Any) -> bool:
    """Whether this has lists of `{Tag}`."""
    return isinstance(value, Mapping) and any(has_rows(Keys(value).take(name), "Tag") for name in _TAG_KINDS)


def is_media_chapters(value: Any) -> bool:
    """Whether this is a list of `{chapterTitle, startTime}`."""
    return has_rows(value, "chapterTitle", "startTime")
