"""WebVTT: cues with voices, `HH:MM:SS.mmm`, text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from ...captions.cues import Cue, CueTable
from ...captions.words import parts_of, word_starts
from ...records import Document
from ...text.safe import vtt_text, vtt_texts, vtt_voice
from ..options import WordOptions
from ..outputs import Output, stored
from ..timestamps import clock, spans
from .tracks import shaped_tracks

# Stamps are put in before the text is escaped, or their own brackets would be: this holds their places.
_MARK = "\ufdd0"
"""A code point that Unicode keeps out of text."""


def write_vtt(document: Document, options: WordOptions) -> Iterable[Output]:
    """A file for each track of speech."""
    for name, shaped in shaped_tracks(document, options, voices=True):
        cues = shaped.table
        if options.speakers == "never":
            cues = attrs.evolve(cues, speakers=[None] * len(cues))
        yield Output(stored(to_vtt(cues, options.words), options), name, shaped.changes)


def to_vtt(cues: CueTable, words: bool = False) -> str:
    """The cues as the text of a WebVTT file; who speaks is said in a voice span of each cue.

    With `words` there is a stamp before each word that starts inside its cue.
    """
    voices = {speaker: vtt_voice(speaker) for speaker in {*cues.speakers}}
    texts = vtt_texts(cues.lines)
    for row in (row for row, known in enumerate(cues.words) if words and known):
        texts[row] = _with_stamps(cues.cue(row))
    rows = zip(spans(cues.starts_ms, cues.ends_ms, "."), cues.speakers, texts, strict=True)
    return "WEBVTT\n" + "".join([f"\n{time}\n{voices[speaker]}{text}\n" for time, speaker, text in rows])


def _with_stamps(cue: Cue) -> str:
    """The text of a cue with stamps in it; marks hold their places until the text is safe."""
    stamps: list[str] = []
    lines = []
    for line, starts in zip(cue.lines, word_starts(cue), strict=True):
        parts = parts_of(line.replace(_MARK, " "), starts)
        stamps += [f"<{clock(ms, '.')}>" for ms, _ in parts if ms is not None]
        lines.append("".join(f"{'' if ms is None else _MARK}{text}" for ms, text in parts))
    return re.sub(_MARK, lambda _: stamps.pop(0), vtt_text(lines))
