"""The columns of the tables, from the tables themselves."""

from __future__ import annotations

from collections.abc import Iterator

import ice_results
from ice_results.writing.tables.columns import Table
from ice_results.writing.tables.rows import TABLES

from .markdown import code, table

_FILE_TYPES = ("parquet", "csv", "xlsx")


def columns() -> str:
    """A section for each table, with a row for each column."""
    return "\n\n".join(map(_section, TABLES.values()))


def _section(each: Table) -> str:
    types = [one for one in _FILE_TYPES if f"{each.name}.{one}" in {writer.name for writer in ice_results.formats()}]
    head = ["column", "type", "what it says", "in"]
    formats = code(f"{each.name}.{one}" for one in types) if types else "In Python: `rows` and `arrow`."
    return f"## {each.name}\n\n{formats}\n\n{table(head, _rows(each, types))}"


def _rows(each: Table, types: list[str]) -> Iterator[list[str]]:
    for column in each.columns:
        if not column.for_people or len(types) > 1:
            yield [f"`{column.name}`", column.type, column.about, "CSV, Excel" if column.for_people else "all"]
