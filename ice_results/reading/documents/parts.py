"""Parts of answers that were saved on their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...records import Document
from ..escaping import Peeled
from ..wire import Keys
from .jobs import job_from, payload_name, read_payload, with_job
from .operations import read_detail, read_results


def read_job_result(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """`JobResult` of GetSmartHandleJob, or a message about such a job that has `AiResult` beside its type."""
    keys = Keys(body)
    key, payload = keys.open(path, "AiResult")
    job, problems = job_from("GetSmartHandleJob", [(keys.unused(), path)])
    return with_job(job, read_payload(payload_name(job.type, kind) or key, payload.value, payload.path), problems, path)


def read_bare_results(value: Any, path: str, kind: str | None) -> Document:
    """`Results` of QuerySmarttagJob, or the list of `{Type, Data}` in it."""
    return read_results("Results", Peeled(value, path), kind)


def read_task(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """`WorkflowTaskDetail` of GetJobDetail, or the message that a workflow task is complete."""
    return read_detail("workflow", body, path)


def read_bare_detail(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """One of the details of GetJobDetail, told by the settings that only it has."""
    keys = Keys(body)
    if "NormalConfig" in keys or "SpriteConfig" in keys:
        return read_detail("snapshot", body, path)
    if "TemplateConfig" in keys:
        return read_detail("ai", body, path)
    if "TaskId" in keys:
        return read_detail("workflow", body, path)
    if "TemplateId" in keys or "Definition" in keys:
        return read_detail("transcode", body, path)
    job, problems = job_from(None, [(body, path)])
    return with_job(job, Document(), problems)
