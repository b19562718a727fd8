"""What breaks the rules of a profile: in the segments as the service gave them, and in the cues made of them.

The same rules are tried on both. What a segment breaks and none of its cues does, shaping has fixed; what a
cue breaks still holds, whether the service or the room between its neighbours is the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from ..records import Segment
from ..text.cleaning import caption_lines, one_line
from ..text.kinsoku import COMPLETE_ENDS
from .cues import CueTable
from .limits import Limits
from .plain import cues_of
from .rules import RULES, Breach, Caption, InContext
from .shape import Shaping, finished, shape
from .track_limits import TrackLimits


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


def caption_issues(segments: Iterable[Segment], shaping: Shaping) -> tuple[CaptionIssue, ...]:
    """Every rule of the profile that segments or the cues made of them break, in the order of time.

    A rule that a segment breaks and a cue of it still does is listed for the cue only.
    """
    segments = tuple(segments)
    plain = cues_of(segments).table
    limits = TrackLimits(shaping.profile, shaping.language, plain.lines)
    # Dropped stops would hide where sentences end, which the rules about fragments need to know.
    cues = shape(segments, attrs.evolve(shaping, drop_trailing_punctuation=False)).table
    shaped = _broken_by_cues(cues, shaping, limits)
    numbers = _cue_numbers(len(plain), cues.sources)
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


def _broken_by_cues(cues: CueTable, shaping: Shaping, limits: TrackLimits) -> list[CaptionIssue]:
    """What cues break in the end; which of them end a sentence is seen before their stops are dropped."""
    captions = [
        Caption(start_ms=start, end_ms=end, lines=shown, speaker=speaker, ends_sentence=_ends_sentence(with_stops))
        for start, end, shown, speaker, with_stops in zip(
            cues.starts_ms, cues.ends_ms, finished(cues, shaping).lines, cues.speakers, cues.lines, strict=True
        )
    ]
    return [
        _finding(rule, breach, number, context.caption.start_ms, fixed=False)
        for number, (context, sources) in enumerate(zip(_in_context(captions), cues.sources, strict=True), 1)
        for rule, breach in _breaches(context, limits.numbers_of(sources))
    ]


def _broken_by_segments(
    segments: Sequence[Segment], numbers: Sequence[Sequence[int]], shaped: Iterable[CaptionIssue], limits: TrackLimits
) -> Iterator[CaptionIssue]:
    """What the segments break and their cues do not, and repetitions that still have a cue."""
    remaining = {(each.rule, each.cue) for each in shaped}
    captions = sorted(_given(segments), key=lambda caption: caption.start_ms)
    for row, (context, cues) in enumerate(zip(_in_context(captions), numbers, strict=True)):
        for rule, breach in _breaches(context, limits.numbers_of((row,))):
            if context.caption.repeated and not cues and rule != "duplicate":
                continue
            if rule == "duplicate" or not any((rule, cue) in remaining for cue in cues):
                fixed = rule != "duplicate" or not cues
                yield _finding(rule, breach, cues[0] if cues else None, context.caption.start_ms, fixed)


def _finding(rule: str, breach: Breach, cue: int | None, at_ms: int, fixed: bool) -> CaptionIssue:
    return CaptionIssue(rule=rule, cue=cue, at_ms=at_ms, fixed=fixed, **attrs.asdict(breach))


def _given(segments: Iterable[Segment]) -> Iterator[Caption]:
    """The segments that are shown, in the order in which they were given."""
    seen: set[object] = set()
    previous_ms = None
    for segment in segments:
        lines = caption_lines(segment.text)
        if not lines or segment.start_ms is None:
            continue
        key = (segment.start_ms, segment.end_ms, lines, segment.speaker)
        yield Caption(
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
    return lines[-1].endswith(COMPLETE_ENDS)


def _in_context(captions: Sequence[Caption]) -> Iterator[InContext]:
    """Captions in the order of time, each with its neighbours."""
    reached = captions[0].start_ms if captions else 0
    for caption, before, after in zip(captions, [None, *captions], [*captions[1:], None], strict=False):
        yield InContext(caption, before, after, reached)
        reached = max(reached, caption.start_ms + (caption.duration_ms or 0))


def _breaches(context: InContext, limits: Limits) -> Iterator[tuple[str, Breach]]:
    for name, rule in RULES:
        breach = rule(context, limits)
        if breach:
            yield name, breach


def _cue_numbers(shown: int, sources: Iterable[Sequence[int]]) -> list[list[int]]:
    """The numbers of the cues that each shown segment became, in the order of time; none for a repetition."""
    found: list[list[int]] = [[] for _ in range(shown)]
    for number, rows in enumerate(sources, 1):
        for row in dict.fromkeys(rows):
            found[row].append(number)
    return found
