"""CSV tables: RFC 4180, CRLF, a missing value an empty cell, no formulas in text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from ...records import Document
from ..options import TableOptions
from ..outputs import Output
from .columns import TEXT, Column, Repeated, Table, Value, filled
from .records import ACTIVITIES, LINKS, OCR, SEGMENTS
from .tags import BOXES, SUMMARY, TAGS

# Quotes do not help: LibreOffice evaluated a quoted =1+1, and only an apostrophe stopped it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(table: Table, document: Document, options: TableOptions) -> Iterator[Output]:
    """The names of the columns, and a line for each row; nothing where there is no row."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    text.write("\ufeff" if options.excel else "")
    lines.writerow(column.name for column in table.columns)
    header = text.tell()
    for part in filled(table.columns, table, document):
        cells = (_cells(column, values, options) for column, values in zip(table.columns, part, strict=True))
        lines.writerows(zip(*cells, strict=True))
    if text.tell() > header:
        yield Output(text.getvalue())


def _cells(column: Column, values: Repeated[Value], options: TableOptions) -> Sequence[Value]:
    if options.formula_guard and column.type == TEXT:
        return Repeated(list(map(_guarded, values.items)), values.places).spread()
    return values.spread()


def _guarded(cell: Value) -> Value:
    """Text that a spreadsheet would run gets an apostrophe in front; numbers never do."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


_Write = Callable[[Document, TableOptions], Iterator[Output]]

write_tags: _Write = partial(write_csv, TAGS)
write_tags_summary: _Write = partial(write_csv, SUMMARY)
write_boxes: _Write = partial(write_csv, BOXES)
write_segments: _Write = partial(write_csv, SEGMENTS)
write_ocr: _Write = partial(write_csv, OCR)
write_activities: _Write = partial(write_csv, ACTIVITIES)
write_links: _Write = partial(write_csv, LINKS)
