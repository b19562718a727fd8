"""Options of markers, and of timelines that they stand on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from ..timecode import EXPECTED_RATE, EXPECTED_TIMECODE, is_frame_rate, is_timecode, timeline_of
from .pictures import size_option
from .values import option

MARKER_KINDS = ("chapters", "key-sentences", "actions", "tags")


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


@attrs.frozen
class PictureOptions(TimelineOptions):
    """Markers on a timeline whose picture has a size.

    `frame_size`: its width and height in pixels, as in 1920x1080, which is taken where nothing is said.
    """

    frame_size: tuple[int, int] | None = size_option()
