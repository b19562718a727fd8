"""One value of the wire: what is accepted, what it becomes, and how a column of them is read at once."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, Protocol, TypeVar

import attrs

from ...findings import Problem
from ...text.values import described
from ..escaping import whole

T = TypeVar("T")


class NeedsSlowPath(Exception):
    """A column holds something that only the slow path can judge."""


@attrs.frozen
class Parsed(Generic[T]):
    """What was read, the problems met on the way, and what of the value has no place in it."""

    value: T
    problems: tuple[Problem, ...] = ()
    unused: Any = None


class FieldType(Protocol[T]):
    """How one field is read: a single value with care, or a column of them at once."""

    def read(self, value: Any, path: str) -> Parsed[T | None]: ...
    def column(self, values: list[Any]) -> Iterable[T]: ...


def mismatch(expected: str, value: Any, path: str) -> Parsed[Any]:
    """Nothing, the problem, and the value itself so that it is kept beside the record."""
    problem = Problem(path=whole(path), message=f"expected {expected}", found=described(value))
    return Parsed(None, (problem,), value)


def is_missing(value: Any) -> bool:
    """Null and blank text say as little as a key that is not there."""
    return value is None or (isinstance(value, str) and not value.strip())


@attrs.frozen
class Scalar(Generic[T]):
    """A plain value: `convert` takes one and raises `ValueError`, `columnar` many and raises `NeedsSlowPath`.

    `is_empty` tells which values are as good as none, `empty` is what a field has that got none.
    """

    expected: str
    convert: Callable[[Any], T]
    columnar: Callable[[list[Any]], Iterable[T]]
    is_empty: Callable[[Any], bool] = is_missing
    empty: Any = None

    def read(self, value: Any, path: str) -> Parsed[T | None]:
        if self.is_empty(value):
            return Parsed(None)
        try:
            return Parsed(self.convert(value))
        except (ValueError, OverflowError):
            return mismatch(self.expected, value, path)

    def column(self, values: list[Any]) -> Iterable[T]:
        try:
            return self.columnar(values)
        except (NeedsSlowPath, ValueError, OverflowError):
            return self._one_by_one(values)

    def _one_by_one(self, values: list[Any]) -> list[T]:
        """A column with numbers as text, or with nulls: slower, but without a look at the rest of the rows."""
        is_empty, convert = self.is_empty, self.convert
        try:
            return [self.empty if is_empty(value) else convert(value) for value in values]
        except (ValueError, OverflowError):
            raise NeedsSlowPath from None


def types_of(values: Iterable[Any]) -> set[type]:
    """The exact classes that occur in a column."""
    return set(map(type, values))


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError
    return value


def _texts(values: list[Any]) -> Iterable[str]:
    if types_of(values) != {str}:
        raise NeedsSlowPath
    return values


def _labels(values: list[Any]) -> Iterable[str | None]:
    return [label if label.strip() else None for label in _texts(values)]


_EXACT = 2**53
"""Whole numbers from which on a float no longer has every digit, and no media has as many milliseconds."""


def _identifier(value: Any) -> str:
    if type(value) is str:
        return value.strip()
    if type(value) is int or (type(value) is float and value.is_integer() and abs(value) < _EXACT):
        return str(int(value))
    raise ValueError


def _identifiers(values: list[Any]) -> Iterable[str | None]:
    types = types_of(values)
    if types == {int}:
        return list(map(str, values))
    return [name or None for name in map(str.strip, _texts(values))]


_LARGEST = 1e300
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def _is_no_number(value: Any) -> bool:
    """Where a number is due, the text `null` says nothing either."""
    return is_missing(value) or (isinstance(value, str) and value.strip() == "null")


_NUMBERS_OF_MONGODB = ("$numberDouble", "$numberInt", "$numberLong", "$numberDecimal")
"""How an export in canonical extended JSON writes a number: `{"$numberDouble": "2.5"}`."""


def number(value: Any) -> int | float:
    """A finite number, also one written as text, or as MongoDB exports it; everything else raises `ValueError`."""
    if type(value) is dict and len(value) == 1:
        value = next((value[name] for name in _NUMBERS_OF_MONGODB if name in value), None)
    if type(value) is str and _NUMBER.fullmatch(value.strip()):
        text = value.strip()
        value = int(text) if text.lstrip("+-").isdigit() else float(text)
    if type(value) not in (int, float) or not -_LARGEST < value < _LARGEST:
        raise ValueError
    return value  # type: ignore[no-any-return]


def column_of_numbers(values: list[Any]) -> list[Any]:
    """The column itself, if it holds finite numbers only (no booleans); else raises `NeedsSlowPath`."""
    # One sum finds NaN and infinity, which no comparison of single values does as fast.
    if not types_of(values) <= {int, float} or not sum(map(abs, values)) < _LARGEST:
        raise NeedsSlowPath
    return values


def _whole(value: Any) -> int:
    exact = number(value)
    if exact != int(exact) or abs(exact) >= _EXACT:
        raise ValueError
    return int(exact)


def _whole_numbers(values: list[Any]) -> Iterable[int]:
    if types_of(values) != {int} or max(values) >= _EXACT or min(values) <= -_EXACT:
        raise NeedsSlowPath
    return values


def _seconds(value: Any) -> int:
    exact = number(value) * 1000
    if abs(exact) >= _EXACT:
        raise ValueError
    return math.floor(exact + 0.5)


def _seconds_column(values: list[Any]) -> Iterable[int]:
    # int() truncates, so this rounds half up for numbers from 0 only.
    if min(column_of_numbers(values)) < 0 or max(values) * 1000 >= _EXACT:
        raise NeedsSlowPath
    return [int(second * 1000.0 + 0.5) for second in values]


def _number(value: Any) -> float:
    return float(number(value))


def _numbers(values: list[Any]) -> Iterable[float]:
    return map(float, column_of_numbers(values))


def _score(value: Any) -> float | None:
    exact = _number(value)
    return None if exact == -1 else exact


def _scores(values: list[Any]) -> Iterable[float | None]:
    scores = list(_numbers(values))
    return [None if score == -1 else score for score in scores] if -1.0 in scores else scores


TEXT: Scalar[str] = Scalar("text", _text, _texts, lambda value: value is None, "")
"""Text as given, white space too."""
LABEL: Scalar[str | None] = Scalar("text", _text, _labels)
"""Text as given, `None` where it is blank."""
IDENTIFIER: Scalar[str | None] = Scalar("text or a whole number", _identifier, _identifiers)
"""An id or an instant, without white space around it."""
MILLISECONDS: Scalar[int] = Scalar("whole milliseconds", _whole, _whole_numbers, _is_no_number)
SECONDS: Scalar[int] = Scalar("seconds as a number", _seconds, _seconds_column, _is_no_number)
"""Seconds on the wire, rounded half up to milliseconds in the record."""
SCORE: Scalar[float | None] = Scalar("a number", _score, _scores, _is_no_number)
"""A score or share as given; −1 means none."""
NUMBER: Scalar[float] = Scalar("a number", _number, _numbers, _is_no_number)
"""A finite number, a measure of anything."""
WHOLE: Scalar[int] = Scalar("a whole number", _whole, _whole_numbers, _is_no_number)


def words_of(names: Mapping[Any, str]) -> Scalar[str]:
    """A code that stands for a word of ours; a code that is not in `names` is kept as text."""

    def convert(value: Any) -> str:
        return names.get(_identifier(value), _identifier(value))

    def column(values: list[Any]) -> Iterable[str]:
        if types_of(values) != {int}:
            raise NeedsSlowPath
        # A column has a few codes on many rows.
        words = {code: convert(code) for code in set(values)}
        return map(words.__getitem__, values)

    return Scalar("a code", convert, column)


class ReadOnly:
    """A shape without a fast path: its columns always go through the slow path."""

    def column(self, values: list[Any]) -> Iterable[Any]:
        raise NeedsSlowPath
