"""The one pass in which cues get their final times, and the list of every change that it made.

After it starts never decrease, every end is after its start, and, unless the profile lets cues overlap,
none does and gaps are 0 or as long as the profile wants them. A second pass changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import ceil
from operator import lt

import attrs

from ..findings import Change
from .cues import CueTable
from .limits import Limits

LimitsOf = Callable[[Sequence[int]], Limits]
"""What gives the limits of a cue by the places of its segments, where languages differ."""


def timed(cues: CueTable, limits: Limits, limits_of: LimitsOf | None = None) -> tuple[CueTable, tuple[Change, ...]]:
    """The cues in the order of time, by the limits; how fast each may be read is that of its own language."""
    if limits.overlaps:
        return cues, ()
    # The order of the repairs matters. Overlaps go first, because all others count on the room between cues. The
    # least time often gives the reading speed too, so speed comes after it. The longest time comes behind both, so
    # that neither breaks it, and gaps are last, because each of the others moves ends.
    ordered = _in_time(cues)
    starts, ends = list(ordered.starts_ms), list(ordered.ends_ms)
    if any(map(lt, starts[1:], ends)):
        _separate(starts, ends, limits.min_duration_ms)
    _lengthen(starts, ends, limits)
    if limits.extend_ms:
        _slow_down(ordered, starts, ends, limits_of or (lambda _: limits))
    if limits.max_duration_ms is not None:
        ends = [min(end, start + limits.max_duration_ms) for start, end in zip(starts, ends, strict=True)]
    if limits.min_gap_ms:
        _settle_gaps(starts, ends, limits)
    return attrs.evolve(ordered, starts_ms=starts, ends_ms=ends), tuple(_moved(ordered, starts, ends))


def _in_time(cues: CueTable) -> CueTable:
    """The cues sorted by their starts."""
    starts = list(cues.starts_ms)
    if starts == sorted(starts):
        return cues
    return cues.chosen(sorted(range(len(starts)), key=starts.__getitem__))


def _separate(starts: list[int], ends: list[int], least_ms: int) -> None:
    """No cue reaches into the next: the earlier one ends sooner, and the later one starts later where
    the earlier would else be shown for less than the least time."""
    for later in range(1, len(starts)):
        earlier = later - 1
        if starts[later] < ends[earlier]:
            # The service's start is better known than its end: viewers notice a text that comes late, so the start
            # moves only where the earlier cue would otherwise flash by.
            cut = max(starts[later], min(ends[earlier], starts[earlier] + least_ms))
            length = ends[later] - starts[later]
            ends[earlier] = starts[later] = cut
            ends[later] = max(ends[later], cut + min(length, least_ms))


def _lengthen(starts: list[int], ends: list[int], limits: Limits) -> None:
    """What is too short ends later, as far as there is room."""
    least = limits.min_duration_ms
    for row, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if end - start < least:
            ends[row] = _not_beyond(start + least, starts, ends, row, limits)


def _slow_down(cues: CueTable, starts: list[int], ends: list[int], limits_of: LimitsOf) -> None:
    """What is too fast to be read ends later, where that helps: running on without reaching the speed
    would only be late."""
    for row, shown in enumerate(cues.lines):
        limits = limits_of(cues.sources[row])
        readable = starts[row] + ceil(sum(map(limits.width, shown)) * 1000 / limits.characters_per_second)
        if ends[row] < readable <= ends[row] + limits.extend_ms:
            ends[row] = _not_beyond(readable, starts, ends, row, limits)


def _not_beyond(wanted: int, starts: Sequence[int], ends: Sequence[int], row: int, limits: Limits) -> int:
    """An end that leaves the gap to the next cue, if there is room for it."""
    if row + 1 == len(starts):
        return wanted
    following = starts[row + 1]
    return max(ends[row], min(wanted, following - limits.min_gap_ms if following - ends[row] else following))


def _settle_gaps(starts: list[int], ends: list[int], limits: Limits) -> None:
    """A gap below the least becomes the least, or 0 where the cue before has no time to spare."""
    for row, following in enumerate(starts[1:]):
        gap = following - ends[row]
        if gap == limits.min_gap_ms:
            continue
        # A blink between two cues is worse than none: what is too short becomes the least gap or nothing.
        end = following - limits.min_gap_ms
        if gap < limits.min_gap_ms:
            ends[row] = end if end - starts[row] >= limits.min_duration_ms else following
        elif gap < limits.chain_gap_ms and not limits.is_too_long(end - starts[row]):
            ends[row] = end


def _moved(given: CueTable, starts: Sequence[int], ends: Sequence[int]) -> Iterator[Change]:
    """A change for each cue whose times are others than those given."""
    if starts == given.starts_ms and ends == given.ends_ms:
        return
    for was_start, was_end, start, end in zip(given.starts_ms, given.ends_ms, starts, ends, strict=True):
        if was_start != start or was_end != end:
            yield Change(was_start, f"{was_start} to {was_end} ms became {start} to {end} ms")
