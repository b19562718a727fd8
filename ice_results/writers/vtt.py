"""WebVTT: cues with voices, `HH:MM:SS.mmm`, text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from ..captions import Cue
from ..captions.words import parts_of, word_starts
from ..records import Document
from .options import WordOptions
from .outputs import Output, shaped_tracks, stored
from .safe_text import vtt_text
from .timestamps import clock

_MARK = "\ufdd0"
"""A code point that Unicode keeps out of text."""


def write_vtt(document: Document, options: WordOptions) -> Iterable[Output]:
    """A file for each track of speech."""
    for name, shaped in shaped_tracks(document, options, voices=True):
        cues = shaped.cues
        if options.speakers == "never":
            cues = tuple(attrs.evolve(cue, speaker=None) for cue in cues)
        yield Output(stored(to_vtt(cues, options.words), options), name, shaped.changes)


def to_vtt(cues: Iterable[Cue], words: bool = False) -> str:
    """The cues as the text of a WebVTT file; who speaks is said in a voice span of each cue.

    With `words` a stamp stands before each word that starts inside its cue.
    """
    return "WEBVTT\n" + "".join(
        f"\n{clock(cue.start_ms, '.')} --> {clock(cue.end_ms, '.')}\n{_payload(cue, words)}\n" for cue in cues
    )


def _payload(cue: Cue, words: bool) -> str:
    """The text of a cue; marks hold the places of the stamps until the text is safe."""
    if not (words and cue.words):
        return vtt_text(cue.lines, cue.speaker)
    stamps: list[str] = []
    lines = []
    for line, starts in zip(cue.lines, word_starts(cue), strict=True):
        parts = parts_of(line.replace(_MARK, " "), starts)
        stamps += [f"<{clock(ms, '.')}>" for ms, _ in parts if ms is not None]
        lines.append("".join(f"{'' if ms is None else _MARK}{text}" for ms, text in parts))
    text = vtt_text(lines, cue.speaker)
    return re.sub(_MARK, lambda _: stamps.pop(0), text)
