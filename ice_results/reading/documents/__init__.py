"""Which response, callback, dump or bare payload a value is, and the document that it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from ...collector import paused_collector
from ...errors import DecodeError, ProblemsFound, UnrecognisedDocument
from ...findings import Problem
from ...records import Document
from ...records.merging import merged
from ...text.values import described
from ..escaping import peel
from ..payloads import Reader, reader_of_kind, readers_for
from ..texts import Found, documents_among, values_of
from ..wire import Keys, kept
from ..wire.scalars import normal
from .envelopes import open_envelope
from .jobs import read_with
from .table import HALVES, OPERATIONS, is_result_list, read_result_list

__all__ = ["parse", "parse_all", "values_in"]


def parse(
    source: Any,
    *,
    kind: str | None = None,
    strict: bool = False,
    name: str | None = None,
    encoding: str | None = None,
) -> Document:
    """The document in a saved response, callback, SDK dump or payload.

    `source` is JSON as text or bytes, or the decoded object or list; it is never changed. `kind` says
    what a payload is that was saved on its own and fits several; `name` becomes the document's
    `source`. What could not be used is listed in the document's `problems`.
    Bytes may be compressed, and in UTF-8, UTF-16, UTF-32 or GB18030; `encoding` names any other encoding.
    JSON is found between other text too, and a note says so.
    Python's garbage collector pauses while a document is read, which saves up to half of the time;
    `ICE_RESULTS_PAUSE_GC=0` in the environment lets it run.

    Raises `DecodeError` where there is no JSON, with the position of a byte that is no text,
    `UnrecognisedDocument` where nothing is known to have this shape or several kinds have it, and with
    `strict=True` `ProblemsFound` where the document has problems other than notes.
    """
    documents = tuple(parse_all(source, kind=kind, strict=strict, name=name, encoding=encoding))
    if len(documents) != 1:
        raise UnrecognisedDocument(f"a text of {len(documents)} documents", advice="read them with parse_all")
    return documents[0]


def parse_all(
    source: Any,
    *,
    kind: str | None = None,
    strict: bool = False,
    name: str | None = None,
    encoding: str | None = None,
) -> Iterator[Document]:
    """Every document of a source that may hold several, one after the other: JSON Lines, or a list of them.

    Arguments and errors are those of `parse`; the errors come when their document is reached. The
    garbage collector runs between the documents, as it did before.
    """
    values = values_in(source, encoding)
    while True:
        with paused_collector():
            try:
                if (found := next(values, None)) is None:
                    return
                document = _document_of(found, kind, strict, name)
            except MemoryError:
                raise DecodeError("", "more than the memory of this machine holds", "split the file") from None
        yield document


def _document_of(found: Found, kind: str | None, strict: bool, name: str | None) -> Document:
    """The document in what `values_in` gave; one of several that is none at all becomes a problem."""
    try:
        document = read_document(found.decoded(), kind)
    except RecursionError:
        raise DecodeError("", "nested too deep") from None
    except (DecodeError, UnrecognisedDocument) as error:
        if strict or found.place is None:
            raise
        document = Document(problems=(Problem(path=found.place, message=str(error)),))
    if found.notes:
        document = attrs.evolve(document, problems=(*found.notes, *document.problems))
    if name is not None and document.source is None:
        document = attrs.evolve(document, source=name)
    if strict and (problems := tuple(each for each in document.problems if each.severity != "note")):
        raise ProblemsFound(problems)
    return document


def values_in(source: Any, encoding: str | None = None) -> Iterator[Found]:
    """The one value of a source, or each of several with its place; the items of a list that holds documents."""
    for found in documents_among(values_of(source, encoding), _is_document, _is_payload):
        if isinstance(found.value, list | tuple) and _holds_documents(found.value):
            items = enumerate(found.value)
            yield from (
                attrs.evolve(found, value=item, place=f"[{place}]") for place, item in items if item is not None
            )
        else:
            yield found


_JUDGED_BY_VALUE = frozenset(map(normal, ("format", "Type", "status", "body", "data", "MessageBody")))
"""Keys that alone do not tell an answer or an envelope: it takes what stands under them."""


def _holds_documents(values: Iterable[Any]) -> bool:
    """Whether any of the values is a document; of rows that have the same keys one is looked at."""
    rows: set[tuple[Any, ...]] = set()
    for value in values:
        keys = tuple(value) if isinstance(value, dict) else None
        if keys in rows:
            continue
        if _is_document(value):
            return True
        if keys is not None and _JUDGED_BY_VALUE.isdisjoint(map(normal, map(str, keys))):
            rows.add(keys)
    return False


def _is_document(value: Any) -> bool:
    """Whether this is an answer or an envelope, not one row of a payload."""
    value = peel(value).value
    if not isinstance(value, Mapping):
        return False
    return open_envelope(value, "") is not None or _is_answer(Keys(value))


def _is_payload(value: Any) -> bool:
    """Whether this has the shape of any payload."""
    return bool(readers_for(value))


def _is_answer(keys: Keys) -> bool:
    return any(operation.detect(keys) for operation in OPERATIONS)


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
    while isinstance(value, Mapping) and (opened := open_envelope(value, path)):
        value, path, around = opened
        wrapping = merged(wrapping, around)
    document = _read_body(value, path, kind)
    return _bounded(attrs.evolve(document, extra=merged(wrapping, document.extra)), path)


def _bounded(document: Document, path: str) -> Document:
    """The document without kept values that are nested too deep to be written again."""
    extra, lost = kept(document.extra, path)
    checked = [(job, *kept(job.extra, path)) for job in document.jobs]
    jobs = tuple(attrs.evolve(job, extra=inside) for job, inside, _ in checked)
    problems = (*lost, *(problem for _, _, found in checked for problem in found))
    return attrs.evolve(document, jobs=jobs, extra=extra, problems=(*document.problems, *problems))


def _read_body(value: Any, path: str, kind: str | None) -> Document:
    if isinstance(value, Mapping):
        keys = Keys(value)
        for operation in (*OPERATIONS, *HALVES):
            if operation.detect(keys):
                return operation.read(value, path, kind)
    if is_result_list(value):
        return read_result_list(value, path, kind)
    reader = reader_of_kind(kind) if kind else _reader_for(value)
    return read_with(reader, value, path)


def _reader_for(value: Any) -> Reader:
    """The one reader for a payload that was saved on its own."""
    readers = readers_for(value)
    if len(readers) != 1:
        raise UnrecognisedDocument(described(value), tuple(reader.kind for reader in readers))
    return readers[0]
