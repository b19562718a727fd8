"""The edits of a run: what every document of it goes through before it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

import attrs

from ..editing.cutting import cut
from ..editing.scores import above
from ..editing.texts import chinese, replace_text
from ..editing.times import scale, shift
from ..errors import NothingLeft
from ..records import Document, Notes
from ..writing.timestamps import clock


@attrs.frozen(kw_only=True)
class Edits:
    """The edits that are asked for, in the order in which they are made: `between` is of the media's own clock.

    `between` is a part of the media in milliseconds, `scale` two frame rates, `minimum_score` from 0 to 1.
    """

    between: tuple[int, int] | None = None
    scale: tuple[str, str] | None = None
    shift_ms: int = 0
    replacements: Mapping[str | re.Pattern[str], str] = attrs.field(factory=dict)
    minimum_score: float | None = None
    script: Literal["s2t", "t2s"] | None = None

    def apply(self, document: Document) -> Document:
        """The document with all edits made; raises `NothingLeft` where nothing of it lies in the part."""
        if self.between:
            document = _part(document, *self.between)
        if self.scale:
            document = scale(document, *self.scale)
        document = shift(document, self.shift_ms)
        if self.replacements:
            document = replace_text(document, self.replacements)
        if self.minimum_score is not None:
            document = above(document, self.minimum_score)
        return chinese(document, self.script) if self.script else document


def _part(document: Document, start_ms: int, end_ms: int) -> Document:
    part = cut(document, start_ms, end_ms)
    if _has_items(document) and not _has_items(part):
        raise NothingLeft(f"between {clock(start_ms, '.')} and {clock(end_ms, '.')}")
    return part


def _has_items(document: Document) -> bool:
    """Whether anything in a document happens at a time."""
    notes = document.notes or Notes()
    return (
        any(transcript.segments for transcript in document.transcripts)
        or any(tag.occurrences for tag in document.tags)
        or any((document.frames, document.chapters))
        or any(each.start_ms is not None for each in (*notes.key_sentences, *notes.actions))
    )
