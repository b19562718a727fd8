"""The fast path of rows reads them as the slow path does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from ice_results.reading import payloads
from ice_results.reading.documents import jobs
from ice_results.reading.escaping import at
from ice_results.reading.wire import (
    DECODED,
    IDENTIFIER,
    LABEL,
    MILLISECONDS,
    NUMBER,
    SCORE,
    SECONDS,
    TEXT,
    WHOLE,
    FieldType,
    ListOf,
    Mapped,
    NeedsSlowPath,
    Schema,
)
from ice_results.reading.wire.boxes import CORNERS, CORNERS_IN_A_ROW

from ..comparing import exactly
from ..mutations import ANY_VALUES, JSON_VALUES, UNKNOWN_KEYS, closed, places, replaced

few = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
# By their names: the package itself has stand-ins for most of them.
MODULES = [jobs, *(import_module(f"{payloads.__name__}.{each.name}") for each in iter_modules(payloads.__path__))]
graphs, text_frames = (import_module(f"{payloads.__name__}.{name}") for name in ("graphs", "text_frames"))


def schemas_in(value_type: Any) -> Iterable[Schema[Any]]:
    """Every row of a table, those of its fields included."""
    if isinstance(value_type, dict):
        for item in value_type.values():
            yield from schemas_in(item)
    elif isinstance(value_type, tuple):
        for item in value_type:
            yield from schemas_in(item)
    elif isinstance(value_type, ListOf | Mapped):
        yield from schemas_in(value_type.schema)
    elif isinstance(value_type, Schema):
        yield value_type
        for below in {id(source.value_type): source.value_type for _, source in value_type._named.values()}.values():
            yield from schemas_in(below)


def _value_types() -> Mapping[str, FieldType[Any]]:
    """Every row of the readers with what is made of it, by its module and the keys that it reads."""
    found: dict[str, FieldType[Any]] = {}
    for module in MODULES:
        for name, item in vars(module).items():
            for row in schemas_in(item):
                found.setdefault(f"{module.__name__.rpartition('.')[2]} {' '.join(row._named)}"[:90], row)
            if isinstance(item, Mapped):
                found[f"{module.__name__.rpartition('.')[2]} {name}"] = item
    return found


SHAPES = _value_types()
EVERY_SHAPE = pytest.mark.parametrize(
    "value_type", [pytest.param(value_type, id=name) for name, value_type in SHAPES.items()]
)
_SECONDS = st.one_of(st.integers(0, 10**6), st.floats(0, 10**6))
_PIXELS = st.integers(-10, 5000)
_CORNER = st.lists(_PIXELS, min_size=2, max_size=2)
_NAMES = st.one_of(st.text("ab/ ", max_size=4), st.lists(st.text("ab/ ", max_size=4), max_size=2))
_ENTRIES = st.one_of(
    st.fixed_dictionaries({"name": _NAMES}, optional={"gender": _NAMES, "actor": _NAMES, "other": _PIXELS}),
    st.fixed_dictionaries({"nameEn": st.text(max_size=3), "longitude": _PIXELS}),
    st.sampled_from(['{"brandName": "a", "finegrainName": "b"}', "null", ""]),
)
_DOCUMENTED: tuple[tuple[Any, st.SearchStrategy[Any]], ...] = (
    (SECONDS, _SECONDS),
    (MILLISECONDS, st.integers(0, 10**9)),
    (SCORE, st.one_of(st.floats(0, 1), st.sampled_from([-1, -1.0, 0, 1]))),
    (TEXT, st.one_of(st.text(max_size=8), st.sampled_from([" ", "null"]))),
    (LABEL, st.one_of(st.text(max_size=8), st.sampled_from(["", " ", "null"]))),
    (IDENTIFIER, st.one_of(st.integers(0, 10**12), st.text("ab0 -", max_size=5))),
    (CORNERS, st.fixed_dictionaries({"leftTop": _CORNER, "rightBottom": _CORNER})),
    (CORNERS_IN_A_ROW, st.lists(_PIXELS, min_size=4, max_size=4)),
    (
        DECODED,
        st.one_of(st.text(max_size=5), st.just('{"name": "[1]"}'), st.dictionaries(st.text(max_size=3), _PIXELS)),
    ),
    (NUMBER, st.one_of(st.floats(-180, 180), st.integers(-180, 180))),
    (WHOLE, st.integers(0, 3000)),
    (graphs._NAMES, _NAMES),
    (graphs._GENRES, _NAMES),
    (graphs.KNOWLEDGE, _ENTRIES),
    (text_frames._STYLES, st.integers(0, 3)),
)


def documented(value_type: Any, depth: int = 2) -> st.SearchStrategy[Any]:
    """Values of the type that a field is documented to have."""
    for known, values in _DOCUMENTED:
        if value_type is known:
            return values
    row = next(iter(schemas_in(value_type)), None)
    if row is None:
        return st.lists(st.text("ab ", max_size=4), max_size=2)
    return lists_of_rows(row, depth - 1, max_size=2) if depth else st.just([])


def lists_of_rows(row: Schema[Any], depth: int = 2, max_size: int = 5) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows as they are documented: the same keys in all of them, one for each field, in an order of their own."""
    fields: dict[str, list[tuple[str, Any]]] = {}
    for key, (name, source) in row._named.items():
        fields.setdefault(name, []).append((key, source.value_type))
    chosen = st.tuples(*(st.sampled_from(keys) for keys in fields.values()))
    some = chosen.flatmap(lambda keys: st.lists(st.sampled_from(keys), unique_by=lambda each: each[0], min_size=1))
    return some.flatmap(
        lambda keys: st.lists(
            st.fixed_dictionaries({key: documented(value_type, depth) for key, value_type in keys}),
            min_size=1,
            max_size=max_size,
        )
    )


def schema_of(value_type: Any) -> Schema[Any]:
    """The table behind a value_type."""
    return next(iter(schemas_in(value_type)))


def read_slowly(value_type: FieldType[Any], rows: list[Any]) -> Any:
    """What the slow path makes of rows, one by one, at every level."""
    with mock.patch.object(Schema, "column", side_effect=NeedsSlowPath):
        one_by_one = [value_type.read(row, at("rows", index)) for index, row in enumerate(rows)]
    records = tuple(each.value for each in one_by_one if each.value is not None)
    rest = [each.unused for each in one_by_one if each.value is None and each.unused is not None]
    return records, tuple(problem for each in one_by_one for problem in each.problems), rest or None


def read_by_columns(value_type: FieldType[Any], rows: list[Any], block: int) -> Any:
    """What is made of the whole list."""
    with mock.patch("ice_results.reading.wire.schemas.BLOCK", block):
        read = ListOf(value_type).read(rows, "rows")
    return read.value, read.problems, read.unused


@EVERY_SHAPE
@few
@given(data=st.data())
def test_rows_as_documented_are_read_alike_at_once_and_one_by_one(
    value_type: FieldType[Any], data: st.DataObject
) -> None:
    """A list of documented rows gives, column by column, the records that the slow path gives."""
    rows = data.draw(lists_of_rows(schema_of(value_type)))
    assert exactly(read_by_columns(value_type, rows, 2048)) == exactly(read_slowly(value_type, rows))


@EVERY_SHAPE
@few
@given(data=st.data())
def test_invalid_rows_are_read_alike_at_once_and_one_by_one(value_type: FieldType[Any], data: st.DataObject) -> None:
    """With invalid values, keys or rows among them, and in blocks of any size, both readers still agree."""
    rows: list[Any] = data.draw(lists_of_rows(schema_of(value_type)))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(list(places(rows))))
        rows = replaced(rows, place, closed(data.draw(ANY_VALUES)))
    if data.draw(st.booleans()):
        rows = [
            {**row, data.draw(UNKNOWN_KEYS): data.draw(JSON_VALUES)} if isinstance(row, dict) else row for row in rows
        ]
    block = data.draw(st.sampled_from([1, 2, 3, 2048]))
    note(f"{rows}, {block} at once")
    assert exactly(read_by_columns(value_type, rows, block)) == exactly(read_slowly(value_type, rows))


@EVERY_SHAPE
def test_documented_rows_do_go_column_by_column(value_type: FieldType[Any]) -> None:
    """The fast reader takes a plain documented row of every table that has no field without a fast path."""
    row = schema_of(value_type)
    plain: dict[int, Any] = {
        id(NUMBER): 1.5,
        id(WHOLE): 3,
        id(SECONDS): 1.5,
        id(MILLISECONDS): 20,
        id(SCORE): 0.5,
        id(CORNERS_IN_A_ROW): [1, 2, 3, 4],
    }
    plain |= {id(CORNERS): {"leftTop": [1, 2], "rightBottom": [3, 4]}, id(text_frames._STYLES): 1}
    first = {name: key for key, (name, _) in reversed(row._named.items())}
    values = {key: plain.get(id(row._named[key][1].value_type), "text") for key in first.values()}
    fast = {key: each for key, each in values.items() if not is_list(row._named[key][1].value_type)}
    assert len(list(value_type.column([fast, fast]))) == 2


def is_list(value_type: Any) -> bool:
    """Whether a field holds rows, or lists that have no fast path."""
    return not any(value_type is known for known, _ in _DOCUMENTED)
