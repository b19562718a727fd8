"""The five parts of a language result (QuerySmarttagJob, type `NLP`), and its chapters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..peel import at, peel
from ..records import (
    Chapter,
    Document,
    combine,
)
from ..wire import (
    IDENTIFIER,
    LABEL,
    Keys,
    Many,
    Row,
    field,
    kept,
)
from .notes import read_meeting, read_summary
from .sentences import END, START, read_transcription, read_translation
from .shapes import has_rows

_CHAPTERS = Many(
    Row(
        Chapter,
        start_ms=START,
        end_ms=END,
        title=field(LABEL, "headline"),
        summary=field(LABEL, "summary"),
        id=field(IDENTIFIER, "id"),
    )
)


def read_chapters(value: Any, path: str) -> Document:
    """The chapters."""
    parsed = _CHAPTERS.read(value, path)
    return Document(chapters=parsed.value or (), problems=parsed.problems)


PARTS: Mapping[str, Callable[[Any, str], Document]] = {
    "transcription": read_transcription,
    "translation": read_translation,
    "autoChapters": read_chapters,
    "summarization": read_summary,
    "meetingAssistance": read_meeting,
}
"""The five parts of an NLP result, each by its key."""


def read_nlp(value: Any, path: str) -> Document:
    """Every part that is there."""
    keys = Keys(value if isinstance(value, Mapping) else {})
    documents: list[Document] = []
    for name, read in PARTS.items():
        key, part = keys.take_named(name)
        if part is not None:
            documents.append(read(*_unwrapped(name, part, at(path, key))))
    extra, lost = kept(keys.rest(), path)
    return combine([*documents, Document(problems=lost, extra={"NLP": extra} if extra else {})])


def _unwrapped(name: str, value: Any, path: str) -> tuple[Any, str]:
    """A part without its own name around it once more, as in merged files, and without escaping."""
    peeled = peel(value, path)
    while isinstance(peeled.value, Mapping) and len(peeled.value) == 1 and name in (keys := Keys(peeled.value)):
        key, value = keys.take_named(name)
        peeled = peel(value, at(peeled.path, key))
    return peeled.value, peeled.path


def is_nlp(value: Any) -> bool:
    """Whether this has one of the five parts."""
    return isinstance(value, Mapping) and any(name in Keys(value) for name in PARTS)


def is_chapters(value: Any) -> bool:
    """Whether this is a list of `{start, end, headline}`."""
    return has_rows(value, "start", "end", "headline")
