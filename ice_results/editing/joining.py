"""Documents put together: one after the other, or several about the same media on the same clock."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import attrs

from ..errors import InvalidOption
from ..findings import Problem
from ..records import NO_EXTRA, Document, Job, Notes, Question, Segment, Tag, Transcript
from ..records.document import as_documents
from ..records.merging import combine, merged
from ..records.tracks import main_track
from ..text.values import counted, described
from .times import shift, whole_ms

T = TypeVar("T")
_UNTIMED_NOTES = ("speakers", "questions", "mind_map", "keywords")
_ALL_NOTES = (*_UNTIMED_NOTES, "key_sentences", "actions")


def join(
    documents: Iterable[Document], offsets_ms: Sequence[int] | None = None, *, same_speakers: bool = False
) -> Document:
    """Documents of media that was processed in parts, as one document of the whole.

    `offsets_ms` says where each part begins, in milliseconds; without it each begins where the last item of the one
    before it ends, and a note says where that is. The main track of each part continues the main track, whatever its
    kind; other tracks continue those of their kind and language. Speaker 1 of one part need not be speaker 1 of the
    next: they are kept apart, as `1` and `2-1`, unless `same_speakers` says otherwise.

    Raises `InvalidOption` where there are no documents, or not as many offsets as documents.
    """
    parts = _given(documents)
    offsets, notes = _offsets(parts, offsets_ms)
    renamed = [part if same_speakers else _with_own_speakers(part, n) for n, part in enumerate(parts, 1)]
    placed = [shift(part, ms) for part, ms in zip(_with_own_ids(renamed), offsets, strict=True)]
    joined = combine(attrs.evolve(part, transcripts=(), tags=(), notes=None) for part in placed)
    return attrs.evolve(
        joined,
        **_without_repetitions(joined),
        transcripts=_joined_tracks(placed),
        tags=_joined_tags(placed),
        notes=_joined_notes(placed),
        problems=(*_distinct(joined.problems), *notes),
    )


def merge(documents: Iterable[Document]) -> Document:
    """Documents about the same media on the same clock, such as one file for each kind of result, as one document.

    What two of them say in the same words is kept once, and jobs of one id are one job: what the first says counts,
    what others say beside it is kept. Raises `InvalidOption` where there are no documents.
    """
    whole = combine(_given(documents))
    return attrs.evolve(
        whole,
        **{**_without_repetitions(whole), "jobs": _merged_jobs(_distinct(whole.jobs))},
        transcripts=_distinct(whole.transcripts),
        tags=_distinct(whole.tags),
        frames=_distinct(whole.frames),
        chapters=_distinct(whole.chapters),
        notes=_without_repeated_notes(whole.notes, _ALL_NOTES) if whole.notes else None,
        problems=_distinct(whole.problems),
    )


def _given(documents: Iterable[Document]) -> list[Document]:
    if isinstance(documents, Document):
        raise InvalidOption("documents", "documents in a list, such as [first, second]", repr(documents))
    parts = list(as_documents(documents))
    if not parts:
        raise InvalidOption("documents", "at least one document", "none")
    return parts


def _distinct(records: Iterable[T]) -> tuple[T, ...]:
    """The records, each once: two are the same only where all is the same, what is kept in `extra` too."""
    found: dict[str, T] = {}
    for record in records:
        found.setdefault(repr(_plain(record)), record)
    return tuple(found.values())


def _plain(record: Any) -> Any:
    return attrs.asdict(record) if attrs.has(type(record)) else record


def _without_repetitions(document: Document) -> dict[str, Any]:
    """The records of a document that are about all of the media, each once."""
    return {name: _distinct(getattr(document, name)) for name in ("jobs", "texts", "links", "activities")}


def _offsets(parts: Sequence[Document], given: Sequence[int] | None) -> tuple[list[int], list[Problem]]:
    """Where each part begins, and a note for each beginning that nobody gave."""
    if given is not None:
        if not isinstance(given, Sequence):
            raise InvalidOption("offsets_ms", "a list of offsets, one for each document", described(given))
        if len(given) != len(parts):
            expected = f"{counted(len(parts), 'offset')}, one for each document"
            raise InvalidOption("offsets_ms", expected, str(len(given)))
        return [whole_ms(each, "offsets_ms") for each in given], []
    offsets, notes = [0], []
    for number, part in enumerate(parts[:-1], 1):
        offsets.append(offsets[-1] + _last_ms(part))
        message = f"part {number + 1} begins at {offsets[-1]} ms, where the last item of part {number} ends"
        notes.append(Problem(path="", message=message, severity="note"))
    return offsets, notes


def _last_ms(document: Document) -> int:
    """When the last item of a document ends, in milliseconds."""
    notes = document.notes or Notes()
    spans: list[Any] = [
        *(segment for transcript in document.transcripts for segment in transcript.segments),
        *(occurrence for tag in document.tags for occurrence in tag.occurrences),
        *document.chapters,
        *notes.key_sentences,
        *notes.actions,
    ]
    times = [each.end_ms if each.end_ms is not None else each.start_ms for each in spans]
    times += [frame.at_ms for frame in document.frames]
    return max((each for each in times if each is not None), default=0)


def _with_own_speakers(part: Document, number: int) -> Document:
    """The part with its number before the ids of its speakers, but for the first."""
    if number == 1:
        return part

    def own(speaker: str | None) -> str | None:
        return speaker and f"{number}-{speaker}"

    transcripts = tuple(
        attrs.evolve(
            each, segments=tuple(attrs.evolve(segment, speaker=own(segment.speaker)) for segment in each.segments)
        )
        for each in part.transcripts
    )
    notes = part.notes
    if notes:
        notes = attrs.evolve(
            notes, speakers=tuple(attrs.evolve(each, speaker=own(each.speaker)) for each in notes.speakers)
        )
    return attrs.evolve(part, transcripts=transcripts, notes=notes)


def _with_own_ids(parts: Sequence[Document]) -> Iterator[Document]:
    """The parts, an id of a sentence that an earlier part has already with the number of the part behind it."""
    taken: set[str] = set()
    for number, part in enumerate(parts, 1):
        ids = {segment.id for each in part.transcripts for segment in each.segments if segment.id}
        clashing = {each: f"{each}#{number}" for each in ids & taken}
        taken |= ids
        yield _with_ids(part, clashing) if clashing else part


def _with_ids(part: Document, names: dict[str, str]) -> Document:
    """The part with other ids of sentences, wherever they are named."""

    def named(name: str | None) -> str | None:
        return names.get(name, name) if name else name

    def question(each: Question) -> Question:
        return attrs.evolve(
            each,
            question_sentence_ids=tuple(names.get(name, name) for name in each.question_sentence_ids),
            answer_sentence_ids=tuple(names.get(name, name) for name in each.answer_sentence_ids),
        )

    transcripts = tuple(
        attrs.evolve(each, segments=tuple(attrs.evolve(segment, id=named(segment.id)) for segment in each.segments))
        for each in part.transcripts
    )
    notes = part.notes
    if notes:
        highlights: dict[str, Any] = {
            name: tuple(attrs.evolve(each, sentence_id=named(each.sentence_id)) for each in getattr(notes, name))
            for name in ("key_sentences", "actions")
        }
        notes = attrs.evolve(notes, **highlights, questions=tuple(map(question, notes.questions)))
    return attrs.evolve(part, transcripts=transcripts, notes=notes)


def _joined_tracks(parts: Sequence[Document]) -> tuple[Transcript, ...]:
    """A track for the main tracks of all parts, and one for each other kind and language."""
    tracks: dict[Hashable, list[Transcript]] = {}
    for part in parts:
        main = main_track(part)
        counts: dict[Hashable, int] = {}
        for transcript in part.transcripts:
            kind = transcript.kind, transcript.language
            counts[kind] = counts.get(kind, 0) + 1
            key = "main" if transcript is main else (*kind, counts[kind])
            tracks.setdefault(key, []).append(transcript)
    return tuple(_joined_track(each) for each in tracks.values())


def _joined_track(pieces: Sequence[Transcript]) -> Transcript:
    segments: tuple[Segment, ...] = tuple(segment for piece in pieces for segment in piece.segments)
    extra = merged(*(piece.extra for piece in pieces))
    return attrs.evolve(pieces[0], segments=segments, extra=extra or NO_EXTRA)


def _joined_tags(parts: Sequence[Document]) -> tuple[Tag, ...]:
    """A tag for each label, with its occurrences in all parts; a share that differs is no share of the whole."""
    found: dict[Hashable, list[Tag]] = {}
    for tag in (tag for part in parts for tag in part.tags):
        key = tag.kind, tag.level1, tag.level2, tag.name, tag.source, tag.score, repr(_plain(tag.knowledge))
        found.setdefault(key, []).append(tag)
    return tuple(_joined_tag(each) if len(each) > 1 else each[0] for each in found.values())


def _joined_tag(tags: Sequence[Tag]) -> Tag:
    shares = dict.fromkeys(each.share for each in tags)
    displaced = [{"share": share} for share in shares if len(shares) > 1 and share is not None]
    return attrs.evolve(
        tags[0],
        occurrences=tuple(occurrence for each in tags for occurrence in each.occurrences),
        share=tags[0].share if len(shares) == 1 else None,
        extra=merged(*(each.extra for each in tags), *displaced) or NO_EXTRA,
    )


def _joined_notes(parts: Sequence[Document]) -> Notes | None:
    whole = combine(Document(notes=part.notes) for part in parts).notes
    return _without_repeated_notes(whole, _UNTIMED_NOTES) if whole else None


def _without_repeated_notes(notes: Notes, names: Sequence[str]) -> Notes:
    """The notes, what several parts say in the same words once."""
    once: dict[str, Any] = {name: _distinct(getattr(notes, name)) for name in names}
    return attrs.evolve(notes, **once)


def _merged_jobs(jobs: Iterable[Job]) -> tuple[Job, ...]:
    """One job for each id; those without an id stay as they are."""
    found: dict[Hashable, Job] = {}
    for number, job in enumerate(jobs):
        key: Hashable = job.id or number
        found[key] = _one_job(found[key], job) if key in found else job
    return tuple(found.values())


def _one_job(first: Job, second: Job) -> Job:
    """What the first says, and what only the second does; where they differ, the second's is kept in `extra`."""
    fields = [each for each in attrs.fields(Job) if each.name != "extra"]
    ours = {each.name: getattr(first, each.name) for each in fields if getattr(first, each.name) != each.default}
    theirs = {each.name: getattr(second, each.name) for each in fields if getattr(second, each.name) != each.default}
    different = {name: value for name, value in theirs.items() if ours.get(name, value) != value}
    extra = merged(first.extra, different, second.extra)
    return Job(**{**theirs, **ours}, extra=extra or NO_EXTRA)
