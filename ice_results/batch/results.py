"""What came of one source, and the lines that are said about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from ..errors import IceResultsError
from ..findings import Change, Problem
from ..records import Document

# A file may have thousands of changes: the first ones show what kind they are, -v lists the rest.
_SHOWN = 10


@attrs.frozen
class Event:
    """One line about one file, and whether it means that something was left out or failed.

    Lines of one `topic`, such as "with notes", are alike: of thousands of files the first few are enough.
    """

    label: str
    message: str
    failed: bool = False
    topic: str | None = None

    def __str__(self) -> str:
        return f"{self.label}: {self.message}"


@attrs.frozen(kw_only=True)
class Result:
    """What came of one source, which is named as messages name it.

    `outputs` were written, `skipped` existed and were left alone. `changes` are of times and texts, `problems` those
    of its documents. `error` is why it could not be read; its other failures are among `events`, which are the lines
    that the command prints. `done_before` is true where a log says that an earlier run converted it.
    """

    source: str
    outputs: tuple[Path, ...] = ()
    skipped: tuple[Path, ...] = ()
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    error: OSError | IceResultsError | None = None
    seconds: float = 0.0
    events: tuple[Event, ...] = ()
    done_before: bool = False

    @property
    def failed(self) -> bool:
        """Whether it could not be read, or something of it could not be written or was left out as an error."""
        return self.error is not None or any(event.failed for event in self.events)


def reason_of(error: Exception) -> str:
    """What an error says, without the name of the file, which the line begins with."""
    return getattr(error, "strerror", None) or str(error)


def unread(label: str, error: OSError | IceResultsError) -> Result:
    """The result of a source that could not be read at all."""
    return Result(source=label, error=error, events=(Event(label, reason_of(error), failed=True),))


def changes_of(label: str, changes: Sequence[Change], verbose: bool) -> Iterator[Event]:
    """One line for the changes of a file, each in a line of its own where all are wanted."""
    if verbose or len(changes) == 1:
        yield from (Event(label, str(change), topic="with changes") for change in changes)
    elif changes:
        yield Event(label, f"{len(changes)} changes (-v lists them), first: {changes[0]}", topic="with changes")


def problems_of(label: str, document: Document) -> Iterator[Event]:
    """A line for each problem, the first few of each severity."""
    for severity in ("error", "warning", "note"):
        lines = [str(problem) for problem in document.problems if problem.severity == severity]
        failed = severity == "error"
        topic = None if failed else f"with {severity}s"
        yield from (Event(label, line, failed, topic) for line in lines[:_SHOWN])
        if len(lines) > _SHOWN:
            yield Event(label, f"and {len(lines) - _SHOWN} more like this", failed, topic)
