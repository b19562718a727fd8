"""The answers of the API operations, one row each in the table at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ..peel import at, peel, shown
from ..records import Document, Problem, combine
from ..records_json import document_from_json
from ..wire import DECODED, Keys, is_missing, kept, mismatch
from .jobs import job_from, read_payload, with_job

_SETTINGS = ("TemplateId", "Definition", "NormalConfig", "SpriteConfig", "TemplateConfig", "Workflow")


DETAILS = {
    "transcode": "TranscodeJobDetail",
    "snapshot": "SnapshotJobDetail",
    "ai": "AIJobDetail",
    "workflow": "WorkflowTaskDetail",
}


def read_smart_job(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetSmartHandleJob: the job, and what `JobResult.AiResult` holds for its type."""
    keys = Keys(body)
    info_key, info = keys.take_named("SmartJobInfo")
    result_key, result = keys.take_named("JobResult")
    output_key, output = keys.take_named("Output")
    results = Keys(result if isinstance(result, Mapping) else {})
    payload_key, payload = results.take_named("AiResult")
    parts = [(keys.rest(), path), (info, at(path, info_key)), (results.rest(), at(path, result_key))]
    job, problems = job_from("GetSmartHandleJob", parts)
    unused = {} if isinstance(result, Mapping) or result is None else {result_key: result}
    payload_path = at(at(path, result_key), payload_key)
    if is_missing(payload) and isinstance(peel(output).value, list):
        payload, payload_path = output, at(path, output_key)
    elif not is_missing(output):
        unused[output_key] = output
    job = attrs.evolve(job, extra={**job.extra, **unused})
    document = read_payload(kind or job.type, payload, payload_path)
    return with_job(job, document, problems)


def read_job_list(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """ListSmartJobs: jobs without results."""
    keys = Keys(body)
    key, rows = keys.take_named("SmartJobList")
    peeled = peel(rows, at(path, key))
    rows = peeled.value if isinstance(peeled.value, list | tuple) else [peeled.value]
    jobs = [
        job_from("ListSmartJobs", [(row, at(peeled.path, place))]) for place, row in enumerate(rows) if row is not None
    ]
    extra, lost = kept(keys.rest(), path)
    note = Problem(path=path, message="a list of jobs holds no results: query each job", severity="note")
    problems = [problem for _, found in jobs for problem in found]
    return Document(jobs=tuple(job for job, _ in jobs), problems=(*problems, *lost, note), extra=extra)


def read_smarttag(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """QuerySmarttagJob: the job, and every result by its type."""
    keys = Keys(body)
    key, results = keys.take_named("Results")
    job, problems = job_from("QuerySmarttagJob", [(keys.rest(), path)])
    documents = [read_result(item, place, kind) for item, place in results_in(results, at(path, key))]
    return with_job(job, combine(documents), problems)


def results_in(value: Any, path: str) -> Iterable[tuple[Any, str]]:
    """The results with their paths: in `Results.Result`, directly in `Results`, or a single one."""
    peeled = peel(value, path)
    value, path = peeled.value, peeled.path
    if isinstance(value, Mapping) and "Result" in Keys(value):
        key, value = Keys(value).take_named("Result")
        return results_in(value, at(path, key))
    if isinstance(value, list | tuple):
        return [(item, at(path, place)) for place, item in enumerate(value) if item is not None]
    return [(value, path)] if value else []


def read_result(item: Any, path: str, kind: str | None) -> Document:
    """One `{Type, Data}`."""
    if not isinstance(item, Mapping):
        problem = Problem(path=path, message="expected an object {Type, Data}", found=shown(item))
        return Document(problems=(problem,), extra={path: item})
    keys = Keys(item)
    name = keys.take("Type", "ResultType")
    key, data = keys.take_named("Data", "Content")
    document = read_payload(kind or (name if isinstance(name, str) else None), data, at(path, key))
    if rest := keys.rest():
        document = combine([document, Document(extra={path: rest})])
    return document


def read_job_detail(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetJobDetail: the job of the type that was asked for first, then whatever else is there."""
    keys = Keys(body)
    asked = keys.take("JobType")
    order = sorted(DETAILS, key=lambda name: name != asked)
    documents: list[Document] = []
    unused: dict[str, Any] = {}
    for name in order:
        key, detail = keys.take_named(DETAILS[name])
        peeled = peel(detail, at(path, key))
        if isinstance(peeled.value, Mapping):
            documents.append(read_detail(name, peeled.value, peeled.path))
        elif not is_missing(peeled.value):
            documents.append(Document(problems=mismatch("an object", detail, at(path, key)).problems))
            unused[key] = detail
    extra, lost = kept({**keys.rest(), **unused, **({"JobType": asked} if asked else {})}, path)
    return with_extra(combine([*documents, Document(problems=lost)]), extra)


def with_extra(document: Document, extra: Mapping[str, Any]) -> Document:
    """The document with what the answer holds beside its jobs, kept with the first of them."""
    if not document.jobs:
        return attrs.evolve(document, extra={**document.extra, **extra})
    first, *others = document.jobs
    return attrs.evolve(document, jobs=(attrs.evolve(first, extra={**first.extra, **extra}), *others))


def read_detail(name: str, detail: Mapping[str, Any], path: str) -> Document:
    """One of the four details: a job with its settings, and the nodes of a workflow."""
    keys = Keys(detail)
    settings = {key: value for key, value in map(keys.take_named, _SETTINGS) if value is not None}
    key, nodes = keys.take_named("ActivityResults")
    job, problems = job_from("GetJobDetail", [(keys.rest(), path)])
    parameters = DECODED.read(settings, path)
    job = attrs.evolve(job, type=job.type or name, parameters=parameters.value or None)
    document = read_payload("activities", nodes, at(path, key))
    if job.state == "succeeded" and any(node.state == "failed" for node in document.activities):
        job = attrs.evolve(job, state="partial")
    return with_job(job, document, (*problems, *parameters.problems))


def read_notice(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """The message that a smart tag job changed its state."""
    job, problems = job_from("QuerySmarttagJob", [(body, path)])
    note = Problem(path=path, message="a status message holds no results: query the job", severity="note")
    return Document(jobs=(job,), problems=(*problems, note))


def read_records(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """What the writer of `records.json` wrote."""
    return document_from_json(body)
