"""What the models of breaks look at: the characters and words on either side of a place.

Two kinds of features, each a text whose first letter says what it is. Training and layout use the same functions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType

_OUTER_MARKS = re.compile(r"^[\W_]+|[\W_]+$")
_SEEN = 64
"""How many characters on either side of a place hold the two words that are looked at."""
_LONGEST = 6
"""Words of so many letters and more count as equally long."""
_NEAR = 3
"""How many characters on either side of a place are looked at where words are not written apart."""
_GRAMS = tuple((first, last) for first, last in combinations(range(2 * _NEAR + 1), 2) if last - first <= 3)
"""Stretches of one to three of these characters."""
_KINDS = (("\u3040", "\u309f", "h"), ("\u30a0", "\u30ff", "k"), ("\u3400", "\u9fff", "c"))
_START, _END = "^", "$"


def of_words(text: str, index: int) -> list[str]:
    """The features of a place between two words: these, their last and first letters and shapes, the words
    beside them."""
    before, after = text[max(index - _SEEN, 0) : index].split()[-2:], text[index : index + _SEEN].split(None, 2)[:2]
    left, left1, left2, left3, left_shape = _word(before[-1] if before else _START)
    right, right1, right2, right3, right_shape = _word(after[0] if after else _END)
    far_left = _word(before[0])[0] if len(before) > 1 else _START
    far_right = _word(after[1])[0] if len(after) > 1 else _END
    left_shape += before[-1][-1] if before and not before[-1][-1].isalnum() else ""
    return (
        f"a{far_left}\tb{left}\tc{left2}\td{left3}\te{left_shape}\tf{right}\tg{right2}\th{right3}\ti{right_shape}"
        f"\tj{far_right}\tk{left1}\tl{right1}\tm{left1} {right1}\tn{left2} {right2}\to{left_shape}{right_shape}"
        f"\tp{far_left} {left}\tq{right} {far_right}\tr{min(len(left), _LONGEST)}{min(len(right), _LONGEST)}"
        f"\ts{right[:2]}\tt{right[:3]}"
    ).split("\t")


@lru_cache(16384)
def _word(written: str) -> tuple[str, str, str, str, str]:
    """A word in small letters without the marks around it, its last one to three letters, and its shape."""
    bare = _OUTER_MARKS.sub("", written)
    form = bare.lower() or written
    return form, form[-1:], form[-2:], form[-3:], _shape(bare)


def _shape(bare: str) -> str:
    """Whether a word has digits, is in capitals, begins with one, or has no case."""
    if not bare:
        return "p"
    if any(map(str.isdigit, bare)):
        return "9"
    if bare[0].isupper():
        return "X" if len(bare) > 1 and bare.isupper() else "x"
    return "a" if bare[0].islower() else "o"


def of_characters(text: str, index: int) -> list[str]:
    """The features of a place where words are not written apart: stretches of the characters around it."""
    seen, kinds = _characters(text)
    seen, kinds = seen[index : index + 2 * _NEAR], kinds[index + 1 : index + 5]
    return [*[f"{start}{seen[start:end]}" for start, end in _GRAMS], "m" + kinds, "n" + kinds[1:3]]


@lru_cache(4)
def _characters(text: str) -> tuple[str, str]:
    """The characters of a text as the features have them, with what stands for its start and end, and their kinds."""
    seen = _START * _NEAR + text.translate(_SIMPLE) + _END * _NEAR
    return seen, seen.translate(_KIND_OF)


class _Simple(dict[int, str]):
    """A table for `str.translate` that fills itself: digits count as one character, Latin letters too."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        found = self[code] = "0" if sign.isdigit() else "a" if sign.isascii() and sign.isalpha() else sign
        return found


class _KindOf(dict[int, str]):
    """The same for the script of a character, as far as it tells where Japanese words end."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        own = next((kind for first, last, kind in _KINDS if first <= sign <= last), None)
        found = self[code] = own or (sign if sign in "^$0a" else "o" if sign.isalpha() else "p")
        return found


_SIMPLE, _KIND_OF = _Simple(), _KindOf()


FEATURES: Mapping[str, Callable[[str, int], list[str]]] = MappingProxyType(
    {"words": of_words, "characters": of_characters}
)
"""What gives the features of the place before a character of a text, by the name that files of weights have for it."""
