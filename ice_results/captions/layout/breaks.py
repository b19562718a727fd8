"""Where a text may be broken, and how good each place is.

Chinese and Japanese follow the basic rules of CLREQ and JLREQ: closing punctuation never begins a
line, opening punctuation never ends one. Words, numbers and addresses of other scripts stay whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate
from typing import Any

import attrs

from ...text.kinsoku import CLAUSE_END, CLOSING, NO_END, NO_START, SENTENCE_END
from ...text.scripts import is_ideographic

SENTENCE, CLAUSE, PHRASE, WORD, POOR, INSIDE = range(6)
"""How good a place is: after a sentence, a clause, a phrase, a word, a word that wants the next; inside a word."""

_MAY_END = SENTENCE_END | CLAUSE_END | CLOSING | {"."}
"""What stands before every place that `_quality_of_end` knows a quality of."""
_SPACES = frozenset(" \t\u3000\n")
_BEFORE_THESE = """
and or but nor so yet because although though while when where which who that if unless until since as than
in on at by for from with without of to into onto over under about after before between through during
"""
_NOT_AFTER_THESE = """
a an the my your his her its our their this these those of to in on at by for from with and or but
"""
_BETTER_BEFORE = frozenset(_BEFORE_THESE.split())
_WORSE_AFTER = frozenset(_NOT_AFTER_THESE.split())


_PARTICLES = frozenset("的了着过吗呢吧啊呀嘛地得们")
_PREPOSITIONS = frozenset("在把被对从向往给跟和与或是叫让将为以于到由托不没很太最更就也都又再还才只每这那哪某第")
_DATE = r"(?<!\d)(?:\d+年(?:\d+月)?(?:\d+[日号])?|\d+月\d+[日号]|\d+[点时]\d+分)"


_SEEN_BY_PARSER = 3
"""How many characters on either side of a place BudouX judges it by."""


@attrs.frozen
class BreakPoint:
    """A place where a text may be broken: the index of the first character after it, and how good it is."""

    index: int
    quality: int


@lru_cache(8192)
def _hangs_on(sign: str) -> bool:
    """Whether a character belongs to the one before it: marks, joiners, variation selectors."""
    return sign != "\u200b" and unicodedata.category(sign) in ("Mn", "Me", "Mc", "Cf", "Sk") and sign not in "^`¨¯´¸"


def break_points(
    text: str, word_ends: Iterable[int] = (), phrase_ends: Iterable[int] = (), first: int = 1, last: int | None = None
) -> list[BreakPoint]:
    """Every place in a text where a line or a cue may end, the end of the text left out; only those from
    `first` to `last` where these are given.

    `word_ends` and `phrase_ends` are the ends of the words and phrases that are known: words decide where a
    break is possible, phrases where it is better. Where neither is known, every place between ideographs is
    as good as the end of a word.
    """
    phrases = frozenset(phrase_ends)
    known = frozenset(word_ends)
    tied = {index for match in re.finditer(_DATE, text) for index in range(match.start() + 1, match.end())}
    found: list[BreakPoint] = []
    for index in range(first, len(text) if last is None else min(last + 1, len(text))):
        before, after = text[index - 1], text[index]
        if after in _SPACES or _hangs_on(after) or before == "\u200d":
            continue
        if before in _SPACES:
            quality = _quality_at_space(text, index)
            inside = bool(known) and _end_before(text, index) not in known
        elif (is_ideographic(before) or is_ideographic(after)) and after not in NO_START and before not in NO_END:
            quality, inside = _quality_between(text, index, known or phrases, phrases), False
        else:
            continue
        found.append(BreakPoint(index, INSIDE if inside or index in tied else quality))
    return found


def _end_before(text: str, index: int) -> int:
    """Where the text before the spaces ends that stand before a place."""
    while index and text[index - 1] in _SPACES:
        index -= 1
    return index


def _quality_at_space(text: str, index: int) -> int:
    before = text[max(index - 40, 0) : index].rstrip()
    punctuation = _quality_of_end(before)
    if punctuation is not None:
        return punctuation
    last = before[before.rfind(" ") + 1 :].lower()
    following = text[index : index + 16].split(" ", 1)[0].lower()
    if last in _WORSE_AFTER:
        return POOR
    return PHRASE if following in _BETTER_BEFORE else WORD


def _quality_between(text: str, index: int, known: frozenset[int], phrases: frozenset[int]) -> int:
    punctuation = _quality_of_end(text[max(index - 4, 0) : index]) if text[index - 1] in _MAY_END else None
    if punctuation is not None:
        return punctuation
    if not known:
        return WORD
    if index not in known:
        return INSIDE
    quality = _quality_of_words(text, index, known)
    return PHRASE if quality == WORD and index in phrases else quality


def _quality_of_words(text: str, index: int, known: frozenset[int]) -> int:
    """Between two Chinese words: particles stay with what is before them, prepositions with what follows."""
    if text[index] in _PARTICLES or (text[index - 1] in _PREPOSITIONS and index - 1 in known):
        return POOR
    return WORD


def _quality_of_end(before: str) -> int | None:
    """The quality of a place by the punctuation before it, behind closing quotes and brackets."""
    core = before.rstrip("".join(CLOSING))
    last = core[-1:] or before[-1:]
    if last in SENTENCE_END or (last == "." and not core[:-1].endswith((" Mr", " Dr"))):
        return SENTENCE
    return CLAUSE if last in CLAUSE_END else None


@lru_cache(4)
def phrase_parser(language: str) -> Any:
    """The parser of the package BudouX for a language, `None` where it is not installed or has none."""
    makers = {"zh": "load_default_simplified_chinese_parser", "ja": "load_default_japanese_parser"}
    if language not in makers or find_spec("budoux") is None:
        return None
    return getattr(import_module("budoux"), makers[language])()


def phrase_ends(text: str, language: str, first: int = 1, last: int | None = None) -> list[int]:
    """The ends of the phrases of a text, where BudouX knows them, and the end of the text; only those from `first`
    to `last` where these are given. Whether a phrase ends at a place depends on three characters on either side of it.
    """
    parser = phrase_parser(language)
    if parser is None:
        return []
    begin = max(first - _SEEN_BY_PARSER, 0)
    phrases = parser.parse(text[begin:] if last is None else text[begin : last + _SEEN_BY_PARSER])
    ends = accumulate(map(len, phrases), initial=begin)
    return [*(end for end in ends if first <= end < len(text) and (last is None or end <= last)), len(text)]
