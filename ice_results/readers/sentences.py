"""Transcript and translation, sentence by sentence (QuerySmarttagJob, type `NLP`).

All times are milliseconds. A sentence is the words of one `sentenceId`, in time order, joined with
nothing between: the words carry their own spaces. They may be spread over paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

import attrs

from ..peel import at
from ..records import (
    NO_EXTRA,
    Document,
    Segment,
    Transcript,
    Word,
)
from ..wire import (
    IDENTIFIER,
    MILLISECONDS,
    TEXT,
    Keys,
    Many,
    Row,
    build,
    field,
    kept,
)
from .plausible import with_plausible_times
from .shapes import has_rows


@attrs.frozen(kw_only=True)
class _Spoken:
    """A word with the sentence that it belongs to."""

    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    id: str | None = None
    sentence: str | None = None
    extra: Mapping[str, Any] = NO_EXTRA


@attrs.frozen(kw_only=True)
class _Paragraph:
    """A paragraph of the transcript (with words) or of the translation (with sentences)."""

    id: str | None = None
    speaker: str | None = None
    words: tuple[_Spoken, ...] = ()
    sentences: tuple[Segment, ...] = ()
    extra: Mapping[str, Any] = NO_EXTRA


START, END = field(MILLISECONDS, "start"), field(MILLISECONDS, "end")
SENTENCE_ID = field(IDENTIFIER, "sentenceId", "sentenctId")


_SPOKEN = Row(
    _Spoken, start_ms=START, end_ms=END, text=field(TEXT, "text"), id=field(IDENTIFIER, "id"), sentence=SENTENCE_ID
)


_SENTENCE = Row(Segment, start_ms=START, end_ms=END, text=field(TEXT, "text"), id=SENTENCE_ID)


_PARAGRAPHS = Many(
    Row(
        _Paragraph,
        id=field(IDENTIFIER, "paragraphId"),
        speaker=field(IDENTIFIER, "speakerId"),
        words=field(Many(_SPOKEN), "words"),
        sentences=field(Many(_SENTENCE), "sentences"),
    )
)


def read_transcription(value: Any, path: str) -> Document:
    """The transcript, its sentences built from the words."""
    return _read_paragraphs("transcription", _sentences, value, path)


def read_translation(value: Any, path: str) -> Document:
    """The translated sentences."""
    return _read_paragraphs("translation", _translated, value, path)


def _read_paragraphs(
    kind: str, segments_of: Callable[[Iterable[_Paragraph]], Iterable[Segment]], value: Any, path: str
) -> Document:
    keys = Keys(value if isinstance(value, Mapping) else {"paragraphs": value})
    key, rows = keys.take_named("paragraphs")
    parsed = _PARAGRAPHS.read(rows, at(path, key))
    paragraphs = parsed.value or ()
    beside = {paragraph.id or str(place): paragraph.extra for place, paragraph in enumerate(paragraphs)}
    beside = {name: extra for name, extra in beside.items() if extra}
    extra, lost = kept({**keys.rest(), **({"paragraphs": beside} if beside else {})}, path)
    segments = tuple(sorted(segments_of(paragraphs), key=_start))
    transcript = Transcript(kind=kind, segments=segments, source="NLP", extra=extra)
    return with_plausible_times(Document(transcripts=(transcript,), problems=(*parsed.problems, *lost)), path)


def _start(timed: Segment | _Spoken) -> int:
    """Where in the order of time: what has no start stays before what follows it at the beginning."""
    return -1 if timed.start_ms is None else timed.start_ms


def _sentences(paragraphs: Iterable[_Paragraph]) -> Iterable[Segment]:
    """One segment for each sentence and speaker; words without a sentence are one for each paragraph."""
    groups: dict[tuple[str | int, str | None], list[_Spoken]] = {}
    homes: dict[tuple[str | int, str | None], list[str | None]] = {}
    for place, paragraph in enumerate(paragraphs):
        for word in paragraph.words:
            key = (place if word.sentence is None else word.sentence, paragraph.speaker)
            if key not in groups:
                groups[key], homes[key] = [], []
            groups[key].append(word)
            if not homes[key] or homes[key][-1] != paragraph.id:
                homes[key].append(paragraph.id)
    for (sentence, speaker), spoken in groups.items():
        spoken.sort(key=_start)
        starts = [word.start_ms for word in spoken if word.start_ms is not None]
        ends = [word.end_ms for word in spoken if word.end_ms is not None]
        yield Segment(
            start_ms=min(starts, default=None),
            end_ms=max(ends, default=None),
            text="".join([word.text for word in spoken]),
            id=sentence if isinstance(sentence, str) else None,
            speaker=speaker,
            words=_words(spoken),
            extra=_paragraph_ids(homes[sentence, speaker]),
        )


def _words(spoken: list[_Spoken]) -> tuple[Word, ...]:
    names = ("start_ms", "end_ms", "text", "id", "extra")
    columns = {name: list(map(attrgetter(name), spoken)) for name in names}
    return tuple(build(Word, len(spoken), columns))


def _translated(paragraphs: Iterable[_Paragraph]) -> Iterable[Segment]:
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            extra = {**sentence.extra, **_paragraph_ids([paragraph.id])}
            yield attrs.evolve(sentence, speaker=paragraph.speaker, extra=extra)


def _paragraph_ids(ids: list[str | None]) -> Mapping[str, Any]:
    """The paragraphs that a sentence stands in: one id, or a list of them."""
    known = [each for each in ids if each is not None]
    if not known:
        return NO_EXTRA
    return {"paragraphId": known[0] if len(known) == 1 else known}


def is_transcription(value: Any) -> bool:
    """Whether this is `{paragraphs: [{words}]}`."""
    return isinstance(value, Mapping) and has_rows(Keys(value).take("paragraphs"), "words")


def is_translation(value: Any) -> bool:
    """Whether this is `{paragraphs: [{sentences}]}`."""
    return isinstance(value, Mapping) and has_rows(Keys(value).take("paragraphs"), "sentences")
