"""Captions of any transcript, by every profile: nothing is lost, what is shown fits, and times are sound."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ice_results import InvalidOption, Segment, UnknownName, Word
from ice_results.captions.cues import Cue, Cues
from ice_results.captions.labels import POLICIES
from ice_results.captions.layout.fitting import SHARED_OUT
from ice_results.captions.plain import cues_of
from ice_results.captions.profiles import PROFILES, Profile, profile_from_toml, profile_named
from ice_results.captions.shape import Shaping, shape
from ice_results.text.scripts import language_of
from ice_results.text.widths import display_width

from ..counting import calls_in

HOUR = 3_600_000
TOO_WIDE = "a word is wider than a line and was not broken: "
STANDARD = PROFILES["standard"]
TIMED = [profile for profile in PROFILES.values() if not profile.overlaps]
SPLITTING = [profile for profile in PROFILES.values() if profile.splits]

EXAMPLES = settings(max_examples=25)
by_profile = pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
by_timed_profile = pytest.mark.parametrize("profile", TIMED, ids=lambda profile: profile.name)
by_splitting_profile = pytest.mark.parametrize("profile", SPLITTING, ids=lambda profile: profile.name)

CHINESE = "今天 我们 钟楼 修 的 了 三十三年 不 哈哈 一丝不苟 好， 吗？ 《守钟 日记》 “老 时间见” …… —— 、 （ ） · 。 ！"
PLAIN_WORDS = ["今天", "我们", "钟楼", "修", "的", "了", "三十三年", "不", "一丝不苟", "好，", "吗？", "博物馆"]
JAPANESE = "これは テスト です ちょっと 東京 コーヒー きゃ を 、 。 「 」 ー っ"
KOREAN = ["안녕하세요 ", "오늘은 ", "회의가 ", "열시에 ", "시작합니다. ", "네, "]
ENGLISH = [
    "the ",
    "committee ",
    "and ",
    "of ",
    "3.14 ",
    "don't. ",
    "https://example.com/a?b=c ",
    "said: ",
    "one, ",
    "I ",
]
ODD = [
    "x" * 60,
    "Ｗ" * 25,
    "👨‍👩‍👧",
    "🇨🇳",
    "👍🏽",
    "e\u0301",
    "\n",
    "\r\n",
    " ",
    "\u3000",
    "\u2028",
    "\x00",
    "\u200b",
    "\u00a0",
    "-->",
    "C++ ",
    "iPhone 15",
]
SCRIPTS: dict[str, Sequence[str]] = {
    "zh": CHINESE.split(),
    "ja": JAPANESE.split(),
    "ko": KOREAN,
    "en": ENGLISH,
    "mixed": [*CHINESE.split(), *JAPANESE.split(), *KOREAN, *ENGLISH, *ODD],
}
DURATIONS = st.sampled_from([1, 40, 300, 900, 2000, 4000, 6500, 9000, 60_000, 600_000])
GAPS = st.sampled_from([0, 0, 10, 50, 100, 300, 499, 500, 700, 5000])
HOSTILE_TIMES = st.one_of(
    st.none(),
    st.sampled_from([-700, 0, 0, 1, 2, 1000, 1000, 1001, 1100, 2000, 101 * HOUR]),
    st.integers(0, 20_000),
)
SPEAKERS = st.sampled_from([None, "", "1", "2"])


def pieces(script: str | None = None, least: int = 0) -> st.SearchStrategy[list[str]]:
    """The pieces of a text in one script, or in any: few or many."""
    scripts = [SCRIPTS[script]] if script else list(SCRIPTS.values())
    return st.sampled_from(scripts).flatmap(
        lambda known: st.one_of(
            st.lists(st.sampled_from(known), min_size=least, max_size=8),
            st.lists(st.sampled_from(known), min_size=12, max_size=45),
        )
    )


def spread(texts: Sequence[str], start: int, end: int) -> tuple[Word, ...]:
    """Words that share the time evenly."""
    edges = [start + (end - start) * number // len(texts) for number in range(len(texts) + 1)]
    return tuple(Word(text=text, start_ms=edge[0], end_ms=edge[1]) for text, edge in zip(texts, pairwise(edges)))


@st.composite
def orderly_transcripts(draw: st.DrawFn, words: bool = False) -> tuple[Segment, ...]:
    """Segments one after the other, each with a start, an end and a text; where they have words, these join to it."""
    segments: list[Segment] = []
    clock = 0
    for _ in range(draw(st.integers(1, 5))):
        texts = draw(pieces(least=1))
        start = clock + draw(GAPS)
        clock = start + draw(DURATIONS)
        known = spread(texts, start, clock) if words or draw(st.booleans()) else ()
        segments.append(Segment(start_ms=start, end_ms=clock, text="".join(texts), speaker=draw(SPEAKERS), words=known))
    return tuple(segments)


@st.composite
def odd_words(draw: st.DrawFn, texts: Sequence[str]) -> tuple[Word, ...]:
    """Words with any times that join to the text, or that do not: too few, in another order, or foreign."""
    spelt = list(texts)
    change = draw(st.sampled_from(["join", "drop", "turn", "foreign"]))
    if change == "drop":
        spelt = spelt[1::2]
    elif change == "turn":
        spelt.reverse()
    elif change == "foreign":
        spelt.insert(len(spelt) // 2, "別の語")
    return tuple(Word(text=text, start_ms=draw(HOSTILE_TIMES), end_ms=draw(HOSTILE_TIMES)) for text in spelt)


@st.composite
def hostile_transcripts(draw: st.DrawFn) -> tuple[Segment, ...]:
    """Segments with any times at all, empty texts, and words that fit or do not."""
    segments: list[Segment] = []
    for _ in range(draw(st.integers(0, 6))):
        texts = draw(pieces())
        words = draw(odd_words(texts)) if draw(st.booleans()) else ()
        start, end, speaker = draw(HOSTILE_TIMES), draw(HOSTILE_TIMES), draw(SPEAKERS)
        segments.append(Segment(start_ms=start, end_ms=end, text="".join(texts), speaker=speaker, words=words))
    twice = draw(st.booleans())
    if segments and twice:
        segments.append(segments[0])
    return tuple(segments)


transcripts = st.one_of(orderly_transcripts(), hostile_transcripts())


def letters(text: str) -> str:
    """What of a text must be shown: all but white space and control characters."""
    return "".join(sign for sign in text if not sign.isspace() and unicodedata.category(sign) != "Cc")


def text_of(cues: Iterable[Cue]) -> str:
    """The letters of cues in their order."""
    return letters("".join(line for cue in cues for line in cue.lines))


def language_in(segments: Iterable[Segment]) -> str:
    """The language that shaping finds by itself."""
    return language_of(None, (segment.text for segment in segments))


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


def shaped(segments: Iterable[Segment], profile: Profile = STANDARD, **options: Any) -> Cues:
    """The cues of a profile without labels, unless the options say otherwise."""
    return shape(segments, Shaping(profile=profile, **options))


def chinese(text: str, start: int = 0, end: int = 4000, speaker: str | None = None) -> Segment:
    """A segment with one word for every stretch between bars."""
    texts = text.split("|")
    return Segment(start_ms=start, end_ms=end, text="".join(texts), speaker=speaker, words=spread(texts, start, end))


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


_HAN = "[\u4e00-\u9fff]"
_BREAKABLE = re.compile(rf"\s+|(?<={_HAN})(?={_HAN})|(?<=[，。！？；])(?=[\w])")


def widest_word(line: str) -> str:
    """The longest part of a line that has no place to break it at."""
    return max(_BREAKABLE.split(line), key=len)


@by_profile
@EXAMPLES
@given(transcripts)
def test_cues_hold_the_lines_and_width_of_the_profile(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """No cue has more lines or a wider line than allowed; one word that is too wide alone is listed as such."""
    language = language_in(segments)
    limit = profile.limits_for(language).line_width or float("inf")
    done = shaped(segments, profile)
    listed = [each.message.removeprefix(TOO_WIDE) for each in done.changes if each.message.startswith(TOO_WIDE)]
    for cue in done.cues:
        assert profile.lines is None or len(cue.lines) <= profile.lines
        for line in cue.lines:
            if display_width(line, language) > limit:
                assert max(display_width(part, language) for part in _BREAKABLE.split(line)) > limit
                assert any(widest_word(line) in named for named in listed)


@by_splitting_profile
@EXAMPLES
@given(transcripts, st.sampled_from(["latin", "zh", "ja", "ko"]))
def test_a_named_language_decides_the_width(profile: Profile, segments: tuple[Segment, ...], language: str) -> None:
    """With a language given, its limits hold, whatever script the text is in."""
    limit = profile.limits_for(language).line_width or float("inf")
    for line in (line for cue in shaped(segments, profile, language=language).cues for line in cue.lines):
        too_wide = display_width(line, language) > limit
        assert not too_wide or max(display_width(part, language) for part in _BREAKABLE.split(line)) > limit


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
    told = {time for pair in given_times for time in pair} | {each.at_ms for each in done.changes}
    told |= {int(number) for each in done.changes for number in re.findall(r"\d+", each.message)}
    assert [cue for cue in done.cues if not {cue.start_ms, cue.end_ms} <= told] == []


@by_profile
@EXAMPLES
@given(orderly_transcripts(words=True))
def test_words_of_a_cue_are_in_its_text(profile: Profile, segments: tuple[Segment, ...]) -> None:
    """The words of a cue stand in its text in their order, and no word is in two cues."""
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
@given(transcripts, st.sampled_from(["latin", "zh", "ja", "ko"]))
def test_what_is_shaped_already_stays_as_it_is(profile: Profile, segments: tuple[Segment, ...], language: str) -> None:
    """Cues shaped again by the same profile are equal, and nothing but what is still too wide is listed.

    Where a profile joins fragments this holds for text without words: no word is torn for the sake of a join,
    and the lines of a cue alone do not tell its words.
    """
    if profile.merges:
        segments = tuple(attrs.evolve(segment, words=()) for segment in segments)
    once = shaped(segments, profile, language=language)
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


@pytest.mark.parametrize("profile", [*SPLITTING, UNBOUNDED], ids=lambda profile: profile.name)
@pytest.mark.parametrize("sign", ["字", "a ", "字，"], ids=["Chinese", "Latin", "punctuated"])
def test_work_grows_with_the_text_only(profile: Profile, sign: str) -> None:
    """Six times the words of one sentence take six times the work, not thirty-six times."""
    assert work_of(profile, sign, 600) < 10 * work_of(profile, sign, 100)


def test_a_word_takes_little_work() -> None:
    """A word of one letter takes no more than a thousand calls, so that ten thousand take a second or two."""
    assert work_of(STANDARD, "字", 2000) < 2000 * 1000


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


def test_text_said_twice_in_one_breath_is_shown_twice() -> None:
    """Parts of one segment that read the same are no duplicates, however short the segment is."""
    text = "哈" * 64
    assert text_of(shaped([Segment(start_ms=0, end_ms=1, text=text)]).cues) == text


def test_a_format_character_hides_no_space() -> None:
    """A line may end at a space, also where a zero-width space follows it."""
    segment = Segment(start_ms=0, end_ms=3000, text="안녕하세요 \u200bhttps://example.com/a?b=c")
    assert [len(cue.lines) for cue in shaped([segment], language="ko").cues] == [2]


def test_a_word_that_is_white_space_is_in_one_cue() -> None:
    """A word that stands just where a cue ends belongs to one of both cues, also where it is only a line end."""
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


def test_a_segment_that_stands_there_twice_is_shown_once() -> None:
    """An exact duplicate is dropped and listed."""
    segment = Segment(start_ms=0, end_ms=900, text="道歉？")
    done = shaped([segment, segment])
    assert [cue.lines for cue in done.cues] == [("道歉？",)]
    assert [str(change) for change in done.changes] == ["at 0 ms: a cue that stood there twice was left out once"]


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
    """No space is invented between Chinese fragments, whatever stands at their edges."""
    segments = chinese(earlier, 0, 1000), chinese(later, 1100, 2000)
    assert netflix(*segments) == [(earlier + later,)]


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


def talk(*speakers: str | None) -> list[Segment]:
    """One sentence of every speaker in turn."""
    return [chinese(f"第{number}句话", number * 3000, number * 3000 + 2000, who) for number, who in enumerate(speakers)]


def labelled(policy: str, *speakers: str | None, names: dict[str, str] | None = None) -> list[str]:
    """The lines of a talk with names by a policy."""
    done = shaped(talk(*speakers), speakers=policy, speaker_names=names or {"1": "安娜", "2": "李雷"})
    return [line for cue in done.cues for line in cue.lines]


def test_names_on_change() -> None:
    """With `change`, a name stands where the speaker is another than before."""
    assert labelled("change", "1", "1", "2", "1") == ["安娜：第0句话", "第1句话", "李雷：第2句话", "安娜：第3句话"]


def test_names_always() -> None:
    """With `always`, a name stands before every cue, and nothing before one without a speaker."""
    assert labelled("always", "1", "1", None, "2") == ["安娜：第0句话", "安娜：第1句话", "第2句话", "李雷：第3句话"]


@pytest.mark.parametrize("policy", POLICIES)
def test_one_speaker_needs_no_name(policy: str) -> None:
    """A track that one speaks alone has no names, by any policy."""
    assert labelled(policy, "1", "1", None) == ["第0句话", "第1句话", "第2句话"]


@pytest.mark.parametrize("policy", POLICIES)
def test_a_speaker_whose_name_is_blank_is_no_second_one(policy: str) -> None:
    """Who is to be shown without a name counts like text that nobody is named for."""
    assert labelled(policy, "1", "2", "1", names={"1": "安娜", "2": ""}) == ["第0句话", "第1句话", "第2句话"]


def test_names_never() -> None:
    """With `never`, the default, the text stands alone, and the cue still knows its speaker."""
    assert labelled("never", "1", "2") == ["第0句话", "第1句话"]
    assert [cue.speaker for cue in shaped(talk("1", "2")).cues] == ["1", "2"]


def test_an_id_stands_for_a_name_that_is_not_known() -> None:
    """A speaker without a name in the map is shown by id."""
    assert labelled("change", "1", "9") == ["安娜：第0句话", "9：第1句话"]


def test_names_before_english_have_a_space() -> None:
    """A colon and a space stand between a name and Latin text."""
    segments = [Segment(start_ms=n * 2000, end_ms=n * 2000 + 1500, text="Hello.", speaker=str(n)) for n in (1, 2)]
    cues = shaped(segments, speakers="change", speaker_names={"1": "Anna"}).cues
    assert [cue.lines for cue in cues] == [("Anna: Hello.",), ("2: Hello.",)]


LONG_NAME = "Bartholomew Montgomery Featherstonehaugh"


@by_splitting_profile
@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("name", ["Anna", LONG_NAME], ids=["short", "long"])
def test_names_count_for_the_width(profile: Profile, policy: str, name: str) -> None:
    """Lines with a name before them hold the width of the profile like any other, or are listed."""
    text = "When did the clock stop, and who was the first one in the whole town to notice it on that day?"
    segments = [Segment(start_ms=n * 9000, end_ms=n * 9000 + 8000, text=text, speaker=str(n)) for n in (1, 2)]
    done = shaped(segments, profile, speakers=policy, speaker_names={"1": name, "2": "Li"})
    limit = profile.limits_for("latin").line_width or 0
    wide = [line for cue in done.cues for line in cue.lines if len(line) > limit]
    assert len(wide) <= sum(change.message.startswith(TOO_WIDE) for change in done.changes)
    assert all(len(cue.lines) <= (profile.lines or 0) for cue in done.cues)


@by_profile
@pytest.mark.parametrize("policy", POLICIES)
@EXAMPLES
@given(orderly_transcripts())
def test_names_take_nothing_from_the_text(profile: Profile, policy: str, segments: tuple[Segment, ...]) -> None:
    """Without its names, a talk with names reads as one without."""
    done = shaped(segments, profile, speakers=policy, speaker_names={"1": "Ω", "2": "Ψ"})
    said = letters("".join(segment.text for segment in segments))
    assert re.sub("[ΩΨ][:：]", "", text_of(done.cues)) == said


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


def test_a_profile_from_toml() -> None:
    """A user's profile has its own fields over those of `standard`."""
    own = profile_from_toml("lines = 1\nline_width = {zh = 14, latin = 36.5}\nmin_gap_ms = 40", "mine")
    assert (own.name, own.lines, own.min_gap_ms, own.max_duration_ms) == ("mine", 1, 40, 7000)
    assert (own.limits_for("zh").line_width, own.limits_for("latin").line_width) == (14.0, 36.5)


def test_a_profile_from_toml_over_a_base() -> None:
    """With `base`, what is not given comes from that profile."""
    own = profile_from_toml('base = "shorts"\nmerges = true', "mine")
    assert own == attrs.evolve(PROFILES["shorts"], name="mine", merges=True)


def test_one_number_counts_for_all_languages() -> None:
    """A width or speed without languages holds for each of them."""
    own = profile_from_toml("line_width = 20\ncharacters_per_second = 11", "mine")
    assert {own.limits_for(each).line_width for each in ("latin", "zh", "ja", "ko")} == {20.0}
    assert {own.limits_for(each).characters_per_second for each in ("latin", "zh", "ja", "ko")} == {11.0}


def test_an_empty_profile_is_standard() -> None:
    """Nothing given is the default under another name."""
    assert profile_from_toml("", "mine") == attrs.evolve(STANDARD, name="mine")


FIELDS = (
    "base, line_width, lines, characters_per_second, reading_speed_enforced, min_duration_ms, max_duration_ms, "
    "min_gap_ms, chain_gap_ms, extend_ms, splits, merges, overlaps"
)
NAMES = "standard, source, netflix, netflix-children, bbc, shorts, subtitle-edit"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("line_widht = 20", f"unknown field of profile mine 'line_widht'; known: {FIELDS}"),
        ("name = 'x'", f"unknown field of profile mine 'name'; known: {FIELDS}"),
        ("base = 'netflx'", f"unknown profile 'netflx'; known: {NAMES}"),
        ("line_width = {fr = 3}", "unknown language in line_width of profile mine 'fr'; known: latin, zh, ja, ko"),
    ],
    ids=["field", "name", "base", "language"],
)
def test_unknown_names_in_a_profile(text: str, message: str) -> None:
    """A misspelt field, base or language is named, with those that there are."""
    with pytest.raises(UnknownName) as caught:
        profile_from_toml(text, "mine")
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("lines = 'two'", "option lines of profile mine: expected a whole number, found 'two'"),
        ("lines = 2.5", "option lines of profile mine: expected a whole number, found 2.5"),
        ("lines = true", "option lines of profile mine: expected a whole number, found True"),
        ("lines = 0", "option lines of profile mine: expected a whole number, found 0"),
        ("min_gap_ms = -1", "option min_gap_ms of profile mine: expected a whole number, found -1"),
        ("splits = 1", "option splits of profile mine: expected true or false, found 1"),
        ("line_width = 'wide'", "option line_width of profile mine: expected a number over 0, found 'wide'"),
        ("line_width = {zh = 0}", "option line_width of profile mine: expected a number over 0, found 0"),
        ("line_width = nan", "option line_width of profile mine: expected a number over 0, found nan"),
        ("base = 3", f"unknown profile '3'; known: {NAMES}"),
    ],
)
def test_wrong_values_in_a_profile(text: str, message: str) -> None:
    """A value of the wrong kind is shown with the field and what it should be."""
    with pytest.raises((InvalidOption, UnknownName)) as caught:
        profile_from_toml(text, "mine")
    assert str(caught.value) == message


def test_a_profile_that_is_no_toml() -> None:
    """The place of the fault in the file is in the message."""
    with pytest.raises(InvalidOption, match=r"^option mine: expected a TOML file, found .*at line 1, column 7"):
        profile_from_toml("lines 2", "mine")


def test_profiles_by_name() -> None:
    """Every profile is found by its name, and a wrong name lists them."""
    assert [profile_named(name).name for name in PROFILES] == list(PROFILES)
    with pytest.raises(UnknownName, match=f"^unknown profile 'vimeo'; known: {NAMES}$"):
        profile_named("vimeo")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "latin"),
        ("1, 2, 3", "latin"),
        ("Hello there", "latin"),
        ("Здравствуйте, друзья", "latin"),
        ("Он сказал 你好 и ушёл домой", "latin"),
        ("今天天气很好", "zh"),
        ("我们用 iPhone 15 和 TensorFlow 拍片", "zh"),
        ("これはテストです", "ja"),
        ("東京特許許可局の会議", "ja"),
        ("ﾃｽﾄ", "ja"),
        ("안녕하세요 여러분", "ko"),
        ("안녕하세요 漢字", "ko"),
        ("𠮷𠮷", "zh"),
    ],
)
def test_the_script_tells_the_language(text: str, language: str) -> None:
    """The group of languages is found by the script that most of a text is in."""
    assert language_of(None, [text]) == language


@pytest.mark.parametrize(
    ("named", "language"),
    [
        ("zh", "zh"),
        ("zh-Hans-CN", "zh"),
        ("zh_TW", "zh"),
        ("cn", "zh"),
        ("yue", "zh"),
        ("Chinese", "zh"),
        ("ja-JP", "ja"),
        ("Japanese", "ja"),
        ("ko", "ko"),
        ("Korean", "ko"),
        ("en", "latin"),
        ("fr-FR", "latin"),
    ],
)
def test_a_name_of_a_language_decides(named: str, language: str) -> None:
    """Names and codes are understood, and the text is not asked then."""
    assert language_of(named, ["これはテストです 안녕하세요"]) == language


def test_a_repetition_moves_no_name_to_another_speaker() -> None:
    """Every cue has the name of its own speaker before it, also behind one that stood there twice."""
    said = [chinese("好", 0, 1000, "1"), chinese("好", 0, 1000, "1"), chinese("再见", 2000, 3000, "2")]
    done = shaped(said, speakers="always", speaker_names={"1": "闻禾", "2": "馆长"})
    assert [cue.lines for cue in done.cues] == [("闻禾：好",), ("馆长：再见",)]
