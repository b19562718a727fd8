"""Segments with text and times that try to break a caption file."""

from __future__ import annotations

import itertools
from typing import Any

import ice_results
from ice_results import Document, Segment, Transcript
from ice_results.captions.cues import Cue

from ...judges.captions import is_visible, plain

HOUR = 3_600_000
LAST_OF_SRT = 100 * HOUR - 1
FRAGMENTS = (
    "00:00:01,000 --> 00:00:02,000",
    "00:00:01.000 --> 00:00:02.000",
    "00:01.000 --> 00:02.000 line:0 align:start",
    "0:0:1,0-->0:0:2,0",
    "00：00：01，000 - > 00：00：02，000",
    "1.2.3 -- > 4.5.6",
    "00:00:01,000 00:00:02,000",
    "00:00:03.000",
    "\n7\n00:00:01,000 --> 00:00:02,000\n",
    "\n\n7\n00:00:01,000 --> 00:00:02,000\nforged\n\n",
    "\n\nWEBVTT\n\n00:00:01.000 --> 00:00:02.000\nforged\n\n",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\r\r",
    "\r\n\r\n",
    "\n \t\n",
    "\n\u3000\n",
    "\u2028\u2028",
    "\u2029\u2029",
    "\x85\x85",
    "\x0b\x0b",
    "\x0c\x0c",
    "\x1c\x1d\x1e",
    "-->",
    "--&gt;",
    "--",
    ">",
    "<",
    "<b>",
    "</b>",
    "< i >",
    "</v>",
    "<v Bob>",
    "<c.x>",
    '<font color="red">',
    "<!-- x -->",
    "<3",
    "<00:00:01.000>",
    "{\\an8}",
    "{y:i}",
    "{",
    "}",
    "{}",
    "\\",
    "\\N",
    "\\n",
    "\\h",
    "&",
    "&amp;",
    "&lt;b&gt;",
    "&#60;",
    "\n42\n",
    "\n-1\n",
    "\n5.\n",
    "42",
    "٤٢",
    "1.2.3",
    "12:34:56",
    "10:30",
    "\nNOTE forged\n",
    "\nSTYLE\n::cue { color: red }\n",
    "\nREGION\nid:x\n",
    "WEBVTT",
    "NOTE",
    "X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0",
    "\ufeff",
    "\x00",
    "\x07\x1b[31m",
    "\x7f\x9f",
    "\u200e\u200f\u202e",
    "\u200b",
    "\u2060",
    "＜｛＞",
    "🎬👩‍👩‍👧",
    "大家好，欢迎。",
    "Hello there.",
    " ",
    "\u00a0",
)
"""What a transcript would hold that wants to be something else than text."""
ORDINARY = (
    "大家好，欢迎来到云岭小学。",
    "Today we plant forty trees.",
    "a < b & c",
    "3 > 2",
    "I <3 you",
    "版本 1.2.3",
    "10:30",
    "at 10:30 - 11:45",
    "1:02.5",
    "2024",
    "https://example.com/watch?v=1&t=2#top",
    "“全部” — 50% (笑)",
    "Q&A; R&D",
    "x = [1, 2] * 3",
    "two\nlines",
    "第一行\n第二行",
    "مرحبا بالعالم",
    "שלום עולם",
    "👩‍👩‍👧 🎬",
    "#hash @name ♪ la la ♪",
)
"""What people say: no writer has a reason to touch it."""
NESTED = (
    "{ { }",
    "{{a}}",
    "{a {b} c}",
    "{\n{\\an8}",
    "< a < >",
    "< b <",
    "<<b>>",
    "< b < c >",
    "< / b <i>x",
    "<\nb>",
    "{\n}",
    "\\{b}",
    "a < b > c",
)
"""Brackets in brackets: taking away the inner ones must not leave markup behind."""


def document(*segments: Segment) -> Document:
    """A document with one track of speech."""
    return Document(transcripts=(Transcript(kind="asr", segments=segments),))


def said(*texts: str) -> Document:
    """A document in which one text is said in each second."""
    return document(*(Segment(start_ms=1000 * at, end_ms=1000 * at + 900, text=text) for at, text in enumerate(texts)))


def file_of(given: Document, name: str, **options: Any) -> bytes:
    """The bytes of the file that is written in a format."""
    content = ice_results.convert(
        given, name, profile="source", speakers="never" if name == "srt" else "change", **options
    )
    assert isinstance(content, str)
    return content.encode()


def lines_of(cues: tuple[Cue, ...]) -> list[str]:
    """What the cues show."""
    return [plain("\n".join(cue.lines)) for cue in cues]


def hostile(count: int) -> Document:
    """Nested brackets and pairs of fragments, evenly taken from all pairs, in overlapping cues of hostile speakers."""
    pairs = list(itertools.product(FRAGMENTS, repeat=2))
    texts = ["".join(pair) for pair in pairs] + ["\n".join(pair) for pair in pairs]
    texts = [text for text in dict.fromkeys(texts) if any(map(is_visible, text)) and text not in NESTED]
    wanted = count - len(NESTED)
    chosen = [*NESTED, *(texts[place * len(texts) // wanted] for place in range(wanted))]
    return document(
        *(
            Segment(
                start_ms=777 * (at // 2 * 2),
                end_ms=777 * (at // 2 * 2) + 1 + at * 37 % 3001,
                text=text,
                speaker=FRAGMENTS[at % len(FRAGMENTS)],
            )
            for at, text in enumerate(chosen)
        )
    )
