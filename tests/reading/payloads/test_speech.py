"""Speech: recognised, synthesised and spoken lines as the exact transcripts that they become."""

from __future__ import annotations

import json
from typing import Any

import pytest

import ice_results
from ice_results.records import Link, Segment, Transcript, Word

from ...answers import smart_job, text
from ..parsing import complaints, smart, tagged


def test_asr_of_a_smart_job_has_seconds() -> None:
    """AiResult of an ASR job is a list of lines, their seconds rounded half up to milliseconds."""
    document = smart(
        [
            {"content": "The mill is old.", "from": 0.0, "to": 1.2345},
            {"content": "It still turns.", "from": 1.2344, "to": 3},
        ]
    )
    assert document.transcripts == (
        Transcript(
            kind="asr",
            source="ASR",
            segments=(
                Segment(start_ms=0, end_ms=1235, text="The mill is old."),
                Segment(start_ms=1234, end_ms=3000, text="It still turns."),
            ),
        ),
    )
    assert document.problems == ()


def test_asr_of_a_smart_tag_job_is_in_details() -> None:
    """The ASR result of a tagging job is the same list under `details`; what is beside it is kept."""
    document = tagged(ASR={"details": [{"from": 2.5, "to": 4, "content": "Mind the step."}], "engine": "b"})
    (transcript,) = document.transcripts
    assert transcript == Transcript(
        kind="asr", source="ASR", segments=(Segment(start_ms=2500, end_ms=4000, text="Mind the step."),)
    )
    assert transcript.extra == {"engine": "b"}


def test_text_to_speech_is_read_in_both_its_forms() -> None:
    """Lines with `from` are in seconds, lines with `begin_time` in milliseconds; both give the same records."""
    expected = (
        Transcript(
            kind="tts",
            source="TextToSpeech",
            segments=(
                Segment(start_ms=0, end_ms=846, text="Good evening."),
                Segment(start_ms=846, end_ms=2010, text="Sit down."),
            ),
        ),
    )
    in_seconds = [
        {"content": "Good evening.", "from": 0.0, "to": 0.846},
        {"content": "Sit down.", "from": 0.846, "to": 2.01},
    ]
    in_milliseconds = [
        {"text": "Good evening.", "begin_time": 0, "end_time": 846},
        {"text": "Sit down.", "begin_time": 846, "end_time": 2010},
    ]
    assert smart(in_seconds, "TextToSpeech").transcripts == expected
    assert smart(in_milliseconds, "TextToSpeech").transcripts == expected


def test_words_of_a_line_are_in_milliseconds_and_carry_their_punctuation() -> None:
    """`words` of a line have times in milliseconds, also as text; `punc` belongs to the word's text."""
    words = [
        {"text": "Sit", "begin_time": "846", "end_time": "1100", "punc": ""},
        {"text": " down", "begin_time": 1100, "end_time": 2010, "punc": "."},
    ]
    document = smart([{"content": "Sit down.", "from": 0.846, "to": 2.01, "words": words}])
    (segment,) = document.transcripts[0].segments
    assert segment.words == (
        Word(start_ms=846, end_ms=1100, text="Sit"),
        Word(start_ms=1100, end_ms=2010, text=" down."),
    )


def test_an_avatar_video_has_lines_and_a_url() -> None:
    """AvatarVideo gives the URL of the video, and in `subtitleClips` its lines as JSON text once more."""
    clips = json.dumps([{"from": 0.0, "to": 1.5, "content": "Welcome aboard."}])
    document = smart({"outputVideoUrl": "https://v.invalid/a.mp4", "subtitleClips": clips, "mask": 7}, "AvatarVideo")
    assert document.links == (Link("outputVideoUrl", "https://v.invalid/a.mp4"),)
    assert document.transcripts == (
        Transcript(
            kind="avatar",
            source="AvatarVideo",
            segments=(Segment(start_ms=0, end_ms=1500, text="Welcome aboard."),),
        ),
    )
    assert document.extra == {"AvatarVideo": {"mask": 7}}


@pytest.mark.parametrize(
    ("job_type", "payload"),
    [
        ("AvatarVideo", {"outputVideoUrl": "https://v.invalid/a.mp4\n", "subtitleClips": "[]"}),
        ("VideoTranslation", {"DetextVideoURL": "https://v.invalid/a.mp4\n"}),
    ],
)
def test_a_url_has_no_white_space_around_it(job_type: str, payload: dict[str, Any]) -> None:
    """A URL that ends in a line break is the URL without it."""
    assert [link.url for link in smart(payload, job_type).links] == ["https://v.invalid/a.mp4"]


def test_output_is_read_where_there_is_no_ai_result() -> None:
    """Older clients have the lines in `Output`: it is read only where AiResult is missing, and kept otherwise."""
    lines, others = (json.dumps([{"content": each, "from": 1, "to": 2}]) for each in ("Anchor up.", "Anchor down."))
    answer = smart_job(lines, Output=others)
    with_both = ice_results.parse(text(answer))
    assert [segment.text for segment in with_both.transcripts[0].segments] == ["Anchor up."]
    assert with_both.jobs[0].extra["Output"] == json.loads(others)
    for result in ({}, {"AiResult": ""}, {"AiResult": None}):
        without = ice_results.parse(text({**answer, "JobResult": result}))
        assert without.transcripts == (
            Transcript(kind="asr", source="ASR", segments=(Segment(start_ms=1000, end_ms=2000, text="Anchor down."),)),
        )


@pytest.mark.parametrize(("output", "decoded"), [("{}", {}), ("7f3a-media", "7f3a-media")])
def test_an_output_without_lines_is_no_result(output: str, decoded: object) -> None:
    """`Output` may be an empty object or a bare id: that is kept, and is neither a transcript nor an error."""
    document = ice_results.parse(text({**smart_job(""), "JobResult": {}, "Output": output}))
    assert document.transcripts == ()
    assert document.jobs[0].extra["Output"] == decoded
    assert complaints(document) == []


@pytest.mark.parametrize("spoken", ["null", " ", " null "])
@pytest.mark.parametrize("beside", [{}, {"channel": 1}])
def test_spoken_text_is_kept_as_given(spoken: str, beside: dict[str, Any]) -> None:
    """The spoken word "null" and a lone space are text, whatever other keys the rows around them have."""
    document = smart([{"content": spoken, "from": 0, "to": 1}, {"content": "and on", "from": 1, "to": 2, **beside}])
    assert [segment.text for segment in document.transcripts[0].segments] == [spoken, "and on"]


def test_a_second_time_in_a_line_is_kept() -> None:
    """A line that has both `from` and `begin_time` is timed by the first; the second stays in `extra`."""
    document = smart([{"content": "Twice.", "from": 1.0, "to": 2.0, "begin_time": 1500, "end_time": 2500}])
    (segment,) = document.transcripts[0].segments
    assert (segment.start_ms, segment.end_ms) == (1000, 2000)
    assert segment.extra == {"begin_time": 1500, "end_time": 2500}
