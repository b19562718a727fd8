"""Every answer that is read, and every part of one that people save, one row each.

A row says by what its answer is recognised and which function reads it. Rows come in the order in which they are
tried: whole answers, parts of them, and last what counts only where nothing else is found in the object.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Any

import attrs

from ... import lazy
from ...records import Document
from ...records.as_json import RECORDS_FORMAT
from ..wire.keys import Keys, normal
from .evidence import (
    Evidence,
    PayloadsByType,
    a_list,
    alone,
    any_payload,
    anything,
    container,
    has,
    identifier,
    judged,
    object_with,
    object_with_all,
    payload,
    payload_of,
    result_rows,
    rows_with,
    text,
    type_name,
    words,
)

if TYPE_CHECKING:
    from . import media, moderation, operations, outputs, parts, tasks, tingwu, workflows
else:
    media, operations, parts = lazy.modules(__package__, ".media", ".operations", ".parts")
    moderation, outputs = lazy.modules(__package__, ".moderation", ".outputs")
    tasks, tingwu, workflows = lazy.modules(__package__, ".tasks", ".tingwu", ".workflows")


@attrs.frozen
class Operation:
    """One answer: what messages call it, by what it is recognised (any of the `evidence`), and how it is read.

    One that `yields` counts only where no answer is found inside the object.
    """

    name: str
    evidence: tuple[Evidence, ...]
    read: Callable[[Any, str, str | None], Document]
    yields: bool = False


def _findings(operation: str, name: str) -> Operation:
    """Findings of moderation that are under a name."""
    read = partial(moderation.read_findings, operation, name)
    return Operation(operation, (judged(partial(moderation.has_findings, name), name),), read)


def _file_job(operation: str, name: str) -> Operation:
    """One job under a name, with the URLs of its files."""
    read = partial(outputs.read_job, operation, name)
    return Operation(operation, (judged(partial(outputs.is_job, name), name),), read)


def _file_jobs(operation: str, name: str, *marks: str, inner: str | None = None) -> Operation:
    """A list of such jobs, which have the keys in `marks`."""
    read = partial(outputs.read_job_list, operation, name, inner)
    return Operation(operation, (judged(partial(outputs.is_job_list, name, marks), name),), read)


_SMARTTAG = words("smarttag", "SmartTag", "Smarttag")
_SMART_STATE = words("Created", "Executing", "Finished", "Failed")
_TAG_STATE = words("Submitted", "Processing", "Success", "Fail")
_TRANSCODE_STATE = words("Submitted", "Transcoding", "TranscodeSuccess", "TranscodeFail", "TranscodeCancelled")
_SNAPSHOT_STATE = words("Processing", "Success", "Fail")
_AI_STATE = words("reserved", "init", "processing", "analyzing", "analysing", "success", "fail")
_TASK_STATE = words("Init", "Processing", "Succeed", "Failed", "Canceled", "Skip", "running", "stopped", "succeeded")
_OF_A_TASK = ("task_id", "task_status", "task_metrics")
_OF_A_MEDIA = object_with("MediaBasicInfo", "FileInfoList", "AiRoughData", "AiData", "DynamicMetaData")

OPERATIONS: tuple[Operation, ...] = (
    Operation("records.json", (has(format=words(RECORDS_FORMAT)),), operations.read_records),
    Operation("ListSmartJobs", (has("SmartJobList"),), operations.read_job_list),
    Operation("ListAIJob", (has("AIJobList"),), media.read_ai_jobs),
    Operation("QueryAsrJobList", (judged(media.is_asr_job_list, "JobList"),), media.read_asr_jobs),
    Operation(
        "GetJobDetail",
        (has("TranscodeJobDetail"), has("SnapshotJobDetail"), has("AIJobDetail"), has("WorkflowTaskDetail")),
        operations.read_job_detail,
    ),
    Operation("GetAIVideoTagResult", (has("VideoTagResult"),), media.read_tag_result),
    Operation("SearchMedia", (has("MediaInfoList"),), media.read_media_list),
    Operation("GetMediaInfo", (has(MediaInfo=_OF_A_MEDIA), has("MediaInfo", RequestId=text)), media.read_media_info),
    Operation("SearchMediaByAILabel", (has(MediaList=rows_with("MediaId", "AiData")),), media.read_labelled_media),
    Operation("SearchMediaClipByFace", (has(MediaClipList=a_list),), media.read_face_search),
    Operation(
        "GetMediaMarks",
        (has(MediaMarks=payload_of("media_marks")), has(MediaMarks=a_list, MediaId=identifier)),
        media.read_marked_media,
    ),
    Operation(
        "GetWorkflowTask",
        (has(WorkflowTask=object_with("TaskInput", "ActivityResults", "Workflow")),),
        workflows.read_workflow_task,
    ),
    Operation(
        "ListWorkflowTasks",
        (has(TaskList=rows_with("TaskId", "Workflow")), has(TaskList=rows_with("TaskId", "TaskInput"))),
        workflows.read_task_list,
    ),
    Operation("GetAIMediaAuditJob", (judged(moderation.is_audit_job, "MediaAuditJob"),), moderation.read_audit_job),
    _findings("GetMediaAuditResult", "MediaAuditResult"),
    _findings("GetMediaAuditResultDetail", "MediaAuditResultDetail"),
    _findings("GetMediaAuditResultTimeline", "MediaAuditResultTimeline"),
    _findings("GetMediaAuditAudioResultDetail", "MediaAuditAudioResultDetail"),
    Operation(
        "QueryMediaCensorJobDetail",
        (judged(moderation.is_censor_job, "MediaCensorJobDetail"),),
        moderation.read_censor_job,
    ),
    Operation(
        "QueryIProductionJob",
        (judged(outputs.is_iproduction_job, "FunctionName", "JobParams"),),
        outputs.read_iproduction_job,
    ),
    Operation("GetSnapshotUrls", (judged(outputs.is_snapshot_urls, "SnapshotUrls"),), outputs.read_snapshot_urls),
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
    Operation("GetTaskInfo", (judged(tingwu.is_tingwu_task, "Data"),), tingwu.read_tingwu_task),
    Operation("tingwu-meeting", (judged(tingwu.is_meeting_task, "output"),), tingwu.read_meeting_task),
    Operation(
        "DashScope task",
        tuple(has(output=object_with_all(*names)) for names in combinations(_OF_A_TASK, 2)),
        tasks.read_dashscope_task,
    ),
    Operation(
        "GetTaskResult",
        (has(StatusText=text, StatusCode=tasks.is_code), has(Result=payload_of("nls"))),
        tasks.read_nls_task,
    ),
    Operation(
        "FlashRecognizer",
        (has(flash_result=object_with("sentences")), has("task_id", "message", status=tasks.is_code)),
        tasks.read_flash_task,
    ),
    Operation(
        "QuerySmarttagJob",
        (
            has(JobStatus=_TAG_STATE, Results=container),
            has(Results=result_rows),
        ),
        operations.read_smarttag,
    ),
    Operation(
        "smarttag message",
        (
            has(Type=_SMARTTAG, JobId=identifier),
            has(Type=_SMARTTAG, State=_TAG_STATE),
            has(State=_TAG_STATE, JobId=identifier, UserData=anything),
        ),
        operations.read_notice,
    ),
    Operation(
        "GetSmartHandleJob",
        (
            has("SmartJobInfo"),
            has(JobResult=object_with("AiResult", "MediaId", "MediaUrl", "Usage")),
            has("JobResult", State=_SMART_STATE),
            has(State=_SMART_STATE, Output=payload),
        ),
        operations.read_smart_job,
    ),
    Operation("GetMediaAiAnalysis", (has("AiAnalysisResultList"),), media.read_analysis_list),
)
"""Whole answers."""

PARTS: tuple[Operation, ...] = (
    Operation(
        "JobResult of GetSmartHandleJob",
        (has("AiResult", "MediaId"), has("AiResult", "Usage"), has("AiResult", "JobId"), has(AiResult=payload)),
        parts.read_job_result,
    ),
    Operation("WorkflowTaskDetail of GetJobDetail", (has("ActivityResults"),), parts.read_task),
    Operation(
        "media of SearchMedia",
        (has(AiRoughData=container), has(AiData=object_with("AsrInfo", "OcrInfo", "AiLabelInfo"))),
        media.read_media,
    ),
    Operation(
        "GetMediaAiAnalysis",
        (has(ResultType=words("Chapter"), Content=container), has(ResultType=text, Content=payload)),
        media.read_analysis,
    ),
    Operation(
        "message about a job",
        tuple(has(Data=payload, **{name: identifier}) for name in ("JobId", "TaskId", "MediaId", "VideoId")),
        media.read_message,
    ),
    Operation(
        "result of QuerySmarttagJob",
        (has(Type=type_name, Data=any_payload), has(Type=text, Data=payload)),
        operations.read_result,
    ),
    Operation("Results of QuerySmarttagJob", (has(Result=result_rows),), parts.read_bare_results),
    Operation("results by type", (PayloadsByType(),), parts.read_by_type),
    Operation(
        "detail of GetJobDetail",
        (
            has("NormalConfig", Status=_SNAPSHOT_STATE),
            has("SpriteConfig", Status=_SNAPSHOT_STATE),
            has("TemplateConfig", Status=_AI_STATE),
            has("TaskInput", "TaskId", Status=_TASK_STATE),
            has("TemplateId", "VideoId", Status=_TRANSCODE_STATE),
            has("Definition", "VideoId", Status=_TRANSCODE_STATE),
            has("Trigger", "MediaId", "JobType", Status=_AI_STATE),
        ),
        parts.read_bare_detail,
    ),
)
"""Parts of answers that were saved on their own, and answers without a key that only they have."""

_SETTINGS = (
    "UserData",
    "Output",
    "Usages",
    "Usage",
    "Results",
    "JobResult",
    "InputConfig",
    "OutputConfig",
    "EditingConfig",
)

NOTICES: tuple[Operation, ...] = (
    Operation(
        "GetSmartHandleJob",
        (alone(_SETTINGS, State=_SMART_STATE, JobId=identifier),),
        operations.read_smart_job,
        yields=True,
    ),
    Operation(
        "QuerySmarttagJob",
        tuple(alone(_SETTINGS, other, JobStatus=_TAG_STATE) for other in ("RequestId", "UserData", "Usages", "JobId")),
        operations.read_smarttag,
        yields=True,
    ),
)
"""Answers without a result: the state of a job, which an object around an answer may repeat."""

_ROWS = (*OPERATIONS, *PARTS, *NOTICES)


def _indexed(rows: Iterable[Operation]) -> dict[str, set[int]]:
    """The places of the rows that a key may belong to."""
    index: dict[str, set[int]] = {}
    for place, row in enumerate(rows):
        for name in (name for each in row.evidence for name in each.names):
            index.setdefault(normal(name), set()).add(place)
    return index


_INDEX = _indexed(_ROWS)


def has_telling_key(names: Iterable[Any]) -> bool:
    """Whether any of these is a key by which an answer may be recognised."""
    return any(normal(str(name)) in _INDEX for name in names)


def recognised(value: Mapping[Any, Any]) -> Operation | None:
    """The answer that an object is, by the first row whose evidence is in it."""
    places: set[int] = set()
    for key in value:
        places |= _INDEX.get(normal(str(key)), _NONE)
    if not places:
        return None
    keys = Keys(value)
    return next(
        (row for row in map(_ROWS.__getitem__, sorted(places)) if any(e.is_in(keys) for e in row.evidence)), None
    )


_NONE: set[int] = set()
RESULT_LIST = Operation("Results of QuerySmarttagJob", (), parts.read_bare_results)


def is_result_list(value: Any) -> bool:
    """Whether this is a list of results, each with its type."""
    return isinstance(value, list | tuple) and result_rows(value)
