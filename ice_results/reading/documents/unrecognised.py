"""What a value is that is not read, in words: what was seen, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...errors import UnrecognisedDocument
from ...text.values import described
from ..payloads import reader_of_kind
from ..wire import Keys
from ..wire.keys import normal
from .foreign_answers import FOREIGN
from .opening import damaged_texts, opened

_SAVE = (
    "save the whole response of GetSmartHandleJob, ListSmartJobs, QuerySmarttagJob or GetJobDetail, "
    "or one payload of it"
)
_QUERY = "query the job, and save the answer to that"
_REPEAT = "there is no result in it: save the answer of a call that succeeded"
_COPY = "save it again, whole"
_SUCCESS = ("", "0", "200", "ok", "success", "true")
_OF_A_RESPONSE = (
    "RequestId",
    "statusCode",
    "status",
    "headers",
    "code",
    "errcode",
    "retcode",
    "success",
    "data",
    "body",
)
_OF_A_SUBMISSION = frozenset(map(normal, ("RequestId", "JobId", "TaskId", "MediaId", "State", "JobStatus")))
_CONTENTS = ("body", "MessageBody", "data", "detail", "message")


def error_for(value: Any, reason: str = "", kind: str | None = None) -> UnrecognisedDocument:
    """The error for a value in which there is nothing to read; `reason` is what the search says about it."""
    found, advice = seen(value)
    asked = f"without the shape of {kind} ({reader_of_kind(kind).title})" if kind else ""
    return UnrecognisedDocument("; ".join(filter(None, (found, reason, asked))), advice)


def seen(value: Any) -> tuple[str, str]:
    """What a value is, and what to do about it."""
    value = opened(value, "").value
    if not isinstance(value, Mapping):
        return described(value), _SAVE
    found, advice = next(_sights(value, Keys(value)))
    for key, reason in damaged_texts(value):
        return f"{found}; under `{key}` is damaged JSON text ({reason})", _COPY
    return found, advice


def _sights(value: Mapping[Any, Any], keys: Keys) -> Iterator[tuple[str, str]]:
    """What an object may be, the most telling first."""
    if error := _error_in(keys):
        yield f"an error answer ({error})", _REPEAT
    for each in FOREIGN:
        if any(evidence.is_in(keys) for evidence in each.evidence):
            yield f"{each.name}, which is not read", ""
    if _is_submission(value, keys):
        yield "the answer to a job that was submitted: it has the id of the job and no result", _QUERY
    if inner := _content_of(keys):
        key, found, advice = inner
        yield f"{_holder(keys)}, under `{key}` {found}", "" if advice == _SAVE else advice
    if "RequestId" in keys:
        yield f"{described(value)}: the answer of an operation that is not read", ""
    yield described(value), "" if any(name in keys for name in _OF_A_RESPONSE) and value else _SAVE


def _error_in(keys: Keys) -> str:
    """The code and the message of an answer that is about an error and nothing else."""
    code, message = keys.peek("Code") or keys.peek("errorCode"), keys.peek("Message") or keys.peek("errorMessage")
    if not isinstance(code, str) or not isinstance(message, str) or code.strip().lower() in _SUCCESS:
        return ""
    if any(isinstance(keys.peek(name), Mapping | list) and keys.peek(name) for name in ("data", "result", "output")):
        return ""
    return f"{code.strip()}: {described(message)}"


def _is_submission(value: Mapping[Any, Any], keys: Keys) -> bool:
    """Whether this is what a call answers that starts a job."""
    named = {normal(str(key)) for key in value}
    return "RequestId" in keys and ("JobId" in keys or "TaskId" in keys) and named <= _OF_A_SUBMISSION


def _content_of(keys: Keys) -> tuple[str, str, str] | None:
    """What is in a response or message: under which key, what it is, and what to do."""
    for name in _CONTENTS:
        content = opened(keys.peek(name), "").value
        if isinstance(content, Mapping | list) and _holder(keys):
            return name, *seen(content)
    return None


def _holder(keys: Keys) -> str:
    """What an object is that holds something else; nothing where that cannot be said."""
    if "statusCode" in keys or ("headers" in keys and "body" in keys):
        return "an HTTP response"
    event = keys.peek("EventType")
    if isinstance(event, str) and "MessageBody" in keys:
        return f"a message of the event {event}"
    return "a response" if any(name in keys for name in ("code", "status", "success", "errcode")) else ""
