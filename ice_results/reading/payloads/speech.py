"""Speech as a list of lines: ASR, TextToSpeech in both its forms, AvatarVideo.

GetSmartHandleJob, `JobResult.AiResult`: a list of `{content, from, to}` in seconds, or of
`{text, begin_time, end_time}` in milliseconds. QuerySmarttagJob, type `ASR`: the same list in
`details`. AvatarVideo: an object whose `subtitleClips` is the list, as JSON text once more; newer
answers (seen, not documented) have `SubtitleClips` of `{Text, Start, End}` in seconds, `MediaURL` and `MaskURL`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ...records import Document, Segment, Transcript
from ..escaping import at
from ..wire import IDENTIFIER, MILLISECONDS, SECONDS, TEXT, Keys, ListOf, Schema, field, kept, leftover
from .links import take_links
from .plausible import with_plausible_times
from .shapes import has_rows
from .spoken import WORDS

LINE = Schema(
    Segment,
    start_ms=field(SECONDS, "from") + field(MILLISECONDS, "begin_time"),
    end_ms=field(SECONDS, "to") + field(MILLISECONDS, "end_time"),
    text=field(TEXT, "content", "text"),
    id=field(IDENTIFIER, "sentenceId", "id"),
    speaker=field(IDENTIFIER, "speakerId", "speaker"),
    words=field(WORDS, "words"),
)
_LINES = ListOf(LINE)
_CLIPS = ListOf(
    Schema(
        Segment,
        start_ms=field(SECONDS, "from", "Start") + field(MILLISECONDS, "begin_time"),
        end_ms=field(SECONDS, "to", "End") + field(MILLISECONDS, "end_time"),
        text=field(TEXT, "content", "Text"),
        id=field(IDENTIFIER, "sentenceId", "id"),
        speaker=field(IDENTIFIER, "speakerId", "speaker"),
        words=field(WORDS, "words"),
    )
)
"""Lines of an avatar: `Start` and `End` are seconds in these alone."""
_VIDEOS = ("outputVideoUrl", "MediaURL", "MaskURL")


def read_speech(kind: str, source: str, value: Any, path: str, lines: ListOf[Segment] = _LINES) -> Document:
    """The lines of one speech track, from the list itself or from the object that holds it in `details`."""
    rest: Mapping[str, Any] = {}
    if isinstance(value, Mapping) and "details" in Keys(value):
        keys = Keys(value)
        key, value = keys.take_named("details")
        rest, path = keys.unused(), at(path, key)
    parsed = lines.read(value, path)
    extra, lost = kept({**rest, **leftover("details", parsed)}, path)
    transcript = Transcript(kind=kind, segments=parsed.value or (), source=source, extra=extra)
    problems = (*parsed.problems, *lost)
    if not transcript.segments:
        return Document(problems=problems, extra={source: extra} if extra else {})
    return with_plausible_times(Document(transcripts=(transcript,), problems=problems), path)


def read_avatar(value: Any, path: str) -> Document:
    """The lines that an avatar speaks, and the URLs of the video and of its mask."""
    if not isinstance(value, Mapping):
        return read_speech("avatar", "AvatarVideo", value, path, _CLIPS)
    keys = Keys(value)
    _, clips = keys.open(path, "subtitleClips")
    links, rest, problems = take_links(keys.unused(), _VIDEOS, path)
    extra, lost = kept(rest, path)
    document = read_speech("avatar", "AvatarVideo", clips.value, clips.path, _CLIPS)
    return attrs.evolve(
        document,
        links=links,
        problems=(*document.problems, *problems, *lost),
        extra={"AvatarVideo": extra} if extra else {},
    )


def is_lines(value: Any) -> bool:
    """Whether this is a list of `{content, from, to}`."""
    return has_rows(value, "content", "from", "to")


def is_asr(value: Any) -> bool:
    """Whether this is a list of lines in seconds or milliseconds, bare, or in the `details` of speech recognition."""
    return is_synthesis(Keys(value).take("details") if isinstance(value, Mapping) else value)


def is_millisecond_lines(value: Any) -> bool:
    """Whether this is a list of `{text, begin_time, end_time}`."""
    return has_rows(value, "text", "begin_time", "end_time")


def is_synthesis(value: Any) -> bool:
    """Whether this is such a list in seconds or milliseconds: of one voice, so without channels."""
    return is_lines(value) or (is_millisecond_lines(value) and not has_rows(value, "channel_id"))


def is_avatar(value: Any) -> bool:
    """Whether this is the object of an AvatarVideo job."""
    return isinstance(value, Mapping) and "subtitleClips" in Keys(value)
