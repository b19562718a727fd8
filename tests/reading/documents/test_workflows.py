"""Workflow tasks of ICE, what their AI nodes found, and pages of lists."""

from __future__ import annotations

import json
from typing import Any

import pytest

import ice_results
from ice_results.findings import Problem
from ice_results.records import Document, Job, Page, Segment, Tag, Transcript

from ...answers import LINES, smart_job, smarttag_job, text


def workflow(**results: Any) -> dict[str, Any]:
    """An answer of GetWorkflowTask, with a node for each result."""
    nodes = {
        name: {"ActivityId": "Node", "ActivityInstanceId": name, "Status": "Succeed", "Result": result}
        for name, result in results.items()
    }
    return {
        "RequestId": "r",
        "WorkflowTask": {
            "TaskId": "t-1",
            "Status": "Succeed",
            "TaskInput": '{"Type":"Media","Media":"a-1"}',
            "ActivityResults": json.dumps(nodes),
            "CreateTime": "2033-01-02T01:00:00Z",
            "FinishTime": "2033-01-02T02:00:00Z",
            "Workflow": {"WorkflowId": "w-1", "Name": "tags"},
        },
    }


def test_a_workflow_task_is_a_job_with_nodes() -> None:
    """GetWorkflowTask has the task with its workflow, and its nodes as activities."""
    document = ice_results.parse(text(workflow(Begin={"Type": "Media", "Media": "a-1"})))
    assert document.jobs == (
        Job(
            operation="GetWorkflowTask",
            id="t-1",
            type="workflow",
            state="succeeded",
            raw_state="Succeed",
            created="2033-01-02T01:00:00Z",
            modified="2033-01-02T02:00:00Z",
            input={"Type": "Media", "Media": "a-1"},
            parameters={"Workflow": {"WorkflowId": "w-1", "Name": "tags"}},
        ),
    )
    assert [(each.node, each.result) for each in document.activities] == [("Begin", {"Type": "Media", "Media": "a-1"})]
    assert document.problems == ()


SPOKEN = Transcript(
    kind="asr",
    source="ASR",
    segments=(
        Segment(start_ms=0, end_ms=2500, text="大家好，欢迎来到云岭小学。"),
        Segment(start_ms=2500, end_ms=5125, text="Today we plant forty trees."),
    ),
)


@pytest.mark.parametrize("wrap", [json.dumps, lambda value: value], ids=["text", "object"])
def test_what_an_ai_node_found_is_read_as_well(wrap: Any) -> None:
    """An answer in the result of a node gives its records, too, and a note says where; the node keeps the result."""
    tags = smarttag_job(TextLabel={"tags": [{"name": "Region", "value": "Fen"}]}, Meta={"title": "Low tide"})
    document = ice_results.parse(workflow(Speech=wrap(smart_job(LINES)), Tags=wrap(tags), Begin={"Type": "Media"}))
    assert document.transcripts == (SPOKEN,)
    assert document.tags == (Tag(kind="text tag", level1="Region", name="Fen", source="TextLabel"),)
    assert document.title == "Low tide"
    assert len(document.jobs) == 1
    assert [each.node for each in document.activities] == ["Speech", "Tags", "Begin"]
    assert document.activities[0].result["JobResult"]["AiResult"] == LINES
    assert document.problems == tuple(
        Problem(
            path=f"WorkflowTask.ActivityResults → {node}.Result",
            message=f"the result of this node was read as {operation}",
            severity="note",
        )
        for node, operation in (("Speech", "GetSmartHandleJob"), ("Tags", "QuerySmarttagJob"))
    )


def test_a_payload_alone_in_a_node_is_read_as_well() -> None:
    """A payload needs no answer around it, where only one kind has its shape."""
    document = ice_results.parse(workflow(Speech={"details": LINES}))
    assert document.transcripts == (SPOKEN,)
    assert [each.message for each in document.problems] == ["the result of this node was read as a payload"]


def test_a_problem_in_the_result_of_a_node_has_its_whole_path() -> None:
    """The path of a problem leads through the node and the text that its result is."""
    answer = smarttag_job(TextLabel={"tags": [{"name": 5, "value": "Fen"}]})
    document = ice_results.parse(workflow(Tags=json.dumps(answer)))
    assert [str(each) for each in document.problems if each.severity == "error"] == [
        "WorkflowTask.ActivityResults → Tags.Result → Results.Result[0].Data → tags[0].name: expected text, found 5"
    ]


@pytest.mark.parametrize(
    "result",
    [
        {"EventType": "SnapshotComplete", "MessageBody": {"Status": "success", "VideoId": "v-1"}},
        {"JobId": "j-1", "Status": "Success"},
        ["a", "b"],
        {"title": "Low tide"},
        "done",
        None,
    ],
)
def test_a_result_without_records_stays_with_its_node(result: Any) -> None:
    """What is only a state, or a text that may mean anything, is no result of an AI job."""
    document = ice_results.parse(workflow(Node=result))
    assert (document.transcripts, document.tags, document.texts, document.title) == ((), (), (), None)
    assert len(document.activities) == 1
    assert document.problems == ()


def test_a_list_of_workflow_tasks_is_a_page_of_jobs() -> None:
    """ListWorkflowTasks gives a job for each task, and where the next page begins."""
    task = {"TaskId": "t-1", "Status": "Failed", "TaskInput": "{}", "Workflow": {"Name": "tags"}}
    document = ice_results.parse({"TaskList": [task], "NextToken": "n", "MaxResults": 1, "TotalCount": 3})
    assert document.jobs == (
        Job(operation="ListWorkflowTasks", id="t-1", state="failed", raw_state="Failed", input={}),
    )
    assert document.page == Page(next_token="n", total_count=3, max_results=1)


def test_a_count_that_is_none_is_listed_and_kept() -> None:
    """A wrong count costs only itself: the rest of the page is there."""
    document = ice_results.parse({"SmartJobList": [{"JobId": "a"}], "NextToken": "n", "TotalCount": "many"})
    assert document.page == Page(next_token="n")
    assert document.extra == {"TotalCount": "many"}
    assert document.problems[0] == Problem(path="TotalCount", message="expected a whole number", found='"many"')


def test_a_page_is_read_back_from_records_json() -> None:
    """`records.json` keeps the page."""
    document = ice_results.parse({"SmartJobList": [], "NextToken": "n", "MaxResults": "2"})
    again: Document = ice_results.parse(ice_results.convert(document, "records.json"))
    assert again.page == document.page == Page(next_token="n", max_results=2)


def test_a_message_with_a_result_beside_its_type_is_read_as_that_type() -> None:
    """A message about a smart job has `AiResult` beside `JobType`, which says what the result is."""
    body = {"JobId": "j-1", "JobType": "TextToSpeech", "Status": "Finished", "AiResult": json.dumps(LINES)}
    document = ice_results.parse({"EventType": "SmartJobComplete", "MessageBody": body})
    assert [each.kind for each in document.transcripts] == ["tts"]
    assert (document.jobs[0].type, document.jobs[0].state) == ("TextToSpeech", "succeeded")
