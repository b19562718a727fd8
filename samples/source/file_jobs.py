"""Answers about jobs whose results are files: transcoding, snapshots, moving images, IProduction."""

from __future__ import annotations

from typing import Any

from .wire import as_text, hex_id, oss, request_id, url

_FILM = hex_id("bee film")
_TIMES = {"CreateTime": "2025-06-20T01:00:00Z", "SubmitTime": "2025-06-20T01:00:02Z"}
_DONE = {"Status": "Success", "FinishTime": "2025-06-20T01:02:40Z"}
_INPUT = {"Type": "OSS", "Media": oss("films/bee-film.mp4")}


def iproduction() -> dict[str, Any]:
    """QueryIProductionJob: the lines that were burnt into a film, taken out of the picture."""
    return {
        "RequestId": request_id("iproduction"),
        "JobId": hex_id("iproduction"),
        "Name": "赶花人：去字幕",
        "FunctionName": "VideoDetext",
        "Status": "Success",
        "Input": _INPUT,
        "Output": {"Type": "OSS", "Media": oss("clean/bee-film.mp4"), "OutputUrl": url("clean/bee-film.mp4")},
        "OutputFiles": ["clean/bee-film.mp4"],
        "OutputUrls": [url("clean/bee-film.mp4"), url("clean/bee-film-mask.png")],
        "JobParams": as_text({"Boxes": [[0, 0.8, 1, 0.2]]}),
        "Result": as_text({"Code": "Success"}),
        "ScheduleConfig": {"PipelineId": hex_id("pipeline"), "Priority": 6},
        "UserData": as_text({"reel": 3}),
        "CreateTime": "2025-06-20T01:00:00Z",
        "FinishTime": "2025-06-20T01:06:31Z",
    }


def file_jobs() -> list[dict[str, Any]]:
    """Every other answer, one each."""
    return [*_of_ice(), *_of_vod(), _of_mps()]


def _of_ice() -> list[dict[str, Any]]:
    snapshot: dict[str, Any] = {
        **_TIMES,
        **_DONE,
        "JobId": hex_id("snapshot job"),
        "Type": "Normal",
        "Async": True,
        "Count": 3,
    }
    snapshot |= {"Input": _INPUT, "Output": {"Type": "OSS", "Media": oss("covers/bee-{Count}.jpg")}}
    moving: dict[str, Any] = {**_TIMES, **_DONE, "JobId": hex_id("moving job"), "TemplateId": hex_id("moving template")}
    moving |= {"Input": _INPUT, "Output": {"Type": "OSS", "Media": oss("covers/bee.gif")}}
    output: dict[str, Any] = {"Output": {"Type": "OSS", "Media": oss("hd/bee.mp4"), "OutputUrl": url("hd/bee.mp4")}}
    transcode: dict[str, Any] = {
        **_TIMES,
        **_DONE,
        "ParentJobId": hex_id("transcode job"),
        "Name": "赶花人：高清",
        "Percent": 100,
    }
    transcode |= {"InputGroup": [_INPUT], "OutputGroup": [output], "JobCount": 1}
    urls = [url(f"covers/bee-{number:05}.jpg") for number in range(3)]
    page = {"NextPageToken": hex_id("file jobs")[:16]}
    return [
        _answer("snapshot_urls", {"SnapshotUrls": urls, "Total": 3, "WebVTTUrl": url("covers/bee.vtt")}),
        _answer("snapshot_job", {"SnapshotJob": snapshot}),
        _answer("snapshot_jobs", {"Jobs": [snapshot], **page}),
        _answer("moving_job", {"DynamicImageJob": {**moving, "OutputUrl": url("covers/bee.gif")}}),
        _answer("moving_jobs", {"Jobs": [moving], **page}),
        _answer("transcode_job", {"TranscodeParentJob": transcode}),
        _answer("transcode_jobs", {"Jobs": [transcode], **page}),
    ]


def _of_vod() -> list[dict[str, Any]]:
    shots = [{"Index": number, "Url": url(f"vod/cover-{number}.jpg")} for number in range(1, 4)]
    media = {
        "JobId": hex_id("vod snapshots"),
        "CreationTime": "2025-06-20T01:00:00Z",
        "Regular": "vod/cover-{Count}.jpg",
    }
    task = {
        "TranscodeTaskId": hex_id("vod task"),
        "TaskStatus": "CompletePartialSucc",
        "Trigger": "Auto",
        "VideoId": _FILM,
        "CreationTime": "2025-06-20T01:00:00Z",
        "CompleteTime": "2025-06-20T01:08:00Z",
    }
    done = {"Definition": "HD", "TranscodeJobStatus": "TranscodeSuccess"}
    jobs: list[dict[str, Any]] = [
        {**done, "OutputFile": {"OutputFileUrl": url("vod/bee-hd.m3u8"), "Duration": "402.88"}}
    ]
    jobs += [{"Definition": "4K", "TranscodeJobStatus": "TranscodeFail", "ErrorCode": "CodecNotSupported"}]
    moving = {"DynamicImageId": hex_id("vod moving"), "JobId": hex_id("vod moving job"), "VideoId": _FILM}
    return [
        _answer("vod_snapshots", {"MediaSnapshot": {**media, "Total": 3, "Snapshots": {"Snapshot": shots}}}),
        _answer("vod_moving", {"DynamicImageList": [{**moving, "FileURL": url("vod/bee.gif"), "Duration": "4"}]}),
        _answer("vod_task", {"TranscodeTask": {**task, "TranscodeJobInfoList": jobs}}),
        _answer("vod_tasks", {"TranscodeTaskList": [task]}),
    ]


def _of_mps() -> dict[str, Any]:
    config = {"OutputFile": {"Bucket": "yundui-films", "Location": "oss-cn-chengdu", "Object": "covers/{Count}.jpg"}}
    job = {"Id": hex_id("mps snapshot"), "State": "Success", "Count": "3", "SnapshotConfig": config}
    return _answer("mps_snapshots", {"SnapshotJobList": {"SnapshotJob": [job]}})


def _answer(name: str, content: dict[str, Any]) -> dict[str, Any]:
    return {"RequestId": request_id(name), **content}
