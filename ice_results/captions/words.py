"""Where the words of a cue are in its lines, and when each of them starts."""

from __future__ import annotations

from .cues import Cue

WordStarts = tuple[tuple[int, int], ...]
"""For one line: where a word begins, and its start in milliseconds."""


def word_starts(cue: Cue) -> tuple[WordStarts, ...]:
    """For each line of a cue the words whose start is known; starts only ever increase, and lie inside the cue.

    A word that starts with the cue or before the word in front of it is left out, as it can have no mark.
    """
    found: list[list[tuple[int, int]]] = [[] for _ in cue.lines]
    line, offset, reached = 0, 0, cue.start_ms
    for word in cue.words:
        spelt = word.text.strip()
        place = _place_of(spelt, cue.lines, line, offset)
        if not spelt or place is None:
            continue
        line, begin = place
        offset = begin + len(spelt)
        # WebVTT wants stamps that increase strictly and are strictly inside the cue; players drop others with the text.
        if word.start_ms is not None and reached < word.start_ms < cue.end_ms:
            found[line].append((begin, word.start_ms))
            reached = word.start_ms
    return tuple(map(tuple, found))


def _place_of(spelt: str, lines: tuple[str, ...], line: int, offset: int) -> tuple[int, int] | None:
    """The line and the offset at which a word is next."""
    for number in range(line, len(lines)):
        begin = lines[number].find(spelt, offset if number == line else 0)
        if begin >= 0:
            return number, begin
    return None


def parts_of(line: str, starts: WordStarts) -> list[tuple[int | None, str]]:
    """A line cut where its words start: each part with its start, the first one without where no word begins it."""
    edges = [0, *(begin for begin, _ in starts if begin), len(line)]
    times: list[int | None] = [ms for _, ms in starts]
    if not starts or starts[0][0]:
        times.insert(0, None)
    return [(time, line[first:last]) for time, first, last in zip(times, edges, edges[1:], strict=False)]
