"""Recognised text made harmless: whatever it says, no reader finds markup or a cue in it.

What must not be taken for markup is replaced by its full-width twin (NFKC gives the original back),
what must not be taken for a time or a cue number gets an invisible word joiner.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..captions.text import one_line

WORD_JOINER = "\u2060"

_SUSPECT = re.compile(r"-->|[<{\\]|\d:\d|\n-?\d+\.?\d*\s*$", re.MULTILINE)
_OVERRIDE = re.compile(r"\{(?=\\)")
_ESCAPE = re.compile(r"\\(?=[Nnh])")
_STAMP = re.compile(r"\d{1,2}:\d{1,2}[.,]\d")
_COLON_IN_STAMP = re.compile(r"(?<=\d):(?=\d)")
_NUMBER_LINE = re.compile(r"-?\d+\.?\d*\s*")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def srt_text(lines: Sequence[str]) -> str:
    """Lines of a cue for SRT, which has no escapes: `&` and a lone `<` stay as they are."""
    text = "\n".join(lines)
    if not _SUSPECT.search(text):
        return text
    text = _unpaired(text.replace("-->", "--＞"), "<", ">", "＜")
    text = _OVERRIDE.sub("｛", _unpaired(text, "{", "}", "｛"))
    text = _ESCAPE.sub("\\\\" + WORD_JOINER, text)
    return _without_times(text)


def vtt_text(lines: Sequence[str], speaker: str | None = None) -> str:
    """Lines of a cue for WebVTT, `&`, `<` and `>` as character references, in a voice span of the speaker."""
    name = one_line(speaker or "")
    text = "\n".join(lines)
    if _SUSPECT.search(f"{name} {text}"):
        text = _without_times(_ESCAPE.sub("\\\\" + WORD_JOINER, text))
        name = _COLON_IN_STAMP.sub(":" + WORD_JOINER, name)
    return _voice(name) + text.translate(_MARKUP)


def _voice(name: str) -> str:
    """The start of a voice span; two hyphens at the end of the name would make an arrow of its bracket."""
    if not name:
        return ""
    end = WORD_JOINER if name.endswith("--") else ""
    return f"<v {name.translate(_MARKUP)}{end}>"


def ass_text(lines: Sequence[str]) -> str:
    """Lines of a cue for ASS: no brace and no escape that we did not put there."""
    text = re.sub(r"\\(?=[Nnh]|$)", "\\\\" + WORD_JOINER, "\n".join(lines))
    return text.replace("{", "｛").replace("}", "｝").replace("\n", "\\N")


def lrc_text(text: str) -> str:
    """Text for LRC: no stamp and no tag that we did not put there."""
    return re.sub(r"\[(?=\s*[\w+-]+\s*:)", "［", re.sub(r"<(?=\s*\d)", "＜", text))


def _unpaired(text: str, opening: str, closing: str, twin: str) -> str:
    """The text with every opening sign that some sign closes replaced by its twin."""
    last = text.rfind(closing)
    return text[:last].replace(opening, twin) + text[last:] if last > 0 else text


def _without_times(text: str) -> str:
    """No line with two time stamps, which is a timing line to some readers whatever stands between
    them, and no number on a line of its own, which is the next cue's to some."""
    head, *others = map(_not_a_timing, text.split("\n"))
    return "\n".join([head, *map(_not_a_cue_number, others)])


def _not_a_timing(line: str) -> str:
    if len(_STAMP.findall(line)) < 2:
        return line
    return _COLON_IN_STAMP.sub(":" + WORD_JOINER, line)


def _not_a_cue_number(line: str) -> str:
    return WORD_JOINER + line if _NUMBER_LINE.fullmatch(line) else line
