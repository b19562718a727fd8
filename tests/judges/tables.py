"""Our tables through other people's eyes: rows as csv, pandas, DuckDB, openpyxl and pyarrow find them."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl

import ice_results
from ice_results import Document

from .installed import judge

Row = dict[str, Any]
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def binary(document: Document, name: str, **options: Any) -> bytes:
    """A document in a format, as the bytes of its file."""
    content = ice_results.convert(document, name, **options)
    return content if isinstance(content, bytes) else content.encode()


def saved(document: Document, name: str, folder: Path, **options: Any) -> Path:
    """A document as a file."""
    path = folder / f"talk.{name}"
    path.write_bytes(binary(document, name, **options))
    return path


def csv_by_csv(path: Path) -> list[Row]:
    """The cells of a CSV file as Python's own module reads them: all text."""
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def csv_by_pandas(path: Path) -> list[Row]:
    """The cells of a CSV file as pandas reads them: text, and "" where there is nothing."""
    return _records(judge("pandas").read_csv(path, dtype=str, keep_default_na=False))


def csv_by_duckdb(path: Path) -> list[Row]:
    """The cells of a CSV file as DuckDB reads them: text, and "" where there is nothing."""
    rows = _fetched("SELECT * FROM read_csv(?, all_varchar = true)", path)
    return [{name: "" if cell is None else cell for name, cell in row.items()} for row in rows]


CSV_READERS: Mapping[str, Callable[[Path], list[Row]]] = {
    "csv": csv_by_csv,
    "pandas": csv_by_pandas,
    "duckdb": csv_by_duckdb,
}


def parquet_by_arrow(path: Path) -> list[Row]:
    """The rows of a Parquet file as pyarrow reads them."""
    rows: list[Row] = judge("pyarrow.parquet").read_table(path).to_pylist()
    return rows


def parquet_by_pandas(path: Path) -> list[Row]:
    """The rows of a Parquet file as pandas reads them, with `None` where there is nothing."""
    return _records(judge("pandas").read_parquet(path, dtype_backend="numpy_nullable"))


def parquet_by_duckdb(path: Path) -> list[Row]:
    """The rows of a Parquet file as DuckDB reads them."""
    return _fetched("SELECT * FROM read_parquet(?)", path)


PARQUET_READERS: Mapping[str, Callable[[Path], list[Row]]] = {
    "pyarrow": parquet_by_arrow,
    "pandas": parquet_by_pandas,
    "duckdb": parquet_by_duckdb,
}


def types_by_duckdb(path: Path) -> dict[str, str]:
    """The type of each column of a file as DuckDB finds it."""
    return {row["column_name"]: row["column_type"] for row in _fetched("DESCRIBE SELECT * FROM read_parquet(?)", path)}


def opened_by_openpyxl(content: bytes) -> Any:
    """An Excel file as openpyxl opens it."""
    return openpyxl.load_workbook(io.BytesIO(content))


def sheets_by_openpyxl(content: bytes) -> dict[str, list[Row]]:
    """The rows of each sheet of an Excel file, below their header."""
    return {sheet.title: _below_header(list(sheet.values)) for sheet in opened_by_openpyxl(content)}


def rows_by_pandas(content: bytes, sheet: str) -> list[Row]:
    """The rows of a sheet as pandas reads them, with `None` where there is nothing."""
    return _records(judge("pandas").read_excel(io.BytesIO(content), sheet_name=sheet))


def texts_by_rule(content: bytes) -> set[str]:
    """The texts of an Excel file by the rule of its standard: `_xHHHH_` is a character.

    openpyxl leaves that to its user, but takes the escaped underscore away before.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        tree = ElementTree.fromstring(file.read("xl/sharedStrings.xml"))
    texts = ("".join(node.itertext()) for node in tree.iter(f"{_SHEET}si"))
    return {_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in texts}


def _below_header(rows: Sequence[Sequence[Any]]) -> list[Row]:
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def _records(frame: Any) -> list[Row]:
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [{str(name): cell for name, cell in row.items()} for row in rows]


def _fetched(query: str, path: Path) -> list[Row]:
    found = judge("duckdb").execute(query, [str(path)])
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
