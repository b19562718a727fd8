"""Names of speakers in cues."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from ice_results import Segment
from ice_results.captions.labels import POLICIES
from ice_results.captions.profiles import Profile

from .transcripts import (
    EXAMPLES,
    TOO_WIDE,
    by_profile,
    by_splitting_profile,
    chinese,
    letters,
    orderly_transcripts,
    shaped,
    text_of,
)


def talk(*speakers: str | None) -> list[Segment]:
    """One sentence of every speaker in turn."""
    return [chinese(f"第{number}句话", number * 3000, number * 3000 + 2000, who) for number, who in enumerate(speakers)]


def labelled(policy: str, *speakers: str | None, names: dict[str, str] | None = None) -> list[str]:
    """The lines of a talk with names by a policy."""
    done = shaped(talk(*speakers), speakers=policy, speaker_names=names or {"1": "安娜", "2": "李雷"})
    return [line for cue in done.cues for line in cue.lines]


def test_names_on_change() -> None:
    """With `change`, a name is written where the speaker is another than before."""
    assert labelled("change", "1", "1", "2", "1") == ["安娜：第0句话", "第1句话", "李雷：第2句话", "安娜：第3句话"]


def test_names_always() -> None:
    """With `always`, a name is written before every cue, and nothing before one without a speaker."""
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
    """With `never`, the default, the text is alone, and the cue still knows its speaker."""
    assert labelled("never", "1", "2") == ["第0句话", "第1句话"]
    assert [cue.speaker for cue in shaped(talk("1", "2")).cues] == ["1", "2"]


def test_an_id_is_shown_for_a_name_that_is_not_known() -> None:
    """A speaker without a name in the map is shown by id."""
    assert labelled("change", "1", "9") == ["安娜：第0句话", "9：第1句话"]


def test_names_before_english_have_a_space() -> None:
    """A colon and a space are between a name and Latin text."""
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


def test_a_repetition_moves_no_name_to_another_speaker() -> None:
    """Every cue has the name of its own speaker before it, also behind one that stood there twice."""
    said = [chinese("好", 0, 1000, "1"), chinese("好", 0, 1000, "1"), chinese("再见", 2000, 3000, "2")]
    done = shaped(said, speakers="always", speaker_names={"1": "闻禾", "2": "馆长"})
    assert [cue.lines for cue in done.cues] == [("闻禾：好",), ("馆长：再见",)]
