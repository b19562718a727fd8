"""Every fast path of captions gives what the slow path gives."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ice_results import Word
from ice_results.captions.cues import Cue
from ice_results.captions.layout.fitting import may_pause, places_of_words
from ice_results.captions.layout.models import cue_price
from ice_results.captions.layout.passages import free_places
from ice_results.captions.layout.search import best_cues
from ice_results.captions.layout.spoken import spoken_of
from ice_results.captions.layout.two_lines import in_lines
from ice_results.captions.limits import HARD_PAUSE_MS, Limits
from ice_results.captions.profiles import PROFILES, Profile
from ice_results.text.cleaning import caption_lines, lines_of_each
from ice_results.text.languages import caption_group
from ice_results.text.safe import srt_text, srt_texts, vtt_text, vtt_texts
from ice_results.text.widths import display_width, is_within, widths_reached
from ice_results.writing.timestamps import clock, spans

from ...strategies import lists_of
from ..transcripts import SCRIPTS, spread

LANGUAGES = ("latin", "zh", "ja", "ko")
CODES = ("und", "en", "zh", "ja", "ko", "th")
PIECES = [piece for pieces in SCRIPTS.values() for piece in pieces]
UNUSUAL = [
    "<b>",
    "{x}",
    "\\N",
    "1:2.3 ",
    "1:2.3",
    "\n12",
    "\n-4. ",
    "&",
    ">",
    "-->",
    "a:b",
    "\u3000",
    "\u200b",
    "\x00",
    "",
]
pieces = lists_of([*PIECES, *UNUSUAL], most=12)
texts = st.lists(pieces.map("".join), max_size=6)


@given(texts)
@example(["今天", "我们"])
@example(["今天", ""])
def test_lines_of_many_texts_are_those_of_each(given_texts: list[str]) -> None:
    """Whatever the texts, looking at all of them together gives what looking at each gives."""
    assert lines_of_each(given_texts) == [caption_lines(text) for text in given_texts]


@given(texts)
@example(["好", "好"])
@example(["好\n12", "好"])
@example(["1", "2:3"])
def test_many_texts_made_safe_are_each_made_safe(given_texts: list[str]) -> None:
    """Whatever the texts, they are written alike alone and together."""
    cues = [lines for lines in map(caption_lines, given_texts) if lines]
    assert srt_texts(cues) == [srt_text(lines) for lines in cues]
    assert vtt_texts(cues) == [vtt_text(lines) for lines in cues]


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**15))))
@example([(0, 59_999), (3_600_000, 360_000_000)])
def test_stamps_of_many_times_are_those_of_each(times: list[tuple[int, int]]) -> None:
    """A stamp put together from tables is the one that is reckoned."""
    found = spans([start for start, _ in times], [end for _, end in times], ",")
    assert found == [f"{clock(start, ',')} --> {clock(end, ',')}" for start, end in times]


def limits_in(language: str, profile: Profile = PROFILES["standard"]) -> Limits:
    """The limits of a profile in a language by its code."""
    return profile.limits_for(caption_group(language) or "latin", language)


def clean(parts: Sequence[str]) -> str:
    """The first line of a text."""
    return next(iter(caption_lines("".join(parts))), "")


@given(pieces.map(clean), st.sampled_from(LANGUAGES))
def test_the_width_of_a_part_is_the_difference_of_two(text: str, language: str) -> None:
    """A text that is measured once knows the width of all that is before each of its characters."""
    widths = widths_reached(text, language)
    assert widths == [display_width(text[:index], language) for index in range(len(text) + 1)]
    assert all(is_within(text, limit, language) == (widths[-1] <= limit) for limit in (0.5, 13, 16, 42))


@given(pieces.map(clean), st.sampled_from(CODES), st.integers(1, 40), st.integers(0, 40))
def test_some_places_are_those_of_all(text: str, language: str, first: int, count: int) -> None:
    """The free places of a part of a text are those that the whole text has there."""
    limits, last = limits_in(language), first + count
    every = free_places(text, limits, (), 0, len(text))
    assert free_places(text, limits, (), first, last) == [index for index in every if first <= index <= last]


SPLITTING = [profile for profile in PROFILES.values() if profile.splits]


def in_lines_slowly(cue: Cue, text: str, after: int, limits: Limits) -> tuple[str, ...] | None:
    """The lines of a text by the search over all of its places, `None` where it takes several cues."""
    spoken = spoken_of(cue, text, places_of_words(text, cue.words, 0), after, limits)
    (first, *breaks, last), *others = best_cues(spoken.passage, limits, cue_price(limits.language))
    return None if others else tuple(map(spoken.stretch, [first, *breaks], [*breaks, last]))


@given(
    st.sampled_from(list(SCRIPTS)).flatmap(lambda script: lists_of(SCRIPTS[script], most=14)),
    st.sampled_from(SPLITTING),
    st.sampled_from(CODES),
    st.integers(0, 6),
    st.booleans(),
    st.integers(1, 5000),
)
def test_lines_of_the_fast_path_are_those_of_the_search(
    parts: list[str], profile: Profile, language: str, after: int, known: bool, duration_ms: int
) -> None:
    """Where the fast path has an answer, the search over all places gives the same one, words known or not.

    A cue of five seconds is too long for no profile: one that is does not take the fast path.
    """
    text = clean(parts)
    cue = Cue(
        start_ms=0, end_ms=duration_ms, lines=(text,), words=spread(parts, 0, duration_ms) if known and parts else ()
    )
    limits = limits_in(language, profile)
    ends = [end for _, end, _ in places_of_words(text, cue.words, 0)]
    lines = in_lines(text, after, ends, duration_ms, limits)
    assert lines is None or lines == in_lines_slowly(cue, text, after, limits)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("我们把镇上那座停了三十三年的钟楼，又修响了", "zh"),
        ("The committee said that the tower would be repaired by spring", "en"),
    ],
)
def test_a_usual_text_takes_the_fast_path(text: str, language: str) -> None:
    """A sentence of two lines needs no more than the fast path."""
    limits = limits_in(language)
    lines = in_lines(text, 0, (), 4000, limits)
    assert lines is not None
    assert len(lines) == 2
    assert lines == in_lines_slowly(Cue(start_ms=0, end_ms=4000, lines=(text,)), text, 0, limits)


@given(pieces, st.data())
def test_a_text_that_may_not_pause_does_not(parts: list[str], data: st.DataObject) -> None:
    """Where the fast check of the words sees no silence, there is none between any two places."""
    text = clean(parts)
    start, length = data.draw(st.integers(0, 5000)), data.draw(st.sampled_from([500, 2999, 3000, 9000]))
    times = st.one_of(st.none(), st.integers(max(start - 500, 0), start + length + 500))
    words = tuple(Word(text=part, start_ms=data.draw(times), end_ms=data.draw(times)) for part in parts)
    cue = Cue(start_ms=start, end_ms=start + length, lines=(text,), words=words)
    found = places_of_words(text, words, 0)
    passage = spoken_of(cue, text, found, 0, limits_in("zh")).passage
    pauses = zip(passage.starts_ms, passage.ends_ms, strict=True)
    assert may_pause(cue, found) or all(begin - end < HARD_PAUSE_MS for begin, end in pauses)
