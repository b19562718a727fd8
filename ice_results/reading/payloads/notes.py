"""Summaries and meeting notes (QuerySmarttagJob, type `NLP`: `summarization`, `meetingAssistance`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import attrs

from ...findings import Problem
from ...records import Document, Highlight, Notes, Question, SpeakerSummary, Topic
from ...records.notes import MAX_TOPIC_LEVELS
from ..escaping import at, peel
from ..wire import (
    IDENTIFIER,
    LABEL,
    SCORE,
    TEXT,
    Keys,
    ListOf,
    NeedsSlowPath,
    Parsed,
    ReadOnly,
    Schema,
    field,
    leftover,
    mismatch,
)
from .sentences import END, SENTENCE_ID, START
from .shapes import has_rows

_HIGHLIGHTS = ListOf(
    Schema(
        Highlight,
        start_ms=START,
        end_ms=END,
        id=field(IDENTIFIER, "id"),
        sentence_id=SENTENCE_ID,
        text=field(TEXT, "text"),
    )
)


@attrs.frozen
class _Topics:
    """Topics with topics below them, down to a depth: a table that needs itself."""

    room: int = MAX_TOPIC_LEVELS

    def read(self, value: Any, path: str) -> Parsed[tuple[Topic, ...] | None]:
        if self.room or peel(value).value in (None, [], {}):
            return ListOf(_topic(self.room)).read(value, path)
        message = f"more than {MAX_TOPIC_LEVELS} topics one below the other, left out"
        return Parsed(None, (Problem(path=path, message=message),))

    def column(self, values: list[Any]) -> Iterable[tuple[Topic, ...]]:
        if not self.room:
            raise NeedsSlowPath
        return ListOf(_topic(self.room)).column(values)


@lru_cache
def _topic(room: int) -> Schema[Topic]:
    return Schema(Topic, title=field(LABEL, "title"), topics=field(_Topics(max(room - 1, 0)), "topic", "topics"))


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
            {key: parsed.unused for key, parsed in scores.items() if parsed.unused is not None} or None,
        )


_QUESTIONS = ListOf(
    Schema(
        Question,
        question=field(LABEL, "question"),
        answer=field(LABEL, "answer"),
        question_sentence_ids=field(_Names(), "sentenceIdsOfQuestion"),
        answer_sentence_ids=field(_Names(), "sentenceIdsOfAnswer"),
    )
)


_SPEAKERS = ListOf(
    Schema(
        SpeakerSummary,
        speaker=field(IDENTIFIER, "speakerId"),
        name=field(LABEL, "speakerName"),
        summary=field(LABEL, "summary"),
    )
)


_SUMMARY = Schema(
    Notes,
    title=field(LABEL, "paragraphTitle"),
    summary=field(LABEL, "paragraphSummary"),
    speakers=field(_SPEAKERS, "conversationalSummary"),
    questions=field(_QUESTIONS, "questionsAnsweringSummary"),
    mind_map=field(_Topics(), "mindMapSummary"),
)


_MEETING = Schema(
    Notes,
    keywords=field(_Names(), "keywords"),
    key_sentences=field(_HIGHLIGHTS, "keySentences"),
    actions=field(_HIGHLIGHTS, "actions"),
    scenes=field(_Scenes(), "classifications"),
)


def _read_notes(name: str, row: Schema[Notes], value: Any, path: str) -> Document:
    parsed = row.read(value, path)
    return Document(notes=parsed.value, problems=parsed.problems, extra=leftover(name, parsed))


def read_summary(value: Any, path: str) -> Document:
    """Summaries of the whole, of each speaker, of questions, and the mind map."""
    return _read_notes("summarization", _SUMMARY, value, path)


def read_meeting(value: Any, path: str) -> Document:
    """Keywords, key sentences and action items; a time of 0 to 0 means that none was given."""
    document = _read_notes("meetingAssistance", _MEETING, value, path)
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


def is_summary(value: Any) -> bool:
    """Whether this has one of the summaries."""
    names = ("paragraphSummary", "conversationalSummary", "questionsAnsweringSummary", "mindMapSummary")
    return isinstance(value, Mapping) and any(name in Keys(value) for name in names)


def is_meeting(value: Any) -> bool:
    """Whether this has two parts of the meeting notes, one of them in a shape that nothing else has."""
    names = ("keywords", "keySentences", "actions", "classifications")
    if not isinstance(value, Mapping) or sum(name in Keys(value) for name in names) < 2:
        return False
    keys = Keys(value)
    scenes = peel(keys.peek("classifications")).value
    if isinstance(scenes, Mapping) and any(name in Keys(scenes) for name in ("interview", "lecture", "meeting")):
        return True
    return "keySentences" in keys or has_rows(keys.peek("actions"), "sentenceId")
