"""The nodes of a workflow task, and what those of them found that are AI jobs: their results are answers, too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ... import lazy
from ...errors import DecodeError
from ...findings import Problem
from ...records import Document
from ...records.merging import combine
from ..escaping import Peeled, at, peel, whole
from ..wire import Keys
from .results import read_payload

if TYPE_CHECKING:
    from .. import documents
else:
    (documents,) = lazy.modules(__package__.rpartition(".")[0], ".documents")


def read_nodes(value: Any, path: str) -> Document:
    """The nodes as activities, and with them every record of an answer or a payload in the result of a node."""
    document = read_payload("activities", value, path)
    nodes = peel(value, path)
    found = _found_in(nodes) if document.activities and isinstance(nodes.value, Mapping) else ()
    return combine([document, *found])


def _found_in(nodes: Peeled) -> Iterator[Document]:
    for name, node in nodes.value.items():
        peeled = peel(node, at(nodes.path, str(name)))
        if isinstance(peeled.value, Mapping):
            _, result = Keys(peeled.value).open(peeled.path, "Result")
            if isinstance(result.value, Mapping | list) and (found := _read(result)):
                yield found


def _read(result: Peeled) -> Document | None:
    """The records in the result of a node, and a note that they are there; `None` where it holds none."""
    try:
        inner: Document = combine(documents.read_found(result.value))
    except DecodeError:
        return None
    if not (_has_material(inner) or (inner.jobs and (inner.texts or inner.links))):
        return None
    what = next((job.operation for job in inner.jobs if job.operation), None) or "a payload"
    note = Problem(path=whole(result.path), message=f"the result of this node was read as {what}", severity="note")
    return Document(
        transcripts=inner.transcripts,
        tags=inner.tags,
        frames=inner.frames,
        chapters=inner.chapters,
        notes=inner.notes,
        texts=inner.texts,
        links=inner.links,
        title=inner.title,
        problems=(note, *(_below(result.path, problem) for problem in inner.problems if problem.severity != "note")),
    )


def _has_material(document: Document) -> bool:
    return bool(document.transcripts or document.tags or document.frames or document.chapters or document.notes)


def _below(path: str, problem: Problem) -> Problem:
    """A problem of a result with the path from the whole answer."""
    joint = " " if path.endswith("→") else "" if problem.path.startswith("[") else "."
    where = f"{path}{joint}{problem.path}" if problem.path else whole(path)
    return Problem(path=where, message=problem.message, found=problem.found, severity=problem.severity)
