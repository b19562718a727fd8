"""What the moderation of VOD found: tags, with the instants at which a picture or a word was objected to.

`Data` of GetAIMediaAuditJob, and GetMediaAuditResult: `VideoResult {PornResult {Label, MaxScore, TopList[] {Label,
Score, Timestamp, Url}}, AdResult, …}`, `TextResult[]`, `AudioResult[]`, `ImageResult[] {Type, Url, Result[]}`.
GetMediaAuditResultTimeline: `{Porn[] {Label, Score, Timestamp}, Ad[], …}`. GetMediaAuditResultDetail: `List[]
{Timestamp, Url, PornLabel, PornScore, AdLabel, …}`. Instants are milliseconds. GetMediaAuditAudioResultDetail:
`List[] {StartTime, EndTime, Label, Text}`, seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ...records import NO_EXTRA, Document
from ...records.merging import combine
from ..escaping import Peeled
from ..wire import LABEL, Keys, ListOf, Schema, field, kept, leftover
from .moderated import (
    FINDING,
    FINDINGS,
    INSTANT,
    PERCENT,
    Finding,
    Picture,
    Within,
    findings_document,
    in_pictures,
    of_scene,
    without_findings,
)
from .shapes import has_keys, has_rows

_SCENES = ("porn", "terrorism", "ad", "live", "logo")
_OF_A_VIDEO = {**{f"{name}Result": name for name in _SCENES}, "greenEnhancedResult": "greenEnhanced"}
_PARTS = ("VideoResult", "TextResult", "AudioResult", "ImageResult", "List", *_SCENES)
_IMAGES = ListOf(Schema(Picture, findings=field(Within("Result"), "Result")))


@attrs.frozen(kw_only=True)
class _Frame:
    """A frame of the video with a label and a score for each scene."""

    at_ms: int | None = None
    porn_label: str | None = None
    porn_score: float | None = None
    terrorism_label: str | None = None
    terrorism_score: float | None = None
    ad_label: str | None = None
    ad_score: float | None = None
    live_label: str | None = None
    live_score: float | None = None
    logo_label: str | None = None
    logo_score: float | None = None
    extra: Mapping[str, Any] = NO_EXTRA


_FRAMES = ListOf(
    Schema(
        _Frame,
        at_ms=field(INSTANT, "Timestamp"),
        porn_label=field(LABEL, "PornLabel"),
        porn_score=field(PERCENT, "PornScore"),
        terrorism_label=field(LABEL, "TerrorismLabel"),
        terrorism_score=field(PERCENT, "TerrorismScore"),
        ad_label=field(LABEL, "AdLabel"),
        ad_score=field(PERCENT, "AdScore"),
        live_label=field(LABEL, "LiveLabel"),
        live_score=field(PERCENT, "LiveScore"),
        logo_label=field(LABEL, "LogoLabel"),
        logo_score=field(PERCENT, "LogoScore"),
    )
)


def read_moderation(value: Any, path: str) -> Document:
    """The findings of each part of the media."""
    keys = Keys(value if isinstance(value, Mapping) else {"List": value})
    opened = [(name, keys.open(path, name)[1]) for name in _PARTS]
    documents = [_read_part(name, part) for name, part in opened if part.value is not None]
    extra, lost = kept(keys.unused(), path)
    return combine([*documents, Document(problems=lost, extra={"moderation": extra} if extra else {})])


def _read_part(name: str, part: Peeled) -> Document:
    if name == "VideoResult" and isinstance(part.value, Mapping):
        return _read_video(Keys(part.value), part.path)
    if name == "ImageResult":
        images = _IMAGES.read(part.value, part.path)
        found: Iterable[Finding] = in_pictures(images.value or ())
        left = {**without_findings(name, images.value or ()), **leftover(name, images)}
        return findings_document(name, part.path, found, images.problems, left)
    if name == "List" and has_rows(part.value, "Timestamp"):
        frames = _FRAMES.read(part.value, part.path)
        found = (each for frame in frames.value or () for each in _in_frame(frame))
        return findings_document(name, part.path, found, frames.problems, leftover(name, frames))
    parsed = FINDINGS.read(part.value, part.path)
    found = of_scene(name, parsed.value or ()) if name in _SCENES else parsed.value or ()
    return findings_document(name, part.path, found, parsed.problems, leftover(name, parsed))


def _read_video(keys: Keys, path: str) -> Document:
    """The findings of each scene: the worst frames, and the score of all of them."""
    documents: list[Document] = []
    for name, scene in _OF_A_VIDEO.items():
        _, result = keys.open(path, name)
        if isinstance(result.value, Mapping):
            inner = Keys(result.value)
            key, frames = inner.open(result.path, "TopList")
            parsed, summary = FINDINGS.read(frames.value, frames.path), FINDING.read(inner.unused(), result.path)
            found = of_scene(scene, (*(parsed.value or ()), *((summary.value,) if summary.value else ())))
            problems = (*parsed.problems, *summary.problems)
            documents.append(findings_document("VideoResult", path, found, problems, leftover(key, parsed)))
    return combine([*documents, findings_document("VideoResult", path, (), (), keys.unused())])


def _in_frame(frame: _Frame) -> list[Finding]:
    """The findings of one frame: those of the scenes that it has a label or a score for."""
    said = [(name, getattr(frame, f"{name}_label"), getattr(frame, f"{name}_score")) for name in _SCENES]
    return [
        Finding(scene=name, label=label, score=score, at_ms=frame.at_ms, extra=frame.extra)
        for name, label, score in said
        if label is not None or score is not None
    ] or [Finding(at_ms=frame.at_ms, extra=frame.extra)]


def is_moderation(value: Any) -> bool:
    """Whether this has the results of a part, instants by their scenes, or a list of frames or of words."""
    if not isinstance(value, Mapping):
        return False
    if has_keys(value, "VideoResult", "TextResult", "AudioResult", "ImageResult", "AbnormalModules"):
        return True
    keys = Keys(value)
    rows = keys.take("List")
    in_frames = any(has_rows(rows, "Timestamp", f"{name}Label") for name in _SCENES)
    return (
        in_frames
        or has_rows(rows, "StartTime", "EndTime", "Label", "Text")
        or any(has_rows(keys.take(name), "Label", "Score", "Timestamp") for name in _SCENES)
    )
