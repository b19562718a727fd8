"""Answers of ICE about media assets: marks, searches by label and face, and the tasks of its workflows."""

from __future__ import annotations

from typing import Any

from .media_answers import BEEKEEPER
from .speech import lines
from .wire import as_text, hex_id, request_id, url

MARKS = (
    ("12.1", "48.6", "开篇", "冯守田打开第一只蜂箱"),
    ("96.4", "131.25", "倒春寒", "夜里给蜂箱盖棉袄，镜头可用"),
    ("318.25", "402.88", "结尾", "装车去北边，等字幕"),
)

_KEEPER = "冯守田"
_WORKFLOW = {
    "WorkflowId": hex_id("ice workflow definition"),
    "Name": "转码、标签、字幕",
    "Status": "Active",
    "Type": "Custom",
    "CreateTime": "2025-05-11T08:20:00Z",
    "ModifiedTime": "2025-05-30T02:11:45Z",
}


def asset_answers() -> dict[str, Any]:
    """Every sample, by the name of its file."""
    return {
        "media_marks": _marks(),
        "media_by_label": _by_label(),
        "media_faces": _faces(),
        "workflow_task": _workflow_task(),
        "workflow_tasks": _workflow_tasks(),
    }


def _marks() -> dict[str, Any]:
    """GetMediaMarks: times as text, as on the page."""
    marks = [
        {
            "MarkId": f"mark-{hex_id(title)}",
            "MarkStartTime": start,
            "MarkEndTime": end,
            "MarkTag": title,
            "MarkContent": content,
            "MarkStatus": "online",
        }
        for start, end, title, content in MARKS
    ]
    return {"RequestId": request_id("media_marks"), "MediaId": hex_id("bee film"), "MediaMarks": as_text(marks)}


def _by_label() -> dict[str, Any]:
    """SearchMediaByAILabel: two media with what the index holds of them, and where the page ends."""
    return {
        "RequestId": request_id("media_by_label"),
        "Code": "200",
        "Success": "true",
        "Total": 14,
        "MediaList": [
            {
                "MediaId": hex_id("bee film"),
                "Title": "赶花人",
                "Duration": 402.88,
                "CreationTime": "2025-03-12T01:10:32Z",
                "CoverUrl": url("covers/bee-film.jpg"),
                "Status": "Normal",
                "AiData": {
                    "AsrInfo": [
                        {"From": start / 1000, "To": end / 1000, "Content": text, "ClipId": f"asr-{number}"}
                        for number, (start, end, text) in enumerate(lines(BEEKEEPER[:2], start_ms=380), 1)
                    ],
                    "OcrInfo": [
                        {"From": 2.0, "To": 5.5, "Timestamp": 2.0, "Content": "云碓镇 三月", "ClipId": "ocr-1"}
                    ],
                    "AiLabelInfo": [_keeper(0.0)],
                },
            },
            {
                "MediaId": hex_id("bee film trailer"),
                "Title": "赶花人：预告",
                "Duration": 31.2,
                "CreationTime": "2025-03-14T09:44:02Z",
                "CoverUrl": url("covers/bee-film-trailer.jpg"),
                "Status": "Normal",
                "AiData": {"AiLabelInfo": [_keeper(9.5)]},
            },
        ],
    }


def _keeper(later: float) -> dict[str, Any]:
    tracks = [
        {"Timestamp": 4.64 + later, "Position": "612.0;180.0;806.0;442.0", "Size": 50828.0},
        {"Timestamp": 5.64 + later, "Position": "598.0;174.0;798.0;446.0", "Size": 54400.0},
    ]
    seen = {"ClipId": "face-1", "From": 4.64 + later, "To": 10.28 + later, "Score": 0.912, "Tracks": tracks}
    return {
        "LabelId": hex_id("label keeper")[:12],
        "LabelName": _KEEPER,
        "LabelType": "Person",
        "FaceId": hex_id("face keeper")[:8],
        "Category": "custom",
        "Source": "vision",
        "Occurrences": [seen],
    }


def _faces() -> dict[str, Any]:
    """SearchMediaClipByFace: the clips in which one person is seen."""
    clips = [
        {
            "StartTime": 4.64,
            "EndTime": 10.28,
            "Expression": "laugh",
            "TrackData": [
                {"Timestamp": 4.64, "BoxPosition": {"X": 612, "Y": 180, "W": 194, "H": 262}},
                {"Timestamp": 5.64, "BoxPosition": {"X": 598, "Y": 174, "W": 200, "H": 272}},
            ],
        },
        {"StartTime": 96.4, "EndTime": 99.2, "Expression": "neutral", "TrackData": []},
    ]
    person = {
        "Category": "custom",
        "EntityId": hex_id("face keeper"),
        "LabelName": _KEEPER,
        "OccurrencesInfos": clips,
        "Score": 0.873,
    }
    return {
        "RequestId": request_id("media_faces"),
        "Code": "200",
        "Success": "true",
        "Total": 1,
        "MediaClipList": [person],
    }


def _workflow_task() -> dict[str, Any]:
    """GetWorkflowTask: one of the nodes is a smart tag job, whose results are in the result of the node."""
    title = {"Type": "Meta", "Data": as_text({"title": "赶花人"})}
    label = {
        "persons": [],
        "tags": [
            {"mainTagName": "物体", "subTagName": "蜂箱", "ratio": 0.42, "occurrences": [_stretch(0.9, 0.0, 6.2)]}
        ],
        "classifications": [],
    }
    tags = {"Type": "VideoLabel", "Data": as_text(label)}
    job = {"JobId": hex_id("workflow tags"), "JobStatus": "Success", "Results": {"Result": [title, tags]}}
    nodes = {
        "开始": _node("Start", {"Type": "Media", "Media": hex_id("bee film")}, "2025-06-02T03:00:00Z"),
        "智能标签": _node("SmarttagJob", job, "2025-06-02T03:00:01Z", "2025-06-02T03:02:40Z"),
    }
    return {
        "RequestId": request_id("workflow_task"),
        "WorkflowTask": {
            "TaskId": hex_id("workflow_task"),
            "Status": "Succeed",
            "TaskInput": as_text({"Type": "Media", "Media": hex_id("bee film")}),
            "ActivityResults": as_text(nodes),
            "CreateTime": "2025-06-02T03:00:00Z",
            "FinishTime": "2025-06-02T03:02:41Z",
            "UserData": as_text({"ticket": 118}),
            "Workflow": _WORKFLOW,
        },
    }


def _stretch(score: float, start: float, end: float) -> dict[str, float]:
    return {"score": score, "from": start, "to": end}


def _node(activity: str, result: Any, start: str, end: str | None = None) -> dict[str, Any]:
    node = {
        "ActivityId": activity,
        "ActivityInstanceId": hex_id(f"ice {activity}"),
        "StartTime": start,
        "EndTime": end,
        "Status": "Succeed",
        "Result": as_text(result),
    }
    return {key: value for key, value in node.items() if value}


def _workflow_tasks() -> dict[str, Any]:
    """ListWorkflowTasks: a page of tasks, and the token of the next one."""
    tasks = [
        {
            "TaskId": hex_id(f"workflow task {number}"),
            "Status": status,
            "TaskInput": as_text({"Type": "Media", "Media": hex_id(f"film {number}")}),
            "CreateTime": f"2025-06-0{number}T03:00:00Z",
            "FinishTime": f"2025-06-0{number}T03:02:41Z",
            "UserData": as_text({"ticket": 117 + number}),
            "Workflow": {**_WORKFLOW, "MediaType": "video"},
        }
        for number, status in ((1, "Succeed"), (2, "Failed"))
    ]
    return {
        "RequestId": request_id("workflow_tasks"),
        "TaskList": tasks,
        "NextToken": hex_id("workflow_tasks")[:20],
        "MaxResults": 2,
        "TotalCount": 9,
    }
