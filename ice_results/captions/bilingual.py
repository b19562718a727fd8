"""A transcript and its translation in one track: each cue with both languages, on lines of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from ..records import Segment, Word
from .cues import Change, Cue, Cues, cues_of
from .script import language_of
from .shape import Shaping, finished, set_at, set_in_lines
from .text import joined
from .timing import timed


@attrs.frozen
class Pair:
    """Sentences that say the same in both languages; either side may be empty."""

    original: tuple[Segment, ...]
    translation: tuple[Segment, ...]


def pairs_of(original: Sequence[Segment], translation: Sequence[Segment]) -> list[Pair]:
    """Sentences of one id together; the others by the time that they share, several with several where need be."""
    translated: dict[str, list[Segment]] = {}
    for segment in translation:
        if segment.id is not None:
            translated.setdefault(segment.id, []).append(segment)
    spoken: dict[str, list[Segment]] = {}
    for segment in original:
        if segment.id is not None and segment.id in translated:
            spoken.setdefault(segment.id, []).append(segment)
    pairs = [Pair(tuple(spoken[key]), tuple(translated[key])) for key in spoken]
    left = [segment for segment in original if segment.id not in spoken]
    pairs += _by_time(left, [segment for segment in translation if segment.id not in spoken])
    return sorted(pairs, key=_start)


def _start(pair: Pair) -> int:
    return min((each.start_ms for each in (*pair.original, *pair.translation) if each.start_ms is not None), default=0)


def _by_time(original: Iterable[Segment], translation: Iterable[Segment]) -> Iterator[Pair]:
    """Sentences joined as long as they share at least half of the shorter one."""
    sides = [(segment, 0) for segment in original] + [(segment, 1) for segment in translation]
    timed = sorted(sides, key=lambda side: (side[0].start_ms or 0, side[1]))
    group: list[tuple[Segment, int]] = []
    for side in timed:
        if group and not any(_share(side, other) for other in group):
            yield _pair(group)
            group = []
        group.append(side)
    if group:
        yield _pair(group)


def _share(one: tuple[Segment, int], other: tuple[Segment, int]) -> bool:
    (first, side), (second, other_side) = one, other
    if side == other_side or None in (first.start_ms, first.end_ms, second.start_ms, second.end_ms):
        return False
    start, end = max(first.start_ms or 0, second.start_ms or 0), min(first.end_ms or 0, second.end_ms or 0)
    shorter = min((each.end_ms or 0) - (each.start_ms or 0) for each in (first, second))
    return (end - start) * 2 >= max(shorter, 1)


def _pair(group: Iterable[tuple[Segment, int]]) -> Pair:
    sides: tuple[list[Segment], list[Segment]] = ([], [])
    for segment, side in group:
        sides[side].append(segment)
    return Pair(tuple(sides[0]), tuple(sides[1]))


def bilingual(
    original: Sequence[Segment], translation: Sequence[Segment], shaping: Shaping, translation_first: bool = False
) -> Cues:
    """The cues of both tracks in one: times of the original, lines of each language by its own rules.

    Where one side needs more cues than the other, the other is cut at the places nearest in time.
    """
    languages = (
        language_of(None, (each.text for each in original)),
        language_of(None, (each.text for each in translation)),
    )
    changes: list[Change] = []
    cues: list[Cue] = []
    for pair in pairs_of(original, translation):
        sides = [_whole(side, shaping, changes) for side in (pair.original, pair.translation)]
        cues += _together(sides, languages, shaping, translation_first, changes)
    settled, moved = timed(cues, shaping.profile, languages[0])
    return Cues(finished(settled, shaping), (*changes, *moved))


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
    languages: Sequence[str],
    shaping: Shaping,
    translation_first: bool,
    changes: list[Change],
) -> Iterator[Cue]:
    """The cues of one pair."""
    spoken, translated = sides
    if spoken is None or translated is None:
        for side, language in zip(sides, languages, strict=True):
            yield from set_in_lines(side, shaping.profile, language, changes) if side else ()
        return
    translated = attrs.evolve(translated, start_ms=spoken.start_ms, end_ms=spoken.end_ms)
    first = list(set_in_lines(spoken, shaping.profile, languages[0], changes))
    second = list(set_in_lines(translated, shaping.profile, languages[1], changes))
    if len(first) < len(second):
        first = set_at(spoken, _cuts(second), shaping.profile, languages[0])
    elif len(second) < len(first):
        second = set_at(translated, _cuts(first), shaping.profile, languages[1])
    for number in range(max(len(first), len(second))):
        parts = [side[number] for side in (first, second) if number < len(side)]
        lines = [part.lines for part in (reversed(parts) if translation_first else parts)]
        timing = first[number] if number < len(first) else second[number]
        yield attrs.evolve(timing, lines=tuple(line for each in lines for line in each), speaker=spoken.speaker)


def _cuts(cues: Sequence[Cue]) -> list[int]:
    return [(earlier.end_ms + later.start_ms) // 2 for earlier, later in pairwise(cues)]
