"""Options of what happens at a time or in a place: chapters, markers, boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import attrs

from ...records.frame_rates import EXPECTED_RATE, is_frame_rate
from ..timecode import EXPECTED_TIMECODE, is_timecode, timeline_of
from .base import language_option, option, switch

MARKER_KINDS = ("chapters", "key-sentences", "actions", "tags")
_SIZE = r"([1-9][0-9]{0,5})x([1-9][0-9]{0,5})"
_LARGEST_SIDE = 999_999


@attrs.frozen
class ChapterOptions:
    """What becomes a chapter.

    `fill_gaps`: as MP4 wants it: chapters from 0 to the end without a gap, with chapters of the title
    `…` where there is none, and titles of at most 255 bytes.
    """

    fill_gaps: bool = switch(False)


@attrs.frozen
class MatroskaOptions(ChapterOptions):
    """Chapters that say which language their titles are in.

    `language`: a code or name such as `zh-Hant` or `French`, where the titles do not tell it by their script.
    """

    language: str | None = language_option()


def _names(value: str | Sequence[str]) -> tuple[str, ...]:
    given = value.split(",") if isinstance(value, str) else value
    return tuple(dict.fromkeys(name.strip() for name in given))


def _are_marker_kinds(value: Any) -> bool:
    if not isinstance(value, str) and not (
        isinstance(value, Sequence) and all(isinstance(each, str) for each in value)
    ):
        return False
    return bool(value) and set(_names(value)) <= set(MARKER_KINDS)


@attrs.frozen
class MarkerOptions:
    """What becomes a marker.

    `markers`: the kinds that are wanted, of chapters, key-sentences, actions and tags: all but the
    tags where nothing is said.
    """

    markers: tuple[str, ...] = option(
        MARKER_KINDS[:-1], f"some of {', '.join(MARKER_KINDS)}", _are_marker_kinds, _names
    )


@attrs.frozen
class TimelineOptions(MarkerOptions):
    """Markers on a timeline, which counts in frames.

    `fps`: frames a second of the timeline, such as 25, 23.976 or 30000/1001; 25 where nothing is said.
    `start_timecode`: what the timeline's first frame is called; a `;` before the frames says drop-frame.
    Where nothing is said it is one hour, drop-frame at 29.97 and 59.94.
    """

    fps: str | float | None = option(None, EXPECTED_RATE, is_frame_rate)
    start_timecode: str | None = option(None, EXPECTED_TIMECODE, is_timecode)

    def __attrs_post_init__(self) -> None:
        """Raises `InvalidOption` for a timecode that there is not at this rate."""
        timeline_of(self.fps, self.start_timecode)


def _size(value: str | Sequence[int]) -> tuple[int, int]:
    width, height = map(int, value.split("x")) if isinstance(value, str) else value
    return width, height


def _is_size(value: Any) -> bool:
    if isinstance(value, str):
        return re.fullmatch(_SIZE, value) is not None
    return (
        isinstance(value, tuple | list)
        and len(value) == 2
        and all(type(side) is int and 0 < side <= _LARGEST_SIDE for side in value)
    )


def _size_option() -> Any:
    """Width and height of the picture."""
    return option(None, "width and height, as in 1920x1080", _is_size, _size)


@attrs.frozen
class PictureOptions(TimelineOptions):
    """Markers on a timeline whose picture has a size.

    `frame_size`: its width and height in pixels, as in 1920x1080, which is taken where nothing is said.
    """

    frame_size: tuple[int, int] | None = _size_option()


@attrs.frozen
class BoxOptions:
    """How large the picture is that boxes are drawn in.

    `frame_size`: its width and height in pixels, as in 1920x1080.
    """

    frame_size: tuple[int, int] | None = _size_option()


@attrs.frozen
class VideoBoxOptions(BoxOptions):
    """How large the picture is that boxes are drawn in, and how many of them make a second.

    `fps`: frames a second of the video, such as 25, 23.976 or 30000/1001; 25 where nothing is said.
    """

    fps: str | float | None = option(None, EXPECTED_RATE, is_frame_rate)
