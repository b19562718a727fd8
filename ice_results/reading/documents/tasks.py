"""Answers of the speech services about one task: Model Studio (DashScope) and NLS."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ...findings import Problem
from ...records import Document, Job
from ...records.merging import combine
from ..escaping import at, peel, whole
from ..payloads.dashscope import is_file_transcription
from ..payloads.links import take_links
from ..payloads.states import normalise_state
from ..wire import Keys
from .jobs import job_from, with_job
from .operations import objects_in
from .results import read_payload


def read_dashscope_task(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """A task of Model Studio: the URL of the result of each file, or the results themselves.

    `output {task_id, task_status, results[] {file_url, transcription_url, subtask_status, code, message}}`
    (Model Studio, "Paraformer recorded speech recognition API"); Qwen-ASR has one `result`.
    """
    keys = Keys(body)
    _, output = keys.open(path, "output")
    inner = Keys(output.value)
    key, results = inner.open(output.path, "results", "result")
    items, odd, doubts = objects_in(results)
    files = [_read_file(item, place) for item, place in items]
    left = [*(rest for _, rest in files if rest), *odd]
    job, problems = job_from("DashScope task", [(inner.unused(), output.path), (keys.unused(), path)])
    job = attrs.evolve(job, extra={**job.extra, **({key: left} if left else {})})
    if job.state == "succeeded" and any(map(_has_failed, left)):
        job = attrs.evolve(job, state="partial")
    return with_job(job, combine(document for document, _ in files), (*problems, *doubts), path)


def _read_file(item: Mapping[str, Any], path: str) -> tuple[Document, Any]:
    """The result of one file, or its URL, and what else there is to it."""
    if is_file_transcription(item):
        return read_payload("file_transcription", item, path), None
    inside = {str(key): value for key, value in item.items() if is_file_transcription(peel(value).value)}
    found = [read_payload("file_transcription", value, at(path, key)) for key, value in inside.items()]
    others = {str(key): value for key, value in item.items() if str(key) not in inside}
    links, rest, problems = take_links(others, ("transcription_url",), path)
    return combine([*found, Document(links=links, problems=(*problems, *_notes_on_file(rest, path)))]), rest


def _notes_on_file(rest: Any, path: str) -> Iterable[Problem]:
    if _has_failed(rest):
        keys = Keys(rest)
        reason = ": ".join(str(said) for said in (keys.take("code"), keys.take("message")) if said)
        message = f"the file was not transcribed{': ' + reason if reason else ''}"
        yield Problem(path=whole(path), message=message, severity="note")


def _has_failed(rest: Any) -> bool:
    status = Keys(rest).take("subtask_status") if isinstance(rest, Mapping) else None
    return isinstance(status, str) and normalise_state(status) == "failed"


def read_nls_task(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """A task of NLS file transcription (GetTaskResult): the job, and the sentences in `Result`."""
    return _read_nls("GetTaskResult", "Result", body, path)


def read_flash_task(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """NLS flash recognition: the job, and the sentences in `flash_result`."""
    return _read_nls("FlashRecognizer", "flash_result", body, path)


def _read_nls(operation: str, name: str, body: Mapping[str, Any], path: str) -> Document:
    keys = Keys(body)
    _, result = keys.open(path, name)
    job, problems = job_from(operation, [(keys.unused(), path)])
    return with_job(_with_state(job, body), read_payload("nls", result.value, result.path), problems, path)


def _with_state(job: Job, body: Mapping[str, Any]) -> Job:
    """The job with the state that its code of eight digits says; a code that begins with 4 or 5 is an error."""
    keys = Keys(body)
    code = str(keys.take("StatusCode", "status")).strip()
    if code[:1] in ("4", "5"):
        message = keys.take("StatusText", "message")
        message = message if isinstance(message, str) else None
        return attrs.evolve(job, state="failed", error_code=code, error_message=message)
    return attrs.evolve(job, state=_STATES.get(code, job.state))


_STATES = {
    "20000000": "succeeded",
    "21050000": "succeeded",
    "21050001": "running",
    "21050002": "queued",
    "21050003": "succeeded",
}
"""The states of a task (page "Recording file recognition", service status codes); 21050003 found no speech."""


def is_code(value: Any) -> bool:
    """Whether this is a status code of NLS: eight digits."""
    return (
        not isinstance(value, bool)
        and isinstance(value, int | str)
        and re.fullmatch(r"[245]\d{7}", str(value)) is not None
    )
