"""The tracks of a document that captions are written from, and their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from ..text.safe import safe_name
from .document import Document
from .speech import Transcript

EXPECTED_NAMES = "names by id, none of them blank"
_MAIN = ("transcription", "asr", "tts", "avatar")


@attrs.frozen
class Track:
    """A transcript with its name; the main one has none."""

    name: str | None
    transcript: Transcript


def main_track(document: Document) -> Transcript | None:
    """The first there is of transcription, asr, tts, avatar; a translation where there is nothing else."""
    # A transcription has words and speakers, plain recognition only lines: the richer one is the main track.
    by_kind = sorted(
        (each for each in document.transcripts if each.segments),
        key=lambda each: _MAIN.index(each.kind) if each.kind in _MAIN else len(_MAIN),
    )
    return by_kind[0] if by_kind else None


def are_names(value: object) -> bool:
    """Whether this is a mapping of ids of speakers to names for them."""
    if not isinstance(value, Mapping) or not all(isinstance(each, str) for pair in value.items() for each in pair):
        return False
    return all(map(str.strip, value.values()))


def speaker_names(document: Document) -> dict[str, str]:
    """The names that the service gave to its speakers, by id."""
    speakers = document.notes.speakers if document.notes else ()
    return {each.speaker: each.name for each in speakers if each.speaker and each.name}


def tracks(document: Document) -> tuple[Track, ...]:
    """Every track with segments, the main one first; others are named by kind, language or number."""
    main = main_track(document)
    if main is None:
        return ()
    others = [each for each in document.transcripts if each.segments and each is not main]
    return (Track(None, main), *_named(_with_speakers(each, main) for each in others))


def _with_speakers(transcript: Transcript, main: Transcript) -> Transcript:
    """A translation with the speakers of the sentences that it translates, by their ids."""
    if transcript.kind != "translation":
        return transcript
    speakers: dict[str | None, set[str | None]] = {}
    for segment in main.segments:
        speakers.setdefault(segment.id, set()).add(segment.speaker)
    known = {key: min(found, key=str) for key, found in speakers.items() if key and len(found) == 1}
    segments = (
        attrs.evolve(each, speaker=known[each.id]) if each.speaker is None and each.id in known else each
        for each in transcript.segments
    )
    return attrs.evolve(transcript, segments=tuple(segments))


def _named(transcripts: Iterable[Transcript]) -> Iterable[Track]:
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    for transcript in transcripts:
        kind, language = safe_name(transcript.kind), re.sub(r"[^\w-]", "", transcript.language or "")
        name = kind if kind not in taken or not language else f"{kind}.{language}"
        while name in taken:
            numbers[kind] = numbers.get(kind, 1) + 1
            name = f"{kind}.{numbers[kind]}"
        taken.add(name)
        yield Track(name, transcript)
