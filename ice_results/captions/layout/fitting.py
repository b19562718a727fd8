"""Cues in the lines of a profile: as they are, in other lines, or cut into several."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf

import attrs

from ...findings import Change
from ...records import Word
from ...text.cleaning import joined
from ..cues import Cue, CueTable
from ..labels import NO_LABEL, SpeakerLabel
from ..limits import HARD_PAUSE_MS, Limits
from ..track_limits import TrackLimits
from .models import cue_price
from .search import best_cues, whole_cue
from .spoken import Spoken, spoken_of
from .two_lines import in_lines

WIDER_THAN_A_LINE = "a word is wider than a line and was not broken"
SHARED_OUT = "a cut where no word has a time: it was shared out by the width of the text"


def fitted_each(cues: CueTable, labels: Sequence[SpeakerLabel], limits: TrackLimits, changes: list[Change]) -> CueTable:
    """The cues in lines, with what stands before them: most can stay as they are, and those are not looked at alone."""
    return _fit_rows(cues, _rows_to_fit(cues, labels, limits), labels, limits, changes)


def refitted(cues: CueTable, limits: TrackLimits, changes: list[Change]) -> CueTable:
    """Cues that are in lines, but for those that may not stay so: words alone are no reason to look at one again."""
    labels = [NO_LABEL] * len(cues)
    rows = _rows_to_fit(attrs.evolve(cues, words=[()] * len(cues)), labels, limits)
    return _fit_rows(cues, rows, labels, limits, changes)


def _fit_rows(
    cues: CueTable,
    rows: Iterable[int],
    labels: Sequence[SpeakerLabel],
    limits: TrackLimits,
    changes: list[Change],
) -> CueTable:
    spans = [(row, row + 1, fit_cue(cues.cue(row), labels[row], limits.of(cues.sources[row]), changes)) for row in rows]
    return cues.replaced(spans) if spans else cues


def _rows_to_fit(cues: CueTable, labels: Sequence[SpeakerLabel], limits: TrackLimits) -> list[int]:
    """The rows that have a label, or that may not stay as they are."""
    most_ms, narrowest, usual = limits.usual.max_duration_ms or inf, limits.narrowest_line, limits.usual.line_width
    usual_rows = limits.usual_rows
    rows = zip(cues.starts_ms, cues.ends_ms, cues.lines, cues.words, labels, cues.sources, strict=True)
    return [
        row
        for row, (start, end, lines, words, label, sources) in enumerate(rows)
        if words
        or end - start > most_ms
        or label is not NO_LABEL
        or not (
            (len(lines) == 1 and len(lines[0]) <= (usual if sources and sources[0] in usual_rows else narrowest))
            or limits.numbers_of(sources).fits_lines(lines)
        )
    ]


def fit_cue(
    cue: Cue, label: SpeakerLabel, limits: Limits, changes: list[Change], clause_ends: Collection[int] = ()
) -> Sequence[Cue]:
    """A cue in lines; one that does not fit as several. `clause_ends` are indices of its text that are known to begin
    a clause."""
    cue = attrs.evolve(cue, lines=labelled(cue.lines, label.first)) if label.first else cue
    if label.every:
        return fit_cue(cue, NO_LABEL, limits.beside(label.every), changes, clause_ends)
    if not (too_long(cue, limits) or cue.words) and limits.fits_lines(cue.lines):
        return (cue,)
    text, begin = joined(cue.lines), len(label.first)
    words = places_of_words(text, cue.words, begin)
    if not (too_long(cue, limits) or may_pause(cue, words)):
        ends = [end for _, end, _ in words]
        lines = in_lines(text, begin, ends, cue.end_ms - cue.start_ms, limits, clause_ends)
        if lines:
            return (attrs.evolve(cue, lines=lines, words=tuple(word for _, _, word in words)),)
    spoken = spoken_of(cue, text, words, begin, limits, clause_ends)
    pieces = best_cues(spoken.passage, limits, cue_price(limits.language))
    return list(_cut(cue, spoken, pieces, words, limits, changes))


def fit_in_lines(cue: Cue, limits: Limits, changes: list[Change]) -> Iterable[Cue]:
    """A cue in the lines of a profile, as several where it does not fit."""
    return fit_cue(cue, NO_LABEL, limits, changes) if limits.splits else (cue,)


def cut_near(cue: Cue, cuts_ms: Sequence[int], limits: Limits) -> list[Cue]:
    """A cue cut near the given times, at the best places around them; where parts would not fit, by its own needs."""
    text = joined(cue.lines)
    words = places_of_words(text, cue.words, 0)
    spoken = spoken_of(cue, text, words, 0, limits)
    last, edges = spoken.passage.last, [0]
    for cut in cuts_ms:
        candidates = range(edges[-1] + 1, last)
        if candidates:
            edges.append(min(candidates, key=lambda place: (_distance(spoken, place, cut), place)))
    pieces = [whole_cue(spoken.passage, *edge, limits) for edge in pairwise([*edges, last])]
    if any(piece is None for piece in pieces):
        pieces = [*best_cues(spoken.passage, limits, cue_price(limits.language))]
    return list(_cut(cue, spoken, [piece for piece in pieces if piece], words, limits, []))


def _distance(spoken: Spoken, place: int, cut_ms: int) -> float:
    """How far a place is from a time, places with a cost farther."""
    return abs(spoken.passage.ends_ms[place] - cut_ms) + 1500 * spoken.passage.costs[place]


def places_of_words(text: str, words: Sequence[Word], reached: int) -> list[tuple[int, int, Word]]:
    """Where the words of the service stand in the text, none where they are not all in it in order."""
    found = []
    for word in words:
        spelt = word.text.strip()
        start = text.find(spelt, reached)
        if start < 0:
            return []
        if not spelt:
            continue
        reached = start + len(spelt)
        found.append((start, reached, word))
    return found


def may_pause(cue: Cue, words: Sequence[tuple[int, int, Word]]) -> bool:
    """Whether there may be a silence in a cue that no cue reaches across: there is none in a short cue, nor
    where all words have times in it and each begins soon after the one before."""
    if not words or cue.end_ms - cue.start_ms < HARD_PAUSE_MS:
        return False
    reached = cue.start_ms
    for _, _, word in words:
        start, end = word.start_ms, word.end_ms
        if (
            start is None
            or end is None
            or not (cue.start_ms <= start <= cue.end_ms and cue.start_ms <= end <= cue.end_ms)
        ):
            return True
        if start - reached >= HARD_PAUSE_MS:
            return True
        reached = end
    return cue.end_ms - reached >= HARD_PAUSE_MS


def too_long(cue: Cue, limits: Limits) -> bool:
    """Whether a cue is shown longer than the profile allows."""
    return limits.is_too_long(cue.end_ms - cue.start_ms)


def labelled(lines: tuple[str, ...], label: str) -> tuple[str, ...]:
    """Lines with a label before the first."""
    return (label + lines[0], *lines[1:]) if label else lines


def _cut(
    cue: Cue,
    spoken: Spoken,
    pieces: Iterable[tuple[int, ...]],
    words: Sequence[tuple[int, int, Word]],
    limits: Limits,
    changes: list[Change],
) -> Iterator[Cue]:
    """The pieces of a cue as cues, each in its lines and with its words."""
    passage, limit = spoken.passage, limits.line_width
    said_ms = {instant for _, _, word in words for instant in (word.start_ms, word.end_ms)}
    for first, *breaks, last in pieces:
        lines = tuple(line for line in map(spoken.stretch, [first, *breaks], [*breaks, last]) if line)
        start = passage.starts_ms[first]
        if first and said_ms.isdisjoint((start, passage.ends_ms[first])):
            changes.append(Change(start, SHARED_OUT))
        if any(passage.width(place, place + 1) > limit for place in range(first, last)):
            changes.append(Change(start, f"{WIDER_THAN_A_LINE}: {max(lines, key=len)}"))
        begin, end = spoken.indices[first], spoken.indices[last]
        yield Cue(
            start_ms=start,
            end_ms=max(passage.ends_ms[last], start + 1),
            lines=lines,
            speaker=cue.speaker,
            words=tuple(word for from_, to, word in words if begin <= from_ and to <= end),
            sources=cue.sources,
        )
