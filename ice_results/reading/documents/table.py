"""Every answer that is read, and every half of one that people save, one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from ... import lazy
from ...records import Document
from ...records.as_json import RECORDS_FORMAT
from ..payloads.shapes import has_rows
from ..wire import Keys

if TYPE_CHECKING:
    from . import media, moderation, operations, outputs, parts, tasks, tingwu, workflows
else:
    media, operations, parts = lazy.modules(__package__, ".media", ".operations", ".parts")
    moderation, outputs = lazy.modules(__package__, ".moderation", ".outputs")
    tasks, tingwu, workflows = lazy.modules(__package__, ".tasks", ".tingwu", ".workflows")


@attrs.frozen
class Operation:
    """One answer: how it is recognised by its keys, and how it is read."""

    name: str
    detect: Callable[[Keys], bool]
    read: Callable[[Mapping[str, Any], str, str | None], Document]


def _has(*names: str) -> Callable[[Keys], bool]:
    """Whether an object has all of these keys."""
    return lambda keys: all(name in keys for name in names)


def _has_one_of(*names: str) -> Callable[[Keys], bool]:
    """Whether an object has any of these keys."""
    return lambda keys: any(name in keys for name in names)


def _with(names: str | tuple[str, ...], detect: Callable[[Keys], bool]) -> Callable[[Keys], bool]:
    """Whether an object has one of these keys and `detect` says so, which is asked, and imported, only then."""
    asked = (names,) if isinstance(names, str) else names
    return lambda keys: any(name in keys for name in asked) and detect(keys)


def _findings(operation: str, name: str) -> Operation:
    """Findings of moderation that are under a name."""
    read = partial(moderation.read_findings, operation, name)
    return Operation(operation, _with(name, partial(moderation.has_findings, name)), read)


def _file_job(operation: str, name: str) -> Operation:
    """One job under a name, with the URLs of its files."""
    return Operation(operation, _with(name, partial(outputs.is_job, name)), partial(outputs.read_job, operation, name))


def _file_jobs(operation: str, name: str, *marks: str, inner: str | None = None) -> Operation:
    """A list of such jobs, which have the keys in `marks`."""
    read = partial(outputs.read_job_list, operation, name, inner)
    return Operation(operation, _with(name, partial(outputs.is_job_list, name, marks)), read)


_is_about_media = _has_one_of("JobId", "TaskId", "MediaId", "VideoId")


def _has_analysis(keys: Keys) -> bool:
    return any(media.has_analysis_rows(value) for _, value in keys.items())


_DETAILS = ("TranscodeJobDetail", "SnapshotJobDetail", "AIJobDetail", "WorkflowTaskDetail")

OPERATIONS: tuple[Operation, ...] = (
    Operation("records.json", lambda keys: keys.take("format") == RECORDS_FORMAT, operations.read_records),
    Operation("ListSmartJobs", _has("SmartJobList"), operations.read_job_list),
    Operation("ListAIJob", _has("AIJobList"), media.read_ai_jobs),
    Operation("QueryAsrJobList", _with("JobList", media.is_asr_job_list), media.read_asr_jobs),
    Operation(
        "GetJobDetail",
        _has_one_of(*_DETAILS),
        operations.read_job_detail,
    ),
    Operation("GetAIVideoTagResult", _has("VideoTagResult"), media.read_tag_result),
    Operation("SearchMedia", _has("MediaInfoList"), media.read_media_list),
    Operation("GetMediaInfo", _has("MediaInfo"), media.read_media_info),
    Operation("SearchMediaByAILabel", _with("MediaList", media.is_labelled_media), media.read_labelled_media),
    Operation("SearchMediaClipByFace", _with("MediaClipList", media.is_face_search), media.read_face_search),
    Operation("GetMediaMarks", _with("MediaMarks", media.is_marked_media), media.read_marked_media),
    Operation("GetWorkflowTask", _with("WorkflowTask", workflows.is_workflow_task), workflows.read_workflow_task),
    Operation("ListWorkflowTasks", _with("TaskList", workflows.is_task_list), workflows.read_task_list),
    Operation("GetAIMediaAuditJob", _with("MediaAuditJob", moderation.is_audit_job), moderation.read_audit_job),
    _findings("GetMediaAuditResult", "MediaAuditResult"),
    _findings("GetMediaAuditResultDetail", "MediaAuditResultDetail"),
    _findings("GetMediaAuditResultTimeline", "MediaAuditResultTimeline"),
    _findings("GetMediaAuditAudioResultDetail", "MediaAuditAudioResultDetail"),
    Operation(
        "QueryMediaCensorJobDetail",
        _with("MediaCensorJobDetail", moderation.is_censor_job),
        moderation.read_censor_job,
    ),
    Operation("QueryIProductionJob", _with("FunctionName", outputs.is_iproduction_job), outputs.read_iproduction_job),
    Operation("GetSnapshotUrls", _with("SnapshotUrls", outputs.is_snapshot_urls), outputs.read_snapshot_urls),
    _file_job("GetSnapshotJob", "SnapshotJob"),
    _file_job("GetDynamicImageJob", "DynamicImageJob"),
    _file_job("GetTranscodeJob", "TranscodeParentJob"),
    _file_job("GetTranscodeTask", "TranscodeTask"),
    _file_job("ListSnapshots", "MediaSnapshot"),
    _file_jobs("ListTranscodeJobs", "Jobs", "ParentJobId"),
    _file_jobs("ListSnapshotJobs", "Jobs", "JobId", "Count"),
    _file_jobs("ListDynamicImageJobs", "Jobs", "JobId", "Input", "Output"),
    _file_jobs("ListDynamicImage", "DynamicImageList", "FileURL"),
    _file_jobs("ListTranscodeTask", "TranscodeTaskList", "TranscodeTaskId"),
    _file_jobs("QuerySnapshotJobList", "SnapshotJobList", "Id", "SnapshotConfig", inner="SnapshotJob"),
    Operation("GetTaskInfo", _with("Data", tingwu.is_tingwu_task), tingwu.read_tingwu_task),
    Operation("tingwu-meeting", _with("output", tingwu.is_meeting_task), tingwu.read_meeting_task),
    Operation("DashScope task", _with("output", tasks.is_dashscope_task), tasks.read_dashscope_task),
    Operation("GetTaskResult", _with(("StatusText", "Result"), tasks.is_nls_task), tasks.read_nls_task),
    Operation("FlashRecognizer", _with(("flash_result", "status"), tasks.is_flash_task), tasks.read_flash_task),
    Operation("QuerySmarttagJob", _has_one_of("Results", "JobStatus"), operations.read_smarttag),
    Operation("smarttag message", lambda keys: keys.take("Type") == "smarttag", operations.read_notice),
    Operation("GetSmartHandleJob", _has_one_of("JobResult", "SmartJobInfo"), operations.read_smart_job),
    Operation("GetSmartHandleJob", _has("JobId", "State"), operations.read_smart_job),
)
"""Whole answers, the more telling keys first."""

HALVES: tuple[Operation, ...] = (
    Operation("JobResult", _has("AiResult"), parts.read_job_result),
    Operation("WorkflowTaskDetail", _has("ActivityResults"), parts.read_task),
    Operation("media", _has_one_of("AiRoughData", "AiData"), media.read_media),
    Operation("GetMediaAiAnalysis", _has("ResultType", "Content"), media.read_analysis),
    Operation("GetMediaAiAnalysis", _has_analysis, media.read_analysis_list),
    Operation("message", lambda keys: "Data" in keys and _is_about_media(keys), media.read_message),
    Operation("Result", _has("Type", "Data"), operations.read_result),
    Operation("Results", _has("Result"), parts.read_bare_results),
    Operation("job", lambda keys: "Status" in keys and _is_about_media(keys), parts.read_bare_detail),
)
"""Parts of answers that were saved on their own, and answers without a key that only they have."""


def is_result_list(value: Any) -> bool:
    """Whether this is a list of `{Type, Data}`."""
    return has_rows(value, "Type", "Data") or media.is_result_rows(value)


def read_result_list(value: Any, path: str, kind: str | None) -> Document:
    """The document in a list of `{Type, Data}`."""
    return parts.read_bare_results(value, path, kind)
