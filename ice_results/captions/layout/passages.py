"""The places of a text with all that the search wants to know of them: which there are, and what each costs.

What belongs together is held together where it fits a line. Where it does not, its places come back at a price
that is paid only where nothing else is left: a quotation that is too wide is broken between its words, a word that is
too wide where its characters allow it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from ...text.kinsoku import SPACES
from ..limits import Limits
from .costs import CLAUSE, costs_in
from .places import places
from .ties import is_tied, joins_narrow, tied_stretches

_UNSPACED = ("zh", "ja", "th")
"""Languages that are written without spaces between words."""

TIED_COST, INSIDE_COST = 3.0, 10.0
"""What a break costs that parts what belongs together, and one inside a word, beside what it costs anyway."""

Place = tuple[int, float]
"""The index of a character that may begin a line, and what it costs that it does."""


def places_of(
    text: str, limits: Limits, word_ends: Collection[int] = (), begin: int = 0, clause_ends: Collection[int] = ()
) -> list[Place]:
    """The places of a text behind its first `begin` characters, each with its cost.

    `word_ends` are the ends of the words that are known: nothing is broken inside one that fits a line. `clause_ends`
    are places that are known to end a clause, whatever the text says.
    """
    cost_at, known = costs_in(limits.language), frozenset(word_ends)
    every = [index for index in places(text, limits.language) if index > begin]
    free, tied, inside = _sorted(text, every, limits, word_ends)
    held = dict.fromkeys(tied, TIED_COST) | dict.fromkeys(inside, INSIDE_COST)
    given_back = _given_back(text, free, sorted(tied), limits)
    given_back |= _given_back(text, sorted({*free, *given_back}), sorted(inside), limits)
    costs = {index: cost_at(text, index, known) for index in sorted({*free, *given_back})}
    costs |= {index: min(costs[index], CLAUSE) for index in clause_ends if index in costs}
    return [(index, cost + held.get(index, 0.0)) for index, cost in costs.items()]


def free_places(text: str, limits: Limits, word_ends: Collection[int], first: int, last: int) -> list[int]:
    """The places from one index to another at which nothing is parted that belongs together."""
    every = places(text, limits.language)
    return _sorted(text, every[bisect_left(every, first) : bisect_right(every, last)], limits, word_ends)[0]


def _sorted(
    text: str, every: Sequence[int], limits: Limits, word_ends: Collection[int]
) -> tuple[list[int], set[int], set[int]]:
    """Places that are free, those that are tied, and those inside words."""
    known = frozenset(word_ends)
    inside = {index for index in every if _end_before(text, index) not in known} if known else set()
    tied = _tied(text, every, limits) - inside
    return [index for index in every if index not in tied and index not in inside], tied, inside


def _tied(text: str, every: Sequence[int], limits: Limits) -> set[int]:
    """The places that part what belongs together."""
    if limits.language not in _UNSPACED:
        return {index for index in every if text[index - 1] in SPACES and is_tied(text, index)}
    found = {index for index in every if text[index - 1] in SPACES and joins_narrow(text, index)}
    for first, last in tied_stretches(text):
        if limits.fits_line(text[first:last]):
            found.update(every[bisect_left(every, first + 1) : bisect_left(every, last)])
    return found


def _given_back(text: str, free: Iterable[int], held: Sequence[int], limits: Limits) -> set[int]:
    """The held places in stretches between free ones that are wider than a line."""
    found: set[int] = set()
    for first, last in pairwise([0, *free, len(text)]):
        own = held[bisect_left(held, first + 1) : bisect_left(held, last)]
        if own and not limits.fits_line(text[first:last].rstrip(SPACES)):
            found.update(own)
    return found


def _end_before(text: str, index: int) -> int:
    """Where the text before the spaces ends that stand before a place."""
    while index and text[index - 1] in SPACES:
        index -= 1
    return index
