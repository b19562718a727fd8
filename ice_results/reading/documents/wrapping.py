"""Where the answers in a value are: at its top, or anywhere inside of what people have wrapped around them.

One search serves every wrapping: responses of SDKs and of web services, events and messages, rows of databases
and logs, answers by their ids, lists of any of these. Where an object is no answer, the values in it are looked
at in their order, through JSON text and base64, and every answer is taken. Nothing inside an answer is searched.

Objects that are payloads of ours count wherever they stand. Rows, and objects that may be of other tools, count at
the top and under keys that results are kept under (`RESULT_KEYS`, `RESULT_ENDINGS`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs

from ... import lazy
from ...records import Document
from ..escaping import at, decoded
from ..payloads import READERS, readers_for
from ..payloads.shapes import LISTS_OF_OURS, SHAPES_OF_OTHERS, SHAPES_OF_OURS
from ..wire.keys import normal
from .opening import around_json, may_hold_more, opened, says_base64
from .table import RESULT_LIST, has_telling_key, is_result_list, recognised

if TYPE_CHECKING:
    from . import results
else:
    (results,) = lazy.modules(__package__, ".results")

MAX_SEARCHED_DEPTH = 24
"""How many objects and lists, one in the other, are searched for answers."""

MAX_SEARCHED = 100_000
"""How many objects, lists and texts are looked at, one after the other, without an answer in any of them."""

RESULT_KEYS = frozenset(
    {
        *("content", "contents", "message", "answer", "value", "details", "text"),
        *(normal(name) for reader in READERS for name in (reader.kind, *reader.names)),
    }
)
"""Keys under which rows count, without regard to case and separators."""

RESULT_ENDINGS = ("result", "results", "data", "output", "response", "payload", "body", "json")
"""How other such keys end: `result`, `AiResult`, `asr_result`, `responseBody`."""

_PRICE_OF_SHAPES = 10
"""What it costs to compare a value with the shapes of all payloads, in values looked at."""
_TRIES = 3
"""How many objects with the same keys are compared with all shapes: rows of a database are no payloads."""


@attrs.frozen
class Answer:
    """One answer: its name, its value and path, how it is read, and what stands around it.

    `around` are the keys beside it in the objects that it was found in, those of the outermost object first.
    """

    name: str
    value: Any
    path: str
    read: Callable[[Any, str, str | None], Document]
    around: tuple[Mapping[str, Any], ...] = ()


@attrs.frozen
class Unread:
    """A value that is no answer and has none inside, in a list that holds answers."""

    value: Any
    path: str


Part = Answer | Unread


class Search:
    """One search for answers; `reason` says what was not looked at, and why, where that is so."""

    def __init__(self) -> None:
        self.reason = ""
        self._looked_at = 0
        self._shapeless: Counter[tuple[Any, ...] | None] = Counter()

    def answers(self, value: Any) -> Iterator[Part]:
        """Every answer in a value, in document order; nothing where there is none."""
        return self._in_value(value, "", True, 0)

    def _in_value(
        self, value: Any, path: str, may_be_rows: bool, depth: int, is_base64: bool = False
    ) -> Iterator[Part]:
        if not self._may_look(depth):
            return
        inside = opened(value, path, is_base64=is_base64)
        found: Iterator[Part] = iter(())
        if isinstance(inside.value, Mapping):
            found = self._in_object(inside.value, inside.path, may_be_rows, depth)
        elif isinstance(inside.value, list | tuple):
            found = self._in_list(inside.value, inside.path, may_be_rows, depth)
        elif isinstance(inside.value, str):
            found = self._in_text(inside.value, inside.path, may_be_rows, depth)
        for part in found:
            self._looked_at = 0
            yield part

    def _may_look(self, depth: int) -> bool:
        self._looked_at += 1
        if depth > MAX_SEARCHED_DEPTH:
            self.reason = f"nothing deeper than {MAX_SEARCHED_DEPTH} levels was looked at"
        elif self._looked_at > MAX_SEARCHED:
            self.reason = f"nothing was looked at after {MAX_SEARCHED} values without an answer"
        else:
            return True
        return False

    def _in_object(self, value: Mapping[Any, Any], path: str, may_be_rows: bool, depth: int) -> Iterator[Part]:
        row = recognised(value)
        if row is not None and not row.yields:
            yield Answer(row.name, value, path, row.read)
            return
        as_payload = self._payload(value, path, may_be_rows, depth)
        if as_payload and as_payload.name not in SHAPES_OF_OTHERS:
            yield as_payload
            return
        as_notice = Answer(row.name, value, path, row.read) if row is not None else None
        found = self._in_fields({str(key): item for key, item in value.items()}, path, depth)
        yield from _otherwise(found, as_notice, as_payload)

    def _in_list(self, values: Sequence[Any], path: str, may_be_rows: bool, depth: int) -> Iterator[Part]:
        if is_result_list(values):
            yield Answer(RESULT_LIST.name, values, path, RESULT_LIST.read)
            return
        as_payload = self._payload(values, path, may_be_rows, depth)
        if as_payload and as_payload.name not in SHAPES_OF_OTHERS and not _holds_answers(values):
            yield as_payload
        else:
            yield from _otherwise(self._in_items(values, path, may_be_rows, depth), as_payload)

    def _in_text(self, text: str, path: str, may_be_rows: bool, depth: int) -> Iterator[Part]:
        """The answers between other text; JSON beside them that holds none is part of that text."""
        for value in around_json(text):
            found = self._in_value(value, decoded(path), may_be_rows, depth + 1)
            yield from (part for part in found if isinstance(part, Answer))

    def _in_fields(self, fields: Mapping[str, Any], path: str, depth: int) -> Iterator[Part]:
        """The answers in the values of an object; the first of them has the other values around it."""
        # Only the first answer of each field is taken now: the others come one by one, so that not all are in memory.
        holders: dict[str, Iterator[Part]] = {}
        is_base64 = says_base64(fields)
        for key, item in fields.items():
            if may_hold_more(item, is_base64=is_base64):
                found = self._in_value(item, at(path, key), _is_of_a_result(key), depth + 1, is_base64)
                if (first := next(found, None)) is not None:
                    holders[key] = chain([first], found)
        return _with_around(holders, fields)

    def _in_row(self, values: Sequence[Any], path: str, may_be_rows: bool, depth: int) -> Iterator[Part]:
        """The same for the columns of a row without names: a list that holds plain values too."""
        columns = {f"[{place}]": value for place, value in enumerate(values)}
        holders: dict[str, Iterator[Part]] = {}
        for place, (key, item) in enumerate(columns.items()):
            if may_hold_more(item):
                found = self._in_value(item, at(path, place), may_be_rows, depth + 1)
                if (first := next(found, None)) is not None:
                    holders[key] = chain([first], found)
        return _with_around(holders, columns)

    def _in_items(self, values: Sequence[Any], path: str, may_be_rows: bool, depth: int) -> Iterator[Part]:
        """The answers in the items of a list, if there are any, and in their order the items that hold none."""
        plain = sum(value is not None and not may_hold_more(value) for value in values)
        if plain:
            yield from self._in_row(values, path, may_be_rows, depth) if plain < len(values) else ()
            return
        others: list[Part] = []
        holds_answers = False
        for place, value in enumerate(values):
            found = self._in_value(value, at(path, place), may_be_rows, depth + 1)
            if (first := next(found, None)) is not None:
                yield from chain(others, [first], found)
                others, holds_answers = [], True
            elif value is not None:
                others.append(Unread(value, at(path, place)))
        yield from others if holds_answers else ()

    def _payload(self, value: Any, path: str, may_be_rows: bool, depth: int) -> Answer | None:
        """A value as a payload on its own, where one may stand; one with a shape of others at the top only."""
        keys = tuple(value) if isinstance(value, Mapping) else None
        if self._shapeless[keys] >= _TRIES:
            return None
        self._looked_at += _PRICE_OF_SHAPES
        fitting = readers_for(value)
        self._shapeless[keys] += not fitting and keys is not None
        if not fitting or (depth and fitting[0].kind in SHAPES_OF_OTHERS):
            return None
        if not may_be_rows and fitting[0].kind not in (LISTS_OF_OURS if keys is None else SHAPES_OF_OURS):
            return None
        return Answer(fitting[0].kind, value, path, results.read_alone)


def _is_of_a_result(key: str) -> bool:
    """Whether results are kept under a key."""
    name = normal(key)
    return (name in RESULT_KEYS or name.endswith(RESULT_ENDINGS)) and name != "metadata"


def holds_answer(value: Any) -> bool:
    """Whether there is an answer in a value, or a payload on its own."""
    return any(isinstance(part, Answer) for part in Search().answers(value))


def found_in(values: Mapping[str, Any]) -> list[Answer]:
    """The answers and payloads in the values of an object, without those that other tools have too.

    The object itself is none, though what is left of the keys of an answer may look like one.
    """
    parts = Search().answers([values])
    return [
        attrs.evolve(part, path=part.path.removeprefix("[0]."))
        for part in parts
        if isinstance(part, Answer) and part.path != "[0]" and part.name not in SHAPES_OF_OTHERS
    ]


def is_payload(value: Any) -> bool:
    """Whether a value is a payload on its own."""
    return bool(readers_for(value)) or is_result_list(value)


def _otherwise(found: Iterator[Part], *others: Part | None) -> Iterator[Part]:
    """What was found; where that is nothing, the first of the others that there is."""
    first = next(found, None)
    if first is not None:
        yield from chain([first], found)
    else:
        yield from [other for other in others if other is not None][:1]


def _with_around(holders: Mapping[str, Iterator[Part]], fields: Mapping[str, Any]) -> Iterator[Part]:
    """What is in the fields that hold answers; the first answer has the other fields around it."""
    beside = {key: item for key, item in fields.items() if key not in holders}
    parts = chain.from_iterable(holders.values())
    for part in parts:
        if isinstance(part, Answer):
            yield attrs.evolve(part, around=(beside, *part.around)) if beside else part
            break
        yield part
    yield from parts


def _holds_answers(values: Sequence[Any]) -> bool:
    """Whether any of the rows is an answer; rows without a key by which one is recognised are passed over."""
    kinds_of_rows = {tuple(value) for value in values if isinstance(value, dict)}
    if not any(map(has_telling_key, kinds_of_rows)):
        return False
    return any(isinstance(value, Mapping) and recognised(value) is not None for value in values)
