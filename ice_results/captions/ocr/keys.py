"""When two readings are the same text, when they are similar, and when a small difference counts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from importlib import import_module
from typing import Any

from ...errors import MissingExtra

SIMILAR = 0.8
"""The least Levenshtein ratio of two keys that are readings of one text."""

# Recognition drops and invents punctuation and spaces more than anything else: they make no other text.
_IGNORED = ("P", "Z", "C", "Sk")
_NEGATIONS = re.compile("[不没沒无無非别別未勿莫否]")
_LATIN = re.compile("[a-zß-öø-ɏḁ-ỿ]")


class _Signs(dict[int, "int | None"]):
    """A table for `str.translate` that fills itself: signs of the ignored categories are taken out."""

    def __init__(self, ignored: tuple[str, ...], also: str = "") -> None:
        super().__init__(dict.fromkeys(map(ord, also)))
        self.ignored = ignored

    def __missing__(self, sign: int) -> int | None:
        kept = None if unicodedata.category(chr(sign)).startswith(self.ignored) else sign
        self[sign] = kept
        return kept


_LETTERS = _Signs(_IGNORED, "~|")
_VISIBLE = _Signs(("Z", "C"))


@lru_cache(65536)
def text_key(text: str) -> str:
    """What two readings of the same text share: NFKC, casefolded, without spaces and punctuation.

    A text of nothing but punctuation keeps it, one that nobody can see has the key "".
    """
    folded = text.casefold() if text.isascii() else _folded(text)
    return folded.translate(_LETTERS) or folded.translate(_VISIBLE)


def _folded(text: str) -> str:
    """Casefolding undoes some compositions, hence the second pass."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", normal)


def differs_in_meaning(key: str, other: str) -> bool:
    """Whether two similar keys differ in a number, a negation or a Latin word.

    Numerals of all scripts count. Latin words are compared letter by letter without the spaces between
    them, which recognition often loses; that covers `not`, `never` and `n't`.
    """
    return _meaning(key) != _meaning(other)


@lru_cache(4096)
def _meaning(key: str) -> tuple[str, str, str]:
    numerals = "".join(filter(str.isnumeric, key))
    return numerals, "".join(_NEGATIONS.findall(key)), "".join(_LATIN.findall(key))


def similarity(key: str, other: str) -> float:
    """The Levenshtein ratio of two keys, 0 where it is below `SIMILAR`.

    Raises `MissingExtra` where rapidfuzz is not installed.
    """
    ratio: float = levenshtein().normalized_similarity(key, other, score_cutoff=SIMILAR)
    return ratio


@lru_cache(1)
def levenshtein() -> Any:
    """The Levenshtein distance of rapidfuzz; raises `MissingExtra` where it is not installed."""
    try:
        return import_module("rapidfuzz.distance").Levenshtein
    except ModuleNotFoundError:
        raise MissingExtra("caption tracks from recognised text", "rapidfuzz", "ocr") from None
