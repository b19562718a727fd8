"""Cues, one by one and by columns: what a hundred thousand of them have in common is looked at and changed at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from operator import attrgetter
from typing import Any

import attrs

from ..findings import Change
from ..records import Word

MISSING_END_MS = 1000
"""How long a cue is shown whose end is missing or not after its start, unless the next begins earlier."""


@attrs.frozen(kw_only=True)
class Cue:
    """Text on screen from `start_ms` to `end_ms`; `lines` are clean, and at least one.

    `words` are the words of the service that it consists of, where they are known. `sources` are the places of
    its segments among those that can be shown.
    """

    start_ms: int
    end_ms: int
    lines: tuple[str, ...]
    speaker: str | None = None
    words: tuple[Word, ...] = attrs.field(default=(), eq=False)
    sources: tuple[int, ...] = attrs.field(default=(), eq=False, repr=False)


# A hundred thousand cues as objects take longer to make than to write: most are only ever read column by column.
@attrs.frozen
class CueTable:
    """The fields of cues, each as a column; a row is a cue. Two are equal where their cues are."""

    starts_ms: Sequence[int]
    ends_ms: Sequence[int]
    lines: Sequence[tuple[str, ...]]
    speakers: Sequence[str | None]
    words: Sequence[tuple[Word, ...]] = attrs.field(eq=False)
    sources: Sequence[tuple[int, ...]] = attrs.field(eq=False, repr=False)

    def __len__(self) -> int:
        return len(self.starts_ms)

    def cue(self, row: int) -> Cue:
        """One row as a cue."""
        return Cue(
            start_ms=self.starts_ms[row],
            end_ms=self.ends_ms[row],
            lines=self.lines[row],
            speaker=self.speakers[row],
            words=self.words[row],
            sources=self.sources[row],
        )

    def chosen(self, rows: Sequence[int]) -> CueTable:
        """Some rows, in the order in which they are named."""
        return CueTable(*([column[row] for row in rows] for column in self._all()))

    def replaced(self, spans: Sequence[tuple[int, int, Sequence[Cue]]]) -> CueTable:
        """The rows with cues in the place of some: each span from one row to another, in their order."""
        return CueTable(*map(partial(_replaced, spans), self._all(), _FIELDS))

    def _all(self) -> tuple[Sequence[Any], ...]:
        return self.starts_ms, self.ends_ms, self.lines, self.speakers, self.words, self.sources


_FIELDS = tuple(map(attrgetter, ("start_ms", "end_ms", "lines", "speaker", "words", "sources")))
"""What gets the value of each column from a cue."""


def cue_table(cues: Sequence[Cue]) -> CueTable:
    """Cues by columns."""
    return CueTable(*(list(map(field, cues)) for field in _FIELDS))


def _replaced(
    spans: Iterable[tuple[int, int, Sequence[Cue]]], column: Sequence[Any], field: Callable[[Cue], Any]
) -> list[Any]:
    found: list[Any] = []
    reached = 0
    for first, last, cues in spans:
        found += column[reached:first]
        found += map(field, cues)
        reached = last
    return found + list(column[reached:])


@attrs.frozen
class Cues:
    """The cues of one track in the order of time, and every change that was made for them."""

    table: CueTable
    changes: tuple[Change, ...] = ()

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """The cues one by one, made when they are asked for."""
        return tuple(map(self.table.cue, range(len(self.table))))
