"""Parquet tables: the schema always the same, times as whole milliseconds, the document named on each row.

Text is kept as a dictionary and places in it, as Parquet stores it: a text on many rows is read once.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import import_module
from itertools import islice
from typing import Any

from ...errors import MissingExtra
from ...findings import Change
from ...records import Document
from ..options import NoOptions
from ..outputs import Output
from .columns import FLOAT, INT, TEXT, Column, Table, Value, Values, filled, whole_text
from .records import ACTIVITIES, CHAPTERS, HIGHLIGHTS, JOBS, LINKS, OCR, SEGMENTS, WORDS
from .tags import BOXES, SUMMARY, TAGS

_DOCUMENT = (
    Column("job_id", TEXT, "the id of the document's first job", "document"),
    Column("file", TEXT, "the file that the document comes from", "document"),
)
_PLACE = Column("document", INT, "its place in the file, from 1", "document")
# About 128,000 rows a group: readers skip groups by their statistics, and smaller ones cost more than they save.
_BATCHES_PER_GROUP = 16
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
    schema = _schema(columns, arrow)
    changes: list[Change] = []
    stored = _stored(_batches(table, document, schema, changes, arrow), columns, schema, arrow)
    if stored:
        yield Output(stored, None, tuple(dict.fromkeys(changes)))


def arrow_table(table: Table, documents: Iterable[Document]) -> Any:
    """The rows of a table of several documents in memory, text as plain text.

    Raises `MissingExtra` where pyarrow is not installed.
    """
    arrow = _library("pyarrow")
    columns = columns_of(table)
    schema = _schema(columns, arrow)
    batches = [batch for document in documents for batch in _batches(table, document, schema, [], arrow)]
    plain = arrow.schema([(each.name, arrow.string() if each.type == TEXT else _type(each, arrow)) for each in columns])
    return arrow.Table.from_batches(batches, schema).cast(plain)


def _schema(columns: Sequence[Column], arrow: Any) -> Any:
    return arrow.schema([(column.name, _type(column, arrow)) for column in columns])


def _batches(table: Table, document: Document, schema: Any, changes: list[Change], arrow: Any) -> Iterator[Any]:
    """The rows of a document, part by part; what they hold otherwise than given goes to `changes`."""
    own = columns_of(table)[len(_DOCUMENT) :]
    for part in filled(own, table, document):
        named = _named(document, len(part[0]), changes, arrow)
        yield arrow.record_batch([*named, *_arrays(own, part, changes, arrow)], schema)


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


def _stored(batches: Iterator[Any], columns: Sequence[Column], schema: Any, arrow: Any) -> bytes:
    """The file, or nothing where there is no batch: one group of rows is stored while the next one is read."""
    from concurrent.futures import ThreadPoolExecutor

    groups = iter(lambda: list(islice(batches, _BATCHES_PER_GROUP)), [])
    sink = arrow.BufferOutputStream()
    writer = _writer(sink, columns, schema)
    # pyarrow compresses without holding Python's lock, so the next group is read meanwhile.
    with ThreadPoolExecutor(1) as aside:
        writes = [aside.submit(_write_group, writer, group, schema, arrow) for group in groups]
    for write in writes:
        write.result()
    writer.close()
    return sink.getvalue().to_pybytes() if writes else b""


def _writer(sink: Any, columns: Sequence[Column], schema: Any) -> Any:
    """What writes groups of rows into a file.

    Whole numbers, which are mostly times, are stored as differences and with the range that they are in, all else
    by a dictionary of its values. The type that text has in memory is not stored: it is plain text to every reader.
    """
    whole = [column.name for column in columns if column.type == INT]
    return _library("pyarrow.parquet").ParquetWriter(
        sink,
        schema,
        compression="zstd",
        use_dictionary=[column.name for column in columns if column.type != INT],
        column_encoding=dict.fromkeys(whole, "DELTA_BINARY_PACKED"),
        write_statistics=whole,
        store_schema=False,
    )


class Groups:
    """The rows of a table for many documents, gathered column by column until there are enough for a group.

    Arrow takes as long for a row as for thousands: arrays are made of a group, not of each document. Raises
    `MissingExtra` where pyarrow is not installed.
    """

    def __init__(self, table: Table) -> None:
        self.table = table
        self._arrow = _library("pyarrow")
        self._columns = (*_DOCUMENT, _PLACE, *columns_of(table)[len(_DOCUMENT) :])
        self._schema = _schema(self._columns, self._arrow)
        self._values: list[list[Value]] = [[] for _ in self._columns]
        self.characters = 0

    def __len__(self) -> int:
        return len(self._values[0])

    def add(self, document: Document, place: int) -> Iterator[None]:
        """The rows of a document, the one at this place of its file; part by part, as some have very many."""
        named = document.job.id if document.job else None, document.source, place
        first = len(named)
        for part in filled(self._columns[first:], self.table, document):
            for value, values in zip(named, self._values, strict=False):
                values += [value] * len(part[0])
            for column, found, values in zip(self._columns[first:], part, self._values[first:], strict=True):
                values += found.spread()
                if column.type == TEXT:
                    self.characters += sum(len(each) for each in found.items if isinstance(each, str))
            yield

    def writer(self, sink: Any) -> Any:
        """What writes groups into an open file, or one that is named; raises `OSError`."""
        return _writer(sink, self._columns, self._schema)

    def write(self, writer: Any) -> None:
        """Write what was gathered as one group, and begin anew; raises `OSError`."""
        pairs = zip(self._columns, self._values, strict=True)
        arrays = [_array(column, values, [], self._arrow) for column, values in pairs]
        writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._values = [[] for _ in self._columns]
        self.characters = 0


def _write_group(writer: Any, batches: Sequence[Any], schema: Any, arrow: Any) -> None:
    writer.write_table(arrow.Table.from_batches(batches, schema).unify_dictionaries())


def _named(document: Document, rows: int, changes: list[Change], arrow: Any) -> Iterator[Any]:
    """The columns that say which document it is."""
    first = arrow.repeat(arrow.scalar(0, arrow.int32()), rows)
    for column, value in zip(_DOCUMENT, (document.job.id if document.job else None, document.source), strict=True):
        yield _array(column, [value], changes, arrow).take(first)


def _arrays(columns: Sequence[Column], part: Values, changes: list[Change], arrow: Any) -> Iterator[Any]:
    indices: dict[int, Any] = {}
    for column, values in zip(columns, part, strict=True):
        array, places = _array(column, values.items, changes, arrow), values.places
        if places is not None and id(places) not in indices:
            indices[id(places)] = _from_memory(places, arrow.int32(), len(places), arrow)
        yield array if places is None else array.take(indices[id(places)])


def _array(column: Column, values: Sequence[Value], changes: list[Change], arrow: Any) -> Any:
    """The values as an array; numbers in the fast way where none is missing."""
    try:
        packed = struct.pack(f"{len(values)}{_PACKED[column.type]}", *values)
        # struct makes an array of numbers twice as fast as arrow.array, and fails where one is missing.
        return _from_memory(packed, _type(column, arrow), len(values), arrow)
    except (KeyError, struct.error, OverflowError):
        pass
    try:
        return arrow.array(values, _type(column, arrow))
    except (arrow.ArrowException, OverflowError, UnicodeEncodeError):
        return arrow.array([_held(column, value, changes) for value in values], _type(column, arrow))


def _from_memory(numbers: Any, kind: Any, count: int, arrow: Any) -> Any:
    """An array of numbers that lie in memory as Arrow wants them."""
    return arrow.Array.from_buffers(kind, count, [None, arrow.py_buffer(numbers)])


def _held(column: Column, value: Value, changes: list[Change]) -> Value:
    """What the column can hold of a value."""
    if isinstance(value, str):
        whole = whole_text(value)
        if whole != value:
            changes.append(Change(None, f"{column.name}: half a surrogate pair became ?"))
        return whole
    if isinstance(value, int):
        try:
            return float(value) if column.type == FLOAT else _within_64_bits(value)
        except OverflowError:
            changes.append(Change(None, f"{column.name}: a number beyond 64 bits was left out"))
            return None
    return value


def _within_64_bits(value: int) -> int:
    if value.bit_length() >= 64 and value != -(2**63):
        raise OverflowError
    return int(value)


_Write = Callable[[Document, NoOptions], Iterator[Output]]

write_tags: _Write = partial(write_parquet, TAGS)
write_tags_summary: _Write = partial(write_parquet, SUMMARY)
write_boxes: _Write = partial(write_parquet, BOXES)
write_segments: _Write = partial(write_parquet, SEGMENTS)
write_words: _Write = partial(write_parquet, WORDS)
write_ocr: _Write = partial(write_parquet, OCR)
write_chapters: _Write = partial(write_parquet, CHAPTERS)
write_highlights: _Write = partial(write_parquet, HIGHLIGHTS)
write_activities: _Write = partial(write_parquet, ACTIVITIES)
write_links: _Write = partial(write_parquet, LINKS)
write_jobs: _Write = partial(write_parquet, JOBS)
