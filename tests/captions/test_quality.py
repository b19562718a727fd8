"""The quality report: which rules of a profile the service's segments break, and which the cues still do."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ice_results import Segment, Word
from ice_results.captions.cues import Cue
from ice_results.captions.layout.places import places
from ice_results.captions.limits import Limits
from ice_results.captions.profiles import PROFILES, Profile
from ice_results.captions.quality import CaptionIssue, caption_issues
from ice_results.captions.rules import RULE_NAMES
from ice_results.captions.shape import Shaping, shape

from .transcripts import limits_by_cue

STANDARD, SOURCE, NETFLIX = PROFILES["standard"], PROFILES["source"], PROFILES["netflix"]
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
SENTENCE = "Today the whole school plants forty young trees."
UNREPAIRED = attrs.evolve(
    STANDARD,
    name="unrepaired",
    splits=False,
    overlaps=True,
    min_gap_ms=83,
    chain_gap_ms=459,
    reading_speed_enforced=True,
)
"""Every rule of a strict profile, and leave for shaping to repair next to nothing."""


def line(start_ms: int | None, end_ms: int | None, text: str = "Good morning.", speaker: str | None = None) -> Segment:
    """A segment."""
    return Segment(start_ms=start_ms, end_ms=end_ms, text=text, speaker=speaker)


def report(profile: Profile, *segments: Segment) -> list[str]:
    """Each finding on a line: whether fixed, the rule, the cue, the time, the message."""
    return [
        f"{'fixed' if each.fixed else 'holds'} {each.rule} cue {each.cue} at {each.at_ms}: {each.message}"
        for each in caption_issues(segments, Shaping(profile=profile))
    ]


FIXED: tuple[tuple[Profile, tuple[Segment, ...], str], ...] = (
    (STANDARD, (line(0, 900, " \n"),), "empty cue None at 0: there is no text"),
    (STANDARD, (line(500, None),), "missing-time cue 1 at 500: there is no end"),
    (
        STANDARD,
        (line(800, 500),),
        "end-before-start cue 1 at 800: it ends at 500 ms, not after its start at 800 ms",
    ),
    (STANDARD, (line(-200, 900),), "negative-start cue 1 at -200: it starts at -200 ms, before 0 ms"),
    (
        STANDARD,
        (line(2000, 3000), line(0, 1000)),
        "order cue 1 at 0: it starts at 0 ms and was given after one that starts at 2000 ms",
    ),
    (
        STANDARD,
        (line(0, 1000), line(0, 1000)),
        "duplicate cue None at 0: the same text was given before with the same times",
    ),
    (
        STANDARD,
        (line(0, 1500), line(1200, 2200, "Sit down.")),
        "overlap cue 2 at 1200: it starts 300 ms before the end of what came before",
    ),
    (
        NETFLIX,
        (line(0, 1500), line(1550, 2500)),
        "gap cue 1 at 0: a gap of 50 ms follows; none, or 83 ms at least",
    ),
    (
        NETFLIX,
        (line(0, 1500), line(1700, 2700)),
        "chain-gap cue 1 at 0: a gap of 200 ms follows; below 459 ms it is to be 83 ms",
    ),
    (STANDARD, (line(0, 300, "Yes."),), "min-duration cue 1 at 0: it is shown for 300 ms; 500 ms at least"),
    (
        STANDARD,
        (line(0, 9000, "Good morning, everyone. Please sit down."),),
        "max-duration cue 1 at 0: it is shown for 9000 ms; 7000 ms at most",
    ),
    (STANDARD, (line(0, 4000, SENTENCE),), "line-width cue 1 at 0: a line is 48 characters wide; 42 at most"),
    (STANDARD, (line(0, 4000, "One,\ntwo,\nthree."),), "lines cue 1 at 0: it has 3 lines; 2 at most"),
    (
        NETFLIX,
        (line(0, 1000, "Today we plant forty trees."),),
        "reading-speed cue 1 at 0: 27 characters per second have to be read; 20 at most",
    ),
    (
        NETFLIX,
        (line(0, 1000, "Today we plant forty"), line(1000, 2000, "trees.")),
        "orphan cue 1 at 1000: a part of a sentence is alone in a cue and is 6 wide; 8.4 at least",
    ),
)

HOLDING: tuple[tuple[Profile, tuple[Segment, ...], str], ...] = (
    (
        STANDARD,
        (line(None, 900, "Good\nmorning."),),
        "missing-time cue None at None: there is no start, so this is not shown: Good morning.",
    ),
    (
        SOURCE,
        (line(0, 1000), line(0, 1000)),
        "duplicate cue 2 at 0: the same text was given before with the same times",
    ),
    (
        UNREPAIRED,
        (line(0, 1500), line(1550, 2500)),
        "gap cue 1 at 0: a gap of 50 ms follows; none, or 83 ms at least",
    ),
    (
        UNREPAIRED,
        (line(0, 1500), line(1700, 2700)),
        "chain-gap cue 1 at 0: a gap of 200 ms follows; below 459 ms it is to be 83 ms",
    ),
    (
        STANDARD,
        (line(0, 300, "Yes."), line(300, 1300)),
        "min-duration cue 1 at 0: it is shown for 300 ms; 500 ms at least",
    ),
    (UNREPAIRED, (line(0, 9000),), "max-duration cue 1 at 0: it is shown for 9000 ms; 7000 ms at most"),
    (STANDARD, (line(0, 4000, LONG_WORD),), "line-width cue 1 at 0: a line is 48 characters wide; 42 at most"),
    (UNREPAIRED, (line(0, 4000, "One,\ntwo,\nthree."),), "lines cue 1 at 0: it has 3 lines; 2 at most"),
    (
        STANDARD,
        (line(0, 1000, "Today we plant forty trees."),),
        "reading-speed cue 1 at 0: 27 characters per second have to be read; 20 at most",
    ),
    (
        STANDARD,
        (line(0, 1000, "Today we plant forty"), line(1000, 2000, "trees.")),
        "orphan cue 2 at 1000: a part of a sentence is alone in a cue and is 6 wide; 8.4 at least",
    ),
)


def rule_of(case: tuple[Profile, tuple[Segment, ...], str]) -> str:
    """The rule that a case is of."""
    return case[2].split()[0]


@pytest.mark.parametrize("case", FIXED, ids=rule_of)
def test_what_shaping_repairs_is_fixed(case: tuple[Profile, tuple[Segment, ...], str]) -> None:
    """A rule that the segment breaks and its cues keep is one finding, said with its numbers, and fixed."""
    profile, segments, expected = case
    assert report(profile, *segments) == [f"fixed {expected}"]


@pytest.mark.parametrize("case", HOLDING, ids=rule_of)
def test_what_shaping_cannot_repair_holds(case: tuple[Profile, tuple[Segment, ...], str]) -> None:
    """A rule that the cue breaks is one finding for that cue, though the segment broke it too."""
    profile, segments, expected = case
    assert report(profile, *segments) == [f"holds {expected}"]


def test_every_rule_has_an_example() -> None:
    """Every rule is fixed somewhere, and holds somewhere unless no cue can break it."""
    assert {rule_of(case) for case in FIXED} == set(RULE_NAMES)
    never = {"empty", "end-before-start", "negative-start", "order", "overlap"}
    assert {rule_of(case) for case in HOLDING} == set(RULE_NAMES) - never


def test_a_finding_has_value_and_limit_as_numbers() -> None:
    """What the message says is there for programs too, the value of a speed never rounded down to its limit."""
    (finding,) = caption_issues([line(0, 1999, "x" * 20 + " " + "y" * 19)], Shaping())
    assert finding == CaptionIssue(
        rule="reading-speed",
        cue=1,
        at_ms=0,
        value=20.02,
        limit=20.0,
        fixed=False,
        message="20.02 characters per second have to be read; 20 at most",
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("standard", ["fixed line-width 1 42", "holds reading-speed 1 20"]),
        ("source", []),
        ("netflix", ["fixed chain-gap 1 459", "fixed line-width 1 42", "fixed reading-speed 1 20"]),
        ("netflix-children", ["fixed chain-gap 1 459", "fixed line-width 1 42", "holds reading-speed 1 17"]),
        ("bbc", ["fixed line-width 1 37", "holds reading-speed 1 15"]),
        ("shorts", ["fixed line-width 1 24", "holds min-duration 2 700"]),
        ("subtitle-edit", ["fixed line-width 1 43"]),
    ],
)
def test_profiles_differ(name: str, expected: list[str]) -> None:
    """The same segments break what the profile says, by its own numbers."""
    segments = (line(0, 2250, SENTENCE), line(2650, 4650, "Good morning."))
    findings = caption_issues(segments, Shaping(profile=PROFILES[name]))
    words = ("holds", "fixed")
    assert [f"{words[each.fixed]} {each.rule} {each.cue} {each.limit:g}" for each in findings] == expected


@pytest.mark.parametrize("name", PROFILES)
def test_the_limits_are_those_of_the_profile(name: str) -> None:
    """Each limit that a profile has is the limit of a finding where all of them are broken; no other is."""
    profile = PROFILES[name]
    text = "早上好，" * 40 + "\n好\n好"
    segments = [line(0, 1, text), line(2, 60_000, "同学们。"), line(60_000 + max(profile.min_gap_ms - 1, 0), 70_000)]
    limits = {each.rule: each.limit for each in caption_issues(segments, Shaping(profile=profile, language="zh"))}
    expected = {
        "line-width": profile.line_width and profile.line_width["zh"],
        "lines": profile.lines,
        "reading-speed": profile.characters_per_second and profile.characters_per_second["zh"],
        "min-duration": profile.min_duration_ms if profile.min_duration_ms > 1 else None,
        "max-duration": profile.max_duration_ms,
        "gap": profile.min_gap_ms or None,
    }
    assert {rule: limits.get(rule) for rule in expected} == expected


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize(
    "texts",
    [
        ("Good morning, everyone.", "Today we plant trees.", "Yes."),
        ("大家好，欢迎。", "今天我们种树。", "好。"),
        ("種をまきます。", "水をやります。", "はい。"),
        ("오늘은 나무를 심어요.", "물도 줍니다.", "네."),
    ],
)
def test_a_clean_transcript_has_no_findings(name: str, texts: tuple[str, ...]) -> None:
    """What keeps every rule is not spoken of, a short answer included."""
    segments = [line(number * 3000, number * 3000 + 2000, text) for number, text in enumerate(texts)]
    assert report(PROFILES[name], *segments) == []


@pytest.mark.parametrize("name", PROFILES)
def test_no_segments_have_no_findings(name: str) -> None:
    """An empty transcript is no fault."""
    assert report(PROFILES[name]) == []


def test_overlaps_are_no_fault_where_the_profile_has_them() -> None:
    """Formats hold cues that overlap, and `source` leaves them."""
    assert report(SOURCE, line(0, 1500), line(1200, 2200, "Sit down.")) == []


def test_a_gap_that_cannot_be_closed_is_no_fault() -> None:
    """Where closing a short gap would keep a cue for too long, the gap is right."""
    text = "Good morning, everyone. Please sit down."
    assert report(NETFLIX, line(0, 6900, text), line(7200, 8200)) == []


def test_a_repetition_says_nothing_else() -> None:
    """What is wrong with a text that was given twice is said once."""
    assert report(STANDARD, line(0, 300, "Yes."), line(0, 300, "Yes.")) == [
        "fixed min-duration cue 1 at 0: it is shown for 300 ms; 500 ms at least",
        "fixed duplicate cue None at 0: the same text was given before with the same times",
    ]


def test_a_repetition_that_is_shown_again_is_not_fixed() -> None:
    """A repeated text that still has a cue of its own is a fault of the track."""
    findings = caption_issues([line(0, 900, text) for text in ("One.", "Two.", "One.")], Shaping())
    cues = shape([line(0, 900, text) for text in ("One.", "Two.", "One.")]).cues
    shown = sum(cue.lines == ("One.",) for cue in cues)
    assert [each.fixed for each in findings if each.rule == "duplicate"] == [shown == 1]


def test_findings_are_in_the_order_of_time() -> None:
    """What has no time comes first, then what starts first."""
    findings = caption_issues([line(5000, 5100), line(None, 1), line(900, 950), line(-10, 800)], Shaping())
    assert list(dict.fromkeys(each.at_ms for each in findings)) == [None, -10, 900, 5000]


def test_the_language_of_a_segment_decides_width_and_speed() -> None:
    """A line of 17 wide characters is too wide in Japanese and Chinese, and a named language decides between the two;
    a sentence in another script is judged by its own."""
    segment = line(0, 6000, "東京特許許可局長今日急遽休暇許可")
    latin = line(7000, 12_000, "Today we plant forty young trees there.")
    found = [
        [each.limit for each in caption_issues([segment, latin], Shaping(language=code)) if each.rule == "line-width"]
        for code in ("zh", "ja")
    ]
    assert found == [[], [13.0]]


def test_a_dropped_stop_makes_no_orphan() -> None:
    """A sentence has ended where it did, though its stop is not shown."""
    segments = [line(0, 2000, "今天我们种树。"), line(2000, 3000, "好。")]
    assert caption_issues(segments, Shaping(drop_trailing_punctuation=True)) == ()


TEXTS = st.lists(
    st.sampled_from(
        ["Yes.", "we plant trees", "and", LONG_WORD, "3.14", "今天我们种树，", "很高兴。", "好", "\n", "はい"]
    ),
    max_size=12,
).map(" ".join)
TIMES = st.none() | st.integers(-500, 20_000)
SEGMENTS = st.lists(
    st.builds(Segment, start_ms=TIMES, end_ms=TIMES, text=TEXTS, speaker=st.sampled_from([None, "1", "2"])), max_size=8
)
SHAPINGS = st.builds(
    Shaping,
    profile=st.sampled_from(list(PROFILES.values())),
    language=st.sampled_from([None, "en", "zh"]),
    speakers=st.sampled_from(["change", "always", "never"]),
    drop_trailing_punctuation=st.booleans(),
)


def broken(cues: tuple[Cue, ...], profile: Profile, limits_of: Callable[[Cue], Limits]) -> set[tuple[str, int]]:
    """The rules that cues break by number, worked out from the cues alone."""
    found = set()
    for number, cue in enumerate(cues, 1):
        limits = limits_of(cue)
        widths = [limits.width(line) for line in cue.lines]
        duration = cue.end_ms - cue.start_ms
        gap = cues[number].start_ms - cue.end_ms if number < len(cues) else 0
        found |= {
            (rule, number)
            for rule, is_broken in (
                ("line-width", max(widths) > limits.line_width),
                ("lines", profile.lines is not None and len(cue.lines) > profile.lines),
                ("reading-speed", sum(widths) > limits.characters_per_second * duration / 1000),
                ("min-duration", duration < profile.min_duration_ms),
                ("max-duration", profile.max_duration_ms is not None and duration > profile.max_duration_ms),
                ("gap", 0 < gap < profile.min_gap_ms),
            )
            if is_broken
        }
    return found


@given(SEGMENTS, SHAPINGS)
def test_what_holds_is_what_the_cues_break(segments: list[Segment], shaping: Shaping) -> None:
    """The findings that hold are those of the cues that a writer writes, no more and no less."""
    limits_of = limits_by_cue(segments, shaping.profile, shaping.language)
    expected = broken(shape(segments, shaping).cues, shaping.profile, limits_of)
    holding = {(each.rule, each.cue) for each in caption_issues(segments, shaping) if not each.fixed}
    rules = {"line-width", "lines", "reading-speed", "min-duration", "max-duration", "gap"}
    assert {pair for pair in holding if pair[0] in rules} == expected


@given(SEGMENTS, SHAPINGS)
def test_shaping_leaves_only_what_it_cannot_fix(segments: list[Segment], shaping: Shaping) -> None:
    """No cue breaks a rule but for want of room or of a place to break; a text without a start is lost."""
    left = {"line-width", "reading-speed", "min-duration", "orphan", "duplicate"}
    for each in caption_issues(segments, shaping):
        lost = each.rule == "missing-time" and each.cue is None
        assert each.fixed or lost or each.rule in left, each


@given(SEGMENTS, SHAPINGS)
def test_what_is_left_has_its_reason(segments: list[Segment], shaping: Shaping) -> None:
    """A line that is too wide holds a word that is; a cue that is too short is followed at once."""
    shaping = attrs.evolve(shaping, speakers="never", drop_trailing_punctuation=False)
    cues, profile = shape(segments, shaping).cues, shaping.profile
    limits_of = limits_by_cue(segments, profile, shaping.language)
    for each in caption_issues(segments, shaping):
        if each.cue is None or each.fixed:
            continue
        if each.rule == "line-width":
            assert each.value is not None
            limits = limits_of(cues[each.cue - 1])
            assert any(widest_part(line, limits) > (each.limit or 0) for line in cues[each.cue - 1].lines), each
        if each.rule == "min-duration":
            room = cues[each.cue].start_ms - cues[each.cue - 1].start_ms
            assert room < profile.min_duration_ms + profile.min_gap_ms, each


def widest_part(text: str, limits: Limits) -> float:
    """The width of the widest stretch of a line that has no place to break it."""
    edges = [0, *places(text, limits.language), len(text)]
    return max(limits.width(text[start:end].strip()) for start, end in itertools.pairwise(edges))


@given(SEGMENTS, SHAPINGS)
def test_a_rule_is_fixed_or_holds_for_a_cue(segments: list[Segment], shaping: Shaping) -> None:
    """No cue is said both to keep a rule and to break it, and every message is one line."""
    findings = caption_issues(segments, shaping)
    fixed = {(each.rule, each.cue) for each in findings if each.fixed and each.cue is not None}
    assert not fixed & {(each.rule, each.cue) for each in findings if not each.fixed}
    assert all(len(each.message.splitlines()) == 1 and each.rule in RULE_NAMES for each in findings)


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 30), st.sampled_from(["1", "2"]))), SHAPINGS)
def test_a_finding_names_the_cue_that_its_segment_begins_in(made: list[tuple[int, int, str]], shaping: Shaping) -> None:
    """Wherever cutting, joining and ordering put a segment, its findings lead to where it begins."""
    segments = [
        line(start, None, " ".join(f"w{number}x{word}" for word in range(words)), speaker)
        for number, (start, words, speaker) in enumerate(made)
    ]
    cues = shape(segments, shaping).cues
    missing = [each for each in caption_issues(segments, shaping) if each.rule == "missing-time"]
    in_time = sorted(range(len(made)), key=lambda number: made[number][0])
    assert len(missing) == len(made)
    for number, each in zip(in_time, missing, strict=True):
        assert each.cue is not None
        text = " ".join(cues[each.cue - 1].lines)
        assert f"w{number}x0" in re.split("[ ：]", text) or text == f"{made[number][2]}："


def test_words_of_the_service_change_nothing_in_the_rules() -> None:
    """A segment with words is judged by its text and times as one without."""
    words = tuple(Word(start_ms=at * 500, end_ms=at * 500 + 400, text=text) for at, text in enumerate(SENTENCE.split()))
    plain = line(0, 4000, SENTENCE)
    assert report(STANDARD, attrs.evolve(plain, words=words)) == report(STANDARD, plain)
