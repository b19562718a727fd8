"""Which of the values in a text are documents: rows on lines are one, and what is no answer between text is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from ...errors import DecodeError
from ...findings import Problem
from .found import Found, note

_NAMED = 3

Judge = Callable[[Any], bool]


def documents_among(found: Iterator[Found], is_answer: Judge, is_payload: Judge) -> Iterator[Found]:
    """The values that are a document each.

    Lines that are rows of a payload, as `is_payload` says of a list of them, are one value. Of values between
    other text those that are neither an answer nor a payload are left out, as long as there is another one.
    """
    for first in found:
        if first.place is None:
            yield first
        elif first.is_loose:
            yield from _without_others([first, *found], lambda value: is_answer(value) or is_payload(value))
        else:
            yield from _with_rows_joined([first, *found], is_answer, is_payload)


def _without_others(found: list[Found], fits: Judge) -> list[Found]:
    """Those that fit or are broken, and a note on the others; all of them where none fits."""
    fitting: list[Found] = []
    others: list[str] = []
    for each in found:
        if each.error or fits(each.value):
            fitting.append(each)
        else:
            others.append(str(each.place))
    if not others or all(each.error for each in fitting):
        return found
    where = ", ".join(others[:_NAMED]) + (", …" if len(others) > _NAMED else "")
    passed = note(f"other JSON that is no answer of the service was passed over: {where}")
    first = attrs.evolve(fitting[0], place=None if len(fitting) == 1 else fitting[0].place)
    return [attrs.evolve(first, notes=(*first.notes, *passed)), *fitting[1:]]


def _with_rows_joined(found: list[Found], is_answer: Judge, is_payload: Judge) -> list[Found]:
    """The values as one list where they are the rows of a payload; else as they are."""
    rows: list[Any] = []
    lost: list[Problem] = []
    for each in found:
        try:
            value = each.decoded()
        except DecodeError as error:
            lost.append(Problem(path=str(each.place), message=str(error)))
            continue
        if not isinstance(value, Mapping) or is_answer(value) or not (rows or is_payload([value])):
            return found
        rows.append(value)
    if not is_payload(rows):
        return found
    notes = [each for one in found[:1] for each in one.notes]
    return [Found(rows, notes=(*notes, *note(f"{len(rows)} objects were read as the rows of one list"), *lost))]
