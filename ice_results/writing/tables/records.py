"""The tables with a row for each record: speech, text in frames, chapters, notes, activities, links, jobs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...records import Document
from ...records.as_json import json_text
from ...records.tracks import speaker_names, tracks
from .columns import (
    EDGES,
    FLOAT,
    INT,
    NO_BOX,
    TEXT,
    Column,
    Levels,
    Read,
    Repeated,
    Table,
    attribute,
    clock_column,
    flat,
    itself,
    places_of,
    span,
)

MAIN_TRACK = "main"

_TRACK = (
    Column("track", TEXT, "main, or the name of the track in the names of caption files", "track name", itself),
    Column("kind", TEXT, "asr, transcription, translation, tts, avatar", "transcript"),
    Column("language", TEXT, "the code of its language", "transcript"),
)


def _segments(document: Document) -> Iterator[Levels]:
    """A row for each segment; a part for each track, in the order and with the speakers that captions have."""
    names = speaker_names(document)
    for track in tracks(document):
        segments = track.transcript.segments
        places = places_of([segments])
        yield {
            "track name": Repeated([track.name or MAIN_TRACK], places),
            "transcript": Repeated([track.transcript], places),
            "number": Repeated(range(1, len(segments) + 1)),
            "segment": Repeated(segments),
            "speaker name": Repeated([names.get(each.speaker or "") for each in segments]),
        }


SEGMENTS = Table(
    "segments",
    (
        *_TRACK,
        Column("number", INT, "its place in the track, from 1", "number", itself),
        *span("segment"),
        Column("speaker", TEXT, "the id of who speaks; in a translation, of who speaks the original", "segment"),
        Column("speaker_name", TEXT, "the name of who speaks", "speaker name", itself),
        Column("text", TEXT, "what is said", "segment"),
        Column("id", TEXT, "the service's id of the segment", "segment"),
    ),
    _segments,
)


def _words(document: Document) -> Iterator[Levels]:
    """A row for each word of each segment."""
    for levels in _segments(document):
        words_of = [segment.words for segment in levels["segment"].items]
        places = places_of(words_of)
        outer = ("track name", "transcript", "number", "segment")
        yield {"word": Repeated(flat(words_of)), **{name: levels[name].at(places) for name in outer}}


WORDS = Table(
    "words",
    (
        *_TRACK,
        Column("segment", INT, "the place of its segment in the track, from 1", "number", itself),
        Column("segment_id", TEXT, "the service's id of the segment", "segment", attribute("id")),
        *span("word"),
        Column("text", TEXT, "the word with its own spaces and punctuation", "word"),
        Column("id", TEXT, "the service's id of the word", "word"),
    ),
    _words,
)


def _lines(document: Document) -> Iterator[Levels]:
    """A row for each recognised line of each frame."""
    lines_of = [frame.lines for frame in document.frames]
    lines = flat(lines_of)
    yield {
        "frame": Repeated(document.frames, places_of(lines_of)),
        "line": Repeated(lines),
        "box": Repeated([line.box or NO_BOX for line in lines]),
    }


OCR = Table(
    "ocr",
    (
        Column("at_ms", INT, "the instant of the frame, in milliseconds", "frame"),
        clock_column("at", "at_ms", "frame"),
        Column("text", TEXT, "a recognised line", "line"),
        Column("score", FLOAT, "how sure the service is of it, 0 to 1", "line"),
        Column("style", TEXT, "normal, scrolling or fixed", "line"),
        *EDGES,
    ),
    _lines,
)


def _chapters(document: Document) -> Iterator[Levels]:
    chapters = document.chapters
    yield {"number": Repeated(range(1, len(chapters) + 1)), "chapter": Repeated(chapters)}


CHAPTERS = Table(
    "chapters",
    (
        Column("number", INT, "its place, from 1", "number", itself),
        *span("chapter"),
        Column("title", TEXT, "its headline", "chapter"),
        Column("summary", TEXT, "what it is about", "chapter"),
        Column("id", TEXT, "the service's id of it", "chapter"),
    ),
    _chapters,
)


def _highlights(document: Document) -> Iterator[Levels]:
    notes = document.notes
    groups = (notes.key_sentences, notes.actions) if notes else ()
    yield {"kind": Repeated(("key sentence", "action"), places_of(groups)), "highlight": Repeated(flat(groups))}


HIGHLIGHTS = Table(
    "highlights",
    (
        Column("kind", TEXT, "key sentence or action", "kind", itself),
        *span("highlight"),
        Column("text", TEXT, "the sentence", "highlight"),
        Column("id", TEXT, "the service's id of it", "highlight"),
        Column("sentence_id", TEXT, "the id of the sentence that it comes from", "highlight"),
    ),
    _highlights,
)


def _json(name: str) -> Read:
    """Reads an open value of every record as JSON, text as it is."""
    values = attribute(name)
    return lambda records: list(map(_json_value, values(records)))


def _json_value(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else json_text(value)


ACTIVITIES = Table(
    "activities",
    (
        Column("node", TEXT, "its name in the workflow", "activity"),
        Column("activity", TEXT, "its type", "activity"),
        Column("state", TEXT, "queued, running, succeeded, failed, canceled, unknown", "activity"),
        Column("raw_state", TEXT, "the service's own word for its state", "activity"),
        Column("started", TEXT, "when it began, as given", "activity"),
        Column("ended", TEXT, "when it ended, as given", "activity"),
        Column("instance_id", TEXT, "the service's id of it", "activity"),
        Column("result", TEXT, "its result as JSON", "activity", _json("result")),
    ),
    lambda document: [{"activity": Repeated(document.activities)}],
)

LINKS = Table(
    "links",
    (
        Column("name", TEXT, "the key that it was under", "link"),
        Column("language", TEXT, "the code of its language", "link"),
        Column("url", TEXT, "the URL", "link"),
    ),
    lambda document: [{"link": Repeated(document.links)}],
)

JOBS = Table(
    "jobs",
    (
        *(
            Column(name, TEXT, about, "job")
            for name, about in (
                ("operation", "the API operation that answered"),
                ("id", "the id of the job"),
                ("type", "what was asked for"),
                ("state", "queued, running, succeeded, partial, failed, canceled, unknown"),
                ("raw_state", "the service's own word for its state"),
                ("title", "its title"),
                ("description", "its description"),
                ("created", "when it was created, as given"),
                ("modified", "the last change that the service reports, as given"),
                ("error_code", "the code of the error"),
                ("error_message", "what went wrong"),
                ("user_id", "whose job it is"),
                ("media_id", "the id of the media"),
                ("media_url", "the URL of the media"),
            )
        ),
        *(
            Column(name, TEXT, f"{about}, as JSON", "job", _json(name))
            for name, about in (
                ("input", "the input"),
                ("output", "where the output goes"),
                ("parameters", "the settings"),
                ("usage", "what was used"),
                ("user_data", "the user's own data"),
            )
        ),
    ),
    lambda document: [{"job": Repeated(document.jobs)}],
)
