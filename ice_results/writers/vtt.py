"""WebVTT: cues with voices, `HH:MM:SS.mmm`, text escaped."""

from __future__ import annotations

from collections.abc import Iterable

from ..captions import Cue
from ..records import Document
from .outputs import CaptionOptions, Output, shaped_tracks, stored
from .safe_text import vtt_text
from .timestamps import clock


def write_vtt(document: Document, options: CaptionOptions) -> Iterable[Output]:
    """A file for each track of speech."""
    for name, shaped in shaped_tracks(document, options, voices=True):
        yield Output(stored(to_vtt(shaped.cues), options), name, shaped.changes)


def to_vtt(cues: Iterable[Cue]) -> str:
    """The cues as the text of a WebVTT file; who speaks is said in a voice span of each cue."""
    return "WEBVTT\n" + "".join(
        f"\n{clock(cue.start_ms, '.')} --> {clock(cue.end_ms, '.')}\n{vtt_text(cue.lines, cue.speaker)}\n"
        for cue in cues
    )
