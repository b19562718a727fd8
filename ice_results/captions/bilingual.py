"""A transcript and its translation in one track: each cue with both languages, on lines of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from ..findings import Change
from ..records import Segment, Word
from ..text.cleaning import joined
from .cues import Cue, Cues, cue_table
from .layout.fitting import cut_near, fit_in_lines
from .limits import HARD_PAUSE_MS, Limits
from .plain import cues_of
from .shape import Shaping, finished
from .timing import timed
from .track_limits import TrackLimits

_NEIGHBOURS = 50
"""How many sentences that begin before a translation ends are compared with it."""


@attrs.frozen
class Pair:
    """Sentences that say the same in both languages; either side may be empty."""

    original: tuple[Segment, ...]
    translation: tuple[Segment, ...]


def pairs_of(original: Sequence[Segment], translation: Sequence[Segment]) -> list[Pair]:
    """Sentences of one id together; the others by the time that they share, several with several where need be.

    An id that comes back, at another time or of another speaker, says nothing.
    """
    spoken, translated = _by_id(original), _by_id(translation)
    shared = [key for key in spoken if key in translated]
    pairs = [Pair(spoken[key], translated[key]) for key in shared]
    known = {id(segment) for pair in pairs for segment in (*pair.original, *pair.translation)}
    left = [[segment for segment in side if id(segment) not in known] for side in (original, translation)]
    return sorted([*pairs, *_by_time(*left)], key=_start)


def _by_id(segments: Iterable[Segment]) -> dict[str, tuple[Segment, ...]]:
    """The sentences of each id that follow each other."""
    found: dict[str, list[Segment]] = {}
    for segment in segments:
        if segment.id is not None:
            found.setdefault(segment.id, []).append(segment)
    return {key: tuple(each) for key, each in found.items() if _follow_each_other(each)}


def _follow_each_other(segments: Sequence[Segment]) -> bool:
    return all(
        earlier.speaker == later.speaker
        and 0 <= (later.start_ms or 0) - (earlier.end_ms or earlier.start_ms or 0) < HARD_PAUSE_MS
        for earlier, later in pairwise(segments)
    )


def _start(pair: Pair) -> int:
    return min((each.start_ms for each in (*pair.original, *pair.translation) if each.start_ms is not None), default=0)


def _by_time(original: Sequence[Segment], translation: Sequence[Segment]) -> Iterator[Pair]:
    """Each translation with the sentence that it shares most time with; a sentence that has none then
    joins the one before it, where both are of one speaker and under the same translation."""
    mates: dict[int, list[Segment]] = {}
    alone: list[Segment] = []
    original = sorted(original, key=lambda segment: segment.start_ms or 0)
    starts = [segment.start_ms or 0 for segment in original]
    for segment in translation:
        last = bisect_right(starts, segment.end_ms or 0)
        # Sentences of one track hardly overlap: the best mate is among the last few, and a bound keeps this linear.
        near = range(max(last - _NEIGHBOURS, 0), last)
        best = max(near, key=lambda place: _shared_ms(original[place], segment), default=None)
        if best is None or not _half_shared(original[best], segment):
            alone.append(segment)
        else:
            mates.setdefault(best, []).append(segment)
    groups: list[tuple[list[Segment], list[Segment]]] = []
    for place, segment in enumerate(original):
        found = mates.get(place, [])
        before = groups[-1] if groups else ([], [])
        if (
            not found
            and before[1]
            and before[0][-1].speaker == segment.speaker
            and _half_shared(segment, before[1][-1])
        ):
            before[0].append(segment)
        else:
            groups.append(([segment], found))
    yield from (Pair(tuple(spoken), tuple(found)) for spoken, found in groups)
    yield from (Pair((), (segment,)) for segment in alone)


def _shared_ms(first: Segment, second: Segment) -> int:
    """How much time two sentences share."""
    if None in (first.start_ms, first.end_ms, second.start_ms, second.end_ms):
        return 0
    return min(first.end_ms or 0, second.end_ms or 0) - max(first.start_ms or 0, second.start_ms or 0)


def _half_shared(first: Segment, second: Segment) -> bool:
    """Whether two sentences share at least half of the shorter one."""
    shorter = min((each.end_ms or 0) - (each.start_ms or 0) for each in (first, second))
    return _shared_ms(first, second) * 2 >= max(shorter, 1)


def bilingual(
    original: Sequence[Segment],
    translation: Sequence[Segment],
    shaping: Shaping,
    translation_first: bool = False,
    languages: Sequence[str | None] = (None, None),
) -> Cues:
    """The cues of both tracks in one: times of the original, lines of each language by its own rules.

    Where one side needs more cues than the other, the other is cut at the places nearest in time. `languages` are
    those that the tracks are said to be in.
    """
    limits = [_limits_by_segment(*each, shaping) for each in zip((original, translation), languages, strict=True)]
    changes: list[Change] = []
    cues: list[Cue] = []
    for pair in pairs_of(original, translation):
        whole = [_whole(side, shaping, changes) for side in (pair.original, pair.translation)]
        own = [limits_of(side) for limits_of, side in zip(limits, (pair.original, pair.translation), strict=True)]
        cues += _together(whole, own, translation_first, changes)
    settled, moved = timed(cue_table(cues), limits[0](()))
    return Cues(finished(settled, shaping), (*changes, *moved))


def _limits_by_segment(
    segments: Sequence[Segment], named: str | None, shaping: Shaping
) -> Callable[[Sequence[Segment]], Limits]:
    """What gives the limits of sentences of a track: those of the first one's language, the usual ones of none."""
    track = TrackLimits(shaping.profile, named, [(segment.text,) for segment in segments])
    rows = {id(segment): row for row, segment in enumerate(segments)}
    return lambda side: track.of([rows[id(segment)] for segment in side[:1]])


def _whole(segments: Sequence[Segment], shaping: Shaping, changes: list[Change]) -> Cue | None:
    """All sentences of one side as one cue, `None` where nothing of them can be shown."""
    plain = cues_of(segments, shaping.speaker_names)
    changes += plain.changes
    if not plain.cues:
        return None
    words: tuple[Word, ...] = tuple(word for cue in plain.cues for word in cue.words)
    return Cue(
        start_ms=plain.cues[0].start_ms,
        end_ms=max(cue.end_ms for cue in plain.cues),
        lines=(joined([joined(cue.lines) for cue in plain.cues]),),
        speaker=plain.cues[0].speaker,
        words=words,
    )


def _together(
    sides: Sequence[Cue | None],
    limits: Sequence[Limits],
    translation_first: bool,
    changes: list[Change],
) -> Iterator[Cue]:
    """The cues of one pair."""
    spoken, translated = sides
    if spoken is None or translated is None:
        for side, allowed in zip(sides, limits, strict=True):
            yield from fit_in_lines(side, allowed, changes) if side else ()
        return
    translated = attrs.evolve(translated, start_ms=spoken.start_ms, end_ms=spoken.end_ms)
    first = list(fit_in_lines(spoken, limits[0], changes))
    second = list(fit_in_lines(translated, limits[1], changes))
    # Both languages change at the same moment: the side with fewer cues is cut at the times of the other.
    if len(first) < len(second):
        first = cut_near(spoken, _cuts(second), limits[0])
    elif len(second) < len(first):
        second = cut_near(translated, _cuts(first), limits[1])
    for number in range(max(len(first), len(second))):
        parts = [side[number] for side in (first, second) if number < len(side)]
        lines = [part.lines for part in (reversed(parts) if translation_first else parts)]
        timing = first[number] if number < len(first) else second[number]
        yield attrs.evolve(timing, lines=tuple(line for each in lines for line in each), speaker=spoken.speaker)


def _cuts(cues: Sequence[Cue]) -> list[int]:
    return [(earlier.end_ms + later.start_ms) // 2 for earlier, later in pairwise(cues)]
