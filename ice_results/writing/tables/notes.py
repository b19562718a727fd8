"""The tables of notes and of problems: keywords, questions, speakers, topics, scenes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any

import attrs

from ...records import Document, Notes, Topic
from ...records.as_json import json_text
from ...records.speakers import speakers_of
from .columns import FLOAT, INT, TEXT, Column, Levels, Read, Repeated, Table, itself

_NUMBER = Column("number", INT, "its place, from 1", "number", itself)


def _numbered(name: str, records: Sequence[Any]) -> Levels:
    return {"number": Repeated(range(1, len(records) + 1)), name: Repeated(records)}


def _notes(document: Document) -> Notes:
    return document.notes or Notes()


KEYWORDS = Table(
    "keywords",
    (_NUMBER, Column("keyword", TEXT, "the keyword", "keyword", itself)),
    lambda document: [_numbered("keyword", _notes(document).keywords)],
)


def _ids(name: str) -> Read:
    """Reads the ids that a record holds in a tuple, as JSON."""
    values = attrgetter(name)
    return lambda records: [json_text(list(values(each))) for each in records]


QUESTIONS = Table(
    "questions",
    (
        _NUMBER,
        Column("question", TEXT, "the question", "question"),
        Column("answer", TEXT, "its answer", "question"),
        Column(
            "question_sentence_ids",
            TEXT,
            "the ids of its sentences, as JSON",
            "question",
            _ids("question_sentence_ids"),
        ),
        Column(
            "answer_sentence_ids",
            TEXT,
            "the ids of the answer's sentences, as JSON",
            "question",
            _ids("answer_sentence_ids"),
        ),
    ),
    lambda document: [_numbered("question", _notes(document).questions)],
)


SPEAKERS = Table(
    "speakers",
    (
        Column("speaker", TEXT, "the id of who speaks", "speaker"),
        Column("name", TEXT, "the name of who speaks", "speaker"),
        Column("segments", INT, "how many segments of the main track are theirs", "speaker"),
        Column("talk_ms", INT, "how long they speak in it, in milliseconds", "speaker"),
        Column("summary", TEXT, "what they say, in short", "speaker"),
    ),
    lambda document: [{"speaker": Repeated(speakers_of(document))}],
)


@attrs.frozen
class _PlacedTopic:
    """A topic of the mind map with its number, the one above it, and how deep it is, from 0."""

    number: int
    above: int | None
    depth: int
    title: str | None


def _topics(document: Document) -> Iterator[Levels]:
    """Every topic, each before those below it."""
    found: list[_PlacedTopic] = []
    pending: list[tuple[Topic, int | None, int]] = [(each, None, 0) for each in reversed(_notes(document).mind_map)]
    while pending:
        topic, above, depth = pending.pop()
        found.append(_PlacedTopic(len(found) + 1, above, depth, topic.title))
        pending += [(each, len(found), depth + 1) for each in reversed(topic.topics)]
    yield {"topic": Repeated(found)}


TOPICS = Table(
    "topics",
    (
        Column("number", INT, "its place, from 1", "topic"),
        Column("above", INT, "the number of the topic that it belongs to", "topic"),
        Column("depth", INT, "how many topics are above it", "topic"),
        Column("title", TEXT, "what it is", "topic"),
    ),
    _topics,
)


def _scenes(document: Document) -> Iterator[Levels]:
    scenes = list(_notes(document).scenes.items())
    yield {"scene": Repeated([name for name, _ in scenes]), "score": Repeated([score for _, score in scenes])}


SCENES = Table(
    "scenes",
    (
        Column("scene", TEXT, "what kind of talk it is", "scene", itself),
        Column("score", FLOAT, "how sure the service is of it, 0 to 1", "score", itself),
    ),
    _scenes,
)

PROBLEMS = Table(
    "problems",
    (
        Column("severity", TEXT, "error, warning or note", "problem"),
        Column("path", TEXT, "where in the answer it is", "problem"),
        Column("message", TEXT, "what is wrong", "problem"),
        Column("found", TEXT, "what was found there, shortened", "problem"),
    ),
    lambda document: [{"problem": Repeated(document.problems)}],
)


def _count(name: str, about: str, read: Callable[[Document], int]) -> Column:
    """How many of something a document has."""
    return Column(name, INT, about, "document", lambda documents: [read(each) for each in documents])


def _errors(documents: Sequence[Document]) -> list[str | None]:
    """The first error among the problems of each document."""
    return [next((str(each) for each in one.problems if each.severity == "error"), None) for one in documents]


DOCUMENTS = Table(
    "documents",
    (
        Column("title", TEXT, "the title of the media, or of the job", "document"),
        _count("jobs", "how many jobs it has", lambda document: len(document.jobs)),
        _count("transcripts", "how many tracks of speech", lambda document: len(document.transcripts)),
        _count(
            "segments",
            "how many segments of speech, in all tracks",
            lambda document: sum(len(each.segments) for each in document.transcripts),
        ),
        _count("tags", "how many tags", lambda document: len(document.tags)),
        _count("frames", "how many frames with text", lambda document: len(document.frames)),
        _count("chapters", "how many chapters", lambda document: len(document.chapters)),
        _count("problems", "how many problems, notes too", lambda document: len(document.problems)),
        Column("error", TEXT, "the first error, or why the file was not read", "document", _errors),
    ),
    lambda document: [{"document": Repeated((document,))}],
)
