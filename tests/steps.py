"""How many steps a regular expression takes: a plain backtracking matcher over the parsed pattern that counts them.

It tries what `re` tries, in the same order and without its short cuts: what is linear here is linear there. At
`MOST_STEPS` it gives up, as a pattern with nested repetition would not end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import attrs

_Named = type(_constants.IN)
_ONE_CHARACTER = frozenset([_constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY, _constants.IN])
_SIGNS = " 0a\n-_.,:\"'\\/*<>[]{}()=~`é云\u3042\ufdd0\ud800\x01"
MOST_STEPS = 200_000
_REPEATS = frozenset([_constants.MAX_REPEAT, _constants.POSSESSIVE_REPEAT])


class _TooManyStepsError(Exception):
    """The count has come to `MOST_STEPS`."""


@attrs.define
class _Counter:
    """One pattern over one text, and the steps that were taken."""

    parsed: Any
    text: str
    steps: int = 0

    def ends(self, nodes: Sequence[Any], place: int) -> Iterator[int]:
        """Where nodes that begin at a place can end, in the order of backtracking."""
        if not nodes:
            yield place
            return
        for end in self._ends_of(nodes[0], place):
            yield from self.ends(nodes[1:], end)

    def _ends_of(self, node: Any, place: int) -> Iterator[int]:
        self.steps += 1
        if self.steps >= MOST_STEPS:
            raise _TooManyStepsError
        kind, argument = node
        if kind in _ONE_CHARACTER:
            if place < len(self.text) and self._matches(node, place):
                yield place + 1
        elif kind in _REPEATS:
            fewest, most, nodes = argument
            ends = self._rounds(fewest, most, nodes, place)
            yield from self._first(ends) if kind is _constants.POSSESSIVE_REPEAT else ends
        elif kind is _constants.SUBPATTERN:
            yield from self.ends(argument[3], place)
        elif kind is _constants.BRANCH:
            for branch in argument[1]:
                yield from self.ends(branch, place)
        elif kind in (_constants.ASSERT, _constants.ASSERT_NOT) and argument[0] > 0:
            is_there = next(self.ends(argument[1], place), None) is not None
            if is_there is (kind is _constants.ASSERT):
                yield place
        elif kind in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
            if self._matches(node, place):
                yield place
        else:
            raise NotImplementedError(f"none of our patterns had {kind} yet")

    def _rounds(self, fewest: int, most: int, nodes: Sequence[Any], place: int) -> Iterator[int]:
        """The ends of a repetition, the longest first, each round beginning where one before it ended."""
        stack = [(place, self.ends(nodes, place))]
        while stack:
            start, ends = stack[-1]
            end = next(ends, None) if len(stack) <= int(most) else None
            if end is not None and end > start:
                stack.append((end, self.ends(nodes, end)))
            elif end is None:
                stack.pop()
                if len(stack) >= fewest:
                    yield start

    def _first(self, ends: Iterator[int]) -> Iterator[int]:
        if (end := next(ends, None)) is not None:
            yield end

    def _matches(self, node: Any, place: int) -> bool:
        """Whether `re` itself matches one node at a place."""
        return _compiled(self.parsed.state, node).match(self.text, place) is not None


class _Key:
    """A node as the key of a cache: the lists in it cannot be."""

    def __init__(self, state: Any, node: Any) -> None:
        self.state, self.node, self.name = state, node, (repr(node), state.flags)

    def __hash__(self) -> int:
        return hash(self.name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.name == other.name


def _compiled(state: Any, node: Any) -> Any:
    return _compiled_of(_Key(state, node))


@lru_cache(None)
def _compiled_of(key: _Key) -> Any:
    return _compiler.compile(_parser.SubPattern(key.state, [key.node]), key.state.flags)


def steps_of_search(pattern: str, text: str, flags: int = 0) -> int:
    """The steps to look for a pattern at every place of a text, as `re.findall` does where it finds nothing."""
    counter = _Counter(_parser.parse(pattern, flags), text)
    place = 0
    with suppress(_TooManyStepsError):
        while place <= len(text):
            end = next(counter.ends(counter.parsed.data, place), None)
            place = place + 1 if end is None or end == place else end
    return counter.steps


def steps_of_match(pattern: str, text: str, flags: int = 0) -> int:
    """The steps to match a pattern with all of a text, as `re.fullmatch` does: `re.match` takes no more of them."""
    counter = _Counter(_parser.parse(pattern, flags), text)
    with suppress(_TooManyStepsError):
        any(end == len(text) for end in counter.ends(counter.parsed.data, 0))
    return counter.steps


def parts_of(pattern: str, flags: int = 0) -> list[str]:
    """What a pattern looks for: every run of letters in it, and a character of every class."""
    parsed = _parser.parse(pattern, flags)
    found: dict[str, None] = {}

    def visit(nodes: Any) -> None:
        run = ""
        for node in nodes:
            is_node = isinstance(node, tuple) and len(node) == 2
            if is_node and node[0] is _constants.LITERAL:
                run += chr(node[1])
                continue
            found.update({run: None} if run else {})
            run = ""
            if is_node and node[0] in _ONE_CHARACTER:
                fitting = [sign for sign in _signs_of(node) if _compiled(parsed.state, node).match(sign)]
                found[next((sign for sign in fitting if sign not in found), fitting[0])] = None
            elif isinstance(node, list | tuple | _parser.SubPattern):
                visit(node)
        found.update({run: None} if run else {})

    visit(parsed.data)
    return list(found)


def _signs_of(node: Any) -> list[str]:
    """Characters that one place of a pattern may take: common ones, then those that it names."""
    named = [each[1] for each in node[1]] if node[0] is _constants.IN else []
    firsts = [each[0] if isinstance(each, tuple) else each for each in named]
    return [*_SIGNS, *(chr(first) for first in firsts if isinstance(first, int) and not isinstance(first, _Named))]
