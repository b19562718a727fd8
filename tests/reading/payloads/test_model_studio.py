"""Transcriptions of Model Studio: a track for each channel, and the tasks that make them."""

from __future__ import annotations

from typing import Any

import pytest

import ice_results
from ice_results.findings import Problem
from ice_results.records import Job, Link, Segment

from .tracks import SAID, changed, track

WORDS = [
    {"begin_time": 100, "end_time": 400, "text": "Mind", "punctuation": ""},
    {"begin_time": 400, "end_time": 600, "text": " the", "punctuation": ""},
    {"begin_time": 600, "end_time": 900, "text": " step", "punctuation": "."},
]
SENTENCE = {"begin_time": 100, "end_time": 900, "text": "Mind the step.", "sentence_id": 1, "speaker_id": 0}
FILE: dict[str, Any] = {
    "file_url": "https://a.invalid/door.wav",
    "properties": {"channels": [0, 1], "original_sampling_rate": 8000},
    "transcripts": [
        {"channel_id": 0, "text": "Mind the step.", "sentences": [{**SENTENCE, "words": WORDS}]},
        {
            "channel_id": 1,
            "text": "Which one?",
            "sentences": [{"begin_time": 950, "end_time": 1500, "text": "Which one?", "sentence_id": 1}],
        },
    ],
}


def test_a_file_transcription_has_a_track_for_each_channel() -> None:
    """Times are milliseconds, the punctuation of a word belongs to its text, and the channel is kept with its track."""
    document = ice_results.parse(FILE)
    assert document.transcripts == (
        track(
            Segment(start_ms=100, end_ms=900, text="Mind the step.", id="1", speaker="0", words=SAID),
            source="Transcription",
        ),
        track(Segment(start_ms=950, end_ms=1500, text="Which one?", id="1"), source="Transcription"),
    )
    assert [each.extra for each in document.transcripts] == [
        {"channel_id": 0, "text": "Mind the step."},
        {"channel_id": 1, "text": "Which one?"},
    ]
    assert document.extra == {"Transcription": {"file_url": FILE["file_url"], "properties": FILE["properties"]}}
    assert document.problems == ()


@pytest.mark.parametrize("case", ["pascal", "camel", "snake"])
def test_the_case_of_keys_does_not_matter_in_a_file_transcription(case: str) -> None:
    """A file transcription is recognised and read alike in Pascal, camel and snake case."""
    assert ice_results.parse(changed(FILE, case)) == ice_results.parse(FILE)


def test_a_track_whose_sentences_name_one_language_is_in_that_language() -> None:
    """Qwen-ASR names the language of each sentence: the track has it where all of them agree."""
    sentences = [{**SENTENCE, "language": "en", "emotion": "neutral"}, {**SENTENCE, "language": "en"}]
    others = [*sentences, {**SENTENCE, "language": "fr"}]
    named, mixed = (
        ice_results.parse({"audio_info": {"format": "ogg"}, "transcripts": [{"channel_id": 0, "sentences": each}]})
        for each in (sentences, others)
    )
    assert [each.language for each in (*named.transcripts, *mixed.transcripts)] == ["en", None]
    assert named.transcripts[0].segments[0].extra == {"language": "en", "emotion": "neutral"}


def test_tags_of_sense_voice_are_no_text() -> None:
    """SenseVoice writes emotions and events into the text: they are taken out of it, and the text as given is kept."""
    tagged = "<|Speech|> Mind the step. <|/Speech|><|HAPPY|>"
    document = ice_results.parse({"transcripts": [{"channel_id": 0, "sentences": [{**SENTENCE, "text": tagged}]}]})
    (segment,) = document.transcripts[0].segments
    assert segment.text == "Mind the step."
    assert segment.extra == {"text": tagged}


def test_a_channel_without_sentences_is_one_segment_without_times() -> None:
    """Where there is only the text of a channel, it is kept as a segment, and that it has no times is a problem."""
    document = ice_results.parse({"transcripts": [{"channel_id": 0, "text": "Mind the step."}]})
    assert document.transcripts == (track(Segment(text="Mind the step."), source="Transcription"),)
    assert document.problems == (Problem(path="transcripts", message="no start in 1 of 1 segment", severity="warning"),)


def test_a_silent_channel_is_no_track() -> None:
    """A channel in which nothing was said is kept, but is no track."""
    silent = {"channel_id": 1, "content_duration_in_milliseconds": 0, "text": "", "sentences": []}
    document = ice_results.parse({"transcripts": [FILE["transcripts"][0], silent]})
    assert len(document.transcripts) == 1
    assert document.extra == {
        "Transcription": {"transcripts": [{"channel_id": 1, "content_duration_in_milliseconds": 0}]}
    }
    assert document.problems == ()


def test_a_wrong_value_in_a_transcription_costs_only_its_field() -> None:
    """A time that is none is listed with its path and kept; numbers as text are numbers; unknown keys are kept."""
    sentence = {**SENTENCE, "begin_time": "soon", "end_time": "900", "confidence": 0.5}
    document = ice_results.parse({"transcripts": [{"channel_id": 0, "sentences": [sentence]}]})
    (segment,) = document.transcripts[0].segments
    assert segment == Segment(end_ms=900, text="Mind the step.", id="1", speaker="0")
    assert segment.extra == {"begin_time": "soon", "confidence": 0.5}
    assert document.problems == (
        Problem(path="transcripts[0].sentences[0].begin_time", message="expected whole milliseconds", found='"soon"'),
    )


TASK: dict[str, Any] = {
    "request_id": "r-1",
    "output": {
        "task_id": "t-1",
        "task_status": "SUCCEEDED",
        "submit_time": "2031-02-03 04:05:06.789",
        "end_time": "2031-02-03 04:05:09.789",
        "results": [
            {
                "file_url": "https://a.invalid/1.wav",
                "transcription_url": "https://r.invalid/1.json",
                "subtask_status": "SUCCEEDED",
            }
        ],
        "task_metrics": {"TOTAL": 1},
    },
    "usage": {"duration": 9},
}


def test_a_task_of_model_studio_is_a_job_with_urls() -> None:
    """The task has its state and its times, each file the URL of its result; what else there is is kept."""
    document = ice_results.parse(TASK)
    job = Job(
        operation="DashScope task",
        id="t-1",
        state="succeeded",
        raw_state="SUCCEEDED",
        created="2031-02-03 04:05:06.789",
        modified="2031-02-03 04:05:09.789",
        usage={"duration": 9},
    )
    assert document.jobs == (job,)
    assert document.jobs[0].extra == {
        "request_id": "r-1",
        "task_metrics": {"TOTAL": 1},
        "results": [{"file_url": "https://a.invalid/1.wav", "subtask_status": "SUCCEEDED"}],
    }
    assert document.links == (Link("transcription_url", "https://r.invalid/1.json"),)
    assert [str(each) for each in document.problems] == [
        "the result holds only URLs, which are not fetched: transcription_url"
    ]


def test_a_task_with_a_failed_file_is_partial() -> None:
    """A task that succeeded though a file failed is partial, and why the file failed is a note."""
    failed = {
        "file_url": "https://a.invalid/2.wav",
        "code": "InvalidFile",
        "message": "not found",
        "subtask_status": "FAILED",
    }
    results = [*TASK["output"]["results"], failed]
    document = ice_results.parse({**TASK, "output": {**TASK["output"], "results": results}})
    assert document.jobs[0].state == "partial"
    assert document.problems[0] == Problem(
        path="output.results[1]", message="the file was not transcribed: InvalidFile: not found", severity="note"
    )


def test_a_task_that_failed_says_why() -> None:
    """The code and the message of a failed task are those of the job."""
    output = {"task_id": "t-1", "task_status": "FAILED", "code": "Throttled", "message": "slow down"}
    document = ice_results.parse({"request_id": "r-1", "output": output})
    assert (document.jobs[0].error_code, document.jobs[0].error_message) == ("Throttled", "slow down")
    assert [str(each) for each in document.problems] == ["the job failed: Throttled: slow down"]


@pytest.mark.parametrize("result", [{"transcription_url": "https://r.invalid/1.json"}, FILE])
def test_the_result_of_a_single_file_is_a_url_or_the_transcription(result: dict[str, Any]) -> None:
    """Qwen-ASR has one `result`; where the transcription itself stands in it, that is read."""
    output = {"task_id": "t-1", "task_status": "SUCCEEDED", "result": result}
    document = ice_results.parse({"request_id": "r-1", "output": output})
    assert document.transcripts == (ice_results.parse(FILE).transcripts if result is FILE else ())
    assert [link.url for link in document.links] == ([] if result is FILE else ["https://r.invalid/1.json"])


def test_a_url_that_is_none_is_listed() -> None:
    """What stands where a URL is due and is not even text is a problem with its path, and is kept."""
    output = {"task_id": "t-1", "task_status": "RUNNING", "results": [{"transcription_url": 5}]}
    document = ice_results.parse({"output": output})
    assert document.links == ()
    assert document.jobs[0].extra == {"results": [{"transcription_url": 5}]}
    assert [str(each) for each in document.problems] == [
        "output.results[0].transcription_url: expected a URL, found 5",
        "the job is still running (RUNNING): no result yet",
    ]
