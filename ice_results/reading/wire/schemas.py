"""Objects of the wire to records: tables of fields, read by columns or, with care, row by row."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from itertools import chain, islice, repeat
from operator import attrgetter, itemgetter
from typing import Any, Generic, TypeVar, cast

import attrs

from ...findings import Problem
from ...records import NO_EXTRA
from ...text.values import is_huge
from ..escaping import MAX_DEPTH, at, peel
from .keys import Keys, normal
from .scalars import FieldType, NeedsSlowPath, Parsed, is_missing, mismatch, types_of

S = TypeVar("S")
T = TypeVar("T")
U = TypeVar("U")

ColumnValues = Mapping[str, Iterable[Any]]
"""The values of many records, by field; each can be gone through once."""

BLOCK = 2048
"""Rows that are read as columns at once: so many stay near the processor while all of their fields are read."""
_PARTS = 16
"""Into how many parts rows are split that cannot be read as columns; so few or fewer go through the slow path."""


@attrs.frozen
class Field:
    """Where a field of a record comes from: its keys, the documented one first, and its shape."""

    value_type: FieldType[Any]
    keys: tuple[str, ...]


def field(value_type: FieldType[Any], *keys: str) -> tuple[Field, ...]:
    """A field that is read as `value_type` from the first of `keys` that is there.

    Two of them added up are one field whose shape depends on the key: `field(SECONDS, "from") +
    field(MILLISECONDS, "begin_time")`.
    """
    return (Field(value_type, keys),)


@attrs.frozen(init=False)
class Schema(Generic[T]):
    """A record's table: from which keys each of its fields comes, and the fields that are constant."""

    record: type[T]
    constants: dict[str, Any]
    _aliases: tuple[tuple[str, Field, str], ...]
    _named: dict[str, tuple[str, Field]]

    def __init__(self, record: type[T], constants: Mapping[str, Any] = NO_EXTRA, **fields: tuple[Field, ...]) -> None:
        sources = tuple((name, source) for name, field in fields.items() for source in field)
        aliases = tuple((name, source, key) for name, source in sources for key in source.keys)
        named = {normal(key): (name, source) for name, source, key in aliases}
        self.__attrs_init__(record, dict(constants), aliases, named)

    def read(self, value: Any, path: str) -> Parsed[T | None]:
        """One row, with care: a field that is wrong is left out and listed, the others stay."""
        peeled = peel(value, path)
        value, path = peeled.value, peeled.path
        if not isinstance(value, Mapping):
            return Parsed(None) if is_missing(value) else mismatch("an object", value, path)
        keys = Keys(value)
        values: dict[str, Any] = dict(self.constants)
        problems: list[Problem] = []
        unused: dict[str, Any] = {}
        for name, source, alias in self._aliases:
            key, raw = keys.take_named(alias)
            if raw is None:
                continue
            if name in values:
                unused[key] = raw
                continue
            parsed = source.value_type.read(raw, at(path, key))
            problems += parsed.problems
            if parsed.value is not None:
                values[name] = parsed.value
            if parsed.unused is not None:
                unused[key] = parsed.unused
        extra, lost = kept({**keys.unused(), **unused}, path)
        make: Callable[..., T] = self.record
        return Parsed(make(**values, extra=extra), (*problems, *lost))

    def column(self, rows: list[Any]) -> list[T]:
        """Many rows at once, the fast path of `read`: raises `NeedsSlowPath` where a row needs care."""
        return self.made(rows, partial(build, self.record))

    def made(self, rows: list[Any], make: Callable[[int, ColumnValues], list[U]]) -> list[U]:
        """What `make` builds from the columns of the rows."""
        if len(rows) > BLOCK:
            blocks = (rows[start : start + BLOCK] for start in range(0, len(rows), BLOCK))
            return list(chain.from_iterable([self.made(block, make) for block in blocks]))
        if not types_of(rows) <= {dict}:
            raise NeedsSlowPath
        keys = list(rows[0]) if rows else []
        if set(map(len, rows)) <= {len(keys)}:
            with suppress(KeyError):
                return make(len(rows), self._columns(keys, rows))
        return self._made_in_groups(rows, make)

    def _made_in_groups(self, rows: list[Any], make: Callable[[int, ColumnValues], list[U]]) -> list[U]:
        """The same where some rows have other keys: those that have the same ones at once."""
        groups: dict[frozenset[Any], list[int]] = {}
        for place, row in enumerate(rows):
            groups.setdefault(frozenset(row), []).append(place)
        found: list[tuple[int, U]] = []
        for places in groups.values():
            alike = [rows[place] for place in places]
            found += zip(places, make(len(alike), self._columns(list(alike[0]), alike)), strict=True)
        return [made for _, made in sorted(found, key=itemgetter(0))]

    def _columns(self, keys: Sequence[Any], rows: list[Any]) -> ColumnValues:
        """The columns of rows that all have these keys; unknown ones become a column of extras.

        Raises `KeyError` where a row has other keys, `NeedsSlowPath` where one needs care.
        """
        if not types_of(keys) <= {str}:
            raise NeedsSlowPath
        known = {key: self._named[normal(key)] for key in keys if normal(key) in self._named}
        if len({name for name, _ in known.values()}) < len(known):
            raise NeedsSlowPath
        columns: dict[str, Iterable[Any]] = {name: repeat(value) for name, value in self.constants.items()}
        for key, (name, source) in known.items():
            columns[name] = source.value_type.column([row[key] for row in rows])
        if len(known) < len(keys):
            columns["extra"] = _extras(known, rows)
        return columns


@attrs.frozen
class ListOf(Generic[T]):
    """A list of rows; one object where a list is due is a list of one."""

    schema: FieldType[T]

    def read(self, value: Any, path: str) -> Parsed[tuple[T, ...] | None]:
        peeled = peel(value, path)
        value, path = peeled.value, peeled.path
        if is_missing(value) or value == {}:
            return Parsed(())
        if isinstance(value, Mapping):
            value = [value]
        elif not isinstance(value, list | tuple):
            return mismatch(f"a list ({peeled.reason})" if peeled.reason else "a list", value, path)
        parsed = read_rows(self.schema, value, range(len(value)), path)
        return Parsed(tuple([each for each in parsed.value if each is not None]), parsed.problems, parsed.unused)

    def column(self, values: list[Any]) -> Iterable[tuple[T, ...]]:
        if not types_of(values) <= {list, type(None)}:
            raise NeedsSlowPath
        lists = [value or () for value in values]
        records = iter(self.schema.column(list(chain.from_iterable(lists))))
        return [tuple(islice(records, len(each))) for each in lists]


@attrs.frozen
class Mapped(Generic[S, T]):
    """A row that is read as one record and kept as another, where one field needs several keys.

    `make` is the fast path of `convert`, where there is one: it makes what is kept from the columns.
    """

    schema: Schema[S]
    convert: Callable[[S], T]
    make: Callable[[int, ColumnValues], list[T]] | None = None

    def read(self, value: Any, path: str) -> Parsed[T | None]:
        parsed = self.schema.read(value, path)
        converted = None if parsed.value is None else self.convert(parsed.value)
        return Parsed(converted, parsed.problems, parsed.unused)

    def column(self, rows: list[Any]) -> list[T]:
        if self.make is not None:
            return self.schema.made(rows, self.make)
        return list(map(self.convert, self.schema.column(rows)))


def read_rows(
    value_type: FieldType[T], rows: Sequence[Any], keys: Sequence[int | str], path: str
) -> Parsed[list[T | None]]:
    """A record for every row, `None` for one that cannot be read at all; `keys` are the keys of the rows below `path`.

    Rows are read by columns. Where that fails, smaller and smaller parts of them are tried, so that an
    unusual row takes no more than a few others with it to the slow path.
    """
    records: list[T | None] = []
    problems: list[Problem] = []
    unread: list[Any] = []
    parts = [range(start, min(start + BLOCK, len(rows))) for start in reversed(range(0, len(rows), BLOCK))]
    while parts:
        part = parts.pop()
        try:
            records += value_type.column(list(rows[part.start : part.stop]))
        except (NeedsSlowPath, OverflowError):
            # One unusual row would otherwise send its whole block to the slow path.
            if len(part) > _PARTS:
                size = len(part) // _PARTS + 1
                parts += [part[start : start + size] for start in reversed(range(0, len(part), size))]
                continue
            for place in part:
                parsed = value_type.read(rows[place], at(path, keys[place]))
                problems += parsed.problems
                records.append(parsed.value)
                if parsed.value is None and parsed.unused is not None:
                    unread.append(parsed.unused)
    return Parsed(records, tuple(problems), unread or None)


def _extras(known: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    """What is kept of each row beside its fields.

    Raises `KeyError` where not all rows have the same keys, `NeedsSlowPath` where something cannot be kept.
    """
    if any(row.keys() != rows[0].keys() for row in rows):
        raise KeyError
    found = [kept({key: value for key, value in row.items() if key not in known}, "") for row in rows]
    if any(problems for _, problems in found):
        raise NeedsSlowPath
    return [extra for extra, _ in found]


def leftover(key: str, parsed: Parsed[Any]) -> dict[str, Any]:
    """What had no place in a record, under the key that it stood under."""
    return {} if parsed.unused is None else {key: parsed.unused}


def kept(unused: Mapping[str, Any], path: str) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    """What stays in `extra`: all that was not used, but what is nested too deep to be written again."""
    if not unused:
        return NO_EXTRA, ()
    extra: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, value in unused.items():
        if _is_deeper(value, MAX_DEPTH):
            problems.append(Problem(path=at(path, key), message=f"nested deeper than {MAX_DEPTH} levels, left out"))
        elif is_huge(value):
            problems.append(Problem(path=at(path, key), message="a number of thousands of digits, left out"))
        else:
            extra[key] = value
    return extra, tuple(problems)


def _is_deeper(value: Any, levels: int) -> bool:
    """Whether a value is nested deeper than that."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if not isinstance(value, list | tuple):
        return False
    return not levels or any(_is_deeper(item, levels - 1) for item in value)


@lru_cache(64)
def _slots(record: Hashable) -> dict[str, tuple[Callable[[Any, Any], None], Any]]:
    fields: Sequence[attrs.Attribute[Any]] = attrs.fields(cast("type[Any]", record))
    return {each.name: (getattr(record, each.name).__set__, each.default) for each in fields}


def build(record: type[T], count: int, columns: Mapping[str, Iterable[Any]]) -> list[T]:
    """`count` records from columns, the fields without one at their defaults.

    A frozen record's `__init__` sets field after field through Python code; filling the slots column
    by column does the same in C and is what keeps reading near the speed of decoding.
    """
    records = list(map(object.__new__, repeat(record, count)))
    for name, (fill, default) in _slots(cast("Hashable", record)).items():
        deque(map(fill, records, columns.get(name, repeat(default))), maxlen=0)
    return records


def rebuilt(record: type[T], records: Sequence[Any], columns: ColumnValues) -> list[T]:
    """Records of a type from others, field by field, those in `columns` with these values instead."""
    kept_as_they_are = (name for name in _slots(cast("Hashable", record)) if name not in columns)
    taken = {name: map(attrgetter(name), records) for name in kept_as_they_are}
    return build(record, len(records), {**taken, **columns})
