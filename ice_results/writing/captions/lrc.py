"""LRC lyrics: a line for each cue, with a stamp before each word where words are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from ...captions.cues import Cue
from ...captions.words import parts_of, word_starts
from ...records import Document
from ...text.cleaning import joined, one_line
from ...text.safe import lrc_text
from ..options import WordOptions
from ..outputs import Output, stored
from .tracks import shaped_tracks

# LRC has no ends: without an empty line the last words stay on screen through an interlude.
_SILENCE_MS = 1000
"""A silence from which on the line before it is cleared."""


def write_lrc(document: Document, options: WordOptions) -> Iterable[Output]:
    """A file for each track of speech."""
    for name, shaped in shaped_tracks(document, options):
        cues = shaped.cues if name != "bilingual" else [one for cue in shaped.cues for one in _line_by_line(cue)]
        text = to_lrc(cues, document.title or "", options.words)
        yield Output(stored(text, options), name, shaped.changes)


def to_lrc(cues: Iterable[Cue], title: str = "", words: bool = False) -> str:
    """The cues as the text of an LRC file; an empty line clears what is shown before a silence."""
    head = [f"[ti:{lrc_text(one_line(title))}]"] if title else []
    return "".join(f"{line}\n" for line in [*head, *_lines(list(cues), words)])


def _lines(cues: list[Cue], words: bool) -> Iterator[str]:
    for number, cue in enumerate(cues):
        yield f"[{_clock(cue.start_ms)}]{_enhanced(cue) if words and cue.words else lrc_text(joined(cue.lines))}"
        if number + 1 == len(cues) or cues[number + 1].start_ms - cue.end_ms >= _SILENCE_MS:
            yield f"[{_clock(cue.end_ms)}]"


def _line_by_line(cue: Cue) -> Iterator[Cue]:
    """A cue of two languages as one of each line, all at the same time."""
    return (attrs.evolve(cue, lines=(line,), words=()) for line in cue.lines)


def _enhanced(cue: Cue) -> str:
    """The line with the stamp of each word that has a start of its own."""
    lines = [
        "".join(f"{'' if ms is None else f'<{_clock(ms)}>'}{lrc_text(text)}" for ms, text in parts_of(line, starts))
        for line, starts in zip(cue.lines, word_starts(cue), strict=True)
    ]
    return f"<{_clock(cue.start_ms)}>" + _joined(cue.lines, lines)


def _joined(plain: Sequence[str], marked: Sequence[str]) -> str:
    """Lines with stamps in them joined as the lines without them are."""
    text = marked[0]
    for earlier, later, line in zip(plain, plain[1:], marked[1:], strict=False):
        text += line if joined([earlier, later]) == earlier + later else f" {line}"
    return text


def _clock(ms: int) -> str:
    """`mm:ss.xx`, minutes with two digits or more."""
    minutes, hundredths = divmod((ms + 5) // 10, 6000)
    second, fraction = divmod(hundredths, 100)
    return f"{minutes:02}:{second:02}.{fraction:02}"
