"""What each sentence of the speech is in a translation."""

from __future__ import annotations

from collections.abc import Sequence

from ...captions.bilingual import pairs_of
from ...records import Document, Segment
from ...records.tracks import Track, tracks
from ...text.cleaning import caption_lines, joined


def translations_of(document: Document) -> list[Track]:
    """The translations beside the main track; none where the main track is itself one."""
    found = tracks(document)
    if not found or found[0].transcript.kind == "translation":
        return []
    return [each for each in found[1:] if each.transcript.kind == "translation"]


def translated(original: Sequence[Segment], translation: Sequence[Segment]) -> dict[int, str]:
    """What each sentence is in the translation, by the sentence itself; several that are one there, by the first.

    What is translated from no sentence that is shown is with the one before it, or with the first.
    """
    shown = {id(segment) for segment in original if text_of(segment)}
    found: dict[int | None, list[str]] = {}
    place: int | None = None
    for pair in pairs_of(original, translation):
        place = next((id(segment) for segment in pair.original if id(segment) in shown), place)
        texts = [text for segment in pair.translation if (text := text_of(segment))]
        found.setdefault(place, []).extend([*(found.pop(None, []) if place else []), *texts])
    return {key: joined(texts) for key, texts in found.items() if key is not None}


def text_of(segment: Segment) -> str:
    """The text of a sentence on one line."""
    return joined(caption_lines(segment.text))
