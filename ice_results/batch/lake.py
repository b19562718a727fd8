"""A data set of many results: for each table a folder of Parquet files, which every reader of Parquet takes as one.

`LAKE/segments/part-00000.parquet` and so on. Each row has `file`, `document` (its place in the file, from 1) and
`job_id`. A part appears under its name only when it is whole.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from .. import lazy
from ..errors import IceResultsError, InvalidOption, UnknownName, UnusableFolder
from ..findings import Problem
from ..records import Document
from ..writing.tables.parquet import Groups
from ..writing.tables.rows import TABLES
from .folders import make_folder
from .plan import Plan
from .results import Event, Result, reason_of
from .sources import Missing, Source

# Wrong usage is said before anything that reads is imported.
if TYPE_CHECKING:
    from . import run
else:
    (run,) = lazy.modules(__package__, ".run")

GROUP_ROWS = 100_000
"""The rows of a group, by which readers skip what they do not need."""

GROUP_CHARACTERS = 1 << 25
"""The characters of text after which rows are written as a group, however few they are."""

PART_BYTES = 1 << 29
"""The bytes after which a part is closed and another one begun."""


class Lake:
    """The parts of every table that are being written; nothing of them is seen before they are whole."""

    def __init__(self, folder: Path, names: Sequence[str] = ()) -> None:
        """Raises `UnknownName`, `InvalidOption` where there are parts already, `MissingExtra`, `UnusableFolder`."""
        for name in names:
            if name not in TABLES:
                raise UnknownName("table", name, tuple(TABLES))
        self._folder = folder
        self._parts = [_Parts(folder / name, Groups(TABLES[name])) for name in names or TABLES]
        if any(path for part in self._parts for path in part.folder.glob("*.parquet")):
            raise InvalidOption("output", "a folder that has no data set yet", str(folder))
        make_folder(folder)

    @property
    def rows(self) -> Mapping[str, int]:
        """How many rows of each table were written."""
        return {part.groups.table.name: part.rows for part in self._parts if part.rows}

    def add(self, document: Document, place: int) -> None:
        """The rows of a document, which is the one at this place of its file; raises `UnusableFolder`."""
        with self._or_unusable():
            for part in self._parts:
                part.add(document, place)

    def finish(self) -> None:
        """Write what is left, and let all parts appear; raises `UnusableFolder`."""
        with self._or_unusable():
            for part in self._parts:
                part.finish()

    @contextmanager
    def _or_unusable(self) -> Iterator[None]:
        """What the system says of the data set, which is no fault of the source that is read."""
        try:
            yield
        except OSError as error:
            raise UnusableFolder(str(self._folder), error.strerror or str(error)) from None

    def __enter__(self) -> Lake:
        return self

    def __exit__(self, *_: object) -> None:
        for part in self._parts:
            part.discard()


@attrs.define
class _Parts:
    """The parts of one table: rows wait for a group, groups go into a part, a large part is closed."""

    folder: Path
    groups: Groups
    rows: int = 0
    _writer: Any = None
    _temporary: Path | None = None
    _number: int = 0

    def add(self, document: Document, place: int) -> None:
        for _ in self.groups.add(document, place):
            if len(self.groups) >= GROUP_ROWS or self.groups.characters >= GROUP_CHARACTERS:
                self._write_group()

    def _write_group(self) -> None:
        if not len(self.groups):
            return
        if self._temporary is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._temporary = self.folder / f".part.{os.urandom(6).hex()}.tmp"
            self._writer = self.groups.writer(self._temporary)
        self.rows += len(self.groups)
        self.groups.write(self._writer)
        if self._temporary.stat().st_size >= PART_BYTES:
            self._close_part()

    def _close_part(self) -> None:
        if self._temporary is not None:
            self._writer.close()
            self._temporary.replace(self.folder / f"part-{self._number:05}.parquet")
            self._writer, self._temporary = None, None
            self._number += 1

    def finish(self) -> None:
        self._write_group()
        self._close_part()

    def discard(self) -> None:
        """Remove a part that is not whole."""
        if self._temporary is not None:
            self._writer.close()
            self._temporary.unlink(missing_ok=True)
            self._writer, self._temporary = None, None


def fill(lake: Lake, sources: Iterable[Source | Missing], plan: Plan) -> Iterator[Result]:
    """The rows of all sources; a source that cannot be read is a document with that problem."""
    for source in sources:
        yield _filled(lake, source, plan)


def _filled(lake: Lake, source: Source | Missing, plan: Plan) -> Result:
    problems: list[Problem] = []
    error: OSError | IceResultsError | None = None
    place = 0
    try:
        for place, document in enumerate(run.read_source(source, plan), 1):
            lake.add(document, place)
            problems += document.problems
    except UnusableFolder:
        raise
    except (OSError, IceResultsError) as found:
        error = found
        lake.add(Document(source=source.label, problems=(Problem(path="", message=reason_of(error)),)), place + 1)
    events = (Event(source.label, reason_of(error), failed=True),) if error is not None else ()
    return Result(source=source.label, problems=tuple(problems), error=error, events=events)
