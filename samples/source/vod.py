"""Answers of GetJobDetail: transcoding, snapshots, AI and workflow."""

from __future__ import annotations

from typing import Any

from .wire import BUCKET, USER, as_text, escaped_once_more, hex_id, request_id

_VIDEO = hex_id("vod video")
_STORAGE = f"{BUCKET}.oss-cn-chengdu.aliyuncs.com"
_TITLE = "油菜花田.mp4"
_CALLER = as_text({"department": "纪录片组", "reel": 12})


def vod_jobs() -> dict[str, Any]:
    """Every sample of the operation, by the name of its file."""
    return {
        "vod_transcode": _answer("transcode", TranscodeJobDetail=_transcode()),
        "vod_snapshot": _answer("snapshot", SnapshotJobDetail=_snapshot()),
        "vod_ai": _answer("ai", AIJobDetail=_ai()),
        "vod_workflow": _answer("workflow", WorkflowTaskDetail=_workflow()),
        "vod_workflow_escaped": _answer(
            "transcode",
            TranscodeJobDetail=_transcode(),
            SnapshotJobDetail=_snapshot(),
            AIJobDetail={**_ai(), "CompleteTime": "2025-03-09T06:42:31Z\n"},
            WorkflowTaskDetail=_escaped(_workflow()),
        ),
    }


def _answer(job_type: str, **details: dict[str, Any]) -> dict[str, Any]:
    return {"RequestId": request_id(f"vod {len(details)} {job_type}"), "JobType": job_type, **details}


def _transcode() -> dict[str, Any]:
    return {
        "JobId": hex_id("vod transcode"),
        "UserId": USER,
        "VideoId": _VIDEO,
        "Status": "TranscodeSuccess",
        "TemplateId": hex_id("vod template"),
        "Definition": "FHD",
        "CreateTime": "2025-03-09T06:40:02Z",
        "CompleteTime": "2025-03-09T06:41:17Z",
    }


def _snapshot() -> dict[str, Any]:
    return {
        "JobId": hex_id("vod snapshot"),
        "UserId": USER,
        "VideoId": _VIDEO,
        "Status": "Success",
        "Trigger": "Manual",
        "NormalConfig": as_text({"inl": 10, "num": 12, "tm": 0, "wd": "640", "ft": "normal", "hg": "360"}),
        "SpriteConfig": as_text({"pad": "2", "lines": "4", "mgin": "1", "cols": "3", "ikcp": "true", "hg": "90"}),
        "CreateTime": "2025-03-09T06:40:02Z",
        "CompleteTime": "2025-03-09T06:40:38Z",
    }


def _ai() -> dict[str, Any]:
    audit = {"AuditRange": ["video", "text-title"], "AuditContent": ["screen"], "AuditItem": ["ad", "logo"]}
    return {
        "JobId": hex_id("vod ai"),
        "UserId": USER,
        "MediaId": _VIDEO,
        "JobType": "AIVideoCensor",
        "Status": "success",
        "Trigger": "Manual",
        "TemplateConfig": as_text({**audit, "AuditAutoBlock": "yes"}),
        "CreateTime": "2025-03-09T06:40:03Z",
        "CompleteTime": "2025-03-09T06:42:31Z",
    }


def _workflow() -> dict[str, Any]:
    """A task that succeeded although its last node failed."""
    return {
        "TaskId": hex_id("vod workflow"),
        "Status": "Succeed",
        "TaskInput": as_text(_input()),
        "CreateTime": "2025-03-09T06:40:00Z",
        "FinishTime": "2025-03-09T06:47:22Z",
        "ActivityResults": as_text(_activities()),
        "UserData": as_text({"MessageCallback": {"CallbackURL": "https://hooks.yundui.example/vod"}}),
        "Workflow": {
            "WorkflowId": f"vw_{hex_id('vod workflow definition')}",
            "Name": "截图、动图、翻译",
            "Status": "Active",
            "Type": "",
            "CreateTime": "2025-02-20T09:12:44Z",
            "ModifiedTime": "2025-03-01T03:25:10Z",
            "AppId": "app-1000417",
        },
    }


def _escaped(task: dict[str, Any]) -> dict[str, Any]:
    """The same task with its JSON text escaped one level too often."""
    return {**task, **{key: escaped_once_more(task[key]) for key in ("TaskInput", "ActivityResults")}}


def _input() -> dict[str, Any]:
    return {"Type": "Media", "Media": _VIDEO, "Title": _TITLE, "StorageLocation": _STORAGE}


def _activities() -> dict[str, Any]:
    """The nodes by their names: JSON text in `Result`, in its `userTaskInput`, and in the `UserData` of that."""
    start = {
        **_input(),
        "bizType": 6,
        "taskInput": as_text({"Type": "Media", "Media": _VIDEO}),
        "userTaskInput": as_text({**_input(), "UserData": _CALLER}),
        "callerUid": USER,
        "CUR_NODE_NAME": "开始",
    }
    failure = {"Type": "VideoTranslationAll", "Success": False}
    return {
        "开始": _activity("start", start, "2025-03-09T06:40:00Z"),
        "截图_封面": _activity(
            "VodSnapshot", _event("VodSnapshot", "SnapshotComplete"), "2025-03-09T06:40:01Z", "2025-03-09T06:40:09Z"
        ),
        "动图_预览": _activity(
            "VodDynamicImage",
            _event("VodDynamicImage", "DynamicImageComplete"),
            "2025-03-09T06:40:01Z",
            "2025-03-09T06:40:21Z",
        ),
        "翻译_中译英": _activity(
            "VodTranslation", failure, "2025-03-09T06:40:01Z", "2025-03-09T06:47:22Z", status="Failed"
        ),
    }


def _activity(activity: str, result: Any, start: str, end: str = "", status: str = "Succeed") -> dict[str, Any]:
    """One node; the first one has no end."""
    node = {
        "ActivityId": activity,
        "ActivityInstanceId": hex_id(f"vod {activity}"),
        "EndTime": end,
        "Result": as_text(result),
        "StartTime": start,
        "Status": status,
    }
    return {key: value for key, value in node.items() if value}


def _event(activity: str, event: str) -> dict[str, Any]:
    source = {"ActivityInstanceId": hex_id(f"vod {activity}"), "BizType": "ice-workflow"}
    return {
        "RequestId": request_id(f"vod {activity}"),
        "EventType": event,
        "UserId": USER,
        "MessageBody": {
            "Status": "success",
            "VideoId": _VIDEO,
            "EventType": event,
            "EventTime": "2025-03-09T06:40:08Z",
            "TriggerSource": as_text(source),
        },
    }
