"""The answers of the API operations, one row each in the table at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ...findings import Problem
from ...records import Document
from ...records.as_json import document_from_json
from ...records.merging import combine, merged
from ..escaping import Peeled, at, peel, whole
from ..payloads import reader_named
from ..wire import LABEL, Decoded, Keys, kept, leftover, mismatch
from .jobs import job_from, with_job
from .nodes import read_nodes
from .paging import take_page
from .results import is_payload, payload_name, read_payload

_SETTINGS = ("TemplateId", "Definition", "NormalConfig", "SpriteConfig", "TemplateConfig", "Workflow")


_PARAMETERS = Decoded(("WorkflowId", "Name", "Status", "Type", "CreateTime", "ModifiedTime", "AppId"))
DETAILS = {
    "transcode": "TranscodeJobDetail",
    "snapshot": "SnapshotJobDetail",
    "ai": "AIJobDetail",
    "workflow": "WorkflowTaskDetail",
}


def read_smart_job(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetSmartHandleJob: the job, and what `JobResult.AiResult` holds for its type.

    Older clients have the payload in `Output`: it counts where there is no `AiResult`.
    """
    keys = Keys(body)
    info_key, info = keys.take_named("SmartJobInfo")
    _, result = keys.open(path, "JobResult")
    output_key, output = keys.open(path, "Output")
    results = Keys(result.value if isinstance(result.value, Mapping) else {})
    payload_key, payload = results.open(result.path, "AiResult")
    inner = results.unused() if isinstance(result.value, Mapping) else result.value
    parts = [(keys.unused(), path), (info, at(path, info_key)), (inner, result.path)]
    job, problems = job_from("GetSmartHandleJob", parts)
    name = payload_name(job.type, kind)
    if payload.value is None and is_payload(name, output.value):
        payload, payload_key = output, output_key
    elif output.value is not None:
        job = attrs.evolve(job, extra={**job.extra, output_key: output.value})
        problems = (*problems, *_doubted_output(name, payload, output))
    return with_job(job, read_payload(job.type, payload.value, payload.path, kind, payload_key), problems, path)


def _doubted_output(name: str | None, payload: Peeled, output: Peeled) -> Iterable[Problem]:
    """A warning where both places hold a payload, and not the same."""
    if is_payload(name, output.value) and output.value != payload.value:
        message = "holds other values than JobResult.AiResult, which was used; these were kept in extra"
        yield Problem(path=whole(output.path), message=message, severity="warning")


def read_job_list(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """ListSmartJobs: jobs without results."""
    return list_of_jobs("ListSmartJobs", "SmartJobList", body, path)


def list_of_jobs(operation: str, name: str, body: Mapping[str, Any], path: str) -> Document:
    """A page of jobs without results, which are under `name`."""
    keys = Keys(body)
    key, rows = keys.open(path, name)
    page, wrong, doubts = take_page(keys, path)
    items, odd, problems = objects_in(rows)
    jobs = [job_from(operation, [(item, place)]) for item, place in items]
    extra, lost = kept({**keys.unused(), **wrong, **({key: odd} if odd else {})}, path)
    note = Problem(path=path, message="a list of jobs holds no results: query each job", severity="note")
    found = [problem for _, problems in jobs for problem in problems]
    problems = (*found, *problems, *doubts, *lost, note)
    return Document(jobs=tuple(job for job, _ in jobs), page=page, problems=problems, extra=extra)


def objects_in(rows: Peeled) -> tuple[list[tuple[Mapping[str, Any], str]], list[Any], tuple[Problem, ...]]:
    """The objects of a list with their paths; what is none, and the problem with it."""
    values = rows.value if isinstance(rows.value, list | tuple) else [rows.value]
    peeled = [peel(value, at(rows.path, place)) for place, value in enumerate(values) if value is not None]
    objects = [(each.value, each.path) for each in peeled if isinstance(each.value, Mapping)]
    others = [each for each in peeled if not isinstance(each.value, Mapping) and each.value is not None]
    problems = tuple(problem for each in others for problem in mismatch("an object", each.value, each.path).problems)
    return objects, [each.value for each in others], problems


def read_smarttag(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """QuerySmarttagJob: the job, and every result by its type."""
    keys = Keys(body)
    key, results = keys.open(path, "Results")
    job, problems = job_from("QuerySmarttagJob", [(keys.unused(), path)])
    return with_job(job, read_results(key, results, kind), problems, path)


def read_results(name: str, results: Peeled, kind: str | None) -> Document:
    """Results in `Results.Result`, directly in `Results`, or a single one; what stands beside them is kept."""
    if isinstance(results.value, Mapping) and "Result" in Keys(results.value):
        keys = Keys(results.value)
        key, inner = keys.open(results.path, "Result")
        extra, lost = kept(keys.unused(), results.path)
        beside = Document(problems=lost, extra={name: extra} if extra else {})
        return combine([read_results(key, inner, kind), beside])
    items, odd, problems = objects_in(results)
    documents = [read_result(item, place, kind) for item, place in items]
    return combine([*documents, Document(problems=problems, extra={name: odd} if odd else {})])


def read_result(item: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """One `{Type, Data}`; where it holds nothing, that it was there is kept."""
    keys = Keys(item)
    type_key, name = keys.take_named("Type", "ResultType")
    key, data = keys.open(path, "Data", "Content")
    label = LABEL.read(name, at(path, type_key))
    document = read_payload(label.value, data.value, data.path, kind, key)
    rest = {**keys.unused(), **leftover(type_key, label)}
    if name and (label.value is None or reader_named(label.value) is None or _is_empty(document)):
        rest = {type_key: name, **rest}
    extra, lost = kept(rest, path)
    return combine([document, Document(problems=(*label.problems, *lost), extra={path or key: extra} if extra else {})])


def _is_empty(document: Document) -> bool:
    return document == Document() and not document.extra


def read_job_detail(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetJobDetail: the job of the type that was asked for first, then whatever else is there."""
    keys = Keys(body)
    asked = keys.take("JobType")
    order = sorted(DETAILS, key=lambda name: name != asked)
    documents: list[Document] = []
    unused: dict[str, Any] = {}
    for name in order:
        key, detail = keys.open(path, DETAILS[name])
        if isinstance(detail.value, Mapping):
            documents.append(read_detail(name, detail.value, detail.path))
        elif detail.value is not None:
            documents.append(Document(problems=mismatch("an object", detail.value, detail.path).problems))
            unused[key] = detail.value
    extra, lost = kept({**keys.unused(), **unused, **({"JobType": asked} if asked else {})}, path)
    return with_extra(combine([*documents, Document(problems=lost)]), extra)


def with_extra(document: Document, extra: Mapping[str, Any]) -> Document:
    """The document with what the answer holds beside its jobs, kept with the first of them."""
    if not document.jobs:
        return attrs.evolve(document, extra={**document.extra, **extra})
    first, *others = document.jobs
    return attrs.evolve(document, jobs=(attrs.evolve(first, extra=merged(first.extra, extra)), *others))


def read_detail(name: str, detail: Mapping[str, Any], path: str, operation: str = "GetJobDetail") -> Document:
    """One of the four details: a job with its settings, and the nodes of a workflow."""
    keys = Keys(detail)
    settings = {name: value for name in _SETTINGS if (value := keys.take(name)) is not None}
    _, nodes = keys.open(path, "ActivityResults")
    job, problems = job_from(operation, [(keys.unused(), path)])
    parameters = _PARAMETERS.read(settings, path)
    job = attrs.evolve(job, type=job.type or name, parameters=parameters.value or None)
    document = read_nodes(nodes.value, nodes.path)
    if job.state == "succeeded" and any(node.state == "failed" for node in document.activities):
        job = attrs.evolve(job, state="partial")
    return with_job(job, document, (*problems, *parameters.problems), path)


def read_notice(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """The message that a smart tag job changed its state."""
    job, problems = job_from("QuerySmarttagJob", [(body, path)])
    note = Problem(path=path, message="a status message holds no results: query the job", severity="note")
    return Document(jobs=(job,), problems=(*problems, note))


def read_records(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """What the writer of `records.json` wrote."""
    return document_from_json(body)
