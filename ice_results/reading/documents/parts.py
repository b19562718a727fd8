"""Parts of answers that were saved on their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...records import Document
from ...records.merging import combine
from ..escaping import Peeled, at
from ..payloads import reader_named
from ..wire import Keys, kept
from .evidence import container
from .jobs import job_from, with_job
from .operations import read_detail, read_results
from .results import read_payload


def read_job_result(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """`JobResult` of GetSmartHandleJob, or a message about such a job that has `AiResult` beside its type."""
    keys = Keys(body)
    key, payload = keys.open(path, "AiResult")
    job, problems = job_from("GetSmartHandleJob", [(keys.unused(), path)])
    return with_job(job, read_payload(job.type, payload.value, payload.path, kind, key), problems, path)


def read_bare_results(value: Any, path: str, kind: str | None) -> Document:
    """`Results` of QuerySmarttagJob, or the list of `{Type, Data}` in it."""
    return read_results("Results", Peeled(value, path), kind)


def read_by_type(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """Payloads under the names of their types; objects and lists under other names are kept and listed."""
    named = {str(key): value for key, value in body.items() if reader_named(str(key)) or container(value)}
    documents = [read_payload(name, value, at(path, name), kind) for name, value in named.items()]
    extra, lost = kept({str(key): value for key, value in body.items() if str(key) not in named}, path)
    return combine([*documents, Document(problems=lost, extra=extra)])


def read_task(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """`WorkflowTaskDetail` of GetJobDetail, or the message that a workflow task is complete."""
    return read_detail("workflow", body, path)


def read_bare_detail(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """One of the details of GetJobDetail, recognised by the settings that only it has."""
    keys = Keys(body)
    if "NormalConfig" in keys or "SpriteConfig" in keys:
        return read_detail("snapshot", body, path)
    if "TaskId" in keys:
        return read_detail("workflow", body, path)
    if "TemplateId" in keys or "Definition" in keys:
        return read_detail("transcode", body, path)
    return read_detail("ai", body, path)
