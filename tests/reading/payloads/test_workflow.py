"""Nodes of a workflow as the exact activities that they become."""

from __future__ import annotations

import json
from typing import Any

import ice_results
from ice_results.records import Activity, Document

from ...answers import text
from ..parsing import complaints

NODES = {
    "Dub it, please": {
        "ActivityId": "VideoTranslation",
        "ActivityInstanceId": "i-2",
        "Status": "Failed",
        "StartTime": "2033-01-05T01:10:00Z",
        "EndTime": "2033-01-05T01:20:00Z",
        "Result": json.dumps({"Success": False, "MessageBody": {"TriggerSource": json.dumps({"BizType": "flow"})}}),
    },
    "Begin": {
        "ActivityId": "start",
        "ActivityInstanceId": "i-1",
        "Status": "Succeed",
        "StartTime": "2033-01-05T01:00:00Z",
        "Result": json.dumps({"bizType": 8, "taskInput": json.dumps({"Media": "m-1"})}),
    },
}


def workflow(nodes: Any) -> Document:
    """The document of a workflow task that reports success."""
    detail = {"TaskId": "T-1", "Status": "Succeed", "ActivityResults": nodes}
    return ice_results.parse(text({"RequestId": "R", "JobType": "workflow", "WorkflowTaskDetail": detail}))


def test_the_nodes_of_a_workflow_are_activities() -> None:
    """One activity for each node, its result decoded to the last level; the start node has no end."""
    assert workflow(json.dumps(NODES)).activities == (
        Activity(
            node="Dub it, please",
            activity="VideoTranslation",
            instance_id="i-2",
            state="failed",
            raw_state="Failed",
            started="2033-01-05T01:10:00Z",
            ended="2033-01-05T01:20:00Z",
            result={"Success": False, "MessageBody": {"TriggerSource": {"BizType": "flow"}}},
        ),
        Activity(
            node="Begin",
            activity="start",
            instance_id="i-1",
            state="succeeded",
            raw_state="Succeed",
            started="2033-01-05T01:00:00Z",
            result={"bizType": 8, "taskInput": {"Media": "m-1"}},
        ),
    )


def test_a_task_with_a_failed_node_is_partial() -> None:
    """A task that succeeded while one of its nodes failed is partial; without such a node it succeeded."""
    (partial,) = workflow(json.dumps(NODES)).jobs
    assert (partial.id, partial.type, partial.state, partial.raw_state) == ("T-1", "workflow", "partial", "Succeed")
    (whole,) = workflow(json.dumps({"Begin": NODES["Begin"]})).jobs
    assert whole.state == "succeeded"


def test_both_escaping_forms_of_activity_results_are_equal() -> None:
    """Nodes escaped one level more than documented, or decoded already, are read like the documented form."""
    once = json.dumps(NODES)
    documented = workflow(once)
    assert len(documented.activities) == 2
    assert workflow(json.dumps(once)[1:-1]) == documented
    assert workflow(json.dumps(once)) == documented
    assert workflow(NODES) == documented


def test_activity_results_in_prose_are_kept() -> None:
    """Nodes that are described in words are kept as text, with a warning."""
    document = workflow("Two nodes ran, one of them failed.")
    assert document.activities == ()
    assert "Two nodes ran, one of them failed." in document.extra.values()
    assert [problem.severity for problem in complaints(document)] == ["warning"]
