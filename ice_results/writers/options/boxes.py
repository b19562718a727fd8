"""Options of boxes in pictures."""

from __future__ import annotations

import attrs

from ..timecode import EXPECTED_RATE, is_frame_rate
from .pictures import size_option
from .values import option


@attrs.frozen
class BoxOptions:
    """How large the picture is that boxes stand in.

    `frame_size`: its width and height in pixels, as in 1920x1080.
    """

    frame_size: tuple[int, int] | None = size_option()


@attrs.frozen
class VideoBoxOptions(BoxOptions):
    """How large the picture is that boxes stand in, and how many of them make a second.

    `fps`: frames a second of the video, such as 25, 23.976 or 30000/1001; 25 where nothing is said.
    """

    fps: str | float | None = option(None, EXPECTED_RATE, is_frame_rate)
