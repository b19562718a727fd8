"""The parts of a language result (QuerySmarttagJob, type `NLP`; results of Tingwu), and its chapters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...records import Chapter, Document
from ...records.merging import Extras, combine
from ..escaping import Peeled, peel
from ..wire import IDENTIFIER, LABEL, Keys, ListOf, Schema, field, kept, leftover
from .notes import is_meeting, is_summary, read_meeting, read_summary
from .sentences import END, START, is_transcription, is_translation, read_transcription, read_translation
from .shapes import has_rows
from .tingwu import (
    is_custom_prompt,
    is_slides,
    is_text_polish,
    read_custom_prompt,
    read_slides,
    read_text_polish,
    without_slides,
)

_CHAPTERS = ListOf(
    Schema(
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
    return Document(chapters=parsed.value or (), problems=parsed.problems, extra=leftover("autoChapters", parsed))


PARTS: Mapping[str, Callable[[Any, str], Document]] = {
    "transcription": read_transcription,
    "translation": read_translation,
    "autoChapters": read_chapters,
    "summarization": read_summary,
    "meetingAssistance": read_meeting,
    "textPolish": read_text_polish,
    "pptExtraction": read_slides,
    "customPrompt": read_custom_prompt,
}
"""The parts of a result, each by its key: the first five are those of NLP, all of them those of Tingwu."""


def read_nlp(value: Any, path: str) -> Document:
    """Every part that is there."""
    keys = Keys(value if isinstance(value, Mapping) else {})
    documents: list[Document] = []
    beside = Extras()
    for name, read in PARTS.items():
        key, part = keys.open(path, name)
        part, rest = _unwrapped(name, part)
        beside.add({key: rest} if rest else {})
        if part.value is not None:
            found = read(part.value, part.path)
            chapters = any(each.chapters for each in documents)
            documents.append(without_slides(found, part.path) if name == "pptExtraction" and chapters else found)
    beside.add(keys.unused())
    extra, lost = kept(beside.values, path)
    return combine([*documents, Document(problems=lost, extra={"NLP": extra} if extra else {})])


def _unwrapped(name: str, part: Peeled) -> tuple[Peeled, dict[str, Any]]:
    """A part without its own name around it once more, as in merged files, and what stood beside it there."""
    beside = Extras()
    while isinstance(part.value, Mapping) and name in (keys := Keys(part.value)):
        _, part = keys.open(part.path, name)
        beside.add(keys.unused())
    return part, beside.values


def is_nlp(value: Any) -> bool:
    """Whether this has one of the parts under its name, in its shape."""
    if not isinstance(value, Mapping):
        return False
    keys = Keys(value)
    parts = {name: peel(given) for name in PARTS if (given := keys.peek(name)) is not None}
    return any(_SHAPES[name](_unwrapped(name, part)[0].value) for name, part in parts.items())


def is_chapters(value: Any) -> bool:
    """Whether this is a list of `{start, end, headline}`."""
    return has_rows(value, "start", "end", "headline")


_SHAPES: Mapping[str, Callable[[Any], bool]] = {
    "transcription": is_transcription,
    "translation": is_translation,
    "autoChapters": is_chapters,
    "summarization": is_summary,
    "meetingAssistance": is_meeting,
    "textPolish": is_text_polish,
    "pptExtraction": is_slides,
    "customPrompt": is_custom_prompt,
}
