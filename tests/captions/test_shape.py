"""Shaping: deterministic, idempotent, linear in the text; what is joined and what is dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ice_results import Segment
from ice_results.captions.cues import Cue
from ice_results.captions.layout.fitting import SHARED_OUT
from ice_results.captions.profiles import PROFILES, Profile, profile_from_toml
from ice_results.captions.shape import Shaping, shape

from ..counting import calls_in
from .transcripts import (
    EXAMPLES,
    SPLITTING,
    STANDARD,
    TOO_WIDE,
    by_profile,
    by_splitting_profile,
    chinese,
    limits_by_cue,
    shaped,
    text_of,
    transcripts,
)


@by_profile
@EXAMPLES
@given(transcripts)
def test_shaping_is_deterministic(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """The same transcript gives the same cues, words and changes."""
    once, twice = shaped(segments, profile), shaped(tuple(segments), profile)
    assert once == twice
    assert [cue.words for cue in once.cues] == [cue.words for cue in twice.cues]


def as_segments(cues: Iterable[Cue]) -> list[Segment]:
    """Cues as the segments of a transcript."""
    return [
        Segment(start_ms=cue.start_ms, end_ms=cue.end_ms, text="\n".join(cue.lines), speaker=cue.speaker)
        for cue in cues
    ]


@by_profile
@EXAMPLES
@given(transcripts, st.sampled_from(["en", "zh", "ja", "ko"]))
def test_what_is_shaped_already_stays_as_it_is(profile: Profile, segments: tuple[Segment, ...], language: str) -> None:
    """Cues shaped again by the same profile are equal, and nothing but what is still too wide is listed.

    This holds where each cue by itself is in the language of its segment. Where a profile joins fragments it holds for
    text without words: no word is torn for the sake of a join, and the lines of a cue alone do not show its words.
    """
    if profile.merges:
        segments = tuple(attrs.evolve(segment, words=()) for segment in segments)
    once = shaped(segments, profile, language=language)
    limits_of, limits_alone = (limits_by_cue(each, profile, language) for each in (segments, as_segments(once.cues)))
    alone = (attrs.evolve(cue, sources=(row,)) for row, cue in enumerate(once.cues))
    assume(list(map(limits_of, once.cues)) == list(map(limits_alone, alone)))
    again = shaped(as_segments(once.cues), profile, language=language)
    assert again.cues == once.cues
    assert [change for change in again.changes if not change.message.startswith(TOO_WIDE)] == []


@by_splitting_profile
def test_ten_minutes_without_punctuation(profile: Profile) -> None:
    """One sentence of ten minutes becomes cues within every limit, without gaps in the text."""
    text = "我们把镇上那座停了三十三年的钟楼又修响了" * 75
    done = shaped([Segment(start_ms=0, end_ms=600_000, text=text)], profile)
    limit, lines = profile.limits_for("zh").line_width or 0, profile.lines or 0
    assert text_of(done.cues) == text
    assert all(len(cue.lines) <= lines and max(map(len, cue.lines)) <= limit for cue in done.cues)
    assert all(cue.end_ms - cue.start_ms <= (profile.max_duration_ms or 0) for cue in done.cues)
    assert (done.cues[0].start_ms, done.cues[-1].end_ms) == (0, 600_000)


def work_of(profile: Profile, sign: str, count: int) -> int:
    """The calls that it takes to shape one sentence of so many words of one letter."""
    segment = chinese("|".join([sign] * count), end=count * 200)
    return calls_in(lambda: shaped([segment], profile))


UNBOUNDED = profile_from_toml('base = "source"\nsplits = true\nmax_duration_ms = 7000', "no width")


@pytest.mark.slow
@pytest.mark.parametrize("profile", [*SPLITTING, UNBOUNDED], ids=lambda profile: profile.name)
@pytest.mark.parametrize("sign", ["字", "a ", "字，"], ids=["Chinese", "Latin", "punctuated"])
def test_work_grows_with_the_text_only(profile: Profile, sign: str) -> None:
    """Six times the words of one sentence take six times the work, not thirty-six times."""
    assert work_of(profile, sign, 600) < 10 * work_of(profile, sign, 100)


def test_a_word_takes_little_work() -> None:
    """A word of one letter takes no more than a thousand calls, so that ten thousand take a second or two."""
    assert work_of(STANDARD, "字", 2000) < 2000 * 1000


def test_text_said_twice_in_one_breath_is_shown_twice() -> None:
    """Parts of one segment that read the same are no duplicates, however short the segment is."""
    text = "哈" * 64
    assert text_of(shaped([Segment(start_ms=0, end_ms=1, text=text)]).cues) == text


def test_a_format_character_hides_no_space() -> None:
    """A line may end at a space, also where a zero-width space follows it."""
    segment = Segment(start_ms=0, end_ms=3000, text="안녕하세요 \u200bhttps://example.com/a?b=c")
    assert [len(cue.lines) for cue in shaped([segment], language="ko").cues] == [2]


def test_a_word_that_is_white_space_is_in_one_cue() -> None:
    """A word that is just where a cue ends belongs to one of both cues, also where it is only a line end."""
    texts = ["今天" * 5, "\n", "今天" * 13]
    cues = shaped([chinese("|".join(texts), 0, 9000)]).cues
    assert len(cues) == 2
    assert Counter(word.text for cue in cues for word in cue.words)["\n"] <= 1


@pytest.mark.parametrize("name", ["netflix", "netflix-children"])
def test_a_joined_cue_shaped_again_stays(name: str) -> None:
    """The time that a cue is shown does not depend on the fragments that it was joined from."""
    once = shaped([chinese("今天", 0, 1), chinese("今天", 1, 2), chinese("今天", 2, 3)], PROFILES[name])
    assert shaped(as_segments(once.cues), PROFILES[name]).cues == once.cues


def test_the_word_that_is_too_wide_is_named() -> None:
    """The change shows the line that is too wide, not the one with the most signs."""
    segment = Segment(start_ms=0, end_ms=3000, text="Ｗ" * 17)
    done = shape([segment, Segment(start_ms=3000, end_ms=6000, text="好" * 40)], Shaping(language="zh"))
    assert [change.message for change in done.changes if change.message != SHARED_OUT] == [TOO_WIDE + "Ｗ" * 17]


def test_a_segment_that_is_there_twice_is_shown_once() -> None:
    """An exact duplicate is dropped and listed."""
    segment = Segment(start_ms=0, end_ms=900, text="道歉？")
    done = shaped([segment, segment])
    assert [cue.lines for cue in done.cues] == [("道歉？",)]
    assert [str(change) for change in done.changes] == ["at 0 ms: a cue that was given twice was left out once"]


@pytest.mark.parametrize("times", [(0, 0), (5000, 1000), (1000, None)], ids=["zero length", "turned", "no end"])
def test_a_segment_without_a_length_gets_one(times: tuple[int, int | None]) -> None:
    """What does not end after its start is shown for a second."""
    (cue,) = shaped([Segment(start_ms=times[0], end_ms=times[1], text="好")]).cues
    assert (cue.start_ms, cue.end_ms) == (times[0], times[0] + 1000)


def test_standard_never_joins_sentences() -> None:
    """Every sentence of the service begins a cue of its own, however short."""
    segments = [chinese("好，", 0, 600), chinese("走吧。", 600, 1200), chinese("嗯", 1200, 1800)]
    assert [cue.lines for cue in shaped(segments).cues] == [("好，",), ("走吧。",), ("嗯",)]


def netflix(*segments: Segment) -> list[tuple[str, ...]]:
    """The lines of the cues by the profile `netflix`."""
    return [cue.lines for cue in shaped(segments, PROFILES["netflix"]).cues]


def test_netflix_joins_fragments_of_one_speaker() -> None:
    """Fragments of a sentence with a gap below half a second become one cue, with the words of both."""
    earlier, later = chinese("我们|一起", 0, 1000, "1"), chinese("修响|的", 1499, 2500, "1")
    assert netflix(earlier, later) == [("我们一起修响的",)]
    (cue,) = shaped([earlier, later], PROFILES["netflix"]).cues
    assert (cue.start_ms, cue.end_ms, cue.words) == (0, 2500, earlier.words + later.words)


def test_netflix_joins_english_fragments_with_a_space() -> None:
    """Words of two fragments do not run together."""
    earlier = Segment(start_ms=0, end_ms=1000, text="We did it")
    assert netflix(earlier, Segment(start_ms=1100, end_ms=2000, text="together.")) == [("We did it together.",)]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("他说", "“好”"), ("我想", "——不"), ("第", "3号"), ("一共3", "个"), ("他（老王）", "来了"), ("约翰", "·史密斯")],
)
def test_netflix_joins_chinese_fragments_without_a_space(earlier: str, later: str) -> None:
    """No space is invented between Chinese fragments, whatever is at their edges."""
    segments = chinese(earlier, 0, 1000), chinese(later, 1100, 2000)
    assert netflix(*segments) == [(earlier + later,)]


@pytest.mark.parametrize(
    "fragments",
    [
        ("我们昨天一起在镇上", "看见守钟人修好钟楼"),
        ("We went down to the harbour with", "the last of the boats in sight"),
        ("We went down", "to the harbour with", "the last of the boats in sight"),
    ],
)
def test_lines_of_joined_fragments_end_where_a_fragment_does(fragments: tuple[str, ...]) -> None:
    """The service ends a fragment where the speaker pauses: that is a clause, whatever the words say."""
    segments = [Segment(start_ms=2000 * row, end_ms=2000 * row + 1900, text=text) for row, text in enumerate(fragments)]
    ((first, second),) = netflix(*segments)
    assert second in (fragments[-1], "".join(fragments[1:]), " ".join(fragments[1:]))
    assert first.startswith(fragments[0])


@pytest.mark.parametrize(
    ("gap", "speaker", "text"),
    [(500, "1", "我们一起"), (100, "2", "我们一起"), (100, None, "我们一起"), (100, "1", "我们一起。")],
    ids=["half a second", "another speaker", "nobody", "a sentence ends"],
)
def test_netflix_joins_nothing_else(gap: int, speaker: str | None, text: str) -> None:
    """Neither a gap of half a second, nor a change of speaker, nor the end of a sentence is joined over."""
    assert netflix(chinese(text, 0, 1000, "1"), chinese("修响的", 1000 + gap, 3000, speaker)) == [(text,), ("修响的",)]


def test_netflix_does_not_join_what_does_not_fit() -> None:
    """Two fragments that are too wide together stay apart."""
    assert (
        len(
            netflix(
                chinese("我们一起修响的，我主要负责爬梯子", 0, 2000),
                chinese("还有道歉和打扫鸽子窝以及看门刷墙的活", 2100, 4000),
            )
        )
        == 2
    )


@by_profile
@EXAMPLES
@given(transcripts)
def test_only_trailing_commas_and_stops_are_dropped(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """Dropping leaves out `，` and `。` at the end of lines, nothing else, and never a whole line."""
    plain, dropped = shaped(segments, profile), shaped(segments, profile, drop_trailing_punctuation=True)
    assert plain.changes == dropped.changes
    for before, after in zip(plain.cues, dropped.cues, strict=True):
        assert (before.start_ms, before.end_ms) == (after.start_ms, after.end_ms)
        for line, kept in zip(before.lines, after.lines, strict=True):
            assert line.startswith(kept)
            assert set(line[len(kept) :]) <= set("，。")
            assert kept[-1] not in "，。" or set(line) <= set("，。")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("好，", "好"),
        ("好。", "好"),
        ("好？", "好？"),
        ("好！", "好！"),
        ("好……", "好……"),
        ("好、", "好、"),
        ("Mr.", "Mr."),
        ("。", "。"),
    ],
)
def test_examples_of_dropped_punctuation(line: str, kept: str) -> None:
    """Questions, exclamations, ellipses and Latin stops stay."""
    (cue,) = shaped([Segment(start_ms=0, end_ms=900, text=line)], drop_trailing_punctuation=True).cues
    assert cue.lines == (kept,)
