"""The file that a transcription job of Model Studio (DashScope) makes: Paraformer, Fun-ASR, SenseVoice, Qwen-ASR.

`{file_url, properties, transcripts[] {channel_id, text, sentences[] {begin_time, end_time, text, sentence_id,
speaker_id, words[] {begin_time, end_time, text, punctuation}}}}`, milliseconds, one transcript for each
channel (Model Studio, "Paraformer recorded speech recognition API" and "Fun-ASR HTTP API for audio file
transcription"). Qwen-ASR has `audio_info` in place of `properties`, and in each sentence `language` and
`emotion` ("Qwen-ASR API reference").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from ...records import NO_EXTRA, Document, Segment, Transcript
from ...records.merging import merged
from ...text.languages import language_tag
from ..escaping import at
from ..wire import IDENTIFIER, LABEL, MILLISECONDS, TEXT, Keys, ListOf, Schema, field, kept, leftover
from ..wire.keys import normal
from .plausible import with_plausible_times
from .shapes import has_rows
from .spoken import WORDS, without_tags

_SENTENCES = ListOf(
    Schema(
        Segment,
        start_ms=field(MILLISECONDS, "begin_time"),
        end_ms=field(MILLISECONDS, "end_time"),
        text=field(TEXT, "text"),
        id=field(IDENTIFIER, "sentence_id"),
        speaker=field(IDENTIFIER, "speaker_id"),
        words=field(WORDS, "words"),
    )
)


@attrs.frozen(kw_only=True)
class _Channel:
    """One channel of the audio: its sentences, and the text of all of them."""

    text: str | None = None
    sentences: tuple[Segment, ...] = ()
    extra: Mapping[str, Any] = NO_EXTRA


_CHANNELS = ListOf(Schema(_Channel, text=field(LABEL, "text"), sentences=field(_SENTENCES, "sentences")))


def read_file_transcription(value: Any, path: str) -> Document:
    """A track of speech for each channel; a channel without sentences is one segment without times."""
    keys = Keys(value if isinstance(value, Mapping) else {"transcripts": value})
    key, rows = keys.take_named("transcripts")
    parsed = _CHANNELS.read(rows, at(path, key))
    channels = parsed.value or ()
    silent = [_beside(each) for each in channels if not _has_speech(each)]
    extra, lost = kept(merged(keys.unused(), {key: silent} if silent else {}, leftover(key, parsed)), path)
    document = Document(
        transcripts=tuple(_transcript(each) for each in channels if _has_speech(each)),
        problems=(*parsed.problems, *lost),
        extra={"Transcription": extra} if extra else {},
    )
    return with_plausible_times(document, at(path, key))


def _has_speech(channel: _Channel) -> bool:
    return bool(channel.sentences or channel.text)


def _beside(channel: _Channel) -> dict[str, Any]:
    return {**channel.extra, **({"text": channel.text} if channel.text else {})}


def _transcript(channel: _Channel) -> Transcript:
    segments = channel.sentences or (Segment(text=channel.text or ""),)
    return Transcript(
        kind="asr",
        language=_language(segments),
        segments=tuple(without_tags(segments)),
        source="Transcription",
        extra=_beside(channel),
    )


def _language(segments: Sequence[Segment]) -> str | None:
    """The language of a track whose sentences all name the same one."""
    key = next((key for key in segments[0].extra if normal(key) == "language"), "language")
    language = segments[0].extra.get(key)
    if not isinstance(language, str) or any(segment.extra.get(key) != language for segment in segments):
        return None
    return language_tag(language) or language.strip() or None


def is_file_transcription(value: Any) -> bool:
    """Whether this is `{transcripts: [{sentences}]}`, or channels with their text alone."""
    if not isinstance(value, Mapping):
        return False
    rows = Keys(value).take("transcripts")
    return has_rows(rows, "sentences") or has_rows(rows, "channel_id", "text")
