"""What a table is: columns in their order, what they say, and how they are read from records.

Each way of storing takes its columns from here, so that a table says the same in all of them. Records are
read by columns and in parts of some thousand: a part is still at hand when its next column is read.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, Generic, TypeVar

import attrs

from ...records import Document
from ..timestamps import clock

T = TypeVar("T")
Value = str | int | float | None
Read = Callable[[Sequence[Any]], Sequence[Value]]

INT, FLOAT, TEXT = "int", "float", "text"
# So many rows stay near the processor while column after column is read from them.
PART_ROWS = 8000


def attribute(name: str) -> Read:
    """Reads an attribute of every record."""
    get = attrgetter(name)
    return lambda records: list(map(get, records))


def itself(values: Sequence[Value]) -> Sequence[Value]:
    """Reads a level that holds plain values."""
    return values


@attrs.frozen
class Column:
    """A column: its name, what it holds (`int`, `float` or `text`), what that says, and how it is read.

    It is read from the records of a `level`: the attribute of the column's name, unless `read` says else.
    A column `for_people` repeats another one in a form that is easier to read; programs do without it.
    """

    name: str
    type: str
    about: str
    level: str
    read: Read = attrs.Factory(lambda column: attribute(column.name), takes_self=True)
    for_people: bool = False


@attrs.frozen
class Repeated(Generic[T]):
    """One thing for each row: row `n` has `items[places[n]]`, or `items[n]` where there are no places."""

    items: Sequence[T]
    places: array[int] | None = None

    def __len__(self) -> int:
        return len(self.items if self.places is None else self.places)

    def at(self, places: array[int] | None) -> Repeated[T]:
        """The same for rows that are about these places of it."""
        if places is None:
            return self
        if self.places is None:
            return Repeated(self.items, places)
        return Repeated(self.items, array("i", [self.places[place] for place in places]))

    def spread(self) -> Sequence[T]:
        """The thing of each row."""
        return self.items if self.places is None else [self.items[place] for place in self.places]


Levels = Mapping[str, Repeated[Any]]
"""The records that rows are about, by the name of their level."""
Values = Sequence[Repeated[Value]]
"""The values of the columns of some rows."""


@attrs.frozen
class Table:
    """A table: its name, its columns, and the records of a document that its rows are about, part by part."""

    name: str
    columns: tuple[Column, ...]
    parts: Callable[[Document], Iterable[Levels]]


def filled(columns: Sequence[Column], table: Table, document: Document) -> Iterator[Values]:
    """The values of some columns of a table, part by part; a part has a row at least."""
    for levels in table.parts(document):
        values = [_values(column, levels[column.level]) for column in columns]
        if len(values[0]):
            yield values


def _values(column: Column, level: Repeated[Any]) -> Repeated[Value]:
    return Repeated(column.read(level.items), level.places)


def places_of(groups: Iterable[Sequence[Any]]) -> array[int]:
    """For each thing in groups, the place of its group."""
    places = array("i")
    for place, group in enumerate(groups):
        places += array("i", (place,)) * len(group)
    return places


def flat(groups: Iterable[Iterable[T]]) -> list[T]:
    """All things of all groups."""
    return list(chain.from_iterable(groups))


def span(level: str) -> tuple[Column, ...]:
    """Start and end, and both as clocks."""
    return (
        Column(
            "start_ms", INT, "the start, in milliseconds", level, lambda records: [each.start_ms for each in records]
        ),
        Column("end_ms", INT, "the end, in milliseconds", level, lambda records: [each.end_ms for each in records]),
        clock_column("start", "start_ms", level),
        clock_column("end", "end_ms", level),
    )


def clock_column(name: str, shows: str, level: str) -> Column:
    """A column of milliseconds once more, as a clock."""
    milliseconds = attrgetter(shows)
    return Column(
        name,
        TEXT,
        f"{shows} as a clock",
        level,
        lambda records: list(map(_clock, map(milliseconds, records))),
        for_people=True,
    )


def _clock(ms: int | None) -> str | None:
    if ms is None:
        return None
    return f"-{clock(-ms, '.')}" if ms < 0 else clock(ms, ".")


EDGES = (
    Column("left", FLOAT, "the left edge of the box, in pixels", "box", lambda boxes: [each.left for each in boxes]),
    Column("top", FLOAT, "the top edge of the box, in pixels", "box", lambda boxes: [each.top for each in boxes]),
    Column("right", FLOAT, "the right edge of the box, in pixels", "box", lambda boxes: [each.right for each in boxes]),
    Column(
        "bottom", FLOAT, "the bottom edge of the box, in pixels", "box", lambda boxes: [each.bottom for each in boxes]
    ),
)
"""A box, from the level `box`."""


@attrs.frozen
class _NoBox:
    """Stands where there is no box."""

    left: None = None
    top: None = None
    right: None = None
    bottom: None = None


NO_BOX = _NoBox()


def whole_text(text: str) -> str:
    """Text without halves of surrogate pairs, which no file can hold; text formats write the same."""
    return text.encode("utf-8", "replace").decode()
