"""Which response, callback, dump or bare payload a value is, and the document that it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import attrs

from .errors import DecodeError, ProblemsFound, UnrecognisedDocument
from .peel import at, decode, peel, shown, uncompressed
from .readers import Reader, reader_named, reader_of_kind, readers_for
from .readers.states import normalise_state
from .records import NO_EXTRA, Document, Job, Problem, combine
from .records_json import RECORDS_FORMAT, document_from_json
from .wire import DECODED, IDENTIFIER, LABEL, Keys, Row, field, is_missing, kept

_JOB = Row(
    Job,
    id=field(IDENTIFIER, "JobId", "TaskId"),
    type=field(LABEL, "JobType"),
    raw_state=field(IDENTIFIER, "State", "JobState", "JobStatus", "Status"),
    title=field(LABEL, "Title"),
    description=field(LABEL, "Description"),
    created=field(IDENTIFIER, "CreateTime"),
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
_SETTINGS = ("TemplateId", "Definition", "NormalConfig", "SpriteConfig", "TemplateConfig", "Workflow")
_DETAILS = {
    "transcode": "TranscodeJobDetail",
    "snapshot": "SnapshotJobDetail",
    "ai": "AIJobDetail",
    "workflow": "WorkflowTaskDetail",
}


@attrs.frozen
class Operation:
    """One API operation: how its answer is recognised, and how it is read."""

    name: str
    detect: Callable[[Keys], bool]
    read: Callable[[Mapping[str, Any], str, str | None], Document]


def read_document(value: Any, kind: str | None = None) -> Document:
    """The document in one decoded value: an operation's answer, whatever is wrapped around it, or a payload.

    `kind` says what a payload is that was saved on its own. Raises `UnrecognisedDocument` where
    nothing has this shape, or several kinds have it and `kind` is not given.
    """
    peeled = peel(value)
    value, path = peeled.value, peeled.path
    if peeled.reason:
        raise DecodeError(path, peeled.reason)
    wrapping: dict[str, Any] = {}
    while isinstance(value, Mapping) and (opened := _unwrap(value, path)):
        value, path, around = opened
        wrapping.update(around)
    document = _read_body(value, path, kind)
    if wrapping:
        document = attrs.evolve(document, extra={**wrapping, **document.extra})
    return document


def _unwrap(value: Mapping[str, Any], path: str) -> tuple[Any, str, dict[str, Any]] | None:
    """What is inside one envelope, its path, and the envelope's own keys; `None` where there is none."""
    for inner, beside in (("body", "statusCode"), ("data", "status"), ("MessageBody", "")):
        keys = Keys(value)
        if inner in keys and (not beside or beside in keys):
            key, content = keys.take_named(inner)
            peeled = peel(content, at(path, key))
            if isinstance(peeled.value, Mapping):
                return peeled.value, peeled.path, keys.rest()
    return None


def _read_body(value: Any, path: str, kind: str | None) -> Document:
    if isinstance(value, Mapping):
        for operation in OPERATIONS:
            if operation.detect(Keys(value)):
                return operation.read(value, path, kind)
    reader = reader_of_kind(kind) if kind else _reader_for(value)
    return reader.read(value, path)


def _reader_for(value: Any) -> Reader:
    """The one reader for a payload that was saved on its own."""
    readers = readers_for(value)
    if len(readers) != 1:
        raise UnrecognisedDocument(shown(value), tuple(reader.kind for reader in readers))
    return readers[0]


def _read_smart_job(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetSmartHandleJob: the job, and what `JobResult.AiResult` holds for its type."""
    keys = Keys(body)
    info_key, info = keys.take_named("SmartJobInfo")
    result_key, result = keys.take_named("JobResult")
    output_key, output = keys.take_named("Output")
    results = Keys(result if isinstance(result, Mapping) else {})
    payload_key, payload = results.take_named("AiResult")
    parts = [(keys.rest(), path), (info, at(path, info_key)), (results.rest(), at(path, result_key))]
    job, problems = _job("GetSmartHandleJob", parts)
    unused = {} if isinstance(result, Mapping) or result is None else {result_key: result}
    payload_path = at(at(path, result_key), payload_key)
    if is_missing(payload) and isinstance(peel(output).value, list):
        payload, payload_path = output, at(path, output_key)
    elif not is_missing(output):
        unused[output_key] = output
    job = attrs.evolve(job, extra={**job.extra, **unused})
    document = _read_payload(kind or job.type, payload, payload_path)
    return _with_job(job, document, problems)


def _read_job_list(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """ListSmartJobs: jobs without results."""
    keys = Keys(body)
    key, rows = keys.take_named("SmartJobList")
    peeled = peel(rows, at(path, key))
    rows = peeled.value if isinstance(peeled.value, list | tuple) else [peeled.value]
    jobs = [_job("ListSmartJobs", [(row, at(peeled.path, place))]) for place, row in enumerate(rows) if row is not None]
    extra, lost = kept(keys.rest(), path)
    note = Problem(path=path, message="a list of jobs holds no results: query each job", severity="note")
    problems = [problem for _, found in jobs for problem in found]
    return Document(jobs=tuple(job for job, _ in jobs), problems=(*problems, *lost, note), extra=extra)


def _read_smarttag(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """QuerySmarttagJob: the job, and every result by its type."""
    keys = Keys(body)
    key, results = keys.take_named("Results")
    job, problems = _job("QuerySmarttagJob", [(keys.rest(), path)])
    documents = [_read_result(item, place, kind) for item, place in _results(results, at(path, key))]
    return _with_job(job, combine(documents), problems)


def _results(value: Any, path: str) -> Iterable[tuple[Any, str]]:
    """The results with their paths: in `Results.Result`, directly in `Results`, or a single one."""
    peeled = peel(value, path)
    value, path = peeled.value, peeled.path
    if isinstance(value, Mapping) and "Result" in Keys(value):
        key, value = Keys(value).take_named("Result")
        return _results(value, at(path, key))
    if isinstance(value, list | tuple):
        return [(item, at(path, place)) for place, item in enumerate(value) if item is not None]
    return [(value, path)] if value else []


def _read_result(item: Any, path: str, kind: str | None) -> Document:
    """One `{Type, Data}`."""
    if not isinstance(item, Mapping):
        problem = Problem(path=path, message="expected an object {Type, Data}", found=shown(item))
        return Document(problems=(problem,), extra={path: item})
    keys = Keys(item)
    name = keys.take("Type")
    key, data = keys.take_named("Data")
    document = _read_payload(kind or (name if isinstance(name, str) else None), data, at(path, key))
    if rest := keys.rest():
        document = combine([document, Document(extra={path: rest})])
    return document


def _read_job_detail(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """GetJobDetail: the job of the type that was asked for first, then whatever else is there."""
    keys = Keys(body)
    asked = keys.take("JobType")
    order = sorted(_DETAILS, key=lambda name: name != asked)
    documents = []
    for name in order:
        key, detail = keys.take_named(_DETAILS[name])
        peeled = peel(detail, at(path, key))
        if isinstance(peeled.value, Mapping):
            documents.append(_read_detail(name, peeled.value, peeled.path))
    extra, lost = kept({**keys.rest(), **({"JobType": asked} if asked else {})}, path)
    return combine([*documents, Document(problems=lost, extra=extra)])


def _read_detail(name: str, detail: Mapping[str, Any], path: str) -> Document:
    keys = Keys(detail)
    settings = {key: value for key, value in map(keys.take_named, _SETTINGS) if value is not None}
    key, nodes = keys.take_named("ActivityResults")
    job, problems = _job("GetJobDetail", [(keys.rest(), path)])
    parameters = DECODED.read(settings, path)
    job = attrs.evolve(job, type=job.type or name, parameters=parameters.value or None)
    document = _read_payload("activities", nodes, at(path, key))
    if job.state == "succeeded" and any(node.state == "failed" for node in document.activities):
        job = attrs.evolve(job, state="partial")
    return _with_job(job, document, (*problems, *parameters.problems))


def _read_notice(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """The message that a smart tag job changed its state."""
    job, problems = _job("QuerySmarttagJob", [(body, path)])
    note = Problem(path=path, message="a status message holds no results: query the job", severity="note")
    return Document(jobs=(attrs.evolve(job, type="smarttag"),), problems=(*problems, note))


def _read_records(body: Mapping[str, Any], path: str, kind: str | None) -> Document:
    """What the writer of `records.json` wrote."""
    return document_from_json(body)


def _job(operation: str, parts: Iterable[tuple[Any, str]]) -> tuple[Job, tuple[Problem, ...]]:
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


def _read_payload(name: str | None, value: Any, path: str) -> Document:
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
    return reader.read(peeled.value, peeled.path)


def _with_job(job: Job, document: Document, problems: Iterable[Problem]) -> Document:
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
        names = ", ".join(link.name for link in document.links)
        yield f"the result holds only addresses, which are not fetched: {names}"
    elif job.state in ("queued", "running"):
        yield f"the job is still {job.state} ({job.raw_state}): no result yet"
    elif job.state == "canceled":
        yield f"the job was canceled ({job.raw_state}): no result"


OPERATIONS: tuple[Operation, ...] = (
    Operation("records.json", lambda keys: keys.take("format") == RECORDS_FORMAT, _read_records),
    Operation("ListSmartJobs", lambda keys: "SmartJobList" in keys, _read_job_list),
    Operation("GetJobDetail", lambda keys: any(name in keys for name in _DETAILS.values()), _read_job_detail),
    Operation("QuerySmarttagJob", lambda keys: "Results" in keys or "JobStatus" in keys, _read_smarttag),
    Operation("smarttag message", lambda keys: keys.take("Type") == "smarttag", _read_notice),
    Operation(
        "GetSmartHandleJob",
        lambda keys: "JobResult" in keys or "SmartJobInfo" in keys or ("JobId" in keys and "State" in keys),
        _read_smart_job,
    ),
)
"""Every answer that is read, the more telling keys first."""


def parse(source: Any, *, kind: str | None = None, strict: bool = False, name: str | None = None) -> Document:
    """The document in a saved response, callback, SDK dump or payload.

    `source` is JSON as text or bytes, or the decoded object or list; it is never changed. `kind` says
    what a payload is that was saved on its own and fits several; `name` becomes the document's
    `source`. What could not be used is listed in the document's `problems`.

    Raises `DecodeError` where the text is no JSON, `UnrecognisedDocument` where nothing is known to
    have this shape or several kinds have it, and with `strict=True` `ProblemsFound` where the
    document has problems other than notes.
    """
    documents = tuple(parse_all(source, kind=kind, strict=strict, name=name))
    if len(documents) != 1:
        advice = f"{len(documents)} documents: read them with parse_all or load_all"
        raise UnrecognisedDocument(advice)
    return documents[0]


def parse_all(
    source: Any, *, kind: str | None = None, strict: bool = False, name: str | None = None
) -> Iterator[Document]:
    """Every document of a source that may hold several, one after the other: JSON Lines, or a list of them.

    Arguments and errors are those of `parse`; the errors come when their document is reached.
    """
    for value in _values(source):
        try:
            document = read_document(value, kind)
        except RecursionError:
            raise DecodeError("", "nested too deep") from None
        if name is not None and document.source is None:
            document = attrs.evolve(document, source=name)
        if strict and (found := tuple(each for each in document.problems if each.severity != "note")):
            raise ProblemsFound(found)
        yield document


def _values(source: Any) -> Iterator[Any]:
    """The values that are documents: the lines of JSON Lines, the items of a list of documents, or the one."""
    if isinstance(source, str | bytes | bytearray | memoryview):
        text = source if isinstance(source, str) else uncompressed(bytes(source))
        try:
            value = decode(text)
        except DecodeError:
            lines = _json_lines(text)
            if lines is None:
                raise
            yield from map(decode, lines)
            return
    else:
        value = source
    if isinstance(value, list | tuple) and value and all(map(_is_document, value)):
        yield from value
    else:
        yield value


def _json_lines(text: str | bytes) -> list[Any] | None:
    """The lines of a text with one JSON object on each, `None` where the first is none."""
    lines = [line for line in text.splitlines() if line.strip()]
    try:
        return lines if len(lines) > 1 and isinstance(decode(lines[0]), dict | list) else None
    except DecodeError:
        return None


def _is_document(value: Any) -> bool:
    """Whether this is an answer or an envelope, not one row of a payload."""
    if not isinstance(value, Mapping):
        return False
    return _unwrap(value, "") is not None or any(operation.detect(Keys(value)) for operation in OPERATIONS)
