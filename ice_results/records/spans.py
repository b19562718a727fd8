"""Times that every program can keep: one rule for spans that begin before 0, end before they begin, or lie too far.

A span is made sound step by step, and whatever is changed for it goes to a list of changes. `whose` is what a message
calls it, "" where the message needs no name.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..findings import Change
from ..text.values import described

LATEST_MS = 9_000_000_000_000
"""285 years: programs keep times in 64 bits, as finely as nanoseconds, and later ones come round to something else."""


def sound_span(
    start_ms: int | None, end_ms: int | None, whose: str, changes: list[Change]
) -> tuple[int | None, int | None]:
    """A start from 0 on and an end after it, each `None` where it is not known or cannot be kept."""
    start = countable(start_ms, "a start", whose, changes)
    end = countable(end_ms, "an end", whose, changes)
    if start is None:
        return None, end
    start = from_zero(start, "a start", whose, changes)
    if end is not None and end < start:
        changes.append(Change(start, f"an end of {end} ms before the start was left out{_named(whose)}"))
    return start, end if end is not None and end > start else None


def from_zero(ms: int, what: str, whose: str, changes: list[Change]) -> int:
    """A time that is not before the media begins."""
    if ms < 0:
        changes.append(Change(0, f"{what} of {ms} ms became 0{_named(whose)}"))
    return max(ms, 0)


def countable(ms: int | None, what: str, whose: str, changes: list[Change]) -> int | None:
    """The time, but for one that programs cannot keep."""
    if ms is None or is_countable(ms):
        return ms
    message = f"{what} of {described(ms)} ms, more than programs count, was left out{_named(whose)}"
    changes.append(Change(None, message))
    return None


def is_countable(ms: int) -> bool:
    """Whether programs can keep a time."""
    return -LATEST_MS <= ms <= LATEST_MS


def _named(whose: str) -> str:
    return f": {whose}" if whose else ""


def covered_ms(spans: Iterable[tuple[int, int]]) -> int:
    """How much time the spans cover together, what they share counted once."""
    total, reached = 0, None
    for start, end in sorted(spans):
        begin = start if reached is None else max(start, reached)
        total += max(end - begin, 0)
        reached = max(end, begin)
    return total
