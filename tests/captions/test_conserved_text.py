"""Whatever the profile, captions show all that was said, once, in order, under its speaker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import attrs
from hypothesis import given
from hypothesis import strategies as st

from ice_results import Segment
from ice_results.captions.cues import Cue
from ice_results.captions.plain import cues_of
from ice_results.captions.profiles import Profile

from .transcripts import (
    EXAMPLES,
    SCRIPTS,
    by_profile,
    by_splitting_profile,
    chinese,
    hostile_transcripts,
    letters,
    orderly_transcripts,
    shaped,
    text_of,
    transcripts,
)


def by_speaker(pairs: Iterable[tuple[str | None, str]]) -> dict[str, str]:
    """The letters of each speaker in order, those without one under ""."""
    found: dict[str, str] = {}
    for speaker, text in pairs:
        if letters(text):
            found[speaker or ""] = found.get(speaker or "", "") + letters(text)
    return found


def shown_by_speaker(cues: Iterable[Cue]) -> dict[str, str]:
    """The letters that the cues of each speaker show."""
    return by_speaker((cue.speaker, line) for cue in cues for line in cue.lines)


@by_profile
@EXAMPLES
@given(orderly_transcripts())
def test_text_is_conserved_in_order(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """What is said one after the other is shown in that order, all of it and nothing else, under its speaker."""
    assert text_of(shaped(segments, profile).cues) == letters("".join(segment.text for segment in segments))
    spoken = by_speaker((segment.speaker, segment.text) for segment in segments)
    assert shown_by_speaker(shaped(segments, profile).cues) == spoken


@by_profile
@EXAMPLES
@given(hostile_transcripts())
def test_text_is_conserved_at_any_times(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """Of segments that overlap, each is shown whole and in its own order; only those without a start are not."""
    apart = [attrs.evolve(segment, speaker=f"speaker {number}") for number, segment in enumerate(segments)]
    spoken = by_speaker((each.speaker, each.text) for each in apart if each.start_ms is not None)
    assert shown_by_speaker(shaped(apart, profile).cues) == spoken


@by_profile
@EXAMPLES
@given(hostile_transcripts())
def test_speakers_never_mix(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """Every speaker's letters are in cues of that speaker, but for cues that stood there twice."""
    once = list({(each.start_ms, each.text, each.speaker): each for each in segments}.values())
    spoken = by_speaker((each.speaker, each.text) for each in once if each.start_ms is not None)
    shown = shown_by_speaker(shaped(once, profile).cues)
    assert {each: Counter(text) for each, text in shown.items()} == {
        each: Counter(text) for each, text in spoken.items()
    }


@by_profile
@EXAMPLES
@given(transcripts)
def test_segments_that_are_not_shown_are_listed(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """Each segment without a start or a text is one change in the list."""
    missing = sum(segment.start_ms is None or not letters(segment.text) for segment in segments)
    assert sum("was left out" in change.message for change in cues_of(segments).changes) == missing
    assert cues_of(segments).changes == shaped(segments, profile).changes[: len(cues_of(segments).changes)]


@by_profile
@EXAMPLES
@given(orderly_transcripts(words=True))
def test_words_of_a_cue_are_in_its_text(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """The words of a cue are in its text in their order, and no word is in two cues."""
    cues = shaped(segments, profile).cues
    for cue in cues:
        shown, reached = text_of([cue]), 0
        for word in cue.words:
            reached = shown.index(letters(word.text), reached) + len(letters(word.text))
    known = iter([id(word) for segment in segments for word in segment.words])
    assert all(id(word) in known for cue in cues for word in cue.words)


@by_profile
@EXAMPLES
@given(hostile_transcripts())
def test_words_that_do_not_fit_the_text_are_not_invented(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """Whatever words the service gives, those of a cue are words of segments of its speaker."""
    given_words = {id(word): segment.speaker or None for segment in segments for word in segment.words}
    for cue in shaped(segments, profile).cues:
        assert all(given_words[id(word)] == cue.speaker for word in cue.words)


@by_splitting_profile
@EXAMPLES
@given(
    st.lists(
        st.sampled_from(
            ["今天", "我们", "钟楼", "修", "的", "了", "三十三年", "不", "一丝不苟", "好，", "吗？", "博物馆"]
        ),
        min_size=2,
        max_size=60,
    )
)
def test_words_of_the_service_are_kept_whole(profile: Profile, texts: list[str]) -> None:
    """A word that fits a line is never broken, and stays with its cue."""
    cues = shaped([chinese("|".join(texts), end=len(texts) * 350)], profile).cues
    ends, lines = {0}, [line for cue in cues for line in cue.lines]
    for text in texts:
        ends.add(max(ends) + len(text))
    reached = 0
    for line in lines:
        reached += len(line)
        assert reached in ends, line
    assert [word.text for cue in cues for word in cue.words] == texts


@by_splitting_profile
@EXAMPLES
@given(st.lists(st.sampled_from(SCRIPTS["zh"]), min_size=1, max_size=60), st.booleans())
def test_no_spaces_are_invented(profile: Profile, texts: list[str], known: bool) -> None:
    """Chinese without spaces is shown without spaces, with words of the service and without."""
    segment = chinese("|".join(texts), end=len(texts) * 350)
    done = shaped([segment if known else attrs.evolve(segment, words=())], profile)
    assert not [line for cue in done.cues for line in cue.lines if re.search(r"\s", line)]
