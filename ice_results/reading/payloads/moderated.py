"""Findings of moderation, in whatever shape: labels with a score, at an instant, in a stretch, or of the whole.

`{Label, Scene, Score or Rate, Timestamp}`; scores are 0 to 100 on the wire, 0 to 1 in the records. An instant is
milliseconds, or text such as 00:02:59.999.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from ...findings import Problem
from ...records import NO_EXTRA, Document, Occurrence, Tag
from ..escaping import peel
from ..wire import LABEL, MILLISECONDS, SCORE, SECONDS, Keys, ListOf, Parsed, ReadOnly, Scalar, Schema, field, kept
from ..wire.scalars import number

_CLOCK = re.compile(r"(\d+):([0-5]?\d):([0-5]?\d(?:\.\d{1,3})?)")


def _instant(value: Any) -> int:
    clock = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if clock is None:
        return MILLISECONDS.convert(value)
    hours, minutes, seconds = clock.groups()
    return (int(hours) * 60 + int(minutes)) * 60_000 + round(float(seconds) * 1000)


def _share(value: Any) -> float:
    return round(float(number(value)) / 100, 12)


INSTANT: Scalar[int] = Scalar(
    "milliseconds or hh:mm:ss.SSS", _instant, lambda values: list(map(_instant, values)), MILLISECONDS.is_empty
)
PERCENT: Scalar[float] = Scalar(
    "a number from 0 to 100", _share, lambda values: list(map(_share, values)), SCORE.is_empty
)


@attrs.frozen(kw_only=True)
class Finding:
    """One label with its score, at an instant, in a stretch, or of the whole."""

    label: str | None = None
    scene: str | None = None
    score: float | None = None
    at_ms: int | None = None
    start_ms: int | None = None
    end_ms: int | None = None
    extra: Mapping[str, Any] = NO_EXTRA

    @property
    def is_of_the_whole(self) -> bool:
        """Whether it has no place in the media."""
        return self.at_ms is None and self.start_ms is None and self.end_ms is None


FINDING = Schema(
    Finding,
    label=field(LABEL, "Label"),
    scene=field(LABEL, "Scene"),
    score=field(PERCENT, "Score", "Rate", "MaxScore"),
    at_ms=field(INSTANT, "Timestamp"),
    start_ms=field(SECONDS, "StartTime"),
    end_ms=field(SECONDS, "EndTime"),
)
FINDINGS = ListOf(FINDING)


@attrs.frozen
class Within(ReadOnly):
    """Findings in a list, or in an object that holds the list under one name."""

    name: str

    def read(self, value: Any, path: str) -> Parsed[tuple[Finding, ...] | None]:
        """The findings in a value; what is no list of objects is a problem."""
        peeled = peel(value, path)
        if isinstance(peeled.value, Mapping) and self.name in (keys := Keys(peeled.value)):
            _, peeled = keys.open(peeled.path, self.name)
        return FINDINGS.read(peeled.value, peeled.path)


@attrs.frozen(kw_only=True)
class Picture:
    """A picture with what was found in it: a frame of the video, or a cover."""

    at_ms: int | None = None
    findings: tuple[Finding, ...] = ()
    extra: Mapping[str, Any] = NO_EXTRA


def in_pictures(pictures: Iterable[Picture]) -> list[Finding]:
    """The findings of pictures, each with the instant and the unknown keys of its picture."""
    return [
        attrs.evolve(each, at_ms=picture.at_ms if each.at_ms is None else each.at_ms, extra=_both(picture, each))
        for picture in pictures
        for each in picture.findings
    ]


def without_findings(name: str, pictures: Iterable[Picture]) -> dict[str, Any]:
    """The pictures in which nothing was found, to be kept under a name."""
    rows = [
        {**({} if picture.at_ms is None else {"Timestamp": picture.at_ms}), **picture.extra}
        for picture in pictures
        if not picture.findings
    ]
    return {name: rows} if rows else {}


def _both(picture: Picture, finding: Finding) -> Mapping[str, Any]:
    return {**picture.extra, **finding.extra} if picture.extra else finding.extra


def of_scene(scene: str, findings: Iterable[Finding]) -> list[Finding]:
    """The findings as those of a scene, where they do not name another."""
    return [attrs.evolve(each, scene=each.scene or scene) for each in findings]


def findings_document(
    part: str, path: str, findings: Iterable[Finding], problems: Iterable[Problem], left: Mapping[str, Any]
) -> Document:
    """The tags of one part of the media, and what else there is to that part."""
    extra, lost = kept({key: value for key, value in left.items() if value is not None}, path)
    return Document(tags=_tags(part, findings), problems=(*problems, *lost), extra={part: extra} if extra else {})


def _tags(part: str, findings: Iterable[Finding]) -> tuple[Tag, ...]:
    """One tag for each scene and label with all its instants, and one for each finding of the whole.

    A finding of the whole for which there is a tag with instants gives that its score instead.
    """
    found = tuple(findings)
    timed: dict[tuple[str | None, str | None], list[Occurrence]] = {}
    for each in found:
        if not each.is_of_the_whole:
            timed.setdefault((each.scene, each.label), []).append(_occurrence(each))
    whole = [each for each in found if each.is_of_the_whole]
    summaries = {(each.scene, each.label): each for each in reversed(whole) if (each.scene, each.label) in timed}
    tags = [_tag(part, summaries.get(key, Finding(scene=key[0], label=key[1])), each) for key, each in timed.items()]
    used = set(map(id, summaries.values()))
    return (*tags, *(_tag(part, each, ()) for each in whole if id(each) not in used))


def _tag(part: str, finding: Finding, occurrences: Iterable[Occurrence]) -> Tag:
    return Tag(
        kind="moderation",
        level1=finding.scene,
        name=finding.label,
        score=finding.score,
        occurrences=tuple(occurrences),
        source=part,
        extra=finding.extra,
    )


def _occurrence(finding: Finding) -> Occurrence:
    start = finding.at_ms if finding.start_ms is None else finding.start_ms
    return Occurrence(start_ms=start, end_ms=finding.end_ms, score=finding.score, extra=finding.extra)
