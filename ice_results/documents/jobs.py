"""The job that an answer is about, and the payloads that belong to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from ..peel import peel, shown
from ..readers import Reader, reader_named, readers_for
from ..readers.states import normalise_state
from ..records import NO_EXTRA, Document, Job, Problem
from ..wire import DECODED, IDENTIFIER, LABEL, Row, field, kept

_JOB = Row(
    Job,
    id=field(IDENTIFIER, "JobId", "TaskId"),
    type=field(LABEL, "JobType", "Type"),
    raw_state=field(IDENTIFIER, "State", "JobState", "JobStatus", "Status"),
    title=field(LABEL, "Title"),
    description=field(LABEL, "Description"),
    created=field(IDENTIFIER, "CreateTime", "CreationTime"),
    modified=field(IDENTIFIER, "ModifiedTime", "CompleteTime", "FinishTime"),
    error_code=field(LABEL, "ErrorCode"),
    error_message=field(LABEL, "ErrorMessage"),
    user_id=field(IDENTIFIER, "UserId"),
    user_data=field(DECODED, "UserData"),
    media_id=field(IDENTIFIER, "MediaId", "VideoId"),
    media_url=field(LABEL, "MediaUrl"),
    input=field(DECODED, "InputConfig", "TaskInput"),
    output=field(DECODED, "OutputConfig"),
    parameters=field(DECODED, "EditingConfig"),
    usage=field(DECODED, "Usage", "Usages"),
)


def job_from(operation: str | None, parts: Iterable[tuple[Any, str]]) -> tuple[Job, tuple[Problem, ...]]:
    """One job from the objects that describe it; where two say something, the first one counts."""
    fields: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    problems: list[Problem] = []
    for value, path in parts:
        parsed = _JOB.read(value, path)
        problems += parsed.problems
        if parsed.value is not None:
            said = attrs.asdict(parsed.value, recurse=False, filter=lambda field, value: value != field.default)
            extra.update(said.pop("extra", {}))
            fields = {**said, **fields}
    state = normalise_state(fields.get("raw_state"))
    return Job(**{**fields, "operation": operation, "state": state}, extra=extra or NO_EXTRA), tuple(problems)


def with_job(job: Job, document: Document, problems: Iterable[Problem]) -> Document:
    """The document with its job, the job's problems, and a note where there is no result to use."""
    notes = tuple(Problem(path="", message=message, severity="note") for message in _notes_on(job, document))
    return attrs.evolve(document, jobs=(job,), problems=(*problems, *document.problems, *notes))


def _notes_on(job: Job, document: Document) -> Iterable[str]:
    """Why there is nothing, or nothing but addresses, in the document."""
    material = (document.transcripts, document.tags, document.frames, document.chapters, document.notes)
    if job.state == "failed":
        reason = ": ".join(filter(None, (job.error_code, job.error_message)))
        yield f"the job failed{': ' + reason if reason else ''}"
    elif any(material) or document.activities or document.texts or document.title:
        return
    elif document.links:
        names = ", ".join(f"{link.name} ({link.language})" if link.language else link.name for link in document.links)
        yield f"the result holds only addresses, which are not fetched: {names}"
    elif job.state in ("queued", "running"):
        yield f"the job is still {job.state} ({job.raw_state}): no result yet"
    elif job.state == "canceled":
        yield f"the job was canceled ({job.raw_state}): no result"
    elif job.state == "succeeded" and job.operation != "GetJobDetail" and not document.problems:
        only = f"only the media {job.media_id}" if job.media_id else "empty"
        yield f"the job succeeded ({job.raw_state}), and its result is {only}"


def read_payload(name: str | None, value: Any, path: str) -> Document:
    """A payload by the name that the service gives it, else by its shape; what is neither is kept."""
    peeled = peel(value, path)
    reader = reader_named(name) if name else None
    if peeled.value is None or peeled.value in ({}, []):
        return Document()
    if isinstance(peeled.value, str) and not (reader and reader.kind == "texts"):
        message = f"expected JSON, kept as text ({peeled.reason})" if peeled.reason else "expected JSON, kept as text"
        severity = "error" if peeled.reason else "warning"
        problem = Problem(path=path, message=message, found=shown(value), severity=severity)
        return Document(problems=(problem,), extra={name or path: peeled.value})
    if reader is None or not reader.detect(peeled.value):
        fitting = readers_for(peeled.value)
        reader = fitting[0] if len(fitting) == 1 else reader
    if reader is None:
        problem = Problem(
            path=path, message=f"unknown type {name}, kept as it is", found=shown(peeled.value), severity="warning"
        )
        extra, lost = kept({name or path: peeled.value}, path)
        return Document(problems=(problem, *lost), extra=extra)
    return read_with(reader, peeled.value, peeled.path)


def read_with(reader: Reader, value: Any, path: str) -> Document:
    """What a reader finds in a value; a value that it finds nothing in is kept and listed."""
    document = reader.read(value, path)
    if document != Document() or document.extra:
        return document
    problem = Problem(path=path, message=f"expected {reader.kind} ({reader.title})", found=shown(value))
    extra, lost = kept({reader.kind: value}, path)
    return Document(problems=(problem, *lost), extra=extra)
