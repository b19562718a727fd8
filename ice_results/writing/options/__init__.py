"""The options of the formats: frozen records that check every value, in a module for each family.

A family is imported when one of its records is first asked for: most runs write a format or two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import lazy

if TYPE_CHECKING:
    from .base import FileOptions, NoOptions, TableOptions
    from .captions import CaptionOptions, WordOptions
    from .texts import ChunkOptions, NamedSpeakerOptions, TextOptions, TranscriptOptions
    from .timelines import (
        MARKER_KINDS,
        BoxOptions,
        ChapterOptions,
        MarkerOptions,
        MatroskaOptions,
        PictureOptions,
        TimelineOptions,
        VideoBoxOptions,
    )

__all__ = [
    "MARKER_KINDS",
    "BoxOptions",
    "CaptionOptions",
    "ChapterOptions",
    "ChunkOptions",
    "FileOptions",
    "MarkerOptions",
    "MatroskaOptions",
    "NamedSpeakerOptions",
    "NoOptions",
    "PictureOptions",
    "TableOptions",
    "TextOptions",
    "TimelineOptions",
    "TranscriptOptions",
    "VideoBoxOptions",
    "WordOptions",
]

if not TYPE_CHECKING:
    __getattr__ = lazy.exports(
        __name__,
        {
            ".base": ("FileOptions", "NoOptions", "TableOptions"),
            ".captions": ("CaptionOptions", "WordOptions"),
            ".texts": ("ChunkOptions", "NamedSpeakerOptions", "TextOptions", "TranscriptOptions"),
            ".timelines": (
                "MARKER_KINDS",
                "BoxOptions",
                "ChapterOptions",
                "MarkerOptions",
                "MatroskaOptions",
                "PictureOptions",
                "TimelineOptions",
                "VideoBoxOptions",
            ),
        },
    )


def __dir__() -> list[str]:
    return __all__
