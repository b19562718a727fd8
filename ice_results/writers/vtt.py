"""WebVTT: cues with voices, `HH:MM:SS.mmm`, text escaped."""

from __future__ import annotations

from collections.abc import Iterable

from ..captions import Cue, cues_of, speaker_names, tracks
from ..records import Document
from .outputs import CaptionOptions, Output, stored
from .safe_text import vtt_text
from .timestamps import clock


def write_vtt(document: Document, options: CaptionOptions) -> Iterable[Output]:
    """A file for each track of speech."""
    names = speaker_names(document)
    for track in tracks(document):
        shaped = cues_of(track.transcript.segments, names)
        if shaped.cues:
            yield Output(stored(to_vtt(shaped.cues), options), track.name, shaped.changes)


def to_vtt(cues: Iterable[Cue]) -> str:
    """The cues as the text of a WebVTT file; who speaks is said in a voice span of each cue."""
    return "WEBVTT\n" + "".join(
        f"\n{clock(cue.start_ms, '.')} --> {clock(cue.end_ms, '.')}\n{vtt_text(cue.lines, cue.speaker)}\n"
        for cue in cues
    )
