"""What is on the screen from when to when: the runs of one track as segments that never overlap."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from ...findings import Change
from ...records import Box, Segment
from .geometry import in_one_row, same_place
from .runs import TextRun
from .sequence import FrameSequence

# Two lines of one caption are seldom read for the first time in the same frame; nobody reads a half for less.
_LEAST_MS = 500
"""A text that is on the screen alone for less, before or after it is shown with another, is shown with it."""


@attrs.frozen
class ScreenText:
    """A text on the screen from `start_ms` to `end_ms`; `box` is where it is."""

    start_ms: int
    end_ms: int
    text: str
    box: Box | None = None


@attrs.define
class _State:
    """What is on the screen at once."""

    start_ms: int
    end_ms: int
    shown: frozenset[ScreenText]
    moves: int = 0


def screen_texts(
    runs: Iterable[TextRun], seen: Mapping[int, Sequence[TextRun]], sequence: FrameSequence, changes: list[Change]
) -> list[ScreenText]:
    """The stretches in which each run is on the screen in one place; its bridged gaps go to `changes`."""
    found = []
    for run in runs:
        text = run.text
        gaps = []
        start = run.first
        for earlier, later in pairwise(run.frames):
            if later > earlier + 1 and _replaced(run, earlier, later, seen):
                found.append(
                    ScreenText(
                        sequence.times[start], sequence.times[earlier] + sequence.step_ms, text, run.boxes[earlier]
                    )
                )
                start = later
                continue
            if sequence.gap_ms(earlier, later) > 0:
                gaps.append((earlier, later))
            if not same_place(run.boxes[earlier], run.boxes[later]):
                found.append(ScreenText(sequence.times[start], sequence.times[later], text, run.boxes[earlier]))
                start = later
        found.append(
            ScreenText(
                sequence.times[start], sequence.times[run.last] + sequence.step_ms, text, run.boxes[run.last] or run.box
            )
        )
        changes.extend(_bridged(text, gaps, sequence))
    return found


def _replaced(run: TextRun, earlier: int, later: int, seen: Mapping[int, Sequence[TextRun]]) -> bool:
    """Whether another text is in the place of a run while it is not seen."""
    return any(
        earlier not in other.boxes and later not in other.boxes and same_place(run.place_at(frame), other.boxes[frame])
        for frame in range(earlier + 1, later)
        for other in seen.get(frame, ())
    )


def _bridged(text: str, gaps: Sequence[tuple[int, int]], sequence: FrameSequence) -> Iterator[Change]:
    if gaps:
        longest = max(sequence.gap_ms(*gap) for gap in gaps)
        many = f"{len(gaps)} gaps of up to" if len(gaps) > 1 else "a gap of"
        yield Change(sequence.times[gaps[0][0]] + sequence.step_ms, f"{many} {longest} ms in “{text}” was bridged")


def segments_of(shown: Iterable[ScreenText], step_ms: int, changes: list[Change]) -> tuple[Segment, ...]:
    """A segment for everything that is on the screen at once, from change to change.

    The last step of a text is a guess, so the next text of the track cuts it.
    """
    states = _joined(_settled(_states(_cut(shown, step_ms)), changes), changes)
    return tuple(Segment(start_ms=each.start_ms, end_ms=each.end_ms, text=_lines(each.shown)) for each in states)


def _cut(shown: Iterable[ScreenText], step_ms: int) -> list[ScreenText]:
    shown = list(shown)
    starts = sorted(each.start_ms for each in shown)
    found = []
    for each in shown:
        following = bisect_right(starts, each.end_ms - step_ms)
        end = min(each.end_ms, starts[following]) if following < len(starts) else each.end_ms
        found.append(attrs.evolve(each, end_ms=end))
    return found


def _states(shown: Iterable[ScreenText]) -> Iterator[_State]:
    begin, end = defaultdict(list), defaultdict(list)
    for each in shown:
        begin[each.start_ms].append(each)
        end[each.end_ms].append(each)
    current: set[ScreenText] = set()
    for time, following in pairwise(sorted({*begin, *end})):
        current.difference_update(end.get(time, ()))
        current.update(begin.get(time, ()))
        if current:
            yield _State(time, following, frozenset(current))


def _settled(states: Iterable[_State], changes: list[Change]) -> list[_State]:
    """States without those that only last until, or since, another text beside it was missed."""
    found: list[_State] = []
    for state in states:
        before = found[-1] if found and found[-1].end_ms == state.start_ms else None
        if before and before.end_ms - before.start_ms < _LEAST_MS and before.shown < state.shown:
            missed = _in_words(state.shown - before.shown)
            message = f"“{missed}” is shown from {before.start_ms} ms, as is the text beside it"
            changes.append(Change(before.start_ms, message))
            state.start_ms = before.start_ms
            found[-1] = state
        elif before and state.end_ms - state.start_ms < _LEAST_MS and state.shown < before.shown:
            missed = _in_words(before.shown - state.shown)
            message = f"“{missed}” is shown until {state.end_ms} ms, as is the text beside it"
            changes.append(Change(state.start_ms, message))
            before.end_ms = state.end_ms
        else:
            found.append(state)
    return found


def _joined(states: Iterable[_State], changes: list[Change]) -> list[_State]:
    """States without those that show the same text as the one just before them."""
    found: list[_State] = []
    for state in states:
        if (
            found
            and found[-1].end_ms == state.start_ms
            and len(found[-1].shown) == len(state.shown)
            and _lines(found[-1].shown) == _lines(state.shown)
        ):
            found[-1].end_ms = state.end_ms
            found[-1].moves += 1
        else:
            found.append(state)
    moved = (each for each in found if each.moves)
    changes.extend(
        Change(each.start_ms, f"“{_in_words(each.shown)}” goes on in another place, one cue") for each in moved
    )
    return found


def _in_words(shown: frozenset[ScreenText]) -> str:
    return _lines(shown).replace("\n", " / ")


def _lines(shown: frozenset[ScreenText]) -> str:
    """Texts from top to bottom, a line for each row; those without a box last, by the time when they came."""
    if len(shown) == 1:
        return next(iter(shown)).text
    rows: list[list[ScreenText]] = []
    for each in sorted(shown, key=_down_the_picture):
        if rows and each.box and rows[-1][0].box and in_one_row(rows[-1][0].box, each.box):
            rows[-1].append(each)
        else:
            rows.append([each])
    return "\n".join(" ".join(each.text for each in sorted(row, key=_from_the_left)) for row in rows)


def _down_the_picture(shown: ScreenText) -> tuple[bool, float, float, int, str]:
    box = shown.box
    return (box is None, box.top if box else 0.0, box.left if box else 0.0, shown.start_ms, shown.text)


def _from_the_left(shown: ScreenText) -> float:
    return shown.box.left if shown.box else 0.0
