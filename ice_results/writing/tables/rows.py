"""The tables of documents for programs: as rows of plain values, and as Arrow tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ...errors import InvalidOption, UnknownName
from ...records import Document
from ...records.document import as_documents
from ...text.values import described
from .columns import Table, Value, filled
from .knowledge import KNOWLEDGE
from .notes import DOCUMENTS, KEYWORDS, PROBLEMS, QUESTIONS, SCENES, SPEAKERS, TOPICS
from .parquet import arrow_table, columns_of
from .records import ACTIVITIES, CHAPTERS, HIGHLIGHTS, JOBS, LINKS, OCR, SEGMENTS, WORDS
from .tags import BOXES, SUMMARY, TAGS

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        DOCUMENTS,
        JOBS,
        SEGMENTS,
        WORDS,
        TAGS,
        SUMMARY,
        BOXES,
        KNOWLEDGE,
        OCR,
        CHAPTERS,
        HIGHLIGHTS,
        KEYWORDS,
        QUESTIONS,
        SPEAKERS,
        TOPICS,
        SCENES,
        ACTIVITIES,
        LINKS,
        PROBLEMS,
    )
}
"""Every table of a document by its name."""


def tables() -> tuple[str, ...]:
    """The names of the tables that documents have."""
    return tuple(TABLES)


def rows(documents: Document | Iterable[Document], table: str) -> list[dict[str, Value]]:
    """The rows of a table of one document or of several, as `pandas.DataFrame(rows)` and the like take them.

    Every row has the same keys in the same order: `job_id` and `file`, which say what it is about, then the columns of
    the table. Whole numbers are `int`, what the service did not say is `None`. Raises `UnknownName` for a table that
    does not exist.
    """
    found = _named(table)
    columns = columns_of(found)
    names = [column.name for column in columns]
    return [
        dict(zip(names, (document.job.id if document.job else None, document.source, *values), strict=True))
        for document in as_documents(documents)
        for part in filled(columns[2:], found, document)
        for values in zip(*(column.spread() for column in part), strict=True)
    ]


def arrow(documents: Document | Iterable[Document], table: str) -> Any:
    """The same as a `pyarrow.Table`, whose schema is the same whatever the documents hold: text, int64, float64.

    Raises `UnknownName` for a table that does not exist, `MissingExtra` where pyarrow is not installed.
    """
    return arrow_table(_named(table), [*as_documents(documents)])


def _named(name: str) -> Table:
    if not isinstance(name, str):
        raise InvalidOption("table", "the name of a table, such as tags", described(name))
    if name not in TABLES:
        raise UnknownName("table", name, tuple(TABLES))
    return TABLES[name]
