"""The log of a run, a line of JSON for each source: what a later run with the same log need not do again.

A line has `format`, `source` (as messages name it), `bytes` and `mtime_ns` of the file, `plan` (a digest of what was
asked for), `version`, `outputs`, `skipped` (files that existed), `changes`, `problems` by severity, `error`, `failed`
and `seconds`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from .._version import __version__
from ..errors import InvalidOption
from .plan import Plan
from .results import Result
from .sources import LOG_FORMAT, Missing, Source


class RunLog:
    """The lines of earlier runs by source, the last of each, and the file that new ones are added to."""

    def __init__(self, path: Path, plan: Plan) -> None:
        """Read the log, or begin one; raises `InvalidOption` for the log of another plan, and `OSError`."""
        self._path, self._plan = path, digest_of(plan)
        self._lines: dict[str, dict[str, Any]] = {}
        self._file: BinaryIO
        with path.open("a+b") as file:
            for line in _whole_lines(file):
                self._take(line)

    def _take(self, line: bytes) -> None:
        try:
            entry = json.loads(line)
            source, plan, version = entry["source"], entry["plan"], entry["version"]
        except (ValueError, TypeError, KeyError):
            raise InvalidOption("log", "a log of ice-results, or a new file", str(self._path)) from None
        if plan == self._plan:
            self._lines[source] = entry
        elif version == __version__:  # what another one calls the same plan is not known
            raise InvalidOption("log", "the log of a run with the same options and folder", str(self._path))

    def is_done(self, source: Source | Missing) -> bool:
        """Whether an earlier run of this version converted the file as it is, and all of its outputs are there."""
        entry = self._lines.get(source.label)
        if entry is None or entry.get("failed", True) or entry.get("version") != __version__:
            return False
        state = state_of(source)
        same = state is not None and state == (entry.get("bytes"), entry.get("mtime_ns"))
        return same and all(map(os.path.exists, entry.get("outputs", ())))

    def outputs_of(self, source: Source | Missing) -> tuple[str, ...]:
        """The files that earlier runs made of a source, which a new one may replace."""
        return tuple(self._lines.get(source.label, {}).get("outputs", ()))

    def add(self, source: Source | Missing, result: Result) -> None:
        """A line for a source; raises `OSError`."""
        size, mtime_ns = state_of(source) or (None, None)
        line = {
            "format": LOG_FORMAT,
            "source": source.label,
            "bytes": size,
            "mtime_ns": mtime_ns,
            "plan": self._plan,
            "version": __version__,
            "outputs": sorted({*map(str, result.outputs), *self._left(source, result)}),
            "skipped": [str(path) for path in result.skipped],
            "changes": len(result.changes),
            "problems": Counter(problem.severity for problem in result.problems),
            "error": str(result.error) if result.error else None,
            "failed": result.failed,
            "seconds": round(result.seconds, 6),
        }
        # The standard library's JSON: names of files may have bytes that are no text, which only it can hold.
        self._file.write(json.dumps(line).encode() + b"\n")
        self._file.flush()

    def _left(self, source: Source | Missing, result: Result) -> Iterator[str]:
        """Files of an earlier run that are there still: a run that failed half-way forgets none of them."""
        return (path for path in self.outputs_of(source) if result.failed and os.path.exists(path))

    def __enter__(self) -> RunLog:
        self._file = self._path.open("ab")
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _whole_lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a log; a torn one at its end, which a run that was killed has left, is cut off."""
    file.seek(0)
    length = 0
    for line in file:
        if not line.endswith(b"\n"):
            file.truncate(length)
            return
        length += len(line)
        yield line


def state_of(source: Source | Missing) -> tuple[int, int] | None:
    """The size and the time of change of a file, of the archive that it is in; `None` where there is no file."""
    if isinstance(source, Missing) or source.path is None:
        return None
    try:
        state = os.stat(source.path)
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns


def digest_of(plan: Plan) -> str:
    """What a plan is known by: all that decides what is written where."""
    options = sorted((name, sorted(given.items())) for name, given in plan.options.items())
    parts = (
        os.path.abspath(plan.folder),
        plan.formats,
        options,
        plan.kind,
        plan.strict,
        plan.encoding,
        plan.edits,
        plan.name_by,
    )
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]
