"""What a break costs at a place where the characters allow it, in bad breaks.

Nothing behind punctuation; elsewhere the probability that the break is bad, as the model of the language has it, and
a little more unless a phrase or a clause begins there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Set
from functools import lru_cache, partial

from ...text.kinsoku import CLAUSE_END, CLOSING, SENTENCE_END, SPACES
from ...text.scripts import is_ideographic
from . import chinese
from .models import model_for
from .ties import is_abbreviation

CLAUSE = 0.02
"""What the end of a clause costs, beside nothing for that of a sentence."""
OPENING, _NEUTRAL = 0.05, 0.1
"""What a break costs before a word that opens a phrase, and elsewhere, beside the risk that it is bad: one that is not
behind punctuation costs no less than the first."""
_APART = 0.2
"""What it costs more to part a single word from its clause, at the end of a line or at the start of one."""
_LEADING, _WANTING = 1.0, 0.5
"""What a break costs behind a Chinese word that begins what comes, and how much more behind one that wants the next."""
_BRACKETS = frozenset("([（［【")
CostAt = Callable[[str, int, Collection[int]], float]
"""The cost of a break before a character of a text, by the text, the index of the character, and the ends of words."""
_SEEN = 40
"""How many characters before a place hold the punctuation there and the word before it."""
_ENDS: Set[str] = frozenset(SENTENCE_END | CLAUSE_END | CLOSING | {".", ")", "]"})


@lru_cache(64)
def costs_in(language: str) -> CostAt:
    """What gives the cost of a break before a character of a text in a language."""
    model = model_for(language)

    def cost(text: str, index: int, known: Collection[int]) -> float:
        ending = end_cost(text, index)
        if ending is not None:
            return ending
        apart = _APART if is_beside_end(text, index) else 0.0
        if model is None or not (text[index].isalnum() or text[index - 1].isalnum() or text[index - 1] in SPACES):
            return _NEUTRAL + apart
        risk, opens = model.risk(text, index)
        return risk + apart + (OPENING if opens else _NEUTRAL)

    return partial(_chinese_cost, cost) if language == "zh" else cost


def _chinese_cost(otherwise: CostAt, text: str, index: int, known: Collection[int]) -> float:
    """The cost of a break in Chinese, where some words say more than the characters around a place."""
    if chinese.opens(text, index) and end_cost(text, index) is None:
        return _LEADING
    cost = OPENING if chinese.is_opened(text, index) else otherwise(text, index, known)
    return cost + _WANTING if chinese.wants_next(text, index, known) else cost


def is_beside_end(text: str, index: int) -> bool:
    """Whether a single word between a place and the end of a clause, before or behind it, is parted from its clause."""
    if text[index - 1] in SPACES:
        before = text[max(index - _SEEN, 0) : index].rstrip(SPACES).rpartition(" ")[0]
        word, _, rest = text[index : index + _SEEN].partition(" ")
        return before[-1:] in _ENDS or (bool(rest) and word[-1] in _ENDS)
    return text[max(index - 2, 0)] in _ENDS or text[index + 1 : index + 2] in _ENDS


def end_cost(text: str, index: int) -> float | None:
    """What a break costs behind punctuation or before a bracket; `None` where there is none."""
    if text[index] in _BRACKETS:
        return CLAUSE
    before = text[max(index - _SEEN, 0) : index].rstrip(SPACES)
    if before[-1:].isalnum():
        is_clause = text[index - 1] in SPACES and is_ideographic(before[-1]) and is_ideographic(text[index])
        return CLAUSE if is_clause else None
    if before[-1:] not in _ENDS:
        return None
    core = before.rstrip("".join(CLOSING)) or before
    if core[-1] in SENTENCE_END:
        return 0.0
    if core[-1] == ".":
        word = re.split(r"[\s(\[“\"'«„]", core)[-1]
        return None if core == before and is_abbreviation(word, text[index]) else 0.0
    return CLAUSE if core[-1] in CLAUSE_END or before[-1] in ")]）］】" else None
