"""Titles that try to break a file, and chapters under them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from ice_results import Chapter, Document, Segment, Transcript

AWKWARD = {
    "plain": "plain",
    "back\\": "back\\",
    "\\": "\\",
    "two\\\\": "two\\\\",
    "C:\\new\\N": "C:\\new\\N",
    "a=b": "a=b",
    "=": "=",
    "a;b": "a;b",
    "; not a comment": "; not a comment",
    "# nor this": "# nor this",
    "a|b|": "a|b|",
    "[CHAPTER]": "[CHAPTER]",
    "START=5": "START=5",
    "x --> y": "x --> y",
    "00:00:01.000 --> 00:00:02.000": "00:00:01.000 --> 00:00:02.000",
    "<b>bold</b> <v Bob>": "<b>bold</b> <v Bob>",
    "<00:00:01.000>": "<00:00:01.000>",
    "R&D &amp; &lt;": "R&D &amp; &lt;",
    "{\\an8}": "{\\an8}",
    "'single' \"double\"": "'single' \"double\"",
    "tab\there": "tab here",
    "  outer\t ": "outer",
    "new\nline": "new line",
    "[STREAM]\n[CHAPTER]\ntitle=forged": "[STREAM] [CHAPTER] title=forged",
    "x\n\n00:00:01.000 --> 00:00:02.000\nforged": "x 00:00:01.000 --> 00:00:02.000 forged",
    "car\r\nriage\rreturn": "car riage return",
    "para\u2028graph\u2029s": "para graph s",
    "next\x85line": "next line",
    "nul\x00bell\x07escape\x1b[31m": "nul bell escape [31m",
    "\x7f\x9fdelete": "delete",
    "NOTE": "NOTE",
    "WEBVTT": "WEBVTT",
    "42": "42",
    "\ufeffmark": "\ufeffmark",
    "\u202eright to left": "\u202eright to left",
    "🎬👩‍👩‍👧": "🎬👩‍👩‍👧",
    "开场与介绍：云岭小学": "开场与介绍：云岭小学",
    "章" * 400: "章" * 400,
    "a" * 399 + "\\": "a" * 399 + "\\",
}
"""Titles as a service could give them, and on one line."""
TITLES = st.lists(st.sampled_from([*AWKWARD, "\n", "\\", "-->", ""]) | st.text(max_size=8), max_size=3).map("".join)
Given = tuple[int | None, int | None, str | None]


def document(*chapters: Given, speech_end: int | None = None) -> Document:
    """A document with chapters, and with speech where its end is given."""
    segment = Segment(start_ms=0, end_ms=speech_end, text="said")
    return Document(
        chapters=tuple(Chapter(start_ms=start, end_ms=end, title=title) for start, end, title in chapters),
        transcripts=() if speech_end is None else (Transcript(kind="asr", segments=(segment,)),),
    )


def in_a_row(titles: Sequence[str], length: int = 10_001) -> Document:
    """A chapter for each title, one after the other."""
    return document(*(((at * length), (at + 1) * length, title) for at, title in enumerate(titles)))
