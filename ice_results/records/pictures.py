"""What is seen: boxes in pictures, tags with their occurrences, recognised text in frames."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from .base import extra


@attrs.frozen
class Box:
    """A rectangle in pixels as given, the origin at the top left.

    QuerySmarttagJob: `position {leftTop, rightBottom}` and `bbox [x1, y1, x2, y2]`.
    """

    left: float
    top: float
    right: float
    bottom: float


@attrs.frozen(kw_only=True)
class TrackBox:
    """Where something is in the picture at one instant."""

    at_ms: int | None = None
    box: Box | None = None
    score: float | None = None
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class Occurrence:
    """One stretch of the media in which a tag applies; `scene` is the shot type of a person."""

    start_ms: int | None = None
    end_ms: int | None = None
    score: float | None = None
    boxes: tuple[TrackBox, ...] = ()
    scene: str | None = None
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class Tag:
    """One label of the media.

    `kind` is person, object tag, classification, category, entity, hotword, free tag or text tag; of
    sister operations also label, keyword, location and time.
    `name` is the most specific label as given, `level1` and `level2` are the levels above it; where
    the service leaves the name empty it is `None`. `share` is the share of the media in which the
    tag appears (`ratio`, `appearanceProbability`). `knowledge` is what a graph says about it: a `Film`,
    `Music`, `Person`, `Landmark` or `Thing`, else the decoded value. `mode` is auto for tags of the
    machine alone, hmi for those that people helped to set.
    """

    kind: str
    level1: str | None = None
    level2: str | None = None
    name: str | None = None
    share: float | None = None
    score: float | None = None
    occurrences: tuple[Occurrence, ...] = ()
    knowledge: Any = None
    source: str | None = None
    mode: str | None = None
    extra: Mapping[str, Any] = extra()

    @property
    def label(self) -> str:
        """The name, or the nearest level above it that the service gave; "" where it gave none."""
        return self.name or self.level2 or self.level1 or ""


@attrs.frozen(kw_only=True)
class TextLine:
    """One recognised line of text in a frame; `style` is normal, scrolling or fixed."""

    text: str = ""
    box: Box | None = None
    score: float | None = None
    style: str | None = None
    extra: Mapping[str, Any] = extra()


@attrs.frozen(kw_only=True)
class TextFrame:
    """The text that was recognised in the frame at `at_ms`."""

    at_ms: int | None = None
    lines: tuple[TextLine, ...] = ()
    extra: Mapping[str, Any] = extra()
