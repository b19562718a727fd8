"""What is in a document, as short tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from ..findings import Problem
from ..records import Document, Job, Notes, Tag, Transcript
from ..records.speakers import speakers_of
from ..records.tracks import tracks
from ..text.cleaning import one_line
from ..text.values import counted
from ..writing.timestamps import clock

_TAGS_SHOWN = 20
_ROWS_SHOWN = 50


@attrs.frozen
class Section:
    """One table: its title, the names of its columns, and its rows of text."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def first(self, count: int | None) -> Section:
        """The first rows, and one that says how many more there are."""
        if count is None or len(self.rows) <= count:
            return self
        more = f"and {len(self.rows) - count} more", *[""] * (len(self.columns) - 1)
        return attrs.evolve(self, rows=(*self.rows[:count], more))


def summary(document: Document, whole: bool = False) -> tuple[Section, ...]:
    """A section for each thing that the document has, from its jobs to its problems; tags by share.

    Long sections end with a row that says how many more rows there are, unless the `whole` is asked for.
    """
    tags_shown, rows_shown = (len(document.tags), None) if whole else (_TAGS_SHOWN, _ROWS_SHOWN)
    sections = (
        _section("Jobs", ("operation", "type", "state", "id", "title"), map(_job, document.jobs)),
        _section("Media", ("title",), [(document.title,)] if document.title else []),
        _section("Tracks", ("name", "kind", "language", "segments", "from", "to", "speakers"), _tracks(document)),
        _section("Speakers", ("id", "name", "segments", "talk time"), _speakers(document)),
        _section("Tags", ("kind", "label", "share", "occurrences"), _tags(document.tags, tags_shown)),
        _section("Text in frames", ("frames", "lines", "from", "to"), _frames(document)),
        _section(
            "Chapters",
            ("start", "end", "title"),
            ((_at(each.start_ms), _at(each.end_ms), each.title) for each in document.chapters),
        ),
        _section("Notes", ("what", "how many"), _notes(document.notes or Notes())),
        _section(
            "Activities",
            ("node", "activity", "state"),
            ((each.node, each.activity, each.state) for each in document.activities),
        ),
        _section("Texts", ("text",), ((text,) for text in document.texts)),
        _section(
            "Links", ("name", "language", "url"), ((each.name, each.language, each.url) for each in document.links)
        ),
        _section("Problems", ("severity", "path", "message"), map(_problem, document.problems)),
    )
    return tuple(section.first(rows_shown) for section in sections if section.rows)


def summary_as_json(file: str, document: Document) -> dict[str, Any]:
    """The same as plain values: a list of rows for each section, whatever its length, the cells by their columns."""
    sections = {
        _key(section.title): [dict(zip(map(_key, section.columns), row, strict=True)) for row in section.rows]
        for section in summary(document, whole=True)
    }
    return {"file": file, **sections}


def _key(title: str) -> str:
    return title.lower().replace(" ", "_")


def _section(title: str, columns: tuple[str, ...], rows: Iterable[tuple[str | None, ...]]) -> Section:
    return Section(title, columns, tuple(tuple(one_line(cell or "") for cell in row) for row in rows))


def _job(job: Job) -> tuple[str | None, ...]:
    state = f"{job.state} ({job.raw_state})" if job.raw_state else job.state
    return job.operation, job.type, state, job.id, job.title


def _tracks(document: Document) -> Iterator[tuple[str | None, ...]]:
    for track in tracks(document):
        transcript = track.transcript
        yield track.name or "main", transcript.kind, transcript.language, *_extent(transcript)


def _extent(transcript: Transcript) -> tuple[str, ...]:
    starts = [each.start_ms for each in transcript.segments if each.start_ms is not None]
    ends = [each.end_ms for each in transcript.segments if each.end_ms is not None]
    speakers = {each.speaker for each in transcript.segments if each.speaker}
    times = _at(min(starts, default=None)), _at(max(ends, default=None))
    return str(len(transcript.segments)), *times, str(len(speakers)) if speakers else ""


def _speakers(document: Document) -> Iterator[tuple[str | None, ...]]:
    """Those who speak in the main track, with how long they do."""
    for each in speakers_of(document):
        if each.segments:
            yield each.speaker, each.name, str(each.segments), _at(each.talk_ms)


def _tags(tags: Iterable[Tag], most: int) -> list[tuple[str, ...]]:
    """The tags with the largest share; how many there are besides."""
    by_share = sorted(tags, key=lambda tag: -(tag.share or 0))
    rows: list[tuple[str, ...]] = [
        (tag.kind, tag.label, "" if tag.share is None else f"{tag.share:.1%}", str(len(tag.occurrences)))
        for tag in by_share[:most]
    ]
    others = len(by_share) - len(rows)
    return [*rows, (f"and {others} more", "", "", "")] if others else rows


def _frames(document: Document) -> Iterator[tuple[str, ...]]:
    if document.frames:
        instants = [frame.at_ms for frame in document.frames if frame.at_ms is not None]
        lines = sum(len(frame.lines) for frame in document.frames)
        times = _at(min(instants, default=None)), _at(max(instants, default=None))
        yield str(len(document.frames)), str(lines), *times


def _notes(notes: Notes) -> Iterator[tuple[str, str]]:
    if notes.summary:
        yield "summary", counted(len(notes.summary), "character")
    names = ("speakers", "questions", "keywords", "key_sentences", "actions", "mind_map")
    for name in names:
        if count := len(getattr(notes, name)):
            yield name.replace("_", " "), str(count)


def _problem(problem: Problem) -> tuple[str | None, ...]:
    found = f", found {problem.found}" if problem.found is not None else ""
    return problem.severity, problem.path, f"{problem.message}{found}"


def _at(ms: int | None) -> str:
    if ms is None:
        return ""
    return clock(ms, ".") if ms >= 0 else f"-{clock(-ms, '.')}"
