"""Transcript, translation, chapters, summary and meeting notes (QuerySmarttagJob, type `NLP`).

All times are milliseconds. A sentence is the words of one `sentenceId`, in time order, joined with
nothing between: the words carry their own spaces. They may be spread over paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

import attrs

from ..peel import at, peel
from ..records import (
    NO_EXTRA,
    Chapter,
    Document,
    Highlight,
    Notes,
    Problem,
    Question,
    Segment,
    SpeakerSummary,
    Topic,
    Transcript,
    Word,
    combine,
)
from ..wire import (
    IDENTIFIER,
    LABEL,
    MILLISECONDS,
    SCORE,
    TEXT,
    Keys,
    Many,
    Parsed,
    ReadOnly,
    Row,
    build,
    field,
    kept,
    mismatch,
)
from .speech import has_rows


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


_START, _END = field(MILLISECONDS, "start"), field(MILLISECONDS, "end")
_SENTENCE_ID = field(IDENTIFIER, "sentenceId", "sentenctId")
_SPOKEN = Row(
    _Spoken, start_ms=_START, end_ms=_END, text=field(TEXT, "text"), id=field(IDENTIFIER, "id"), sentence=_SENTENCE_ID
)
_SENTENCE = Row(Segment, start_ms=_START, end_ms=_END, text=field(TEXT, "text"), id=_SENTENCE_ID)
_PARAGRAPHS = Many(
    Row(
        _Paragraph,
        id=field(IDENTIFIER, "paragraphId"),
        speaker=field(IDENTIFIER, "speakerId"),
        words=field(Many(_SPOKEN), "words"),
        sentences=field(Many(_SENTENCE), "sentences"),
    )
)
_CHAPTERS = Many(
    Row(
        Chapter,
        start_ms=_START,
        end_ms=_END,
        title=field(LABEL, "headline"),
        summary=field(LABEL, "summary"),
        id=field(IDENTIFIER, "id"),
    )
)
_HIGHLIGHTS = Many(
    Row(
        Highlight,
        start_ms=_START,
        end_ms=_END,
        id=field(IDENTIFIER, "id"),
        sentence_id=_SENTENCE_ID,
        text=field(TEXT, "text"),
    )
)


@attrs.frozen
class _Topics:
    """Topics with topics below them: a table that needs itself."""

    def read(self, value: Any, path: str) -> Parsed[tuple[Topic, ...] | None]:
        return Many(_TOPIC).read(value, path)

    def column(self, values: list[Any]) -> Iterable[tuple[Topic, ...]]:
        return Many(_TOPIC).column(values)


_TOPIC: Row[Topic] = Row(Topic, title=field(LABEL, "title"), topics=field(_Topics(), "topic", "topics"))


@attrs.frozen
class _MindMap(ReadOnly):
    """The topics, unless they are nested deeper than any that people make."""

    def read(self, value: Any, path: str) -> Parsed[tuple[Topic, ...] | None]:
        peeled = peel(value, path)
        too_deep = kept({"": peeled.value}, path)[1]
        return Parsed(None, too_deep) if too_deep else Many(_TOPIC).read(peeled.value, peeled.path)


@attrs.frozen
class _Names(ReadOnly):
    """A list of texts, or of objects with one text in them; numbers are ids."""

    def read(self, value: Any, path: str) -> Parsed[tuple[str, ...] | None]:
        peeled = peel(value, path)
        if not isinstance(peeled.value, list | tuple):
            return mismatch("a list", value, path) if peeled.value is not None else Parsed(None)
        names: list[str] = []
        problems: list[Problem] = []
        unused: list[Any] = []
        for index, item in enumerate(peeled.value):
            parsed = IDENTIFIER.read(_name_in(item), at(peeled.path, index))
            names += [parsed.value] if parsed.value else []
            problems += parsed.problems
            unused += [item] if parsed.problems or isinstance(item, Mapping) else []
        return Parsed(tuple(names), tuple(problems), unused or None)


def _name_in(item: Any) -> Any:
    if not isinstance(item, Mapping):
        return item
    return Keys(item).take("text", "keyword", "word", "name", "value") or item


@attrs.frozen
class _Scenes(ReadOnly):
    """Names of scenes with their scores."""

    def read(self, value: Any, path: str) -> Parsed[Mapping[str, float] | None]:
        peeled = peel(value, path)
        if not isinstance(peeled.value, Mapping):
            return mismatch("an object of scores", value, path) if peeled.value is not None else Parsed(None)
        scores = {str(key): SCORE.read(item, at(peeled.path, str(key))) for key, item in peeled.value.items()}
        return Parsed(
            {key: parsed.value for key, parsed in scores.items() if parsed.value is not None},
            tuple(problem for parsed in scores.values() for problem in parsed.problems),
            {key: parsed.rest for key, parsed in scores.items() if parsed.rest is not None} or None,
        )


_QUESTIONS = Many(
    Row(
        Question,
        question=field(LABEL, "question"),
        answer=field(LABEL, "answer"),
        question_sentence_ids=field(_Names(), "sentenceIdsOfQuestion"),
        answer_sentence_ids=field(_Names(), "sentenceIdsOfAnswer"),
    )
)
_SPEAKERS = Many(
    Row(
        SpeakerSummary,
        speaker=field(IDENTIFIER, "speakerId"),
        name=field(LABEL, "speakerName"),
        summary=field(LABEL, "summary"),
    )
)
_SUMMARY = Row(
    Notes,
    title=field(LABEL, "paragraphTitle"),
    summary=field(LABEL, "paragraphSummary"),
    speakers=field(_SPEAKERS, "conversationalSummary"),
    questions=field(_QUESTIONS, "questionsAnsweringSummary"),
    mind_map=field(_MindMap(), "mindMapSummary"),
)
_MEETING = Row(
    Notes,
    keywords=field(_Names(), "keywords"),
    key_sentences=field(_HIGHLIGHTS, "keySentences"),
    actions=field(_HIGHLIGHTS, "actions"),
    scenes=field(_Scenes(), "classifications"),
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
    return Document(transcripts=(transcript,), problems=(*parsed.problems, *lost))


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


def read_chapters(value: Any, path: str) -> Document:
    """The chapters."""
    parsed = _CHAPTERS.read(value, path)
    return Document(chapters=parsed.value or (), problems=parsed.problems)


def _read_notes(row: Row[Notes], value: Any, path: str) -> Document:
    parsed = row.read(value, path)
    return Document(notes=parsed.value, problems=parsed.problems)


def read_summary(value: Any, path: str) -> Document:
    """Summaries of the whole, of each speaker, of questions, and the mind map."""
    return _read_notes(_SUMMARY, value, path)


def read_meeting(value: Any, path: str) -> Document:
    """Keywords, key sentences and action items; a time of 0 to 0 means that none was given."""
    document = _read_notes(_MEETING, value, path)
    if document.notes is None:
        return document
    notes = attrs.evolve(
        document.notes,
        key_sentences=tuple(map(_timed, document.notes.key_sentences)),
        actions=tuple(map(_timed, document.notes.actions)),
    )
    return attrs.evolve(document, notes=notes)


def _timed(highlight: Highlight) -> Highlight:
    if highlight.start_ms == 0 == highlight.end_ms:
        return attrs.evolve(highlight, start_ms=None, end_ms=None)
    return highlight


PARTS: Mapping[str, Callable[[Any, str], Document]] = {
    "transcription": read_transcription,
    "translation": read_translation,
    "autoChapters": read_chapters,
    "summarization": read_summary,
    "meetingAssistance": read_meeting,
}
"""The five parts of an NLP result, each by its key."""


def read_nlp(value: Any, path: str) -> Document:
    """Every part that is there."""
    keys = Keys(value if isinstance(value, Mapping) else {})
    documents: list[Document] = []
    for name, read in PARTS.items():
        key, part = keys.take_named(name)
        if part is not None:
            documents.append(read(*_unwrapped(name, part, at(path, key))))
    extra, lost = kept(keys.rest(), path)
    return combine([*documents, Document(problems=lost, extra={"NLP": extra} if extra else {})])


def _unwrapped(name: str, value: Any, path: str) -> tuple[Any, str]:
    """A part without its own name around it once more, as in merged files, and without escaping."""
    peeled = peel(value, path)
    while isinstance(peeled.value, Mapping) and len(peeled.value) == 1 and name in (keys := Keys(peeled.value)):
        key, value = keys.take_named(name)
        peeled = peel(value, at(peeled.path, key))
    return peeled.value, peeled.path


def is_nlp(value: Any) -> bool:
    """Whether this has one of the five parts."""
    return isinstance(value, Mapping) and any(name in Keys(value) for name in PARTS)


def is_chapters(value: Any) -> bool:
    """Whether this is a list of `{start, end, headline}`."""
    return has_rows(value, "start", "end", "headline")


def is_transcription(value: Any) -> bool:
    """Whether this is `{paragraphs: [{words}]}`."""
    return isinstance(value, Mapping) and has_rows(Keys(value).take("paragraphs"), "words")


def is_translation(value: Any) -> bool:
    """Whether this is `{paragraphs: [{sentences}]}`."""
    return isinstance(value, Mapping) and has_rows(Keys(value).take("paragraphs"), "sentences")


def is_summary(value: Any) -> bool:
    """Whether this has one of the summaries."""
    names = ("paragraphSummary", "conversationalSummary", "questionsAnsweringSummary", "mindMapSummary")
    return isinstance(value, Mapping) and any(name in Keys(value) for name in names)


def is_meeting(value: Any) -> bool:
    """Whether this has the parts of the meeting notes."""
    names = ("keywords", "keySentences", "actions", "classifications")
    return isinstance(value, Mapping) and sum(name in Keys(value) for name in names) > 1
