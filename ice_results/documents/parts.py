"""Parts of answers that were saved on their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ..peel import at
from ..records import NO_EXTRA, Document, combine
from ..wire import Keys, kept
from .jobs import job_from, read_payload, with_job
from .operations import read_detail, read_result, results_in


def read_job_result(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """`JobResult` of GetSmartHandleJob."""
    keys = Keys(body)
    key, payload = keys.take_named("AiResult")
    job, problems = job_from("GetSmartHandleJob", [(keys.rest(), path)])
    return with_job(job, read_payload(kind, payload, at(path, key)), problems)


def read_results(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """`Results` of QuerySmarttagJob."""
    keys = Keys(body)
    key, results = keys.take_named("Result")
    extra, lost = kept(keys.rest(), path)
    documents = [read_result(item, place, kind) for item, place in results_in(results, at(path, key))]
    return combine([*documents, Document(problems=lost, extra=extra)])


def read_result_list(value: Any, path: str, kind: str | None) -> Document:
    """A list of `{Type, Data}`."""
    return combine(read_result(item, place, kind) for item, place in results_in(value, path))


def read_one_result(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """One `{Type, Data}`."""
    return read_result(body, path, kind)


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
    document = read_detail("transcode", body, path)
    if "TemplateId" in keys or "Definition" in keys:
        return document
    job = attrs.evolve(document.jobs[0], type=keys.take("JobType"), operation=None)
    return attrs.evolve(document, jobs=(job,), extra=document.extra or NO_EXTRA)
