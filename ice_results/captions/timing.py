"""The one pass in which cues get their final times, and the list of every change that it made.

After it starts never decrease, every end is after its start, and, unless the profile lets cues overlap,
none does and gaps are 0 or as long as the profile wants them. A second pass changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

import attrs

from .cues import Change, Cue
from .profiles import Profile
from .script import display_width


@attrs.define
class _Clock:
    """The times of one cue while they are being settled."""

    start_ms: int
    end_ms: int


def timed(cues: Sequence[Cue], profile: Profile, language: str) -> tuple[tuple[Cue, ...], tuple[Change, ...]]:
    """The cues in the order of time, by the limits of the profile."""
    if profile.overlaps:
        return tuple(cues), ()
    changes: list[Change] = []
    ordered = sorted(cues, key=lambda cue: cue.start_ms)
    clocks = [_Clock(cue.start_ms, cue.end_ms) for cue in ordered]
    _separate(clocks, profile.min_duration_ms)
    _lengthen(ordered, clocks, profile, language)
    _shorten(clocks, profile)
    _settle_gaps(clocks, profile)
    return tuple(_with_times(cue, clock, changes) for cue, clock in zip(ordered, clocks, strict=True)), tuple(changes)


def _separate(clocks: Sequence[_Clock], least_ms: int) -> None:
    """No cue reaches into the next: the earlier one ends sooner, and the later one starts later where
    the earlier would else be shown for less than the least time."""
    for earlier, later in pairwise(clocks):
        if later.start_ms < earlier.end_ms:
            cut = max(later.start_ms, min(earlier.end_ms, earlier.start_ms + least_ms))
            length = later.end_ms - later.start_ms
            earlier.end_ms = later.start_ms = cut
            later.end_ms = max(later.end_ms, cut + min(length, least_ms))


def _lengthen(cues: Sequence[Cue], clocks: list[_Clock], profile: Profile, language: str) -> None:
    """What is too short ends later, as far as there is room; so does what is too fast to be read, where that
    is enforced and helps: running on without reaching the speed would only be late."""
    speed = profile.speed_for(language) if profile.reading_speed_enforced else None
    for place, (cue, clock) in enumerate(zip(cues, clocks, strict=True)):
        least = clock.start_ms + profile.min_duration_ms
        if clock.end_ms < least:
            clock.end_ms = _not_beyond(least, clocks, place, profile)
        if speed is not None:
            width = sum(display_width(line, language) for line in cue.lines)
            readable = clock.start_ms + ceil(width * 1000 / speed)
            if clock.end_ms < readable <= clock.end_ms + profile.extend_ms:
                clock.end_ms = _not_beyond(readable, clocks, place, profile)


def _not_beyond(wanted: int, clocks: Sequence[_Clock], place: int, profile: Profile) -> int:
    """An end that leaves the gap to the next cue, if there is room for it."""
    clock = clocks[place]
    if place + 1 == len(clocks):
        return wanted
    following = clocks[place + 1].start_ms
    return max(clock.end_ms, min(wanted, following - profile.min_gap_ms if following - clock.end_ms else following))


def _shorten(clocks: Sequence[_Clock], profile: Profile) -> None:
    """No cue stays longer than the profile allows."""
    if profile.max_duration_ms is not None:
        for clock in clocks:
            clock.end_ms = min(clock.end_ms, clock.start_ms + profile.max_duration_ms)


def _settle_gaps(clocks: Sequence[_Clock], profile: Profile) -> None:
    """A gap below the least becomes the least, or 0 where the cue before has no time to spare."""
    for earlier, later in pairwise(clocks):
        gap = later.start_ms - earlier.end_ms
        if not profile.min_gap_ms or gap == profile.min_gap_ms:
            continue
        end = later.start_ms - profile.min_gap_ms
        if gap < profile.min_gap_ms:
            earlier.end_ms = end if end - earlier.start_ms >= profile.min_duration_ms else later.start_ms
        elif gap < profile.chain_gap_ms and not _too_long(end - earlier.start_ms, profile):
            earlier.end_ms = end


def _too_long(duration_ms: int, profile: Profile) -> bool:
    return profile.max_duration_ms is not None and duration_ms > profile.max_duration_ms


def _with_times(cue: Cue, clock: _Clock, changes: list[Change]) -> Cue:
    if (cue.start_ms, cue.end_ms) == (clock.start_ms, clock.end_ms):
        return cue
    message = f"{cue.start_ms} to {cue.end_ms} ms became {clock.start_ms} to {clock.end_ms} ms"
    changes.append(Change(cue.start_ms, message))
    return attrs.evolve(cue, start_ms=clock.start_ms, end_ms=clock.end_ms)
