"""Transcripts of any kind, and what captions of them show."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from ice_results import Segment, Word
from ice_results.captions.cues import Cue, Cues
from ice_results.captions.limits import Limits
from ice_results.captions.plain import cues_of
from ice_results.captions.profiles import PROFILES, Profile
from ice_results.captions.shape import Shaping, shape
from ice_results.captions.track_limits import TrackLimits

from ..strategies import lists_of

HOUR = 3_600_000
TOO_WIDE = "a word is wider than a line and was not broken: "
STANDARD = PROFILES["standard"]
SPLITTING = [profile for profile in PROFILES.values() if profile.splits]
EXAMPLES = settings(max_examples=25)
by_profile = pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.name)
by_splitting_profile = pytest.mark.parametrize("profile", SPLITTING, ids=lambda profile: profile.name)
CHINESE = "今天 我们 钟楼 修 的 了 三十三年 不 哈哈 一丝不苟 好， 吗？ 《守钟 日记》 “老 时间见” …… —— 、 （ ） · 。 ！"
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
UNUSUAL = [
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
    "mixed": [*CHINESE.split(), *JAPANESE.split(), *KOREAN, *ENGLISH, *UNUSUAL],
}
DURATIONS = st.sampled_from([1, 40, 300, 900, 2000, 4000, 6500, 9000, 60_000, 600_000])
GAPS = st.sampled_from([0, 0, 10, 50, 100, 300, 499, 500, 700, 5000])
HOSTILE_TIMES = (-700, 0, 0, 1, 2, 1000, 1000, 1001, 1100, 2000, 101 * HOUR)
SPEAKERS = st.sampled_from([None, "", "1", "2"])


@cache
def pieces(script: str | None = None, least: int = 0) -> st.SearchStrategy[list[str]]:
    """The pieces of a text in one script, or in any: few or many."""
    scripts = [SCRIPTS[script]] if script else list(SCRIPTS.values())
    sizes = [(least, 8), (12, 45)]
    return st.one_of(*(lists_of(known, *size) for known in scripts for size in sizes))


def hostile_times(count: int) -> st.SearchStrategy[list[int | None]]:
    """So many times: none, those at which something is different, and any within twenty seconds."""
    return st.binary(min_size=2 * count, max_size=2 * count).map(
        lambda drawn: [_hostile_time(*pair) for pair in zip(drawn[::2], drawn[1::2], strict=True)]
    )


def _hostile_time(kind: int, value: int) -> int | None:
    if kind % 3 == 0:
        return None
    return HOSTILE_TIMES[value % len(HOSTILE_TIMES)] if kind % 3 == 1 else (256 * kind + value) % 20_001


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
def other_words(draw: st.DrawFn, texts: Sequence[str]) -> tuple[Word, ...]:
    """Words with any times that join to the text, or that do not: too few, in another order, or foreign."""
    spelt = list(texts)
    change = draw(st.sampled_from(["join", "drop", "turn", "foreign"]))
    if change == "drop":
        spelt = spelt[1::2]
    elif change == "turn":
        spelt.reverse()
    elif change == "foreign":
        spelt.insert(len(spelt) // 2, "別の語")
    times = iter(draw(hostile_times(2 * len(spelt))))
    return tuple(Word(text=text, start_ms=start, end_ms=end) for text, start, end in zip(spelt, times, times))


@st.composite
def hostile_transcripts(draw: st.DrawFn) -> tuple[Segment, ...]:
    """Segments with any times at all, empty texts, and words that fit or do not."""
    segments: list[Segment] = []
    for _ in range(draw(st.integers(0, 6))):
        texts = draw(pieces())
        words = draw(other_words(texts)) if draw(st.booleans()) else ()
        (start, end), speaker = draw(hostile_times(2)), draw(SPEAKERS)
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


def shaped(segments: Iterable[Segment], profile: Profile = STANDARD, **options: Any) -> Cues:
    """The cues of a profile without labels, unless the options say otherwise."""
    return shape(segments, Shaping(profile=profile, **options))


def limits_by_cue(
    segments: Iterable[Segment], profile: Profile, language: str | None = None
) -> Callable[[Cue], Limits]:
    """The limits of each cue of a transcript: those of the language that its segment is in."""
    track = TrackLimits(profile, language, cues_of(segments).table.lines)
    return lambda cue: track.of(cue.sources)


def chinese(text: str, start: int = 0, end: int = 4000, speaker: str | None = None) -> Segment:
    """A segment with one word for every stretch between bars."""
    texts = text.split("|")
    return Segment(start_ms=start, end_ms=end, text="".join(texts), speaker=speaker, words=spread(texts, start, end))
