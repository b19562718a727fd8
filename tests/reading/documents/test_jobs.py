"""Jobs: settings, states and details, whole answers and parts of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

import ice_results
from ice_results.records import Document, Job, Page

from ...answers import smart_job, text
from ..parsing import complaints


def test_a_smart_job_has_its_settings_decoded() -> None:
    """Configurations and user data that are JSON text are decoded; user data that is plain text stays text."""
    info = {
        "JobType": "TextToSpeech",
        "Title": "Evening",
        "Description": "",
        "UserId": 77,
        "InputConfig": {"InputFile": "Good evening.", "JobParameters": '{"speed":"1"}'},
        "EditingConfig": '{"voice":"Marlow"}',
        "OutputConfig": {"Bucket": "quay", "Object": "a"},
        "CreateTime": "2031-02-03T04:05:06Z",
        "ModifiedTime": "2031-02-03T05:06:07Z\n",
    }
    answer = {"RequestId": "R", "JobId": "J", "State": "Executing", "UserData": "shelf B", "SmartJobInfo": info}
    (job,) = ice_results.parse(text(answer)).jobs
    assert job == Job(
        operation="GetSmartHandleJob",
        id="J",
        type="TextToSpeech",
        state="running",
        raw_state="Executing",
        title="Evening",
        created="2031-02-03T04:05:06Z",
        modified="2031-02-03T05:06:07Z",
        user_id="77",
        user_data="shelf B",
        input={"InputFile": "Good evening.", "JobParameters": {"speed": "1"}},
        output={"Bucket": "quay", "Object": "a"},
        parameters={"voice": "Marlow"},
    )
    assert job.extra == {"RequestId": "R"}


@pytest.mark.parametrize(
    ("raw_state", "state"),
    [
        *((word, "queued") for word in ("Created", "Submitted", "reserved")),
        *((word, "running") for word in ("Executing", "Processing", "Transcoding", "init", "Init", "analyzing")),
        *((word, "running") for word in ("analysing", "running")),
        *((word, "succeeded") for word in ("Finished", "Success", "success", "Succeed", "TranscodeSuccess")),
        ("partial-succeeded", "partial"),
        *((word, "failed") for word in ("Failed", "Fail", "fail", "TranscodeFail")),
        *((word, "canceled") for word in ("Canceled", "TranscodeCancelled")),
        ("Hibernating", "unknown"),
    ],
)
def test_states_have_one_vocabulary(raw_state: str, state: str) -> None:
    """Every word for a state has one of ours beside it; a word that is new is unknown, never an error."""
    document = ice_results.parse(text({"TranscodeJobDetail": {"JobId": "J", "Status": raw_state}}))
    assert [(job.state, job.raw_state) for job in document.jobs] == [(state, raw_state)]
    assert complaints(document) == []


def test_the_details_of_jobs_have_their_settings_by_name() -> None:
    """Templates and configurations of a job are its parameters, decoded; the detail asked for comes first."""
    answer = {
        "JobType": "snapshot",
        "TranscodeJobDetail": {
            "JobId": "t",
            "UserId": 5,
            "VideoId": "v",
            "Status": "Transcoding",
            "TemplateId": "tpl",
            "Definition": "SD",
            "CreateTime": "2033-01-02T01:00:00Z",
            "CompleteTime": "2033-01-02T02:00:00Z",
        },
        "SnapshotJobDetail": {"JobId": "s", "Status": "Success", "Trigger": "Auto", "NormalConfig": '{"num":3}'},
    }
    snapshot, transcode = ice_results.parse(text(answer)).jobs
    assert snapshot == Job(
        operation="GetJobDetail",
        id="s",
        type="snapshot",
        state="succeeded",
        raw_state="Success",
        trigger="Auto",
        parameters={"NormalConfig": {"num": 3}},
    )

    assert transcode == Job(
        operation="GetJobDetail",
        id="t",
        type="transcode",
        state="running",
        raw_state="Transcoding",
        created="2033-01-02T01:00:00Z",
        modified="2033-01-02T02:00:00Z",
        user_id="5",
        media_id="v",
        parameters={"TemplateId": "tpl", "Definition": "SD"},
    )


def test_a_list_of_jobs_has_no_results() -> None:
    """ListSmartJobs gives one job for each row, and a note that the results have to be queried."""
    rows = [
        {"JobId": "a", "JobType": "ASR", "JobState": "Finished", "UserId": 5},
        {"JobId": "b", "JobState": "Created", "UserData": '{"farm":"north"}'},
    ]
    document = ice_results.parse(text({"SmartJobList": rows, "NextToken": "n", "MaxResults": "2"}))
    assert document.jobs == (
        Job(operation="ListSmartJobs", id="a", type="ASR", state="succeeded", raw_state="Finished", user_id="5"),
        Job(operation="ListSmartJobs", id="b", state="queued", raw_state="Created", user_data={"farm": "north"}),
    )
    assert document.page == Page(next_token="n", max_results=2)
    assert [problem.severity for problem in document.problems] == ["note"]


def test_a_message_about_a_tagging_job_is_its_state() -> None:
    """The message of a state change gives the job and a note that it holds no results."""
    document = ice_results.parse(text({"Type": "smarttag", "JobId": "J", "State": "Fail", "UserData": '{"q":1}'}))
    assert document.jobs == (
        Job(
            operation="QuerySmarttagJob", id="J", type="smarttag", state="failed", raw_state="Fail", user_data={"q": 1}
        ),
    )
    assert [problem.severity for problem in document.problems] == ["note"]


@pytest.mark.parametrize("nested", ["doc", "lower", "direct", "single"])
def test_results_are_found_in_every_nesting(nested: str) -> None:
    """Results are in `Results.Result[]`, in `Results.result[]`, directly in `Results`, or as a single object."""
    result = {"Type": "Meta", "Data": '{"title":"The long bridge"}\t\n'}
    results: Any = {
        "doc": {"Result": [result]},
        "lower": {"result": [result]},
        "direct": [result],
        "single": {"Result": result},
    }[nested]
    document = ice_results.parse(text({"JobStatus": "Success", "Results": results}))
    assert document == Document(
        jobs=(Job(operation="QuerySmarttagJob", state="succeeded", raw_state="Success"),), title="The long bridge"
    )


def test_keys_in_snake_case_are_the_same_keys() -> None:
    """An attribute dump of an SDK, with keys in snake case and nulls kept, gives the records of the response."""
    lines = json.dumps([{"content": "Anchor up.", "from": 1, "to": 2}])
    info = {"Title": "Evening", "JobType": "ASR", "UserId": "77", "CreateTime": "2031-02-03T04:05:06Z"}
    dump = {
        "job_id": "J",
        "state": "Finished",
        "output": None,
        "error_code": None,
        "job_result": {"ai_result": lines, "media_id": "m", "usage": None},
        "smart_job_info": {
            "title": "Evening",
            "job_type": "ASR",
            "user_id": "77",
            "create_time": "2031-02-03T04:05:06Z",
            "input_config": None,
        },
    }
    response = {
        "JobId": "J",
        "State": "Finished",
        "SmartJobInfo": info,
        "JobResult": {"AiResult": lines, "MediaId": "m"},
    }
    document = ice_results.parse(text(dump))
    assert document == ice_results.parse(text(response))
    assert document.jobs[0].title == "Evening"
    assert len(document.transcripts[0].segments) == 1


def test_what_a_second_object_says_otherwise_is_kept() -> None:
    """Where the answer and its SmartJobInfo say different things, the answer counts and the other is kept."""
    answer = smart_job([{"content": "Anchor up.", "from": 1, "to": 2}], UserData="of the answer")
    answer["SmartJobInfo"]["UserData"] = "of the job"
    (job,) = ice_results.parse(text(answer)).jobs
    assert job.user_data == "of the answer"
    assert "of the job" in str(job.extra)


def test_a_second_title_is_kept() -> None:
    """Of two Meta results the first gives the title of the document, and the second is kept."""
    results = [{"Type": "Meta", "Data": json.dumps({"title": title})} for title in ("The long bridge", "The ferry")]
    document = ice_results.parse(text({"JobStatus": "Success", "Results": {"Result": results}}))
    assert document.title == "The long bridge"
    assert "The ferry" in str(document.extra)


WORKFLOW = {
    "TaskId": "T-1",
    "Status": "Succeed",
    "ActivityResults": json.dumps({"n": {"ActivityId": "start", "Status": "Failed"}}),
}


@pytest.mark.parametrize(
    ("half", "expected"),
    [
        (
            {"MediaId": "M-1", "AiResult": json.dumps([{"content": "早。", "from": 0, "to": 1}])},
            ("GetSmartHandleJob", None, "M-1"),
        ),
        (WORKFLOW, ("GetJobDetail", "workflow", None)),
        ({"TaskId": "T-2", "Status": "Processing", "TaskInput": "{}"}, ("GetJobDetail", "workflow", None)),
        ({"JobId": "J", "Status": "Success", "VideoId": "V", "NormalConfig": "{}"}, ("GetJobDetail", "snapshot", "V")),
        ({"JobId": "J", "Status": "success", "MediaId": "M", "TemplateConfig": "{}"}, ("GetJobDetail", "ai", "M")),
        (
            {"JobId": "J", "Status": "TranscodeFail", "VideoId": "V", "Definition": "HD"},
            ("GetJobDetail", "transcode", "V"),
        ),
        (
            {"JobId": "J", "Status": "fail", "MediaId": "M", "Trigger": "Auto", "JobType": "AIVideoCensor"},
            ("GetJobDetail", "AIVideoCensor", "M"),
        ),
    ],
    ids=["JobResult", "task", "running task", "snapshot", "ai", "transcode", "ai without a template"],
)
def test_half_an_answer_is_read(half: dict[str, Any], expected: tuple[str | None, ...]) -> None:
    """A part of an answer that was saved on its own gives the job that it is about."""
    document = ice_results.parse(text(half))
    assert document.job is not None
    assert (document.job.operation, document.job.type, document.job.media_id) == expected


def test_half_a_task_is_partial_where_a_node_failed() -> None:
    """A task saved without its answer has its activities, and is partial."""
    document = ice_results.parse(text(WORKFLOW))
    assert [(each.node, each.state) for each in document.activities] == [("n", "failed")]
    assert document.job is not None
    assert document.job.state == "partial"


@pytest.mark.parametrize(
    "results",
    [{"Result": [{"Type": "Meta", "Data": '{"title": "晨雾"}'}]}, [{"Type": "Meta", "Data": '{"title": "晨雾"}'}]],
    ids=["Results", "list"],
)
def test_results_without_their_answer_are_read(results: Any) -> None:
    """The results of a tagging job, saved without the job, have the same records."""
    assert ice_results.parse(json.dumps(results)).title == "晨雾"
