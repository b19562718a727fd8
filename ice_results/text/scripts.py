"""Scripts: which language a text is in, and which characters stand without spaces between them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_RANGES = (
    ("\uff01", "\uff5e", " "),
    ("\u3040", "\u30ff", "k"),
    ("\uff66", "\uff9d", "k"),
    ("\uac00", "\ud7a3", "g"),
    ("\u1100", "\u11ff", "g"),
    ("\u3130", "\u318f", "g"),
    ("\u3400", "\u4dbf", "h"),
    ("\u4e00", "\u9fff", "h"),
    ("\uf900", "\ufaff", "h"),
    ("\U00020000", "\U0003ffff", "h"),
)
"""The first and last characters of East Asian scripts with the letter for each: kana, Hangul (g), Han. Full-width forms
are of none: they are written among all of these."""


class _Scripts(dict[int, str]):
    """A table for `str.translate` that fills itself: a letter for the script of a character, a for other letters."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        found = next((script for first, last, script in _RANGES if first <= sign <= last), None)
        script = self[code] = found or ("a" if sign.isalpha() else " ")
        return script


_scripts = _Scripts({10: "\n"})


def scripts_in(text: str) -> str:
    """A letter for the script of each character: h, k, g for Han, kana and Hangul, a for other letters; ends of lines
    stay, anything else is a space."""
    return text.translate(_scripts)


def language_of_text(text: str) -> str:
    """The group of the language that a text is in, by its script."""
    if text.isascii():
        return "latin"
    scripts = scripts_in(text)
    han, kana, hangul = scripts.count("h"), scripts.count("k"), scripts.count("g")
    east_asian = han + kana + hangul
    if not east_asian or east_asian * 3 < scripts.count("a"):
        return "latin"
    if hangul > han + kana:
        return "ko"
    return "ja" if kana * 10 > han else "zh"


@lru_cache(8192)
def is_ideographic(sign: str) -> bool:
    """Whether a character is written without a space beside it, so that a line may be broken there.

    Ideographs, kana and their punctuation are, half-width kana too. Korean has spaces between its words, and
    full-width letters and digits make words as narrow ones do. What comes before the blocks of East Asian
    scripts keeps its spaces, wide symbols too.
    """
    if sign < "\u2e80" or "\uac00" <= sign <= "\ud7a3":
        return False
    width, category = unicodedata.east_asian_width(sign), unicodedata.category(sign)
    if width == "F":
        return category not in ("Lu", "Ll", "Nd")
    return "\uff61" <= sign <= "\uff9f" or (width == "W" and category not in ("Mn", "Sk"))
