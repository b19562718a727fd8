"""Transcript and translation, sentence by sentence (QuerySmarttagJob, type `NLP`).

All times are milliseconds. A sentence is the words of one `sentenceId`, in time order, joined with
nothing between: the words carry their own spaces. They may be spread over paragraphs, whose `paragraphId`
stays in `extra` of the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby, repeat
from operator import itemgetter
from typing import Any

import attrs

from ...records import NO_EXTRA, Document, Segment, Transcript, Word
from ...text.languages import language_tag
from ..escaping import at, peel
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
    rebuilt,
)
from ..wire.keys import first_objects
from .plausible import with_plausible_times
from .shapes import has_rows


@attrs.frozen(kw_only=True)
class _Spoken:
    """A word on the wire: the sentence that it belongs to stands in it."""

    start_ms: int | None = None
    end_ms: int | None = None
    text: str = ""
    id: str | None = None
    sentence: str | None = None
    extra: Mapping[str, Any] = NO_EXTRA


_Placed = tuple[Word, str | None]
"""A word and the sentence that it belongs to."""


@attrs.frozen(kw_only=True)
class _Paragraph:
    """A paragraph of the transcript (with words) or of the translation (with sentences)."""

    id: str | None = None
    speaker: str | None = None
    words: tuple[_Placed, ...] = ()
    sentences: tuple[Segment, ...] = ()
    extra: Mapping[str, Any] = NO_EXTRA


START, END = field(MILLISECONDS, "start"), field(MILLISECONDS, "end")
SENTENCE_ID = field(IDENTIFIER, "sentenceId", "sentenctId")


def _placed(spoken: _Spoken) -> _Placed:
    word = Word(start_ms=spoken.start_ms, end_ms=spoken.end_ms, text=spoken.text, id=spoken.id, extra=spoken.extra)
    return word, spoken.sentence


def _placed_at_once(count: int, columns: ColumnValues) -> list[_Placed]:
    """The same for many: the fast path of `_placed`."""
    return list(zip(build(Word, count, columns), columns.get("sentence", repeat(None)), strict=False))


_SPOKEN = Mapped(
    Schema(
        _Spoken, start_ms=START, end_ms=END, text=field(TEXT, "text"), id=field(IDENTIFIER, "id"), sentence=SENTENCE_ID
    ),
    _placed,
    _placed_at_once,
)


_SENTENCE = Schema(Segment, start_ms=START, end_ms=END, text=field(TEXT, "text"), id=SENTENCE_ID)


_ID, _SPEAKER = field(IDENTIFIER, "paragraphId"), field(IDENTIFIER, "speakerId")
_SPOKEN_PARAGRAPHS = ListOf(Schema(_Paragraph, id=_ID, speaker=_SPEAKER, words=field(ListOf(_SPOKEN), "words")))
_TRANSLATED_PARAGRAPHS = ListOf(
    Schema(_Paragraph, id=_ID, speaker=_SPEAKER, sentences=field(ListOf(_SENTENCE), "sentences"))
)


def read_transcription(value: Any, path: str) -> Document:
    """The transcript, its sentences built from the words."""
    return _read_paragraphs("transcription", _SPOKEN_PARAGRAPHS, _sentences, value, path)


def read_translation(value: Any, path: str) -> Document:
    """The translated sentences."""
    return _read_paragraphs("translation", _TRANSLATED_PARAGRAPHS, _translated, value, path)


def _read_paragraphs(
    kind: str,
    shape: ListOf[_Paragraph],
    segments_of: Callable[[Iterable[_Paragraph]], Iterable[Segment]],
    value: Any,
    path: str,
) -> Document:
    keys = Keys(value if isinstance(value, Mapping) else {"paragraphs": value})
    key, rows = keys.take_named("paragraphs")
    parsed = shape.read(rows, at(path, key))
    paragraphs = parsed.value or ()
    segments = tuple(sorted(segments_of(paragraphs), key=_start))
    odd = parsed.unused if isinstance(parsed.unused, list) else [parsed.unused] if parsed.unused else []
    beside = [*odd, *_beside_sentences(paragraphs)]
    extra, lost = kept({**keys.unused(), **({key: beside} if beside else {})}, path)
    transcript = Transcript(kind=kind, language=_language(extra), segments=segments, source="NLP", extra=extra)
    problems = (*parsed.problems, *lost)
    if not transcript.segments:
        return Document(problems=problems, extra={f"NLP.{kind}": extra} if extra else {})
    return with_plausible_times(Document(transcripts=(transcript,), problems=problems), path)


def _beside_sentences(paragraphs: Iterable[_Paragraph]) -> list[dict[str, Any]]:
    """What paragraphs hold that is in none of their sentences: unknown keys, and all of one without any."""
    named = ((each, {"paragraphId": each.id, "speakerId": each.speaker}) for each in paragraphs)
    return [
        {**{name: value for name, value in ids.items() if value is not None}, **each.extra}
        for each, ids in named
        if each.extra or not (each.words or each.sentences)
    ]


def _language(beside: Mapping[str, Any]) -> str | None:
    """The language in `AudioInfo` beside the paragraphs: its tag, or as given where it is in no registry."""
    info = peel(Keys(beside).take("AudioInfo")).value
    language = Keys(info).take("Language") if isinstance(info, Mapping) else None
    return (language_tag(language) or language) if isinstance(language, str) else None


def _start(timed: Segment | Word) -> int:
    """Where in the order of time: what has no start stays before what follows it at the beginning."""
    return -1 if timed.start_ms is None else timed.start_ms


_Key = tuple[str | int, str | None]
"""A sentence id, or the place of a paragraph whose words have none, and the speaker."""
_Said = tuple[list[Word], list[str | None]]
"""The words of a sentence, and the ids of the paragraphs that they stand in."""


def _sentences(paragraphs: Iterable[_Paragraph]) -> Iterable[Segment]:
    """One segment for each sentence and speaker; words without a sentence are one for each paragraph."""
    spoken: dict[_Key, _Said] = {}
    for place, paragraph in enumerate(paragraphs):
        for sentence, placed in groupby(paragraph.words, itemgetter(1)):
            key = (place if sentence is None else sentence, paragraph.speaker)
            words, homes = spoken.setdefault(key, ([], []))
            words += [word for word, _ in placed]
            homes.append(paragraph.id)
    for (name, speaker), (words, homes) in _with_one_speaker(spoken).items():
        starts = [word.start_ms for word in words if word.start_ms is not None]
        ends = [word.end_ms for word in words if word.end_ms is not None]
        if len(starts) < len(words) or starts != sorted(starts):
            words.sort(key=_start)
        yield Segment(
            start_ms=min(starts) if starts else None,
            end_ms=max(ends) if ends else None,
            text="".join([word.text for word in words]),
            id=name if isinstance(name, str) else None,
            speaker=speaker,
            words=tuple(words),
            extra=_paragraph_ids(homes),
        )


def _with_one_speaker(spoken: dict[_Key, _Said]) -> dict[_Key, _Said]:
    """Words of a sentence whose paragraph names no speaker belong to its speaker, where there is just one."""
    unnamed = [key for key in spoken if key[1] is None]
    speakers: dict[str | int, list[_Key]] = {}
    for key in spoken if unnamed else ():
        if key[1] is not None:
            speakers.setdefault(key[0], []).append(key)
    for key in unnamed:
        if len(speakers.get(key[0], ())) == 1:
            words, homes = spoken[speakers[key[0]][0]]
            more, others = spoken.pop(key)
            words += more
            homes += others
    return spoken


def _translated(paragraphs: Iterable[_Paragraph]) -> Iterable[Segment]:
    homes = [(each, _paragraph_ids([each.id])) for each in paragraphs]
    found = [(sentence, each.speaker, home) for each, home in homes for sentence in each.sentences]
    extras = [{**sentence.extra, **home} if sentence.extra else home for sentence, _, home in found]
    columns: ColumnValues = {"speaker": [speaker for _, speaker, _ in found], "extra": extras}
    return rebuilt(Segment, [sentence for sentence, _, _ in found], columns)


def _paragraph_ids(homes: Sequence[str | None]) -> Mapping[str, Any]:
    """The paragraphs that a sentence stands in: one id, or a list of them."""
    known = [each for each in dict.fromkeys(homes) if each is not None] if len(homes) > 1 else homes
    if not known or known[0] is None:
        return NO_EXTRA
    return {"paragraphId": known[0] if len(known) == 1 else known}


def is_transcription(value: Any) -> bool:
    """Whether this is `{paragraphs: [{words}]}`, and the words or the paragraphs have their ids."""
    return isinstance(value, Mapping) and _has_paragraphs(Keys(value).take("paragraphs"), "words")


def is_translation(value: Any) -> bool:
    """Whether this is `{paragraphs: [{sentences}]}`, and the sentences or the paragraphs have their ids."""
    return isinstance(value, Mapping) and _has_paragraphs(Keys(value).take("paragraphs"), "sentences")


def _has_paragraphs(rows: Any, name: str) -> bool:
    """Whether these are paragraphs with words or sentences: other tools have such too, but without these ids."""
    paragraphs = [keys for keys in map(Keys, first_objects(rows)) if name in keys]
    if any("paragraphId" in keys or "speakerId" in keys for keys in paragraphs):
        return True
    return any(has_rows(keys.peek(name), key) for keys in paragraphs for key in ("sentenceId", "sentenctId"))
