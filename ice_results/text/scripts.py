"""Scripts: which language a text is in, and which characters stand without spaces between them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

_KANA = (("\u3040", "\u30ff"), ("\uff66", "\uff9d"))
_HANGUL = (("\uac00", "\ud7a3"), ("\u1100", "\u11ff"), ("\u3130", "\u318f"))
_HAN = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
"""The first and last characters of each script's ranges, which as patterns would take milliseconds to compile."""


def language_of_text(text: str) -> str:
    """The group of the language that a text is in, by its script."""
    if text.isascii():
        return "latin"
    signs = Counter(text)
    han, kana, hangul = (_count(signs, script) for script in (_HAN, _KANA, _HANGUL))
    letters = sum(map(str.isalpha, text))
    if (han + kana + hangul) * 4 < letters:
        return "latin"
    if hangul > han + kana:
        return "ko"
    return "ja" if kana * 10 > han else "zh"


def _count(signs: Mapping[str, int], script: Sequence[tuple[str, str]]) -> int:
    """How many of the counted characters are of a script."""
    return sum(count for sign, count in signs.items() if any(first <= sign <= last for first, last in script))


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
