"""What breaks the rules of a profile: in the segments as the service gave them, and in the cues made of them.

The same rules are tried on both. What a segment breaks and none of its cues does, shaping has fixed; what a
cue breaks still holds, whether the service or the room between its neighbours is the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil

import attrs

from ..records import Segment
from ..text.cleaning import caption_lines, one_line
from ..text.scripts import language_of
from ..text.widths import display_width
from .cues import CueTable
from .plain import cues_of
from .profiles import Profile
from .shape import Shaping, finished, shape

_ORPHAN_SHARE = 5
"""A fragment narrower than this part of a line is an orphan."""

_SAME_BREATH_MS = 500
"""What is closer to its neighbour than this may belong to the same sentence."""

_SENTENCE_ENDS = tuple('。！？!?….”」』"')


@attrs.frozen(kw_only=True)
class CaptionIssue:
    """A rule that is broken.

    `cue` is the number of the cue in the shaped track, from 1; `None` where the segment has none. `at_ms`
    is where it starts: the segment if `fixed`, else the cue. `value` and `limit` are in milliseconds,
    characters, lines, or characters per second, as the rule has it. `fixed` is true where only the
    service's data breaks the rule; a text that is lost for want of a start is not fixed.
    """

    rule: str
    cue: int | None
    at_ms: int | None
    value: float | None = None
    limit: float | None = None
    fixed: bool
    message: str


@attrs.frozen(kw_only=True)
class _Caption:
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
class _Place:
    """A caption between its neighbours in time; what came before it lasts until `reached_ms`."""

    caption: _Caption
    before: _Caption | None
    after: _Caption | None
    reached_ms: int


@attrs.frozen
class _Limits:
    """A profile for one language."""

    profile: Profile
    language: str
    line_width: float | None
    speed: float | None

    def width(self, line: str) -> float:
        """The width of a line as the limits count it."""
        return display_width(line, self.language)


@attrs.frozen
class _Breach:
    """How far a rule is broken, and in words."""

    value: float | None
    limit: float | None
    message: str


def caption_issues(segments: Iterable[Segment], shaping: Shaping) -> tuple[CaptionIssue, ...]:
    """Every rule of the profile that segments or the cues made of them break, in the order of time.

    A rule that a segment breaks and a cue of it still does is listed for the cue only.
    """
    segments = tuple(segments)
    language = language_of(shaping.language, (segment.text for segment in segments))
    profile = shaping.profile
    limits = _Limits(profile, language, profile.width_for(language), profile.speed_for(language))
    cues = shape(segments, attrs.evolve(shaping, drop_trailing_punctuation=False)).table
    shaped = _broken_by_cues(cues, shaping, limits)
    numbers = _cue_numbers(len(cues_of(segments).table), cues.sources)
    given = _broken_by_segments(segments, numbers, shaped, limits)
    found = [*filter(None, map(_left_out, segments)), *given, *shaped]
    return tuple(sorted(found, key=lambda each: (each.at_ms is not None, each.at_ms or 0)))


def _left_out(segment: Segment) -> CaptionIssue | None:
    """Why a segment has no cue: nothing is lost of one without text."""
    if not caption_lines(segment.text):
        return CaptionIssue(rule="empty", cue=None, at_ms=segment.start_ms, fixed=True, message="there is no text")
    if segment.start_ms is None:
        message = f"there is no start, so this is not shown: {one_line(segment.text)}"
        return CaptionIssue(rule="missing-time", cue=None, at_ms=None, fixed=False, message=message)
    return None


def _broken_by_cues(cues: CueTable, shaping: Shaping, limits: _Limits) -> list[CaptionIssue]:
    """What cues break in the end; which of them end a sentence is seen before their stops are dropped."""
    captions = [
        _Caption(start_ms=start, end_ms=end, lines=shown, speaker=speaker, ends_sentence=_ends_sentence(with_stops))
        for start, end, shown, speaker, with_stops in zip(
            cues.starts_ms, cues.ends_ms, finished(cues, shaping).lines, cues.speakers, cues.lines, strict=True
        )
    ]
    return [
        _finding(rule, breach, number, place.caption.start_ms, fixed=False)
        for number, place in enumerate(_places(captions), 1)
        for rule, breach in _breaches(place, limits)
    ]


def _broken_by_segments(
    segments: Sequence[Segment], numbers: Sequence[Sequence[int]], shaped: Iterable[CaptionIssue], limits: _Limits
) -> Iterator[CaptionIssue]:
    """What the segments break and their cues do not, and repetitions that still have a cue."""
    remaining = {(each.rule, each.cue) for each in shaped}
    captions = sorted(_given(segments), key=lambda caption: caption.start_ms)
    for place, cues in zip(_places(captions), numbers, strict=True):
        for rule, breach in _breaches(place, limits):
            if place.caption.repeated and not cues and rule != "duplicate":
                continue
            if rule == "duplicate" or not any((rule, cue) in remaining for cue in cues):
                fixed = rule != "duplicate" or not cues
                yield _finding(rule, breach, cues[0] if cues else None, place.caption.start_ms, fixed)


def _finding(rule: str, breach: _Breach, cue: int | None, at_ms: int, fixed: bool) -> CaptionIssue:
    return CaptionIssue(rule=rule, cue=cue, at_ms=at_ms, fixed=fixed, **attrs.asdict(breach))


def _given(segments: Iterable[Segment]) -> Iterator[_Caption]:
    """The segments that are shown, in the order in which they were given."""
    seen: set[object] = set()
    previous_ms = None
    for segment in segments:
        lines = caption_lines(segment.text)
        if not lines or segment.start_ms is None:
            continue
        key = (segment.start_ms, segment.end_ms, lines, segment.speaker)
        yield _Caption(
            start_ms=segment.start_ms,
            end_ms=segment.end_ms,
            lines=lines,
            speaker=segment.speaker,
            ends_sentence=_ends_sentence(lines),
            previous_start_ms=previous_ms,
            repeated=key in seen,
        )
        seen.add(key)
        previous_ms = segment.start_ms


def _ends_sentence(lines: Sequence[str]) -> bool:
    return lines[-1].endswith(_SENTENCE_ENDS)


def _places(captions: Sequence[_Caption]) -> Iterator[_Place]:
    """Captions in the order of time, each with its neighbours."""
    reached = captions[0].start_ms if captions else 0
    for caption, before, after in zip(captions, [None, *captions], [*captions[1:], None], strict=False):
        yield _Place(caption, before, after, reached)
        reached = max(reached, caption.start_ms + (caption.duration_ms or 0))


def _breaches(place: _Place, limits: _Limits) -> Iterator[tuple[str, _Breach]]:
    for name, rule in _RULES:
        breach = rule(place, limits)
        if breach:
            yield name, breach


def _missing_end(place: _Place, limits: _Limits) -> _Breach | None:
    return _Breach(None, None, "there is no end") if place.caption.end_ms is None else None


def _end_before_start(place: _Place, limits: _Limits) -> _Breach | None:
    start, end = place.caption.start_ms, place.caption.end_ms
    if end is None or end > start:
        return None
    return _Breach(end, start, f"it ends at {end} ms, not after its start at {start} ms")


def _negative_start(place: _Place, limits: _Limits) -> _Breach | None:
    start = place.caption.start_ms
    return _Breach(start, 0, f"it starts at {start} ms, before 0 ms") if start < 0 else None


def _order(place: _Place, limits: _Limits) -> _Breach | None:
    start, previous = place.caption.start_ms, place.caption.previous_start_ms
    if previous is None or start >= previous:
        return None
    return _Breach(start, previous, f"it starts at {start} ms and was given after one that starts at {previous} ms")


def _duplicate(place: _Place, limits: _Limits) -> _Breach | None:
    message = "the same text was given before with the same times"
    return _Breach(None, None, message) if place.caption.repeated else None


def _overlap(place: _Place, limits: _Limits) -> _Breach | None:
    overlap = place.reached_ms - place.caption.start_ms
    if limits.profile.overlaps or overlap <= 0:
        return None
    return _Breach(overlap, 0, f"it starts {overlap} ms before the end of what came before")


def _gap_after(place: _Place) -> int | None:
    if place.after is None or place.caption.duration_ms is None:
        return None
    return place.after.start_ms - place.caption.start_ms - place.caption.duration_ms


def _gap(place: _Place, limits: _Limits) -> _Breach | None:
    gap, least = _gap_after(place), limits.profile.min_gap_ms
    if gap is None or not 0 < gap < least:
        return None
    return _Breach(gap, least, f"a gap of {gap} ms follows; none, or {least} ms at least")


def _chain_gap(place: _Place, limits: _Limits) -> _Breach | None:
    """A gap that is neither short nor long, where closing it does not make the caption too long."""
    gap, least, chain = _gap_after(place), limits.profile.min_gap_ms, limits.profile.chain_gap_ms
    if gap is None or not least or not least < gap < chain:
        return None
    closed_ms, most = (place.caption.duration_ms or 0) + gap - least, limits.profile.max_duration_ms
    if most is not None and closed_ms > most:
        return None
    return _Breach(gap, chain, f"a gap of {gap} ms follows; below {chain} ms it is to be {least} ms")


def _min_duration(place: _Place, limits: _Limits) -> _Breach | None:
    duration, least = place.caption.duration_ms, limits.profile.min_duration_ms
    if duration is None or duration >= least:
        return None
    return _Breach(duration, least, f"it is shown for {duration} ms; {least} ms at least")


def _max_duration(place: _Place, limits: _Limits) -> _Breach | None:
    duration, most = place.caption.duration_ms, limits.profile.max_duration_ms
    if duration is None or most is None or duration <= most:
        return None
    return _Breach(duration, most, f"it is shown for {duration} ms; {most} ms at most")


def _line_width(place: _Place, limits: _Limits) -> _Breach | None:
    widest, most = max(map(limits.width, place.caption.lines)), limits.line_width
    if most is None or widest <= most:
        return None
    return _Breach(widest, most, f"a line is {widest:g} characters wide; {most:g} at most")


def _lines(place: _Place, limits: _Limits) -> _Breach | None:
    count, most = len(place.caption.lines), limits.profile.lines
    if most is None or count <= most:
        return None
    return _Breach(count, most, f"it has {count} lines; {most} at most")


def _reading_speed(place: _Place, limits: _Limits) -> _Breach | None:
    duration, most = place.caption.duration_ms, limits.speed
    width = sum(map(limits.width, place.caption.lines))
    if duration is None or most is None or width * 1000 <= most * duration:
        return None
    speed = ceil(width * 100_000 / duration) / 100
    return _Breach(speed, most, f"{speed:g} characters per second have to be read; {most:g} at most")


def _orphan(place: _Place, limits: _Limits) -> _Breach | None:
    """A few characters apart from the sentence that they belong to."""
    if limits.line_width is None:
        return None
    width, least = sum(map(limits.width, place.caption.lines)), limits.line_width / _ORPHAN_SHARE
    alone = not (_goes_on(place.before, place.caption) or _goes_on(place.caption, place.after))
    if width >= least or alone:
        return None
    return _Breach(width, least, f"a part of a sentence stands alone and is {width:g} wide; {least:g} at least")


def _goes_on(earlier: _Caption | None, later: _Caption | None) -> bool:
    """Whether the later caption seems to continue the sentence of the earlier one."""
    if earlier is None or later is None or earlier.duration_ms is None or earlier.ends_sentence:
        return False
    gap = later.start_ms - earlier.start_ms - earlier.duration_ms
    return earlier.speaker == later.speaker and 0 <= gap < _SAME_BREATH_MS


_RULES: tuple[tuple[str, Callable[[_Place, _Limits], _Breach | None]], ...] = (
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

RULE_NAMES = ("empty", *(name for name, _ in _RULES))
"""Every rule that a finding may name."""


def _cue_numbers(shown: int, sources: Iterable[Sequence[int]]) -> list[list[int]]:
    """The numbers of the cues that each shown segment became, in the order of time; none for a repetition."""
    found: list[list[int]] = [[] for _ in range(shown)]
    for number, rows in enumerate(sources, 1):
        for row in dict.fromkeys(rows):
            found[row].append(number)
    return found
