"""Recognised text made harmless: whatever it says, no reader finds markup or a cue in it.

What must not be taken for markup is replaced by its full-width form (NFKC gives the original back),
what must not be taken for a time or a cue number gets an invisible word joiner.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from .cleaning import one_line

WORD_JOINER = "\u2060"

_SUSPECT = re.compile(r"-->|[<{\\]|\d:\d|\n-?\d+(?:\.\d*)?\s*$", re.MULTILINE)
_OVERRIDE = r"\{(?=\\)"
_ESCAPE = r"\\(?=[Nnh])"
_STAMP = r"\d{1,2}:\d{1,2}[.,]\d"
_COLON_IN_STAMP = r"(?<=\d):(?=\d)"
_NUMBER_LINE = r"-?\d+(?:\.\d*)?\s*"
_BEFORE_A_DIGIT = r":\d|\n-?\d"
_BLOCK = 512
"""Cues that are looked at together: an unusual one sends no more than these through the slow path."""
_NOT_IN_NAMES = frozenset('/\\<>:"|?*')
_NAME_BYTES = 120
_DEVICES = frozenset(
    ["CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(10))]
)
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def srt_text(lines: Sequence[str]) -> str:
    """Lines of a cue for SRT, which has no escapes: `&` and a lone `<` stay as they are."""
    text = "\n".join(lines)
    if not _SUSPECT.search(text):
        return text
    text = _unpaired(text.replace("-->", "--＞"), "<", ">", "＜")
    text = re.sub(_OVERRIDE, "｛", _unpaired(text, "{", "}", "｛"))
    text = re.sub(_ESCAPE, "\\\\" + WORD_JOINER, text)
    return _without_times(text)


def srt_texts(cues: Sequence[Sequence[str]]) -> list[str]:
    """`srt_text` of each cue, which most texts are themselves: that is seen of many at once."""
    return _safe_each(cues, srt_text)


def vtt_text(lines: Sequence[str]) -> str:
    """Lines of a cue for WebVTT, `&`, `<` and `>` as character references."""
    text = "\n".join(lines)
    if _SUSPECT.search(text):
        text = _without_times(re.sub(_ESCAPE, "\\\\" + WORD_JOINER, text))
    return text.translate(_MARKUP)


def vtt_texts(cues: Sequence[Sequence[str]]) -> list[str]:
    """`vtt_text` of each cue, which most texts are themselves: that is seen of many at once."""
    return _safe_each(cues, vtt_text)


def _safe_each(cues: Sequence[Sequence[str]], safe: Callable[[Sequence[str]], str]) -> list[str]:
    """The text of each cue; a block of them is made safe one by one where it may hold markup."""
    found: list[str] = []
    for first in range(0, len(cues), _BLOCK):
        block = cues[first : first + _BLOCK]
        texts = list(map("\n".join, block))
        found += texts if _is_harmless(" ".join(texts)) else map(safe, block)
    return found


def _is_harmless(text: str) -> bool:
    """Whether there is nothing to be made safe: a quick look for single signs, which sees more than there is."""
    if any(sign in text for sign in "<>&{\\"):
        return False
    return not ((":" in text or "\n" in text) and re.search(_BEFORE_A_DIGIT, text))


def safe_name(text: str) -> str:
    """Text as one part of the name of a file: on no system it leads to another folder or names a device.

    What is no letter, digit or harmless sign becomes `_`; it is at most 120 bytes long, and never empty.
    """
    shown = "".join(sign if sign.isprintable() and sign not in _NOT_IN_NAMES else "_" for sign in text)
    cut = shown.strip(" ").encode()[:_NAME_BYTES].decode("utf-8", "ignore").strip(" ")
    if not cut.strip(".") or cut.split(".")[0].rstrip(" ").upper() in _DEVICES:
        return f"_{cut.strip('.')}"
    return cut


def vtt_voice(speaker: str | None) -> str:
    """The start of a voice span; two hyphens at the end of the name would make an arrow of its bracket."""
    name = re.sub(_COLON_IN_STAMP, ":" + WORD_JOINER, one_line(speaker or ""))
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
    text = re.sub(r"<(?=\s*\d)", "＜", text)
    return re.sub(r"\[(?=\s*[\w+-]+\s*:)", "［", text)


def _unpaired(text: str, opening: str, closing: str, replacement: str) -> str:
    """The text with every opening sign that some sign closes replaced."""
    last = text.rfind(closing)
    return text[:last].replace(opening, replacement) + text[last:] if last > 0 else text


def _without_times(text: str) -> str:
    """No line with two time stamps, which is a timing line to some readers whatever is between
    them, and no number on a line of its own, which is the next cue's to some."""
    head, *others = map(_not_a_timing, text.split("\n"))
    return "\n".join([head, *map(_not_a_cue_number, others)])


def _not_a_timing(line: str) -> str:
    if len(re.findall(_STAMP, line)) < 2:
        return line
    return re.sub(_COLON_IN_STAMP, ":" + WORD_JOINER, line)


def _not_a_cue_number(line: str) -> str:
    return WORD_JOINER + line if re.fullmatch(_NUMBER_LINE, line) else line


# Signs that are markup anywhere, and those that are only at the beginning of a line: headings, lists, rules, numbers.
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&|~$])|^([#+\-=]+)(?=\s|$)|^(\d+)([.)])(?=\s|$)")


def markdown_text(text: str) -> str:
    """Text on one line, with nothing in it that Markdown or HTML would take for markup."""
    return _MARKDOWN.sub(_escaped_markdown, one_line(text))


def _escaped_markdown(match: re.Match[str]) -> str:
    sign, start, number, point = match.groups()
    if sign:
        return f"\\{sign}"
    return f"\\{start}" if start else f"{number}\\{point}"
