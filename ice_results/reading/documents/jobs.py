"""The job that an answer is about, and why there may be no result of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ...findings import Problem
from ...records import NO_EXTRA, Document, Job
from ...records.merging import Extras
from ..escaping import whole
from ..payloads.states import normalise_state
from ..wire import DECODED, IDENTIFIER, LABEL, Decoded, Keys, Schema, field, leftover

_INPUT = Decoded(("InputFile", "Keyword", "JobParameters"))
_JOB = Schema(
    Job,
    id=field(IDENTIFIER, "JobId", "TaskId", "ParentJobId", "TranscodeTaskId", "Id"),
    type=field(LABEL, "JobType", "Type", "FunctionName"),
    raw_state=field(IDENTIFIER, "State", "JobState", "JobStatus", "Status", "TaskStatus", "StatusText"),
    trigger=field(LABEL, "Trigger"),
    title=field(LABEL, "Title"),
    description=field(LABEL, "Description"),
    created=field(IDENTIFIER, "CreateTime", "CreationTime", "SubmitTime"),
    modified=field(IDENTIFIER, "ModifiedTime", "CompleteTime", "FinishTime", "EndTime"),
    error_code=field(LABEL, "ErrorCode"),
    error_message=field(LABEL, "ErrorMessage"),
    user_id=field(IDENTIFIER, "UserId"),
    user_data=field(DECODED, "UserData"),
    media_id=field(IDENTIFIER, "MediaId", "VideoId"),
    media_url=field(LABEL, "MediaUrl"),
    input=field(_INPUT, "InputConfig", "TaskInput"),
    output=field(Decoded(("Bucket", "Object")), "OutputConfig"),
    parameters=field(DECODED, "EditingConfig", "JobParams"),
    usage=field(Decoded(("Usage", "Type", "Quota")), "Usage", "Usages"),
)


def job_from(operation: str | None, parts: Iterable[tuple[Any, str]]) -> tuple[Job, tuple[Problem, ...]]:
    """One job from the objects that describe it; where two say something, the first one counts."""
    fields: dict[str, Any] = {}
    extra = Extras()
    problems: list[Problem] = []
    for value, path in parts:
        parsed = _JOB.read(value, path)
        problems += parsed.problems
        extra.add(leftover(path.rpartition(".")[2], parsed))
        if parsed.value is not None:
            said = attrs.asdict(parsed.value, recurse=False, filter=lambda field, value: value != field.default)
            extra.add(said.pop("extra", {}))
            extra.add({name: each for name, each in said.items() if fields.get(name, each) != each})
            fields = {**said, **fields}
    state = normalise_state(fields.get("raw_state"))
    if state == "failed":
        said_in_extra = {"error_code": _said(extra.values, "Code"), "error_message": _said(extra.values, "Message")}
        fields = {**said_in_extra, **fields}
    job = Job(**{**fields, "operation": operation, "state": state}, extra=extra.values or NO_EXTRA)
    return job, tuple(problems)


def _said(extra: Mapping[str, Any], name: str) -> str | None:
    """The text under a key that is about an error only where the job failed; it stays in `extra` too."""
    value = Keys(extra).take(name)
    return value if isinstance(value, str) else None


def with_job(job: Job, document: Document, problems: Iterable[Problem], path: str = "") -> Document:
    """The document with its job, the job's problems, and a note where there is no result to use."""
    notes = tuple(Problem(path=whole(path), message=message, severity="note") for message in _notes_on(job, document))
    return attrs.evolve(document, jobs=(job,), problems=(*problems, *document.problems, *notes))


def _notes_on(job: Job, document: Document) -> Iterable[str]:
    """Why there is nothing, or nothing but URLs, in the document."""
    material = (document.transcripts, document.tags, document.frames, document.chapters, document.notes)
    if job.state == "failed":
        reason = ": ".join(filter(None, (job.error_code, job.error_message)))
        yield f"the job failed{': ' + reason if reason else ''}"
    elif any(material) or document.activities or document.texts or document.title:
        return
    elif document.links:
        named = (f"{link.name} ({link.language})" if link.language else link.name for link in document.links)
        names = ", ".join(dict.fromkeys(named))
        yield f"the result holds only URLs, which are not fetched: {names}"
    elif job.state in ("queued", "running"):
        yield f"the job is still {job.state} ({job.raw_state}): no result yet"
    elif job.state == "canceled":
        yield f"the job was canceled ({job.raw_state}): no result"
    elif job.operation != "GetJobDetail" and not document.problems:
        only = f"only the media {job.media_id}" if job.media_id else "empty"
        said = f"the job succeeded ({job.raw_state}), and its" if job.state == "succeeded" else "the"
        yield f"{said} result is {only}"
