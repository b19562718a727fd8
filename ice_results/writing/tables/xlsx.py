"""Excel's own files, where text stays text: no formula, no link, no number is made of it."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from importlib import import_module
from itertools import islice
from typing import Any

import attrs

from ...errors import MissingExtra
from ...findings import Change
from ...records import Document
from ...text.values import is_huge
from ...text.widths import display_width
from ..options import NoOptions
from ..outputs import Output
from .columns import TEXT, Column, Table, Value, filled, whole_text
from .rows import TABLES
from .tags import SUMMARY, TAGS

SHEET_ROWS = 1_048_576
"""How many rows a sheet holds, the header too."""
CELL_CHARACTERS = 32_767
# Excel knows floats only: larger whole numbers would lose digits without a word.
_EXACT = 2**53
_NARROWEST, _WIDEST = 6, 60
# The library writes the time of day into the file: the same document would give other bytes each time.
_CREATED = datetime(2000, 1, 1)
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_tags_xlsx(document: Document, options: NoOptions) -> Iterator[Output]:
    """A sheet of the occurrences of tags, and a sheet `summary` with a row for each tag.

    Occurrences that a sheet has no room for go on in another one, `tags 2`.

    Raises `MissingExtra` where xlsxwriter is not installed.
    """
    if document.tags:
        yield write_book(document, {"tags": TAGS, "summary": SUMMARY})


def write_tables_xlsx(document: Document, options: NoOptions) -> Iterator[Output]:
    """A sheet for each table of a document that has rows.

    Raises `MissingExtra` where xlsxwriter is not installed.
    """
    yield write_book(document, TABLES)


def write_book(document: Document, tables: Mapping[str, Table]) -> Output:
    """A sheet for each table that has rows, by its name; every sheet prints on one page's width."""
    file = io.BytesIO()
    book = _library().Workbook(file, _OPTIONS)
    book.set_properties({"created": _CREATED})
    changes = [change for name, table in tables.items() for change in _write_sheets(book, name, table, document)]
    book.close()
    return Output(file.getvalue(), None, tuple(changes))


def _library() -> Any:
    """xlsxwriter; raises `MissingExtra` where it is not installed."""
    try:
        return import_module("xlsxwriter")
    except ModuleNotFoundError:
        raise MissingExtra("Excel files", "xlsxwriter", "excel") from None


def _write_sheets(book: Any, name: str, table: Table, document: Document) -> list[Change]:
    """The rows of a table, in as many sheets as they need."""
    changes: list[Change] = []
    rows = _rows(table, document)
    number = 1
    while part := list(islice(rows, SHEET_ROWS - 1)):
        title = name if number == 1 else f"{name} {number}"
        _Sheet(book.add_worksheet(title), title, changes).write(table.columns, part, book.add_format({"bold": True}))
        number += 1
    return changes


def _rows(table: Table, document: Document) -> Iterator[tuple[Value, ...]]:
    for part in filled(table.columns, table, document):
        yield from zip(*(values.spread() for values in part), strict=True)


@attrs.frozen
class _Sheet:
    """A sheet that is written, and the list of what it holds otherwise than given."""

    sheet: Any
    title: str
    changes: list[Change]

    def write(self, columns: Sequence[Column], rows: Sequence[tuple[Value, ...]], bold: Any) -> None:
        """The header, which stays in view and has filters, and the rows."""
        for place, column in enumerate(columns):
            self.sheet.write_string(0, place, column.name, bold)
            self.sheet.set_column(place, place, _width(column.name, [row[place] for row in rows]))
        self.sheet.freeze_panes(1, 0)
        self.sheet.repeat_rows(0)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        for number, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                if value is not None:
                    self._write_cell(number, place, columns[place], value)

    def _write_cell(self, row: int, place: int, column: Column, value: Value) -> None:
        if column.type != TEXT and _is_number(value):
            self.sheet.write_number(row, place, value)
            return
        if column.type != TEXT:
            self._changed(row, column, f"{_text(value)} is no number that Excel holds, and was written as text")
        whole = whole_text(_text(value))
        if whole != value and column.type == TEXT:
            self._changed(row, column, "half a surrogate pair became ?")
        held = _cut(whole)
        if held != whole:
            self._changed(row, column, f"{_length(whole)} characters were cut to {_length(held)}")
        self.sheet.write_string(row, place, held)

    def _changed(self, row: int, column: Column, message: str) -> None:
        self.changes.append(Change(None, f"sheet {self.title}, row {row + 1}, {column.name}: {message}"))


def _text(value: Value) -> str:
    """A value as text; Python writes no whole number of thousands of digits, but in hexadecimal."""
    return hex(value) if isinstance(value, int) and is_huge(value) else str(value)


def _length(text: str) -> int:
    """How many characters Excel counts: those beyond the first plane are two."""
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str) -> str:
    """As much of a text as a cell holds."""
    if len(text) * 2 <= CELL_CHARACTERS:
        return text
    return text.encode("utf-16-le")[: CELL_CHARACTERS * 2].decode("utf-16-le", "ignore")


def _is_number(value: Value) -> bool:
    """Whether Excel, which knows floats only, holds exactly this number."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and abs(value) <= _EXACT


def _width(name: str, values: Sequence[Value]) -> float:
    """How wide a column is, in digits: ideographs count twice."""
    shown = {_text(value)[:_WIDEST] for value in values if value is not None}
    widest = max((2 * display_width(text, "zh") for text in (name, *shown)), default=0)
    return min(max(widest + 3, _NARROWEST), _WIDEST)
