"""One answer that was found as a document, with what was around it and a note on where it was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from ... import lazy
from ...errors import DecodeError, IceResultsError
from ...findings import Problem
from ...records import Document
from ...records.merging import merged
from ...text.values import described
from ..escaping import at, peel, whole
from ..wire import kept
from ..wire.keys import normal
from .opening import damaged_texts, opened

if TYPE_CHECKING:
    from . import results, unrecognised, wrapping
    from .wrapping import Answer, Unread
else:
    results, unrecognised, wrapping = lazy.modules(__package__, ".results", ".unrecognised", ".wrapping")

_SHOWN = 6
_TRANSPORT = frozenset(map(normal, ("headers", "attributes", "requestContext", "queryParameters", "context")))
"""Objects beside an answer that say how it was sent: nobody takes them for results."""


def read_answer(answer: Answer, kind: str | None) -> Document:
    """The document of an answer; what was around it is kept in its `extra`."""
    document = answer.read(answer.value, answer.path, kind)
    around = merged(*answer.around) if answer.around else {}
    problems = (*_place_of(answer), *_damaged(around), *document.problems)
    problems = (*problems, *_unread(document))
    document = attrs.evolve(document, extra=merged(around, document.extra), problems=problems)
    return _never_silent(_bounded(document, answer.path), answer)


def read_without_answers(value: Any, reason: str, kind: str | None) -> Document:
    """What the caller says that a value is, if it can be that; `reason` is why not all of it was looked at.

    Raises `DecodeError` where it is damaged JSON text, else `UnrecognisedDocument`.
    """
    peeled = opened(value, "")
    if (asked := results.read_as_asked(kind, peeled.value, peeled.path)) is not None:
        return asked
    if peeled.reason:
        raise DecodeError(peeled.path, peeled.reason)
    raise unrecognised.error_for(peeled.value, reason, kind)


def error_for(part: Unread) -> IceResultsError:
    """Why a value in a list of answers is none."""
    reason = peel(part.value).reason if isinstance(part.value, str | bytes) else None
    return DecodeError("", reason) if reason else unrecognised.error_for(part.value)


def _place_of(answer: Answer) -> Iterable[Problem]:
    """A note on where an answer was found, and what beside it holds none; nothing at the top or in a plain list."""
    place = whole(answer.path)
    if place and not (place.startswith("[") and place.endswith("]") and place[1:-1].isdigit()):
        others = [at("", key) for each in answer.around for key, value in each.items() if _may_be_missed(key, value)]
        shown = ", ".join(others[:_SHOWN]) + (", …" if len(others) > _SHOWN else "")
        beside = f"; beside it, not read: {shown}" if others else ""
        yield Problem(path="", message=f"{answer.name} under `{place}`{beside}", severity="note")


def _may_be_missed(key: str, value: Any) -> bool:
    """Whether something beside an answer may be taken for a part of it."""
    return bool(value) and isinstance(value, Mapping | list | tuple) and normal(key) not in _TRANSPORT


def _damaged(around: Mapping[str, Any]) -> Iterable[Problem]:
    """A warning for each text beside an answer that begins like JSON and is none."""
    for key, reason in damaged_texts(around):
        message = f"expected JSON, kept as text ({reason})"
        yield Problem(path=at("", key), message=message, found=described(around[key]), severity="warning")


def _unread(document: Document) -> Iterable[Problem]:
    """A warning for each answer or payload that is among what a job keeps: nobody has read it."""
    # What is in `Output` was compared with the result: where it says the same, there is nothing to say.
    said = {"Output", "output", *(problem.path.rpartition(".")[2] for problem in document.problems)}
    for job in document.jobs:
        kept_values = {key: value for key, value in job.extra.items() if key not in said}
        for part in wrapping.found_in(kept_values):
            message = f"{part.name} was not read here: it is kept as it is"
            yield Problem(path=whole(part.path), message=message, severity="warning")


def _bounded(document: Document, path: str) -> Document:
    """The document without kept values that are nested too deep to be written again."""
    extra, lost = kept(document.extra, path)
    checked = [(job, *kept(job.extra, path)) for job in document.jobs]
    jobs = tuple(attrs.evolve(job, extra=inside) for job, inside, _ in checked)
    problems = (*lost, *(problem for _, _, found in checked for problem in found))
    return attrs.evolve(document, jobs=jobs, extra=extra, problems=(*document.problems, *problems))


def _never_silent(document: Document, answer: Answer) -> Document:
    """The document, with a warning where nothing at all came of an answer."""
    if document.problems or document != Document():
        return document
    problem = Problem(path=whole(answer.path), message=f"nothing in this {answer.name} was read", severity="warning")
    return attrs.evolve(document, problems=(problem,))
