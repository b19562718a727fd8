"""The rules that captions are checked by: each is a function of one caption between its neighbours and the limits.

A caption is a segment as the service gave it or a cue made of it: the same rules are tried on both.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

import attrs

from .limits import ORPHAN_SHARE, SAME_BREATH_MS, Limits


@attrs.frozen(kw_only=True)
class Caption:
    """What the rules look at: a segment that is shown, or a cue; `end_ms` as given, `repeated` if given before."""

    start_ms: int
    end_ms: int | None
    lines: tuple[str, ...]
    speaker: str | None
    ends_sentence: bool
    previous_start_ms: int | None = None
    repeated: bool = False

    @property
    def duration_ms(self) -> int | None:
        """How long it is shown, `None` where the end is missing or not after the start."""
        return self.end_ms - self.start_ms if self.end_ms is not None and self.end_ms > self.start_ms else None


@attrs.frozen
class InContext:
    """A caption between its neighbours in time; what came before it lasts until `reached_ms`."""

    caption: Caption
    before: Caption | None
    after: Caption | None
    reached_ms: int


@attrs.frozen
class Breach:
    """How far a rule is broken, and in words."""

    value: float | None
    limit: float | None
    message: str


def _missing_end(context: InContext, limits: Limits) -> Breach | None:
    return Breach(None, None, "there is no end") if context.caption.end_ms is None else None


def _end_before_start(context: InContext, limits: Limits) -> Breach | None:
    start, end = context.caption.start_ms, context.caption.end_ms
    if end is None or end > start:
        return None
    return Breach(end, start, f"it ends at {end} ms, not after its start at {start} ms")


def _negative_start(context: InContext, limits: Limits) -> Breach | None:
    start = context.caption.start_ms
    return Breach(start, 0, f"it starts at {start} ms, before 0 ms") if start < 0 else None


def _order(context: InContext, limits: Limits) -> Breach | None:
    start, previous = context.caption.start_ms, context.caption.previous_start_ms
    if previous is None or start >= previous:
        return None
    return Breach(start, previous, f"it starts at {start} ms and was given after one that starts at {previous} ms")


def _duplicate(context: InContext, limits: Limits) -> Breach | None:
    message = "the same text was given before with the same times"
    return Breach(None, None, message) if context.caption.repeated else None


def _overlap(context: InContext, limits: Limits) -> Breach | None:
    overlap = context.reached_ms - context.caption.start_ms
    if limits.overlaps or overlap <= 0:
        return None
    return Breach(overlap, 0, f"it starts {overlap} ms before the end of what came before")


def _gap_after(context: InContext) -> int | None:
    if context.after is None or context.caption.duration_ms is None:
        return None
    return context.after.start_ms - context.caption.start_ms - context.caption.duration_ms


def _gap(context: InContext, limits: Limits) -> Breach | None:
    gap, least = _gap_after(context), limits.min_gap_ms
    if gap is None or not 0 < gap < least:
        return None
    return Breach(gap, least, f"a gap of {gap} ms follows; none, or {least} ms at least")


def _chain_gap(context: InContext, limits: Limits) -> Breach | None:
    """A gap that is neither short nor long, where closing it does not make the caption too long."""
    gap, least, chain = _gap_after(context), limits.min_gap_ms, limits.chain_gap_ms
    if gap is None or not least or not least < gap < chain:
        return None
    if limits.is_too_long((context.caption.duration_ms or 0) + gap - least):
        return None
    return Breach(gap, chain, f"a gap of {gap} ms follows; below {chain} ms it is to be {least} ms")


def _min_duration(context: InContext, limits: Limits) -> Breach | None:
    duration, least = context.caption.duration_ms, limits.min_duration_ms
    if duration is None or duration >= least:
        return None
    return Breach(duration, least, f"it is shown for {duration} ms; {least} ms at least")


def _max_duration(context: InContext, limits: Limits) -> Breach | None:
    duration, most = context.caption.duration_ms, limits.max_duration_ms
    if duration is None or most is None or not limits.is_too_long(duration):
        return None
    return Breach(duration, most, f"it is shown for {duration} ms; {most} ms at most")


def _line_width(context: InContext, limits: Limits) -> Breach | None:
    widest, most = max(map(limits.width, context.caption.lines)), limits.line_width
    if widest <= most:
        return None
    return Breach(widest, most, f"a line is {widest:g} characters wide; {most:g} at most")


def _lines(context: InContext, limits: Limits) -> Breach | None:
    count, most = len(context.caption.lines), limits.lines
    if most is None or count <= most:
        return None
    return Breach(count, most, f"it has {count} lines; {most} at most")


def _reading_speed(context: InContext, limits: Limits) -> Breach | None:
    duration, most = context.caption.duration_ms, limits.characters_per_second
    width = sum(map(limits.width, context.caption.lines))
    if duration is None or width * 1000 <= most * duration:
        return None
    speed = ceil(width * 100_000 / duration) / 100
    return Breach(speed, most, f"{speed:g} characters per second have to be read; {most:g} at most")


def _orphan(context: InContext, limits: Limits) -> Breach | None:
    """A few characters apart from the sentence that they belong to."""
    if not limits.has_line_width:
        return None
    width, least = sum(map(limits.width, context.caption.lines)), limits.line_width / ORPHAN_SHARE
    alone = not (_goes_on(context.before, context.caption) or _goes_on(context.caption, context.after))
    if width >= least or alone:
        return None
    return Breach(width, least, f"a part of a sentence is alone in a cue and is {width:g} wide; {least:g} at least")


def _goes_on(earlier: Caption | None, later: Caption | None) -> bool:
    """Whether the later caption seems to continue the sentence of the earlier one."""
    if earlier is None or later is None or earlier.duration_ms is None or earlier.ends_sentence:
        return False
    gap = later.start_ms - earlier.start_ms - earlier.duration_ms
    return earlier.speaker == later.speaker and 0 <= gap < SAME_BREATH_MS


RULES: tuple[tuple[str, Callable[[InContext, Limits], Breach | None]], ...] = (
    ("missing-time", _missing_end),
    ("end-before-start", _end_before_start),
    ("negative-start", _negative_start),
    ("order", _order),
    ("duplicate", _duplicate),
    ("overlap", _overlap),
    ("gap", _gap),
    ("chain-gap", _chain_gap),
    ("min-duration", _min_duration),
    ("max-duration", _max_duration),
    ("line-width", _line_width),
    ("lines", _lines),
    ("reading-speed", _reading_speed),
    ("orphan", _orphan),
)

RULE_NAMES = ("empty", *(name for name, _ in RULES))
"""Every rule that a finding may name."""
