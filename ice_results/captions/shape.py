"""Segments to the cues of a profile: cut, joined, set in lines, and timed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from ..records import NO_EXTRA, Segment, Word
from .breaks import CLAUSE, phrase_ends, places_in
from .cues import Change, Cue, Cues, cues_of
from .labels import NO_LABEL, Label, labels_for
from .profiles import PROFILES, Profile
from .script import display_width, language_of
from .segmentation import HARD_PAUSE_MS, Spoken, fits, pieces_of
from .text import joined
from .timing import timed
from .wrapping import Measured, measured, whole_words, wrapped

WIDER_THAN_A_LINE = "a word is wider than a line and was not broken"
_JOINED_GAP_MS = 500
_MOST_ROUNDS = 12
_FRAGMENT_ENDS = tuple('。！？!?….”」』"')
_DROPPED = "，。"


@attrs.frozen(kw_only=True)
class Shaping:
    """How segments become cues.

    `language` is a name or code; without it the script of the text decides. `speaker_names` gives names
    for the ids of speakers. `speakers` says when a name stands before the text: on `change`, `always`,
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
    profile = shaping.profile
    plain = cues_of(segments, shaping.speaker_names)
    language = language_of(shaping.language, (segment.text for segment in segments))
    changes = list(plain.changes)
    cues: Sequence[Cue] = plain.cues
    if not profile.overlaps:
        cues = _without_repetitions(cues, changes)
    labels = labels_for(cues, shaping.speakers, language)
    if profile.splits:
        cues = [
            part
            for cue, label in zip(cues, labels, strict=True)
            for part in _set(cue, label, profile, language, changes)
        ]
    else:
        cues = [_labelled(cue, label.first) for cue, label in zip(cues, labels, strict=True)]
    every = {cue.speaker: label.every for cue, label in zip(plain.cues, labels, strict=False) if label.every}
    if profile.merges:
        cues = list(_joined(cues, every, profile, language))
    cues = [_labelled(cue, every.get(cue.speaker, "")) for cue in cues]
    changes += _names_too_wide(cues, every, profile, language)
    cues, moved = timed(cues, profile, language)
    if profile.merges and not every:
        cues, more = _settled(cues, profile, language)
        moved = (*moved, *more)
    return Cues(finished(cues, shaping), (*changes, *moved))


def _settled(cues: Sequence[Cue], profile: Profile, language: str) -> tuple[Sequence[Cue], tuple[Change, ...]]:
    """The cues once nothing more can be joined: longer times may bring fragments close enough to each other."""
    changes: list[Change] = []
    for _ in range(_MOST_ROUNDS):
        plain = [attrs.evolve(cue, words=()) for cue in cues]
        parts = [part for cue in plain for part in _set(cue, NO_LABEL, profile, language, changes)]
        again, moved = timed(list(_joined(parts, {}, profile, language)), profile, language)
        if again == tuple(cues):
            break
        cues, changes = again, [*changes, *moved]
    return cues, tuple(changes)


def _names_too_wide(
    cues: Iterable[Cue], labels: Mapping[str | None, str], profile: Profile, language: str
) -> Iterator[Change]:
    """A change for each cue whose first line is too wide for the name in it."""
    limit = profile.width_for(language)
    for cue in cues:
        if limit and cue.speaker in labels and display_width(cue.lines[0], language) > limit:
            yield Change(cue.start_ms, f"{WIDER_THAN_A_LINE}: {labels[cue.speaker].strip()}")


def _without_repetitions(cues: Iterable[Cue], changes: list[Change]) -> list[Cue]:
    """The cues, each once: the same text, times and speaker is a repetition wherever it stands."""
    kept: dict[Cue, Cue] = {}
    for cue in cues:
        if kept.setdefault(cue, cue) is not cue:
            changes.append(Change(cue.start_ms, "a cue that stood there twice was left out once"))
    return list(kept.values())


def finished(cues: Sequence[Cue], shaping: Shaping) -> tuple[Cue, ...]:
    """The cues without what the shaping wants dropped at the ends of lines."""
    if not shaping.drop_trailing_punctuation:
        return tuple(cues)
    return tuple(attrs.evolve(cue, lines=tuple(map(_without_stop, cue.lines))) for cue in cues)


def _labelled(cue: Cue, label: str) -> Cue:
    return attrs.evolve(cue, lines=(label + cue.lines[0], *cue.lines[1:])) if label else cue


def _without_stop(line: str) -> str:
    return line.rstrip(_DROPPED) or line


def _set(cue: Cue, label: Label, profile: Profile, language: str, changes: list[Change]) -> Iterable[Cue]:
    """A cue in lines; one that does not fit as several."""
    cue = _labelled(cue, label.first)
    if label.every:
        return _set(cue, NO_LABEL, _narrower(profile, label.every, language), language, changes)
    if not (_too_long(cue, profile) or cue.words) and _lines_fit(cue.lines, profile, language):
        return (cue,)
    spoken, words = _measured_cue(cue, len(label.first), profile, language)
    limit, most = profile.width_for(language), profile.lines
    if fits(spoken.text, 0, spoken.text.last, profile, language) and not _better_cut(cue, spoken, profile):
        pieces = [(0, spoken.text.last)]
    else:
        pieces = pieces_of(spoken, profile, language)
    return list(_cut(cue, spoken, pieces, words, limit or float("inf"), most or spoken.text.last, changes))


def _measured_cue(cue: Cue, label: int, profile: Profile, language: str) -> tuple[Spoken, list[tuple[int, int, Word]]]:
    """The text of a cue with its places and their times, and where its words stand; none within a label so long."""
    text = joined(cue.lines)
    words = _places_of_words(text, cue.words, label)
    found = places_in(text, [end for _, end, _ in words], phrase_ends(text, language))
    behind = [place for place in found if place.index > label]
    places = whole_words(behind, text, profile.width_for(language), language)
    return _with_times(measured(text, places, language), cue, words), words


def _narrower(profile: Profile, label: str, language: str) -> Profile:
    """The profile with room left for a label on the first line."""
    if not label:
        return profile
    width = display_width(label, language)
    widths = {language: max(limit - width, limit / 2) for language, limit in (profile.line_width or {}).items()}
    return attrs.evolve(profile, line_width=widths or None)


def set_in_lines(cue: Cue, profile: Profile, language: str, changes: list[Change]) -> Iterable[Cue]:
    """A cue in the lines of a profile, as several where it does not fit."""
    return _set(cue, NO_LABEL, profile, language, changes) if profile.splits else (cue,)


def set_at(cue: Cue, cuts_ms: Sequence[int], profile: Profile, language: str) -> list[Cue]:
    """A cue cut near the given times, at the best places around them; where parts would not fit, by its own needs."""
    spoken, words = _measured_cue(cue, 0, profile, language)
    edges = [0]
    for cut in cuts_ms:
        candidates = range(edges[-1] + 1, spoken.text.last)
        if candidates:
            edges.append(min(candidates, key=lambda place: (_distance(spoken, place, cut), place)))
    pieces = list(pairwise([*edges, spoken.text.last]))
    if not all(fits(spoken.text, first, last, profile, language) for first, last in pieces):
        pieces = pieces_of(spoken, profile, language)
    limit = profile.width_for(language) or float("inf")
    return list(_cut(cue, spoken, pieces, words, limit, profile.lines or 1, []))


def _distance(spoken: Spoken, place: int, cut_ms: int) -> float:
    """How far a place is from a time, poor places farther."""
    return abs(spoken.ends_ms[place] - cut_ms) + 400 * spoken.text.qualities[place]


def _better_cut(cue: Cue, spoken: Spoken, profile: Profile) -> bool:
    """Whether a cue that would fit is shown too long, or across a silence, and has a good place to be cut at."""
    gaps = zip(spoken.starts_ms, spoken.ends_ms, strict=True)
    if any(start - end >= HARD_PAUSE_MS for start, end in gaps):
        return True
    return _too_long(cue, profile) and any(quality <= CLAUSE for quality in spoken.text.qualities[1:-1])


def _too_long(cue: Cue, profile: Profile) -> bool:
    return profile.max_duration_ms is not None and cue.end_ms - cue.start_ms > profile.max_duration_ms


def _lines_fit(lines: Sequence[str], profile: Profile, language: str) -> bool:
    """Whether lines can stay as they are."""
    limit = profile.width_for(language)
    if profile.lines is not None and len(lines) > profile.lines:
        return False
    return limit is None or all(len(line) <= limit or display_width(line, language) <= limit for line in lines)


def _places_of_words(text: str, words: Sequence[Word], reached: int) -> list[tuple[int, int, Word]]:
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


def _with_times(text: Measured, cue: Cue, words: Sequence[tuple[int, int, Word]]) -> Spoken:
    """The time at every place: that of the words inside the cue, else shared out by width; never against the order."""
    total = text.begins[-1] or 1.0
    shared = [cue.start_ms + round((cue.end_ms - cue.start_ms) * begin / total) for begin in text.begins]
    ends, starts = list(shared), list(shared)
    number = 0
    for place in range(1, text.last):
        while number < len(words) and words[number][1] <= text.indices[place]:
            number += 1
        end_ms = words[number - 1][2].end_ms if number else None
        start_ms = words[number][2].start_ms if number < len(words) else None
        if end_ms is not None and cue.start_ms <= end_ms <= cue.end_ms:
            ends[place] = end_ms
        if start_ms is not None and cue.start_ms <= start_ms <= cue.end_ms:
            starts[place] = start_ms
    reached = cue.start_ms
    for place in range(1, text.last):
        ends[place] = reached = min(max(ends[place], reached), cue.end_ms)
        starts[place] = reached = min(max(starts[place], reached), cue.end_ms)
    return Spoken(text, tuple(ends), tuple(starts))


def _cut(
    cue: Cue,
    spoken: Spoken,
    pieces: Iterable[tuple[int, int]],
    words: Sequence[tuple[int, int, Word]],
    limit: float,
    most: int,
    changes: list[Change],
) -> Iterator[Cue]:
    """The pieces of a cue as cues, each in its lines and with its words."""
    text = spoken.text
    for first, last in pieces:
        lines = wrapped(text, first, last, limit, most)
        start = spoken.starts_ms[first]
        if any(text.width(place, place + 1) > limit for place in range(first, last)):
            changes.append(Change(start, f"{WIDER_THAN_A_LINE}: {max(lines, key=len)}"))
        begin, end = text.indices[first], text.indices[last]
        yield Cue(
            start_ms=start,
            end_ms=max(spoken.ends_ms[last], start + 1),
            lines=lines,
            speaker=cue.speaker,
            words=tuple(word for from_, to, word in words if begin <= from_ and to <= end),
            sources=cue.sources,
        )


def _joined(cues: Sequence[Cue], labels: Mapping[str | None, str], profile: Profile, language: str) -> Iterator[Cue]:
    """Fragments of one speaker that follow each other at once, joined as long as they fit one cue."""
    pending: Cue | None = None
    for cue in cues:
        room = _narrower(profile, labels.get(cue.speaker, ""), language)
        both = _both(pending, cue, room, language) if pending else None
        if pending and not both:
            yield pending
        pending = both or cue
    if pending:
        yield pending


def _both(earlier: Cue, later: Cue, profile: Profile, language: str) -> Cue | None:
    """Two cues as one, `None` where they do not belong together or do not fit."""
    gap = later.start_ms - earlier.end_ms
    if earlier.speaker != later.speaker or not 0 <= gap < _JOINED_GAP_MS or earlier.lines[-1].endswith(_FRAGMENT_ENDS):
        return None
    limit = profile.width_for(language)
    width = sum(display_width(line, language) for line in (*earlier.lines, *later.lines))
    if limit is not None and width > limit * (profile.lines or 1):
        return None
    whole = attrs.evolve(
        earlier,
        end_ms=later.end_ms,
        lines=(joined([*earlier.lines, *later.lines]),),
        words=earlier.words + later.words,
        sources=earlier.sources + later.sources,
    )
    pieces = list(_set(whole, NO_LABEL, profile, language, []))
    return pieces[0] if len(pieces) == 1 and not _too_long(pieces[0], profile) else None
