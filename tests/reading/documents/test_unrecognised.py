"""What holds no answer is refused, in exact words that say what it is."""

from __future__ import annotations

from typing import Any

import pytest

import ice_results

from ...answers import LINES, smart_job, smarttag_job
from ..mutations import text_of

_SAVE = (
    "; save the whole response of GetSmartHandleJob, ListSmartJobs, QuerySmarttagJob or GetJobDetail, "
    "or one payload of it"
)


def refusal(source: Any, **options: Any) -> str:
    """The message of the error that a source raises."""
    with pytest.raises(ice_results.UnrecognisedDocument) as caught:
        ice_results.parse(source, **options)
    return str(caught.value)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({}, "an empty object"),
        ([], "an empty list"),
        (None, "null"),
        (True, "true"),
        (5, "5"),
        (1.5, "1.5"),
        ({"colour": "red", "shade": 1}, "an object with the keys colour, shade"),
        ([{"colour": "red"}], "a list of 1"),
        ([1, 2, 3], "a list of 3"),
        ({"result": {"a": 1}}, "an object with the keys result"),
        ({"JobStatus": "Success"}, "an object with the keys JobStatus"),
    ],
)
def test_a_fragment_is_refused_with_what_to_save_instead(value: Any, found: str) -> None:
    """Readable JSON that is no answer is described, with what to save instead, as text and decoded alike."""
    for source in (value, text_of(value), text_of(value).encode("utf-16")):
        assert refusal(source) == f"not recognised: {found}{_SAVE}"


@pytest.mark.parametrize(
    ("response", "found"),
    [
        (
            {"RequestId": "R", "Foo": {}},
            "an object with the keys RequestId, Foo: the answer of an operation that is not read",
        ),
        ({"status": 200, "data": {}}, "a response, under `data` an empty object"),
        ({"status": 200, "data": [1]}, "a response, under `data` a list of 1"),
        ({"statusCode": 200, "body": {"a": 1}}, "an HTTP response, under `body` an object with the keys a"),
        (
            {
                "statusCode": 200,
                "headers": {},
                "body": text_of({"RequestId": "R", "MediaProducingJob": {"JobId": "J"}}),
            },
            "an HTTP response, under `body` an answer of GetMediaProducingJob, which is not read",
        ),
        ({"code": 0, "data": {"list": []}}, "a response, under `data` an object with the keys list"),
        (
            {"EventType": "TranscodeComplete", "MessageBody": {"VideoId": "V", "Status": "success"}},
            "a message of the event TranscodeComplete, under `MessageBody` an object with the keys VideoId, Status",
        ),
        ({"Status": "ok", "JobId": "J"}, "an object with the keys Status, JobId"),
        (
            {"JobStatus": "SUCCEEDED", "VideoMetadata": {"Codec": "h264"}},
            "an answer of Amazon Rekognition, which is not read",
        ),
        (
            {"text": "Fen.", "segments": [{"id": 0, "start": 0.0, "end": 1.0, "text": "Fen."}]},
            "a transcript of Whisper, which is not read",
        ),
    ],
)
def test_a_whole_response_is_not_answered_with_advice_to_save_it(response: Any, found: str) -> None:
    """Who has saved a whole response is told what it is, and not to save the whole response."""
    assert refusal(response) == f"not recognised: {found}"


@pytest.mark.parametrize(
    ("response", "message"),
    [
        (
            {"RequestId": "R", "HostId": "h", "Code": "InvalidParameter.JobId", "Message": "The job does not exist."},
            'an error answer (InvalidParameter.JobId: "The job does not exist."); '
            "there is no result in it: save the answer of a call that succeeded",
        ),
        (
            {"statusCode": 403, "body": {"code": "Forbidden.RAM", "message": "Not authorised.", "requestId": "R"}},
            'an HTTP response, under `body` an error answer (Forbidden.RAM: "Not authorised."); '
            "there is no result in it: save the answer of a call that succeeded",
        ),
        (
            {"RequestId": "R", "JobId": "J"},
            "the answer to a job that was submitted: it has the id of the job and no result; "
            "query the job, and save the answer to that",
        ),
    ],
)
def test_what_has_no_result_yet_says_what_to_do(response: Any, message: str) -> None:
    """An error answer and the answer to a submission are known as such, with the next step."""
    assert refusal(response) == f"not recognised: {message}"


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(
            {"RequestId": "R", "JobId": "J", "State": "Finished", "Result": {"Url": "u"}}, id="job with Result"
        ),
        pytest.param(
            {"RequestId": "R", "JobId": "J", "Status": "Success", "Result": text_of({"a": 1})}, id="IProduction"
        ),
        pytest.param({"JobStatus": "Success", "RequestId": "R", "MediaInspection": {"Url": "u"}}, id="JobStatus"),
        pytest.param({"TaskId": "T", "Status": "Processing"}, id="task of another service"),
        pytest.param({"VideoId": "V", "Status": "Normal"}, id="Status and an id"),
        pytest.param({"Results": [{"Type": "text", "Data": {"text": "hi"}}]}, id="Results of another tool"),
        pytest.param({"Type": "meta", "Data": {"title": "Fen"}}, id="Type and Data of another tool"),
        pytest.param({"translation": "hello"}, id="translation"),
        pytest.param({"entities": [{"text": "Fen", "type": "place"}]}, id="entities"),
        pytest.param({"keywords": ["fen"], "actions": ["dig"]}, id="keywords and actions"),
        pytest.param({"paragraphs": [{"words": [{"text": "Fen", "start": 0, "end": 9}]}]}, id="paragraphs without ids"),
        pytest.param([{"timestamp": 1, "info": "started"}], id="lines of a log"),
        pytest.param([{"name": "test_a", "result": {"passed": 3}}], id="report of tests"),
        pytest.param({"meta": {"title": "Fen"}, "links": []}, id="meta"),
        pytest.param({"segments": LINES}, id="our rows under a key of other tools"),
        pytest.param({"data": {"tags": [{"name": "env", "value": "prod"}]}}, id="tags of another tool"),
    ],
)
def test_a_key_that_others_use_too_is_no_evidence(value: Any) -> None:
    """One common key, whatever stands under it, makes no answer: neither an empty document nor a made-up one."""
    assert refusal(value).startswith("not recognised: ")


def test_damaged_json_text_in_a_response_is_named() -> None:
    """Where the result is JSON text that was cut off, the error says under which key and how it is broken."""
    cut = text_of(smart_job(LINES))[:60]
    message = refusal({"id": 7, "answer": cut})
    assert message.startswith(
        "not recognised: an object with the keys id, answer; under `answer` is damaged JSON text (no valid JSON ("
    )
    assert message.endswith("); save it again, whole")


def test_damaged_json_text_beside_an_answer_is_a_warning() -> None:
    """Beside an answer that was read, damaged JSON text is kept and listed with its path."""
    cut = text_of(smarttag_job(Meta={"title": "Fen"}))[:30]
    document = ice_results.parse({"first": smart_job(LINES), "second": cut})
    assert document.extra == {"second": cut}
    note, warning = document.problems
    assert (note.severity, note.message) == ("note", "GetSmartHandleJob under `first`")
    assert (warning.severity, warning.path) == ("warning", "second")
    assert warning.message.startswith("expected JSON, kept as text (no valid JSON (")


def test_a_payload_that_nobody_read_in_an_answer_is_listed() -> None:
    """What an answer keeps beside its result is said where it is a result itself, with its path."""
    spoken = {"transcripts": [{"channel_id": 0, "sentences": [{"begin_time": 0, "end_time": 9, "text": "Low tide."}]}]}
    document = ice_results.parse({"RequestId": "R", **smart_job(LINES), "Other": {"again": text_of(spoken)}})
    assert [f"{each.severity}: {each}" for each in document.problems] == [
        "warning: Other.again: file_transcription was not read here: it is kept as it is"
    ]
    assert document.jobs[0].extra["Other"] == {"again": text_of(spoken)}
