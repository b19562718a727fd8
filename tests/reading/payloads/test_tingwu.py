"""Results of Tingwu beside those of NLP, its tasks, and the speech recognition of MPS, as exact records."""

from __future__ import annotations

import json
from typing import Any

import pytest

import ice_results
from ice_results.findings import Problem
from ice_results.records import Chapter, Job, Link, Segment, Transcript

PARAGRAPH = {
    "FormalParagraphText": "Mind the step, please.",
    "ParagraphId": "p-1",
    "SentenceIds": [1, 2],
    "Start": 100,
    "End": "900",
}
POLISHED = Transcript(
    kind="polished",
    source="TextPolish",
    segments=(Segment(start_ms=100, end_ms=900, text="Mind the step, please.", id="p-1"),),
)
SLIDE = {
    "Id": 1,
    "Start": 0,
    "End": 61000,
    "FileUrl": "https://a.invalid/1.jpg",
    "Summary": "The lock.",
    "SentenceIds": [3],
}


@pytest.mark.parametrize("source", [[PARAGRAPH], {"TaskId": "t", "TextPolish": [PARAGRAPH]}])
def test_speech_in_written_style_is_a_track_of_its_own(source: Any) -> None:
    """TextPolish is a segment for each paragraph; the sentences that it was made of are kept."""
    document = ice_results.parse(source)
    assert document.transcripts == (POLISHED,)
    assert document.transcripts[0].segments[0].extra == {"SentenceIds": [1, 2]}
    assert document.problems == ()


def test_slides_are_chapters_without_a_title() -> None:
    """PptExtraction gives a chapter for each slide, with its summary, and the URLs of pictures and file."""
    slides = {"KeyFrameList": [SLIDE], "PdfPath": "https://a.invalid/all.pdf", "AvailableForSummary": True}
    document = ice_results.parse({"TaskId": "t", "PptExtraction": slides})
    assert document.chapters == (Chapter(start_ms=0, end_ms=61000, summary="The lock.", id="1"),)
    assert document.chapters[0].extra == {"SentenceIds": [3]}
    assert document.links == (Link("FileUrl", "https://a.invalid/1.jpg"), Link("PdfPath", "https://a.invalid/all.pdf"))
    assert document.extra == {"PptExtraction": {"AvailableForSummary": True}, "NLP": {"TaskId": "t"}}
    assert document.problems == ()
    assert ice_results.parse(slides).chapters == document.chapters


def test_slides_beside_chapters_are_kept_and_are_none() -> None:
    """In a file that has real chapters, too, slides are no chapters: a note says that they are kept."""
    chapters = [{"id": 1, "start": 0, "end": 9000, "headline": "Draining", "summary": "Pumps."}]
    document = ice_results.parse({"AutoChapters": chapters, "PptExtraction": {"KeyFrameList": [SLIDE]}})
    assert document.chapters == (Chapter(start_ms=0, end_ms=9000, title="Draining", summary="Pumps.", id="1"),)
    assert document.links == (Link("FileUrl", "https://a.invalid/1.jpg"),)
    (slide,) = document.extra["slides"]
    assert (slide["end_ms"], slide["summary"]) == (61000, "The lock.")
    assert document.problems == (
        Problem(
            path="PptExtraction", message="the slides are no chapters beside others: kept in extra", severity="note"
        ),
    )


def test_answers_to_prompts_are_texts() -> None:
    """CustomPrompt has an answer for each prompt; the names of the prompts are kept."""
    answers = [{"Name": "a", "Result": "Nine.", "Truncated": False}, {"Name": "b", "Result": ""}]
    alone = "read as custom_prompt (answers to prompts) by its shape alone"
    for source, notes in ((answers, [alone]), ({"TaskId": "t", "CustomPrompt": answers}, [])):
        document = ice_results.parse(source)
        assert document.texts == ("Nine.",)
        assert document.extra["CustomPrompt"] == [{"Name": "a", "Truncated": False}, {"Name": "b"}]
        assert [str(each) for each in document.problems] == notes


def test_wrong_values_of_tingwu_cost_only_their_field() -> None:
    """A time that is none, and a URL that is none, are listed with their paths and kept."""
    slide = {**SLIDE, "Start": "soon", "FileUrl": 5}
    document = ice_results.parse({"TaskId": "t", "PptExtraction": {"KeyFrameList": [slide]}})
    assert document.chapters == (Chapter(end_ms=61000, summary="The lock.", id="1"),)
    assert document.chapters[0].extra == {"Start": "soon", "FileUrl": 5, "SentenceIds": [3]}
    assert [str(each) for each in document.problems] == [
        "PptExtraction.KeyFrameList[0].FileUrl: expected a URL, found 5",
        'PptExtraction.KeyFrameList[0].Start: expected whole milliseconds, found "soon"',
    ]


TASK = {
    "RequestId": "r",
    "Code": "0",
    "Message": "success",
    "Data": {
        "TaskId": "t",
        "TaskKey": "k",
        "TaskStatus": "COMPLETED",
        "OutputMp3Path": "https://a.invalid/a.mp3",
        "Result": {"Transcription": "https://a.invalid/t.json", "TextPolish": "https://a.invalid/p.json"},
    },
}


def test_a_task_of_tingwu_is_links() -> None:
    """GetTaskInfo has the URL of each result by its name."""
    document = ice_results.parse(TASK)
    assert document.jobs == (Job(operation="GetTaskInfo", id="t", state="succeeded", raw_state="COMPLETED"),)
    assert document.jobs[0].extra == {"TaskKey": "k", "RequestId": "r", "Code": "0", "Message": "success"}
    assert document.links == (
        Link("Transcription", "https://a.invalid/t.json"),
        Link("TextPolish", "https://a.invalid/p.json"),
        Link("OutputMp3Path", "https://a.invalid/a.mp3"),
    )


def test_results_in_place_of_their_urls_are_read() -> None:
    """Where the result itself was put in place of its URL, it is read; the other URLs stay links."""
    result = {**TASK["Data"]["Result"], "TextPolish": json.dumps([PARAGRAPH])}  # type: ignore[index]
    document = ice_results.parse({**TASK, "Data": {**TASK["Data"], "Result": result}})  # type: ignore[dict-item]
    assert document.transcripts == (POLISHED,)
    assert [link.name for link in document.links] == ["Transcription", "OutputMp3Path"]
    assert document.problems == ()


@pytest.mark.parametrize(
    ("status", "state", "note"),
    [
        ("ONGOING", "running", "the job is still running (ONGOING): no result yet"),
        ("FAILED", "failed", "the job failed: TSC.AudioFormat: no sound"),
        ("INVALID", "failed", "the job failed: TSC.AudioFormat: no sound"),
    ],
)
def test_a_task_of_tingwu_that_is_not_done_says_so(status: str, state: str, note: str) -> None:
    """The state of the task, and why it failed, are those of the job."""
    error = {"ErrorCode": "TSC.AudioFormat", "ErrorMessage": "no sound"} if state == "failed" else {}
    document = ice_results.parse({"Code": "0", "Data": {"TaskId": "t", "TaskStatus": status, **error}})
    assert document.jobs[0].state == state
    assert [str(each) for each in document.problems] == [note]


@pytest.mark.parametrize(("status", "state"), [(0, "succeeded"), ("1", "running"), (2, "failed"), (7, "unknown")])
def test_a_task_of_tingwu_meeting_is_links(status: Any, state: str) -> None:
    """In Model Studio the URLs have names of their own, and the status is a number."""
    output = {
        "status": status,
        "transcriptionPath": "https://a.invalid/t.json",
        "textPolishPath": "https://a.invalid/p.json",
        "playbackUrl": "https://a.invalid/a.mp3",
        "summarizationPath": None,
    }
    document = ice_results.parse({"output": output, "usage": {}, "request_id": "r"})
    assert [link.name for link in document.links] == ["transcriptionPath", "textPolishPath", "playbackUrl"]
    assert [(job.operation, job.state) for job in document.jobs] == [("tingwu-meeting", state)]


def test_speech_recognition_of_mps_is_a_track_for_each_job() -> None:
    """QueryAsrJobList has the lines of each job two lists further down; numbers may be text."""
    row = {"StartTime": "100", "EndTime": 900, "Text": "Mind the step.", "ChannelId": "0", "SpeechRate": "120"}
    job = {"JobId": "j", "State": "Success", "AsrResult": {"Duration": "9", "AsrTextList": {"AsrText": [row]}}}
    document = ice_results.parse({"JobList": {"Job": [job, {"JobId": "k", "State": "Fail", "AsrConfig": {}}]}})
    assert document.transcripts == (
        Transcript(
            kind="asr", source="AsrResult", segments=(Segment(start_ms=100, end_ms=900, text="Mind the step."),)
        ),
    )
    assert document.transcripts[0].extra == {"Duration": "9"}
    assert document.transcripts[0].segments[0].extra == {"ChannelId": "0", "SpeechRate": "120"}
    assert [(each.id, each.state) for each in document.jobs] == [("j", "succeeded"), ("k", "failed")]
