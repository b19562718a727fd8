"""Segments to the cues of a profile: cut, joined, set in lines, and timed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from ..findings import Change
from ..records import NO_EXTRA, Segment
from ..text.cleaning import joined
from ..text.kinsoku import COMPLETE_ENDS
from .cues import Cue, Cues, CueTable
from .labels import NO_LABEL, labels_for
from .layout.fitting import WIDER_THAN_A_LINE, fit_cue, fitted_each, labelled, refitted, too_long
from .limits import SAME_BREATH_MS, Limits
from .plain import cues_of
from .profiles import PROFILES, Profile
from .timing import timed
from .track_limits import TrackLimits

# Each round joins at least one pair, but tracks settle after two or three: a bound against tracks that swing.
_MOST_ROUNDS = 12
# Chinese publishers drop stops at the ends of lines; question marks and exclamation marks carry meaning and stay.
_DROPPED = "，。"


@attrs.frozen(kw_only=True)
class Shaping:
    """How segments become cues.

    `language` is a name or code; without it the script of the text decides. `speaker_names` gives names
    for the ids of speakers. `speakers` says when a name is put before the text: on `change`, `always`,
    `never`; a track of one speaker has none. `drop_trailing_punctuation` leaves out a `，` or `。` at the
    end of a line.
    """

    profile: Profile = PROFILES["standard"]
    language: str | None = None
    speaker_names: Mapping[str, str] = NO_EXTRA
    speakers: str = "never"
    drop_trailing_punctuation: bool = False


def shape(segments: Iterable[Segment], shaping: Shaping = Shaping()) -> Cues:
    """The cues of a track, with every change of the times that the service gave.

    The text itself is never changed, but for white space at breaks and what the shaping asks for.
    """
    segments = tuple(segments)
    plain = cues_of(segments, shaping.speaker_names)
    limits = TrackLimits(shaping.profile, shaping.language, plain.table.lines)
    changes = list(plain.changes)
    cues = plain.table if limits.usual.overlaps else _without_repetitions(plain.table, changes)
    labels = labels_for(cues.speakers, shaping.speakers, limits.usual.group)
    every = {speaker: label.every for speaker, label in zip(cues.speakers, labels, strict=True) if label.every}
    if limits.usual.splits:
        cues = fitted_each(cues, labels, limits, changes)
    else:
        cues = _labelled_each(cues, [label.first for label in labels])
    if limits.usual.merges:
        cues = _joined(cues, every, limits)
    if every:
        cues = _labelled_each(cues, [every.get(speaker, "") for speaker in cues.speakers])
        changes += _names_too_wide(cues, every, limits)
    cues, moved = timed(cues, limits.usual, limits.numbers_of)
    if limits.usual.merges and not every:
        cues, more = _settled(cues, limits)
        moved = (*moved, *more)
    return Cues(finished(cues, shaping), (*changes, *moved))


def _settled(cues: CueTable, limits: TrackLimits) -> tuple[CueTable, tuple[Change, ...]]:
    """The cues once nothing more can be joined: longer times may bring fragments close enough to each other."""
    changes: list[Change] = []
    for _ in range(_MOST_ROUNDS):
        parts = refitted(cues, limits, changes)
        again, moved = timed(_joined(parts, {}, limits), limits.usual, limits.numbers_of)
        if again == cues:
            break
        cues, changes = again, [*changes, *moved]
    return cues, tuple(changes)


def _names_too_wide(cues: CueTable, labels: Mapping[str | None, str], limits: TrackLimits) -> Iterator[Change]:
    """A change for each cue whose first line is too wide for the name in it."""
    for start, lines, speaker, sources in zip(cues.starts_ms, cues.lines, cues.speakers, cues.sources, strict=True):
        if speaker in labels and not limits.of(sources).fits_line(lines[0]):
            yield Change(start, f"{WIDER_THAN_A_LINE}: {labels[speaker].strip()}")


def _without_repetitions(cues: CueTable, changes: list[Change]) -> CueTable:
    """The cues, each once: the same text, times and speaker is a repetition wherever it is."""
    if len(set(cues.starts_ms)) == len(cues):
        return cues
    kept: dict[tuple[int, int, tuple[str, ...], str | None], int] = {}
    for row, key in enumerate(zip(cues.starts_ms, cues.ends_ms, cues.lines, cues.speakers, strict=True)):
        if kept.setdefault(key, row) != row:
            changes.append(Change(cues.starts_ms[row], "a cue that was given twice was left out once"))
    return cues if len(kept) == len(cues) else cues.chosen(list(kept.values()))


def finished(cues: CueTable, shaping: Shaping) -> CueTable:
    """The cues without what the shaping wants dropped at the ends of lines."""
    if not shaping.drop_trailing_punctuation:
        return cues
    return attrs.evolve(cues, lines=[tuple(map(_without_stop, lines)) for lines in cues.lines])


def _labelled_each(cues: CueTable, labels: Sequence[str]) -> CueTable:
    return attrs.evolve(cues, lines=list(map(labelled, cues.lines, labels))) if any(labels) else cues


def _without_stop(line: str) -> str:
    return line.rstrip(_DROPPED) or line


def _joined(cues: CueTable, labels: Mapping[str | None, str], limits: TrackLimits) -> CueTable:
    """Fragments of one speaker and language that follow each other at once, joined as long as they fit one cue."""
    own = list(map(limits.of, cues.sources))
    widths = [sum(map(each.width, lines)) for each, lines in zip(own, cues.lines, strict=True)]
    spans: list[tuple[int, int, Sequence[Cue]]] = []
    first, pending, width = 0, None, widths[0] if widths else 0.0
    clause_ends: tuple[int, ...] = ()
    for row in range(1, len(cues)):
        both, allowed = None, own[row].beside(labels.get(cues.speakers[row], ""))
        end_ms = pending.end_ms if pending else cues.ends_ms[row - 1]
        if (
            0 <= cues.starts_ms[row] - end_ms < SAME_BREATH_MS
            and cues.speakers[row] == cues.speakers[row - 1]
            and own[row] is own[row - 1]
            and not cues.lines[row - 1][-1].endswith(COMPLETE_ENDS)
            and _may_fit(width + widths[row], cues.ends_ms[row] - cues.starts_ms[first], allowed)
        ):
            both, clause_ends = _both(pending or cues.cue(first), cues.cue(row), allowed, clause_ends)
        if both:
            width = sum(map(allowed.width, both.lines))
        else:
            spans += [(first, row, [pending])] if pending else []
            first, width, clause_ends = row, widths[row], ()
        pending = both
    return cues.replaced([*spans, (first, len(cues), [pending])] if pending else spans)


def _may_fit(width: float, duration_ms: int, limits: Limits) -> bool:
    """Whether one cue may be so wide and so long: what is not is no cue, however its lines are set.

    Text without any width is not judged by its time, which cannot be shared out.
    """
    return width <= limits.line_width * (limits.lines or 1) and not (width and limits.is_too_long(duration_ms))


def _both(earlier: Cue, later: Cue, limits: Limits, clause_ends: tuple[int, ...]) -> tuple[Cue | None, tuple[int, ...]]:
    """Two cues as one, `None` where they do not fit one, and where its fragments end, which are places for its lines;
    `clause_ends` are these of the earlier cue."""
    text = joined([*earlier.lines, *later.lines])
    clause_ends = (*clause_ends, len(text) - len(joined(later.lines)))
    whole = attrs.evolve(
        earlier,
        end_ms=later.end_ms,
        lines=(text,),
        words=earlier.words + later.words,
        sources=earlier.sources + later.sources,
    )
    pieces = fit_cue(whole, NO_LABEL, limits, [], clause_ends)
    fits = len(pieces) == 1 and not too_long(pieces[0], limits)
    return pieces[0] if fits else None, clause_ends
