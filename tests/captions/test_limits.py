"""Whatever the transcript, cues hold the limits of their profile, and their times are sound."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_results import Segment, Word
from ice_results.captions.limits import Limits
from ice_results.captions.profiles import PROFILES, Profile

from .transcripts import (
    EXAMPLES,
    TOO_WIDE,
    by_profile,
    by_splitting_profile,
    limits_by_cue,
    orderly_transcripts,
    shaped,
    transcripts,
)

TIMED = [profile for profile in PROFILES.values() if not profile.overlaps]
by_timed_profile = pytest.mark.parametrize("profile", TIMED, ids=lambda profile: profile.name)


_HAN = "[\u4e00-\u9fff]"
_BREAKABLE = re.compile(
    rf"(?<=[\w.,])[ \u3000]+(?=[^\W々ーっ])|(?<={_HAN})(?![的了吗])(?={_HAN})|(?<=[，。！？；])(?=[^\W々ーっ])"
)


def widest_word(line: str) -> str:
    """The longest part of a line that has no place to break it at."""
    return max(_BREAKABLE.split(line), key=len)


def is_too_wide(line: str, limits: Limits) -> bool:
    """Whether a line is wider than allowed; only something without a place to break it may make it so."""
    too_wide = limits.width(line) > limits.line_width
    assert not too_wide or max(map(limits.width, _BREAKABLE.split(line))) > limits.line_width
    return too_wide


@by_profile
@EXAMPLES
@given(transcripts)
def test_cues_hold_the_lines_and_width_of_the_profile(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """No cue has more lines or a wider line than allowed; one word that is too wide alone is listed as such."""
    limits_of = limits_by_cue(segments, profile)
    done = shaped(segments, profile)
    listed = [each.message.removeprefix(TOO_WIDE) for each in done.changes if each.message.startswith(TOO_WIDE)]
    for cue in done.cues:
        assert profile.lines is None or len(cue.lines) <= profile.lines
        for line in cue.lines:
            if is_too_wide(line, limits_of(cue)):
                assert any(widest_word(line) in named for named in listed)


@by_splitting_profile
@EXAMPLES
@given(transcripts, st.sampled_from(["en", "zh", "ja", "ko", "th"]))
def test_each_segment_holds_the_width_of_its_language(
    profile: Profile, segments: tuple[Segment, ...], language: str
) -> None:
    """With a language given, a segment that is not in its script holds the width of its own."""
    limits_of = limits_by_cue(segments, profile, language)
    for cue in shaped(segments, profile, language=language).cues:
        for line in cue.lines:
            is_too_wide(line, limits_of(cue))


@by_profile
@EXAMPLES
@given(transcripts)
def test_starts_never_decrease_and_ends_come_after_starts(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """Every file format wants cues in order, each longer than nothing."""
    cues = shaped(segments, profile).cues
    assert all(0 <= cue.start_ms < cue.end_ms for cue in cues)
    assert all(earlier.start_ms <= later.start_ms for earlier, later in pairwise(cues))


@by_timed_profile
@EXAMPLES
@given(transcripts)
def test_cues_do_not_overlap_and_keep_the_gap(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """A gap is 0 or at least what the profile wants, never less than 0."""
    for earlier, later in pairwise(shaped(segments, profile).cues):
        gap = later.start_ms - earlier.end_ms
        assert gap == 0 or gap >= max(profile.min_gap_ms, 0)


@by_timed_profile
@EXAMPLES
@given(transcripts)
def test_no_cue_stays_longer_than_the_profile_allows(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """The longest duration holds at any times."""
    assert all(cue.end_ms - cue.start_ms <= (profile.max_duration_ms or 0) for cue in shaped(segments, profile).cues)


@by_profile
@EXAMPLES
@given(orderly_transcripts())
def test_times_that_were_moved_are_listed(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """Where nothing is listed, what a speaker says begins and ends when the service said."""
    done = shaped(segments, profile)
    if not done.changes:
        assert done.cues[0].start_ms == segments[0].start_ms
        assert done.cues[-1].end_ms == segments[-1].end_ms
        assert {segment.start_ms for segment in segments} >= {cue.start_ms for cue in done.cues} or profile.splits


@by_profile
@EXAMPLES
@given(orderly_transcripts(words=True))
def test_every_time_that_is_not_the_services_own_is_listed(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """A start or end of a cue is one of a segment or a word, or a change names it."""
    done = shaped(segments, profile)
    given_times = [(each.start_ms, each.end_ms) for each in segments]
    given_times += [(each.start_ms, each.end_ms) for segment in segments for each in segment.words]
    known = {time for pair in given_times for time in pair} | {each.at_ms for each in done.changes}
    known |= {int(number) for each in done.changes for number in re.findall(r"\d+", each.message)}
    assert [cue for cue in done.cues if not {cue.start_ms, cue.end_ms} <= known] == []


@by_splitting_profile
@pytest.mark.parametrize(
    ("texts", "times"),
    [
        (["好。", "再见。"], [(0, 500), (4500, 5000)]),
        (["今天我们", "一起去看钟楼"], [(0, 800), (3900, 5000)]),
        (
            [
                "各位听众下午好，",
                "欢迎收听",
                "《檐下有声》，",
                "我是闻禾，",
                "今天坐在我对面的，",
                "是云碓镇博物馆的馆长",
            ],
            [(0, 1000), (1000, 2000), (6000, 7000), (7000, 8000), (8000, 9000), (13_000, 14_000)],
        ),
    ],
    ids=["short", "no-punctuation", "long"],
)
def test_a_hard_pause_is_never_bridged(profile: Profile, texts: list[str], times: list[tuple[int, int]]) -> None:
    """No cue shows words of both sides of a silence of more than three seconds inside a sentence."""
    words = tuple(Word(text=text, start_ms=start, end_ms=end) for text, (start, end) in zip(texts, times))
    segment = Segment(start_ms=0, end_ms=times[-1][1], text="".join(texts), words=words)
    pauses = [(earlier[1], later[0]) for earlier, later in pairwise(times) if later[0] - earlier[1] > 3000]
    for cue in shaped([segment], profile).cues:
        assert not [pause for pause in pauses if cue.start_ms < pause[0] and cue.end_ms > pause[1]]
