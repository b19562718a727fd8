"""Which answers, callbacks, dumps or payloads are in a saved text, and the documents that they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import attrs

from ...collector import paused_collector
from ...errors import DecodeError, ProblemsFound, SeveralDocuments, UnrecognisedDocument
from ...findings import Problem
from ...records import Document
from ..escaping import peel, whole
from ..payloads import reader_of_kind
from ..texts import Found, documents_among, values_of
from .reading import error_for, read_answer, read_without_answers
from .wrapping import Answer, Part, Search, holds_answer, is_payload

__all__ = ["begins_json_lines", "parse", "parse_all", "parse_lines", "read_all", "read_found", "values_in"]


def parse(
    source: Any,
    *,
    kind: str | None = None,
    strict: bool = False,
    name: str | None = None,
    encoding: str | None = None,
) -> Document:
    """The document in a saved response, callback, SDK dump or payload.

    `source` is JSON as text or bytes, the decoded object or list, or an object of an SDK; it is never
    changed. An answer that is wrapped in something else is found there, and a note says where. `kind`
    says what a payload is where its shape fits several kinds, and is ignored with a note elsewhere.
    `name` becomes the document's `source`. What could not be used is listed in `problems`.
    Bytes may be compressed, and in UTF-8, UTF-16, UTF-32 or GB18030; `encoding` names any other encoding.
    JSON is found between other text too, and a note says so.
    Python's garbage collector pauses while a document is read, which saves up to half of the time;
    `ICE_RESULTS_PAUSE_GC=0` in the environment lets it run.

    Raises `DecodeError` where there is no JSON, with the position of a byte that is no text,
    `UnrecognisedDocument` where there is nothing in it that is known, or several documents are,
    `UnknownName` for a `kind` that does not exist, and with `strict=True` `ProblemsFound` where the
    document has problems other than notes.
    """
    documents = tuple(parse_all(source, kind=kind, strict=strict, name=name, encoding=encoding))
    if len(documents) != 1:
        raise SeveralDocuments(f"a text of {len(documents)} documents", "read them with parse_all")
    return documents[0]


def parse_all(
    source: Any,
    *,
    kind: str | None = None,
    strict: bool = False,
    name: str | None = None,
    encoding: str | None = None,
) -> Iterator[Document]:
    """Every document of a source that may hold several, one after the other: JSON Lines, a list, rows of a database.

    Arguments and errors are those of `parse`; the errors come when their document is reached. The
    garbage collector runs between the documents, as it did before.
    """
    if kind is not None:
        reader_of_kind(kind)
    return _one_by_one(_documents(values_in(source, encoding), kind, strict, name))


def parse_lines(
    lines: Iterable[bytes], *, kind: str | None = None, strict: bool = False, name: str | None = None
) -> Iterator[Document]:
    """The documents of JSON Lines in UTF-8, one line after the other, so that a file of any size is read.

    A line that is no answer is a document with that problem. The other arguments and errors are those of `parse_all`.
    """
    found = (Found(line, f"line {number}") for number, line in enumerate(lines, 1) if line.strip())
    return _one_by_one(_documents(found, kind, strict, name))


def begins_json_lines(line: bytes) -> bool:
    """Whether the first line of a file is a whole answer; where it is a row, all lines are one document."""
    value = peel(line).value
    return isinstance(value, Mapping) and holds_answer(value)


def _one_by_one(documents: Iterator[Document]) -> Iterator[Document]:
    """The documents; the garbage collector pauses while each of them is read, and runs between them as before."""
    while True:
        with paused_collector():
            try:
                document = next(documents, None)
            except MemoryError:
                raise DecodeError("", "more than the memory of this machine holds", "split the file") from None
        if document is None:
            return
        yield document


def _documents(values: Iterable[Found], kind: str | None, strict: bool, name: str | None) -> Iterator[Document]:
    for found in values:
        for document in _documents_of(found, kind, strict):
            if name is not None and document.source is None:
                document = attrs.evolve(document, source=name)
            if strict and (problems := tuple(each for each in document.problems if each.severity != "note")):
                raise ProblemsFound(problems)
            yield document


def values_in(source: Any, encoding: str | None = None) -> Iterator[Found]:
    """The one value of a source, or each of several with its place."""
    return documents_among(values_of(source, encoding), holds_answer, is_payload)


def _documents_of(found: Found, kind: str | None, strict: bool) -> Iterator[Document]:
    """The documents in one value; of several values, one without any is a document with a problem."""
    try:
        notes = found.notes
        for document in read_all(found.decoded(), kind, strict):
            yield attrs.evolve(document, problems=(*notes, *document.problems)) if notes else document
            notes = ()
    except RecursionError:
        raise DecodeError("", "nested too deep") from None
    except (DecodeError, UnrecognisedDocument) as error:
        if strict or found.place is None:
            raise
        yield Document(problems=(*found.notes, Problem(path=found.place, message=str(error))))


def read_all(value: Any, kind: str | None, strict: bool) -> Iterator[Document]:
    """A document for each answer in a decoded value, and for each item without one in a list of answers.

    Raises `UnrecognisedDocument` where there is no answer, `DecodeError` where the value is damaged JSON text; with
    `strict` also for one of several.
    """
    search = Search()
    parts = search.answers(value)
    first, second = next(parts, None), next(parts, None)
    if first is None:
        yield read_without_answers(value, search.reason, kind)
        return
    for place, part in enumerate(chain([first], [second] if second else [], parts)):
        document = _document_of(part, kind, strict, several=second is not None)
        yield document if place else _with_doubt(document, search.reason)


def read_found(value: Any) -> Iterator[Document]:
    """A document for each answer in a decoded value, none where there is no answer; raises `DecodeError`."""
    return (read_answer(part, None) for part in Search().answers(value) if isinstance(part, Answer))


def _document_of(part: Part, kind: str | None, strict: bool, *, several: bool) -> Document:
    """The document of one answer; where it is one of several, what cannot be read is a problem."""
    try:
        if isinstance(part, Answer):
            return read_answer(part, kind)
        raise error_for(part)
    except (DecodeError, UnrecognisedDocument) as error:
        if strict or not several:
            raise
        return Document(problems=(Problem(path=whole(part.path), message=str(error)),))


def _with_doubt(document: Document, reason: str) -> Document:
    """The document with a warning where something beside the answers was not looked at."""
    if not reason:
        return document
    problem = Problem(path="", message=reason, severity="warning")
    return attrs.evolve(document, problems=(*document.problems, problem))
