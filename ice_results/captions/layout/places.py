"""Where the characters of a text allow a break, whatever its words mean.

Lines are broken at spaces, and beside ideographs without one. Closing punctuation never begins a line, opening
punctuation never ends one, also across a space; what hangs on a character stays with it. Each character is turned
into a letter for its kind, and a pattern finds the places between the kinds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from ...text.kinsoku import NO_END, NO_START, PREFIXES, SPACES
from ...text.scripts import is_ideographic

_KINDS = {
    **dict.fromkeys(SPACES, "s"),
    **dict.fromkeys("\u200d\u2060\ufeff\u00a0\u202f\u2007", "g"),  # glue: nothing is broken beside it
    "\u200b": "z",  # a space of no width
    **dict.fromkeys(".…‥", "d"),  # dots: a word may begin with them
    **dict.fromkeys("—–―", "D"),  # dashes: what somebody else says may begin with one
    **dict.fromkeys("“‘«‹‛‟", "<"),  # quotation marks that open, in most languages
    **dict.fromkeys("”’»›", ">"),
    **dict.fromkeys(PREFIXES, "p"),
    **dict.fromkeys("％℃℉￠", ")"),
    **dict.fromkeys("-|~", "y"),  # what joins two words: it begins a line only where a space is before it
    **dict.fromkeys("เแโใไ", "l"),  # Thai vowels that are written before their consonant
    **dict.fromkeys("ะาำๅๆฯ", "h"),
}
"""Kinds of single characters; those of all others follow from what Unicode says."""

_PARTICLES = "的了吗嗎"
"""Chinese characters that end a phrase: no line begins with one."""

_BEHIND_SPACE = r"s(?:(?<!<s)|(?<=[-dy)>]<s))(?=[-pyw({tl]|<[^s]|>-|d+-)|s(?<=[d)>]s)(?=D)|z(?=[-pw({<tl])"
_SPACED = re.compile(_BEHIND_SPACE)
_ANYWHERE = re.compile(rf"[w}}](?=[-pw({{<tl])|[-)>dDhy](?=[w{{])|[th](?=[tl])|{_BEHIND_SPACE}")
"""What stands before a place; without ideographs and Thai, there are none but behind spaces."""

_ONE_SCRIPT = frozenset("w{tl")
_SPEAKER_DASH = re.compile(r"(?:^|(?<=[d)>]s))[Dy](?=s)")
"""A dash before what somebody else says: it stays with that."""
_BEHIND_OPENING = re.compile(r"(?<=[({])s+")
_STRAIGHT = re.compile("[\"']")


class _Kinds(dict[int, str]):
    """A table for `str.translate` that fills itself."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = _kind(chr(code))
        return kind


def _kind(sign: str) -> str:
    """What hangs on a character (h), an ideograph (w), a Thai character (t), any other (-); opening and closing
    punctuation, narrow (parentheses) and wide (braces)."""
    if sign in _KINDS:
        return _KINDS[sign]
    wide = is_ideographic(sign)
    if sign in NO_START:
        return "}" if wide else ")"
    if sign in NO_END:
        return "{" if wide else "("
    if unicodedata.category(sign) in ("Mn", "Me", "Mc", "Cf", "Sk") and sign not in "^`¨¯´¸":
        return "h"
    return "w" if wide else "t" if "\u0e00" <= sign <= "\u0e7f" else "-"


_TABLE: Mapping[int, str] = _Kinds()
_CHINESE: Mapping[int, str] = _Kinds(dict.fromkeys(map(ord, _PARTICLES), "}"))


def places(text: str, language: str) -> list[int]:
    """The index of every character of a text that may begin a line, the first one left out."""
    kinds = text.translate(_CHINESE if language == "zh" else _TABLE)
    if '"' in text or "'" in text:
        kinds = _with_straight_quotes(text, kinds)
    if "Ds" in kinds or "ys" in kinds:
        kinds = _SPEAKER_DASH.sub("(", kinds)
    if "(s" in kinds or "{s" in kinds:
        kinds = _BEHIND_OPENING.sub(lambda spaces: "g" * len(spaces[0]), kinds)
    pattern = _SPACED if _ONE_SCRIPT.isdisjoint(kinds) else _ANYWHERE
    return [match.end() for match in pattern.finditer(kinds)]


def _with_straight_quotes(text: str, kinds: str) -> str:
    """The kinds with straight quotation marks as what they are: a word at one side only tells, else they alternate."""
    found, is_open = list(kinds), {'"': False, "'": False}
    for match in _STRAIGHT.finditer(text):
        index, sign = match.start(), match[0]
        before, after = kinds[index - 1 : index] or "s", kinds[index + 1 : index + 2] or "s"
        if before == after == "-":
            continue  # an apostrophe
        if "s" in (before, after) and before != after and "w" not in (before, after):
            is_open[sign] = before == "s"
        else:
            is_open[sign] = not is_open[sign]
        found[index] = "<" if is_open[sign] else ">"
    return "".join(found)
