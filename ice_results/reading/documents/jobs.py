"""The job that an answer is about, and the payloads that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

import attrs

from ...findings import Problem
from ...records import NO_EXTRA, Document, Job
from ...records.merging import Extras
from ...text.values import described
from ..escaping import Peeled, peel, whole
from ..payloads import Reader, reader_named, readers_for
from ..payloads.states import normalise_state
from ..wire import DECODED, IDENTIFIER, LABEL, Decoded, Keys, Schema, field, is_missing, kept, leftover

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


def _says_anything(document: Document) -> bool:
    """Whether any record of a payload has more than its kind and what is kept beside it."""
    segments = (segment for transcript in document.transcripts for segment in transcript.segments)
    records = (segments, document.tags, document.frames, document.chapters, filter(None, [document.notes]))
    if any(_has_more(each) for found in records for each in islice(found, 100)):
        return True
    return bool(document.activities or document.texts or document.links or document.title)


def _has_more(record: Any) -> bool:
    """Whether any field of a record has a value, but its kind and where it is from."""
    fields = (each for each in attrs.fields(type(record)) if each.eq and each.name not in ("kind", "source"))
    return any(getattr(record, each.name) != each.default for each in fields)


def _holds_nothing(value: Any) -> bool:
    """Whether there is no value in any of the lists and objects of a payload."""
    if isinstance(value, Mapping):
        return all(map(_holds_nothing, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_holds_nothing, value))
    return is_missing(value)


def with_job(job: Job, document: Document, problems: Iterable[Problem], path: str = "") -> Document:
    """The document with its job, the job's problems, and a note where there is no result to use."""
    notes = tuple(Problem(path=whole(path), message=message, severity="note") for message in _notes_on(job, document))
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
        named = (f"{link.name} ({link.language})" if link.language else link.name for link in document.links)
        names = ", ".join(dict.fromkeys(named))
        yield f"the result holds only addresses, which are not fetched: {names}"
    elif job.state in ("queued", "running"):
        yield f"the job is still {job.state} ({job.raw_state}): no result yet"
    elif job.state == "canceled":
        yield f"the job was canceled ({job.raw_state}): no result"
    elif job.operation != "GetJobDetail" and not document.problems:
        only = f"only the media {job.media_id}" if job.media_id else "empty"
        said = f"the job succeeded ({job.raw_state}), and its" if job.state == "succeeded" else "the"
        yield f"{said} result is {only}"


def read_payload(name: str | None, value: Any, path: str) -> Document:
    """A payload by the name that the service gives it, else by its shape; what is neither is kept."""
    peeled = peel(value, path)
    reader = reader_named(name) if name else None
    if peeled.value is None or peeled.value in ({}, []):
        return Document()
    if isinstance(peeled.value, str) and not (reader and reader.takes_text):
        return _kept_text(name or path, peeled, value)
    fitting = () if reader is not None and reader.detect(peeled.value) else readers_for(peeled.value)
    if len(fitting) == 1:
        document = read_with(fitting[0], peeled.value, peeled.path)
        return attrs.evolve(document, problems=(*_doubted_name(reader, fitting[0], path), *document.problems))
    if reader is None:
        problem = Problem(
            path=whole(path), message=_unknown(name, fitting), found=described(peeled.value), severity="warning"
        )
        extra, lost = kept({name or path: peeled.value}, path)
        return Document(problems=(problem, *lost), extra=extra)
    return read_with(reader, peeled.value, peeled.path)


def payload_name(said: str | None, kind: str | None) -> str | None:
    """What a payload is: what the answer says, or what the caller says where the answer says nothing that we know."""
    return said if kind is None or (said and reader_named(said)) else kind


def is_payload(name: str | None, value: Any) -> bool:
    """Whether a value is a list with something in it, or has the shape of the payload of this name."""
    if isinstance(value, list | tuple):
        return bool(value)
    reader = reader_named(name) if name else None
    return isinstance(value, Mapping) and reader is not None and reader.detect(value)


def _unknown(name: str | None, fitting: Sequence[Reader]) -> str:
    """Why a payload is not read: of a type that is new, or of several kinds."""
    if len(fitting) > 1:
        kinds = ", ".join(reader.kind for reader in fitting)
        return f"fits several kinds ({kinds}), kept as it is: say which, with --kind {fitting[0].kind}"
    return f"unknown type {name}, kept as it is"


def _kept_text(name: str, peeled: Peeled, given: Any) -> Document:
    """Prose, or broken JSON, where a payload is due: kept and listed."""
    message = f"expected JSON, kept as text ({peeled.reason})" if peeled.reason else "expected JSON, kept as text"
    severity = "error" if peeled.reason else "warning"
    problem = Problem(path=whole(peeled.path), message=message, found=described(given), severity=severity)
    return Document(problems=(problem,), extra={name: peeled.value})


def _doubted_name(named: Reader | None, fitting: Reader, path: str) -> Iterable[Problem]:
    """A warning where a payload is not what it is called."""
    if named is not None:
        message = f"called {named.kind}, but has the shape of {fitting.kind}: read as that"
        yield Problem(path=whole(path), message=message, severity="warning")


def read_with(reader: Reader, value: Any, path: str) -> Document:
    """What a reader finds in a value; a value that it finds nothing in is kept and listed."""
    document = reader.read(value, path)
    if _holds_nothing(value) or _says_anything(document) or document.problems:
        return document
    if reader.detect(value) and (document != Document() or document.extra):
        return document
    problem = Problem(path=whole(path), message=f"expected {reader.kind} ({reader.title})", found=described(value))
    extra, lost = kept({reader.kind: value}, path)
    return Document(problems=(problem, *lost), extra=extra)
