"""Parquet tables: the schema always the same, times as whole milliseconds, the document named on each row.

Text is kept as a dictionary and places in it, as Parquet stores it: what stands on many rows is read once.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module
from typing import Any

from ...captions import Change
from ...errors import MissingExtra
from ...records import Document
from ..options import NoOptions
from ..outputs import Output
from .columns import FLOAT, INT, TEXT, Column, Repeated, Table, Value, Values, filled, whole_text
from .records import ACTIVITIES, CHAPTERS, HIGHLIGHTS, JOBS, LINKS, OCR, SEGMENTS, WORDS
from .tags import SUMMARY, TAGS

_DOCUMENT = (
    Column("job_id", TEXT, "the id of the document's first job", "document"),
    Column("file", TEXT, "the file that the document comes from", "document"),
)
_PACKED = {INT: "q", FLOAT: "d"}


def columns_of(table: Table) -> tuple[Column, ...]:
    """The columns of a table in Parquet: which document it is, and what programs need."""
    return *_DOCUMENT, *(column for column in table.columns if not column.for_people)


def write_parquet(table: Table, document: Document, options: NoOptions) -> Iterator[Output]:
    """A row for each of the table; nothing where there is none.

    Raises `MissingExtra` where pyarrow is not installed.
    """
    arrow = _library("pyarrow")
    columns = columns_of(table)
    own = columns[len(_DOCUMENT) :]
    schema = arrow.schema([(column.name, _type(column, arrow)) for column in columns])
    changes: list[Change] = []
    batches = [
        arrow.record_batch([*_arrays(columns, [*_named(document, part), *part], changes, arrow)], schema)
        for part in filled(own, table, document)
    ]
    if batches:
        table_of_arrow = arrow.Table.from_batches(batches, schema).unify_dictionaries()
        yield Output(_stored(table_of_arrow, columns, arrow), None, tuple(dict.fromkeys(changes)))


def _library(name: str) -> Any:
    """A module of pyarrow; raises `MissingExtra` where it is not installed."""
    try:
        return import_module(name)
    except ModuleNotFoundError:
        raise MissingExtra("Parquet files", "pyarrow", "parquet") from None


def _type(column: Column, arrow: Any) -> Any:
    if column.type == TEXT:
        return arrow.dictionary(arrow.int32(), arrow.string())
    return arrow.int64() if column.type == INT else arrow.float64()


def _stored(table: Any, columns: Sequence[Column], arrow: Any) -> bytes:
    """The file: text without the type that it has in memory, whole numbers, which hardly repeat, as they are."""
    sink = arrow.BufferOutputStream()
    repeating = [column.name for column in columns if column.type != INT]
    write_table = _library("pyarrow.parquet").write_table
    write_table(table, sink, compression="zstd", use_dictionary=repeating, store_schema=False)
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]


def _named(document: Document, part: Values) -> Values:
    """The values that say which document it is, on each row of a part."""
    job_id = document.job.id if document.job else None
    return [Repeated([value], [0] * len(part[0])) for value in (job_id, document.source)]


def _arrays(columns: Sequence[Column], part: Values, changes: list[Change], arrow: Any) -> Iterator[Any]:
    indices: dict[int, Any] = {}
    for column, values in zip(columns, part, strict=True):
        array, places = _array(column, values.items, changes, arrow), values.places
        if places is None:
            yield array.dictionary_encode() if column.type == TEXT else array
            continue
        if id(places) not in indices:
            indices[id(places)] = arrow.array(places, arrow.int32())
        yield _repeated(column, array, indices[id(places)], arrow)


def _repeated(column: Column, array: Any, places: Any, arrow: Any) -> Any:
    """The array with its values repeated; a dictionary must not hold null."""
    if column.type != TEXT:
        return array.take(places)
    if array.null_count:
        return array.take(places).dictionary_encode()
    return arrow.DictionaryArray.from_arrays(places, array)


def _array(column: Column, values: Sequence[Value], changes: list[Change], arrow: Any) -> Any:
    """The values as an array; numbers in the fast way where none is missing."""
    if column.type == TEXT:
        return arrow.array(values, arrow.string())
    try:
        packed = struct.pack(f"{len(values)}{_PACKED[column.type]}", *values)
    except (struct.error, OverflowError):
        return arrow.array(values, _type(column, arrow))
    return arrow.Array.from_buffers(_type(column, arrow), len(values), [None, arrow.py_buffer(packed)])


write_tags = partial(write_parquet, TAGS)
write_tags_summary = partial(write_parquet, SUMMARY)
write_segments = partial(write_parquet, SEGMENTS)
write_words = partial(write_parquet, WORDS)
write_ocr = partial(write_parquet, OCR)
write_chapters = partial(write_parquet, CHAPTERS)
write_highlights = partial(write_parquet, HIGHLIGHTS)
write_activities = partial(write_parquet, ACTIVITIES)
write_links = partial(write_parquet, LINKS)
write_jobs = partial(write_parquet, JOBS)
