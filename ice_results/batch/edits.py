"""The edits of a run: what every document of it goes through before it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

import attrs

from .. import lazy
from ..errors import NothingLeft
from ..records import Document
from ..writing.timestamps import clock

# Most runs edit nothing, and the edits know every kind of record.
if TYPE_CHECKING:
    from ..editing import cutting, scores, texts, times
else:
    cutting, scores, texts, times = lazy.modules(
        __package__, "..editing.cutting", "..editing.scores", "..editing.texts", "..editing.times"
    )


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
        # The part first, as its times are those of the original; the shift after the scale, as it is in the new time.
        if self.between:
            document = _part(document, *self.between)
        if self.scale:
            document = times.scale(document, *self.scale)
        if self.shift_ms:
            document = times.shift(document, self.shift_ms)
        if self.replacements:
            document = texts.replace_text(document, self.replacements)
        if self.minimum_score is not None:
            document = scores.above(document, self.minimum_score)
        return texts.chinese(document, self.script) if self.script else document


def _part(document: Document, start_ms: int, end_ms: int) -> Document:
    part = cutting.cut(document, start_ms, end_ms)
    if _has_items(document) and not _has_items(part):
        raise NothingLeft(f"between {clock(start_ms, '.')} and {clock(end_ms, '.')}")
    return part


def _has_items(document: Document) -> bool:
    """Whether anything in a document happens at a time."""
    notes = document.notes
    return (
        any(transcript.segments for transcript in document.transcripts)
        or any(tag.occurrences for tag in document.tags)
        or any((document.frames, document.chapters))
        or any(each.start_ms is not None for each in ((*notes.key_sentences, *notes.actions) if notes else ()))
    )
