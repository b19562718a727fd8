"""Recorded speech as Intelligent Speech Interaction (NLS) recognises it: two services, the same sentences.

File transcription (page "Recording file recognition", GetTaskResult): `Result {Sentences[] {BeginTime, EndTime,
Text, ChannelId, SpeakerId, SpeechRate, EmotionValue, SilenceDuration}, Words[] {Word, BeginTime, EndTime,
ChannelId}}`; callbacks of version 2.0 have the sentences alone. Flash recognition (page "Flash recognition of
recording files"): `flash_result {duration, sentences[] {text, begin_time, end_time, channel_id, words[] {text,
begin_time, end_time, punc}}}`. Times are milliseconds; there is one transcript for each channel.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any, TypeVar

import attrs

from ...findings import Problem
from ...records import NO_EXTRA, Document, Segment, Transcript, Word
from ...records.merging import merged
from ...text.values import described
from ..escaping import at, whole
from ..wire import (
    IDENTIFIER,
    MILLISECONDS,
    TEXT,
    ColumnValues,
    Keys,
    ListOf,
    Mapped,
    Schema,
    build,
    field,
    kept,
    leftover,
)
from .plausible import with_plausible_times
from .shapes import has_rows
from .spoken import WORDS, spelt_as_in

T = TypeVar("T")

_Heard = tuple[Word, str | None]
"""A word and the channel that it was heard on."""
_Said = tuple[Segment, str | None]
"""A sentence and its channel."""


@attrs.frozen(kw_only=True)
class _WireWord:
    """A word that stands beside the sentences, not in one."""

    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    channel: str | None = None
    extra: Mapping[str, Any] = NO_EXTRA


@attrs.frozen(kw_only=True)
class _WireSentence:
    """A sentence with the channel that it was heard on."""

    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    id: str | None = None
    speaker: str | None = None
    channel: str | None = None
    words: tuple[Word, ...] = ()
    extra: Mapping[str, Any] = NO_EXTRA


def _heard(given: _WireWord) -> _Heard:
    return Word(start_ms=given.start_ms, end_ms=given.end_ms, text=given.text, extra=given.extra), given.channel


def _heard_at_once(count: int, columns: ColumnValues) -> list[_Heard]:
    """The same for many: the fast path of `_heard`."""
    return list(zip(build(Word, count, columns), columns.get("channel", repeat(None)), strict=False))


def _said(given: _WireSentence) -> _Said:
    fields = attrs.asdict(given, recurse=False, filter=lambda field, _: field.name != "channel")
    return Segment(**fields), given.channel


def _said_at_once(count: int, columns: ColumnValues) -> list[_Said]:
    """The same for many: the fast path of `_said`."""
    return list(zip(build(Segment, count, columns), columns.get("channel", repeat(None)), strict=False))


_START, _END = field(MILLISECONDS, "BeginTime"), field(MILLISECONDS, "EndTime")
_CHANNEL = field(IDENTIFIER, "ChannelId")
_BESIDE = ListOf(
    Mapped(
        Schema(_WireWord, start_ms=_START, end_ms=_END, text=field(TEXT, "Word", "text"), channel=_CHANNEL),
        _heard,
        _heard_at_once,
    )
)
_SENTENCES = ListOf(
    Mapped(
        Schema(
            _WireSentence,
            start_ms=_START,
            end_ms=_END,
            text=field(TEXT, "Text"),
            id=field(IDENTIFIER, "SentenceId"),
            speaker=field(IDENTIFIER, "SpeakerId"),
            channel=_CHANNEL,
            words=field(WORDS, "Words"),
        ),
        _said,
        _said_at_once,
    )
)


def read_nls(value: Any, path: str) -> Document:
    """A track of speech for each channel, the words in the sentences that they were heard in."""
    keys = Keys(value if isinstance(value, Mapping) else {"Sentences": value})
    key, rows = keys.take_named("Sentences")
    words_key, beside = keys.take_named("Words")
    said, heard = _SENTENCES.read(rows, at(path, key)), _BESIDE.read(beside, at(path, words_key))
    words = _by_channel(heard.value or ())
    sentences = _by_channel(said.value or ())
    tracks = {channel: _with_words(each, words.pop(channel, [])) for channel, each in sentences.items()}
    homeless = [(word, channel) for channel, (_, left) in tracks.items() for word in left]
    homeless += [(word, channel) for channel, left in words.items() for word in left]
    unused = merged(keys.unused(), leftover(key, said), leftover(words_key, heard), _as_given(words_key, homeless))
    extra, lost = kept(unused, path)
    document = Document(
        transcripts=tuple(_transcript(channel, segments) for channel, (segments, _) in tracks.items()),
        problems=(*said.problems, *heard.problems, *_doubts(homeless, at(path, words_key)), *lost),
        extra={"Sentences": extra} if extra else {},
    )
    return with_plausible_times(document, at(path, key))


def _by_channel(found: Iterable[tuple[T, str | None]]) -> dict[str | None, list[T]]:
    channels: dict[str | None, list[T]] = {}
    for each, channel in found:
        channels.setdefault(channel, []).append(each)
    return channels


def _transcript(channel: str | None, segments: tuple[Segment, ...]) -> Transcript:
    extra = NO_EXTRA if channel is None else {"ChannelId": channel}
    return Transcript(kind="asr", segments=segments, source="Sentences", extra=extra)


def _with_words(sentences: Sequence[Segment], words: Iterable[Word]) -> tuple[tuple[Segment, ...], list[Word]]:
    """The sentences with the words that begin in them, and the words that begin in none."""
    timed = sorted((each.start_ms, place) for place, each in enumerate(sentences) if each.start_ms is not None)
    found: list[list[Word]] = [[] for _ in sentences]
    homeless: list[Word] = []
    for word in words:
        place = _place_of(word, timed, sentences)
        (homeless if place is None else found[place]).append(word)
    return tuple(map(_spelt, sentences, found)), homeless


def _place_of(word: Word, timed: Sequence[tuple[int, int]], sentences: Sequence[Segment]) -> int | None:
    """The place of the last sentence that begins before a word, if it has not ended by then."""
    before = bisect_right(timed, (word.start_ms, len(timed))) if word.start_ms is not None else 0
    if word.start_ms is None or not before:
        return None
    place = timed[before - 1][1]
    end = sentences[place].end_ms
    return place if end is None or word.start_ms <= end else None


def _spelt(sentence: Segment, found: Sequence[Word]) -> Segment:
    """A sentence with the words found for it beside its own, spelt as in its text."""
    if not found and not sentence.words:
        return sentence
    return attrs.evolve(sentence, words=spelt_as_in(sentence.text, (*sentence.words, *found)))


def _as_given(key: str, words: Iterable[_Heard]) -> dict[str, Any]:
    """Words without a sentence, with the keys that they had."""
    rows = [
        {"Word": word.text, "BeginTime": word.start_ms, "EndTime": word.end_ms, "ChannelId": channel, **word.extra}
        for word, channel in words
    ]
    return {key: [{name: value for name, value in row.items() if value is not None} for row in rows]} if rows else {}


def _doubts(homeless: Sequence[_Heard], path: str) -> Iterable[Problem]:
    """A warning where words begin in no sentence."""
    if homeless:
        message = f"words outside of every sentence of their channel: {len(homeless)}, kept beside the sentences"
        yield Problem(path=whole(path), message=message, found=described(homeless[0][0].text), severity="warning")


def is_nls(value: Any) -> bool:
    """Whether this has such sentences, or is a list of them: with their channel, as no speech synthesis has."""
    if isinstance(value, Mapping):
        return has_rows(Keys(value).take("Sentences"), "Text", "BeginTime", "EndTime")
    return has_rows(value, "Text", "BeginTime", "EndTime", "ChannelId")
