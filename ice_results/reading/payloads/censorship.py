"""What the moderation of MPS and ICE found (QueryMediaCensorJobDetail, `MediaCensorJobDetail`): tags with instants.

`VensorCensorResult {CensorResults {CensorResult[] {Label, Scene, Rate, Suggestion}}, VideoTimelines {VideoTimeline[]
{Timestamp, Object, CensorResults}}, NextPageToken}`, instants as hh:mm:ss.SSS; `AudioCensorResult {Label, Suggestion,
AudioDetailResultList {AudioDetailResult[] {StartTime, EndTime, Label, Text}}}`, seconds; `TitleCensorResult`,
`DescCensorResult`, `BarrageCensorResult`; `CoverImageCensorResults {CoverImageCensorResult[] {Object, Results}}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ...records import Document, Page
from ...records.merging import combine
from ..escaping import Peeled
from ..wire import IDENTIFIER, Keys, ListOf, Schema, field, kept, leftover
from .moderated import FINDINGS, INSTANT, Finding, Picture, Within, findings_document, in_pictures, without_findings
from .shapes import has_keys

_FRAMES = ListOf(
    Schema(Picture, at_ms=field(INSTANT, "Timestamp"), findings=field(Within("CensorResult"), "CensorResults"))
)
_COVERS = ListOf(Schema(Picture, findings=field(Within("Result"), "Results")))
_VIDEO, _AUDIO, _COVER = "VensorCensorResult", "AudioCensorResult", "CoverImageCensorResults"
_TEXTS = ("TitleCensorResult", "DescCensorResult", "BarrageCensorResult")


def read_censorship(value: Any, path: str) -> Document:
    """The findings of video, speech, covers and texts."""
    keys = Keys(value if isinstance(value, Mapping) else {})
    opened = [(name, keys.open(path, name)[1]) for name in (_VIDEO, _AUDIO, _COVER, *_TEXTS)]
    documents = [_READERS.get(name, _read_text)(name, part) for name, part in opened if part.value is not None]
    extra, lost = kept(keys.unused(), path)
    return combine([*documents, Document(problems=lost, extra={"censorship": extra} if extra else {})])


def _read_video(name: str, part: Peeled) -> Document:
    """The findings of the frames, and those of the whole video."""
    keys = Keys(part.value if isinstance(part.value, Mapping) else {"VideoTimelines": part.value})
    key, timelines = keys.open(part.path, "VideoTimelines")
    frames = _FRAMES.read(*_rows("VideoTimeline", timelines))
    all_key, results = keys.open(part.path, "CensorResults")
    whole = Within("CensorResult").read(results.value, results.path)
    token = IDENTIFIER.read(keys.take("NextPageToken"), part.path)
    found = (*in_pictures(frames.value or ()), *(whole.value or ()))
    left = {**keys.unused(), **without_findings(key, frames.value or ()), **leftover(f"{key}#2", frames)}
    left |= {**leftover(all_key, whole), **leftover("NextPageToken", token)}
    problems = (*frames.problems, *whole.problems, *token.problems)
    document = findings_document(name, part.path, found, problems, left)
    return attrs.evolve(document, page=Page(next_token=token.value) if token.value else None)


def _read_audio(name: str, part: Peeled) -> Document:
    """The words that were objected to, and the finding of the whole."""
    keys = Keys(part.value if isinstance(part.value, Mapping) else {"AudioDetailResultList": part.value})
    key, details = keys.open(part.path, "AudioDetailResultList")
    words = FINDINGS.read(*_rows("AudioDetailResult", details))
    whole = FINDINGS.read(keys.unused(), part.path)
    found: tuple[Finding, ...] = (*(words.value or ()), *(whole.value or ()))
    return findings_document(name, part.path, found, (*words.problems, *whole.problems), leftover(key, words))


def _read_covers(name: str, part: Peeled) -> Document:
    covers = _COVERS.read(*_rows("CoverImageCensorResult", part))
    left = {**without_findings("covers", covers.value or ()), **leftover(name, covers)}
    return findings_document(name, part.path, in_pictures(covers.value or ()), covers.problems, left)


def _read_text(name: str, part: Peeled) -> Document:
    parsed = FINDINGS.read(part.value, part.path)
    return findings_document(name, part.path, parsed.value or (), parsed.problems, leftover(name, parsed))


_READERS = {_VIDEO: _read_video, _AUDIO: _read_audio, _COVER: _read_covers}


def _rows(name: str, part: Peeled) -> tuple[Any, str]:
    """A list, or the list under a name in an object, and its path."""
    if isinstance(part.value, Mapping) and name in (keys := Keys(part.value)):
        _, inner = keys.open(part.path, name)
        return inner.value, inner.path
    return part.value, part.path


def is_censorship(value: Any) -> bool:
    """Whether this has two of the parts."""
    return has_keys(value, _VIDEO, _AUDIO, _COVER, *_TEXTS)
