"""The payload of an answer, or one that was saved on its own: read by its reader, or kept and listed."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

import attrs

from ...findings import Problem
from ...records import Document
from ...text.values import described
from ..escaping import Peeled, peel, whole
from ..payloads import Reader, reader_named
from ..wire import is_missing, kept
from .kinds import choice_alone, choice_for


def read_payload(said: str | None, value: Any, path: str, kind: str | None = None, key: str = "") -> Document:
    """A payload by the name that the answer gives it, else by its shape; what is neither is kept.

    `key` is the name under which it is kept where the answer gives none, `kind` what the caller asks for.
    """
    peeled = peel(value, path)
    if peeled.value is None or peeled.value in ({}, []):
        return Document()
    name = said or key or path
    if isinstance(peeled.value, str) and not _takes_text(said, kind):
        return _kept_text(name, peeled, value)
    choice = choice_for(peeled.value, path, said, kind)
    if choice.reader is not None:
        document = read_with(choice.reader, peeled.value, peeled.path)
        return attrs.evolve(document, problems=(*choice.problems, *document.problems))
    return read_as_asked(kind, peeled.value, peeled.path) or _kept_value(said, name, peeled)


def _takes_text(said: str | None, kind: str | None) -> bool:
    """Whether the payload that the answer names, or else the caller, may be plain text."""
    reader = reader_named(payload_name(said, kind) or "")
    return reader is not None and reader.takes_text


def payload_name(said: str | None, kind: str | None) -> str | None:
    """What the answer calls a payload, or what the caller does where the answer says nothing that we know."""
    return said if kind is None or (said and reader_named(said)) else kind


def read_as_asked(kind: str | None, value: Any, path: str) -> Document | None:
    """What the reader that the caller asks for finds in a value of no known shape, if it finds anything."""
    if kind is None or (reader := reader_named(kind)) is None:
        return None
    document = reader.read(value, path)
    return document if _says_anything(document) else None


def read_alone(value: Any, path: str, kind: str | None) -> Document:
    """A payload that was saved on its own and has the shape of one."""
    choice = choice_alone(value, path, kind)
    if choice.reader is None:
        return Document()
    document = read_with(choice.reader, value, path)
    return attrs.evolve(document, problems=(*choice.problems, *document.problems))


def is_payload(name: str | None, value: Any) -> bool:
    """Whether a value is a list with something in it, or has the shape of the payload of this name."""
    if isinstance(value, list | tuple):
        return bool(value)
    reader = reader_named(name) if name else None
    return isinstance(value, Mapping) and reader is not None and reader.detect(value)


def _kept_value(said: str | None, name: str, peeled: Peeled) -> Document:
    """A payload of a type and a shape that nobody knows."""
    reason = f"unknown type {said}" if said else "no type is given and the shape is unknown"
    problem = Problem(
        path=whole(peeled.path),
        message=f"{reason}, kept as it is",
        found=described(peeled.value),
        severity="warning",
    )
    extra, lost = kept({name: peeled.value}, peeled.path)
    return Document(problems=(problem, *lost), extra=extra)


def _kept_text(name: str, peeled: Peeled, given: Any) -> Document:
    """Prose, or broken JSON, where a payload is due: kept and listed."""
    message = f"expected JSON, kept as text ({peeled.reason})" if peeled.reason else "expected JSON, kept as text"
    severity = "error" if peeled.reason else "warning"
    problem = Problem(path=whole(peeled.path), message=message, found=described(given), severity=severity)
    return Document(problems=(problem,), extra={name: peeled.value})


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
