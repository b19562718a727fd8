"""Advanced SubStation Alpha: styled subtitles, with karaoke where words are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from ...captions.cues import Cue
from ...captions.words import parts_of, word_starts
from ...records import Document
from ...text.cleaning import one_line
from ...text.safe import ass_text
from ..options import WordOptions
from ..outputs import Output, stored
from .tracks import shaped_tracks

_HEADER = """\
[Script Info]
Title: {title}
ScriptType: v4.00+
PlayResX: 1920
PlayResY: 1080
WrapStyle: 2
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, \
MarginV, Encoding
Style: Default,sans-serif,60,&H00FFFFFF,&H0000D7FF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,60,60,50,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def write_ass(document: Document, options: WordOptions) -> Iterable[Output]:
    """A file for each track of speech."""
    for name, shaped in shaped_tracks(document, options):
        text = to_ass(shaped.cues, document.title or "", options.words)
        yield Output(stored(text, options), name, shaped.changes)


def to_ass(cues: Iterable[Cue], title: str = "", words: bool = False) -> str:
    """The cues as the text of an ASS file; with `words` each word lights up at its time."""
    return _HEADER.format(title=one_line(title)) + "".join(_event(cue, words) for cue in cues)


def _event(cue: Cue, words: bool) -> str:
    # ASS counts centiseconds: a cue of a few milliseconds would begin and end in the same one and never be shown.
    start, end = _centiseconds(cue.start_ms), max(_centiseconds(cue.end_ms), _centiseconds(cue.start_ms) + 1)
    name = one_line(cue.speaker or "").replace(",", "，")
    text = _karaoke(cue, start, end) if words and cue.words else ass_text(cue.lines)
    return f"Dialogue: 0,{_clock(start)},{_clock(end)},Default,{name},0,0,0,,{text}\n"


def _centiseconds(ms: int) -> int:
    return (ms + 5) // 10


def _clock(centiseconds: int) -> str:
    """`H:MM:SS.cc`."""
    seconds, fraction = divmod(centiseconds, 100)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}.{fraction:02}"


def _karaoke(cue: Cue, start: int, end: int) -> str:
    """The text with the length of each part before it, in centiseconds that sum exactly to those of the cue."""
    begins, texts = [start], [""]
    for number, (line, starts) in enumerate(zip(cue.lines, word_starts(cue), strict=True)):
        texts[-1] += "\\N" if number else ""
        for ms, text in parts_of(line, starts):
            if ms is not None:
                begins.append(min(_centiseconds(ms), end))
                texts.append("")
            texts[-1] += ass_text([text])
    lengths = (later - earlier for earlier, later in pairwise([*begins, end]))
    return "".join(f"{{\\k{length}}}{text}" for length, text in zip(lengths, texts, strict=True))
