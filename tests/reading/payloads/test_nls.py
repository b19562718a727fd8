"""Transcriptions of NLS: words find their sentences, codes are states."""

from __future__ import annotations

from typing import Any

import pytest

import ice_results
from ice_results.findings import Problem
from ice_results.records import Job, Segment, Word

from .tracks import SAID, changed, track

NLS: dict[str, Any] = {
    "TaskId": "t-1",
    "RequestId": "r-1",
    "StatusText": "SUCCESS",
    "BizDuration": 2956,
    "StatusCode": 21050000,
    "Result": {
        "Sentences": [
            {
                "BeginTime": 100,
                "EndTime": 900,
                "Text": "Mind the step.",
                "ChannelId": 0,
                "SpeakerId": "2",
                "SpeechRate": 177,
            },
            {"BeginTime": 950, "EndTime": 1500, "Text": "Which one?", "ChannelId": 1},
        ],
        "Words": [
            {"Word": "mind", "BeginTime": 100, "EndTime": 400, "ChannelId": 0},
            {"Word": "the", "BeginTime": 400, "EndTime": 600, "ChannelId": 0},
            {"Word": "step", "BeginTime": 600, "EndTime": 900, "ChannelId": 0},
            {"Word": "which", "BeginTime": 950, "EndTime": 1200, "ChannelId": 1},
            {"Word": "one", "BeginTime": 1200, "EndTime": 1500, "ChannelId": 1},
        ],
    },
}
NLS_TRACKS = (
    track(
        Segment(start_ms=100, end_ms=900, text="Mind the step.", speaker="2", words=SAID),
        source="Sentences",
    ),
    track(
        Segment(
            start_ms=950,
            end_ms=1500,
            text="Which one?",
            words=(
                Word(start_ms=950, end_ms=1200, text="Which"),
                Word(start_ms=1200, end_ms=1500, text=" one?"),
            ),
        ),
        source="Sentences",
    ),
)


def test_words_of_nls_belong_to_the_sentence_of_their_channel_and_time() -> None:
    """The words beside the sentences are put into them, spelt as there; each channel is a track."""
    document = ice_results.parse(NLS)
    assert document.transcripts == NLS_TRACKS
    assert [each.extra for each in document.transcripts] == [{"ChannelId": "0"}, {"ChannelId": "1"}]
    assert document.transcripts[0].segments[0].extra == {"SpeechRate": 177}
    assert document.jobs == (Job(operation="GetTaskResult", id="t-1", state="succeeded", raw_state="SUCCESS"),)
    assert document.jobs[0].extra == {"RequestId": "r-1", "BizDuration": 2956, "StatusCode": 21050000}
    assert document.problems == ()


@pytest.mark.parametrize("case", ["pascal", "camel", "snake"])
def test_the_case_of_keys_does_not_matter_in_nls(case: str) -> None:
    """An answer of NLS is recognised and read alike in Pascal, camel and snake case."""
    assert ice_results.parse(changed(NLS, case)) == ice_results.parse(NLS)


def test_sentences_of_nls_may_be_the_result_themselves() -> None:
    """Callbacks of version 2.0 have the list of sentences as `result`; bare sentences are recognised, too."""
    sentences = changed(NLS["Result"]["Sentences"], "snake")
    answer = {"result": sentences, "task_id": "t-1", "status_code": 21050000, "status_text": "SUCCESS"}
    texts = [["Mind the step."], ["Which one?"]]
    for source in (answer, sentences, NLS["Result"]):
        document = ice_results.parse(source)
        assert [[each.text for each in track.segments] for track in document.transcripts] == texts


def test_a_word_outside_of_every_sentence_is_kept_and_listed() -> None:
    """A word whose time is in no sentence of its channel is kept beside them, with a warning."""
    late = {"Word": "then", "BeginTime": 9000, "EndTime": 9100, "ChannelId": 0, "Confidence": 1}
    document = ice_results.parse({**NLS, "Result": {"Sentences": NLS["Result"]["Sentences"], "Words": [late]}})
    assert document.extra == {"Sentences": {"Words": [{**late, "ChannelId": "0"}]}}
    assert document.problems == (
        Problem(
            path="Result.Words",
            message="words outside of every sentence of their channel: 1, kept beside the sentences",
            found='"then"',
            severity="warning",
        ),
    )


def test_words_that_are_not_those_of_the_text_stay_as_they_are() -> None:
    """Where the text writes a word otherwise, as with numbers, the words keep their own spelling."""
    sentence = {"BeginTime": 0, "EndTime": 900, "Text": "At 4 o'clock.", "ChannelId": 0}
    words = [
        {"Word": word, "BeginTime": 100 * place, "EndTime": 100 * place + 90, "ChannelId": 0}
        for place, word in enumerate(["at", "four", "o'clock"])
    ]
    document = ice_results.parse({**NLS, "Result": {"Sentences": [sentence], "Words": words}})
    assert [word.text for word in document.transcripts[0].segments[0].words] == ["at", "four", "o'clock"]


@pytest.mark.parametrize(
    ("code", "text", "state", "note"),
    [
        (21050001, "RUNNING", "running", "the job is still running (RUNNING): no result yet"),
        (21050002, "QUEUEING", "queued", "the job is still queued (QUEUEING): no result yet"),
        (
            21050003,
            "SUCCESS_WITH_NO_VALID_FRAGMENT",
            "succeeded",
            "the job succeeded (SUCCESS_WITH_NO_VALID_FRAGMENT), and its result is empty",
        ),
        (41050002, "FILE_DOWNLOAD_FAILED", "failed", "the job failed: 41050002: FILE_DOWNLOAD_FAILED"),
    ],
)
def test_the_code_of_nls_is_the_state(code: int, text: str, state: str, note: str) -> None:
    """A task without a result says by its code of eight digits how far it is; codes of errors say why it failed."""
    document = ice_results.parse({"TaskId": "t-1", "StatusText": text, "StatusCode": code})
    assert (document.jobs[0].state, document.jobs[0].raw_state) == (state, text)
    assert [str(each) for each in document.problems] == [note]


def test_flash_recognition_has_words_in_its_sentences() -> None:
    """Flash recognition of NLS has the same sentences in `flash_result`, each with its words and their punctuation."""
    words = [
        {"text": "Mind", "begin_time": 100, "end_time": 400, "punc": ""},
        {"text": "the", "begin_time": 400, "end_time": 600, "punc": ""},
        {"text": "step", "begin_time": 600, "end_time": 900, "punc": "."},
    ]
    sentence = {"text": "Mind the step.", "begin_time": 100, "end_time": 900, "channel_id": 0, "words": words}
    result = {"duration": 1500, "completed": True, "sentences": [sentence]}
    document = ice_results.parse({"task_id": "t-1", "status": 20000000, "message": "SUCCESS", "flash_result": result})
    assert document.transcripts == (
        track(Segment(start_ms=100, end_ms=900, text="Mind the step.", words=SAID), source="Sentences"),
    )
    assert document.jobs == (Job(operation="FlashRecognizer", id="t-1", state="succeeded", raw_state="20000000"),)
    assert document.extra == {"Sentences": {"duration": 1500, "completed": True}}
    assert document.problems == ()


def test_flash_recognition_that_failed_says_why() -> None:
    """A code of an error is the state of the job, with the message beside it."""
    document = ice_results.parse({"task_id": "t-1", "status": "40270002", "message": "SILENT_SPEECH", "result": ""})
    assert document.jobs[0].state == "failed"
    assert [str(each) for each in document.problems] == ["the job failed: 40270002: SILENT_SPEECH"]
