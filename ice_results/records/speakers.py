"""Who speaks in a document: the names and summaries of the service, and how much of the main track is theirs."""

from __future__ import annotations

import attrs

from .document import Document
from .notes import SpeakerSummary
from .spans import covered_ms
from .tracks import main_track, speaker_names


@attrs.frozen
class Speaker:
    """One speaker of the main track: its id and name, the service's summary, its segments, and how long it speaks."""

    speaker: str | None
    name: str | None
    summary: str | None
    segments: int
    talk_ms: int | None


def speakers_of(document: Document) -> tuple[Speaker, ...]:
    """Everyone who speaks in the main track, in the order of first words, then those who are only summed up.

    What one speaker says at once counts once; the time is `None` where no segment has both ends.
    """
    names = speaker_names(document)
    given = document.notes.speakers if document.notes else ()
    summaries: dict[str, list[SpeakerSummary]] = {}
    for each in given:
        if each.speaker:
            summaries.setdefault(each.speaker, []).append(each)
    said = _spans_by_speaker(document)
    found = []
    for speaker in dict.fromkeys([*said, *summaries]):
        spans = [(start, end) for start, end in said.get(speaker, ()) if start is not None and end is not None]
        # Joined parts have a summary each of one speaker.
        summary = "\n".join(dict.fromkeys(each.summary for each in summaries.get(speaker, ()) if each.summary))
        talk_ms = covered_ms(spans) if spans else None
        found.append(Speaker(speaker, names.get(speaker), summary or None, len(said.get(speaker, ())), talk_ms))
    return (*found, *(Speaker(None, each.name, each.summary, 0, None) for each in given if not each.speaker))


def _spans_by_speaker(document: Document) -> dict[str, list[tuple[int | None, int | None]]]:
    """Start and end of each segment of the main track that is somebody's."""
    main = main_track(document)
    said: dict[str, list[tuple[int | None, int | None]]] = {}
    for segment in main.segments if main else ():
        if segment.speaker:
            said.setdefault(segment.speaker, []).append((segment.start_ms, segment.end_ms))
    return said
